"""What comes next, as text: grouped for a terminal, one plain table for other programs."""

from datetime import date

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.upcoming import Group, Upcoming
from cjpeace.core.history.occurrence import NEEDS_DOING
from cjpeace.writing.layout.cells import width
from cjpeace.writing.layout.styled import STYLES, Cell, Line, Style, aligned, fitted, line
from cjpeace.writing.words.standing_words import standing_words
from cjpeace.writing.words.words import host_words, number_suffix, when_words

HEADINGS = {
    Group.OVERDUE: "Overdue",
    Group.NEXT: "Next",
    Group.OTHERS: "Convened by others",
}

Answer = tuple[Upcoming, Agenda]
"""What comes, and the agenda that it belongs to."""


def grouped_lines(
    groups: dict[Group, list[Answer]], as_of: date, cells: int, *, prefix: bool
) -> list[Line]:
    """The groups under their headings, in lines of at most so many cells.

    `prefix` puts the agenda's id before each title, where there are several.
    """
    rows = {g: [_Row(answer, as_of, prefix=prefix) for answer in groups[g]] for g in groups}
    everything = [row for group in rows.values() for row in group]
    if not everything:
        return [line(NOTHING)]
    layout = _Layout(everything, cells)
    lines: list[Line] = []
    for group, listed in rows.items():
        if listed:
            lines.append(line(HEADINGS[group], Style.HEADING))
            lines += layout.lines(listed)
    return lines


def flat_lines(answers: list[Answer], as_of: date, cells: int, *, prefix: bool) -> list[Line]:
    """All of it in one list, in lines of at most so many cells."""
    rows = [_Row(answer, as_of, prefix=prefix) for answer in answers]
    return _Layout(rows, cells).lines(rows) if rows else [line(NOTHING)]


NOTHING = "nothing is due, and nothing is planned"


class _Row:
    """The words of one occurrence: when, what, who, and how it stands."""

    def __init__(self, answer: Answer, as_of: date, *, prefix: bool) -> None:
        one, agenda = answer
        occurrence = one.occurrence
        self.when = fitted(when_words(occurrence), 40)
        self.title = f"{agenda.id}: {occurrence.title}" if prefix else occurrence.title
        self.number = number_suffix(occurrence)
        self.host = host_words(occurrence, agenda)
        self.standing = standing_words(one, as_of)
        style = STYLES.get(occurrence.status, Style.PLAIN)
        self.style = style if occurrence.status in NEEDS_DOING else Style.PLAIN


class _Layout:
    """The widths of the columns: first the title gives way, then the details, never the date."""

    INDENT = "  "
    GAP = 2
    LEAST_TITLE = 26
    STEPS = ((False, 14), (False, 8), (True, 8), (True, 0))
    """How much is told, from all of it: whether only the first part of the standing is, and how
    many cells the host may take; without any it is left out."""

    def __init__(self, rows: list[_Row], cells: int) -> None:
        self.when = max(width(row.when) for row in rows)
        title = max(width(fitted(row.title + row.number, 200)) for row in rows)
        for brief, most_host in self.STEPS:
            self.brief = brief
            self.host = max(width(_place_in(row.host, most_host)) for row in rows)
            columns = (self.when, self.host, max(width(self._standing(row)) for row in rows))
            taken = sum(columns) + self.GAP * (3 if self.host else 2) + len(self.INDENT)
            self.title = max(8, min(title, cells - taken))
            if self.title >= min(title, self.LEAST_TITLE):
                return

    def lines(self, rows: list[_Row]) -> list[Line]:
        cells = [self._cells(row) for row in rows]
        widths = [self.when, self.title, *([self.host] if self.host else []), 0]
        padded = [Cell(" " * n) for n in widths]
        return aligned([*cells, padded], self.INDENT)[:-1]

    def _cells(self, row: _Row) -> list[Cell]:
        title = fitted(row.title, self.title - len(row.number)) + row.number
        host = [Cell(_place_in(row.host, self.host))] if self.host else []
        standing = Cell(self._standing(row), row.style)
        return [Cell(row.when, row.style), Cell(title), *host, standing]

    def _standing(self, row: _Row) -> str:
        return row.standing.split(", ", 1)[0] if self.brief else row.standing


def _place_in(host: str, cells: int) -> str:
    """A host or place that fits: of "UN Headquarters, New York" at least the city."""
    while width(host) > cells and ", " in host:
        host = host.split(", ", 1)[1]
    return fitted(host, cells)


def table(answers: list[Answer], as_of: date, *, prefix: bool) -> list[list[str]]:
    """A header and the words of each row: group, when, title, host, and how it stands."""
    rows = [["Group", "When", "What", "Host", "Standing"]]
    for answer in answers:
        row = _Row(answer, as_of, prefix=prefix)
        group = HEADINGS[answer[0].group]
        rows.append([group, row.when, row.title + row.number, row.host, row.standing])
    return rows
