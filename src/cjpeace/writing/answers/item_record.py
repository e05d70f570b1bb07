"""Entries of an agenda as the stable JSON has them, and the same fields for CSV."""

from cjpeace.core.agenda import Agenda, Commitment
from cjpeace.core.answers.overview import Item
from cjpeace.core.rules.cadence import Basis, Era
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.layout.stable_json import Record
from cjpeace.writing.words.cadence_words import cadence_words, pattern_words, rule_words

COLUMNS = (
    "agenda", "kind", "id", "section", "paragraph", "title", "cadence", "hosts", "convened_by",
    "last_held", "status", "date", "start", "end", "number", "host", "when", "carried_by", "done",
)  # fmt: skip
"""The columns of a list as CSV."""


def item_record(item: Item, agenda: Agenda, *, prefix: bool) -> Record:
    """An entry as it stands on a day; `next` is the occurrence that needs doing or comes next."""
    entry, mechanism, one = item.entry, item.mechanism, item.ahead
    eras = mechanism.cadence if mechanism else ()
    basis = mechanism.basis if mechanism else Basis.FIXED
    return {
        "kind": item.kind.value,
        "id": f"{agenda.id}/{entry.key}" if prefix else entry.key,
        "title": item.title,
        "section": _section(item, agenda),
        "paragraph": list(entry.paragraphs),
        "cadence": cadence_words(mechanism) if mechanism else None,
        "eras": [era_record(era, basis) for era in eras],
        "hosts": list(mechanism.hosts) if mechanism else [],
        "convened_by": None if isinstance(entry, Commitment) else entry.convened_by,
        "last_held": str(item.last_held.own) if item.last_held else None,
        "status": _status(item),
        "next": occurrence_record(one.occurrence, agenda, prefix=prefix) if one else None,
        "carried_by": list(entry.carried_by) if isinstance(entry, Commitment) else [],
        "done": str(item.done) if item.done else None,
        "agenda": agenda.id,
    }


def era_record(era: Era, basis: Basis) -> Record:
    """A rule of a cadence, as it was written and in words."""
    return {
        "every": str(era.every),
        "when": [pattern_words(pattern) for pattern in era.when],
        "since": str(era.since),
        "until": str(era.until) if era.until else None,
        "words": rule_words(era, basis),
        "note": era.note,
        "source": list(era.source),
    }


def flat(record: Record) -> Record:
    """The record of an entry with the fields of its next occurrence among its own."""
    following = record["next"] or {}
    names = ("date", "start", "end", "number", "host", "when")
    return record | {name: following.get(name) for name in names}


def _section(item: Item, agenda: Agenda) -> str | None:
    """The heading under which the entry is listed."""
    for section in agenda.agreement:
        if any(number in section.paragraphs for number in item.entry.paragraphs):
            return section.title
    return None


def _status(item: Item) -> str | None:
    """The status of what comes next, or of the event."""
    occurrence = item.ahead.occurrence if item.ahead else item.occurrence
    return occurrence.status.value if occurrence else None
