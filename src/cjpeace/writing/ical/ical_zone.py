"""Time zones for calendars: today's rule alone, as one STANDARD and at most one DAYLIGHT.

Clients trip over anything longer: Exchange and Outlook want one of each, some ignore RDATE, and
Thunderbird shows an hour too many when the onsets are listed. What today's rule would misplace is
written in UTC instead, and `is_placed` tells it. So is all of a zone whose rule is young, since
many clients go by the name and their own copy of the zone data, which may be some years old: with
data from 2025 half of those that were tried showed Vancouver in December 2026 an hour off.

The rule is read off the zone itself, 400 years on. The Gregorian calendar, weekdays included,
repeats itself after that time, and only the rule of today reaches so far: the offset at any moment
of 2425 is what the rule in force would have made of the same moment of 2025.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, UTC, datetime, timedelta, tzinfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from msgspec import Struct

CYCLE = 400
"""Years after which the calendar repeats itself."""

FIRST = 1970
"""The year in which a time zone begins for a calendar; what was before is in UTC."""

_FAR = FIRST + CYCLE
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ONE_DAY = timedelta(days=1)


class Onset(Struct, frozen=True):
    """The change to an offset each year: first at `local` by the clocks before it, on `weekday`.

    `nth` is which weekday of the month it is, -1 for the last.
    """

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    nth: int

    @property
    def weekday(self) -> str:
        """The weekday as a rule has it: "2SU", "-1SU"."""
        return f"{self.nth}{_DAYS[self.local.weekday()]}"


class CompactZone(Struct, frozen=True):
    """A zone by today's rule: the clocks of 1 January, and the changes in a year, if any."""

    name: str
    offset: timedelta
    abbreviation: str
    onsets: tuple[Onset, ...]


def compact_zone(name: str, zone: tzinfo, newest: int) -> CompactZone | None:
    """A zone by today's rule, as zone data of the year `newest` have it.

    None where that takes more than two yearly changes on weekdays, or where the rule is young.
    """
    changes = list(_changes(zone))
    onsets = [onset for change in changes for onset in _onset(zone, change)]
    if len(onsets) != len(changes) or len(changes) not in (0, 2) or _is_young(zone, newest):
        return None
    january = datetime(_FAR, 1, 1, tzinfo=UTC).astimezone(zone)
    return CompactZone(name, _offset(january), january.tzname() or name, tuple(onsets))


SETTLED_YEARS = 5
"""A rule that has held for so many years is taken to be known everywhere."""


def _is_young(zone: tzinfo, newest: int) -> bool:
    """Whether some day of the last years had another offset than by today's rule."""
    first = datetime(newest - SETTLED_YEARS, 1, 1, tzinfo=UTC)
    days = (first + timedelta(days=n) for n in range(SETTLED_YEARS * 365))
    return any(
        _offset_at(zone, d) != _offset_at(zone, d.replace(year=d.year + CYCLE)) for d in days
    )


def is_placed(moment: datetime) -> bool:
    """Whether today's rule of its zone puts a local time where it is, and no change blurs it."""
    if not FIRST < moment.year < MAXYEAR - CYCLE:
        return False
    moments = (moment, moment.replace(year=moment.year + CYCLE))
    return len({each.replace(fold=fold).utcoffset() for each in moments for fold in (0, 1)}) == 1


def timezone(zone: CompactZone) -> Timezone:
    """A zone as a VTIMEZONE."""
    made = Timezone()
    made.add("TZID", zone.name)
    if not zone.onsets:
        start = datetime(FIRST, 1, 1)  # noqa: DTZ001 - by the clocks of the zone
        made.add_component(_observance(start, zone.offset, zone.offset, zone.abbreviation))
    for onset in sorted(zone.onsets, key=lambda onset: onset.after):
        observance = _observance(onset.local, onset.before, onset.after, onset.name)
        rule = {"FREQ": "YEARLY", "BYMONTH": onset.local.month, "BYDAY": onset.weekday}
        observance.add("RRULE", rule)
        made.add_component(observance)
    return made


def _observance(
    start: datetime, before: timedelta, after: timedelta, name: str
) -> TimezoneStandard | TimezoneDaylight:
    observance = TimezoneDaylight() if after > before else TimezoneStandard()
    observance.add("DTSTART", start)
    observance.add("TZOFFSETFROM", before)
    observance.add("TZOFFSETTO", after)
    observance.add("TZNAME", name)
    return observance


def _changes(zone: tzinfo) -> Iterator[datetime]:
    """The moments, in UTC, at which the clocks of a zone change in a year far ahead."""
    day = datetime(_FAR, 1, 1, tzinfo=UTC)
    while day.year == _FAR:
        if _offset_at(zone, day) != _offset_at(zone, day + _ONE_DAY):
            yield _first_moment(zone, day)
        day += _ONE_DAY


def _first_moment(zone: tzinfo, day: datetime) -> datetime:
    """The first minute of a new offset within the day that begins at a moment."""
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        changed = _offset_at(zone, day + timedelta(minutes=middle)) != _offset_at(zone, day)
        low, high = (low, middle) if changed else (middle, high)
    return day + timedelta(minutes=high)


def _onset(zone: tzinfo, change: datetime) -> Iterator[Onset]:
    """The yearly onset that a change belongs to; none when it falls on no fixed weekday."""
    before, after = _offset_at(zone, change - _ONE_DAY), _offset_at(zone, change)
    local = (change + before).replace(tzinfo=None)
    first = local.replace(year=FIRST)
    name = change.astimezone(zone).tzname() or ""
    for nth in ((local.day - 1) // 7 + 1, -1):
        onset = Onset(first, before, after, name, nth)
        if all(_changes_in(zone, onset, year) for year in range(_FAR, _FAR + 28)):
            yield onset
            return


def _changes_in(zone: tzinfo, onset: Onset, year: int) -> bool:
    moment = (_day_of_month(onset, year) - onset.before).replace(tzinfo=UTC)
    earlier = _offset_at(zone, moment - timedelta(minutes=1))
    return (earlier, _offset_at(zone, moment)) == (onset.before, onset.after)


def _day_of_month(onset: Onset, year: int) -> datetime:
    """When an onset falls in a year, by the clocks before it."""
    first = onset.local.replace(year=year, day=1)
    day = first + timedelta(days=(onset.local.weekday() - first.weekday()) % 7)
    if onset.nth > 0:
        return day + timedelta(weeks=onset.nth - 1)
    days = (day + timedelta(weeks=weeks) for weeks in (3, 4))
    return max(each for each in days if each.month == first.month)


def _offset_at(zone: tzinfo, moment: datetime) -> timedelta:
    return _offset(moment.astimezone(zone))


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
