"""The events of a calendar file with the same UID: one that recurs, and what was changed of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.window import Window
from cjpeace.reading.calendars.busy_moment import Clocks, Moment, later
from cjpeace.reading.calendars.busy_rule import rule_of
from cjpeace.reading.calendars.event_values import (
    excluded,
    further,
    is_free,
    length_of,
    refuse_broken,
    start_of,
    title_of,
)


class Change(Struct, frozen=True):
    """What became of the instance that was to begin `at`, or with `onwards` of all from it on.

    They begin `shift` later (or earlier) and last for `length`, None when they are no longer busy.
    """

    at: Moment
    day: date
    onwards: bool
    shift: timedelta
    length: timedelta | None
    title: str


class Series:
    """One event with all its instances; raises UnreadableError for what cannot be read."""

    def __init__(self, event: Any, changes: Iterable[Change], clocks: Clocks) -> None:
        self._event, self._clocks = event, clocks
        self._local = start_of(event)
        self._length = None if is_free(event) else length_of(event, clocks)
        self._rules = [rule_of(event, rule, self._local, clocks) for rule in _rules(event)]
        changes = tuple(changes)
        self._replaced = {change.at for change in changes if not change.onwards}
        onwards = (change for change in changes if change.onwards)
        self._onwards = sorted(onwards, key=lambda change: change.day)
        self._titles: dict[Moment, str] = {}

    def title(self, start: Moment) -> str:
        """What the instance that begins then is called."""
        return self._titles.get(start) or title_of(self._event)

    def between(self, span: Window) -> Iterator[tuple[Moment, Moment]]:
        """The instances that may touch a span, each with its end: at once when it is free."""
        without = excluded(self._event, self._clocks)
        for moment, length in self._laid(span):
            if moment in without or self._clocks.day(moment, self._local) in without:
                continue
            yield from self._changed(moment, length)

    def _laid(self, span: Window) -> Iterator[tuple[Moment, timedelta | None]]:
        """The moments at which an instance was to begin, and how long it was to last."""
        shifts = [abs(change.shift) for change in self._onwards]
        longest = max(
            [self._length or timedelta(), *(c.length or timedelta() for c in self._onwards)]
        )
        margin = (longest + max(shifts, default=timedelta())).days + 2
        first, last = shifted(span.start, -margin), shifted(span.end or date.max, margin)
        seen: set[Moment] = set()
        for moment in self._moments(first, last):
            if moment not in seen:
                seen.add(moment)
                yield moment, self._length
        for moment, length in further(self._event, self._clocks):
            if moment not in seen:
                seen.add(moment)
                yield moment, (length or self._length) if self._length is not None else None

    def _moments(self, first: date, last: date) -> Iterator[Moment]:
        yield _moment(self._local, self._clocks)
        for rule in self._rules:
            yield from rule.between(first, last)

    def _changed(self, moment: Moment, length: timedelta | None) -> Iterator[tuple[Moment, Moment]]:
        day = self._clocks.day(moment, self._local)
        if moment in self._replaced or day in self._replaced:
            return  # the changed instance is an event of its own
        place = bisect_right(self._onwards, day, key=lambda change: change.day)
        if place:
            change = self._onwards[place - 1]
            length, moment = change.length, later(moment, change.shift)
            self._titles[moment] = change.title
        yield moment, moment if length is None else later(moment, length)


def series_of(events: Iterable[Any], clocks: Clocks) -> Iterator[Series]:
    """The events of a calendar, those with the same UID together."""
    masters: list[Any] = []
    changes: dict[str, list[Change]] = {}
    for event in events:
        refuse_broken(event)
        if event.get("RECURRENCE-ID") is None:
            masters.append(event)
            continue
        change = _change(event, clocks)
        changes.setdefault(str(event.get("UID", "")), []).append(change)
        if not change.onwards:
            yield Series(event, (), clocks)
    for event in masters:
        yield Series(event, changes.get(str(event.get("UID", "")), ()), clocks)


def _change(event: Any, clocks: Clocks) -> Change:
    given = event["RECURRENCE-ID"]
    local = given.dt
    at = _moment(local, clocks)
    onwards = str(given.params.get("RANGE", "")).upper() == "THISANDFUTURE"
    start = _moment(start_of(event), clocks)
    shift = start - at if isinstance(start, datetime) == isinstance(at, datetime) else timedelta()
    length = None if is_free(event) else length_of(event, clocks)
    return Change(at, clocks.day(at, start_of(event)), onwards, shift, length, title_of(event))


def _rules(event: Any) -> list[Any]:
    given = event.get("RRULE") or []
    return given if isinstance(given, list) else [given]


def _moment(local: Moment, clocks: Clocks) -> Moment:
    return clocks.instant(local) if isinstance(local, datetime) else local
