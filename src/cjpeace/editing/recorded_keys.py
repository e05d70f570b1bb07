"""The keys and values that a session is written with, and those that change when it does."""

from cjpeace.core.agenda import Session
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.editing.change import Change
from cjpeace.editing.scalar_text import Value


def entries(session: Session) -> list[Change]:
    """What is written of a session that is new."""
    written = [Change(session.recorded.value, _date(session.date))]
    if session.planned:
        written.append(Change("planned", tuple(map(_date, session.planned))))
    if session.source:
        written.append(Change("source", session.source))
    return [*written, *(Change(key, value) for key, value in _plain(session).items())]


def changes(before: Session, after: Session) -> list[Change]:
    """What is written anew of a session on record; empty when nothing is."""
    found = []
    key, was = after.recorded.value, before.recorded.value
    if (key, after.date) != (was, before.date):
        found.append(Change(key, _date(after.date), replaces=was if was != key else None))
    planned = after.planned[len(before.planned) :]
    if planned:
        found.append(Change("planned", tuple(map(_date, planned)), joins=True))
    source = after.source[len(before.source) :]
    if source:
        found.append(Change("source", source, joins=True))
    old = _plain(before)
    new = _plain(after).items()
    return [*found, *(Change(name, value) for name, value in new if old.get(name) != value)]


def _date(date: EdtfDate | None) -> str:
    """A date as it was written, `..` for none yet."""
    return ".." if date is None else date.written or str(date)


def _plain(session: Session) -> dict[str, Value]:
    """The other keys that can be recorded, where they are known."""
    values: dict[str, Value | None] = {
        "number": session.number,
        "host": session.host,
        "place": session.place,
        "at": None if session.at is None else f"{session.at:%H:%M}",
        "reason": session.reason,
        "note": session.note,
    }
    return {key: value for key, value in values.items() if value is not None}
