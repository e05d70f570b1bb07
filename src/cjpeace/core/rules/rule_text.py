"""What a cadence says in words: `every` and `when` as an agenda writes them."""

import re

from cjpeace.core.dates.duration import Duration, Unit, parse_duration
from cjpeace.core.dates.edtf import LONGEST, MONTHS, MONTHS_IN, Precision, first_month, named_part
from cjpeace.core.dates.pattern import (
    LAST_DAY,
    ORDINALS,
    WEEKDAYS,
    DayOfMonth,
    DayOfYear,
    DayPattern,
    Months,
    Pattern,
    Weekday,
    WeekdayOfMonth,
)
from cjpeace.core.nearest import nearest
from cjpeace.core.unreadable import UnreadableError

EVERY_UNITS = (Unit.YEAR, Unit.QUARTER, Unit.MONTH, Unit.WEEK, Unit.DAY)

ADJECTIVES = {
    "annual": Duration(1, Unit.YEAR),
    "yearly": Duration(1, Unit.YEAR),
    "semiannual": Duration(6, Unit.MONTH),
    "quarterly": Duration(1, Unit.QUARTER),
    "monthly": Duration(1, Unit.MONTH),
    "weekly": Duration(1, Unit.WEEK),
    "biennial": Duration(2, Unit.YEAR),
    "triennial": Duration(3, Unit.YEAR),
    "quadrennial": Duration(4, Unit.YEAR),
    "quinquennial": Duration(5, Unit.YEAR),
    "decennial": Duration(10, Unit.YEAR),
}

TWO_MEANINGS = {
    "biannual": ("twice a year (6 months)", "every second year (2 years)"),
    "bimonthly": ("twice a month (every month, on two days)", "every second month (2 months)"),
    "biweekly": ("twice a week (every week, on two days)", "every second week (2 weeks)"),
}

_HOW_TO_WRITE = {
    "biannual": 'write "6 months" or "2 years"',
    "bimonthly": 'write "2 months", or "month" with two days in `when`',
    "biweekly": 'write "2 weeks", or "week" with two days in `when`',
}

EVERY_ACCEPTED = (
    "a number and a unit (2 years, 6 months, 3 weeks, 10 days, quarter, year) or one of "
    + ", ".join(ADJECTIVES)
)


def parse_every(text: str) -> Duration:
    """The interval that `every` says; raises UnreadableError.

    >>> str(parse_every("biennial")), str(parse_every("quarter"))
    ('2 years', '1 quarter')
    """
    word = text.strip().lower()
    if word in ADJECTIVES:
        return ADJECTIVES[word]
    if word in TWO_MEANINGS:
        one, other = TWO_MEANINGS[word]
        message = f'"{text}" means two things: {one}, or {other}'
        raise UnreadableError(message, _HOW_TO_WRITE[word])
    if not any(character.isdecimal() for character in word) and word not in _UNIT_NAMES:
        near = nearest(word, [*ADJECTIVES, *_UNIT_NAMES])
        meant = f'did you mean "{near}"? ' if near else ""
        raise UnreadableError(f'"{text}" is not an interval', f"{meant}accepted: {EVERY_ACCEPTED}")
    return parse_duration(word, EVERY_UNITS)


_UNIT_NAMES = tuple(unit.value for unit in EVERY_UNITS)


def parse_when(text: str, every: Duration) -> Pattern:
    """What `when` says of each period of an interval; raises UnreadableError.

    >>> parse_when("fall", Duration(2, Unit.YEAR))
    Months(month=9, count=3)
    >>> parse_when("last Friday", Duration(1, Unit.MONTH))
    WeekdayOfMonth(ordinal=4, weekday=4)
    """
    words = " ".join(text.split()).lower()
    found = _in_period(words, every)
    if found is None:
        raise UnreadableError(
            f'"{text}" does not say when in a period of {every}', _accepted(every, words)
        )
    return found


