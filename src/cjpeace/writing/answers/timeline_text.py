"""The timeline in lines and tables."""

from datetime import date

from cjpeace.core.agenda import Agenda
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.answers.picture import Row, picture
from cjpeace.writing.layout.styled import Line, line
from cjpeace.writing.words.words import host_words, title_words, when_words

NOTHING = "nothing lies in this span"
Found = tuple[Agenda, list[Occurrence]]
"""An agenda, and the occurrences found."""


def drawn(found: list[Found], span: Window, as_of: date, cells: int, *, prefix: bool) -> list[Line]:
    """The picture of some agendas: a row a mechanism, and one for all events of each."""
    rows = [row for one in found for row in _rows(*one, prefix=prefix)]
    if not any(row.occurrences for row in rows):
        return [line(NOTHING)]
    return picture(rows, span, as_of, cells)


def earlier_line(
    before: list[tuple[Agenda, list[Occurrence]]], span: Window, *, prefix: bool
) -> list[Line]:
    """A line that says what lies before the span, if anything does."""
    told = [
        f"{_label(agenda, one.owner.key, prefix=prefix)} from {one.window.start.year}"
        for agenda, firsts in before
        for one in firsts
    ]
    if not told:
        return []
    first = min(one.window.start for _, firsts in before for one in firsts)
    listed = ", ".join(told[:4]) + (f" and {len(told) - 4} more" if len(told) > 4 else "")  # noqa: PLR2004
    return [line(f"before {span.start.year}: {listed} (--from {first.year} shows all)")]


def table(found: list[tuple[Occurrence, Agenda]], *, prefix: bool) -> list[list[str]]:
    """A header and the words of each occurrence."""
    rows = [["When", "What", "Host", "Status"]]
    for occurrence, agenda in found:
        title = title_words(occurrence)
        title = f"{agenda.id}: {title}" if prefix else title
        host = host_words(occurrence, agenda)
        rows.append([when_words(occurrence), title, host, occurrence.status.value])
    return rows


def _rows(agenda: Agenda, occurrences: list[Occurrence], *, prefix: bool) -> list[Row]:
    own: dict[str, list[Occurrence]] = {key: [] for key in agenda.mechanisms}
    events: list[Occurrence] = []
    for occurrence in occurrences:
        own.get(occurrence.owner.key, events).append(occurrence)
    rows = [
        Row(_label(agenda, key, prefix=prefix), own[key], mechanism.cadence)
        for key, mechanism in agenda.mechanisms.items()
    ]
    if events:
        rows.append(Row(_label(agenda, "events", prefix=prefix), events))
    return rows


def _label(agenda: Agenda, key: str, *, prefix: bool) -> str:
    return f"{agenda.id}/{key}" if prefix else key
