"""The grid that a recurrence rule lays: its days, each as long as a session lasts."""

from collections.abc import Iterator
from datetime import date, timedelta

from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.rules.rrule import RecurrenceRule
from cjpeace.core.rules.rrule_grid import RuleDays


class Recurrence:
    """A grid whose windows are the days of a rule that begins on `start`; see core.grid.Grid."""

    def __init__(self, rule: RecurrenceRule, start: date, lasts: int) -> None:
        days = RuleDays(rule, start)
        self.days, self.last = days.grid, days.last
        self.lasts = timedelta(days=lasts)
        self.longest = self.shortest = lasts

    def ascending(self, day: date) -> Iterator[Window]:
        """The windows that begin on or after `day`, in order."""
        return self._windows(self.days.ascending(day))

    def descending(self, day: date) -> Iterator[Window]:
        """The windows that begin before `day`, the latest first."""
        if day == date.min:
            return iter(())
        return self._windows(self.days.descending(day - ONE_DAY))

    def count(self, first: date, before: date) -> int:
        """How many windows begin from `first` on and before `before`."""
        return self.days.count(first, before - ONE_DAY) if first < before else 0

    def number(self, window: Window) -> int | None:  # noqa: ARG002 - as a grid has it
        """None: its periods need not hold a window."""
        return None

    def _windows(self, days: Iterator[date]) -> Iterator[Window]:
        latest = date.max - self.lasts
        return (Window(day, day + self.lasts) for day in days if day <= latest)
