"""The days that a rule takes from a year or a month, as the bits of a number: bit 0 is the first.

What a year holds depends on nothing but its length and its first weekday; likewise a month.
"""

from collections.abc import Iterable
from datetime import date

from cjpeace.core.rules.rrule import NumberedWeekday, RecurrenceRule

CYCLE_YEARS = 400
CYCLE_DAYS = 146097
"""After so many years, or days, the calendar repeats itself, weekdays included."""

MONTH_STARTS = (
    (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365),
    (0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366),
)
"""The days before each month, and in all, of a common and of a leap year."""


def _calendar() -> tuple[tuple[int, int], ...]:
    """The first day (as date.toordinal counts) and the kind of each year from 0 to 399."""
    first, years = -365, []
    for year in range(CYCLE_YEARS):
        leap = year % 4 == 0 and (year % 100 != 0 or year == 0)
        years.append((first, (first - 1) % 7 + 7 * leap))
        first += 365 + leap
    return tuple(years)


_CALENDAR = _calendar()


def first_day_and_kind(year: int) -> tuple[int, int]:
    """1 January as date.toordinal counts, and one of 14 kinds; the year may be any.

    The kind is the first weekday (0 is Monday), and 7 more in a leap year.

    >>> first_day_and_kind(2000) == (date(2000, 1, 1).toordinal(), 5 + 7)
    True
    """
    cycles, in_cycle = divmod(year, CYCLE_YEARS)
    first, kind = _CALENDAR[in_cycle]
    return first + cycles * CYCLE_DAYS, kind


_KINDS_AROUND = tuple(
    (_CALENDAR[year - 1][1], _CALENDAR[year][1], _CALENDAR[(year + 1) % CYCLE_YEARS][1])
    for year in range(CYCLE_YEARS)
)


def first_day_and_kinds_around(year: int) -> tuple[int, tuple[int, int, int]]:
    """The like of a year, with the kinds of the one before, itself and the one after."""
    cycles, in_cycle = divmod(year, CYCLE_YEARS)
    return _CALENDAR[in_cycle][0] + cycles * CYCLE_DAYS, _KINDS_AROUND[in_cycle]


def year_of(day: int) -> int:
    """The year of a day, which may lie outside the calendar."""
    cycles, in_cycle = divmod(day - 1, CYCLE_DAYS)
    return date.fromordinal(in_cycle + 1).year + cycles * CYCLE_YEARS


def like(day: int) -> date:
    """The day of the first 400 years that is like a day which the calendar may not have."""
    return date.fromordinal((day - 1) % CYCLE_DAYS + 1)


def days_of_year(rule: RecurrenceRule, kind: int) -> int:
    """The days that BYMONTH, BYYEARDAY, BYMONTHDAY and BYDAY leave of a kind of year."""
    starts = MONTH_STARTS[kind // 7]
    days = _first(starts[12])
    if rule.by_month or rule.by_month_day:
        days = _union(
            days_of_month(rule, starts[month] - starts[month - 1], kind + starts[month - 1])
            << starts[month - 1]
            for month in rule.by_month or range(1, 13)
        )
    elif rule.by_day:
        days = _weekdays(rule.by_day, starts[12], kind)
    return days & _numbered(rule.by_year_day, starts[12]) if rule.by_year_day else days


def days_of_month(rule: RecurrenceRule, length: int, first_weekday: int) -> int:
    """The days that BYMONTHDAY and BYDAY leave of a month."""
    days = _numbered(rule.by_month_day, length) if rule.by_month_day else _first(length)
    return days & _weekdays(rule.by_day, length, first_weekday) if rule.by_day else days


def days_of_weeks(by_week_no: tuple[int, ...], first: int, weeks: int) -> int:
    """The days of the numbered weeks of a year that has so many and begins with bit `first`."""
    numbers = (number if number > 0 else weeks + 1 + number for number in by_week_no)
    return _union(_first(7) << first + 7 * (n - 1) for n in numbers if 1 <= n <= weeks)


def places(days: int, by_set_pos: tuple[int, ...]) -> tuple[int, ...]:
    """The bits of a period that are set, or those of them that BYSETPOS counts, in order."""
    if days.bit_count() > _FEW:
        found = [place for place, bit in enumerate(f"{days:b}"[::-1]) if bit == "1"]
        return chosen(found, by_set_pos)
    found = []
    while days:
        found.append((days & -days).bit_length() - 1)
        days &= days - 1
    return chosen(found, by_set_pos)


_FEW = 40
"""So many bits are found one by one in the time that it takes to look at those of a year."""


def chosen(days: list[int], by_set_pos: tuple[int, ...]) -> tuple[int, ...]:
    """Those of the days of a period, in order, that BYSETPOS counts; all of them without it."""
    if not by_set_pos:
        return tuple(days)
    counted = _numbered(by_set_pos, len(days))
    return tuple(day for place, day in enumerate(days) if counted >> place & 1)


def _first(count: int) -> int:
    return (1 << count) - 1


def _union(sets: Iterable[int]) -> int:
    union = 0
    for days in sets:
        union |= days
    return union


def _numbered(numbers: Iterable[int], length: int) -> int:
    """The n-th of so many days; negative numbers count from the last, which is -1."""
    found = (number - 1 if number > 0 else length + number for number in numbers)
    return _union(1 << place for place in found if 0 <= place < length)


def _weekdays(by_day: Iterable[NumberedWeekday], length: int, first_weekday: int) -> int:
    """Those weekdays, each or the n-th, of so many days of which the first has that weekday."""
    days = 0
    for day in by_day:
        first = (day.weekday - first_weekday) % 7
        if not day.ordinal:
            days |= _EVERY_SEVENTH << first & _first(length)
            continue
        count = (length - first + 6) // 7
        week = day.ordinal - 1 if day.ordinal > 0 else count + day.ordinal
        days |= 1 << first + 7 * week if 0 <= week < count else 0
    return days


_EVERY_SEVENTH = _union(1 << 7 * week for week in range(53))
