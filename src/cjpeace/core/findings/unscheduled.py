"""Meetings without a date although their window ends soon, or has ended within its grace."""

from collections.abc import Iterator
from datetime import date

from cjpeace.core.agenda import Event, Owner
from cjpeace.core.findings.finding import Code, Finding, Undated
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence, Status

WITHOUT_DATE = (Status.PROJECTED, Status.DUE, Status.LATE)
"""The statuses of what has no date; of those postponed, what has no new one has none either."""


def unscheduled(history: History) -> Iterator[Finding]:
    """The first meeting of a mechanism that should have a date: one at most.

    Late ones are found too, or a lapse would be told of before and after its grace but not during.
    """
    mechanism = history.mechanism
    if mechanism.notice is None or not mechanism.cadence:
        return
    last = mechanism.notice.after(history.as_of)
    if not _may_be_unscheduled(history, last):
        return
    for occurrence in history.occurrences(history.settled_before):
        if occurrence.begins >= last:
            return
        if _lacks_date(occurrence) and _ends_by(occurrence, last):
            yield _finding(mechanism, occurrence)
            return


def unscheduled_event(event: Event, occurrence: Occurrence, as_of: date) -> Iterator[Finding]:
    """The finding for a promised event that should have a date."""
    if event.notice is None or not _lacks_date(occurrence):
        return
    if _ends_by(occurrence, event.notice.after(as_of)):
        yield _finding(event, occurrence)


def _may_be_unscheduled(history: History, last: date) -> bool:
    """Whether a slot ends in time, told from the slots alone: mostly none does."""
    for slot in history.slots.forward(history.settled_before):
        if slot.window.start >= last:
            return False
        if slot.window.end is not None and slot.window.end <= last:
            return True
    return False


def _lacks_date(occurrence: Occurrence) -> bool:
    session = occurrence.session
    if occurrence.status is Status.POSTPONED:
        return session is not None and session.date is None and occurrence.slot is not None
    return occurrence.status in WITHOUT_DATE


def _ends_by(occurrence: Occurrence, last: date) -> bool:
    end = occurrence.window.end
    return end is not None and end <= last


def _finding(owner: Owner, occurrence: Occurrence) -> Finding:
    end = occurrence.window.end
    assert end is not None  # noqa: S101 - what never ends is never due soon
    undated = Undated(end, owner.grace.after(end) if owner.grace else end)
    session = occurrence.session
    path = owner.path if session is None else (*session.path, session.recorded.value)
    return Finding(Code.UNSCHEDULED, path, owner, occurrence, undated)
