"""What an agenda means: values and answers, computed from dates alone.

Nothing here reads a file, a clock or a setting; the day asked about is always an argument.
"""
