"""What the site says of one mechanism, event or commitment."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Commitment, Event, Mechanism
from cjpeace.core.answers.dossier import Dossier, subject
from cjpeace.core.answers.overview import Entry
from cjpeace.core.answers.trace import trace
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.answers.dossier_words import Row, page
from cjpeace.writing.answers.why_words import explained
from cjpeace.writing.ical.ical_span import ZoneOf
from cjpeace.writing.site.anchor import Anchors
from cjpeace.writing.site.cited import Reference, Said, references, said
from cjpeace.writing.site.local_times import LocalTime, local_times
from cjpeace.writing.words.citations import Citations


class Session(Struct, frozen=True):
    """A line of a history, and what else a page shows of it."""

    row: Row
    words: tuple[Said, ...]
    status: str
    anchor: str | None
    times: tuple[LocalTime, ...]


class Reason(Struct, frozen=True):
    """A step of the arithmetic behind a status."""

    name: str
    words: tuple[Said, ...]


class Field(Struct, frozen=True):
    """A labelled fact, with the marks of its sources."""

    label: str
    words: tuple[Said, ...]


class Related(Struct, frozen=True):
    """Entries that an entry is related to, and how."""

    label: str
    entries: tuple[Entry, ...]


class Told(Struct, frozen=True):
    """All that a page says of an entry."""

    dossier: Dossier
    title: str
    fields: tuple[Field, ...]
    related: tuple[Related, ...]
    sessions: tuple[Session, ...]
    about: str
    reasons: tuple[Reason, ...]
    times: tuple[LocalTime, ...]
    references: tuple[Reference, ...]


def told(agenda: Agenda, entry: Entry, as_of: date, zone_of: ZoneOf) -> Told:
    """What there is to say of an entry on a day."""
    dossier = _dossier(agenda, entry, as_of)
    cited = Citations()
    words = page(dossier, agenda, as_of, cited)
    found = None if isinstance(entry, Commitment) else trace(agenda, entry.key, as_of)
    steps = list(explained(found, agenda, as_of)) if found else []
    reasons = [(step.name, step.says + cited.mark(step.source)) for step in steps]
    occurrence = dossier.item.occurrence
    return Told(
        dossier,
        words.title,
        tuple(Field(n, tuple(said(t, cited))) for n, t in words.fields if n not in RELATIONS),
        tuple(Related(n, named) for n, named in _relations(dossier) if named),
        tuple(_sessions(dossier, words.rows, agenda, zone_of, cited)),
        found.occurrence.id if found else "",
        tuple(Reason(name, tuple(said(text, cited))) for name, text in reasons),
        local_times(occurrence, agenda, zone_of) if occurrence else (),
        references(agenda, cited),
    )


def is_page(entry: Entry) -> bool:
    """Whether an entry has a page of its own."""
    return not isinstance(entry, Commitment)


def path_of(entry: Entry) -> str:
    """Where the page of an entry is, without its ending; that of a commitment is on the front."""
    match entry:
        case Mechanism():
            return f"mechanisms/{entry.key}"
        case Event():
            return f"events/{entry.key}"
        case Commitment():
            return f"commitments/{entry.key}"


RELATIONS = (
    "carries", "carried by", "succeeds", "succeeded by", "follows", "followed by", "pairs with",
)  # fmt: skip
"""The labels of what is shown as links rather than as text."""


def _relations(dossier: Dossier) -> list[tuple[str, tuple[Entry, ...]]]:
    entries: tuple[tuple[Entry, ...], ...] = (
        dossier.carries, dossier.carried_by, dossier.succeeds, dossier.succeeded_by,
        dossier.follows, dossier.followed_by, dossier.pairs_with,
    )  # fmt: skip
    return list(zip(RELATIONS, entries, strict=True))


def _dossier(agenda: Agenda, entry: Entry, as_of: date) -> Dossier:
    found = subject(agenda, entry.key, as_of)
    dossiers = found.dossiers if found else ()
    return next(one for one in dossiers if one.item.entry is entry)


def _sessions(
    dossier: Dossier, rows: tuple[Row, ...], agenda: Agenda, zone_of: ZoneOf, cited: Citations
) -> Iterator[Session]:
    anchors = Anchors(dossier.chapters)
    for chapter, row in zip(dossier.chapters, rows, strict=True):
        yield Session(
            row,
            tuple(said(row.words, cited)),
            row.status.value if row.status else "unknown",
            anchors.of(chapter),
            local_times(chapter, agenda, zone_of) if isinstance(chapter, Occurrence) else (),
        )
