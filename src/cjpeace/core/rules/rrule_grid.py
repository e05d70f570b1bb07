"""The days of a recurrence rule, found near any day by arithmetic, forward and backward.

A rule takes its days from periods: years, months, weeks or days. The period that holds a day is
computed, never walked to, and what periods of a kind hold is remembered.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Protocol

from msgspec.structs import replace

from cjpeace.core.dates.window import ONE_DAY
from cjpeace.core.rules.rrule import Frequency, RecurrenceRule, UnreadableRuleError, shortened
from cjpeace.core.rules.rrule_weeks import Days, LimitedDays, Weeks, YearsOfLimitedDays
from cjpeace.core.rules.rrule_years import Months, WeekYears, Years


class RuleDays:
    """The days of a rule that begins on `start`, which must be one of them.

    Raises UnreadableRuleError where it is not, and names the nearest days that are.

    >>> days = RuleDays(RecurrenceRule(Frequency.DAILY, interval=10), date(1998, 9, 8))
    >>> str(next(days.on_or_after(date(2026, 11, 24)))), str(next(days.before(date(2026, 11, 24))))
    ('2026-11-30', '2026-11-20')
    """

    __slots__ = ("grid", "last", "start")

    grid: "RuleGrid"
    """The same days, and those that the rule would have before its beginning and after its end."""

    last: date | None
    """The last day, None when neither COUNT nor UNTIL ends the rule within the calendar."""

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.start, self.grid = start, RuleGrid(rule, start)
        _refuse_false_start(self.grid, start)
        self.last = None
        if rule.until is not None:
            self.last = next(self.grid.descending(rule.until))
        if rule.count is not None:
            self.last = self.grid.counted(start, rule.count)

    def on_or_after(self, day: date) -> Iterator[date]:
        """The days from `day` on, in order."""
        return self.grid.ascending(max(day, self.start), self.last or date.max)

    def before(self, day: date) -> Iterator[date]:
        """The days before `day`, the latest first."""
        if day <= self.start:
            return iter(())
        return self.grid.descending(min(day - ONE_DAY, self.last or date.max), self.start)

    def is_instance(self, day: date) -> bool:
        """Whether `day` is one of the days."""
        return self.start <= day <= (self.last or date.max) and self.grid.has(day)


class Periods(Protocol):
    """The periods of a rule, numbered one after the other.

    Days are counted as date.toordinal does; a period may lie outside the calendar.
    """

    @property
    def cycle(self) -> int:
        """After so many periods the same days come again."""

    def number(self, day: int) -> int:
        """The number of the last period that begins on or before a day of the calendar."""

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """A day, and how long after it each day lies that the rule takes, in order."""


class RuleGrid:
    """The days of a rule, laid through `start` without beginning or end.

    `rule` is the rule with what it leaves to that day filled in.
    """

    __slots__ = ("periods", "rule")

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.rule = rule.begun(start)
        self.periods = _periods(self.rule, start)

    def ascending(self, first: date, last: date = date.max) -> Iterator[date]:
        """The days from `first` to `last`, in order."""
        from_day, to_day = first.toordinal(), last.toordinal()
        number, end = self.periods.number(from_day), self.periods.number(to_day)
        patience = number + self.periods.cycle
        while number <= end and number <= patience:
            period, days = self.periods.days(number)
            if period < from_day:
                days = days[bisect_left(days, from_day - period) :]
            if days:
                patience = number + self.periods.cycle
                if period + days[-1] > to_day:
                    days = days[: bisect_right(days, to_day - period)]
                for day in days:
                    yield _date(period + day)
            number += 1

    def descending(self, last: date, first: date = date.min) -> Iterator[date]:
        """The days from `last` back to `first`, the latest first."""
        to_day, from_day = last.toordinal(), first.toordinal()
        number, end = self.periods.number(to_day), self.periods.number(from_day)
        patience = number - self.periods.cycle
        while number >= end and number >= patience:
            period, days = self.periods.days(number)
            if days and period + days[-1] > to_day:
                days = days[: bisect_right(days, to_day - period)]
            if days:
                patience = number - self.periods.cycle
                if period < from_day:
                    days = days[bisect_left(days, from_day - period) :]
                for day in reversed(days):
                    yield _date(period + day)
            number -= 1

    def counted(self, first: date, count: int) -> date | None:
        """The n-th of the days from `first` on, None where it would lie after the calendar."""
        number, end = (self.periods.number(day.toordinal()) for day in (first, date.max))
        period, days = self.periods.days(number)
        count += bisect_left(days, first.toordinal() - period)
        left, cycle_end = count, number + self.periods.cycle
        while number <= end:
            if number == cycle_end:
                cycles, left = divmod(left - 1, count - left)
                left += 1
                number += cycles * self.periods.cycle
            period, days = self.periods.days(number)
            if left <= len(days):
                day = period + days[left - 1]
                return _date(day) if day <= _LAST_DAY else None
            left -= len(days)
            number += 1
        return None

    def count(self, first: date, last: date) -> int:
        """How many days there are from `first` to `last`."""
        from_day, to_day = first.toordinal(), last.toordinal()
        low, high = self.periods.number(from_day), self.periods.number(to_day)
        found = 0
        for number in {low, high}:
            period, days = self.periods.days(number)
            found += bisect_right(days, to_day - period) - bisect_left(days, from_day - period)
        cycles, rest = divmod(max(0, high - low - 1), self.periods.cycle)
        if cycles:
            found += cycles * self._count_whole(low + 1, low + 1 + self.periods.cycle)
        return found + self._count_whole(low + 1, low + 1 + rest)

    def _count_whole(self, low: int, high: int) -> int:
        days = self.periods.days
        return sum(len(days(number)[1]) for number in range(low, high))

    def has(self, day: date) -> bool:
        """Whether `day` is one of the days."""
        number = self.periods.number(day.toordinal())
        period, days = self.periods.days(number)
        return day.toordinal() - period in days


_date = date.fromordinal
_LAST_DAY = date.max.toordinal()


def _periods(rule: RecurrenceRule, start: date) -> Periods:  # noqa: PLR0911 - one a kind
    match rule.frequency:
        case Frequency.YEARLY:
            return WeekYears(rule) if rule.by_week_no else Years(rule, start)
        case Frequency.MONTHLY if _is_of_every_period(rule):
            months = rule.by_month or tuple(range(1, 13))
            return Years(replace(rule, frequency=Frequency.YEARLY, by_month=months), start)
        case Frequency.MONTHLY:
            return Months(rule, start)
        case Frequency.WEEKLY if rule.by_month and _is_of_every_period(rule):
            return YearsOfLimitedDays(replace(rule, frequency=Frequency.DAILY), start)
        case Frequency.WEEKLY:
            return Weeks(rule, start)
        case Frequency.DAILY if any(rule.by_parts):
            often = rule.interval <= YearsOfLimitedDays.longest_step
            return YearsOfLimitedDays(rule, start) if often else LimitedDays(rule, start)
        case Frequency.DAILY:
            return Days(rule, start)


def _is_of_every_period(rule: RecurrenceRule) -> bool:
    """Whether it takes the same days from longer periods, of which there are fewer."""
    return rule.interval == 1 and not rule.by_set_pos


def _refuse_false_start(grid: RuleGrid, start: date) -> None:
    rule, until = grid.rule, grid.rule.until
    if until is not None and until < start:
        message = f"UNTIL={until:%Y%m%d} lies before {start}, on which the rule begins"
        raise UnreadableRuleError(message, f"write a last day from {start} on", "UNTIL")
    if grid.has(start):
        return
    nearest = [
        *islice(grid.descending(start), 1),
        *islice(grid.ascending(start, until or date.max), 1),
    ]
    if not nearest:
        message = f"{shortened(str(rule))} falls on no day at all"
        raise UnreadableRuleError(message, "name days that there are")
    message = f"{shortened(str(rule))} does not fall on {start}, the day it begins"
    written = " or ".join(f"`since: {day}`" for day in nearest)
    raise UnreadableRuleError(message, f"write {written}, where it does", "DTSTART")
