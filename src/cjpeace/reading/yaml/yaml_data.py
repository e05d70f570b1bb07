"""A YAML text read at once, with all the keys that come twice told and left out."""

from msgspec import Struct
from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]

from cjpeace.reading.yaml.aliases import too_many_aliases
from cjpeace.reading.yaml.depth import too_deep
from cjpeace.reading.yaml.problem import Fault

Data = dict[object, "Data"] | list["Data"] | str | int | float | bool | None
"""What a YAML text holds."""


class Parsed(Struct, frozen=True):
    """The data of a text, and the faults found; `readable` is False when there is no data."""

    data: Data
    faults: tuple[Fault, ...] = ()
    readable: bool = True


def parse_at_once(text: str, above: int = 0) -> Parsed:
    """The data of a YAML text, duplicate keys left out, and everything wrong with the text.

    `above` is the number of lines above it, where it is a piece of a longer text.
    """
    position = too_deep(text)
    if position is not None:
        return _unreadable(f"recursion limit exceeded at character {position}", text)
    if too_many_aliases(text):
        return _unreadable("repetition limit exceeded", text)
    try:
        return Parsed(loads(text))
    except (InvalidYamlError, ValueError) as error:
        if _DUPLICATE in str(error):
            return _without_duplicates(text, str(error), above)
        return _unreadable(str(error), text)


def _unreadable(error: str, text: str, faults: tuple[Fault, ...] = ()) -> Parsed:
    from cjpeace.reading.yaml.yaml_fault import fault_of  # only for texts that are wrong

    return Parsed(None, (*faults, fault_of(error, text)), readable=False)


_DUPLICATE = "duplicate entry"


def _without_duplicates(text: str, error: str, above: int) -> Parsed:
    """Read a text with each key that comes a second time replaced by a mark, then dropped."""
    from cjpeace.reading.yaml.duplicates import (
        duplicates,  # PyYAML is only for texts that are wrong
    )

    found = duplicates(text, above)
    faults = tuple(Fault(each.place, each.message, each.help) for each in found.duplicates)
    if found.error is not None:
        return _unreadable(found.error, text, faults)
    pieces, done = [], 0
    for each in found.duplicates:
        pieces += [text[done : each.start], _MARK.format(each.start)]
        done = each.end
    marks = {f"\x1b{each.start}" for each in found.duplicates}
    try:
        return Parsed(_without_marks(loads("".join([*pieces, text[done:]])), marks), faults)
    except (InvalidYamlError, ValueError) as other:
        if _DUPLICATE not in str(other):
            return _unreadable(str(other), text, faults)
        return Parsed(None, faults, readable=False) if faults else _unreadable(error, text)


_MARK = '"\\e{}"'


def _without_marks(data: Data, marks: set[str]) -> Data:
    if isinstance(data, dict):
        return {k: _without_marks(v, marks) for k, v in data.items() if k not in marks}
    if isinstance(data, list):
        return [_without_marks(item, marks) for item in data]
    return data
