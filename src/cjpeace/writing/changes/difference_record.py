"""Two versions compared, as the stable JSON has it, and a row a field for CSV."""

from collections.abc import Iterator
from datetime import time
from enum import Enum
from typing import Any

from msgspec import to_builtins

from cjpeace.core.agenda import Acceptance, Agenda, Mechanism
from cjpeace.core.changes.difference import Difference
from cjpeace.core.changes.item_difference import ItemChange, Kind
from cjpeace.core.changes.occurrence_difference import Detail, OccurrenceChange
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.history.local_time import start_time
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.core.rules.cadence import Basis, Era
from cjpeace.writing.answers.item_record import era_record
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.changes.compared import Compared, PlacedFinding
from cjpeace.writing.changes.entry_difference import EntryChange, Shown
from cjpeace.writing.changes.item_change_words import item_words
from cjpeace.writing.changes.occurrence_change_words import occurrence_words
from cjpeace.writing.findings.finding_record import finding_record
from cjpeace.writing.layout.stable_json import Record

COLUMNS = ("agenda", "kind", "id", "change", "field", "before", "after")
"""The columns of a difference as CSV."""


def difference_fields(compared: list[Compared], *, prefix: bool) -> Record:
    """The fields of an answer: `changes`, and what has come and gone of findings and entries."""
    entries = [(each, one.difference.agenda) for one in compared for each in one.entries]
    return {
        "changes": [
            record for one in compared for record in _changes(one.difference, prefix=prefix)
        ],
        "findings": {
            "new": [_finding_record(each) for one in compared for each in one.new],
            "gone": [_finding_record(each) for one in compared for each in one.gone],
        },
        "entries": {
            way: [_entry_record(each, of) for each, of in entries if _way(each) == way]
            for way in ("added", "changed", "removed")
        },
    }


def rows(compared: list[Compared], *, prefix: bool) -> list[Record]:
    """One record a field that has changed, or of what has come or gone."""
    fields = difference_fields(compared, prefix=prefix)
    found = [row for change in fields["changes"] for row in _rows(change)]
    for way, change in (("new", "added"), ("gone", "removed")):
        found += (_finding_row(one, change) for one in fields["findings"][way])
    for entry in (one for way in fields["entries"].values() for one in way):
        found += _rows({"kind": "entry", "id": entry["uid"], **entry})
    return found


def _changes(difference: Difference, *, prefix: bool) -> Iterator[Record]:
    for item in difference.items:
        yield _item_record(item, difference, prefix=prefix)
    for change in difference.occurrences:
        yield _occurrence_change_record(change, difference, prefix=prefix)


def _way(change: ItemChange | OccurrenceChange | EntryChange) -> str:
    if change.before is None:
        return "added"
    return "removed" if change.after is None else "changed"


def _item_record(change: ItemChange, difference: Difference, *, prefix: bool) -> Record:
    agenda, is_within = difference.agenda, change.kind is not Kind.AGENDA
    return {
        "kind": change.kind.value,
        "id": f"{agenda.id}/{change.key}" if prefix and is_within else change.key,
        "change": _way(change),
        "words": item_words(change),
        "fields": {
            detail: {
                "before": plain_value(getattr(change.before, detail), change.before),
                "after": plain_value(getattr(change.after, detail), change.after),
            }
            for detail in change.details
        },
        "agenda": agenda.id,
    }


def _occurrence_change_record(
    change: OccurrenceChange, difference: Difference, *, prefix: bool
) -> Record:
    before, after = change.before, change.after
    records = {
        name: occurrence_record(one, agenda, prefix=prefix) if one and agenda else None
        for name, one, agenda in (
            ("before", before, difference.before),
            ("after", after, difference.after),
        )
    }
    agenda = difference.agenda
    return {
        "kind": "occurrence",
        "id": f"{agenda.id}/{change.shown.id}" if prefix else change.shown.id,
        "change": _way(change),
        "words": occurrence_words(change, difference),
        "fields": {
            detail.value: {"before": _detail(before, detail), "after": _detail(after, detail)}
            for detail in change.details
        },
        **records,
        "agenda": agenda.id,
    }


def _detail(occurrence: Occurrence | None, detail: Detail) -> Any:
    if occurrence is None:
        return None
    match detail:
        case Detail.AT:
            return plain_value(start_time(occurrence))
        case Detail.ID | Detail.STATUS | Detail.DATE | Detail.NUMBER | Detail.HOST | Detail.PLACE:
            return plain_value(getattr(occurrence, detail.value))
        case Detail.TITLE:
            return occurrence.title
        case (
            Detail.TIMEZONE | Detail.LASTS | Detail.PLANNED | Detail.REASON | Detail.DOUBT
            | Detail.NOTE | Detail.SOURCE
        ):  # fmt: skip
            return plain_value(getattr(occurrence.session, detail.value, None))


def plain_value(value: object, owner: object = None) -> Any:  # noqa: PLR0911 - one per sort
    """A value of the file as JSON has it: dates and lengths as they are written."""
    match value:
        case EdtfDate() | Duration():
            return str(value)
        case time():
            return f"{value:%H:%M}"
        case Enum():
            return value.value
        case Era():
            return era_record(value, owner.basis if isinstance(owner, Mechanism) else Basis.FIXED)
        case Acceptance():
            return {**value.reasons, "until": plain_value(value.until)}
        case tuple():
            return [plain_value(one, owner) for one in value]
        case _:
            return to_builtins(value)


def _finding_record(placed: PlacedFinding) -> Record:
    return finding_record(placed.finding, placed.agenda, placed.file, placed.place)


def _entry_record(change: EntryChange, agenda: Agenda) -> Record:
    before, after = change.before, change.after
    return {
        "uid": change.shown.uid,
        "change": _way(change),
        "fields": {
            field: {"before": getattr(before, field), "after": getattr(after, field)}
            for field in change.fields
        },
        "before": _shown_record(before),
        "after": _shown_record(after),
        "agenda": agenda.id,
    }


def _shown_record(shown: Shown | None) -> Record | None:
    return None if shown is None else to_builtins(shown)


def _rows(change: Record) -> Iterator[Record]:
    head = {name: change[name] for name in ("agenda", "kind", "id", "change")}
    way = change["change"]
    for name, values in change["fields"].items():
        yield head | {"field": name, **{side: _cell(value) for side, value in values.items()}}
    if way != "changed":
        side = "after" if way == "added" else "before"
        stated = change.get(side) or {"words": change["words"]}
        for name in (name for name in _ESSENTIAL if stated.get(name) not in (None, "")):
            yield head | {"field": name, side: stated[name]}


_ESSENTIAL = ("words", "summary", "status", "date", "number", "host", "place")
"""What is told of an occurrence or entry that has come or gone."""


def _cell(value: Any) -> Any:
    """A value without records in it."""
    match value:
        case list():
            return [_cell(one) for one in value]
        case {"words": words, "since": since}:
            return f"{words} since {since}"
        case dict():
            return [f"{name}: {one}" for name, one in value.items() if one is not None]
        case _:
            return value


def _finding_row(finding: Record, change: str) -> Record:
    return {
        "agenda": finding["agenda"],
        "kind": "finding",
        "id": finding["occurrence"] or finding["mechanism"] or finding["event"],
        "change": change,
        "field": finding["code"],
        "after" if change == "added" else "before": finding["message"],
    }
