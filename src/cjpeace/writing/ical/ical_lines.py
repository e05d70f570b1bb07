"""The lines of a calendar entry (RFC 5545, 3.1), made by icalendar, the same one only once.

Of an entry's lines most are those of other entries too: its status, when it was last changed, its
place. icalendar's own component makes, folds and escapes each of them anew, which takes three
times as long as all the rest of an export.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from icalendar import Event
from icalendar.parser import Contentline

Value = str | int | date | datetime


class EntryLines:
    """The properties of one entry, in the order in which they are added."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []

    def add(self, name: str, value: Value, zone: str | None = None) -> None:
        """Add a property; a time that names a zone is given without one."""
        short = not isinstance(value, str) or len(value) <= SHORT
        self._lines.append((_kept if short else _made)(name, value, zone))

    def content(self) -> bytes:
        """The entry as it stands in a file."""
        return b"".join([b"BEGIN:VEVENT\r\n", *self._lines, b"END:VEVENT\r\n"])


SHORT = 100
"""Texts of more characters are not expected again."""


def _made(name: str, value: Value, zone: str | None) -> bytes:
    event = Event()
    event.add(name, value, {"TZID": zone} if zone else {})
    typed: Any = event[name]
    line: bytes = Contentline.from_parts(name, typed.params, typed, sorted=False).to_ical()
    return line + b"\r\n"


_kept = lru_cache(maxsize=4096)(_made)
