"""The intervals that `unknown` sessions leave without a record, and the spans between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice, takewhile

from cjpeace.core.agenda import Session
from cjpeace.core.dates.window import Window


class RecordGaps:
    """Intervals of which the record shows nothing, in whatever order and however they overlap."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._sessions = list(sessions)
        self.merged = _merged([session.own.window for session in self._sessions])
        """The days of all of them, as windows that neither overlap nor touch, in order."""
        self._ends = [window.end or date.max for window in self.merged]

    def over(self, window: Window) -> Session | None:
        """The first session in the file whose interval a window overlaps."""
        place = self._place(window.start)
        if place == len(self.merged) or not self.merged[place].overlaps(window):
            return None
        return next(s for s in self._sessions if s.own.window.overlaps(window))

    def between(self, first: date, before: date) -> Iterator[Window]:
        """The merged intervals that have a day from `first` on and before `before`."""
        gaps = islice(self.merged, self._place(first), None)
        return takewhile(lambda gap: gap.start < before, gaps)

    def clear(self, first: date, before: date) -> Iterator[tuple[date, date]]:
        """The spans between the intervals, within `first` to `before`.

        Each is the first day on which a window that is clear of the intervals may begin, and the
        day by which it must have ended.
        """
        for gap in self.between(first, before):
            if first < gap.start:
                yield first, gap.start
            first = gap.end or date.max
        if first < before:
            place = self._place(first)
            yield first, self.merged[place].start if place < len(self.merged) else date.max

    def _place(self, day: date) -> int:
        """The place of the first interval that ends after a day."""
        return bisect_right(self._ends, day)


def _merged(windows: list[Window]) -> list[Window]:
    found: list[Window] = []
    for window in sorted(windows, key=lambda window: window.order):
        start, end = window.order
        if found and found[-1].order[1] >= start:
            start, end = found[-1].start, max(found.pop().order[1], end)
        found.append(Window(start, end))
    return found
