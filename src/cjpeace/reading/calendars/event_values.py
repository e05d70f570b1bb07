"""The values of an event of a calendar file: when it begins, how long it lasts, and what it is."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.calendars.busy_moment import Clocks, Moment

TITLE = 60
"""Of a title no more characters than these are kept."""

_NEEDED = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")


def is_free(event: Any) -> bool:
    """Whether an event leaves its time free: transparent, cancelled, or free as Outlook says it."""
    return (
        _upper(event, "TRANSP") == "TRANSPARENT"
        or _upper(event, "STATUS") == "CANCELLED"
        or _upper(event, "X-MICROSOFT-CDO-BUSYSTATUS") == "FREE"
    )


def refuse_broken(event: Any) -> None:
    """Raise UnreadableError where what says when an event is cannot be read, or is missing."""
    for name, message in event.errors:
        if name in _NEEDED:
            shown = " ".join(str(message).split())[:80]
            raise _unreadable(event, f"its {name} cannot be read: {shown}")
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        given = event.get(name)
        if given is None and name != "DTSTART":
            continue
        if not isinstance(getattr(given, "dt", None), date):
            raise _unreadable(event, f"its {name} {'is missing' if given is None else 'is odd'}")
        zone = given.params.get("TZID")
        if zone and isinstance(given.dt, datetime) and given.dt.tzinfo is None:
            raise _unreadable(event, f'the file does not say what its time zone "{zone}" is')


def start_of(event: Any) -> Moment:
    """The local time at which an event begins, or its first day."""
    given: Moment = event["DTSTART"].dt
    return given


def length_of(event: Any, clocks: Clocks) -> timedelta:
    """How long an event lasts: a day when it has days and no end, nothing when it has a time."""
    start = start_of(event)
    least = timedelta() if isinstance(start, datetime) else timedelta(days=1)
    if "DTEND" in event:
        return max(least, _until_end(event, start, event["DTEND"].dt, clocks))
    given = getattr(event.get("DURATION"), "dt", None)
    return max(least, given) if isinstance(given, timedelta) else least


def title_of(event: Any) -> str:
    """What an event is called, in short."""
    return " ".join(str(event.get("SUMMARY", "")).split())[:TITLE]


def excluded(event: Any, clocks: Clocks) -> frozenset[Moment]:
    """The moments and the days at which an event does not take place after all."""
    return frozenset(
        clocks.instant(one) if isinstance(one, datetime) else one
        for one in _dates(event, "EXDATE")
        if isinstance(one, date)
    )


def further(event: Any, clocks: Clocks) -> Iterator[tuple[Moment, timedelta | None]]:
    """The further moments at which an event takes place, and how long where that is told."""
    for given in _dates(event, "RDATE"):
        start, end = given if isinstance(given, tuple) else (given, None)
        if isinstance(start, datetime):
            first = clocks.instant(start)
            length: timedelta = clocks.instant(end) - first if isinstance(end, datetime) else end
            yield first, length
        elif isinstance(start, date):
            yield start, None


def event_words(event: Any) -> str:
    """An event as a message names it."""
    broken = any(name == "DTSTART" for name, _ in event.errors)
    start = None if broken else getattr(event.get("DTSTART"), "dt", None)
    on = f" of {start:%Y-%m-%d}" if isinstance(start, date) else ""
    title = title_of(event)
    return (f'the event "{title}"' if title else "an event without a title") + on


def _until_end(event: Any, start: Moment, end: Moment, clocks: Clocks) -> timedelta:
    if isinstance(end, datetime) != isinstance(start, datetime):
        raise _unreadable(event, "it begins on a day and ends at a time, or the reverse")
    if not isinstance(end, datetime) or not isinstance(start, datetime):
        return timedelta(days=end.toordinal() - start.toordinal())
    return clocks.instant(end) - clocks.instant(start)


def _unreadable(event: Any, message: str) -> UnreadableError:
    help_ = "mend it in the calendar program, or export the file without it"
    return UnreadableError(f"{event_words(event)}: {message}", help_)


def _dates(event: Any, name: str) -> Iterator[Any]:
    given = event.get(name) or []
    for dates in given if isinstance(given, list) else [given]:
        yield from (one.dt for one in getattr(dates, "dts", ()))


def _upper(event: Any, name: str) -> str:
    return str(event.get(name, "")).strip().upper()
