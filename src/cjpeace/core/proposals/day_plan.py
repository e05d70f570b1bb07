"""Day plans: what a day would mean for each party, and what bars it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache

from msgspec import Struct

from cjpeace.core.agenda import Party
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.findings.day_off import DayOff, Holidays, day_off
from cjpeace.core.proposals.bar import Bar, Cause
from cjpeace.core.proposals.busy import BusyTimes
from cjpeace.core.proposals.engagement import Engagement
from cjpeace.core.proposals.sitting import (
    Sitting,
    ZoneOf,
    inconvenience,
    sittings_from,
    working_sitting,
)

SATURDAY = 5
"""The first day of the weekend, Monday being 0."""


class DayPlan(Struct, frozen=True):
    """A day for a meeting. `sittings` are its hours by video, none when the parties meet."""

    day: date
    bars: tuple[Bar, ...]
    sittings: tuple[Sitting, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days that it takes: by video they are not the same everywhere."""
        if not self.sittings:
            return (self.day,)
        return tuple(sorted({day for sitting in self.sittings for day in sitting.days}))


class Planner:
    """Plans days. `length` is that of a meeting by video, None when the parties meet."""

    def __init__(
        self,
        parties: tuple[Party, ...],
        holidays: Holidays,
        zone_of: ZoneOf,
        *,
        taken: Iterable[Engagement] = (),
        avoid: Iterable[EdtfDate] = (),
        busy: BusyTimes | None = None,
        length: timedelta | None = None,
    ) -> None:
        self.parties, self.length = parties, length
        self._holidays, self._zone_of = holidays, cache(zone_of)
        self._taken = [one for one in taken if one.is_ours]
        self._avoid = tuple(avoid)
        self._busy = busy or BusyTimes(())
        self._bars_of = cache(self._bars_of_party)
        self._common = cache(self._common_bars)

    def plan(self, day: date) -> DayPlan:
        """A day with what bars it; by video, at the hours that are the least bad."""
        if self.length is None:
            found = [bar for party in self.parties for bar in self._bars_of(party.key, day)]
            found += self._common(day)
            return DayPlan(day, (*found, *self._busy_at_work(day)))
        ways = sorted(sittings_from(day, self.parties, self.length, self._zone_of), key=_badness)
        plans = (DayPlan(day, tuple(self._bars(way)), way) for way in ways)
        return _first_free(plans)

    def days_off(self, party: Party, day: date) -> tuple[DayOff, ...] | None:
        """Why a party is off on a day, without a word on a weekend; None when it works."""
        found = self._bars_of(party.key, day)
        if not found and day.weekday() < SATURDAY:
            return None
        return tuple(bar.cause for bar in found if isinstance(bar.cause, DayOff))

    def _bars_of_party(self, key: str, day: date) -> tuple[Bar, ...]:
        party = next(party for party in self.parties if party.key == key)
        found = day_off(party, day, self._holidays)
        return () if found is None else (Bar(day, found),)

    def _common_bars(self, day: date) -> tuple[Bar, ...]:
        """What bars a day for everybody, whatever the hour."""
        whole = Window(day, day + ONE_DAY)
        causes = [one for one in self._taken if one.days.overlaps(whole)]
        avoided = [one for one in self._avoid if one.window.overlaps(whole)]
        found: list[Cause] = [*causes, *avoided, *self._busy.on(day)]
        return tuple(Bar(day, cause) for cause in found)

    def _busy_at_work(self, day: date) -> list[Bar]:
        """The busy hours that run into the working hours of a party."""
        found: dict[str, Bar] = {}
        for party in self.parties:
            hours = working_sitting(party, day, self._zone_of)
            for busy in self._busy.within(hours.start.astimezone(UTC), hours.end.astimezone(UTC)):
                found.setdefault(busy.calendar, Bar(day, busy))
        return list(found.values())

    def _bars(self, sittings: tuple[Sitting, ...]) -> Iterator[Bar]:
        days = set()
        for sitting in sittings:
            for day in sitting.days:
                yield from self._bars_of(sitting.party.key, day)
                days.add(day)
        for day in sorted(days):
            yield from self._common(day)
        start, end = sittings[0].start.astimezone(UTC), sittings[0].end.astimezone(UTC)
        for busy in self._busy.within(start, end):
            yield Bar(sittings[0].days[0], busy)


def _badness(sittings: tuple[Sitting, ...]) -> tuple[int, tuple[int, int], datetime]:
    """What makes hours bad: weekends, then inconvenience; the earlier win a tie."""
    weekends = sum(sitting.start.weekday() >= SATURDAY for sitting in sittings)
    return weekends, inconvenience(sittings), sittings[0].start


def _first_free(plans: Iterable[DayPlan]) -> DayPlan:
    """The first plan that nothing bars, else the one with the fewest bars."""
    seen: list[DayPlan] = []
    for plan in plans:
        if not plan.bars:
            return plan
        seen.append(plan)
    return min(seen, key=lambda plan: len(plan.bars))
