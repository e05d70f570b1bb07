"""A large text cut into pieces that can be read one by one, for that is quicker than all at once.

The pieces are the keys at the left margin, and below those without a value on their line the keys
of the next level. Whether each piece holds one key, as it seems, shows when it is read.
"""

import re
from collections.abc import Iterator

from msgspec import Struct


class Piece(Struct, frozen=True):
    """A piece of a text from `start` to `end`, counted from 0: a key with its value.

    The key itself goes from `key` to `after_key`. `opens` tells that its value are the pieces that
    follow and are `within`.
    """

    start: int
    key: int
    after_key: int
    end: int
    within: bool = False
    opens: bool = False


def pieces(text: str) -> list[Piece] | None:
    """The pieces of a text in their order; None where it is not of keys at the left margin."""
    if _MARKED.search(text):
        return None
    starts = [match.start() for match in _TOP.finditer(text)]
    if not starts or not _HEAD.fullmatch(text, 0, starts[0]):
        return None
    ends = [*starts[1:], len(text)]
    found: list[Piece] = []
    for start, end in zip(starts, ends, strict=True):
        header = _KEY.match(text, start, end)
        if header is None:
            return None
        found += _section(text, start, header, end)
    return found


_MARKED = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
_TOP = re.compile(r"^[^\s#]", re.MULTILINE)
_HEAD = re.compile(r"(?: *(?:#[^\r\n]*)?\r?\n)*")
_KEY = re.compile(r" *([A-Za-z0-9_-]+) *:(?=[ \r\n]|\Z)", re.ASCII)
_NOTHING_MORE = re.compile(r"(?: *| +#[^\r\n]*)\r?\n(?: *(?:#[^\r\n]*)?\r?\n)*(?= +[^ #\r\n])")


def _section(text: str, start: int, key: re.Match[str], end: int) -> Iterator[Piece]:
    """The piece of a key at the left margin, or it alone and those below it."""
    header = _NOTHING_MORE.match(text, key.end(), end)
    below = _keys_below(text, header.end(), end) if header else []
    if not below:
        yield Piece(start, *key.span(1), end)
        return
    yield Piece(start, *key.span(1), below[0].start(), opens=True)
    ends = [*(match.start() for match in below[1:]), end]
    for match, after in zip(below, ends, strict=True):
        yield Piece(match.start(), *match.span(1), after, within=True)


def _keys_below(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The keys in the lines that have the indent of the first one; empty if one has no key."""
    indent = re.compile(" *").match(text, start, end)
    line = re.compile(rf"^{indent[0] if indent else ''}(?![ #\r\n])", re.MULTILINE)
    found = [_KEY.match(text, match.start(), end) for match in line.finditer(text, start, end)]
    keys = [match for match in found if match]
    return keys if len(keys) == len(found) else []
