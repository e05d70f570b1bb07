"""The slots that all eras of a cadence lay, one after the other."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import chain, pairwise

from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.window import Window
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.era_slots import EraSlots
from cjpeace.core.rules.grid import grid_of
from cjpeace.core.rules.slots import Slot, distinct


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
        self._runs: list[EraSlots] = []
        successor: EraSlots | None = None
        for era in reversed(eras):
            successor = EraSlots(era, grid_of(era, lasts), successor)
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
        return distinct(merge(*(run.forward(day) for run in runs), key=_order))

    def backward(self, day: date) -> Iterator[Slot]:
        """Those that begin before `day`, the latest first."""
        runs = [run for run in self._runs if run.floor < day]
        if len(runs) == 1:
            return runs[0].backward(day)
        if self._apart:
            return chain.from_iterable(run.backward(day) for run in reversed(runs))
        return distinct(merge(*(run.backward(day) for run in runs), key=_order, reverse=True))

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


def _first(run: EraSlots) -> list[Slot]:
    first = next(run.forward(date.min), None)
    return [] if first is None else [first]


def _order(slot: Slot) -> tuple[date, date]:
    return slot.order
