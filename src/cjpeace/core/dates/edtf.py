"""Dates as imprecise as they were promised: the part of EDTF (ISO 8601-2) that agendas use.

A date keeps its own precision and qualifier; `window` says which days it covers. Seasons are the
northern meteorological ones, and winter belongs to the year of its December.
"""

import re
from datetime import date
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from cjpeace.core.dates.duration import days_in_month
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.unreadable import UnreadableError

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

LONGEST = tuple(days_in_month(2000, month) for month in range(1, 13))
"""The most days that each month has, as in a leap year."""

ACCEPTED = (
    "a year (2025), a month (2025-10), a day (2025-10-14), a season (2000-23 or autumn 2000), "
    "a quarter (2026-33 or Q1 2026), a half (2026-40 or H1 2026), or two of them with a slash"
)


class Precision(Enum):
    """How exactly a date is known."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


MONTHS_IN = {
    Precision.YEAR: 12,
    Precision.HALF: 6,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.MONTH: 1,
}


def first_month(precision: Precision, number: int) -> int:
    """The month (1 to 12) with which a numbered part of a year begins: 9 for autumn."""
    months = MONTHS_IN[precision]
    return (number - 1) * months + (3 if precision is Precision.SEASON else 1)


class Ending(Enum):
    """How an interval ends when not with a date: `..` never, nothing after the slash unknown."""

    OPEN = ".."
    UNKNOWN = ""


class CalendarDate(Struct, frozen=True):
    """One side of a date: a year, or a `number`ed part of it, or a day.

    `number` is the half, quarter, season or month, counted from 1 (spring is season 1), and 1 for
    a year. `qualifier` is "?" uncertain, "~" approximate, "%" both, or "".
    """

    precision: Precision
    year: int
    number: int = 1
    day: int = 0
    qualifier: str = ""

    def __str__(self) -> str:
        return self._digits() + self.qualifier

    def _digits(self) -> str:
        match self.precision:
            case Precision.YEAR:
                return f"{self.year:04}"
            case Precision.DAY:
                return f"{self.year:04}-{self.number:02}-{self.day:02}"
            case Precision.MONTH:
                return f"{self.year:04}-{self.number:02}"
            case Precision.SEASON:
                return f"{self.year:04}-{self.number + 20}"
            case Precision.QUARTER:
                return f"{self.year:04}-{self.number + 32}"
            case Precision.HALF:
                return f"{self.year:04}-{self.number + 39}"

    @property
    def window(self) -> Window:
        """The days it covers; raises UnreadableError past the calendar's end."""
        try:
            if self.precision is Precision.DAY:
                start = date(self.year, self.number, self.day)
                return Window(start, start + ONE_DAY)
            month = first_month(self.precision, self.number)
            return month_window(self.year, month, MONTHS_IN[self.precision])
        except (ValueError, OverflowError):
            raise _no_such_date(self) from None


def month_window(year: int, month: int, months: int) -> Window:
    """The `months` months that begin with a month (1 to 12) of a year.

    Raises ValueError where the calendar has no such days (years 1 to 9999).
    """
    last = year * 12 + month - 1 + months
    return Window(date(year, month, 1), date(last // 12, last % 12 + 1, 1))


class EdtfDate(Struct, frozen=True, eq=False):
    """A date of an agenda. Two are equal when they say the same, however they were written.

    `window` is the days it covers, both sides of an interval included.
    """

    first: CalendarDate
    last: CalendarDate | Ending | None
    window: Window
    written: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EdtfDate) and str(self) == str(other)

    def __ne__(self, other: object) -> bool:
        return not self == other  # msgspec's own would compare the objects

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        match self.last:
            case None:
                return str(self.first)
            case Ending():
                return f"{self.first}/{self.last.value}"
            case CalendarDate():
                return f"{self.first}/{self.last}"


def _dated(
    first: CalendarDate, last: CalendarDate | Ending | None = None, written: str = ""
) -> EdtfDate:
    window = first.window
    if last is Ending.OPEN:
        window = Window(window.start, None)
    elif isinstance(last, CalendarDate):
        end = last.window.end
        if end is not None and end <= window.start:
            message = f'"{written}" ends before it begins'
            raise UnreadableError(message, "write the earlier date first")
        window = Window(window.start, end)
    return EdtfDate(first, last, window, written)


def parse_edtf(text: str) -> EdtfDate:
    """The date that a text says, in EDTF or in plain words; raises UnreadableError.

    >>> str(parse_edtf("Fall 2000")), str(parse_edtf("2025-10-14/2025-10-15"))
    ('2000-23', '2025-10-14/2025-10-15')
    """
    return _parsed(text)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> EdtfDate:
    left, slash, right = text.partition("/")
    first = _side(left, text)
    if not slash:
        return _dated(first, None, text)
    if right in ("", ".."):
        return _dated(first, Ending(right), text)
    return _dated(first, _side(right, text), text)


_DIGITS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)", re.ASCII)
_WORDS = re.compile(r"([a-z]+|[qh][1-4]) ([0-9]{4})([?~%]?)", re.ASCII | re.IGNORECASE)


def _side(side: str, text: str) -> CalendarDate:
    found = _from_digits(side) or _from_words(side)
    if found is None:
        meant = _meant(text)
        part = side if not meant and text.count("/") == 1 else ""
        raise UnreadableError(f'"{text}" is not a date', meant or _accepted(side), part)
    try:
        _ = found.window
    except UnreadableError as error:  # the calendar lacks it
        error.part = side
        raise
    return found


