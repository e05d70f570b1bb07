"""Records as a table of CSV or Markdown."""

import csv
import io

from cjpeace.writing.layout.cells import padded, visible, visible_lines, width
from cjpeace.writing.layout.stable_json import Record

OCCURRENCE_COLUMNS = (
    "agenda", "id", "status", "date", "start", "end", "title", "number", "host", "place",
    "when", "at", "timezone", "paragraph", "source", "extra",
)  # fmt: skip


def csv_text(records: list[Record], columns: tuple[str, ...]) -> str:
    """A header and a line for each record, as RFC 4180 has it; several values with "; "."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_plain(record.get(column)) for column in columns] for record in records)
    return stream.getvalue()


def markdown_text(rows: list[list[str]]) -> str:
    """A table whose first row is its header, in columns that line up as text too."""
    cells = [[escaped(cell) for cell in row] for row in rows]
    widths = [max(3, *(width(cell) for cell in column)) for column in zip(*cells, strict=True)]
    rule = ["-" * cells_wide for cells_wide in widths]
    table = [cells[0], rule, *cells[1:]]
    return "".join(
        f"| {' | '.join(padded(c, w) for c, w in zip(row, widths, strict=True))} |\n"
        for row in table
    )


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return visible_lines("; ".join(map(str, value)))
        case _:
            return visible_lines(str(value))


def escaped(cell: str) -> str:
    """A text in which nothing is Markdown."""
    for character in "\\|`*_<>[]":
        cell = cell.replace(character, "\\" + character)
    return visible(cell)
