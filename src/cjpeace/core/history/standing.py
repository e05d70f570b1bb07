"""The status of a single session or slot on a day, before its neighbours are looked at."""

from datetime import date

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Status
from cjpeace.core.history.pairing import still_ahead


def of_session(
    session: Session, as_of: date, *, convened_by_others: bool
) -> tuple[Status, EdtfDate] | None:
    """The status and date of a session that is neither postponed nor only expected.

    None when nothing of it was known on that day: it had not begun and no date lay ahead.
    """
    own, recorded = session.own, session.recorded
    if recorded is Recorded.HELD:
        if own.window.start <= as_of:
            return Status.HELD, own
        ahead = still_ahead(session, as_of)
        return None if ahead is None else (Status.CONFIRMED, ahead)
    if recorded in (Recorded.CONFIRMED, Recorded.TENTATIVE) and own.window.ended_by(as_of):
        return Status.UNKNOWN if convened_by_others else Status.UNREPORTED, own
    return Status(recorded.value), own


def of_promise(window: Window, grace: Duration | None, as_of: date) -> Status:
    """The status of a window in which nothing has met: MISSED once its grace is over."""
    if window.start > as_of:
        return Status.PROJECTED
    if not window.ended_by(as_of):
        return Status.DUE
    return of_deadline(window.end, grace, as_of)


def of_deadline(deadline: date | None, grace: Duration | None, as_of: date) -> Status:
    """The status of something postponed to end by a deadline: MISSED once its grace is over."""
    if deadline is None or deadline > as_of:
        return Status.POSTPONED
    if grace is not None and grace.after(deadline) > as_of:
        return Status.LATE
    return Status.MISSED
