"""Keys of a mapping set, renamed and added in its text."""

import re
from collections.abc import Sequence as Several

from cjpeace.editing.change import Change
from cjpeace.editing.entry_place import refuse_shared
from cjpeace.editing.key_order import in_order, role
from cjpeace.editing.node import Mapping, Node, Pair, Scalar, Sequence
from cjpeace.editing.scalar_text import is_plain, value_text
from cjpeace.editing.splice import NotEditableError, Splice, after_line, column, line_break


def changed_keys(
    text: str, mapping: Mapping, changes: Several[Change], neighbours: Several[Mapping]
) -> list[Splice]:
    """What makes the changes in the text of a mapping; new keys go where they usually stand."""
    splices: list[Splice] = []
    new: dict[str, Change] = {}
    for change in changes:
        pair = mapping.pair(change.replaces or change.key)
        if pair is None:
            new[change.key] = change
        elif change.joins:
            splices += _joined(text, mapping, pair, change)
        else:
            splices += _replaced(text, mapping, pair, change)
    present = [pair.name for pair in mapping.pairs]
    order = in_order(present, list(new))
    for place, key in enumerate(order):
        if key in new:
            before = next((k for k in reversed(order[:place]) if k in present), None)
            style = neighbours_style(key, [mapping, *neighbours])
            written = value_text(key, new[key].value, style, flow=mapping.flow)
            splices.append(_added(text, mapping, before, key, written))
    return splices


def _replaced(text: str, mapping: Mapping, pair: Pair, change: Change) -> list[Splice]:
    """The splices for a new value, under a new key where the change says so."""
    refuse_shared(text, pair.value)
    style = None
    if isinstance(pair.value, Scalar):
        style = _style(pair.value)
    written = value_text(change.key, change.value, style, flow=mapping.flow)
    splices = [Splice(pair.value.start, pair.value.end, written)]
    if pair.name != change.key:
        name = quoted_like(pair.key, change.key)
        splices.append(Splice(pair.key.start, pair.key.end, name))
    return splices


def _joined(text: str, mapping: Mapping, pair: Pair, change: Change) -> list[Splice]:
    """The splices that put one or several values behind what a key has already."""
    node = pair.value
    refuse_shared(text, node)
    like = node.items[-1] if isinstance(node, Sequence) and node.items else node
    style = _style(like) if isinstance(like, Scalar) else None
    values = change.value if isinstance(change.value, tuple) else (change.value,)
    written = [value_text(change.key, value, style, flow=True) for value in values]
    if isinstance(node, Sequence) and node.items:
        return [_at_end(text, node, written)]
    if not isinstance(node, Scalar) or node.style in ("|", ">"):
        raise NotEditableError(f"`{pair.name}` cannot become a list", "change it by hand")
    old = text[node.start : node.end]
    if not node.style and not mapping.flow and set(old) & set(",[]{}\r\n"):
        old = value_text(change.key, node.value, '"', flow=True)
    return [Splice(node.start, node.end, f"[{', '.join([old, *written])}]")]


def _at_end(text: str, node: Sequence, written: list[str]) -> Splice:
    """The splice that adds values to a list that has some."""
    end = node.items[-1].end
    if node.flow:
        gap = separator(text, node.items)
        return Splice(end, end, "".join(gap + one for one in written))
    dashes = " " * column(text, dash(text, node, len(node.items) - 1))
    lines = [f"{dashes}- {one}" for one in written]
    return after_line(text, end, line_break(text, end).join(lines))


def _added(text: str, mapping: Mapping, before: str | None, key: str, written: str) -> Splice:
    """The splice that adds a key behind another one, or before all."""
    first = mapping.pairs[0]
    name = quoted_like(first.key, key)
    pair = f"{name}{colon(text, mapping)}{written}"
    after = mapping.pair(before) if before else None
    if mapping.flow:
        gap = separator(text, [p.key for p in mapping.pairs], [p.value for p in mapping.pairs])
        if after is None:
            return Splice(first.key.start, first.key.start, pair + gap)
        return Splice(after.value.end, after.value.end, gap + pair)
    indent = " " * column(text, first.key.start)
    if after is None:
        start = first.key.start
        return Splice(start, start, pair + line_break(text, start) + indent)
    return after_line(text, after.value.end, indent + pair)


def separator(text: str, starts: Several[Node], ends: Several[Node] | None = None) -> str:
    """What stands between two things in brackets: that of the first two, if it is blank."""
    ends = starts if ends is None else ends
    if len(starts) > 1:
        between = text[ends[0].end : starts[1].start]
        if re.fullmatch(r"\s*,\s*", between):
            return between
    return ", "


def colon(text: str, mapping: Mapping) -> str:
    """What stands between a key and its value, where all of a mapping agree."""
    found = {text[pair.key.end : pair.value.start] for pair in mapping.pairs}
    gap = found.pop()
    return gap if not found and re.fullmatch(r" ?:[ \t]+", gap) else ": "


def dash(text: str, sequence: Sequence, place: int) -> int:
    """Where the dash before an item of a list on lines of its own stands."""
    begin = sequence.items[place - 1].end if place else sequence.start
    found = re.compile(r"(?:[^\S]|#[^\r\n]*|&\S+)*").match(text, begin)
    assert found is not None  # noqa: S101 - it matches anything, and nothing
    if text[found.end() : found.end() + 1] != "-":
        raise NotEditableError("its place in the file cannot be told", "write it by hand")
    return found.end()


def quoted_like(key: Node, name: str) -> str:
    """The name of a key, in the quotes of another key."""
    quote = key.style if isinstance(key, Scalar) and key.style in ("'", '"') else ""
    return f"{quote}{name}{quote}"


def neighbours_style(key: str, neighbours: Several[Mapping]) -> str | None:
    """The quotes in which neighbours write the value of such a key, nearest first; "" for none.

    None when none of them shows it; where they quote their keys, as JSON does, texts go in quotes.
    """
    for mapping in neighbours:
        for pair in mapping.pairs:
            value = pair.value
            if isinstance(value, Sequence) and value.items:
                value = value.items[0]
            if role(pair.name) == role(key) and isinstance(value, Scalar):
                style = _style(value)
                if style is not None:
                    return style
    keys = [pair.key for mapping in neighbours[:1] for pair in mapping.pairs]
    return '"' if keys and all(isinstance(k, Scalar) and k.style == '"' for k in keys) else None


def _style(scalar: Scalar) -> str | None:
    """The quotes of a value, "" for none; None where they are needed and so tell nothing."""
    if scalar.style in ("|", ">"):
        return None
    if scalar.style and not _could_be_plain(scalar.value):
        return None
    return scalar.style


def _could_be_plain(value: str) -> bool:
    return is_plain(value, flow=True) or re.fullmatch(r"[0-9/.:-]+", value, re.ASCII) is not None
