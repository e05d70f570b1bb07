"""Where a mechanism or event stands in the text of an agenda.

Its lines are found by their keys; only when that fails is the whole text looked into.
"""

import re

from cjpeace.core.agenda import Path
from cjpeace.editing.node import Alias, Mapping, Node, Sequence, structure
from cjpeace.editing.splice import NotEditableError

LARGEST_WHOLE = 2_000_000
"""Texts longer than this, in characters, are never looked into as a whole."""


def place(text: str, path: Path) -> tuple[Node, ...]:
    """The nodes on the way from an entry, the first two steps of a path, to where it leads.

    Raises NotEditableError when it cannot be told, or when an alias has any of them mean more.
    """
    section, key = str(path[0]), str(path[1])
    found = _in_lines(text, section, key) or _in_whole(text, section, key)
    trail = [found]
    for step in path[2:]:
        trail.append(_child(trail[-1], step))
    for node in trail:
        refuse_shared(text, node)
    return tuple(trail)


def refuse_shared(text: str, node: Node) -> None:
    """Refuse what is written once and meant in several places."""
    name = node.name if isinstance(node, Alias) else node.anchor
    if name is None or (not isinstance(node, Alias) and not _has_alias(text, name)):
        return
    sign = "*" if isinstance(node, Alias) else "&"
    message = f"what is to be changed is shared by an alias ({sign}{name})"
    raise NotEditableError(message, "write out what the alias stands for, or change it by hand")


def _has_alias(text: str, name: str) -> bool:
    return re.search(rf"\*{re.escape(name)}(?![\w-])", text) is not None


def _in_lines(text: str, section: str, key: str) -> Node | None:
    """The entry when its lines are a document by themselves."""
    span = _lines(text, section, key)
    if span is None:
        return None
    try:
        found = structure(text[span[0] : span[1]], span[0])
    except NotEditableError:
        return None
    if not isinstance(found, Mapping) or len(found.pairs) != 1 or found.pairs[0].name != key:
        return None
    return found.pairs[0].value


def _lines(text: str, section: str, key: str) -> tuple[int, int] | None:
    """Where the lines of an entry begin and end, when the file is laid out as usual."""
    top = re.search(rf"^{section}[ \t]*:[ \t]*(?:#.*)?$", text.replace("\r", " "), re.MULTILINE)
    if top is None:
        return None
    end = _first(r"^(?=[^ \t\r\n#])", text, top.end(), len(text))
    first = re.compile(r"^( +)[^ \t\r\n#]", re.MULTILINE).search(text, top.end(), end)
    if first is None:
        return None
    names = f"(?:{key}|'{key}'|\"{key}\")"
    head = re.compile(rf"^{first[1]}{names}[ \t]*:(?=[ \t\r\n])", re.MULTILINE)
    begin = head.search(text, top.end(), end)
    if begin is None:
        return None
    following = rf"^ {{0,{len(first[1])}}}(?=[^ \t\r\n#])"
    return begin.start(), _first(following, text, begin.end(), end)


def _first(pattern: str, text: str, start: int, end: int) -> int:
    """Where a pattern is first found, or else the end."""
    found = re.compile(pattern, re.MULTILINE).search(text, start, end)
    return found.start() if found else end


def _in_whole(text: str, section: str, key: str) -> Node:
    if len(text) > LARGEST_WHOLE:
        message = (
            f"{section}/{key} is written in a way that a file of this size is not searched for"
        )
        raise NotEditableError(message, "write each mechanism on lines of its own")
    return _child(_child(structure(text), section), key)


def _child(node: Node, step: str | int) -> Node:
    """The value below a node, which the path of a valid agenda is sure to find."""
    if isinstance(node, Mapping) and isinstance(step, str):
        pair = node.pair(step)
        if pair is not None:
            return pair.value
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    if isinstance(node, Alias):
        message = f"what is to be changed is shared by an alias (*{node.name})"
        raise NotEditableError(message, "write out what the alias stands for, or change it by hand")
    raise NotEditableError(f'there is no "{step}" in the file where it is read', "write it by hand")
