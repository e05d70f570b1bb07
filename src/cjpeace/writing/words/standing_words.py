"""How an occurrence stands on a day, in a few words: "14 months, last Dec 2022"."""

from datetime import date

from cjpeace.core.agenda import Mechanism
from cjpeace.core.answers.upcoming import Upcoming
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import Precision
from cjpeace.core.history.occurrence import Status
from cjpeace.writing.words.words import day_words, distance, month_words


def standing_words(one: Upcoming, as_of: date) -> str:  # noqa: PLR0911 - one per status
    """How far off an occurrence is, or how long overdue, and what is missing about it."""
    occurrence = one.occurrence
    start, end = occurrence.window.start, occurrence.window.end
    match occurrence.status:
        case Status.OVERDUE if end:
            return distance(end, as_of) + _last(one)
        case Status.LATE if end:
            return f"late by {distance(end, as_of)}{_last(one)}"
        case Status.UNREPORTED if end:
            return f"ended {distance(end, as_of)} ago, no outcome"
        case Status.POSTPONED:
            has_date = occurrence.session and occurrence.session.date
            return f"postponed, {_ahead(start, end, as_of) if has_date else 'no new date'}"
        case Status.DUE if end is None:
            return f"open since {_day_or_month(start, as_of)}"
        case Status.DUE:
            return _ahead(start, end, as_of) + (", no date" if _wants_date(one, as_of) else "")
        case Status.TENTATIVE:
            return f"{_ahead(start, end, as_of)}, tentative"
        case Status.CONFIRMED if occurrence.date.first.precision is Precision.DAY:
            return f"{_ahead(start, end, as_of)}, confirmed"
        case Status.CONFIRMED | Status.PROJECTED:
            return _ahead(start, end, as_of)
        case status:
            return str(status.value)


def _last(one: Upcoming) -> str:
    if not isinstance(one.occurrence.owner, Mechanism):
        return ""
    if one.last_held is None:
        return ", none on record"
    return f", last {month_words(one.last_held)}"


def _ahead(start: date, end: date | None, as_of: date) -> str:
    if start > as_of:
        return f"in {distance(as_of, start)}"
    if end is None:
        return f"since {_day_or_month(start, as_of)}"
    if (end - start).days == 1:
        return "today"
    return f"{distance(as_of, end)} left"


def _day_or_month(start: date, as_of: date) -> str:
    months = (as_of.year - start.year) * 12 + as_of.month - start.month
    return day_words(start) if months < 3 else day_words(start).partition(" ")[2]  # noqa: PLR2004


def _wants_date(one: Upcoming, as_of: date) -> bool:
    """Whether a date should have been set by now."""
    owner, end = one.occurrence.owner, one.occurrence.window.end
    notice: Duration | None = owner.notice
    return bool(end and notice and notice.after(as_of) >= end and owner.convened_by is None)
