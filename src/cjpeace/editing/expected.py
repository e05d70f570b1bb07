"""What the data of an agenda are to be after a change, against which the new text is checked."""

from collections.abc import Sequence as Several
from copy import copy
from typing import Any

from cjpeace.core.agenda import Path
from cjpeace.editing.change import Change
from cjpeace.editing.scalar_text import DATED


def data_with_session(data: Any, path: Path, entries: Several[Change]) -> Any:
    """The data with a session added at a path."""
    changed, mechanism = _copied(data, path[:2])
    sessions = list(mechanism.get("sessions", ()))
    sessions.insert(int(path[3]), {entry.key: _plain(entry.value) for entry in entries})
    mechanism["sessions"] = sessions
    return changed


def data_with_changes(data: Any, path: Path, changes: Several[Change]) -> Any:
    """The data with the session or event at a path changed."""
    changed, session = _copied(data, path)
    for change in changes:
        value: Any = _plain(change.value)
        if change.joins and change.key in session:
            before = session[change.key]
            value = [*_listed(before), *_listed(value)]
        if change.replaces is not None:
            del session[change.replaces]
        session[change.key] = value
    return changed


def alike(expected: Any, found: Any, key: object = None) -> bool:
    """Whether two pieces of data are the same; dates may be written as numbers or as text."""
    if isinstance(expected, dict) and isinstance(found, dict):
        same_keys = expected.keys() == found.keys()
        return same_keys and all(alike(one, found[name], name) for name, one in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        pairs = zip(expected, found, strict=False)
        return len(expected) == len(found) and all(alike(*pair, key) for pair in pairs)
    if key in DATED:
        return str(expected) == str(found)
    return type(expected) is type(found) and bool(expected == found)


def _plain(value: object) -> object:
    """A value as it is read back: one of several names stands alone."""
    if isinstance(value, tuple):
        return list(value) if len(value) > 1 else value[0]
    return value


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _copied(data: Any, path: Path) -> tuple[Any, Any]:
    """The data, copied on the way to a path, and what is there."""
    whole = node = copy(data)
    for step in path:
        node[step] = copy(node[step])
        node = node[step]
    return whole, node
