"""Moments of a calendar file: whole days, or local times by clocks of all kinds, as instants."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache

from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.window import Window
from cjpeace.core.proposals.busy import Busy, BusyDays, BusyHours
from cjpeace.core.proposals.sitting import ZoneOf

Moment = date | datetime
"""The day of something that takes whole days, or an instant in UTC."""


class Clocks:
    """The clocks of a calendar: those of its zones, and those of times that name none."""

    def __init__(self, zone_of: ZoneOf, floating: tzinfo) -> None:
        self._zone_of, self._floating = cache(zone_of), floating

    def instant(self, local: datetime) -> datetime:
        """A local time as an instant in UTC, within the calendar."""
        try:
            return local.replace(tzinfo=self.zone(local)).astimezone(UTC)
        except OverflowError:
            return _LAST if local.year > date.min.year else _FIRST

    def day(self, moment: Moment, like: Moment) -> date:
        """The day of a moment by the clocks of a local time."""
        if not isinstance(moment, datetime):
            return moment
        try:
            return moment.astimezone(self.zone(like) if isinstance(like, datetime) else UTC).date()
        except OverflowError:
            return moment.date()

    def zone(self, local: datetime) -> tzinfo:
        """The zone of a local time, by the newest data where it is a known one."""
        if local.tzinfo is None:
            return self._floating
        name = getattr(local.tzinfo, "key", None)
        try:
            return self._zone_of(name) if name else local.tzinfo
        except (OSError, ValueError):
            return local.tzinfo


def busy_time(
    start: Moment, end: Moment, span: Window, title: str, calendar: str
) -> Iterator[Busy]:
    """What lies between two moments of a kind, if it takes time and touches a span."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        # by the clocks of some place on earth a day begins and ends a day off that of UTC
        early, late = shifted(span.start, -1), shifted(span.end or date.max, 1)
        if start < end and start.date() <= late and end.date() >= early:
            yield BusyHours(start, end, title, calendar)
    elif start < end and Window(start, end).overlaps(span):
        yield BusyDays(Window(start, end), title, calendar)


def later(moment: Moment, length: timedelta) -> Moment:
    """A moment so much later; the end of the calendar at the most."""
    try:
        return moment + length
    except OverflowError:
        return _LAST if isinstance(moment, datetime) else date.max


_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)
