"""An occurrence as a VEVENT."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.ical.ical_identity import Named, sequence, stamp
from cjpeace.writing.ical.ical_lines import EntryLines
from cjpeace.writing.ical.ical_span import Days, Hours, Shape, ZoneOf, days_of, has_date, hours_of
from cjpeace.writing.ical.ical_text import is_clean, one_line, text_value
from cjpeace.writing.ical.ical_words import Describer, summary
from cjpeace.writing.ical.ical_zone import CompactZone, compact_zone, is_placed


class Entry(Struct, frozen=True):
    """An event of a calendar as it stands in the file, and what it refers to.

    `start` is its DTSTART as written, `zone` the time zone that it names. It is not `clean` when
    characters had to be left out.
    """

    start: str
    uid: str
    content: bytes
    zone: CompactZone | None
    clean: bool

    @property
    def order(self) -> tuple[str, str]:
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
        lines = EntryLines()
        lines.add("UID", uid)
        self._add_versions(lines, occurrence)
        _add_extent(lines, days, hours, zone)
        lines.add("SUMMARY", text_value(one_line(title)))
        for name, value in _availability(occurrence, days):
            lines.add(name, value)
        if place:
            lines.add("LOCATION", text_value(one_line(place)))
        lines.add("DESCRIPTION", text_value(description))
        lines.add("X-CJPEACE-STATUS", occurrence.status.value)
        if days.shape is not Shape.DAYS:
            lines.add("X-CJPEACE-WINDOW", str(occurrence.date))
        clean = is_clean(title) and is_clean(place) and is_clean(description)
        return Entry(_start(days, hours, zone), uid, lines.content(), zone, clean)

    def _add_versions(self, lines: EntryLines, occurrence: Occurrence) -> None:
        changed = stamp(occurrence, self._agenda, self._manner.otherwise)
        lines.add("DTSTAMP", changed)
        lines.add("LAST-MODIFIED", changed)
        lines.add("SEQUENCE", sequence(occurrence, self._agenda))


def _add_extent(
    lines: EntryLines, days: Days, hours: Hours | None, zone: CompactZone | None
) -> None:
    """Its start and end: days, times in a zone of the calendar, or in UTC."""
    if hours is None:
        lines.add("DTSTART", days.start)
        lines.add("DTEND", days.end)
        return
    for name, moment in (("DTSTART", hours.start), ("DTEND", hours.end)):
        if zone is None:
            lines.add(name, moment.astimezone(UTC))
        else:  # the name is stated, or icalendar may take a time of Africa/Abidjan for one of UTC
            lines.add(name, moment.replace(tzinfo=None), zone.name)


def _start(days: Days, hours: Hours | None, zone: CompactZone | None) -> str:
    """Its start as it is written."""
    if hours is None:
        return f"{days.start:%Y%m%d}".rjust(8, "0")
    if zone is None:
        return f"{hours.start.astimezone(UTC):%Y%m%dT%H%M%S}Z".rjust(16, "0")
    return f"{hours.start:%Y%m%dT%H%M%S}".rjust(15, "0")


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
