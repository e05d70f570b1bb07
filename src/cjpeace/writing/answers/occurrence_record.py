"""An occurrence as the stable JSON has it."""

from datetime import date
from typing import Any

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.dates.window import Window
from cjpeace.core.history.local_time import start_time, zone_name
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.layout.stable_json import Record
from cjpeace.writing.words.words import when_words


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
