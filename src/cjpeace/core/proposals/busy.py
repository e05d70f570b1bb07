"""Times at which somebody is busy, and those of many that a day or some hours run into."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Generic, TypeVar

from msgspec import Struct

from cjpeace.core.dates.window import ONE_DAY, Window


class BusyDays(Struct, frozen=True):
    """Whole days, wherever one is; `calendar` is the file that says so."""

    days: Window
    title: str
    calendar: str


class BusyHours(Struct, frozen=True):
    """The time from one instant up to another, both in UTC; `calendar` is the file."""

    start: datetime
    end: datetime
    title: str
    calendar: str


Busy = BusyDays | BusyHours


class BusyTimes:
    """Many busy times, found by day or by hour, however long or many they are."""

    def __init__(self, times: Iterable[Busy]) -> None:
        days: dict[str, list[BusyDays]] = {}
        hours: dict[str, list[BusyHours]] = {}
        for time in times:
            match time:
                case BusyDays():
                    days.setdefault(time.calendar, []).append(time)
                case BusyHours():
                    hours.setdefault(time.calendar, []).append(time)
        self._days = [_Spans([(*t.days.order, t) for t in found]) for found in days.values()]
        self._hours = [_Spans([(t.start, t.end, t) for t in found]) for found in hours.values()]

    def on(self, day: date) -> Iterator[BusyDays]:
        """The busy days that hold a day."""
        for spans in self._days:
            yield from spans.overlapping(day, day + ONE_DAY)

    def within(self, start: datetime, end: datetime) -> Iterator[BusyHours]:
        """The busy hours that overlap those from `start` up to `end`, both in UTC."""
        for spans in self._hours:
            yield from spans.overlapping(start, end)


Point = TypeVar("Point", date, datetime)
Value = TypeVar("Value", BusyDays, BusyHours)


class _Spans(Generic[Point, Value]):
    """Half-open spans, without those that lie within another: so starts and ends both ascend."""

    def __init__(self, spans: list[tuple[Point, Point, Value]]) -> None:
        self._starts: list[Point] = []
        self._ends: list[Point] = []
        self._values: list[Value] = []
        for start, end, value in sorted(spans, key=lambda span: span[:2]):
            if self._starts and start == self._starts[-1]:
                self._starts.pop(), self._ends.pop(), self._values.pop()
            if not self._ends or end > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)
                self._values.append(value)

    def overlapping(self, start: Point, end: Point) -> list[Value]:
        """What overlaps a span, in order."""
        return self._values[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
