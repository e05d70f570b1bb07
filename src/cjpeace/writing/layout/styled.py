"""Lines of styled text: what is written for people, before it is known where it will be read."""

from enum import Enum

from msgspec import Struct

from cjpeace.core.history.occurrence import Status
from cjpeace.writing.layout.cells import padded, shortened, visible, width, wrapped


class Style(Enum):
    """How a piece of text is set off; never the only sign of what it means."""

    PLAIN = ""
    HEADING = "bold"
    ALARM = "bold red"
    NOTICE = "yellow"
    GOOD = "green"
    FAINT = "dim"


Span = tuple[str, Style]
Line = tuple[Span, ...]


class Cell(Struct, frozen=True):
    """A piece of text in a column."""

    text: str
    style: Style = Style.PLAIN


STYLES = {
    Status.OVERDUE: Style.ALARM,
    Status.UNREPORTED: Style.ALARM,
    Status.LATE: Style.NOTICE,
    Status.DUE: Style.NOTICE,
    Status.MISSED: Style.ALARM,
    Status.HELD: Style.GOOD,
    Status.CONFIRMED: Style.GOOD,
}
"""The style of each status that has one."""


def plain(line: Line) -> str:
    """A line without its styles."""
    return "".join(text for text, _ in line).rstrip()


def line(text: str, style: Style = Style.PLAIN) -> Line:
    """A line of one piece."""
    return ((visible(text), style),)


def aligned(rows: list[list[Cell]], indent: str = "", gap: str = "  ") -> list[Line]:
    """Rows of cells in columns, each as wide as its widest cell."""
    shown = [[Cell(visible(cell.text), cell.style) for cell in row] for row in rows]
    widths = column_widths(shown)
    return [_row(row, widths, indent, gap) for row in shown]


def column_widths(rows: list[list[Cell]]) -> list[int]:
    """The width of the widest cell of each column."""
    return [max(width(cell.text) for cell in column) for column in zip(*rows, strict=True)]


def fitted(text: str, cells: int) -> str:
    """A text made harmless and no wider than so many cells."""
    return shortened(visible(text), cells)


def hanging(begin: str, text: str, cells: int, style: Style = Style.PLAIN) -> list[Line]:
    """A text after what it begins with, its further lines below its first.

    Lines have at most so many cells, where those leave room for 16 of the text.
    """
    parts = wrapped(text, max(16, cells - width(begin)))
    first: Line = ((begin, Style.FAINT), (parts[0], style))
    return [first, *(line(" " * width(begin) + part, style) for part in parts[1:])]


def _row(row: list[Cell], widths: list[int], indent: str, gap: str) -> Line:
    spans: list[Span] = [(indent, Style.PLAIN)] if indent else []
    for number, (cell, cells) in enumerate(zip(row, widths, strict=True)):
        last = number == len(row) - 1
        spans.append((cell.text if last else padded(cell.text, cells) + gap, cell.style))
    return tuple(spans)
