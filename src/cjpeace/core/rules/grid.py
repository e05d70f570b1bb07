"""The grid of windows that a rule lays, found near any day by arithmetic from the anchor."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from math import gcd
from typing import Protocol

from cjpeace.core.dates.duration import SHORTEST, Duration, days_in_month, months_after
from cjpeace.core.dates.pattern import (
    DayOfMonth,
    DayOfYear,
    Months,
    Pattern,
    Weekday,
    WeekdayOfMonth,
)
from cjpeace.core.dates.window import Window
from cjpeace.core.rules.cadence import Era


class Grid(Protocol):
    """The windows of a rule, those before its anchor and after its end included."""

    longest: int
    """A number of days that no window exceeds."""
    shortest: int
    """A number of days that every window has."""
    last: date | None
    """The day on which the last window begins that the rule lays; None when it has no last one."""

    def ascending(self, day: date) -> Iterator[Window]:
        """The windows that begin on or after `day`, by start, then end."""

    def descending(self, day: date) -> Iterator[Window]:
        """The windows that begin before `day`, the latest first."""

    def count(self, first: date, before: date) -> int:
        """How many windows begin from `first` on and before `before`, told without a walk.

        All of these must end within the calendar.
        """

    def number(self, window: Window) -> int | None:
        """The number k of the period in which a window lies; None where periods have none."""


def grid_of(era: Era, lasts: int) -> Grid:
    """The grid of a rule whose sessions last so many days."""
    if era.rule is not None:
        from cjpeace.core.rules.recurrence import Recurrence  # few agendas need it to start

        return Recurrence(era.rule, era.anchor, lasts)
    if not era.when:
        return _Periods(era.anchor, era.every)
    if era.every.days:
        return _Weeks(era.anchor, era.every.days // 7, era.when, lasts)
    if isinstance(era.when[0], (Months, DayOfYear)):
        return _Years(era.anchor.year, era.every.months // 12, era.when, lasts)
    return _MonthDays(era.anchor, era.every.months, era.when, lasts)


class _Cells(ABC):
    """Windows in numbered cells: each begins within its cell, and the cell of a day is computed."""

    longest: int
    shortest: int
    last: date | None = None

    def __init__(self) -> None:
        self._laid: dict[int, list[Window] | None] = {}

    @abstractmethod
    def cell(self, day: date) -> int:
        """The number of the cell in which `day` lies, 0 being that of the anchor."""

    @abstractmethod
    def windows(self, cell: int) -> list[Window]:
        """The windows of a cell by start, then end; an error where the calendar ends."""

    def ascending(self, day: date) -> Iterator[Window]:
        cell = self.cell(day)
        while (windows := self._windows(cell)) is not None:
            for window in windows:
                if window.start >= day:
                    yield window
            cell += 1

    def descending(self, day: date) -> Iterator[Window]:
        cell = self.cell(day)
        if day.year > MIDDLE:  # the last cells of the calendar may end after it
            while self._windows(cell) is None:
                cell -= 1
        while (windows := self._windows(cell)) is not None:
            for window in reversed(windows):
                if window.start < day:
                    yield window
            cell -= 1

    def count(self, first: date, before: date) -> int:
        if before <= first:
            return 0
        low, high = self.cell(first), self.cell(before)
        edges = [low] if low == high else [low, high]
        starts = [window.start for cell in edges for window in self._windows(cell) or ()]
        found = sum(first <= start < before for start in starts)
        return found + self._count_whole(low + 1, high) if low + 1 < high else found

    def _count_whole(self, low: int, high: int) -> int:
        """How many windows the cells have from `low` up to, not including, `high`."""
        return (high - low) * len(self.windows(low))

    def _windows(self, cell: int) -> list[Window] | None:
        """The windows of a cell, remembered; None where the calendar ends."""
        try:
            return self._laid[cell]
        except KeyError:
            found = self._laid_out(cell)
        if len(self._laid) >= MOST_REMEMBERED:
            self._laid.clear()
        self._laid[cell] = found
        return found

    def _laid_out(self, cell: int) -> list[Window] | None:
        try:
            return self.windows(cell)
        except (ValueError, OverflowError):
            return None

    def number(self, window: Window) -> int:
        return self.cell(window.start)


MIDDLE = 5000
"""A year far from both ends of the calendar."""

MOST_REMEMBERED = 256
"""How many cells of a grid are remembered: those around some sessions and a day."""


class _Periods(_Cells):
    """Whole periods that follow each other from the anchor."""

    def __init__(self, anchor: date, every: Duration) -> None:
        super().__init__()
        self.anchor, self.months, self.days = anchor, every.months, every.days
        self.longest = every.most_days
        self.shortest = self.months * SHORTEST + self.days

    def cell(self, day: date) -> int:
        if self.days:
            return (day - self.anchor).days // self.days
        anchor = self.anchor
        months = (day.year - anchor.year) * 12 + day.month - anchor.month
        cell, later = divmod(months, self.months)
        if later or day.day >= min(anchor.day, days_in_month(day.year, day.month)):
            return cell
        return cell - 1

    def windows(self, cell: int) -> list[Window]:
        return [Window(self._start(cell), self._start(cell + 1))]

    def _start(self, cell: int) -> date:
        if self.days:
            return self.anchor + timedelta(cell * self.days)
        return months_after(self.anchor, cell * self.months)


class _Years(_Cells):
    """Windows or days of every n-th year."""

    def __init__(self, year: int, step: int, when: tuple[Pattern, ...], lasts: int) -> None:
        super().__init__()
        self.year, self.step, self.when = year, step, when
        self.lasts = timedelta(days=lasts)
        spans = [pattern.count for pattern in when if isinstance(pattern, Months)]
        self.longest = max([lasts, *(months * 31 for months in spans)])
        self.shortest = min(spans) * SHORTEST if len(spans) == len(when) else lasts

    def cell(self, day: date) -> int:
        return (day.year - self.year) // self.step

    def windows(self, cell: int) -> list[Window]:
        year = self.year + cell * self.step
        return _distinct([self._window(pattern, year) for pattern in self.when])

    def _count_whole(self, low: int, high: int) -> int:
        if len(self.when) == 1:
            return high - low
        years = range(self.year + low * self.step, self.year + high * self.step, self.step)
        return _in_all(years, CYCLE_YEARS, _kind_of_year, self._count_in)

    def _count_in(self, year: int) -> int:
        return len({self._window(pattern, year) for pattern in self.when})

    def _window(self, pattern: Pattern, year: int) -> Window:
        if isinstance(pattern, Months):
            return pattern.window(year)
        assert isinstance(pattern, DayOfYear)  # noqa: S101 - grid_of and the reader see to it
        day = pattern.pattern.day(year, pattern.month)
        return Window(day, day + self.lasts)


class _MonthDays(_Cells):
    """Days of every n-th month."""

    def __init__(self, anchor: date, step: int, when: tuple[Pattern, ...], lasts: int) -> None:
        super().__init__()
        self.month, self.step = anchor.year * 12 + anchor.month - 1, step
        self.patterns = [p for p in when if isinstance(p, DayOfMonth | WeekdayOfMonth)]
        self.lasts = timedelta(days=lasts)
        self.longest = self.shortest = lasts

    def cell(self, day: date) -> int:
        return (day.year * 12 + day.month - 1 - self.month) // self.step

    def windows(self, cell: int) -> list[Window]:
        year, month = divmod(self.month + cell * self.step, 12)
        days = [pattern.day(year, month + 1) for pattern in self.patterns]
        return _distinct([Window(day, day + self.lasts) for day in days])

    def _count_whole(self, low: int, high: int) -> int:
        if len(self.patterns) == 1:
            return high - low
        months = range(self.month + low * self.step, self.month + high * self.step, self.step)
        return _in_all(months, 12 * CYCLE_YEARS, _kind_of_month, self._count_in)

    def _count_in(self, month: int) -> int:
        year, month = divmod(month, 12)
        return len({pattern.day(year, month + 1) for pattern in self.patterns})


class _Weeks(_Cells):
    """Days of every n-th week; weeks begin on Monday."""

    def __init__(self, anchor: date, step: int, when: tuple[Pattern, ...], lasts: int) -> None:
        super().__init__()
        self.monday, self.step = anchor - timedelta(days=anchor.weekday()), step
        self.weekdays = [p for p in when if isinstance(p, Weekday)]
        self.lasts = timedelta(days=lasts)
        self.longest = self.shortest = lasts

    def cell(self, day: date) -> int:
        return (day - self.monday).days // (7 * self.step)

    def windows(self, cell: int) -> list[Window]:
        monday = self.monday + timedelta(days=7 * self.step * cell)
        days = [weekday.day(monday) for weekday in self.weekdays]
        return _distinct([Window(day, day + self.lasts) for day in days])


def _in_all(
    periods: range, cycle: int, kinds: Callable[[int], Hashable], count_in: Callable[[int], int]
) -> int:
    """The sum of what periods count, which repeats after a cycle and is told by their kind."""
    repeats = cycle // gcd(periods.step, cycle)
    cycles, rest = divmod(len(periods), repeats)
    found = 0
    for part, times in ((periods[: repeats if cycles else 0], cycles), (periods[:rest], 1)):
        alike = Counter(map(kinds, part))
        examples = {kinds(period): period for period in part}
        found += times * sum(count_in(examples[kind]) * many for kind, many in alike.items())
    return found


CYCLE_YEARS = 400
"""After so many years the calendar repeats itself, weekdays included."""


@lru_cache(maxsize=10_000)
def _kind_of_year(year: int) -> Hashable:
    """What the days of a year depend on."""
    return date(year, 1, 1).weekday(), days_in_month(year, 2)


@lru_cache(maxsize=120_000)
def _kind_of_month(month: int) -> Hashable:
    """What the days of a month depend on, counted in months from the year 0."""
    year, number = divmod(month, 12)
    return date(year, number + 1, 1).weekday(), days_in_month(year, number + 1)


def _distinct(windows: list[Window]) -> list[Window]:
    if len(windows) == 1:
        return windows
    return sorted(set(windows), key=lambda window: window.order)
