"""Keys that a mapping of a YAML text holds twice, with their places."""

from functools import lru_cache

import yaml
from msgspec import Struct
from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]

from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.lines import Lines
from cjpeace.reading.yaml.shortened import quoted

KEEP_ONE = "keep one of the two"


class Duplicate(Struct, frozen=True):
    """A key that comes again; `start` and `end` are positions in the text, counted from 0."""

    start: int
    end: int
    place: Place
    message: str
    help: str = KEEP_ONE


class Found(Struct, frozen=True):
    """The keys that repeat an earlier one of the same mapping, in the order of the text.

    `error` is what ended the search before the end of the text, in the words of ryaml.
    """

    duplicates: list[Duplicate]
    error: str | None = None


_Identity = tuple[str, str]
"""What a key is, by which it equals another: its type and its value."""


class _Level(Struct):
    """A mapping or list while it is gone through."""

    keys: dict[_Identity, int] | None
    """The position of each key of a mapping, None in a list."""
    at_key: bool = True


def duplicates(text: str, above: int = 0) -> Found:
    """All the keys of a text that come twice, as far as the text can be followed.

    `above` is the number of lines above it, where it is a piece of a longer text.
    """
    search, error = _Search(), None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            search.see(event)
    except yaml.YAMLError as raised:
        error = _in_words(raised)
    lines = Lines(text)
    return Found([_duplicate(lines, above, *repeated) for repeated in search.found], error)


class _Search:
    """The way through a text: the levels it is in, and what was `found` so far."""

    def __init__(self) -> None:
        self.found: list[tuple[yaml.NodeEvent, int]] = []
        """Each key that comes again, with the position of the first one."""
        self._levels = [_Level(None)]
        self._named: dict[str, _Identity] = {}

    def see(self, event: yaml.Event) -> None:
        """Go one step on."""
        if isinstance(event, yaml.CollectionEndEvent):
            self._levels.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._see_node(event)
            if isinstance(event, yaml.CollectionStartEvent):
                self._levels.append(
                    _Level({} if isinstance(event, yaml.MappingStartEvent) else None)
                )

    def _see_node(self, event: yaml.NodeEvent) -> None:
        level = self._levels[-1]
        at_key = level.at_key and level.keys is not None
        level.at_key = not level.at_key
        if not at_key and not event.anchor:
            return
        identity = self._identity(event)
        if identity is None:
            return
        if event.anchor:
            self._named[event.anchor] = identity
        if at_key and level.keys is not None:
            start = _span(event)[0]
            first = level.keys.setdefault(identity, start)
            if first != start:
                self.found.append((event, first))

    def _identity(self, event: yaml.NodeEvent) -> _Identity | None:
        if isinstance(event, yaml.AliasEvent):
            return self._named.get(event.anchor or "")
        return _identity(event) if isinstance(event, yaml.ScalarEvent) else None


def _identity(event: yaml.ScalarEvent) -> _Identity:
    return _plain(event.value) if event.implicit[0] and event.tag is None else ("str", event.value)


@lru_cache(maxsize=1024)
def _plain(written: str) -> _Identity:
    """What a scalar without quotes is: `8` and `0o10` are the same, so are `~` and `null`."""
    if written[:1].isalpha() and written[:1] not in "fFnNtT":
        return "str", written
    try:
        value = loads(written)
    except (InvalidYamlError, ValueError):
        return "str", written
    return type(value).__name__, str(value)


def comes_twice(key: str, line: int) -> str:
    """The message of a key that comes again, and first in a line."""
    return f"the key {quoted(key)} comes twice, first in line {line}"


def _duplicate(lines: Lines, above: int, event: yaml.NodeEvent, first: int) -> Duplicate:
    start, end = _span(event)
    shown = event.value if isinstance(event, yaml.ScalarEvent) else f"*{event.anchor}"
    message = comes_twice(shown, lines.place(first).line + above)
    place = lines.place(start, max(1, end - start))
    moved = Place(place.line + above, place.column, place.width)
    return Duplicate(start, end, moved, message)


def _span(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _in_words(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.reader.ReaderError):
        return f"{error.reason} at position {error.position}"
    if not isinstance(error, yaml.MarkedYAMLError):
        return str(error)
    parts = ((error.problem, error.problem_mark), (error.context, error.context_mark))
    return ", ".join(
        f"{said} at line {mark.line + 1} column {mark.column + 1}"
        for said, mark in parts
        if said and mark
    )
