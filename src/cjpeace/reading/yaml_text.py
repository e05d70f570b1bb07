"""The one door to YAML: text to plain data, by YAML 1.2.

Dates, times and words such as `NO` stay text. ryaml refuses duplicate keys, alias bombs and deep
nesting; what it says of a place in the text is taken over. Duplicate keys are all found, and what
remains is read all the same.
"""

import re

from msgspec import Struct
from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]

from cjpeace.core.diagnostic import Place

Data = dict[object, "Data"] | list["Data"] | str | int | float | bool | None
"""What a YAML text holds."""


class Fault(Struct, frozen=True):
    """Something wrong with the text itself, at a place in it."""

    place: Place
    message: str
    help: str = ""


class Parsed(Struct, frozen=True):
    """The data of a text, and the faults found; `readable` is False when there is no data."""

    data: Data
    faults: tuple[Fault, ...] = ()
    readable: bool = True


def parse_yaml(text: str) -> Parsed:
    """The data of a YAML text, duplicate keys left out, and everything wrong with the text."""
    try:
        return Parsed(loads(text))
    except (InvalidYamlError, ValueError) as error:
        if "duplicate entry" in str(error):
            return _without_duplicates(text, str(error))
        return Parsed(None, (_fault(str(error), text),), readable=False)


def _without_duplicates(text: str, error: str) -> Parsed:
    """Read a text with each key that comes a second time replaced by a mark, then dropped."""
    from cjpeace.reading.duplicates import (
        duplicates,  # PyYAML is only for pointing at something
    )

    found = duplicates(text)
    for repeated in reversed(found):
        text = text[: repeated.start] + _MARK.format(repeated.start) + text[repeated.end :]
    faults = [Fault(repeated.place, repeated.message, repeated.help) for repeated in found]
    try:
        return Parsed(_without_marks(loads(text)), tuple(faults))
    except (InvalidYamlError, ValueError) as other:
        faults = faults or [_fault(error, text)]
        if "duplicate entry" not in str(other):
            faults.append(_fault(str(other), text))
        return Parsed(None, tuple(faults), readable=False)


_MARK = '"\\e{}"'


def _without_marks(data: Data) -> Data:
    if isinstance(data, dict):
        marked = (key for key in data if isinstance(key, str) and key.startswith("\x1b"))
        left_out = set(marked)
        return {k: _without_marks(v) for k, v in data.items() if k not in left_out}
    if isinstance(data, list):
        return [_without_marks(item) for item in data]
    return data


_PLACE = re.compile(r" at line ([0-9]+) column ([0-9]+)", re.ASCII)
_POSITION = re.compile(r" at position ([0-9]+)", re.ASCII)


def _fault(error: str, text: str) -> Fault:
    """The fault that an error of ryaml speaks of."""
    error = error.removeprefix("TypeError: ")
    place, position = _PLACE.search(error), _POSITION.search(error)
    if place:
        where = Place(int(place[1]), int(place[2]))
    elif position:
        where = place_of(text, int(position[1]))
    else:
        where = Place(1, 1)
    for sign, message, help_ in _SAID:
        if sign in error:
            return Fault(where, message, help_)
    said = _POSITION.sub("", _PLACE.sub("", error)).split(", while")[0]
    return Fault(where, f"this is not YAML: {said}", _help(where, text))


def place_of(text: str, position: int) -> Place:
    """The place of a position in a text, counted from 0."""
    before = text[:position]
    line = before.count("\n")
    return Place(line + 1, position - (before.rfind("\n") + 1) + 1)


_SAID = (
    ("recursion limit", "nested too deeply", "an agenda needs no more than a few levels"),
    ("repetition limit", "too many aliases", "write out what the aliases stand for"),
    (
        "more than one document",
        "more than one document in the file",
        "put each agenda into a file of its own",
    ),
    (
        "control characters",
        "a control character that no text may hold",
        "remove it: only tabs and line breaks are allowed",
    ),
    ("unhashable", "a key that is itself a list or a mapping", "write a word as the key"),
    ("invalid type: integer", "a number too large for anything here", "put text in quotes"),
)


def _help(place: Place, text: str) -> str:
    lines = text.splitlines()
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces, never with tabs"
    return "close every bracket and quote, and quote text that holds `: ` or ` #`"
