"""The lines of a text, and the places of positions in it."""

import re
from array import array
from bisect import bisect_right

from cjpeace.core.diagnostic import Place

_BREAK = re.compile(r"\r\n|\n|\r")
_BREAK_OF_YAML = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What the YAML libraries take for the end of a line, though editors and YAML 1.2 do not."""


class Lines:
    """The lines of one text, as an editor counts them, from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = _starts(text, _BREAK)

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return len(self._text)

    def line(self, number: int) -> str:
        """The line with a number, without its break; empty where there is none."""
        if not 0 < number <= len(self._starts):
            return ""
        ends = self._starts[number : number + 1] or [len(self._text)]
        return self._text[self._starts[number - 1] : ends[0]].rstrip("\r\n")

    def place(self, position: int, width: int = 1) -> Place:
        r"""The place of a position in the text, counted from 0.

        >>> Lines("a\nbc").place(3)
        Place(line=2, column=2, width=1)
        """
        line = bisect_right(self._starts, position)
        return Place(line, position - self._starts[line - 1] + 1, width)


def position_in_yaml(text: str, line: int, column: int) -> int:
    """The position, counted from 0, of a line and column as the YAML libraries count them."""
    starts = _starts(text, _BREAK_OF_YAML)
    if line > len(starts):  # they end a text with a break of their own
        return len(text)
    return min(starts[line - 1] + column - 1, len(text))


def _starts(text: str, ends: re.Pattern[str]) -> "array[int]":
    starts = array("L", [0])
    starts.extend(match.end() for match in ends.finditer(text))
    return starts
