"""The weeks and days from which a rule takes its days."""

from datetime import date
from math import gcd

from cjpeace.core.rules.rrule import RecurrenceRule
from cjpeace.core.rules.rrule_days import (
    CYCLE_DAYS,
    CYCLE_YEARS,
    chosen,
    days_of_year,
    first_day_and_kind,
    like,
    places,
)


class Weeks:
    """Every n-th week, from that of `start`; weeks begin on the weekday that WKST names."""

    __slots__ = ("cycle", "every", "first", "rule", "step", "taken")

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.rule, self.step = rule, 7 * rule.interval
        self.first = start.toordinal() - (start.weekday() - rule.week_start) % 7
        self.every = sorted({(day.weekday - rule.week_start) % 7 for day in rule.by_day})
        self.taken = chosen(self.every, rule.by_set_pos)
        self.cycle = CYCLE_DAYS // gcd(self.step, CYCLE_DAYS) if rule.by_month else 1

    def number(self, day: int) -> int:
        """The number of the last of them that begins on or before `day`."""
        return (day - self.first) // self.step

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """The first day of the week, and how long after it the days lie."""
        first = self.first + number * self.step
        if not self.rule.by_month:
            return first, self.taken
        days = [day for day in self.every if like(first + day).month in self.rule.by_month]
        return first, chosen(days, self.rule.by_set_pos)


class Days:
    """Every n-th day, from `start`."""

    __slots__ = ("first", "step")
    cycle = 1

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.first, self.step = start.toordinal(), rule.interval

    def number(self, day: int) -> int:
        """The number of the last of them on or before `day`."""
        return (day - self.first) // self.step

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """That day itself."""
        return self.first + number * self.step, (0,)


class LimitedDays:
    """Every n-th day, where it is in certain months, or on certain days of a month or week."""

    __slots__ = ("cycle", "first", "known", "rule", "step")

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.rule, self.first, self.step = rule, start.toordinal(), rule.interval
        self.cycle = CYCLE_DAYS // gcd(self.step, CYCLE_DAYS)
        self.known: dict[int, int] = {}

    def number(self, day: int) -> int:
        """The number of the last of them on or before `day`."""
        return (day - self.first) // self.step

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """That day itself, or nothing."""
        day = self.first + number * self.step
        alike = like(day)
        first, kind = first_day_and_kind(alike.year)
        if kind not in self.known:
            self.known[kind] = days_of_any_position(self.rule, kind)
        taken = self.known[kind] >> alike.toordinal() - first & 1
        return day, (0,) if taken else ()


class YearsOfLimitedDays:
    """The like by whole years, for days of which a year has many."""

    __slots__ = ("cycle", "first", "known", "lattice", "rule", "step")

    longest_step = 28

    def __init__(self, rule: RecurrenceRule, start: date) -> None:
        self.rule, self.first, self.step = rule, start.toordinal(), rule.interval
        self.cycle = CYCLE_YEARS * self.step // gcd(self.step, CYCLE_DAYS)
        self.lattice = sum(1 << place for place in range(0, 366, self.step))
        self.known: dict[tuple[int, int], tuple[int, ...]] = {}

    def number(self, day: int) -> int:
        """The year of `day`."""
        return date.fromordinal(day).year

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        """1 January, and how long after it the days lie."""
        first, kind = first_day_and_kind(number)
        key = (kind, (self.first - first) % self.step)
        days = self.known.get(key)
        if days is None:
            allowed = days_of_any_position(self.rule, kind)
            days = self.known[key] = places(allowed & self.lattice << key[1], ())
        return first, days


def days_of_any_position(rule: RecurrenceRule, kind: int) -> int:
    """The days of a kind of year; each is a set of one, of which BYSETPOS takes 1 and -1."""
    if rule.by_set_pos and not {1, -1}.intersection(rule.by_set_pos):
        return 0
    return days_of_year(rule, kind)
