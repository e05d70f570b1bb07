"""The years and months from which a rule takes its days."""

from datetime import date
from math import gcd

from cjpeace.core.rules.rrule import RecurrenceRule
from cjpeace.core.rules.rrule_days import (
    CYCLE_YEARS,
    MONTH_STARTS,
    days_of_month,
    days_of_weeks,
    days_of_year,
    first_day_and_kind,
    first_day_and_kinds_around,
    places,
    year_of,
)


class Years:
    """Every n-th calendar year, from that of `start`."""

    __slots__ = ("cycle", "known", "rule", "step", "year")

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.rule, self.year, self.step = rule, start.year, rule.interval
        self.cycle = CYCLE_YEARS // gcd(self.step, CYCLE_YEARS)
        self.known: dict[int, tuple[int, ...]] = {}

    def number(self, day: int) -> int:
        """The number of the last of them that begins on or before `day`."""
        return (date.fromordinal(day).year - self.year) // self.step

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """1 January, and how long after it the days lie."""
        first, kind = first_day_and_kind(self.year + number * self.step)
        days = self.known.get(kind)
        if days is None:
            days = places(days_of_year(self.rule, kind), self.rule.by_set_pos)
            self.known[kind] = days
        return first, days


class WeekYears:
    """Every year of whole weeks, of which the first has at least four days in that year.

    Thus a week at the turn of a year is in one year alone (RFC 5545, BYWEEKNO).
    """

    __slots__ = ("known", "rule")
    cycle = CYCLE_YEARS

    def __init__(self, rule: RecurrenceRule) -> None:
        self.rule = rule
        self.known: dict[tuple[int, int, int], tuple[int, ...]] = {}

    def number(self, day: int) -> int:
        """The year to which the week of `day` belongs: that of its fourth day."""
        return year_of(day + 3 - (day - 1 - self.rule.week_start) % 7)

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """A day shortly before 1 January, and how long after it the days lie."""
        first, kinds = first_day_and_kinds_around(number)
        days = self.known.get(kinds)
        if days is None:
            days = self.known[kinds] = self._days(*kinds)
        return first - _MARGIN, days

    def _days(self, before: int, kind: int, after: int) -> tuple[int, ...]:
        length = 365 + kind // 7
        days = days_of_year(self.rule, before) >> 365 + before // 7 - _MARGIN
        days |= days_of_year(self.rule, kind) << _MARGIN
        days |= days_of_year(self.rule, after) << _MARGIN + length
        offset = self._offset(kind)
        weeks = (length + self._offset(after) - offset) // 7
        days &= days_of_weeks(self.rule.by_week_no, _MARGIN + offset, weeks)
        return places(days, self.rule.by_set_pos)

    def _offset(self, kind: int) -> int:
        """How many days (-3 to 3) after 1 January week 1 begins."""
        return 3 - (kind + 3 - self.rule.week_start) % 7


_MARGIN = 7
"""So many days of the year before and after are looked at: 3 can be in a week of this one."""


class Months:
    """Every n-th month, from that of `start`."""

    __slots__ = ("cycle", "known", "month", "rule", "step")

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.rule, self.month, self.step = rule, start.year * 12 + start.month - 1, rule.interval
        self.cycle = 12 * CYCLE_YEARS // gcd(self.step, 12 * CYCLE_YEARS)
        self.known: dict[tuple[int, int], tuple[int, ...]] = {}

    def number(self, day: int) -> int:
        """The number of the last of them that begins on or before `day`."""
        found = date.fromordinal(day)
        return (found.year * 12 + found.month - 1 - self.month) // self.step

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """The first of the month, and how long after it the days lie."""
        year, month = divmod(self.month + number * self.step, 12)
        first, kind = first_day_and_kind(year)
        starts = MONTH_STARTS[kind // 7]
        first += starts[month]
        if self.rule.by_month and month + 1 not in self.rule.by_month:
            return first, ()
        key = (starts[month + 1] - starts[month], (first - 1) % 7)
        days = self.known.get(key)
        if days is None:
            days = places(days_of_month(self.rule, *key), self.rule.by_set_pos)
            self.known[key] = days
        return first, days
