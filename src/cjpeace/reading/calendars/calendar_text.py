"""The lines of an iCalendar text that would cost too much to understand, found before they do."""

import re
from collections.abc import Iterator

from cjpeace.core.unreadable import UnreadableError

DEEPEST = 8
"""More components inside each other than these are no calendar of anybody's."""


def refuse_hostile(text: str) -> None:
    """Raise UnreadableError for a text that is no whole calendar, or is made to take for ever.

    The rules of a time zone are looked up for each time in it, so they must be as plain as those of
    any real zone: a day of a month, every year.
    """
    open_: list[str] = []
    whole = 0
    for name, value in _structure(text):
        if name == "BEGIN":
            open_.append(value.upper())
            if len(open_) > DEEPEST:
                message = f"more than {DEEPEST} components stand inside each other"
                raise UnreadableError(message, _AGAIN)
        elif name == "END":
            whole += _closed(open_, value.upper())
        elif "VTIMEZONE" in open_ and not _PLAIN.fullmatch(value):
            message = f"a time zone has a rule that no zone has: {value[:60]}"
            raise UnreadableError(message, _AGAIN)
    if open_:
        message = f"the file is not complete: BEGIN:{open_[-1][:40]} has no END"
        raise UnreadableError(message, _AGAIN)
    if not whole:
        raise UnreadableError("the file holds no calendar", "it begins with BEGIN:VCALENDAR")


_AGAIN = "export it again as iCalendar (.ics)"

_STRUCTURE = re.compile(
    r"^(BEGIN|END|RRULE)[^:\r\n]*:((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE | re.IGNORECASE
)

_PLAIN = re.compile(
    r"(?=.*FREQ=YEARLY)(?:(?:FREQ=YEARLY|INTERVAL=1|BYMONTH=\d{1,2}|BYDAY=[+-]?\d?[A-Z]{2}"
    r"|BYMONTHDAY=-?\d{1,2}(?:,-?\d{1,2}){0,6}|UNTIL=\d{8}(?:T\d{6}Z?)?|COUNT=\d{1,4}|WKST=[A-Z]{2});?)+",
    re.ASCII | re.IGNORECASE,
)


def _structure(text: str) -> Iterator[tuple[str, str]]:
    """The lines that open and close components, and the rules, with folded lines joined."""
    for found in _STRUCTURE.finditer(text):
        value = re.sub(r"\r?\n[ \t]", "", found[2])
        yield found[1].upper(), value.strip()


def _closed(open_: list[str], name: str) -> bool:
    """Close a component; whether that completes a calendar."""
    if not open_ or open_[-1] != name:
        message = f"the file is not complete: END:{name[:40]} ends nothing"
        raise UnreadableError(message, _AGAIN)
    return open_.pop() == "VCALENDAR" and not open_
