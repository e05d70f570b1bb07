"""Sittings: when each side of a meeting sits, by its own clocks, and how hard that is on it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from msgspec import Struct

from cjpeace.core.agenda import Party
from cjpeace.core.dates.window import ONE_DAY

ZoneOf = Callable[[str], tzinfo]
"""The time zone of a name."""

OFFICE_HOURS = (time(9), time(17))
"""The working hours of a party that states none."""

STEP = timedelta(minutes=30)
"""A meeting by video begins on the hour or half past it, by the first side's clocks."""


class Sitting(Struct, frozen=True):
    """When a party sits in a meeting: two instants by the clocks of its capital."""

    party: Party
    start: datetime
    end: datetime

    @property
    def days(self) -> tuple[date, ...]:
        """The days it falls on there: two when it passes midnight."""
        first, last = self.start.date(), (self.end - timedelta(microseconds=1)).date()
        return (first,) if first == last else (first, last)

    @property
    def minutes_outside(self) -> int:
        """How many minutes before working hours it begins, and after them it ends, together.

        The working hours are those of the day, or of one next to it, whichever lie nearest.
        """
        start, end = self.start.replace(tzinfo=None), self.end.replace(tzinfo=None)
        return _minutes_outside(start.time(), end - start, self.party.hours or OFFICE_HOURS)


def working_sitting(party: Party, day: date, zone_of: ZoneOf) -> Sitting:
    """The working hours of a party on a day."""
    zone = zone_of(party.timezone)
    begins, ends = _working(party.hours or OFFICE_HOURS, day)
    return Sitting(party, begins.replace(tzinfo=zone), ends.replace(tzinfo=zone))


def sittings_from(
    day: date, parties: Iterable[Party], length: timedelta, zone_of: ZoneOf
) -> Iterator[tuple[Sitting, ...]]:
    """All ways to sit for so long, from midnight to midnight of a day of the first party's."""
    chosen = [(party, zone_of(party.timezone)) for party in parties]
    zone = chosen[0][1]
    start = _utc(datetime.combine(day, time(), zone))
    end = _utc(datetime.combine(day + ONE_DAY, time(), zone))
    while start < end:
        until = start + length
        yield tuple(Sitting(p, start.astimezone(z), until.astimezone(z)) for p, z in chosen)
        start += STEP


def inconvenience(sittings: Iterable[Sitting]) -> tuple[int, int]:
    """How bad some hours are: the minutes outside working hours of who is worst off, then of all.

    So the burden is shared where it can be, and no side is spared at the cost of more for another.
    """
    minutes = [sitting.minutes_outside for sitting in sittings]
    return max(minutes), sum(minutes)


@lru_cache(maxsize=4096)
def _minutes_outside(begin: time, length: timedelta, hours: tuple[time, time]) -> int:
    """Minutes outside by the clock on the wall: the same on any day, and asked for on many."""
    start = datetime.combine(_ANY_DAY, begin)
    return min(_outside(start, start + length, hours, day) for day in _NEAREST)


_ANY_DAY = date(2000, 1, 2)
_NEAREST = (_ANY_DAY - ONE_DAY, _ANY_DAY, _ANY_DAY + ONE_DAY)


def _outside(start: datetime, end: datetime, hours: tuple[time, time], day: date) -> int:
    begins, ends = _working(hours, day)
    early, late = max(timedelta(), begins - start), max(timedelta(), end - ends)
    return (early + late) // timedelta(minutes=1)


def _working(hours: tuple[time, time], day: date) -> tuple[datetime, datetime]:
    """Hours that end before they begin, as of a night shift, end on the day after."""
    begins, ends = hours
    last = day if ends > begins else day + ONE_DAY
    return datetime.combine(day, begins), datetime.combine(last, ends)


def _utc(local: datetime) -> datetime:
    return local.astimezone(UTC)
