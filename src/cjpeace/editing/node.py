"""The structure of a YAML text: what stands where, and how it is written.

Unlike a composed document it keeps aliases apart from what they stand for.
"""

import re
from collections.abc import Iterator

import yaml
from msgspec import Struct

from cjpeace.editing.splice import NotEditableError


class Scalar(Struct, frozen=True):
    """A single value; `style` is the sign that opens it: quotes, `|` or `>`, or "" when plain."""

    start: int
    end: int
    anchor: str | None
    value: str
    style: str


class Alias(Struct, frozen=True):
    """A name that stands for what has it as its anchor."""

    start: int
    end: int
    name: str


class Pair(Struct, frozen=True):
    """A key of a mapping and its value."""

    key: "Node"
    value: "Node"

    @property
    def name(self) -> str:
        """The key as text; empty when it is none."""
        return self.key.value if isinstance(self.key, Scalar) else ""


class Mapping(Struct, frozen=True):
    """Keys and values: between braces when it is `flow`, else on lines of their own."""

    start: int
    end: int
    anchor: str | None
    flow: bool
    pairs: tuple[Pair, ...]

    def pair(self, name: str) -> Pair | None:
        """The pair with a key."""
        return next((pair for pair in self.pairs if pair.name == name), None)


class Sequence(Struct, frozen=True):
    """Values in order: between brackets when it is `flow`, else on lines of their own."""

    start: int
    end: int
    anchor: str | None
    flow: bool
    items: tuple["Node", ...]


Node = Scalar | Alias | Mapping | Sequence


def structure(text: str, offset: int = 0) -> Node:
    """The structure of a text that holds a document, its positions counted from `offset`.

    Raises NotEditableError when it is no YAML by itself.
    """
    try:
        events = iter(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError:
        raise NotEditableError("its place in the file cannot be told", _BY_HAND) from None
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _node(event, events, text, offset)
    raise NotEditableError("its place in the file cannot be told", _BY_HAND)


_BY_HAND = "write it by hand"


def _node(event: yaml.Event, events: Iterator[yaml.Event], text: str, offset: int) -> Node:
    start, end = _span(event)
    if isinstance(event, yaml.AliasEvent):
        return Alias(start + offset, end + offset, str(event.anchor))
    if isinstance(event, yaml.CollectionStartEvent):
        return _collection(event, events, text, offset)
    assert isinstance(event, yaml.ScalarEvent)  # noqa: S101 - nothing else is a node
    style = event.style or ""
    end = _content_end(text, start, end) if style in ("|", ">") else end
    return Scalar(start + offset, end + offset, event.anchor, event.value, style)


def _collection(
    event: yaml.CollectionStartEvent, events: Iterator[yaml.Event], text: str, offset: int
) -> Mapping | Sequence:
    """A mapping or list; one that is on lines of its own ends with the last thing in it."""
    start, flow = _span(event)[0] + offset, bool(event.flow_style)
    nodes, end = _nodes(events, text, offset)
    if not flow and nodes:
        end = nodes[-1].end
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(start, end, event.anchor, flow, nodes)
    pairs = tuple(Pair(*both) for both in zip(nodes[::2], nodes[1::2], strict=True))
    return Mapping(start, end, event.anchor, flow, pairs)


def _nodes(events: Iterator[yaml.Event], text: str, offset: int) -> tuple[tuple[Node, ...], int]:
    """The nodes up to the end of the collection they are in, and where that is."""
    nodes: list[Node] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return tuple(nodes), _span(event)[1] + offset
        nodes.append(_node(event, events, text, offset))
    raise AssertionError("a collection that never ends")  # the parser ends each


def _span(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None  # noqa: S101 - the parser marks all it finds
    assert event.end_mark is not None  # noqa: S101 - likewise
    return event.start_mark.index, event.end_mark.index


_KEEPS = re.compile(r"[|>][0-9]?\+")


def _content_end(text: str, start: int, end: int) -> int:
    """The end of the last line of a block of text, blank lines included only where they count."""
    header = text[start:end].split("\n", 1)[0]
    return end if _KEEPS.search(header) else start + len(text[start:end].rstrip())
