"""Slots: the windows in which a mechanism owes a session, in order, found near any day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import accumulate, chain, islice, pairwise, takewhile
from typing import Protocol

from msgspec import Struct

from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.window import Window
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.grid import Grid, grid_of


class Slot(Struct, frozen=True):
    """A window that a rule lays.

    `window` is what can be answered; `laid` is longer where the rule's end cuts it. A slot that is
    cut is not `owed`: it is there only when a session answers it.
    """

    window: Window
    laid: Window

    @property
    def owed(self) -> bool:
        """Whether it stands even when nothing answers it."""
        return self.window == self.laid

    @property
    def order(self) -> tuple[date, date]:
        """Where it stands among the slots: by start, then end."""
        return self.window.order


class Slots(Protocol):
    """The slots of one mechanism, in order of start, then end; two that are equal are one."""

    longest: int
    """A number of days that no slot exceeds."""

    @property
    def imagined(self) -> tuple[Window, ...]:
        """Windows before the first and after a last slot, near which a session is nobody's."""

    imagined_until: date
    """A day after which none of these ends."""

    def forward(self, day: date) -> Iterator[Slot]:
        """Those that begin on or after `day`, in order."""

    def backward(self, day: date) -> Iterator[Slot]:
        """Those that begin before `day`, the latest first."""

    def running_from(self, day: date) -> date:
        """A day before which none begins that is still running, or to come, on `day`."""

    def count(self, first: date, before: date, end: date) -> int:
        """How many are owed that begin from `first` on and before `before`, and end by `end`."""

    def first_within(self, first: date, before: date, end: date) -> Slot | None:
        """The first of these."""


def overlapping(slots: Slots, window: Window) -> list[Slot]:
    """The slots that have a day in common with a window, in order."""
    found = []
    for slot in slots.forward(slots.running_from(window.start)):
        if window.ended_by(slot.window.start):
            break
        if not slot.window.ended_by(window.start):
            found.append(slot)
    return found


class ListedSlots:
    """Some slots that are known one by one, as with a rolling basis."""

    imagined: tuple[Window, ...]
    imagined_until = date.min

    def __init__(self, slots: list[Slot]) -> None:
        self._slots = sorted(slots, key=lambda slot: slot.order)
        self._starts = [slot.window.start for slot in self._slots]
        ends = (slot.window.end or date.max for slot in self._slots)
        self._ended = list(accumulate(ends, max))  # by when each, and all before it, have ended
        self.imagined = ()
        self.longest = max((_days(slot.window) for slot in slots), default=0)

    def forward(self, day: date) -> Iterator[Slot]:
        """Those that begin on or after `day`, in order."""
        return islice(self._slots, bisect_left(self._starts, day), None)

    def backward(self, day: date) -> Iterator[Slot]:
        """Those that begin before `day`, the latest first."""
        places = range(bisect_left(self._starts, day) - 1, -1, -1)
        return (self._slots[place] for place in places)

    def running_from(self, day: date) -> date:
        """A day before which none begins that is still running, or to come, on `day`."""
        place = bisect_right(self._ended, day)
        return min(day, self._starts[place]) if place < len(self._starts) else day

    def count(self, first: date, before: date, end: date) -> int:
        """How many are owed that begin from `first` on and before `before`, and end by `end`."""
        return sum(1 for _ in self._within(first, before, end))

    def first_within(self, first: date, before: date, end: date) -> Slot | None:
        """The first of these."""
        return next(self._within(first, before, end), None)

    def _within(self, first: date, before: date, end: date) -> Iterator[Slot]:
        begun = takewhile(lambda slot: slot.window.start < before, self.forward(first))
        return (slot for slot in begun if slot.owed and slot.window.ended_by(end))


def laid_slots(eras: tuple[Era, ...], lasts: int) -> "LaidSlots":
    """The slots that eras lay. Many mechanisms keep the same rule: what it laid is kept a while."""
    rules = ((era.every, era.anchor, era.lapse, era.when, era.rule) for era in eras)
    key = (lasts, *rules)
    found = _laid_lately.get(key)
    if found is None:
        found = LaidSlots(eras, lasts)
        if len(_laid_lately) >= MOST_KEPT:
            _laid_lately.clear()
        _laid_lately[key] = found
    return found


MOST_KEPT = 256
"""How many cadences are kept with the slots that they laid lately."""

_laid_lately: dict[object, "LaidSlots"] = {}


