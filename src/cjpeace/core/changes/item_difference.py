"""Entries of two versions of an agenda: which have come, gone, and say something else.

What becomes of their sessions is told by their occurrences.
"""

from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Commitment, Event, Mechanism, Party, Source
from cjpeace.core.answers.dossier import Paragraph


class Kind(Enum):
    """What an entry is."""

    AGENDA = "agenda"
    PARTY = "party"
    PARAGRAPH = "paragraph"
    SOURCE = "source"
    MECHANISM = "mechanism"
    EVENT = "event"
    COMMITMENT = "commitment"


Item = Agenda | Party | Paragraph | Source | Mechanism | Event | Commitment


class ItemChange(Struct, frozen=True):
    """An entry before and after, None where it was not or is no more.

    `details` are the names of those of its fields that are different.
    """

    kind: Kind
    key: str
    before: Item | None
    after: Item | None
    details: tuple[str, ...] = ()

    def values(self, detail: str) -> tuple[object, object]:
        """A field of it before and after."""
        return getattr(self.before, detail, None), getattr(self.after, detail, None)


COMPARED = {
    Kind.AGENDA: ("id", "title", "adopted", "reviewed"),
    Kind.PARTY: ("name", "capital", "timezone", "holidays", "closed", "hours"),
    Kind.PARAGRAPH: ("section", "text"),
    Kind.SOURCE: ("title", "url", "language", "seen"),
    Kind.MECHANISM: (
        *("title", "paragraphs", "cadence", "basis", "hosts", "at", "timezone", "lasts", "grace"),
        *("notice", "place", "pairs_with", "convened_by", "succeeds", "accept", "note", "source"),
        "reviewed",
    ),
    Kind.EVENT: ("title", "paragraphs", "convened_by", "follows", "grace", "notice", "accept"),
    Kind.COMMITMENT: ("title", "paragraphs", "carried_by", "done", "note", "source"),
}
"""The fields of each kind that a reader is told of."""


def item_changes(before: Agenda | None, after: Agenda | None) -> Iterator[ItemChange]:
    """What has become of the entries, the agenda itself first, in the order of the later file."""
    old, new = before or _NONE, after or _NONE
    key = (before or after or _NONE).id
    one, other = {key: before} if before else {}, {key: after} if after else {}
    yield from _changes(Kind.AGENDA, one, other)
    yield from _changes(Kind.PARTY, old.parties, new.parties)
    yield from _changes(Kind.PARAGRAPH, _paragraphs(old), _paragraphs(new))
    yield from _changes(Kind.SOURCE, old.sources, new.sources)
    yield from _changes(Kind.MECHANISM, old.mechanisms, new.mechanisms)
    yield from _changes(Kind.EVENT, old.events, new.events)
    yield from _changes(Kind.COMMITMENT, old.commitments, new.commitments)


_NONE = Agenda("", "")


def _changes(
    kind: Kind, before: Mapping[str, Item], after: Mapping[str, Item]
) -> Iterator[ItemChange]:
    for key in {**after, **before}:
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            yield ItemChange(kind, key, was, now)
        elif was != now:
            details = tuple(d for d in COMPARED[kind] if getattr(was, d) != getattr(now, d))
            if details:
                yield ItemChange(kind, key, was, now, details)


def _paragraphs(agenda: Agenda) -> dict[str, Paragraph]:
    return {
        str(number): Paragraph(number, section.title, text)
        for section in agenda.agreement
        for number, text in section.paragraphs.items()
    }
