"""Pieces of a text replaced, and the line breaks around them; what cannot be edited is refused."""

import re

from msgspec import Struct

from cjpeace.core.unreadable import UnreadableError


class NotEditableError(UnreadableError):
    """A text that says what is to be changed in a way that cannot be changed piece by piece."""


class Splice(Struct, frozen=True):
    """What replaces the characters from `start` up to, not including, `end`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: list[Splice]) -> str:
    """A text with its pieces replaced; of those at one position the first given comes first.

    >>> spliced("held: 2001", [Splice(6, 10, "2002"), Splice(0, 0, "number: 1, ")])
    'number: 1, held: 2002'
    """
    pieces, done = [], 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        assert splice.start >= done  # noqa: S101 - each piece is replaced once
        pieces += [text[done : splice.start], splice.text]
        done = splice.end
    return "".join([*pieces, text[done:]])


_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for the YAML library."""


def line_break(text: str, position: int) -> str:
    """The line break that is used where a position is: that of its line, or of the one before."""
    following = _BREAK.search(text, position)
    if following is None:
        found = re.findall(r"\r\n|\n|\r", text[:position])
        return found[-1] if found else "\n"
    return following[0] if following[0] in ("\r\n", "\r") else "\n"


def column(text: str, position: int) -> int:
    """How many characters stand before a position on its line."""
    return position - max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) - 1


def after_line(text: str, position: int, line: str) -> Splice:
    """A line of its own after the line of a position, or there when the position begins a line."""
    newline = line_break(text, position)
    if position and text[position - 1] in "\r\n":
        return Splice(position, position, line + newline)
    following = _BREAK.search(text, position)
    end = following.start() if following else len(text)
    return Splice(end, end, newline + line)
