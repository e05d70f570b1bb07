"""The stable JSON: occurrences and findings as records of fixed fields.

Within a schema number fields are added, never renamed or removed.
"""

from datetime import date
from typing import Any

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.clash import Clash
from cjpeace.core.diagnostic import Place
from cjpeace.core.finding import Code, Finding
from cjpeace.core.local_time import start_time, zone_name
from cjpeace.core.occurrence import Occurrence
from cjpeace.core.window import Window
from cjpeace.writing.finding_detail import detail_fields
from cjpeace.writing.finding_words import FindingWords, clash_words, finding_words
from cjpeace.writing.json_document import json_document
from cjpeace.writing.words import when_words

SCHEMA = 1

Record = dict[str, Any]


def json_text(as_of: date, **fields: object) -> str:
    """An answer as JSON, with the schema number and the day it was asked about."""
    document = {"schema": SCHEMA, "as_of": as_of.isoformat(), **fields}
    return json_document(document)


def occurrence_record(occurrence: Occurrence, agenda: Agenda, *, prefix: bool) -> Record:
    """An occurrence as the stable JSON has it."""
    owner = occurrence.owner
    recurring = isinstance(owner, Mechanism)
    session = occurrence.session
    at = start_time(occurrence)
    source = session.source if session else (owner.source if isinstance(owner, Mechanism) else ())
    return {
        "id": f"{agenda.id}/{occurrence.id}" if prefix else occurrence.id,
        "mechanism": owner.key if recurring else None,
        "event": None if recurring else owner.key,
        "title": occurrence.title,
        "number": occurrence.number,
        "status": occurrence.status.value,
        "start": occurrence.window.start.isoformat(),
        "end": _iso(occurrence.window.end),
        "slot": window_record(occurrence.slot),
        "date": str(occurrence.date),
        "when": when_words(occurrence),
        "host": occurrence.host,
        "place": occurrence.place,
        "at": at.strftime("%H:%M") if at else None,
        "timezone": zone_name(occurrence, agenda),
        "paragraph": _one_or_several(owner.paragraphs),
        "source": _one_or_several(source),
        "extra": occurrence.extra,
        "agenda": agenda.id,
    }


def finding_record(finding: Finding, agenda: Agenda, file: str, place: Place) -> Record:
    """A finding as the stable JSON has it; what is about the agenda has no mechanism or event."""
    if isinstance(finding.detail, Clash):
        return clash_record(finding.detail, file, place)
    owner, occurrence = finding.owner, finding.occurrence
    key, recurring = owner.key if owner else None, isinstance(owner, Mechanism)
    words = finding_words(finding, agenda)
    return {
        **_subject(finding.code, key, recurring=recurring),
        "occurrence": occurrence.id if occurrence else None,
        **_said(words, file, place),
        "agenda": agenda.id,
        **detail_fields(finding.detail),
    }


def clash_record(clash: Clash, file: str, place: Place) -> Record:
    """A conflict as the stable JSON has it; it may be with a meeting of another agenda."""
    planned = clash.planned
    return {
        **_subject(Code.CONFLICT, planned.key, recurring=planned.recurring),
        "occurrence": planned.id,
        **_said(clash_words(clash), file, place),
        "agenda": planned.agenda,
        **detail_fields(clash),
    }


def _subject(code: Code, key: str | None, *, recurring: bool) -> Record:
    return {
        "code": code.value,
        "severity": code.severity.value,
        "mechanism": key if recurring else None,
        "event": None if recurring else key,
    }


def _said(words: FindingWords, file: str, place: Place) -> Record:
    return {
        "message": words.message,
        "note": words.note or None,
        "help": words.help,
        "file": file,
        "line": place.line,
        "column": place.column,
    }


def window_record(window: Window | None) -> Record | None:
    """A window with its half-open ends, null where there is none."""
    if window is None:
        return None
    return {"start": window.start.isoformat(), "end": _iso(window.end)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _one_or_several(values: tuple[Any, ...]) -> object:
    """What the file says once stands alone, what it says more than once in a list."""
    if not values:
        return None
    return values[0] if len(values) == 1 else list(values)
