"""The words of a calendar entry: its title, with what must be known at a glance, and the rest."""

from collections.abc import Iterator
from datetime import datetime

from cjpeace.core.agenda import NOBODY, Agenda, Mechanism, Party, Session, Source
from cjpeace.core.dates.edtf import CalendarDate, Ending, Precision
from cjpeace.core.history.local_time import start_time, zone_name
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.ical.ical_span import Days, Hours, Shape, ZoneOf, has_date, is_on_record
from cjpeace.writing.words.words import date_words, day_words, title_words


def summary(occurrence: Occurrence, days: Days) -> str:
    """The title of an entry: "[by 16 Sep 2027] Political-Military Talks, 14th"."""
    mark = _mark(occurrence, days)
    title = title_words(occurrence)
    return f"[{mark}] {title}" if mark else title


def _mark(occurrence: Occurrence, days: Days) -> str:
    """What is to be known of an entry before its title; nothing where the title says it all."""
    status, on_its_days = occurrence.status, days.shape is Shape.DAYS
    match status:
        case Status.HELD if not on_its_days:
            return f"held {_in_words(occurrence)}"
        case Status.HELD | Status.CONFIRMED if on_its_days:
            return ""
        case Status.POSTPONED:
            return _postponed(occurrence, days)
        case Status.PROJECTED | Status.DUE | Status.TENTATIVE | Status.CONFIRMED if not on_its_days:
            return _to_be_set(occurrence, days)
        case _:
            alone = on_its_days or status in (Status.LATE, Status.OVERDUE)
            mark = _MARKS[Status.UNREPORTED if _lacks_outcome(occurrence) else status]
            return mark if alone else f"{mark}: {date_words(occurrence.date)}"


def _lacks_outcome(occurrence: Occurrence) -> bool:
    """Whether a session is on record, and what became of it is not."""
    return occurrence.status is Status.UNKNOWN and is_on_record(occurrence)


_MARKS = {
    Status.PROJECTED: "expected",
    Status.DUE: "expected",
    Status.TENTATIVE: "tentative",
    Status.CANCELLED: "cancelled",
    Status.LATE: "late",
    Status.OVERDUE: "overdue",
    Status.MISSED: "missed",
    Status.UNREPORTED: "no outcome on record",
    Status.UNKNOWN: "no record",
}


def _to_be_set(occurrence: Occurrence, days: Days) -> str:
    match days.shape:
        case Shape.NO_END:
            return "no deadline"
        case Shape.LAST_DAY:
            return f"by {day_words(days.start)}"
        case Shape.WINDOW | Shape.DAYS:
            return f"date to be set: {date_words(occurrence.date)}"


def _postponed(occurrence: Occurrence, days: Days) -> str:
    session = occurrence.session
    if not has_date(occurrence):
        by = f"by {day_words(days.start)}" if days.shape is Shape.LAST_DAY else "no new date"
        return f"postponed, {by if occurrence.slot else 'no new date'}"
    if days.shape is not Shape.DAYS:
        return f"postponed, {_to_be_set(occurrence, days)}"
    return (
        f"moved from {date_words(session.planned[-1])}" if session and session.planned else "moved"
    )


def _in_words(occurrence: Occurrence) -> str:
    edtf = occurrence.date
    whole_year = edtf.last is None and edtf.first.precision is Precision.YEAR
    return f"{'in ' if whole_year else ''}{date_words(edtf)}"