class LaidSlots:
    """The slots that the eras of a cadence lay from their anchors."""

    longest: int

    def __init__(self, eras: tuple[Era, ...], lasts: int) -> None:
        self._runs: list[_Run] = []
        successor: _Run | None = None
        for era in reversed(eras):
            successor = _Run(era, grid_of(era, lasts), successor)
            self._runs.insert(0, successor)
        self.longest = max((run.grid.longest for run in self._runs), default=0)
        lapses = any(run.lapses for run in self._runs)
        last = eras[-1].anchor if eras and not lapses else date.max
        self.imagined_until = shifted(last, self.longest)

    @cached_property
    def imagined(self) -> tuple[Window, ...]:
        """Windows before the first and after a last slot, near which a session is nobody's."""
        found = [run.imagined_after() for run in self._runs]
        firsts = [(run, first) for run in self._runs for first in _first(run)]
        if firsts:
            run, first = min(firsts, key=lambda pair: pair[1].order)
            found.insert(0, run.imagined_before(first))
        return tuple(window for window in found if window is not None)

    def forward(self, day: date) -> Iterator[Slot]:
        """Those that begin on or after `day`, in order."""
        runs = [run for run in self._runs if run.stop is None or day < run.stop]
        if len(runs) == 1:
            return runs[0].forward(day)
        if self._apart:
            return chain.from_iterable(run.forward(day) for run in runs)
        return _distinct(merge(*(run.forward(day) for run in runs), key=_order))

    def backward(self, day: date) -> Iterator[Slot]:
        """Those that begin before `day`, the latest first."""
        runs = [run for run in self._runs if run.floor < day]
        if len(runs) == 1:
            return runs[0].backward(day)
        if self._apart:
            return chain.from_iterable(run.backward(day) for run in reversed(runs))
        return _distinct(merge(*(run.backward(day) for run in runs), key=_order, reverse=True))

    def running_from(self, day: date) -> date:
        """A day before which none begins that is still running, or to come, on `day`."""
        runs = (run for run in self._runs if run.end is None or run.end > day)
        return min([day, *(max(run.floor, shifted(day, -run.grid.longest)) for run in runs)])

    def count(self, first: date, before: date, end: date) -> int:
        """How many are owed that begin from `first` on and before `before`, and end by `end`."""
        return sum(run.count(first, before, end) for run in self._runs)

    def first_within(self, first: date, before: date, end: date) -> Slot | None:
        """The first of these."""
        found = (run.first_within(first, before, end) for run in self._runs)
        return min((slot for slot in found if slot is not None), key=_order, default=None)

    @property
    def _apart(self) -> bool:
        """Whether each rule has ended where the next one begins."""
        return all(
            run.stop is not None and run.stop <= later.floor for run, later in pairwise(self._runs)
        )

    def origin(self, slot: Slot) -> tuple[int, int | None]:
        """Which era lays a slot, counted from 0, and the number k of its period in that rule."""
        for number, run in enumerate(self._runs):
            if run.lays(slot):
                return number, run.grid.number(slot.laid)
        raise ValueError(f"no rule lays {slot}")


class _Run:
    """The slots of one era, from its anchor to where it lapses or its successor takes over."""

    def __init__(self, era: Era, grid: Grid, successor: "_Run | None") -> None:
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
        windows = self.grid.ascending(max(day, self.floor))
        if self.stop is not None:
            return _distinct(self._slots_to_end(windows))
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
        if self.stop is None:
            windows = takewhile(self._is_from_floor, self.grid.descending(day))
            return (Slot(w, w) for w in windows if not self._is_dropped(w))
        return _distinct(self._slots_to_floor(min(day, self.stop)))

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


def _first(run: _Run) -> list[Slot]:
    first = next(run.forward(date.min), None)
    return [] if first is None else [first]


def _order(slot: Slot) -> tuple[date, date]:
    return slot.order


def _distinct(slots: Iterator[Slot]) -> Iterator[Slot]:
    """Slots in order, of those with equal windows the one laid shortest: the owed one, if any."""
    held: Slot | None = None
    for slot in slots:
        if held is None or slot.window != held.window:
            if held is not None:
                yield held
            held = slot
        elif slot.laid.order < held.laid.order:
            held = slot
    if held is not None:
        yield held


def _days(window: Window) -> int:
    return (date.max if window.end is None else window.end).toordinal() - window.start.toordinal()
