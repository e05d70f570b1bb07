"""Where an occurrence lies in a calendar: at a time, on its days, over a window, or on a day of it.

A session that says when it begins but not for how many hours is shown for an hour. Without an end
clients disagree: a line without height, half an hour, an hour, or the whole day.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Mechanism, Recorded
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import CalendarDate, EdtfDate, Ending, Precision
from cjpeace.core.dates.window import ONE_DAY
from cjpeace.core.history.local_time import start_time, zone_name
from cjpeace.core.history.occurrence import Occurrence, Status

ZoneOf = Callable[[str], tzinfo]
"""The time zone of a name."""

LONGEST_BAR = 124
"""A window of more days than four months have is shown on its last day only."""

USUAL_LENGTH = timedelta(hours=1)


class Shape(Enum):
    """What the days of an entry are."""

    DAYS = "days"
    """The days of the meeting itself."""
    WINDOW = "window"
    """All days of the window in which it is to be, or was, held."""
    LAST_DAY = "last day"
    """The last day of that window."""
    NO_END = "no end"
    """The first day of a window that never ends."""


class Days(Struct, frozen=True):
    """The days from `start` up to, not including, `end`."""

    shape: Shape
    start: date
    end: date


class Hours(Struct, frozen=True):
    """The time from `start` up to `end`, in the zone in which it was set."""

    zone: str
    start: datetime
    end: datetime
    length_is_known: bool


def days_of(occurrence: Occurrence) -> Days:
    """The days on which a calendar shows an occurrence."""
    window = occurrence.window
    last = window.last_day
    if window.end is None or last is None:
        return Days(Shape.NO_END, window.start, window.start + ONE_DAY)
    if occurrence.status in (Status.OVERDUE, Status.LATE):
        return Days(Shape.LAST_DAY, last, window.end)
    if _is_meeting(occurrence):
        return Days(Shape.DAYS, window.start, window.end)
    if (window.end - window.start).days > LONGEST_BAR:
        return Days(Shape.LAST_DAY, last, window.end)
    return Days(Shape.WINDOW, window.start, window.end)


def hours_of(occurrence: Occurrence, agenda: Agenda, zone_of: ZoneOf) -> Hours | None:
    """When an occurrence begins and ends on its one day; None when that is not known."""
    at, zone = start_time(occurrence), zone_name(occurrence, agenda)
    days = days_of(occurrence)
    ends_unknown = occurrence.date.last is Ending.UNKNOWN
    if at is None or zone is None or ends_unknown or days.shape is not Shape.DAYS:
        return None
    if days.end - days.start != ONE_DAY or not date.min + ONE_DAY < days.start < _LAST:
        return None
    length = _length(occurrence)
    start = datetime.combine(days.start, at, zone_of(zone))
    end = (start.astimezone(UTC) + (length or USUAL_LENGTH)).astimezone(start.tzinfo)
    return Hours(zone, start, end, length is not None)


_LAST = date.max - timedelta(days=400)
"""Days after this one have no room for the longest session and a zone's offset."""


def is_on_record(occurrence: Occurrence) -> bool:
    """Whether it is a session of its own, and not a promise alone."""
    session = occurrence.session
    return session is not None and session.recorded is not Recorded.EXPECTED


def has_date(occurrence: Occurrence) -> bool:
    """Whether it is not a session that was postponed to no new date."""
    session = occurrence.session
    return session is None or session.date is not None


def _is_meeting(occurrence: Occurrence) -> bool:
    """Whether the window is made of the days of the meeting itself."""
    edtf, window = occurrence.date, occurrence.window
    if not is_on_record(occurrence) or not has_date(occurrence):
        owner = occurrence.owner
        lasts = owner.days if isinstance(owner, Mechanism) else 1
        days = (window.end - window.start).days if window.end else 0
        return edtf.first.precision is Precision.DAY and days in (1, lasts)
    return _is_in_days(edtf)


def _is_in_days(edtf: EdtfDate) -> bool:
    sides = [side for side in (edtf.first, edtf.last) if isinstance(side, CalendarDate)]
    return all(side.precision is Precision.DAY for side in sides)


def _length(occurrence: Occurrence) -> timedelta | None:
    """How many hours and minutes it lasts; None when that is not said, or only in days."""
    owner, session = occurrence.owner, occurrence.session
    stated: Duration | None = (session and session.lasts) or (
        owner.lasts if isinstance(owner, Mechanism) else None
    )
    return timedelta(minutes=stated.minutes) if stated and stated.minutes else None