class Describer:
    """The descriptions of the entries of one agenda."""

    def __init__(self, agenda: Agenda, zone_of: ZoneOf) -> None:
        self._agenda, self._zone_of = agenda, zone_of
        self._paragraphs = {
            number: text
            for section in agenda.agreement
            for number, text in section.paragraphs.items()
        }

    def description(self, occurrence: Occurrence, days: Days, hours: Hours | None) -> str:
        """All that is known of an occurrence, one thing a line, its status first."""
        return "\n".join(self._lines(occurrence, days, hours))

    def _lines(self, occurrence: Occurrence, days: Days, hours: Hours | None) -> Iterator[str]:
        yield f"Status: {_status_words(occurrence)}"
        if not _says_all(occurrence, days):
            yield f"When: {date_words(occurrence.date)}"
        yield from self._host(occurrence)
        yield from self._times(occurrence, hours)
        yield from _history(occurrence.session)
        for number in occurrence.owner.paragraphs:
            text = self._paragraphs.get(number)
            yield f"Paragraph {number}: {text.strip()}" if text else f"Paragraph {number}"
        for name in _sources(occurrence):
            yield f"Source: {_source_words(name, self._agenda.sources.get(name))}"

    def _host(self, occurrence: Occurrence) -> Iterator[str]:
        if occurrence.owner.convened_by is not None:
            yield f"Convened by: {occurrence.owner.convened_by}"
        if occurrence.host == NOBODY:
            yield "Host: none, by video or in a third country"
        elif occurrence.host is not None:
            yield f"Host: {self._agenda.parties[occurrence.host].name}"

    def _times(self, occurrence: Occurrence, hours: Hours | None) -> Iterator[str]:
        """The local times in all capitals; only the stated one where no moment is known."""
        if hours is not None:
            for party in self._agenda.parties.values():
                yield _local_time(party, hours, self._zone_of)
            if not hours.length_is_known:
                yield "Length: not stated, shown as one hour"
            return
        at, zone = start_time(occurrence), zone_name(occurrence, self._agenda)
        if at is not None:
            yield f"Begins at: {at:%H:%M}, {zone or 'local time'}"


def _status_words(occurrence: Occurrence) -> str:
    match occurrence.status:
        case Status.POSTPONED if not has_date(occurrence):
            return "postponed, no new date on record"
        case Status.POSTPONED:
            return f"postponed to {date_words(occurrence.date)}"
        case Status.UNKNOWN if _lacks_outcome(occurrence):
            return "unknown, its time has passed and no outcome is on record"
        case status:
            return _STATUS_WORDS[status]


_STATUS_WORDS = {
    Status.HELD: "held",
    Status.CONFIRMED: "confirmed",
    Status.TENTATIVE: "tentative",
    Status.CANCELLED: "cancelled",
    Status.PROJECTED: "projected, nothing on record yet",
    Status.DUE: "due, nothing on record yet",
    Status.LATE: "late, its time has passed with nothing on record, its grace has not",
    Status.OVERDUE: "overdue, its time has passed with nothing on record",
    Status.MISSED: "missed, its time has passed with nothing on record",
    Status.UNKNOWN: "unknown, the record does not show what became of it",
    Status.UNREPORTED: "unreported, its time has passed and no outcome is on record",
}


def _says_all(occurrence: Occurrence, days: Days) -> bool:
    """Whether the days of the entry are exactly what is known of its date."""
    edtf = occurrence.date
    sides = [side for side in (edtf.first, edtf.last) if isinstance(side, CalendarDate)]
    plain = not any(side.qualifier for side in sides) and edtf.last is not Ending.UNKNOWN
    return days.shape is Shape.DAYS and plain


def _local_time(party: Party, hours: Hours, zone_of: ZoneOf) -> str:
    zone = zone_of(party.timezone)
    start, end = hours.start.astimezone(zone), hours.end.astimezone(zone)
    name = start.tzname() or ""
    words = f"{party.capital or party.name}: {day_words(start)} {start:%H:%M}"
    if hours.length_is_known:
        words += _until(start, end)
    return f"{words} {name}" if name.isalpha() else words


def _until(start: datetime, end: datetime) -> str:
    if end.date() == start.date():
        return f"-{end:%H:%M}"
    return f" to {day_words(end)} {end:%H:%M}"


def _history(session: Session | None) -> Iterator[str]:
    if session is None:
        return
    if session.planned:
        yield f"Planned before: {', '.join(map(date_words, session.planned))}"
    for what, said in (
        ("Reason", session.reason),
        ("Doubt", session.doubt),
        ("Note", session.note),
    ):
        if said:
            yield f"{what}: {said.strip()}"


def _sources(occurrence: Occurrence) -> tuple[str, ...]:
    if occurrence.session is not None:
        return occurrence.session.source
    return occurrence.owner.source if isinstance(occurrence.owner, Mechanism) else ()


def _source_words(name: str, source: Source | None) -> str:
    if source is None:
        return name
    return ", ".join(part for part in (source.title, source.url) if part) or name
