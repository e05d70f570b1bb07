"""A session added to the text of its mechanism, in the style of the sessions beside it."""

import re
from collections.abc import Sequence as Several

from msgspec import Struct

from cjpeace.editing.change import Change
from cjpeace.editing.key_order import in_order
from cjpeace.editing.mapping_text import (
    colon,
    dash,
    neighbours_style,
    quoted_like,
    separator,
)
from cjpeace.editing.node import Mapping, Pair, Scalar, Sequence
from cjpeace.editing.scalar_text import value_text
from cjpeace.editing.splice import NotEditableError, Splice, after_line, column, line_break

SESSIONS = "sessions"


def added_item(text: str, mechanism: Mapping, place: int, entries: Several[Change]) -> list[Splice]:
    """What adds a session at a place of the list of a mechanism, or makes the list."""
    pair = mechanism.pair(SESSIONS)
    if pair is None:
        return [_first_list(text, mechanism, entries)]
    sessions = pair.value
    if not isinstance(sessions, Sequence):
        raise NotEditableError("`sessions` cannot be changed piece by piece", "write it by hand")
    if not sessions.items:
        return _filled(text, mechanism, pair, entries)
    near = sorted(
        range(len(sessions.items)), key=lambda n: (abs(2 * n + 1 - 2 * place), n >= place)
    )
    mappings = [item for n in near if isinstance(item := sessions.items[n], Mapping)]
    if sessions.flow:
        return [_in_brackets(text, sessions, place, entries, mappings)]
    return [_line_in_list(text, sessions, place, entries, mappings)]


def _in_brackets(
    text: str, sessions: Sequence, place: int, entries: Several[Change], near: list[Mapping]
) -> Splice:
    """The splice that adds a session to a list in brackets."""
    item = _flow_item(text, entries, [one for one in near if one.flow])
    gap = separator(text, sessions.items)
    if place == 0:
        start = sessions.items[0].start
        return Splice(start, start, item + gap)
    end = sessions.items[place - 1].end
    return Splice(end, end, gap + item)


def _line_in_list(
    text: str, sessions: Sequence, place: int, entries: Several[Change], near: list[Mapping]
) -> Splice:
    """The splice that adds a session to a list on lines of its own."""
    beside = max(place - 1, 0)
    start = dash(text, sessions, beside)
    indent = " " * column(text, start)
    gap = _gap_after_dash(text, start)
    newline = line_break(text, start)
    if _mostly_flow(near):
        item = _flow_item(text, entries, [one for one in near if one.flow])
    else:
        item = _block_item(text, entries, [one for one in near if not one.flow])
        item = item.replace("\n", newline + indent + " " + " " * len(gap))
    if place == 0:
        return Splice(start, start, f"-{gap}{item}{newline}{indent}")
    return after_line(text, sessions.items[place - 1].end, f"{indent}-{gap}{item}")


def _gap_after_dash(text: str, start: int) -> str:
    gap = re.compile(r"-( +)[^ #&\r\n]").match(text, start)
    return gap[1] if gap else " "


def _mostly_flow(near: list[Mapping]) -> bool:
    """Whether most sessions are in braces; the nearest decides when as many are not."""
    in_braces = sum(one.flow for one in near)
    if 2 * in_braces == len(near):
        return bool(near) and near[0].flow
    return 2 * in_braces > len(near)


def _flow_item(text: str, entries: Several[Change], near: list[Mapping]) -> str:
    """A session in braces, on one line or as its neighbours are laid out."""
    like = near[0] if near else None
    if like is None or not like.pairs:
        return "{" + ", ".join(_written(entries, [], ": ", flow=True)) + "}"
    pairs = like.pairs
    gap = separator(text, [p.key for p in pairs], [p.value for p in pairs])
    opening = _blank(text[like.start + 1 : pairs[0].key.start])
    closing = _blank(text[pairs[-1].value.end : like.end - 1])
    written = _written(entries, near, colon(text, like), flow=True)
    return "{" + opening + gap.join(written) + closing + "}"