def _in_period(words: str, every: Duration) -> Pattern | None:
    match every.unit:
        case Unit.YEAR:
            return _months(words) or _day_of_year(words)
        case Unit.QUARTER | Unit.MONTH:
            return _day_of_month(words)
        case Unit.WEEK:
            return Weekday(WEEKDAYS.index(words)) if words in WEEKDAYS else None
        case _:
            return None


def _months(words: str) -> Months | None:
    first, _, last = words.partition(" to ")
    begin = named_part(first)
    end = named_part(last) if last else begin
    if begin is None or end is None or (begin[0] is not end[0]):
        return None
    month, last_month = first_month(*begin), first_month(*end)
    return Months(month, (last_month - month) % 12 + MONTHS_IN[end[0]])


_DAY_AND_MONTH = re.compile(r"([0-9]{1,2}) ([a-z]+)", re.ASCII)


def _day_of_year(words: str) -> DayOfYear | None:
    pattern, _, month_name = words.partition(" of ")
    month = month_number(month_name)
    if month is not None:
        found = _weekday_or_last(pattern)
        return None if found is None else DayOfYear(month, found)
    match = _DAY_AND_MONTH.fullmatch(words)
    month = match and month_number(match[2])
    if not match or month is None:
        return None
    return DayOfYear(month, DayOfMonth(_existing_day(int(match[1]), month)))


def _existing_day(day: int, month: int) -> int:
    longest = LONGEST[month - 1]
    if not 1 <= day <= longest:
        message = f"{MONTHS[month - 1].capitalize()} never has a day {day}"
        raise UnreadableError(message, f"its last day is {longest}")
    return day


def _day_of_month(words: str) -> DayPattern | None:
    if not (words.isdecimal() and words.isascii()):
        return _weekday_or_last(words)
    return DayOfMonth(int(words)) if len(words) < 3 and 1 <= int(words) <= LAST_DAY else None  # noqa: PLR2004


def _weekday_or_last(words: str) -> DayPattern | None:
    if words == "last day":
        return DayOfMonth(LAST_DAY)
    ordinal, _, weekday = words.partition(" ")
    if ordinal not in ORDINALS or weekday not in WEEKDAYS:
        return None
    return WeekdayOfMonth(ORDINALS.index(ordinal), WEEKDAYS.index(weekday))


def month_number(name: str) -> int | None:
    """The number (1 to 12) of a month named in any case, None where it is no month."""
    part = named_part(name)
    return part[1] if part and part[0] is Precision.MONTH else None


def parse_yearly_span(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two days of every year with a slash between them; raises UnreadableError.

    >>> parse_yearly_span("29 December/3 January")
    ((12, 29), (1, 3))
    """
    sides = text.lower().split("/")
    days = [_DAY_AND_MONTH.fullmatch(side.strip()) for side in sides]
    if len(days) not in (1, 2):
        raise UnreadableError(f'"{text}" is not a span of days', _SPAN_ACCEPTED)
    found = []
    for match in days:
        month = match and month_number(match[2])
        if not match or month is None:
            raise UnreadableError(f'"{text}" is not a span of days', _SPAN_ACCEPTED)
        found.append((month, _existing_day(int(match[1]), month)))
    return found[0], found[-1]


_SPAN_ACCEPTED = "accepted: a day or two of every year, as in 29 December/3 January"


def _accepted(every: Duration, words: str) -> str:
    match every.unit:
        case Unit.YEAR:
            near = nearest(
                words.rsplit(" ", maxsplit=1)[-1], (*MONTHS, "spring", "summer", "autumn", "winter")
            )
            accepted = (
                "a month, a season, Q1 to Q4, H1, H2, two of a kind (July to August), "
                "or a day (31 May, second Tuesday of September)"
            )
            meant = f'did you mean "{near.capitalize()}"? ' if near and near != words else ""
            return f"{meant}accepted with years: {accepted}"
        case Unit.QUARTER | Unit.MONTH:
            return "accepted with months: a day (15, last day, second Tuesday, last Friday)"
        case Unit.WEEK:
            return "accepted with weeks: a weekday (Tuesday)"
        case _:
            return "`when` goes with years, months or weeks: leave it out"
