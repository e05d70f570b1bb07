"""What makes an entry the same one in every export, and which version of it this is.

UID. `{mechanism}-{slot}@{agenda}` for a slot, `{event}@{agenda}` for an event: of the words that
the file and its rules fix, none changes when a window gets its day, moves, is held or cancelled.
An extra session has the date it was first meant for in place of a slot, so that it too keeps its
name when it moves. Three kinds of clash are settled by the clashing entries' own data alone:

- an event whose key ends like a slot (`symposium-2026`) always ends in `.event`;
- of several entries of a mechanism with the same name the slot keeps it, the shortest window
  before the others; then come the extra sessions by their number, time, title, place and host. The
  second is called `.2`, the third `.3`. No entry outside the clash, and nothing of the range or
  the statuses that are asked for, has a say in it.

SEQUENCE. The file keeps no counter, so one is worked out from what a record gains as time goes by:
the newest `updated` of the agenda, the mechanism and the session; then how often the date has moved
(`planned` only ever grows); then how far the entry has come, from projected to held. Each counts
for more than all that follow it. Whatever happens to a promise adds to one of them and takes from
none before it: days pass (projected, due, late, overdue, missed), a date is proposed, agreed,
moved (its old date goes to `planned`), and held or cancelled. What cannot rise by itself is a step
back that leaves no trace, such as an agreed date that is only proposed again: no value worked out
from the file alone can rise with a step and not fall with its undoing. There `updated` does it.

DTSTAMP and LAST-MODIFIED are the newest `updated`, else a day that is given, else when the
agreement was adopted: never the clock.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from cjpeace.core.agenda import Agenda, Mechanism, Recorded
from cjpeace.core.dates.edtf import edtf_of
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.ical.ical_span import Shape, days_of, has_date

Named = tuple[str, Occurrence]
"""An occurrence with the UID of its entry."""


def with_uids(agenda: Agenda, occurrences: Iterable[Occurrence]) -> list[Named]:
    """The occurrences of an agenda with their UIDs; of a mechanism all have to be there."""
    alike: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        alike[_name(occurrence)].append(occurrence)
    return [
        (f"{name}{'' if place == 1 else f'.{place}'}@{agenda.id}", occurrence)
        for name, clashing in alike.items()
        for place, occurrence in enumerate(sorted(clashing, key=_rank), 1)
    ]


_LIKE_A_SLOT = re.compile(r"-[0-9]{4}(-[0-9]{2}){0,2}$", re.ASCII)


def _name(occurrence: Occurrence) -> str:
    key = occurrence.owner.key
    if not isinstance(occurrence.owner, Mechanism):
        return f"{key}.event" if _LIKE_A_SLOT.search(key) else key
    if not occurrence.extra or occurrence.session is None or not occurrence.session.planned:
        return occurrence.id.replace("/", "-")
    meant = edtf_of(occurrence.session.meant)
    return f"{key}-{meant.window.start if meant.last else meant}"


Rank = tuple[bool, date, int, time, str, str, str, tuple[str | int, ...]]


def _rank(occurrence: Occurrence) -> Rank:
    """Where an entry stands among those with the same name; the place in the file comes last."""
    session = occurrence.session
    end = (occurrence.slot and occurrence.slot.end) or date.max
    if session is None:
        return (occurrence.extra, end, 0, time.min, "", "", "", ())
    return (
        occurrence.extra,
        end,
        session.number or 0,
        session.at or time.min,
        session.title or "",
        session.place or "",
        session.host or "",
        session.path if occurrence.extra else (),
    )


def updated(occurrence: Occurrence, agenda: Agenda) -> date | None:
    """The newest day on which the entry, or the agenda, says that it was changed."""
    owner, session = occurrence.owner, occurrence.session
    said = [agenda.updated, session and session.updated]
    if isinstance(owner, Mechanism):
        said.append(owner.updated)
    return max((edtf.window.start for edtf in said if edtf), default=None)


def stamp(occurrence: Occurrence, agenda: Agenda, otherwise: datetime | None) -> datetime:
    """When the entry was last changed, in UTC, as far as the data say; `otherwise` where not."""
    newest = updated(occurrence, agenda)
    if newest is None and otherwise is not None:
        return otherwise
    adopted = agenda.adopted or agenda.reviewed
    day = newest or (adopted.window.start if adopted else _EPOCH)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


_EPOCH = date(1970, 1, 1)

_STAGES = 24
_MOVES = 30
"""So many stages and moves are told apart: up to the year 9999 a SEQUENCE fits in 31 bits."""


def sequence(occurrence: Occurrence, agenda: Agenda) -> int:
    """The version of an entry: never less after a change than before it."""
    newest = updated(occurrence, agenda)
    days = max(0, (newest - _EPOCH).days) if newest else 0
    moves = min(_moves(occurrence), _MOVES - 1)
    return (days * _MOVES + moves) * _STAGES + _stage(occurrence)


def _moves(occurrence: Occurrence) -> int:
    """How many dates it has had before the one that is shown."""
    session = occurrence.session
    if session is None:
        return 0
    if session.recorded is Recorded.HELD and occurrence.status is not Status.HELD:
        return session.planned.index(occurrence.date)  # looking back, to a date it then had
    if session.recorded is Recorded.POSTPONED:
        return max(1, len(session.planned))
    return len(session.planned)


def _stage(occurrence: Occurrence) -> int:
    """How far an entry has come, from 0, projected, to 21, held on a day."""
    status, session = occurrence.status, occurrence.session
    if session is None or session.recorded is Recorded.EXPECTED:
        return _LAPSE[status]
    if session.recorded is Recorded.POSTPONED:
        return (8 if has_date(occurrence) else 4) + _LAPSE[status]
    if status not in _ON_RECORD:  # its time has passed, and no outcome is recorded
        return 18 if session.recorded is Recorded.CONFIRMED else 15
    return _ON_RECORD[status] + (days_of(occurrence).shape is Shape.DAYS)


_LAPSE = {
    Status.PROJECTED: 0,
    Status.DUE: 1,
    Status.POSTPONED: 1,
    Status.LATE: 2,
    Status.OVERDUE: 3,
    Status.MISSED: 4,
    Status.UNKNOWN: 4,
}
"""What becomes of a promise as the days pass."""

_ON_RECORD = {
    Status.TENTATIVE: 13,
    Status.CONFIRMED: 16,
    Status.CANCELLED: 19,
    Status.HELD: 20,
}
"""Where no day is set; one more where it is."""
