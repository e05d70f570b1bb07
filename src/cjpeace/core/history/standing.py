"""The status of a single session or slot on a day, before its neighbours are looked at."""

from bisect import bisect_right
from datetime import date
from functools import lru_cache

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.duration import Duration, shifted
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


@lru_cache(maxsize=256)
def settled_by(grace: Duration | None, as_of: date) -> date:
    """The last day whose grace is over: what ends on it or before has lapsed, what ends later not.

    The calendar's first day, on which nothing ends, where there is no such day.

    >>> from cjpeace.core.dates.duration import Unit
    >>> settled_by(Duration(1, Unit.MONTH), date(2025, 2, 28))
    datetime.date(2025, 1, 31)
    """
    if grace is None:
        return as_of
    days = range(shifted(as_of, -grace.most_days).toordinal(), as_of.toordinal() + 1)
    over = bisect_right(days, as_of, key=lambda day: grace.after(date.fromordinal(day)))
    return date.fromordinal(max(1, days[0] + over - 1))
