"""The slots that one era lays, from its anchor to where it lapses or its successor takes over."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import chain, takewhile

from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.window import Window
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.grid import Grid
from cjpeace.core.rules.slots import Slot, distinct


class EraSlots:
    """The slots of one era, from its anchor to where it lapses or its successor takes over."""

    def __init__(self, era: Era, grid: Grid, successor: "EraSlots | None") -> None:
        self.anchor, self.grid, self.successor = era.anchor, grid, successor
        self.windows_kept_whole = bool(era.when) and not era.on_days
        self.floor = date(self.anchor.year, 1, 1) if self.windows_kept_whole else self.anchor
        ends = [era.lapse] if era.lapse else []
        self.lapses = bool(ends) and (successor is None or ends[0] <= successor.anchor)
        if successor is not None:
            ends.append(successor.anchor)
        self.end = min(ends, default=None)
        stops = ends if grid.last is None else [*ends, shifted(grid.last, 1)]
        self.stop = min(stops, default=None)
        self.lapses |= self.stop is not None and self.stop != self.end

    def forward(self, day: date) -> Iterator[Slot]:
        """Those that begin on or after `day`, in order."""
        windows = self.grid.ascending(max(day, self.floor))
        if self.stop is not None:
            return distinct(self._slots_to_end(windows))
        if day >= self.anchor:
            return (Slot(w, w) for w in windows)
        return (Slot(w, w) for w in windows if not self._is_dropped(w))

    def count(self, first: date, before: date, end: date) -> int:
        """How many are owed that begin from `first` on and before `before`, and end by `end`."""
        first, before, end = self._bounds(first, before, end)
        low = max(first, self.anchor)  # of those before the anchor some are dropped
        high = min(before, shifted(end, -self.grid.longest))  # of those after it some end later
        if low >= high:
            return sum(1 for _ in self._within(first, before, end))
        edges = chain(self._within(first, low, end), self._within(high, before, end))
        return self.grid.count(low, high) + sum(1 for _ in edges)

    def first_within(self, first: date, before: date, end: date) -> Slot | None:
        """The first of these."""
        found = next(self._within(*self._bounds(first, before, end)), None)
        return None if found is None else Slot(found, found)

    def _bounds(self, first: date, before: date, end: date) -> tuple[date, date, date]:
        """The same, no wider than what this era owes; what begins too late to end is left out."""
        end = end if self.end is None else min(end, self.end)
        before = min(before, self.stop or date.max, shifted(end, 1 - self.grid.shortest))
        return max(first, self.floor), before, end

    def _within(self, first: date, before: date, end: date) -> Iterator[Window]:
        if first >= before:
            return
        for window in self.grid.ascending(first):
            if window.start >= before:
                return
            if window.ended_by(end) and not self._is_dropped(window):
                yield window

    def lays(self, slot: Slot) -> bool:
        """Whether it is one of these."""
        for found in self.forward(slot.window.start):
            if found == slot:
                return True
            if found.window.start > slot.window.start:
                break
        return False

    def _slots_to_end(self, windows: Iterator[Window]) -> Iterator[Slot]:
        for window in windows:
            if self.stop is not None and window.start >= self.stop:
                return
            yield from self._slot(window)

    def _is_from_floor(self, window: Window) -> bool:
        return window.start >= self.floor

    def _is_dropped(self, window: Window) -> bool:
        return self.windows_kept_whole and window.ended_by(self.anchor)

    def backward(self, day: date) -> Iterator[Slot]:
        """Those that begin before `day`, the latest first."""
        if self.stop is None:
            windows = takewhile(self._is_from_floor, self.grid.descending(day))
            return (Slot(w, w) for w in windows if not self._is_dropped(w))
        return distinct(self._slots_to_floor(min(day, self.stop)))

    def _slots_to_floor(self, day: date) -> Iterator[Slot]:
        for window in self.grid.descending(day):
            if window.start < self.floor:
                return
            yield from self._slot(window)

    def _slot(self, window: Window) -> Iterator[Slot]:
        if self._is_dropped(window):
            return
        if self.end is None or window.ended_by(self.end):
            yield Slot(window, window)
            return
        cut = Window(window.start, self.end)
        if not any(cut.overlaps(other) for other in self._taken_over_early):
            yield Slot(cut, window)

    @cached_property
    def _taken_over_early(self) -> list[Window]:
        """The windows of the successor that begin before this era's end."""
        if self.successor is None or self.end is None:
            return []
        found = []
        for slot in self.successor.forward(date.min):
            if slot.window.start >= self.end:
                break
            found.append(slot.window)
        return found

    def imagined_before(self, first: Slot) -> Window | None:
        """The window that the grid has before the first slot."""
        after = shifted(first.laid.start, 1)
        before = (w for w in self.grid.descending(after) if w.order < first.laid.order)
        return next(before, None)

    def imagined_after(self) -> Window | None:
        """The window that the grid has after the last slot of a rule that lapsed by itself."""
        if not self.lapses or self.stop is None:
            return None
        if next(self.backward(self.stop), None) is None or self._is_cut():
            return None
        after = next(self.grid.ascending(self.stop), None)
        if after is None or (self.successor and after.start >= self.successor.anchor):
            return None
        return after

    def _is_cut(self) -> bool:
        """Whether a window is running where this era ends."""
        return self.end is not None and self.stop == self.end and self._running_at(self.end)

    def _running_at(self, end: date) -> bool:
        for window in self.grid.descending(end):
            if window.start < shifted(end, -self.grid.longest):
                return False
            if window.start >= self.floor and not window.ended_by(end):
                return True
        return False
