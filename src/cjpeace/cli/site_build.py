"""The files of a site: its pages, its calendars, and its data, in memory."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from msgspec import Struct

from cjpeace.cli.calendar_range import Wanted, entries
from cjpeace.core.agenda import Agenda, Owner
from cjpeace.core.answers.overview import items
from cjpeace.core.answers.timeline import default_span, timeline
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.reading.zone_data import ZoneData
from cjpeace.writing.answers.item_record import item_record
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.ical.ical import Feed, Publication
from cjpeace.writing.layout.stable_json import SCHEMA
from cjpeace.writing.site.address import Base
from cjpeace.writing.site.calendars import Calendars
from cjpeace.writing.site.entry import path_of
from cjpeace.writing.site.front import Front
from cjpeace.writing.site.pages import Edition, Files, agenda_pages, list_of_agendas

USUAL = Wanted()
"""What `export` writes when it is told nothing."""


class Site(Struct, frozen=True):
    """All files by their path, and the calendar of all that is among them."""

    files: Files
    calendar: Feed


class Terms(Struct, frozen=True):
    """What a site is made with: the day, its address, zone data, the version of the program.

    `otherwise` is when a calendar entry was last changed if the data do not say.
    """

    as_of: date
    base: Base
    zone_data: ZoneData
    version: str
    otherwise: datetime | None = None

    def edition(self, base: Base) -> Edition:
        """What the pages of one folder say alike."""
        return Edition(self.as_of, self.zone_data.zone, base, self.version)

    def publication(self) -> Publication:
        """How calendars are written."""
        data = self.zone_data
        return Publication(self.version, data.zone, data.year, otherwise=self.otherwise)


def site(agendas: list[Agenda], terms: Terms, *, several: bool) -> Site:
    """The site of one agenda, or of several: each in the folder of its id, and a page over them.

    The calendars come first and the page that leads to everything comes last, so that whoever
    looks while the files are replaced finds no link to what is not there yet.
    """
    day, base = terms.as_of, terms.base
    named = [(agenda, entries(agenda, day, USUAL)) for agenda in agendas]
    calendars = Calendars(named, terms.publication())
    whole = calendars.whole(agendas, base.of("calendar.ics"))
    if not several:
        return Site(_folder(agendas[0], calendars, terms, base, above=False), whole)
    data = _data(agendas, day, several=True)
    made: Files = {"calendar.ics": whole.content, "agenda.json": data}
    for agenda in agendas:
        inner = _folder(agenda, calendars, terms, base.below(agenda.id), above=True)
        made |= {f"{agenda.id}/{path}": content for path, content in inner.items()}
    fronts = [(agenda, Front(agenda, day)) for agenda in agendas]
    return Site(made | list_of_agendas(fronts, terms.edition(base)), whole)


def _folder(
    agenda: Agenda, calendars: Calendars, terms: Terms, base: Base, *, above: bool
) -> Files:
    """The site of one agenda, in a folder of its own."""
    owners: list[Owner] = [*agenda.mechanisms.values(), *agenda.events.values()]
    made: Files = {}
    for owner in owners:
        path = f"{path_of(owner)}.ics"
        made[path] = calendars.of(owner, agenda, base.of(path)).content
    made["calendar.ics"] = calendars.whole([agenda], base.of("calendar.ics")).content
    made["agenda.json"] = _data([agenda], terms.as_of, several=False)
    return made | agenda_pages(agenda, terms.edition(base), above=above)


def _data(agendas: list[Agenda], day: date, *, several: bool) -> bytes:
    """What `timeline` gives as JSON, with the agendas and all that they name."""
    found = [(o, one) for one in agendas for o in timeline(one, day, default_span(day))]
    listed = [(item, one) for one in agendas for item in items(one, day) if item.is_known]
    document = {
        "schema": SCHEMA,
        "as_of": day.isoformat(),
        "agendas": [_about(one) for one in agendas],
        "occurrences": _records(found, prefix=several),
        "items": [item_record(item, one, prefix=several) for item, one in listed],
    }
    encoded = msgspec.json.encode(document)  # ten times as fast as json, to the same bytes
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _records(
    found: Iterable[tuple[Occurrence, Agenda]], *, prefix: bool
) -> list[dict[str, object]]:
    ordered = sorted(found, key=lambda pair: pair[0].order)
    return [occurrence_record(o, agenda, prefix=prefix) for o, agenda in ordered]


def _about(agenda: Agenda) -> dict[str, object]:
    return {
        "id": agenda.id,
        "title": agenda.title,
        "adopted": str(agenda.adopted) if agenda.adopted else None,
        "reviewed": str(agenda.reviewed) if agenda.reviewed else None,
        "parties": {key: party.name for key, party in agenda.parties.items()},
    }
