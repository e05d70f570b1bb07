"""Keys that a mapping of a YAML text holds twice, with their places."""

import yaml
from msgspec import Struct

from cjpeace.core.diagnostic import Place

DEEPEST = 128
"""Texts nested more deeply than this are not looked through."""


class Duplicate(Struct, frozen=True):
    """A key that comes again; `start` and `end` are positions in the text, counted from 0."""

    start: int
    end: int
    place: Place
    message: str
    help: str = "keep one of the two"


def duplicates(text: str) -> list[Duplicate]:
    """All keys that repeat an earlier one of the same mapping, in the order of the text."""
    try:
        if _depth(text) > DEEPEST:
            return []
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return []
    found: list[Duplicate] = []
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            found += _repeated(node)
            waiting += [child for pair in node.value for child in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return sorted(found, key=lambda duplicate: duplicate.start)


def _depth(text: str) -> int:
    depth = deepest = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return deepest


def _repeated(mapping: yaml.MappingNode) -> list[Duplicate]:
    first_line: dict[str, int] = {}
    found = []
    for key, _ in mapping.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        start, end = key.start_mark, key.end_mark
        if key.value in first_line:
            message = f'the key "{key.value}" comes twice, first in line {first_line[key.value]}'
            place = Place(start.line + 1, start.column + 1, max(1, end.index - start.index))
            found.append(Duplicate(start.index, end.index, place, message))
        else:
            first_line[key.value] = start.line + 1
    return found