def _blank(between: str) -> str:
    """What stands between braces and what is in them, if it is nothing but space, and a comma."""
    return between if re.fullmatch(r"\s*,?\s*", between) else ""


def _block_item(text: str, entries: Several[Change], near: list[Mapping]) -> str:
    """A session on lines of its own, without its indent."""
    gap = colon(text, near[0]) if near else ": "
    return "\n".join(_written(entries, near, gap, flow=False))


def _written(entries: Several[Change], near: list[Mapping], gap: str, *, flow: bool) -> list[str]:
    """The keys and values of a session, in the order and the quotes of its neighbours."""
    by_key = {entry.key: entry for entry in entries}
    like = [pair.name for pair in near[0].pairs] if near else []
    written = []
    for key in in_order([], list(by_key), like):
        value = value_text(key, by_key[key].value, neighbours_style(key, near), flow=flow)
        name = quoted_like(near[0].pairs[0].key, key) if near and near[0].pairs else key
        written.append(f"{name}{gap}{value}")
    return written


class _Layout(Struct, frozen=True):
    """How lists of sessions are laid out: the indent of their dashes below their key's."""

    indent: int
    gap: str
    flow: bool


_LIST = re.compile(
    r"^( *)sessions[ \t]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)-( +)(\{)?", re.MULTILINE
)


def _layout(text: str) -> _Layout:
    """The layout of the first list of sessions in the file that is on lines of its own."""
    found = _LIST.search(text)
    if found is None:
        return _Layout(2, " ", flow=True)
    indent = max(0, len(found[2]) - len(found[1]))
    return _Layout(indent, found[3], flow=found[4] is not None)


def _first_list(text: str, mechanism: Mapping, entries: Several[Change]) -> Splice:
    """The splice that gives a mechanism without sessions its first."""
    last = mechanism.pairs[-1]
    name = quoted_like(last.key, SESSIONS)
    if mechanism.flow:
        gap = separator(text, [p.key for p in mechanism.pairs], [p.value for p in mechanism.pairs])
        item = _flow_item(text, entries, [mechanism] if _is_quoted(last) else [])
        return Splice(last.value.end, last.value.end, f"{gap}{name}: [{item}]")
    indent = column(text, mechanism.pairs[0].key.start)
    newline = line_break(text, last.value.end)
    lines = [f"{' ' * indent}{name}:", *_lines(text, indent, entries)]
    return after_line(text, last.value.end, newline.join(lines))


def _is_quoted(pair: Pair) -> bool:
    return isinstance(pair.key, Scalar) and bool(pair.key.style)


def _filled(text: str, mechanism: Mapping, pair: Pair, entries: Several[Change]) -> list[Splice]:
    """The splices that put a first session into an empty list."""
    empty = pair.value
    inside = text[empty.start + 1 : empty.end - 1]
    if mechanism.flow or inside.strip():
        item = _flow_item(text, entries, [mechanism] if _is_quoted(pair) else [])
        start = empty.start + 1 if text[empty.start] == "[" else empty.end - 1
        return [Splice(start, start, item)]
    indent = column(text, mechanism.pairs[0].key.start)
    newline = line_break(text, empty.end)
    lines = newline.join(_lines(text, indent, entries))
    begin = text.index(":", pair.key.end) + 1
    return [Splice(begin, empty.end, ""), after_line(text, empty.end, lines)]


def _lines(text: str, indent: int, entries: Several[Change]) -> list[str]:
    """The lines of a list of one session, below a key with an indent."""
    layout = _layout(text)
    dashes = " " * (indent + layout.indent)
    if layout.flow:
        return [f"{dashes}-{layout.gap}{_flow_item(text, entries, [])}"]
    item = _block_item(text, entries, []).split("\n")
    return [
        f"{dashes}{f'-{layout.gap}' if n == 0 else ' ' * (1 + len(layout.gap))}{one}"
        for n, one in enumerate(item)
    ]
