"""Sessions and events: what is on record of a meeting."""

from datetime import time
from typing import Any

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.reading.entries.entry import Entry, Key, Keys
from cjpeace.reading.entries.keys import EventKeys, MechanismKeys, SessionKeys
from cjpeace.reading.entries.names import Names
from cjpeace.reading.yaml.yaml_text import Data

Statuses = dict[str, Recorded]
"""The status keys that may be written, with what they record."""

_OF_SESSION: Statuses = {r.value: r for r in Recorded if r is not Recorded.EXPECTED}
_OF_EVENT: Statuses = {r.value: r for r in Recorded if r is not Recorded.UNKNOWN}


LIKELY_STATUSES = {
    **dict.fromkeys(
        ("date", "on", "when", "day", "met", "done", "took_place", "took-place"), "held"
    ),
    **dict.fromkeys(("scheduled", "set", "fixed", "agreed"), "confirmed"),
    **dict.fromkeys(("proposed", "provisional", "suggested"), "tentative"),
    **dict.fromkeys(("moved", "delayed", "rescheduled", "deferred"), "postponed"),
    **dict.fromkeys(("called_off", "called-off", "dropped", "abandoned"), "cancelled"),
}
"""The statuses that are meant by words which people write instead."""

_TAKEN_OVER: tuple[Key[Any], ...] = (
    SessionKeys.number,
    SessionKeys.numbers,
    SessionKeys.title,
    SessionKeys.place,
    SessionKeys.at,
    SessionKeys.lasts,
    SessionKeys.timezone,
    SessionKeys.reason,
    SessionKeys.doubt,
    SessionKeys.note,
    SessionKeys.updated,
)
"""The keys whose values a session takes over as they are, under the same name."""

_PLAIN: dict[type[Keys], dict[str, Key[Any]]] = {
    keys: {key.name: key for key in _TAKEN_OVER if keys.by_name.get(key.name) is key}
    for keys in (SessionKeys, EventKeys)
}
"""Those of a session and of an event, whose title is its own."""


def read_session(data: Data, mechanism: Entry, number: int, names: Names) -> Session | None:
    """The session at a position in a mechanism's list; None where it cannot be read."""
    path = (*mechanism.path, "sessions", number)
    entry = Entry(data, path, SessionKeys, mechanism.problems, LIKELY_STATUSES)
    if not entry.is_mapping:
        return None
    begins = mechanism.has(MechanismKeys.at) or mechanism.unclear(MechanismKeys.at)
    if entry.has(SessionKeys.lasts) and not begins:
        refuse_hours_without_time(entry, SessionKeys.lasts, SessionKeys.at)
    return _session(entry, _OF_SESSION, names)


def read_event_session(event: Entry, names: Names) -> Session | None:
    """What is on record of an event; None where it cannot be read."""
    refuse_hours_without_time(event, EventKeys.lasts, EventKeys.at)
    return _session(event, _OF_EVENT, names) if event.is_mapping else None


def refuse_hours_without_time(entry: Entry, lasts: Key[Duration], at: Key[time]) -> None:
    """Note a length in hours where nothing says when they begin."""
    length = entry.get(lasts)
    if length is not None and length.minutes and not (entry.has(at) or entry.unclear(at)):
        message = f'"{length}" needs to know when a session begins'
        entry.problem((lasts.name,), message, "add `at`, or give the length in days")


def _session(entry: Entry, statuses: Statuses, names: Names) -> Session | None:
    recorded = _status(entry, statuses)
    date = _date(entry, recorded)
    planned = entry.several(SessionKeys.planned)
    session = Session(
        recorded=recorded or Recorded.HELD,
        date=date,
        path=entry.path,
        planned=planned,
        host=entry.name(SessionKeys.host, names.hosts),
        source=entry.names(SessionKeys.source, names.sources),
        **entry.given(_PLAIN[entry.keys]),
    )
    if recorded is not None:
        _refuse_gaps(entry, recorded)
    if recorded is None or (date is None and not planned):
        return None
    return session


def _status(entry: Entry, statuses: Statuses) -> Recorded | None:
    """The one status key of a session; a problem where there is none, or more than one."""
    called = entry.keys.called
    found = [name for name in entry.data if name in statuses]
    if len(found) == 1:
        return statuses[str(found[0])]
    elsewhere = any(name in _DATED for name in entry.data)  # told as an unknown key
    if not elsewhere and not entry.unclear(*(_DATED[name] for name in statuses)):
        message = f"{called} needs one key that says what became of it"
        entry.problem((), message, f"one of {', '.join(statuses)}")
    if len(found) > 1:
        message = f'{called} is either "{found[0]}" or "{found[1]}", not both'
        help_ = "keep one of them; a date it had before goes under `planned`"
        entry.problem((str(found[1]),), message, help_, at_key=True)
    return None


def _date(entry: Entry, recorded: Recorded | None) -> EdtfDate | None:
    """The date of a session; every status key is read, so that all that is wrong is noted."""
    values = entry.given(_DATES[entry.keys]).values()
    dates = [value for value in values if isinstance(value, EdtfDate)]
    return dates[0] if dates and recorded else None


_DATED: dict[str, Key[Any]] = {
    name: SessionKeys.by_name.get(name) or EventKeys.by_name[name]
    for name in {**_OF_SESSION, **_OF_EVENT}
}
"""The key of each status."""

_DATES: dict[type[Keys], dict[str, Key[Any]]] = {
    keys: {name: key for name, key in _DATED.items() if name in keys.by_name}
    for keys in (SessionKeys, EventKeys)
}
"""Those that a session and that an event may have."""


def _refuse_gaps(entry: Entry, recorded: Recorded) -> None:
    """Note what a session with this status lacks, or may not have."""
    if recorded in (Recorded.POSTPONED, Recorded.CANCELLED) and not entry.has(SessionKeys.reason):
        entry.missing(SessionKeys.reason, f" when it is {recorded.value}")
    if entry.data.get("postponed") == ".." and not entry.data.get("planned"):
        entry.missing(SessionKeys.planned, " when it is postponed to no new date")
    if SessionKeys.numbers.name not in entry.keys.by_name:
        return
    if recorded is not Recorded.UNKNOWN and entry.has(SessionKeys.numbers):
        message = "`numbers` goes with `unknown` only"
        entry.problem(("numbers",), message, "write `number`", at_key=True)
    if entry.has(SessionKeys.number) and entry.has(SessionKeys.numbers):
        entry.problem(("numbers",), "either `number` or `numbers`", "keep one", at_key=True)
