"""An occurrence as a VEVENT."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import cast

from icalendar import Event, vDDDTypes
from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.core.occurrence import Occurrence, Status
from cjpeace.writing.ical_identity import Named, sequence, stamp
from cjpeace.writing.ical_span import Days, Hours, Shape, ZoneOf, days_of, has_date, hours_of
from cjpeace.writing.ical_text import is_clean, one_line, text_value
from cjpeace.writing.ical_words import Describer, summary
from cjpeace.writing.ical_zone import CompactZone, compact_zone, is_placed


class Entry(Struct, frozen=True):
    """An event of a calendar as it stands in the file, and what it refers to.

    `start` is its DTSTART as written, `zone` the time zone that it names. It is not `clean` when
    characters had to be left out.
    """

    start: bytes
    uid: str
    content: bytes
    zone: CompactZone | None
    clean: bool

    @property
    def order(self) -> tuple[bytes, str]:
        """Where it stands in a calendar: by start, then UID."""
        return (self.start, self.uid)


class Manner:
    """How entries are written, by zone data of the year `newest`.

    `otherwise` is when an entry was last changed if the data do not say.
    """

    def __init__(
        self, zone_of: ZoneOf, newest: int, otherwise: datetime | None, *, utc: bool
    ) -> None:
        self.zone_of, self.otherwise, self._utc = cache(zone_of), otherwise, utc
        self._compact = cache(lambda name: compact_zone(name, self.zone_of(name), newest))

    def zone(self, hours: Hours) -> CompactZone | None:
        """The zone in which a time is written; None where UTC serves everybody better."""
        in_utc = self._utc or hours.zone == "UTC"
        compact = None if in_utc else self._compact(hours.zone)
        return compact if compact and is_placed(hours.start) and is_placed(hours.end) else None


class Events:
    """The events of one agenda."""

    def __init__(self, agenda: Agenda, manner: Manner) -> None:
        self._agenda, self._manner = agenda, manner
        self._describer = Describer(agenda, manner.zone_of)

    def entry(self, named: Named) -> Entry:
        """An occurrence as an event."""
        uid, occurrence = named
        days = days_of(occurrence)
        hours = hours_of(occurrence, self._agenda, self._manner.zone_of)
        zone = self._manner.zone(hours) if hours else None
        title = summary(occurrence, days)
        place = occurrence.place or ""
        description = self._describer.description(occurrence, days, hours)
        event = Event()
        event.add("UID", uid)
        self._add_versions(event, occurrence)
        _add_extent(event, days, hours, zone)
        event.add("SUMMARY", text_value(one_line(title)))
        for name, value in _availability(occurrence, days):
            event.add(name, value)
        if place:
            event.add("LOCATION", text_value(one_line(place)))
        event.add("DESCRIPTION", text_value(description))
        event.add("X-CJPEACE-STATUS", occurrence.status.value)
        if days.shape is not Shape.DAYS:
            event.add("X-CJPEACE-WINDOW", str(occurrence.date))
        clean = is_clean(title) and is_clean(place) and is_clean(description)
        start = cast("vDDDTypes", event["DTSTART"]).to_ical()
        return Entry(start, uid, event.to_ical(sorted=False), zone, clean)

    def _add_versions(self, event: Event, occurrence: Occurrence) -> None:
        changed = stamp(occurrence, self._agenda, self._manner.otherwise)
        event.add("DTSTAMP", changed)
        event.add("LAST-MODIFIED", changed)
        event.add("SEQUENCE", sequence(occurrence, self._agenda))


def _add_extent(event: Event, days: Days, hours: Hours | None, zone: CompactZone | None) -> None:
    """Its start and end: days, times in a zone of the calendar, or in UTC."""
    if hours is None:
        event.add("DTSTART", days.start)
        event.add("DTEND", days.end)
        return
    for name, moment in (("DTSTART", hours.start), ("DTEND", hours.end)):
        if zone is None:
            event.add(name, moment.astimezone(UTC))
        else:  # the name is stated, or icalendar may take a time of Africa/Abidjan for one of UTC
            event.add(name, moment.replace(tzinfo=None), {"TZID": zone.name})


def _availability(occurrence: Occurrence, days: Days) -> Iterator[tuple[str, str]]:
    """What an entry means for the time of whoever sees it: nothing, unless it has a day."""
    status, on_its_days = occurrence.status, days.shape is Shape.DAYS
    match status:
        case Status.CONFIRMED if on_its_days:
            yield from _told("CONFIRMED", "OPAQUE", "BUSY")
        case Status.TENTATIVE | Status.POSTPONED if on_its_days and has_date(occurrence):
            yield from _told("TENTATIVE", "OPAQUE", "TENTATIVE")
        case Status.HELD:
            yield from _told("CONFIRMED", "TRANSPARENT", "FREE")
            yield ("CATEGORIES", "held")
        case Status.CANCELLED:
            yield from _told("CANCELLED", "TRANSPARENT", "FREE")
        case _:
            yield from _told("TENTATIVE", "TRANSPARENT", "FREE")


def _told(status: str, transparency: str, busy: str) -> Iterator[tuple[str, str]]:
    yield ("STATUS", status)
    yield ("TRANSP", transparency)
    yield ("X-MICROSOFT-CDO-BUSYSTATUS", busy)
