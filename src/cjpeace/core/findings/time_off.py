"""Planned days on which a party is off: its holidays and closed days, and unusual weekends."""

from collections.abc import Iterator
from datetime import date, timedelta

from cjpeace.core.agenda import Agenda
from cjpeace.core.dates.window import Window
from cjpeace.core.findings.day_off import Holidays, days_off
from cjpeace.core.findings.finding import Code, Finding, TimeOff
from cjpeace.core.findings.planned import date_path, in_days
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence, Status

LONGEST_DAYS = 62
"""Longer spans of days always hold holidays: these are no days on which to meet."""

WORKING_WEEK = 5
"""A session of more days cannot keep clear of a weekend."""

SATURDAY = 5


def time_off(
    occurrence: Occurrence, agenda: Agenda, holidays: Holidays | None, *, weekends_count: bool
) -> Iterator[Finding]:
    """The finding for a planned session that is on a day off of a party, or at a weekend."""
    window, session = in_days(occurrence.date), occurrence.session
    if window is None or session is None or len(_days(window)) > LONGEST_DAYS:
        return
    off = tuple(days_off(window, agenda.parties.values(), holidays)) if holidays else ()
    known = {one.day for one in off}
    avoidable = weekends_count and len(_days(window)) <= WORKING_WEEK
    weekend = tuple(day for day in _weekend(window) if avoidable and day not in known)
    if off or weekend:
        path = date_path(session, occurrence.date)
        yield Finding(Code.HOLIDAY, path, occurrence.owner, occurrence, TimeOff(off, weekend))


def has_met_on_weekend(history: History) -> bool:
    """Whether a session that was held on days that are known was held on a weekend."""
    held = (entry.date for entry in history.entries if entry.status is Status.HELD)
    return any(_weekend(window) for edtf in held if (window := in_days(edtf)))


def _weekend(window: Window) -> list[date]:
    return [day for day in _days(window) if day.weekday() >= SATURDAY]


def _days(window: Window) -> list[date]:
    """The days of a span, no more than tell that it is too long."""
    assert window.end is not None  # noqa: S101 - days that are named end
    count = min((window.end - window.start).days, LONGEST_DAYS + 1)
    return [window.start + timedelta(days=number) for number in range(count)]
