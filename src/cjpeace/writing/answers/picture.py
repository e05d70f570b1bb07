"""The timeline as a picture: a row a mechanism, years across, a mark an occurrence.

Marks differ in shape, and none has an East Asian ambiguous width. A cell shows one of them: the
worst open one, else the newest.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.history.occurrence import OPEN, Occurrence, Status
from cjpeace.core.rules.cadence import Era
from cjpeace.writing.layout.cells import padded, shortened, visible, width
from cjpeace.writing.layout.styled import STYLES, Line, Span, Style
from cjpeace.writing.words.cadence_words import rule_words
from cjpeace.writing.words.words import day_words

MARKS = {
    Status.OVERDUE: "!",
    Status.UNREPORTED: "?",
    Status.LATE: "~",
    Status.DUE: "o",
    Status.POSTPONED: ">",
    Status.TENTATIVE: "+",
    Status.CONFIRMED: "*",
    Status.PROJECTED: "-",
    Status.HELD: "#",
    Status.MISSED: "x",
    Status.CANCELLED: "/",
    Status.UNKNOWN: ".",
}
"""The mark of each status; the open ones come first, the worst of them at the top."""

LEGEND = {
    Status.OVERDUE: "overdue",
    Status.UNREPORTED: "no outcome",
    Status.LATE: "late",
    Status.DUE: "due",
    Status.POSTPONED: "moved",
    Status.TENTATIVE: "tentative",
    Status.CONFIRMED: "planned",
    Status.PROJECTED: "to come",
    Status.HELD: "held",
    Status.MISSED: "missed",
    Status.CANCELLED: "cancelled",
    Status.UNKNOWN: "no record",
}
_BADNESS = {status: place for place, status in enumerate(MARKS)}


class Row(Struct, frozen=True):
    """One row of the picture: what it is called, its occurrences in order, and its rules."""

    label: str
    occurrences: list[Occurrence]
    eras: tuple[Era, ...] = ()


def picture(rows: list[Row], span: Window, as_of: date, cells: int) -> list[Line]:
    """The rows under an axis of years, with a legend, in lines of at most so many cells."""
    labels, scale = _fitted(rows, span, cells)
    margin = max(width(label) for label in labels) + GAP
    today = scale.column(as_of)
    lines: list[Line] = [((" " * margin + scale.axis(), Style.FAINT),)]
    shown: set[Status] = set()
    for row, label in zip(rows, labels, strict=True):
        marks = _marks(row.occurrences, scale)
        shown |= set(marks.values())
        lines.append(((padded(label, margin), Style.PLAIN), *_spans(marks, today, scale.cells)))
        if len(row.eras) > 1:
            lines.append(((" " * margin + _era_line(row.eras, scale), Style.FAINT),))
    eras = any(len(row.eras) > 1 for row in rows)
    return [*lines, *_legend(shown, as_of if today is not None else None, cells, eras=eras)]


GAP = 2
ROOMS = (24, 20, 16, 12)
"""The widths that labels may have; a narrower one where it buys a finer scale."""


def _fitted(rows: list[Row], span: Window, cells: int) -> tuple[list[str], "_Scale"]:
    best: tuple[list[str], _Scale] | None = None
    for room in ROOMS:
        labels = [shortened(visible(row.label), min(room, cells // 3)) for row in rows]
        scale = _Scale(span, cells - max(width(label) for label in labels) - GAP)
        if best is None or scale.months < best[1].months:
            best = labels, scale
    assert best is not None  # noqa: S101 - there are widths to choose from
    return best


class _Scale:
    """How days fall on cells: so many months a cell, the fewest at which the span fits."""

    def __init__(self, span: Window, most: int) -> None:
        end = (span.end or date.max) - ONE_DAY
        years = end.year - span.start.year + 1
        sizes = [1, 2, 3, 4, 6, 12, 24, 60]
        while years * 12 > sizes[-1] * (most - 1):
            sizes.append(sizes[-1] * 2)
        self.months = next(size for size in sizes if years * 12 <= size * most)
        aligned = max(1, self.months // 12)
        self.year = span.start.year - span.start.year % aligned
        self.cells = -(-((end.year - self.year + 1) * 12) // self.months)
        self.span = span

    def column(self, day: date) -> int | None:
        """The cell of a day, None when it lies outside."""
        column = ((day.year - self.year) * 12 + day.month - 1) // self.months
        return column if 0 <= column < self.cells else None

    def axis(self) -> str:
        """The years, as many as have room."""
        aligned = max(1, self.months // 12)
        steps = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000)
        fits = (s for s in steps if s % aligned == 0 and s * 12 // self.months > 4)  # noqa: PLR2004
        step = next(fits, aligned * 5)
        axis = ""
        first = -(-self.year // step) * step
        for year in range(first, self.year + self.cells * self.months // 12 + 1, step):
            column = (year - self.year) * 12 // self.months
            if column + 4 <= self.cells:
                axis = axis.ljust(column) + f"{year:04}"
        return axis


def _marks(occurrences: Iterable[Occurrence], scale: _Scale) -> dict[int, Status]:
    """What each cell shows."""
    held: dict[int, Occurrence] = {}
    for occurrence in occurrences:
        column = scale.column(_shown_on(occurrence))
        if column is not None and _outranks(occurrence, held.get(column)):
            held[column] = occurrence
    marks = {column: occurrence.status for column, occurrence in held.items()}
    for occurrence in occurrences:
        for planned in occurrence.session.planned if occurrence.session else ():
            column = scale.column(planned.window.start)
            if column is not None and not planned.window.overlaps(occurrence.window):
                marks.setdefault(column, Status.POSTPONED)
    return marks


def _shown_on(occurrence: Occurrence) -> date:
    """A session is shown where it begins, a promise at the end of its window.

    Of a session whose date is less exact than its plan, the planned date is shown.
    """
    window, session = occurrence.window, occurrence.session
    if session is None:
        return window.last_day or window.start
    within = [p.window.start for p in session.planned if p.window.overlaps(window)]
    return max([window.start, *within[:1]])


def _outranks(one: Occurrence, other: Occurrence | None) -> bool:
    if other is None:
        return True
    if one.status in OPEN or one.status is Status.OVERDUE:
        return _BADNESS[one.status] <= _BADNESS[other.status]
    return other.status not in OPEN and other.status is not Status.OVERDUE


def _spans(marks: dict[int, Status], today: int | None, cells: int) -> list[Span]:
    """A row of marks, with the line of today where no mark stands."""
    spans: list[Span] = []
    for column in range(cells):
        if column in marks:
            spans.append((MARKS[marks[column]], STYLES.get(marks[column], Style.PLAIN)))
        else:
            spans.append(("|", Style.FAINT) if column == today else (" ", Style.PLAIN))
    return spans


LEAST_WORDS = 8
"""In fewer cells than this a rule is not told in words."""


def _era_line(eras: tuple[Era, ...], scale: _Scale) -> str:
    """Where each rule begins, and what it says as far as there is room."""
    starts = [_column_within(era.anchor, scale) for era in eras]
    line = ""
    for era, start, end in zip(eras, starts, [*starts[1:], scale.cells], strict=True):
        if end > start:
            room = end - start - 3
            words = shortened(visible(rule_words(era)), room) if room >= LEAST_WORDS else ""
            line = line.ljust(start) + f"^ {words}".rstrip()
    return line.rstrip()


def _column_within(day: date, scale: _Scale) -> int:
    column = scale.column(day)
    if column is not None:
        return column
    return 0 if day.year < scale.year else scale.cells


def _legend(shown: set[Status], today: date | None, cells: int, *, eras: bool) -> list[Line]:
    """What the marks mean, those that are shown."""
    parts = [
        (f"{MARKS[status]} {LEGEND[status]}", STYLES.get(status, Style.PLAIN))
        for status in sorted(shown, key=lambda status: _BADNESS[status])
    ]
    if today is not None:
        parts.append((f"| {day_words(today)}", Style.FAINT))
    if eras:
        parts.append(("^ a rule begins", Style.FAINT))
    lines: list[list[Span]] = [[]]
    taken = 0
    for text, style in parts:
        if taken and taken + 3 + width(text) > cells:
            lines.append([])
            taken = 0
        lines[-1] += [("   " if taken else "", Style.PLAIN), (text, style)]
        taken += (3 if taken else 0) + width(text)
    return [tuple(line) for line in lines]
