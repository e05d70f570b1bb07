"""Clashes: planned days on which somebody would have to be at two meetings.

Every meeting of an agenda is attended by all its parties. The meetings of all agendas are gone
through in order, and of those still going on it is only counted how many are in the way, so that
time grows with their number and not with the number of pairs.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date, datetime
from heapq import heappop, heappush
from typing import Any

from msgspec import Struct

from cjpeace.core.agenda import Path
from cjpeace.core.findings.meetings import MIDNIGHT, Meeting, ZoneOf, meetings_of
from cjpeace.core.findings.planned import Planned


class Clash(Struct, frozen=True):
    """A planned meeting that is in the way of an earlier one, which is named, and of more.

    `shared` are the names of the parties that would have to be at both.
    """

    planned: Planned
    other: Planned
    more: int
    shared: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The key in the file that carries the date."""
        return self.planned.path


def clashes(planned: Iterable[Planned], zone_of: ZoneOf | None = None) -> list[Clash]:
    """One clash for each meeting that overlaps an earlier one; none where it is accepted.

    Meetings that are paired may share their days. Two that have their hours, in one place or where
    none is known, clash only when the hours overlap; without `zone_of` hours are not looked at.
    """
    meetings = meetings_of([p for p in planned if not p.accepted and p.parties], zone_of)
    found: dict[int, list[_Found]] = defaultdict(list)
    for position, one in _by_day(meetings):
        found[position].append(one)
    for position, one in _by_hour(meetings):
        found[position].append(one)
    return [_clash(meetings, position, found[position]) for position in sorted(found)]


_Found = tuple[int, int]
"""The position of a meeting that is in the way, and how many are."""


class _Crowd:
    """Meetings that have begun, by what they have in common; those that are over leave."""

    def __init__(self) -> None:
        self._heaps: dict[Hashable, list[tuple[Any, int]]] = defaultdict(list)

    def join(self, key: Hashable, end: date | datetime, position: int) -> None:
        heappush(self._heaps[key], (end, position))

    def at(self, key: Hashable, now: date | datetime) -> list[tuple[Any, int]]:
        """Those that have not ended by `now`, which never goes back."""
        heap = self._heaps.get(key, [])
        while heap and heap[0][0] <= now:
            heappop(heap)
        return heap


def _by_day(meetings: list[Meeting]) -> Iterator[tuple[int, _Found]]:
    """The meetings that share a day with earlier ones, and are not told apart by their hours."""
    crowd = _Crowd()

    def in_the_way(meeting: Meeting, of: Hashable) -> int:
        day = meeting.planned.window.start
        count = len(crowd.at(of, day))
        for where in _same_places(meeting):
            count -= len(crowd.at((of, where), day))
            count += len(crowd.at((of, where, day), meeting.hours[0])) if meeting.hours else 0
        return count

    for position, meeting in enumerate(meetings):
        day = meeting.planned.window.start
        most, group = _most(meeting, in_the_way)
        if most:
            others = _likely_first(crowd, meeting, group)
            yield position, (_first(meetings, position, others, _share_a_day), most)
        _, end = meeting.planned.window.order
        for of in _counted_by(meeting):
            crowd.join(of, end, position)
            if meeting.hours:
                for where in _places(meeting):
                    crowd.join((of, where), end, position)
                    crowd.join((of, where, day), meeting.hours[1], position)
            else:
                crowd.join((of, _ALL_DAY), end, position)


def _likely_first(crowd: _Crowd, meeting: Meeting, of: Hashable) -> Iterator[int]:
    """Those that share a day with a meeting, the ones that are sure to be in the way first."""
    day = meeting.planned.window.start
    if meeting.hours:
        for where in _same_places(meeting):
            yield from (other for _, other in crowd.at((of, where, day), meeting.hours[0]))
    yield from (other for _, other in crowd.at((of, _ALL_DAY), day))
    yield from (other for _, other in crowd.at(of, day))


def _by_hour(meetings: list[Meeting]) -> Iterator[tuple[int, _Found]]:
    """The meetings whose hours overlap with those of others on another date, across zones."""
    crowd = _Crowd()

    def in_the_way(meeting: Meeting, of: Hashable) -> int:
        begin = meeting.hours[0] if meeting.hours else MIDNIGHT
        of_day = crowd.at((of, meeting.planned.window.start), begin)
        return len(crowd.at(of, begin)) - len(of_day)

    timed = [(m.hours, position) for position, m in enumerate(meetings) if m.hours]
    for (begin, end), position in sorted(timed):
        meeting = meetings[position]
        most, group = _most(meeting, in_the_way)
        if most:
            others = (other for _, other in crowd.at(group, begin))
            yield position, (_first(meetings, position, others, _are_at_once), most)
        for of in _counted_by(meeting):
            crowd.join(of, end, position)
            crowd.join((of, meeting.planned.window.start), end, position)


def _counted_by(meeting: Meeting) -> tuple[Hashable, ...]:
    """The groups of its parties, and its mechanism where partners must not count it."""
    return (*meeting.groups, meeting.owner) if meeting.partners else meeting.groups


def _most(meeting: Meeting, in_the_way: Callable[[Meeting, Hashable], int]) -> tuple[int, int]:
    """How many are in the way of the parties for whom it is most, and their group."""
    agenda, _ = meeting.owner
    paired = sum(in_the_way(meeting, (agenda, partner)) for partner in meeting.partners)
    most = max((in_the_way(meeting, group), -group) for group in meeting.groups)
    return most[0] - paired, -most[1]


_ALL_DAY = 0
"""In place of the place of a meeting without hours."""

_ANYWHERE = ""
"""The place under which all meetings with hours are kept."""


def _places(meeting: Meeting) -> tuple[str | None, ...]:
    """The places under which a meeting with hours is kept."""
    where = meeting.planned.where
    return (where and where.casefold(), _ANYWHERE)


def _same_places(meeting: Meeting) -> tuple[str | None, ...]:
    """The places from which somebody may come to a meeting with hours, on the same day."""
    where = meeting.planned.where
    if meeting.hours is None:
        return ()
    return (_ANYWHERE,) if where is None else (where.casefold(), None)


def _first(
    meetings: list[Meeting],
    position: int,
    others: Iterable[int],
    in_the_way: Callable[[Meeting, Meeting], bool],
) -> int:
    """The first of the others that is in the way; one is."""
    one = meetings[position]
    return next(
        other
        for other in others
        if not _may_join(one, meetings[other]) and in_the_way(one, meetings[other])
    )


def _may_join(one: Meeting, other: Meeting) -> bool:
    return one.owner[0] == other.owner[0] and other.owner[1] in one.partners


def _share_a_day(one: Meeting, other: Meeting) -> bool:
    if one.hours is None or other.hours is None:
        return True
    here, there = one.planned.where, other.planned.where
    apart = here is not None and there is not None and here.casefold() != there.casefold()
    return apart or _overlap(one.hours, other.hours)


def _are_at_once(one: Meeting, other: Meeting) -> bool:
    return one.planned.window != other.planned.window


def _overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _clash(meetings: list[Meeting], position: int, found: list[_Found]) -> Clash:
    meeting = meetings[position]
    other = meetings[found[0][0]]
    shared = [key for key in meeting.parties if key in other.parties]
    names = tuple(meeting.parties[key] for key in shared)
    return Clash(meeting.planned, other.planned, sum(count for _, count in found) - 1, names)
