"""Lengths of time as an agenda says them: "3 months", "2 days", "90 minutes"."""

import re
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct

from cjpeace.core.unreadable import UnreadableError


class Unit(Enum):
    """A unit of time; the value is its name in the singular."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"

    __hash__ = object.__hash__  # one object each; an Enum's own hashes the name anew each time


MONTHS_IN = {Unit.YEAR: 12, Unit.QUARTER: 3, Unit.MONTH: 1}
DAYS_IN = {Unit.WEEK: 7, Unit.DAY: 1}
MINUTES_IN = {Unit.HOUR: 60, Unit.MINUTE: 1}

LONGEST_YEARS = 400
"""No length exceeds 400 years, the period after which the calendar repeats itself."""


class Duration(Struct, frozen=True):
    """A whole number of one unit, never negative."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}{'' if self.count == 1 else 's'}"

    @property
    def months(self) -> int:
        """How many months it is, 0 when its unit is a week or less."""
        return self.count * MONTHS_IN.get(self.unit, 0)

    @property
    def days(self) -> int:
        """How many days it is, 0 when its unit is not a week or a day."""
        return self.count * DAYS_IN.get(self.unit, 0)

    @property
    def minutes(self) -> int:
        """How many minutes it is, 0 when its unit is a day or more."""
        return self.count * MINUTES_IN.get(self.unit, 0)

    @property
    def most_days(self) -> int:
        """A number of days that it never exceeds, part of a day counted whole."""
        return self.months * 31 + self.days + -(-self.minutes // (24 * 60))

    def after(self, day: date) -> date:
        """The day that lies this long after `day`, the calendar's last one at the most.

        >>> str(Duration(1, Unit.MONTH).after(date(2025, 1, 31)))
        '2025-02-28'
        """
        months = self.months
        try:
            return months_after(day, months) if months else day + timedelta(self.days)
        except (ValueError, OverflowError):
            return date.max

    def earliest_start(self, day: date) -> date:
        """A day from which this length, however it falls, ends by `day`."""
        return shifted(day, -self.most_days)


def months_after(day: date, months: int) -> date:
    """The same day so many months later (or before), the last of the month when it is shorter.

    Raises ValueError past the ends of the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= SHORTEST:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


SHORTEST = 28
"""Every month has so many days."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """How many days a month (1 to 12) has."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)  # noqa: PLR2004
    return 29 if leap else _LENGTHS[month - 1]


def shifted(day: date, days: int) -> date:
    """`day` moved by so many days, kept within the calendar."""
    try:
        return date.fromordinal(day.toordinal() + days)
    except (ValueError, OverflowError):
        return date.min if days < 0 else date.max


_WRITTEN = re.compile(r"(?:([0-9]{1,30}) )?([a-z]+?)s?", re.ASCII | re.IGNORECASE)


def parse_duration(text: str, units: tuple[Unit, ...]) -> Duration:
    """A length such as "3 months" or "year" in one of `units`; raises UnreadableError.

    >>> parse_duration("3 months", (Unit.MONTH,))
    Duration(count=3, unit=<Unit.MONTH: 'month'>)
    """
    match = _WRITTEN.fullmatch(text)
    unit = match and next((unit for unit in units if unit.value == match[2].lower()), None)
    if not match or not unit:
        names = ", ".join(f"{unit.value}s" for unit in units)
        message = f'"{text}" is not a length of time'
        raise UnreadableError(
            message, f'accepted: a number and a unit ({names}), as in "2 {names.split(",")[0]}"'
        )
    duration = Duration(int(match[1] or 1), unit)
    if duration.count == 0:
        message = f'"{text}" is no time at all'
        raise UnreadableError(message, f'the least is "1 {unit.value}"')
    if duration.most_days > LONGEST_YEARS * 12 * 31:
        message = f'"{text}" is longer than {LONGEST_YEARS} years'
        raise UnreadableError(message, "write a shorter length")
    return duration
