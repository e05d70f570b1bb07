"""The dossier: all that is known of one entry of an agenda, its sessions newest first."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Commitment, Session
from cjpeace.core.answers.overview import Entry, Item, entries, item
from cjpeace.core.answers.run import Run, gaps_begun, is_bare, runs_among
from cjpeace.core.answers.timeline import near_and_far
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import OPEN, Occurrence, Status

Chapter = Occurrence | Run | Session
"""A piece of a history: an occurrence, a run of slots, or a gap on record that lies in no run."""


class Paragraph(Struct, frozen=True):
    """A numbered paragraph of the agreement, and the heading that it stands under."""

    number: int
    section: str | None
    text: str


class Dossier(Struct, frozen=True):
    """An entry with what it refers to and what refers to it, and its history newest first."""

    item: Item
    paragraphs: tuple[Paragraph, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    carries: tuple[Commitment, ...] = ()
    carried_by: tuple[Entry, ...] = ()
    succeeds: tuple[Entry, ...] = ()
    succeeded_by: tuple[Entry, ...] = ()
    follows: tuple[Entry, ...] = ()
    followed_by: tuple[Entry, ...] = ()
    pairs_with: tuple[Entry, ...] = ()

    @property
    def gaps(self) -> tuple[Session, ...]:
        """The intervals that the file records as unknown, newest first."""
        gaps: list[Session] = []
        for chapter in self.chapters:
            match chapter:
                case Run(gaps=of_run):
                    gaps += of_run
                case Session():
                    gaps.append(chapter)
                case Occurrence():
                    pass
        return tuple(gaps)


class Subject(Struct, frozen=True):
    """What was asked about: an entry, or a paragraph with all that it founds."""

    paragraph: Paragraph | None
    dossiers: tuple[Dossier, ...]


def names(agenda: Agenda) -> list[str]:
    """All that can be asked about: the keys of an agenda, and the numbers of its paragraphs."""
    numbers = (str(n) for section in agenda.agreement for n in section.paragraphs)
    return [*(entry.key for entry in entries(agenda)), *numbers]


def subject(agenda: Agenda, name: str, as_of: date) -> Subject | None:
    """What a key, or the number of a paragraph, names; None when it names nothing."""
    named = [entry for entry in entries(agenda) if entry.key == name]
    if named:
        return Subject(None, _dossiers(agenda, named, as_of))
    found = [one for one in _paragraphs(agenda) if str(one.number) == name]
    if not found:
        return None
    founded = [entry for entry in entries(agenda) if found[0].number in entry.paragraphs]
    return Subject(found[0], _dossiers(agenda, founded, as_of))


def chapters(history: History) -> tuple[Chapter, ...]:
    """The history of a mechanism newest first, as far as it is on record or comes next."""
    told = _told(history)
    runs = runs_among(history, told)
    loose = [
        gap for gap in gaps_begun(history) if not any(gap in run.gaps for run in runs.values())
    ]
    placed: list[tuple[tuple[date, date], Chapter]] = []
    for occurrence in told:
        slot = occurrence.slot
        if not is_bare(occurrence):
            placed.append(((slot or occurrence.window).order, occurrence))
        elif slot in runs:
            placed.append((slot.order, runs[slot]))
    placed += ((gap.own.window.order, gap) for gap in loose)
    return tuple(chapter for _, chapter in sorted(placed, key=lambda one: one[0], reverse=True))


def _dossiers(agenda: Agenda, chosen: list[Entry], as_of: date) -> tuple[Dossier, ...]:
    return tuple(_dossier(agenda, entry, as_of) for entry in chosen)


def _dossier(agenda: Agenda, entry: Entry, as_of: date) -> Dossier:
    everything = {other.key: other for other in entries(agenda)}

    def called(*keys: str | None) -> tuple[Entry, ...]:
        return tuple(everything[key] for key in keys if key is not None)

    def naming(field: str) -> tuple[Entry, ...]:
        return tuple(o for o in everything.values() if getattr(o, field, None) == entry.key)

    one = item(entry, as_of)
    mechanism = one.mechanism
    return Dossier(
        one,
        tuple(one for one in _paragraphs(agenda) if one.number in entry.paragraphs),
        chapters(History(mechanism, as_of)) if mechanism else (),
        tuple(one for one in agenda.commitments.values() if entry.key in one.carried_by),
        called(*entry.carried_by) if isinstance(entry, Commitment) else (),
        called(getattr(entry, "succeeds", None)),
        naming("succeeds"),
        called(getattr(entry, "follows", None)),
        naming("follows"),
        called(*mechanism.pairs_with) if mechanism else (),
    )


def _paragraphs(agenda: Agenda) -> Iterator[Paragraph]:
    for section in agenda.agreement:
        for number, text in section.paragraphs.items():
            yield Paragraph(number, section.title, text)


def _told(history: History) -> list[Occurrence]:
    """The occurrences in order that have a session, have begun, or are the first one open."""
    told: list[Occurrence] = []
    near, far = near_and_far(history.entries, history.as_of)
    last = max([history.as_of, *near[-1:]])
    open_seen = False
    for occurrence in history.occurrences(date.min):
        if open_seen and occurrence.begins > last:
            break
        if occurrence.session or occurrence.status is not Status.PROJECTED or not open_seen:
            told.append(occurrence)
        open_seen = open_seen or occurrence.status in OPEN
    return [*told, *filter(None, map(history.alone, far))]
