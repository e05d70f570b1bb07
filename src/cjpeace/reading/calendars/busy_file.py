"""The times at which somebody is busy, from an iCalendar file such as a calendar program exports.

What is marked as free, transparent or cancelled is none. Whatever a file holds, there is an answer
or an error that says what is wrong, in bounded time.
"""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from cjpeace.core.dates.window import Window
from cjpeace.core.proposals.busy import Busy
from cjpeace.core.proposals.sitting import ZoneOf
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.calendars.busy_moment import Clocks, Moment, busy_time
from cjpeace.reading.calendars.busy_series import series_of
from cjpeace.reading.calendars.calendar_text import refuse_hostile

LARGEST = 16_000_000
"""Larger files, in bytes, are refused."""

MOST = 50_000
"""More times than these, busy or not, are not looked at."""


def read_busy(name: str, span: Window, zone_of: ZoneOf, usual_zone: tzinfo) -> tuple[Busy, ...]:
    """The busy times of a file that touch a span which has an end.

    Times without a zone are those of the calendar's own zone, else of `usual_zone`. Raises
    UnreadableError.
    """
    found: list[Busy] = []
    looked_at = 0
    for calendar in _calendars(_text(name)):
        clocks = Clocks(zone_of, _own_zone(calendar, zone_of) or usual_zone)
        for start, end, title in _of_calendar(calendar, span, clocks):
            found += busy_time(start, end, span, title, name)
            looked_at += 1
            if looked_at > MOST:
                message = f"there are more than {MOST:,} times from {span.start} on"
                raise UnreadableError(message, "give a file with fewer, or a shorter --in")
    return tuple(found)


def _of_calendar(
    calendar: Any, span: Window, clocks: Clocks
) -> Iterator[tuple[Moment, Moment, str]]:
    """What may be busy times that touch a span, each with its title."""
    events = [one for one in calendar.subcomponents if one.name == "VEVENT"]
    for series in series_of(events, clocks):
        for start, end in series.between(span):
            yield start, end, series.title(start)
    for component in calendar.subcomponents:
        if component.name == "VFREEBUSY":
            yield from ((start, end, "") for start, end in _periods(component, clocks))


def _text(name: str) -> str:
    try:
        with open(name, "rb") as stream:
            content = stream.read(LARGEST + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        message = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message) from None
    except UnicodeDecodeError:
        raise UnreadableError("the file is not UTF-8", "export it as iCalendar (.ics)") from None
    except ValueError:
        raise UnreadableError("cannot be read: no file can have this name") from None
    if len(content) > LARGEST:
        message = f"the file is larger than {LARGEST // 1_000_000} MB"
        raise UnreadableError(message, "export fewer months of it")
    return text


def _calendars(text: str) -> list[Any]:
    refuse_hostile(text)
    from icalendar import Calendar  # 50 ms, and needed only for busy files

    try:
        return list(Calendar.from_ical(text, multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        # what the package raises for odd lines, as read in its sources and found by trying
        message = f"the file is not a calendar: {' '.join(str(error).split())[:120]}"
        raise UnreadableError(message, _AGAIN) from None


_AGAIN = "export it again as iCalendar (.ics)"


def _own_zone(calendar: Any, zone_of: ZoneOf) -> tzinfo | None:
    """The zone that a calendar names for all of it, as Google and Apple do."""
    name = str(calendar.get("X-WR-TIMEZONE") or "")
    try:
        return zone_of(name) if name else None
    except (OSError, ValueError):
        return None


def _periods(component: Any, clocks: Clocks) -> Iterator[tuple[datetime, datetime]]:
    """The busy periods of a free-busy component."""
    if component.errors:
        what, message = component.errors[0]
        shown = " ".join(str(message).split())[:80]
        raise UnreadableError(f"the {what} of a VFREEBUSY cannot be read: {shown}", _AGAIN)
    given = component.get("FREEBUSY") or []
    for period in given if isinstance(given, list) else [given]:
        kind = str(getattr(period, "params", {}).get("FBTYPE", "BUSY")).upper()
        start, end = getattr(period, "start", None), getattr(period, "end", None)
        if kind != "FREE" and isinstance(start, datetime) and isinstance(end, datetime):
            yield clocks.instant(start), clocks.instant(end)
