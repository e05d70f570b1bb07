"""A large text read piece by piece, and what the pieces say joined again."""

from functools import cached_property

from cjpeace.reading.yaml.duplicates import KEEP_ONE, comes_twice
from cjpeace.reading.yaml.lines import Lines
from cjpeace.reading.yaml.pieces import Piece, pieces
from cjpeace.reading.yaml.problem import Fault
from cjpeace.reading.yaml.yaml_data import Data, Parsed, parse_at_once


def parse_in_pieces(text: str) -> Parsed | None:
    """What the pieces of a text hold together; None where they cannot be read one by one."""
    joined = _Joined(text)
    for piece in pieces(text) or ():
        own = text[piece.start : piece.end]
        found = parse_at_once(own)
        if not isinstance(found.data, dict) or len(found.data) != 1:
            return None
        ((key, value),) = found.data.items()
        joined.add(piece, key, value)
        if found.faults:  # once more, which is quick, to tell them by the lines of the whole
            joined.faults += parse_at_once(own, joined.line_of(piece) - 1).faults
    return Parsed(joined.data, tuple(joined.faults)) if joined.data else None


class _Joined:
    """What the pieces read so far hold together, and their `faults`."""

    def __init__(self, text: str) -> None:
        self.data: dict[object, Data] = {}
        self.faults: list[Fault] = []
        self._text = text
        self._within = self.data
        self._first: dict[tuple[int, object], Piece] = {}
        """The piece with which each key of each mapping, known by its identity, came first."""

    def add(self, piece: Piece, key: object, value: Data) -> None:
        """Add the key of a piece; one that its mapping has already is told and left out."""
        into = self._within if piece.within else self.data
        first = self._first.setdefault((id(into), key), piece)
        if first is not piece:
            self.faults.append(self._twice(piece, first))
        if piece.opens:
            value = self._within = {}
        into.setdefault(key, value)

    def line_of(self, piece: Piece) -> int:
        """The line, counted from 1, in which a piece begins."""
        return self._lines.place(piece.start).line

    def _twice(self, piece: Piece, first: Piece) -> Fault:
        place = self._lines.place(piece.key, piece.after_key - piece.key)
        message = comes_twice(self._text[piece.key : piece.after_key], self.line_of(first))
        return Fault(place, message, KEEP_ONE)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)
