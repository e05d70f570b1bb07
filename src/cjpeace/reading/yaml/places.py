"""Where in a text the things of its structure stand.

The text is composed again with PyYAML, which keeps the places, but only the entry in question: its
lines are found by their keys in one pass over the text.
"""

import re
from functools import cached_property

import yaml
from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]

from cjpeace.core.agenda import Path
from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.depth import DEEPEST
from cjpeace.reading.yaml.key_text import key_text
from cjpeace.reading.yaml.landmarks import deeper_than
from cjpeace.reading.yaml.lines import Lines
from cjpeace.reading.yaml.problem import Problem

_TOP_KEY = re.compile(r"([A-Za-z0-9_-]+)\s*:(?:\s|$)", re.ASCII)
_INNER_KEY = re.compile(r"( +)([A-Za-z0-9_-]+)\s*:(?:\s|$)", re.ASCII)

LARGEST_WHOLE = 2_000_000
"""Texts longer than this, in characters, are never composed whole."""

LARGEST_ENTRY = 2_000_000
"""Entries longer than this are not looked into."""


class Places:
    """The places in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = re.split(r"\r\n|\n|\r", text)
        self._last: tuple[Path, _Composed | None] = ((), None)

    def line(self, number: int) -> str:
        """The line with a number, counted from 1; empty where there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """Where the value at a path begins, or its key; the nearest thing above where neither is.

        A place of width 0 is at the end of what is missing something.
        """
        while path:
            found = self._in_entry(path, at_key=at_key) or self._in_whole(path, at_key=at_key)
            if found is not None:
                return found
            path, at_key = path[:-1], True
        return Place(1, 1)

    def of_problem(self, problem: Problem) -> Place:
        """The place of what a problem speaks of: a key, a value, or a part of a value."""
        place = self.place(problem.path, at_key=problem.at_key)
        if not problem.part or place.width == 1:
            return place
        start = place.column - 1
        found = _part(problem.part).match(self.line(place.line), start, start + place.width)
        if found is None:
            return place
        return Place(place.line, found.start(1) + 1, len(problem.part))

    def _in_entry(self, path: Path, *, at_key: bool) -> Place | None:
        """The place within the smallest run of lines that is sure to hold it."""
        head = path[:2] if path[:2] in self._entries else path[:1]
        span = self._entries.get(head)
        if span is None:
            return None
        first, _, indent = span
        if at_key and len(path) == len(head):
            return Place(first + 1, indent + 1, len(str(path[-1])))
        composed = self._entry(head)
        within = (path[len(head) - 1], *path[len(head) :])
        found = None if composed is None else composed.place(within, at_key=at_key)
        return found and Place(found.line + first, found.column + indent, found.width)

    def _entry(self, head: Path) -> "_Composed | None":
        """The entry of a path, kept until another is asked for: what is told comes in order."""
        if self._last[0] != head:
            first, last, indent = self._entries[head]
            lines = self._lines[first:last]
            text = "\n".join("" if line[:indent].strip() else line[indent:] for line in lines)
            self._last = head, _composed(text) if len(text) <= LARGEST_ENTRY else None
        return self._last[1]

    def _in_whole(self, path: Path, *, at_key: bool) -> Place | None:
        return None if self._whole is None else self._whole.place(path, at_key=at_key)

    @cached_property
    def _whole(self) -> "_Composed | None":
        return _composed(self._text) if len(self._text) <= LARGEST_WHOLE else None

    @cached_property
    def _entries(self) -> dict[Path, tuple[int, int, int]]:
        """The lines (first, one past the last, counted from 0) and the indent of each entry.

        Entries are the keys at the top of the text and the keys right below them. One that comes
        twice counts where it came first.
        """
        found: dict[Path, tuple[int, int, int]] = {}
        top: str | None = None
        indent = 0
        starts: list[tuple[Path, int, int]] = []
        for number, line in enumerate(self._lines):
            match = _TOP_KEY.match(line)
            if match:
                top, indent = match[1], 0
                starts.append(((match[1],), number, 0))
                continue
            match = _INNER_KEY.match(line)
            if top is not None and match and indent in (0, len(match[1])):
                indent = len(match[1])
                starts.append(((top, _as_key(match[2])), number, indent))
        ends = _ends(starts, len(self._lines))
        for (path, first, depth), last in zip(starts, ends, strict=True):
            found.setdefault(path, (first, last, depth))
        return found


