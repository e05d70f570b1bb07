"""Proposals, in words, as records and on small calendars."""
