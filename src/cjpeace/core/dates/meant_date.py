"""Dates written as people write them, in the form that an agenda takes, for a help."""

import re
from collections.abc import Sequence


def rewritten(text: str, months: Sequence[str]) -> list[str]:
    """What a date that was written in another way may be as EDTF; empty where nobody can tell.

    `months` are the names of the months in lower case. The calendar may lack what comes out.

    >>> months = ("january", "february", "march")
    >>> rewritten("14-15 February 2001", months), rewritten("Mar. 1, 2002", months)
    (['2001-02-14/2001-02-15'], ['2002-03-01'])
    >>> rewritten("2001/2/3", months), rewritten("3/2/2001", months)
    (['2001-02-03'], ['2001-03-02', '2001-02-03'])
    """
    found = next((match for p in _PATTERNS if (match := p.fullmatch(text.strip()))), None)
    if found is None:
        return []
    parts = found.groupdict()
    if "either" in parts:
        return _day_or_month_first(*found.groups())
    month = int(parts.get("number") or 0) or _number(parts.get("name") or "", months)
    if not month:
        return []
    begin = f"{parts['year']}-{month:02}"
    days = [int(day) for day in (parts.get("day"), parts.get("last")) if day]
    return ["/".join(f"{begin}-{day:02}" for day in days) or begin]


_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: ?[-/–] ?(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)?"
_NAME, _YEAR = r"(?P<name>[a-z]{3,9})\.?", r"(?P<year>[0-9]{4})"

_PATTERNS = [
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        r"(?P<either>[0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})",
        rf"{_YEAR}[-/.](?P<number>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}})(?:[T ][0-9:.Z+-]+)?",
        rf"{_YEAR}[-/.](?P<number>[0-9]{{1,2}})",
        rf"{_DAY}\.? (?:of )?{_NAME},? {_YEAR}",
        rf"{_NAME} {_DAY},? {_YEAR}",
        rf"{_NAME},? {_YEAR}",
        rf"{_YEAR},? {_NAME}",
    )
]


def _day_or_month_first(one: str, other: str, year: str) -> list[str]:
    day, month = int(one), int(other)
    orders = [(month, day)] if day == month else [(day, month), (month, day)]
    return [f"{year}-{month:02}-{day:02}" for month, day in orders if 1 <= month <= 12]  # noqa: PLR2004


def _number(name: str, months: Sequence[str]) -> int | None:
    """The number of the only month that begins with some letters."""
    begin = name.lower()[:3] if name.lower() == "sept" else name.lower()
    fitting = [number for number, month in enumerate(months, 1) if month.startswith(begin)]
    return fitting[0] if len(fitting) == 1 else None
