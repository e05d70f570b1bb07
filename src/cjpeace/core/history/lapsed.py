"""What has lapsed since the last session: the first such slot and how many, told without a walk."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from cjpeace.core.dates.duration import shifted
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Status
from cjpeace.core.rules.slots import Slot

LAPSED = (Status.MISSED, Status.OVERDUE)
"""The statuses of a slot whose grace is over with nothing on record that answers it."""


class Lapsed(Struct, frozen=True):
    """The slots after the last one held that are missed or overdue: the first, and how many."""

    first: Slot
    count: int


def lapsed(history: History) -> Lapsed | None:
    """What has lapsed since the last session held; None unless the mechanism is overdue."""
    last = history.overdue_slot
    if last is None:
        return None
    found = list(_by_part(history, last))
    first = next(part.first for part in found)
    return Lapsed(first, sum(part.count for part in found))


def _by_part(history: History, last: Slot) -> Iterator[Lapsed]:
    """What lapsed, in order: on each day on which a session stands, and between two of these."""
    answered = history.last_answered
    begin, end = answered.window.start if answered else date.min, last.window.start
    starts = (entry.order[0] for entry in history.entries)
    days = sorted({begin, end, *(day for day in starts if begin < day < end)})
    for day, following in pairwise([*days, None]):
        assert day is not None  # noqa: S101 - only the last of the pairs ends in None
        yield from _on(day, history, answered, last)
        if following is not None:
            yield from _between(shifted(day, 1), following, history)


def _on(day: date, history: History, after: Slot | None, last: Slot) -> Iterator[Lapsed]:
    for slot in history.slots.forward(day):
        if slot.window.start > day or slot.order > last.order:
            return
        fate = history.fate_of(slot)
        if fate is not None and fate.status in LAPSED and (not after or slot.order > after.order):
            yield Lapsed(slot, 1)


def _between(first: date, before: date, history: History) -> Iterator[Lapsed]:
    """What lapsed of the slots that begin where no session stands, up to the day `before`."""
    if first >= before or history.hides_numbers(first):
        return
    for clear, end in history.gaps.clear(first, before):
        within = (clear, before, min(end, history.settled))
        count = history.slots.count(*within)
        slot = history.slots.first_within(*within) if count else None
        if slot is not None:
            yield Lapsed(slot, count)