def _part(written: str) -> re.Pattern[str]:
    """What finds a part of a value, between marks or at its ends, the last one where it repeats."""
    ends = r"[\s;,/\"']"
    return re.compile(rf"(?:.*{ends}|.*?)({re.escape(written)})(?:{ends}|$)", re.ASCII)


def _ends(starts: list[tuple[Path, int, int]], length: int) -> list[int]:
    """The line before which each entry ends: where the next one of its level or above begins."""
    ends = []
    next_inner = next_top = length
    for path, first, _ in reversed(starts):
        ends.append(next_top if len(path) == 1 else next_inner)
        next_inner = first
        if len(path) == 1:
            next_top = first
    return ends[::-1]


def _as_key(word: str) -> str | int:
    return int(word) if word.isdecimal() and str(int(word)) == word else word


class _Composed:
    """A text with the node of each of its things."""

    def __init__(self, text: str, root: yaml.Node | None) -> None:
        self._lines, self._root = Lines(text), root
        self._pairs: dict[tuple[int, bool], dict[str, _Pair]] = {}

    def place(self, path: Path, *, at_key: bool) -> Place | None:
        """Where a path leads, None where it leads nowhere."""
        found = self._node(path, at_key=at_key)
        if found is None:
            return None
        start, end = found.start_mark, found.end_mark
        one_line = start.line == end.line and isinstance(found, yaml.ScalarNode)
        return self._lines.place(start.index, max(1, end.index - start.index) if one_line else 1)

    def _node(self, path: Path, *, at_key: bool) -> yaml.Node | None:
        key: yaml.Node | None = None
        node = self._root
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pair = self._pair(node, str(step))
                if pair is None:
                    return None
                key, node = pair
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                if not 0 <= step < len(node.value):
                    return None
                key = node = node.value[step]
            else:
                return None
        return key if at_key else node

    def _pair(self, mapping: yaml.MappingNode, step: str) -> "_Pair | None":
        """The key and value that a step of a path stands for: as written, else as it is read."""
        written = self._by_key(mapping, as_read=False)
        return written.get(step) or self._by_key(mapping, as_read=True).get(step)

    def _by_key(self, mapping: yaml.MappingNode, *, as_read: bool) -> "dict[str, _Pair]":
        """The pairs of a mapping, which may be many, and all be asked for; the first of a key."""
        kept = (id(mapping), as_read)
        if kept not in self._pairs:
            found: dict[str, _Pair] = {}
            for pair in mapping.value:
                key = _as_read(pair[0].value) if as_read else pair[0].value
                if isinstance(key, str):
                    found.setdefault(key, pair)
            self._pairs[kept] = found
        return self._pairs[kept]


_Pair = tuple[yaml.Node, yaml.Node]


def _composed(text: str) -> _Composed | None:
    if _is_deep(text):  # PyYAML's stack grows with the depth
        return None
    try:
        return _Composed(text, yaml.compose(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return None


def _is_deep(text: str) -> bool:
    """Whether a text has too many levels, each of which takes a mark: few marks need no look."""
    if sum(map(text.count, "[{-?:")) <= DEEPEST:
        return False
    return deeper_than(DEEPEST, text) is not None


def _as_read(written: object) -> str | None:
    if not isinstance(written, str) or (written[:1].isalpha() and written[:1] not in "fFnNtT"):
        return None
    try:
        return key_text(loads(written))
    except (InvalidYamlError, ValueError):
        return None