def _from_digits(side: str) -> CalendarDate | None:
    match = _DIGITS.fullmatch(side)
    if match is None:
        return None
    year, part, day, qualifier = match.groups()
    if day:
        return CalendarDate(Precision.DAY, int(year), int(part), int(day), qualifier)
    if not part:
        return CalendarDate(Precision.YEAR, int(year), qualifier=qualifier)
    for precision, low, high in _CODES:
        if low <= int(part) <= high:
            return CalendarDate(precision, int(year), int(part) - low + 1, 0, qualifier)
    return None


_CODES = (
    (Precision.MONTH, 1, 12),
    (Precision.SEASON, 21, 24),
    (Precision.QUARTER, 33, 36),
    (Precision.HALF, 40, 41),
)


def _from_words(side: str) -> CalendarDate | None:
    match = _WORDS.fullmatch(side)
    named = match and named_part(match[1])
    if not match or not named:
        return None
    precision, number = named
    return CalendarDate(precision, int(match[2]), number, 0, match[3])


def named_part(word: str) -> tuple[Precision, int] | None:
    """The part of a year that a word names, with its number from 1: a month, "Q3", "autumn".

    >>> named_part("Fall")
    (<Precision.SEASON: 'season'>, 3)
    """
    return _PARTS.get(word.lower())


_PARTS: dict[str, tuple[Precision, int]] = {
    **{name: (Precision.MONTH, number) for number, name in enumerate(MONTHS, 1)},
    **{f"q{number}": (Precision.QUARTER, number) for number in range(1, 5)},
    **{f"h{number}": (Precision.HALF, number) for number in range(1, 3)},
    "spring": (Precision.SEASON, 1),
    "summer": (Precision.SEASON, 2),
    "autumn": (Precision.SEASON, 3),
    "fall": (Precision.SEASON, 3),
    "winter": (Precision.SEASON, 4),
}


def edtf_of(window: Window) -> EdtfDate:
    """The plainest date that covers a window exactly.

    >>> str(edtf_of(Window(date(2000, 9, 1), date(2000, 12, 1))))
    '2000-23'
    >>> str(edtf_of(Window(date(1999, 9, 17), date(2001, 9, 17))))
    '1999-09-17/2001-09-16'
    """
    start, end = window.start, window.end
    if end is None:
        return _dated(_day(start), Ending.OPEN)
    if start.day == 1 == end.day:
        return _of_months(start, end)
    if end - start == ONE_DAY:
        return _dated(_day(start))
    return _dated(_day(start), _day(end - ONE_DAY))


def _day(day: date) -> CalendarDate:
    return CalendarDate(Precision.DAY, day.year, day.month, day.day)


def _of_months(start: date, end: date) -> EdtfDate:
    months = (end.year - start.year) * 12 + end.month - start.month
    whole = _whole_part(start, months)
    if whole is not None:
        return _dated(whole)
    if start.month == 1 == end.month:
        return _dated(
            CalendarDate(Precision.YEAR, start.year),
            CalendarDate(Precision.YEAR, end.year - 1),
        )
    last = end - ONE_DAY
    return _dated(
        CalendarDate(Precision.MONTH, start.year, start.month),
        CalendarDate(Precision.MONTH, last.year, last.month),
    )


def _whole_part(start: date, months: int) -> CalendarDate | None:
    year, month = start.year, start.month
    match months:
        case 1:
            return CalendarDate(Precision.MONTH, year, month)
        case 3 if month % 3 == 0:
            return CalendarDate(Precision.SEASON, year, month // 3)
        case 3 if month % 3 == 1:
            return CalendarDate(Precision.QUARTER, year, (month + 2) // 3)
        case 6 if month in (1, 7):
            return CalendarDate(Precision.HALF, year, (month + 5) // 6)
        case 12 if month == 1:
            return CalendarDate(Precision.YEAR, year)
        case _:
            return None


def _no_such_date(found: CalendarDate) -> UnreadableError:
    in_month = 1 <= found.number <= len(MONTHS)
    if found.precision is Precision.DAY and not in_month:
        message = f'"{found}" is not a date: there is no month {found.number}'
        return UnreadableError(message, "months go from 01 to 12")
    if found.precision is Precision.DAY and not 1 <= found.day <= LONGEST[found.number - 1]:
        month = MONTHS[found.number - 1].capitalize()
        message = f'"{found}" is not a date: {month} {found.year} has no day {found.day}'
        return UnreadableError(message, "write a day that the month has")
    if found.year in (0, 9999):
        message = f'"{found}" lies at the edge of the calendar'
        return UnreadableError(message, "dates from 0001 to the end of November 9999 can be used")
    if found.precision is Precision.DAY:
        month = MONTHS[found.number - 1].capitalize()
        message = f'"{found}" is not a date: {month} {found.year} has no day {found.day}'
        return UnreadableError(message, "write a day that the month has")
    return UnreadableError(f'"{found}" is not a date of the calendar', _accepted())


def _meant(text: str) -> str:
    """How to write a date that is understood, though not accepted; "" where it is not."""
    from cjpeace.core.dates.meant_date import rewritten  # only when a message needs it

    ways = [way for way in rewritten(text, MONTHS) if way != text and _is_possible(way)]
    return f"write {' or '.join(ways)}" if ways else ""


def _is_possible(written: str) -> bool:
    sides = [_from_digits(side) for side in written.split("/")]
    try:
        return all(side is not None and side.window for side in sides)
    except UnreadableError:
        return False


def _accepted(side: str = "") -> str:
    word = side.split(" ", maxsplit=1)[0].lower()
    if word.isalpha() and word not in _PARTS:
        from difflib import get_close_matches  # only when a message needs it

        near = get_close_matches(word, _PARTS, 1)
        if near:
            enough = _from_words(near[0] + side[len(word) :])
            accepted = "" if enough else f" accepted: {ACCEPTED}"
            return f'did you mean "{near[0].capitalize()}"?{accepted}'
    return f"accepted: {ACCEPTED}"
