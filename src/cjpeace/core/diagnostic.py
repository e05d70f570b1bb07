"""Where something stands in the text of a file, and what is to be said of it."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where something stands in a text; line and column count from 1, `width` is in characters.

    Line 0 means the file as a whole.
    """

    line: int
    column: int
    width: int = 1


class Diagnostic(Struct, frozen=True):
    """One thing to say of a place in a file; `source_line` is the line it points at."""

    file: str
    place: Place
    message: str
    help: str = ""
    source_line: str = ""
