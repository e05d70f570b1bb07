"""Busy times from iCalendar files."""
