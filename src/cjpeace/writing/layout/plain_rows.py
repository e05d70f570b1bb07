"""Occurrences in plain columns, for other programs to read."""

from collections.abc import Iterable

from cjpeace.core.agenda import Agenda
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.layout.styled import Cell, Line, aligned

HEADER = ("status", "date", "by", "host", "number", "id", "title")
"""The columns of an occurrence for other programs; none but the last has spaces in it."""


def plain_table(
    found: Iterable[tuple[Occurrence, Agenda, tuple[str, ...]]],
    first: tuple[str, ...] = (),
    *,
    prefix: bool,
) -> list[Line]:
    """One header and a row each; `first` are the names of columns that come before the others."""
    rows = [(*values, *_row(o, agenda, prefix=prefix)) for o, agenda, values in found]
    return aligned([[Cell(value) for value in row] for row in ((*first, *HEADER), *rows)])


def _row(occurrence: Occurrence, agenda: Agenda, *, prefix: bool) -> tuple[str, ...]:
    """The values of an occurrence in those columns, "-" for what is unknown."""
    last = occurrence.window.last_day
    return (
        occurrence.status.value,
        str(occurrence.date),
        last.isoformat() if last else "-",
        occurrence.host or "-",
        str(occurrence.number or "-"),
        f"{agenda.id}/{occurrence.id}" if prefix else occurrence.id,
        occurrence.title,
    )
