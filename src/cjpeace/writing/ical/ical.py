"""Agendas as an iCalendar file (RFC 5545, 7986) that every client reads alike.

No METHOD, since PUBLISH demands an ORGANIZER and several clients refuse the file without one; no
UID for the calendar, since vdirsyncer then keeps a single entry; no alarms, attendees or tasks.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from icalendar import Calendar, vDuration, vUri
from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.writing.ical.ical_event import Entry, Events, Manner
from cjpeace.writing.ical.ical_identity import Named
from cjpeace.writing.ical.ical_span import ZoneOf
from cjpeace.writing.ical.ical_text import one_line, text_value
from cjpeace.writing.ical.ical_zone import timezone
from cjpeace.writing.words.words import date_words


class Feed(Struct, frozen=True):
    """A calendar file; `unclean` are the UIDs of entries from which characters were left out."""

    content: bytes
    entries: int
    unclean: tuple[str, ...]


class Publication(Struct, frozen=True):
    """What a calendar says of itself, and how its entries are written.

    `version` is the program's, `zone_year` that of the zone data, `address` where the calendar will
    be found, `otherwise` when an entry was last changed if the data do not say.
    """

    version: str
    zone_of: ZoneOf
    zone_year: int
    utc: bool = False
    address: str | None = None
    otherwise: datetime | None = None


def feed(agendas: Iterable[tuple[Agenda, list[Named]]], publication: Publication) -> Feed:
    """The calendar of some occurrences of agendas."""
    chosen = list(agendas)
    manner = Manner(
        publication.zone_of, publication.zone_year, publication.otherwise, utc=publication.utc
    )
    entries = [entry for agenda, named in chosen for entry in _entries(agenda, named, manner)]
    entries.sort(key=lambda entry: entry.order)
    zones = {entry.zone.name: entry.zone for entry in entries if entry.zone}
    calendar = _head([agenda for agenda, _ in chosen], publication)
    for name in sorted(zones):
        calendar.add_component(timezone(zones[name]))
    head = calendar.to_ical(sorted=False).removesuffix(_END)
    content = b"".join([head, *(entry.content for entry in entries), _END])
    return Feed(content, len(entries), tuple(entry.uid for entry in entries if not entry.clean))


_END = b"END:VCALENDAR\r\n"
"""The entries go before it, each written for itself: as one calendar they take twice the memory."""


def _entries(agenda: Agenda, named: list[Named], manner: Manner) -> Iterator[Entry]:
    return map(Events(agenda, manner).entry, named)


_REFRESH = timedelta(hours=12)


def _head(agendas: list[Agenda], publication: Publication) -> Calendar:
    """A calendar that has no entries yet."""
    name = text_value(one_line(_name(agendas)))
    description = text_value("\n".join(_about(agenda) for agenda in agendas))
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//cjpeace//cjpeace {publication.version}//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("DESCRIPTION", description)
    calendar.add("X-WR-CALDESC", description)
    calendar.add("REFRESH-INTERVAL", vDuration(_REFRESH, {"VALUE": "DURATION"}))
    calendar.add("X-PUBLISHED-TTL", vDuration(_REFRESH))
    if publication.address is not None:
        calendar.add("SOURCE", vUri(publication.address, params={"VALUE": "URI"}))
    return calendar


_MOST_NAMED = 3


def _name(agendas: list[Agenda]) -> str:
    """The titles of agendas; of many only the first."""
    titles = [agenda.title for agenda in agendas]
    if len(titles) > _MOST_NAMED:
        titles = [titles[0], f"and {len(titles) - 1} more"]
    return ", ".join(titles)


def _about(agenda: Agenda) -> str:
    said = [agenda.title]
    if agenda.adopted:
        said.append(f"adopted {date_words(agenda.adopted)}")
    if agenda.reviewed:
        said.append(f"record reviewed {date_words(agenda.reviewed)}")
    return ", ".join(said)
