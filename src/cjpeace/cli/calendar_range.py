"""Which occurrences go into a calendar: what is on record, and what lies ahead for five years."""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.timeline import default_span, recorded_from, timeline
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.ical.ical_identity import Named, with_uids
from cjpeace.writing.ical.ical_span import Shape, days_of, is_on_record


class Wanted(Struct, frozen=True):
    """What is wanted: `statuses` none for all of them, `end` None for the usual range.

    `silent` tells whether slots are wanted that have lapsed or are unknown with no session on
    record, `windows` whether entries without a day are.
    """

    start: date = date.min
    end: date | None = None
    statuses: frozenset[Status] = frozenset()
    silent: bool = False
    windows: bool = True


def entries(
    agenda: Agenda, as_of: date, wanted: Wanted, keys: frozenset[str] | None = None
) -> list[Named]:
    """The wanted occurrences of an agenda with their UIDs.

    The UIDs are given before anything is left out, so that they depend on the agenda alone.
    """
    end = wanted.end or default_span(as_of).end or date.max
    asked = agenda.only(keys)
    found = timeline(asked, as_of, Window(date.min, end))
    if wanted.end is None:
        for mechanism in asked.mechanisms.values():
            found += recorded_from(mechanism, as_of, end)
        found += _later_events(asked, as_of, end)
    return [named for named in with_uids(agenda, found) if _is_wanted(named[1], wanted)]


def _later_events(agenda: Agenda, as_of: date, end: date) -> list[Occurrence]:
    found = timeline(agenda.only(agenda.events), as_of, Window(end, None))
    return [occurrence for occurrence in found if occurrence.window.start >= end]


def _is_wanted(occurrence: Occurrence, wanted: Wanted) -> bool:
    if wanted.statuses:
        if occurrence.status not in wanted.statuses:
            return False
    elif _is_silent(occurrence) and not wanted.silent:
        return False
    if occurrence.window.ended_by(wanted.start):
        return False
    return wanted.windows or _has_day(occurrence)


def _is_silent(occurrence: Occurrence) -> bool:
    """Whether nothing met, or nobody knows, and no session of its own is on record."""
    lapsed = occurrence.status in (Status.MISSED, Status.UNKNOWN)
    return lapsed and not is_on_record(occurrence)


def _has_day(occurrence: Occurrence) -> bool:
    """Whether it is shown on its own days, or stands on a day because it was missed."""
    return days_of(occurrence).shape is Shape.DAYS or occurrence.status in _ALARMS


_ALARMS = (Status.LATE, Status.OVERDUE)
