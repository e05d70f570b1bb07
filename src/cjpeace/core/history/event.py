"""What can be said of an event on a day: an event is its own window."""

from datetime import date

from cjpeace.core.agenda import Event, Recorded
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.history import standing
from cjpeace.core.history.fate import Because, Fate
from cjpeace.core.history.occurrence import Occurrence, Status


def event_occurrence(event: Event, as_of: date) -> Occurrence | None:
    """The occurrence of an event; None when nothing of it was known on that day."""
    explained = explained_event(event, as_of)
    return None if explained is None else explained[0]


def explained_event(event: Event, as_of: date) -> tuple[Occurrence, Fate] | None:
    """The occurrence of an event, and why its status is that one."""
    seen = _seen(event, as_of)
    if seen is None:
        return None
    fate, edtf = seen
    session = event.session
    occurrence = Occurrence(
        event, fate.status, edtf.window, edtf, None, session, session.number, session.host
    )
    return occurrence, fate


def _seen(event: Event, as_of: date) -> tuple[Fate, EdtfDate] | None:
    session = event.session
    match session.recorded:
        case Recorded.EXPECTED:
            promise = standing.of_promise(session.own.window, event.grace, as_of)
            return _lapsed(event, promise), session.own
        case Recorded.POSTPONED:
            deadline = None if session.date is None else session.date.window.end
            postponed = standing.of_deadline(deadline, event.grace, as_of)
            return _lapsed(event, postponed), session.own
        case recorded:
            others = event.convened_by is not None
            seen = standing.of_session(session, as_of, convened_by_others=others)
            if seen is None:
                return None
            early = recorded is Recorded.HELD and seen[0] is not Status.HELD
            because = Because.LOOKING_BACK if early else Because.RECORDED
            because = Because.OTHERS if seen[0] is Status.UNKNOWN else because
            return Fate(seen[0], because, session), seen[1]


def _lapsed(event: Event, status: Status) -> Fate:
    if status is not Status.MISSED:
        because = Because.RECORDED if status is Status.POSTPONED else Because.WINDOW
        return Fate(status, because)
    if event.convened_by is not None:
        return Fate(Status.UNKNOWN, Because.OTHERS)
    return Fate(Status.OVERDUE, Because.LAST)
