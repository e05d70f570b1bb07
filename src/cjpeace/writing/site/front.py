"""What the front page of an agenda says: what is next, what is overdue, and what is promised."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Commitment, Event, Mechanism
from cjpeace.core.answers.overview import Entry, Item, overview
from cjpeace.core.answers.upcoming import Group, Upcoming, upcoming
from cjpeace.core.findings.check import Code, Finding, check
from cjpeace.writing.answers.next_text import HEADINGS
from cjpeace.writing.findings.finding_words import finding_words
from cjpeace.writing.site.facets import Facets
from cjpeace.writing.site.lane import STATUS_NAMES
from cjpeace.writing.words.ahead_words import ahead_words, settled_words
from cjpeace.writing.words.cadence_words import cadence_words
from cjpeace.writing.words.standing_words import standing_words
from cjpeace.writing.words.words import date_words, host_words, number_suffix, when_words


class Card(Struct, frozen=True):
    """What needs doing or comes next, in words."""

    entry: Entry
    facets: Facets
    when: str
    title: str
    number: str
    host: str
    place: str
    standing: str
    remarks: tuple[str, ...]


class Listed(Struct, frozen=True):
    """An entry in its section: how often, how it stands, when it was last held."""

    item: Item
    facets: Facets
    cadence: str
    standing: str
    last_held: str


class Part(Struct, frozen=True):
    """A section of the agreement with its paragraphs and what they found; or a part of it."""

    id: str
    title: str
    paragraphs: tuple[tuple[int, str], ...]
    listed: tuple[Listed, ...]


class Cards(Struct, frozen=True):
    """A group of what needs doing or comes; `more` are left to the further pages."""

    id: str
    title: str
    cards: tuple[Card, ...]
    more: int


class Choice(Struct, frozen=True):
    """A filter: its name, what it is called, and the values it can have with their words."""

    name: str
    title: str
    everything: str
    values: tuple[tuple[str, str], ...]


OTHERS = "others"
UNDATED = "undated"
BEYOND = "beyond"
PLAINLY_SAID = (Code.OVERDUE, Code.UNREPORTED)
"""The findings that are about what has lapsed."""


class Front:
    """One agenda on a day."""

    def __init__(self, agenda: Agenda, as_of: date) -> None:
        self.agenda, self.as_of = agenda, as_of
        self._overview = overview(agenda, as_of)
        self._sections = {id(s): f"section-{n}" for n, s in enumerate(agenda.agreement, 1)}
        self.facets: dict[int, Facets] = {
            id(item.entry): self._facets(item, self._section(part.section))
            for part in self._overview
            for item in part.items
        }

    def groups(self, most: int | None) -> list[Cards]:
        """What needs doing and what comes, by heading, so many of each; None for all."""
        found = upcoming(self.agenda, self.as_of)
        found_out = check(self.agenda, self.as_of)
        lapses = {f.occurrence.id: f for f in found_out if f.occurrence and f.code in PLAINLY_SAID}
        made = []
        for group, heading in HEADINGS.items():
            chosen = [one for one in found if one.group is group]
            cards = tuple(self._card(one, lapses) for one in chosen[:most])
            made.append(Cards(group.value, heading, cards, len(chosen) - len(cards)))
        return made

    def parts(self) -> Iterator[Part]:
        """The sections that found something, then what lies beyond the text."""
        beyond = "Beyond the text" if self.agenda.agreement else "On this agenda"
        for part in self._overview:
            section = part.section
            yield Part(
                self._section(section),
                (section.title or "Without a heading") if section else beyond,
                tuple((n, text.strip()) for n, text in section.paragraphs.items())
                if section
                else (),
                tuple(self._listed(item) for item in part.items),
            )

    def choices(self) -> list[Choice]:
        """The filters, with the values that occur."""
        facets = self.facets.values()
        parties = {party for one in facets for party in one.parties}
        names = {key: party.name for key, party in self.agenda.parties.items()}
        names |= {OTHERS: "convened by others"}
        statuses = {one.status for one in facets}
        words = {status.value: name for status, name in STATUS_NAMES.items()}
        words |= {UNDATED: "undertakings without a date"}
        sections = [(part.id, part.title) for part in self.parts()]
        return [
            Choice("party", "Party", "all", tuple(p for p in names.items() if p[0] in parties)),
            Choice("status", "Status", "any", tuple(s for s in words.items() if s[0] in statuses)),
            Choice("section", "Section", "all", tuple(sections)),
        ]

    def _section(self, section: object) -> str:
        return self._sections.get(id(section), BEYOND)

    def _facets(self, item: Item, section: str) -> Facets:
        one = item.ahead.occurrence if item.ahead else item.occurrence
        status = one.status.value if one else UNDATED
        if isinstance(item.entry, Mechanism) and item.ahead is None:
            status = "held" if item.last_held else "unknown"
        return Facets(self._parties(item), status, section)

    def _parties(self, item: Item) -> tuple[str, ...]:
        """Whose turn it is; all parties where nobody's is on record."""
        entry = item.entry
        if not isinstance(entry, Commitment) and entry.convened_by is not None:
            return (OTHERS,)
        one = item.ahead.occurrence if item.ahead else item.occurrence
        if one and one.host in self.agenda.parties:
            return (one.host or "",)
        hosts = entry.hosts if isinstance(entry, Mechanism) else ()
        return hosts or tuple(self.agenda.parties)

    def _card(self, one: Upcoming, lapses: dict[str, Finding]) -> Card:
        occurrence = one.occurrence
        host = host_words(occurrence, self.agenda)
        by = "hosted by " if occurrence.host in self.agenda.parties else ""
        place = occurrence.place or ""
        return Card(
            occurrence.owner,
            self.facets[id(occurrence.owner)],
            when_words(occurrence),
            occurrence.title,
            number_suffix(occurrence),
            "" if host in ("-", place) else f"{by}{host}",
            place,
            _sentence(standing_words(one, self.as_of), one),
            self._remarks(one, lapses.get(occurrence.id)),
        )

    def _remarks(self, one: Upcoming, lapse: Finding | None) -> tuple[str, ...]:
        """What is plainly to be said of what has lapsed, or who convenes what others do."""
        owner = one.occurrence.owner
        if owner.convened_by is not None:
            return (f"convened by {owner.convened_by}",)
        if lapse is not None:
            words = finding_words(lapse, self.agenda)
            said = words.message.replace(f"no {owner.key} session", "no session", 1)
            return (said, words.note) if words.note else (said,)
        reasons = owner.accept.reasons
        return tuple(f"accepted: {reason}" for reason in reasons.values())

    def _listed(self, item: Item) -> Listed:
        entry, held = item.entry, item.last_held
        return Listed(
            item,
            self.facets[id(entry)],
            cadence_words(entry) if isinstance(entry, Mechanism) else "",
            self._standing(item),
            date_words(held.own) if held and isinstance(entry, Mechanism) else "",
        )

    def _standing(self, item: Item) -> str:
        if item.ahead:
            return ahead_words(item.ahead, self.agenda, self.as_of)
        match item.entry:
            case Commitment():
                return f"done {date_words(item.done)}" if item.done else ""
            case Event():
                when = when_words(item.occurrence) if item.occurrence else ""
                return f"{settled_words(item) or 'held'}, {when}"
            case Mechanism():
                return settled_words(item)


def _sentence(standing: str, one: Upcoming) -> str:
    """How it stands, with the word for what is only told by its heading in a list."""
    if one.group is Group.OVERDUE and one.occurrence.status.value == "overdue":
        first, comma, rest = standing.partition(", ")
        return f"{first} overdue{comma}{rest}"
    return standing
