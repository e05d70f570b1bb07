"""What can be said of an event on a day: an event is its own window."""

from datetime import date

from cjpeace.core import standing
from cjpeace.core.agenda import Event, Recorded
from cjpeace.core.edtf import EdtfDate
from cjpeace.core.occurrence import Occurrence, Status


def event_occurrence(event: Event, as_of: date) -> Occurrence | None:
    """The occurrence of an event; None when nothing of it was known on that day."""
    seen = _status_and_date(event, as_of)
    if seen is None:
        return None
    status, edtf = seen
    session = event.session
    return Occurrence(event, status, edtf.window, edtf, None, session, session.number, session.host)


def _status_and_date(event: Event, as_of: date) -> tuple[Status, EdtfDate] | None:
    session = event.session
    match session.recorded:
        case Recorded.EXPECTED:
            promise = standing.of_promise(session.own.window, event.grace, as_of)
            return _lapsed(event, promise), session.own
        case Recorded.POSTPONED:
            deadline = None if session.date is None else session.date.window.end
            postponed = standing.of_deadline(deadline, event.grace, as_of)
            return _lapsed(event, postponed), session.own
        case _:
            others = event.convened_by is not None
            return standing.of_session(session, as_of, convened_by_others=others)


def _lapsed(event: Event, status: Status) -> Status:
    if status is not Status.MISSED:
        return status
    return Status.OVERDUE if event.convened_by is None else Status.UNKNOWN
