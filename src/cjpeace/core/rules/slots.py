"""Slots: the windows in which a mechanism owes a session, in order, found near any day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate, islice, takewhile
from typing import Protocol

from msgspec import Struct

from cjpeace.core.dates.window import Window


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


def distinct(slots: Iterator[Slot]) -> Iterator[Slot]:
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


def _days(window: Window) -> int:
    return (date.max if window.end is None else window.end).toordinal() - window.start.toordinal()
