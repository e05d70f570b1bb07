"""The cadence: the rules of a mechanism by era, and the grid of windows each rule lays.

A grid is made of numbered cells (years, months, weeks or whole periods), so that the windows near
any day are found by arithmetic from the anchor, however long ago that was.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Protocol

from msgspec import Struct

from cjpeace.core.duration import Duration, months_after
from cjpeace.core.edtf import EdtfDate
from cjpeace.core.pattern import (
    DayOfMonth,
    DayOfYear,
    Months,
    Pattern,
    Weekday,
    WeekdayOfMonth,
)
from cjpeace.core.window import Window


class Basis(Enum):
    """What a slot is counted from: the anchor, or the session before it."""

    FIXED = "fixed"
    ROLLING = "rolling"


class Era(Struct, frozen=True):
    """One rule of a cadence, from `since` until it lapses or the next era takes over."""

    every: Duration
    since: EdtfDate
    when: tuple[Pattern, ...] = ()
    until: EdtfDate | None = None
    note: str | None = None
    source: tuple[str, ...] = ()

    @property
    def anchor(self) -> date:
        """The day from which the slots are counted."""
        return self.since.window.start

    @property
    def lapse(self) -> date | None:
        """The first day after `until`, None when the rule has no end of its own."""
        return None if self.until is None else self.until.window.end

    @property
    def on_days(self) -> bool:
        """Whether its slots are days, to which the length of a session is added."""
        return bool(self.when) and not isinstance(self.when[0], Months)


class Grid(Protocol):
    """The windows of a rule in numbered cells, without beginning or end.

    Cells begin one after the other, and each window begins within its cell.
    """

    longest: int
    """A number of days that no window exceeds."""

    def cell(self, day: date) -> int:
        """The number of the cell in which `day` lies."""

    def windows(self, cell: int) -> list[Window]:
        """The windows of a cell by start, then end; an error where the calendar ends."""


def grid_of(era: Era, lasts: int) -> Grid:
    """The grid of a rule whose sessions last so many days."""
    if not era.when:
        return _Periods(era.anchor, era.every)
    if era.every.days:
        return _Weeks(era.anchor, era.every.days // 7, era.when, lasts)
    if isinstance(era.when[0], Months | DayOfYear):
        return _Years(era.anchor.year, era.every.months // 12, era.when, lasts)
    return _MonthDays(era.anchor, era.every.months, era.when, lasts)


def ascending(grid: Grid, day: date) -> Iterator[Window]:
    """The windows of a grid that begin on or after `day`, by start, then end."""
    cell = grid.cell(day)
    while True:
        try:
            windows = grid.windows(cell)
        except (ValueError, OverflowError):
            return
        yield from (window for window in windows if window.start >= day)
        cell += 1


def descending(grid: Grid, day: date) -> Iterator[Window]:
    """The windows of a grid that begin before `day`, the latest first."""
    cell = grid.cell(day)
    within = False
    while True:
        try:
            windows = grid.windows(cell)
        except (ValueError, OverflowError):
            if within or day.year < MIDDLE:
                return
            windows = []  # the last cells of the calendar may end after it
        else:
            within = True
        yield from (window for window in reversed(windows) if window.start < day)
        cell -= 1


MIDDLE = 5000
"""A year far from both ends of the calendar."""


class _Periods:
    """Whole periods that follow each other from the anchor."""

    def __init__(self, anchor: date, every: Duration) -> None:
        self.anchor, self.every = anchor, every
        self.longest = every.most_days

    def cell(self, day: date) -> int:
        if self.every.days:
            return (day - self.anchor).days // self.every.days
        months = (day.year - self.anchor.year) * 12 + day.month - self.anchor.month
        cell = months // self.every.months
        try:
            return cell if self._start(cell) <= day else cell - 1
        except ValueError:
            return cell

    def windows(self, cell: int) -> list[Window]:
        return [Window(self._start(cell), self._start(cell + 1))]

    def _start(self, cell: int) -> date:
        if self.every.days:
            return self.anchor + timedelta(days=cell * self.every.days)
        return months_after(self.anchor, cell * self.every.months)


class _Years:
    """Windows or days of every n-th year."""

    def __init__(self, year: int, step: int, when: tuple[Pattern, ...], lasts: int) -> None:
        self.year, self.step, self.when = year, step, when
        self.lasts = timedelta(days=lasts)
        self.longest = max([lasts, *(p.count * 31 for p in when if isinstance(p, Months))])

    def cell(self, day: date) -> int:
        return (day.year - self.year) // self.step

    def windows(self, cell: int) -> list[Window]:
        year = self.year + cell * self.step
        return _distinct(self._window(pattern, year) for pattern in self.when)

    def _window(self, pattern: Pattern, year: int) -> Window:
        if isinstance(pattern, Months):
            return pattern.window(year)
        assert isinstance(pattern, DayOfYear)  # noqa: S101 - grid_of and the reader see to it
        day = pattern.pattern.day(year, pattern.month)
        return Window(day, day + self.lasts)


class _MonthDays:
    """Days of every n-th month."""

    def __init__(self, anchor: date, step: int, when: tuple[Pattern, ...], lasts: int) -> None:
        self.month, self.step = anchor.year * 12 + anchor.month - 1, step
        self.patterns = [p for p in when if isinstance(p, DayOfMonth | WeekdayOfMonth)]
        self.lasts = timedelta(days=lasts)
        self.longest = lasts

    def cell(self, day: date) -> int:
        return (day.year * 12 + day.month - 1 - self.month) // self.step

    def windows(self, cell: int) -> list[Window]:
        year, month = divmod(self.month + cell * self.step, 12)
        days = [pattern.day(year, month + 1) for pattern in self.patterns]
        return _distinct(Window(day, day + self.lasts) for day in days)


class _Weeks:
    """Days of every n-th week; weeks begin on Monday."""

    def __init__(self, anchor: date, step: int, when: tuple[Pattern, ...], lasts: int) -> None:
        self.monday, self.step = anchor - timedelta(days=anchor.weekday()), step
        self.weekdays = [p for p in when if isinstance(p, Weekday)]
        self.lasts = timedelta(days=lasts)
        self.longest = lasts

    def cell(self, day: date) -> int:
        return (day - self.monday).days // (7 * self.step)

    def windows(self, cell: int) -> list[Window]:
        monday = self.monday + timedelta(days=7 * self.step * cell)
        days = [weekday.day(monday) for weekday in self.weekdays]
        return _distinct(Window(day, day + self.lasts) for day in days)


def _distinct(windows: Iterator[Window]) -> list[Window]:
    return sorted(set(windows), key=lambda window: window.order)
