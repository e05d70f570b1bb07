"""Planned days as meetings that can be compared: who attends each, at which hours, with whom."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from msgspec import Struct

from cjpeace.core.findings.planned import Planned

ZoneOf = Callable[[str], tzinfo]
"""The time zone of a name."""

USUAL_MINUTES = 60
"""How long a meeting is taken to last that says when it begins, but not for how long."""


class Meeting(Struct, frozen=True):
    """A planned meeting with its parties by key, and its hours in UTC where those are known.

    `groups` are what its parties are counted by, `partners` the mechanisms of its agenda that may
    share its days.
    """

    planned: Planned
    parties: dict[str, str]
    hours: tuple[datetime, datetime] | None
    groups: tuple[int, ...] = ()
    partners: frozenset[str] = frozenset()

    @property
    def owner(self) -> tuple[str, str]:
        """What names its mechanism or event among all agendas."""
        return (self.planned.agenda, self.planned.key)

    @property
    def order(self) -> tuple[Any, ...]:
        """Where it stands among others: by day, then hour; whole days before hours."""
        window, begin = self.planned.window, self.hours[0] if self.hours else MIDNIGHT
        return (*window.order, begin, *self.owner, self.planned.id)


MIDNIGHT = datetime.min.replace(tzinfo=UTC)
"""In place of the hour at which a meeting on whole days begins."""


def meetings_of(planned: list[Planned], zone_of: ZoneOf | None) -> list[Meeting]:
    """The meetings in order, one that others convene and several agendas record taken once."""
    known: dict[Hashable, Meeting] = {}
    for number, one in enumerate(planned):
        same = (one.convened_by, one.title.casefold(), one.window) if one.convened_by else number
        before = known.get(same)
        parties = dict(one.parties) | (before.parties if before else {})
        first = before.planned if before else one
        known[same] = Meeting(first, parties, _hours(first, zone_of))
    ordered = sorted(known.values(), key=lambda meeting: meeting.order)
    groups, partners = _groups(ordered), _partners(ordered)
    return [
        Meeting(
            one.planned,
            one.parties,
            one.hours,
            tuple(sorted({groups[key] for key in one.parties})),
            frozenset(partners[one.owner]),
        )
        for one in ordered
    ]


def _groups(meetings: list[Meeting]) -> dict[str, int]:
    """The parties by key; those that attend the same meetings are one group."""
    attended: dict[str, set[frozenset[str]]] = defaultdict(set)
    for parties in {frozenset(meeting.parties) for meeting in meetings}:
        for key in parties:
            attended[key].add(parties)
    numbers: dict[frozenset[frozenset[str]], int] = {}
    return {key: numbers.setdefault(frozenset(attended[key]), len(numbers)) for key in attended}


def _partners(meetings: list[Meeting]) -> dict[tuple[str, str], set[str]]:
    """The mechanisms that each may share its days with, whichever of the two says so."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for agenda, key, pairs in {(*m.owner, m.planned.pairs) for m in meetings}:
        for pair in pairs:
            found[agenda, key].add(pair)
            found[agenda, pair].add(key)
    return found


_LAST = date.max - timedelta(days=400)
"""Days after this one have no room for the longest session and a zone's offset."""


def _hours(planned: Planned, zone_of: ZoneOf | None) -> tuple[datetime, datetime] | None:
    day = planned.window.start
    if zone_of is None or planned.at is None or planned.zone is None:
        return None
    if not date.min + timedelta(days=1) < day < _LAST:
        return None
    begin = datetime.combine(day, planned.at, zone_of(planned.zone)).astimezone(UTC)
    return begin, begin + timedelta(minutes=planned.minutes or USUAL_MINUTES)
