"""Runs: slots that follow each other with nothing on record, and the numbers that fell in them."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from msgspec import Struct

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.window import Window
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.core.history.placed import Entry, Order

Numbers = tuple[tuple[int, int], ...]
"""Numbers of sessions, as the first and last of each row of them."""


class Run(Struct, frozen=True):
    """Slots that follow each other and have all lapsed (`MISSED`), or of which nothing is known.

    `slots` are as laid. `numbers` are those of the sessions that the record hides, of which
    `missing` have no record at all, within so many slots as `within` says: more than these when
    the numbers do not tell which sessions fell here. `gaps` are the intervals that the file
    records as unknown here.
    """

    status: Status
    slots: tuple[Window, ...]
    numbers: Numbers = ()
    missing: int = 0
    within: int = 0
    gaps: tuple[Session, ...] = ()

    @property
    def window(self) -> Window:
        """From the first to the last of its slots."""
        return Window(self.slots[0].start, self.slots[-1].end)


def is_bare(occurrence: Occurrence) -> bool:
    """Whether it is a slot that has lapsed, or is unknown, with no session on record for it."""
    lapsed = occurrence.status in (Status.UNKNOWN, Status.MISSED)
    return lapsed and occurrence.session is None and occurrence.slot is not None


def runs_among(history: History, told: list[Occurrence]) -> dict[Window, Run]:
    """The runs among some occurrences, each at its last slot."""
    bare = []
    for (status, in_run), group in groupby(told, key=lambda o: (o.status, is_bare(o))):
        if in_run:
            bare.append(Run(status, tuple(o.slot for o in group if o.slot)))
    gaps = gaps_begun(history)
    within = [[gap for gap in gaps if _meets(gap, run)] for run in bare]
    around = [_Around(history, run) for run in bare]
    runs: dict[Window, Run] = {}
    for place, run in enumerate(bare):
        later = [gap for others in within[place + 1 :] for gap in others]
        others = [gap for nth, found in enumerate(within) if nth != place for gap in found]
        stated = [gap for gap in within[place] if gap not in others]
        shared = [r for r, a in zip(bare, around, strict=True) if a.place == around[place].place]
        numbers, missing, slots = _hidden(history, run, stated, around[place], shared)
        told_here = tuple(gap for gap in within[place] if gap not in later)
        runs[run.slots[-1]] = Run(run.status, run.slots, numbers, missing, slots, told_here)
    return runs


class _Around:
    """The sessions held with a number before and after a run, and those without one between."""

    def __init__(self, history: History, run: Run) -> None:
        held = [e for e in history.entries if e.session.recorded is Recorded.HELD]
        numbered = [entry for entry in held if entry.session.number is not None]
        self.before = [e for e in numbered if e.order < _order(run.slots[0])][-1:]
        self.after = [e for e in numbered if e.order > _order(run.slots[-1])][:1]
        first = self.before[0].order if self.before else (date.min, date.min, -1)
        last = self.after[0].order if self.after else (date.max, date.max, 2)
        self.place: tuple[Order, Order] = (first, last)
        self.unnumbered = sum(
            entry.session.number is None and first < entry.order < last for entry in held
        )

    @property
    def numbers(self) -> range:
        """The numbers between those two; none while the later session is still to come."""
        if not self.after or self.after[0].status is not Status.HELD:
            return range(0)
        return range(_number(self.before) + 1, _number(self.after))


def _hidden(
    history: History, run: Run, stated: list[Session], around: _Around, shared: list[Run]
) -> tuple[Numbers, int, int]:
    """The numbers hidden by a run, how many of them are missing, and within how many slots."""
    if run.status is not Status.UNKNOWN:
        return (), 0, len(run.slots)
    derived = around.numbers
    alone = len(shared) == 1 and not around.unnumbered
    listed = _listed(gap for gap in stated if gap.own.window.ended_by(history.as_of))
    if listed and not (alone and derived):
        return listed, sum(last - first + 1 for first, last in listed), len(run.slots)
    missing = len(derived) - around.unnumbered
    within = sum(len(other.slots) for other in shared)
    if missing <= 0:
        return (), 0, len(run.slots)
    return ((derived[0], derived[-1]),), missing, within


def _listed(gaps: Iterable[Session]) -> Numbers:
    found = (g.numbers or (g.number, g.number) for g in gaps)
    return tuple(sorted((a, b) for a, b in found if a is not None and b is not None))


def _number(entries: list[Entry]) -> int:
    """The number of the only one of some entries; 0 before the first one, when there is none."""
    return (entries[0].session.number or 0) if entries else 0


def gaps_begun(history: History) -> list[Session]:
    """The gaps on record that have begun."""
    gaps = (s for s in history.mechanism.sessions if s.recorded is Recorded.UNKNOWN)
    return [gap for gap in gaps if gap.own.window.start <= history.as_of]


def _meets(gap: Session, run: Run) -> bool:
    return any(gap.own.window.overlaps(slot) for slot in run.slots)


def _order(slot: Window) -> Order:
    return (*slot.order, 0)
