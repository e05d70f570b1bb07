"""The calendars of a site: each entry is written once, and goes into every calendar of its own."""

from collections.abc import Iterable

from msgspec.structs import replace

from cjpeace.core.agenda import Agenda, Owner
from cjpeace.writing.ical.ical import Feed, Publication, feed
from cjpeace.writing.ical.ical_event import Entry, Events, Manner
from cjpeace.writing.ical.ical_identity import Named
from cjpeace.writing.ical.ical_zone import timezone

_END = b"END:VCALENDAR\r\n"


class Calendars:
    """The entries of agendas; each calendar made of them is what `feed` makes of the same ones."""

    def __init__(self, named: list[tuple[Agenda, list[Named]]], publication: Publication) -> None:
        self._publication = publication
        manner = Manner(
            publication.zone_of, publication.zone_year, publication.otherwise, utc=publication.utc
        )
        self._of_agenda: dict[int, list[Entry]] = {}
        self._of_owner: dict[int, list[Entry]] = {}
        for agenda, occurrences in named:
            events = Events(agenda, manner)
            for one in occurrences:
                entry = events.entry(one)
                self._of_agenda.setdefault(id(agenda), []).append(entry)
                self._of_owner.setdefault(id(one[1].owner), []).append(entry)

    def whole(self, agendas: list[Agenda], address: str | None) -> Feed:
        """The calendar of some agendas, to be found at an address."""
        entries = (entry for agenda in agendas for entry in self._of_agenda.get(id(agenda), ()))
        return self._made(agendas, entries, address)

    def of(self, owner: Owner, agenda: Agenda, address: str | None) -> Feed:
        """The calendar of a mechanism or event, called by its title and the agenda's."""
        titled = replace(agenda, title=f"{owner.title}, {agenda.title}")
        return self._made([titled], self._of_owner.get(id(owner), ()), address)

    def _made(self, agendas: list[Agenda], chosen: Iterable[Entry], address: str | None) -> Feed:
        entries = sorted(chosen, key=lambda entry: entry.order)
        zones = {entry.zone.name: entry.zone for entry in entries if entry.zone}
        written = [timezone(zones[name]).to_ical(sorted=False) for name in sorted(zones)]
        publication = replace(self._publication, address=address)
        empty = feed([(agenda, []) for agenda in agendas], publication).content
        parts = [empty.removesuffix(_END), *written, *(entry.content for entry in entries), _END]
        unclean = tuple(entry.uid for entry in entries if not entry.clean)
        return Feed(b"".join(parts), len(entries), unclean)
