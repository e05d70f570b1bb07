"""The static site: its pages and what they need, in the same words as every other answer.

No page takes text for markup: the templates escape whatever they are given, and nothing here or
there is marked as safe.
"""
