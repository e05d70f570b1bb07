"""The overview: everything an agenda names, by section of the agreement, as it stands on a day."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Commitment, Event, Mechanism, Section, Session
from cjpeace.core.answers.upcoming import Upcoming, leading
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.history.event import event_occurrence
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import OPEN, Occurrence, Status

Entry = Mechanism | Event | Commitment
"""What an agenda names by a key."""


class Kind(Enum):
    """What an entry of an agenda is; the value is its name in the singular."""

    MECHANISM = "mechanism"
    EVENT = "event"
    COMMITMENT = "commitment"


class Item(Struct, frozen=True):
    """An entry on a day: what needs doing or comes next, and what was held last.

    `occurrence` is that of an event, `done` the date by which a commitment was met.
    """

    entry: Entry
    ahead: Upcoming | None = None
    last_held: Session | None = None
    occurrence: Occurrence | None = None
    done: EdtfDate | None = None

    @property
    def kind(self) -> Kind:
        """Whether it recurs, happens once, or has no date."""
        match self.entry:
            case Mechanism():
                return Kind.MECHANISM
            case Event():
                return Kind.EVENT
            case Commitment():
                return Kind.COMMITMENT

    @property
    def mechanism(self) -> Mechanism | None:
        """The mechanism that it is, None when it is none."""
        return self.entry if isinstance(self.entry, Mechanism) else None

    @property
    def title(self) -> str:
        """Its title, its key when it has none."""
        return self.entry.title or self.entry.key

    @property
    def is_known(self) -> bool:
        """Whether anything of it was known on the day: an event may have been far off."""
        return self.kind is not Kind.EVENT or self.occurrence is not None


class Part(Struct, frozen=True):
    """A section of the agreement with what it founds; no section for what lies beyond the text."""

    section: Section | None
    items: tuple[Item, ...]


def entries(agenda: Agenda) -> Iterator[Entry]:
    """All that an agenda names: mechanisms, events, commitments, each in the order of the file."""
    yield from agenda.mechanisms.values()
    yield from agenda.events.values()
    yield from agenda.commitments.values()


def overview(agenda: Agenda, as_of: date) -> list[Part]:
    """What was known of on a day, by the section and paragraph that each entry names first.

    Sections that found nothing are left out; what names no paragraph comes last.
    """
    places = {
        number: (nth, place)
        for nth, section in enumerate(agenda.agreement)
        for place, number in enumerate(section.paragraphs)
    }
    beyond = (len(agenda.agreement), 0)
    found: dict[int, list[tuple[int, Item]]] = {}
    for one in items(agenda, as_of):
        nth, place = min((places[n] for n in one.entry.paragraphs), default=beyond)
        if one.is_known:
            found.setdefault(nth, []).append((place, one))
    sections: list[Section | None] = [*agenda.agreement, None]
    return [
        Part(sections[nth], tuple(item for _, item in sorted(found[nth], key=lambda one: one[0])))
        for nth in sorted(found)
    ]


def items(agenda: Agenda, as_of: date) -> Iterator[Item]:
    """Every entry of an agenda as it stands on a day, whether it was known of or not."""
    return (item(entry, as_of) for entry in entries(agenda))


def item(entry: Entry, as_of: date) -> Item:
    """An entry as it stands on a day."""
    match entry:
        case Mechanism():
            history = History(entry, as_of)
            return Item(entry, leading(history), history.last_held)
        case Event():
            return _event(entry, event_occurrence(entry, as_of))
        case Commitment():
            begun = entry.done is not None and entry.done.window.start <= as_of
            return Item(entry, done=entry.done if begun else None)


def _event(event: Event, occurrence: Occurrence | None) -> Item:
    if occurrence is None:
        return Item(event)
    ahead = Upcoming(occurrence) if occurrence.status in OPEN | {Status.OVERDUE} else None
    last_held = event.session if occurrence.status is Status.HELD else None
    return Item(event, ahead, last_held, occurrence)
