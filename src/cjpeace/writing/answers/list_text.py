"""Everything an agenda names, as text: by section for a terminal, or plain rows."""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Commitment, Event, Mechanism
from cjpeace.core.answers.overview import Item, Kind, Part
from cjpeace.writing.layout.cells import padded, width, wrapped
from cjpeace.writing.layout.styled import STYLES, Cell, Line, Style, aligned, fitted, line
from cjpeace.writing.words.ahead_words import ahead_words, settled_words, short_standing
from cjpeace.writing.words.cadence_words import cadence_words, hosts_words
from cjpeace.writing.words.words import date_words, listed, month_words

Listing = tuple[Agenda, list[Part]]
"""An agenda and its overview."""

BEYOND = "Beyond the text"
"""The heading over what no paragraph of the agreement founds."""


def grouped_lines(listings: list[Listing], as_of: date, cells: int, *, prefix: bool) -> list[Line]:
    """The sections under their headings, in lines of at most so many cells.

    `prefix` puts each agenda's id before its keys, and its title above its sections.
    """
    parts = [
        (agenda, part, [_Row(item, agenda, as_of, prefix=prefix) for item in part.items])
        for agenda, found in listings
        for part in found
    ]
    rows = [row for _, _, its_rows in parts for row in its_rows]
    if not rows:
        return [line("nothing is on record")]
    layout = _Layout(rows, cells)
    lines: list[Line] = []
    last: Agenda | None = None
    for agenda, part, its_rows in parts:
        if prefix and agenda is not last:
            lines.append(line(fitted(agenda.title, cells), Style.HEADING))
        last = agenda
        if agenda.agreement:
            lines += (line(text, Style.HEADING) for text in wrapped(heading(part), cells))
        lines += (each for row in its_rows for each in layout.lines(row))
    return lines


def heading(part: Part) -> str:
    """The heading of a part of the agreement."""
    return BEYOND if part.section is None else part.section.title or "Untitled section"


HEADER = ("kind", "id", "paragraph", "every", "last", "status", "date", "by", "hosts", "title")
"""The columns for other programs; none but the last has spaces in it."""


def plain_table(listings: list[Listing], *, prefix: bool) -> list[Line]:
    """One header and a row for each entry, "-" for what is unknown or absent."""
    rows = [
        _plain(item, agenda, prefix=prefix)
        for agenda, parts in listings
        for part in parts
        for item in part.items
    ]
    return aligned([[Cell(value or "-") for value in row] for row in (HEADER, *rows)])


def table(listings: list[Listing], as_of: date, *, prefix: bool) -> list[list[str]]:
    """A header and the words of each entry."""
    rows = [["Section", "Paragraph", "What", "Id", "Cadence", "Hosts", "Last held", "Next"]]
    for agenda, parts in listings:
        for part in parts:
            section = heading(part) if agenda.agreement else ""
            rows += ([section, *_words(item, agenda, as_of, prefix=prefix)] for item in part.items)
    return rows


class _Told(Struct, frozen=True):
    """How much is told of what comes next, and of the date before it."""

    whole_dates: bool = False
    named: bool = False
    dated: bool = False
    brief: bool = False


class _Row:
    """The words of one entry."""

    def __init__(self, item: Item, agenda: Agenda, as_of: date, *, prefix: bool) -> None:
        self.item, self.agenda, self.as_of = item, agenda, as_of
        self.id = _id(item, agenda, prefix=prefix)
        self.paragraph = ",".join(map(str, item.entry.paragraphs))
        self.details = "; ".join(_details(item, agenda))
        status = item.ahead and item.ahead.occurrence.status
        self.style = STYLES.get(status, Style.PLAIN) if status else Style.PLAIN

    @property
    def has_columns(self) -> bool:
        """Whether it recurs or is still to come; the others are told in a line of their own."""
        return self.item.kind is Kind.MECHANISM or self.item.ahead is not None

    def last(self, told: _Told) -> str:
        return last_words(self.item, whole=told.whole_dates) if self.has_columns else ""

    def next(self, told: _Told) -> str:
        one = self.item.ahead
        if one is None:
            return settled_words(self.item) if self.has_columns else ""
        if not told.dated:
            words = short_standing(one, self.as_of)
            return words.split(", ", 1)[0] if told.brief else words
        return ahead_words(one, self.agenda, self.as_of, named=told.named)


class _Layout:
    """The widths of the columns: the title gives way first, then the details of the next one."""

    GAP = "  "
    LEAST_TITLE = 26
    STEPS = (
        _Told(whole_dates=True, named=True, dated=True),
        _Told(named=True, dated=True),
        _Told(dated=True),
        _Told(),
        _Told(brief=True),
    )

    def __init__(self, rows: list[_Row], cells: int) -> None:
        self.cells = cells
        paragraph = max(width(row.paragraph) for row in rows)
        self.paragraph = paragraph + len(self.GAP) if paragraph else 0
        columns = [row for row in rows if row.has_columns]
        title = max((width(fitted(row.item.title, 200)) for row in columns), default=0)
        for told in self.STEPS:
            self.told = told
            self.last = max((width(row.last(told)) for row in columns), default=0)
            next_ = max((width(row.next(told)) for row in columns), default=0)
            room = cells - self.paragraph - self.last - next_ - 3 * len(self.GAP)
            self.title = max(8, min(title, room))
            if room >= min(title, self.LEAST_TITLE):
                return

    def lines(self, row: _Row) -> list[Line]:
        begin = self.GAP + padded(row.paragraph, self.paragraph)
        room = max(20, self.cells - len(begin))
        details = wrapped(f"{row.id}: {row.details}" if row.details else row.id, room)
        below = [line(" " * len(begin) + text, Style.FAINT) for text in details]
        if not row.has_columns:
            return [line(begin + fitted(row.item.title, room)), *below]
        title = padded(fitted(row.item.title, self.title), self.title) + self.GAP
        last = padded(row.last(self.told), self.last) + self.GAP
        room = self.cells - width(begin + title + last)
        following = fitted(row.next(self.told), max(0, room))
        return [((begin + title + last, Style.PLAIN), (following, row.style)), *below]


def last_words(item: Item, *, whole: bool) -> str:
    """When something was held or done last: "last Oct 2025", "held 6 Sep 2000"."""
    match item.entry:
        case Commitment():
            return f"done {date_words(item.done)}" if item.done else "undated"
        case Event() if item.last_held is None:
            return ""
        case Mechanism() if item.last_held is None:
            return "none on record"
        case entry:
            held = item.last_held
            assert held is not None  # noqa: S101 - the cases above are of those without
            words = date_words(held.own) if whole else month_words(held)
            return f"{'last' if isinstance(entry, Mechanism) else 'held'} {words}"


def _details(item: Item, agenda: Agenda) -> list[str]:
    entry = item.entry
    match entry:
        case Mechanism():
            parts = [cadence_words(entry), hosts_words(entry, agenda), _convened(entry)]
        case Event():
            state = "" if item.ahead else last_words(item, whole=True) or settled_words(item)
            parts = [f"event, {state}" if state else "event", _convened(entry)]
        case Commitment():
            carriers = listed(entry.carried_by)
            parts = [f"commitment, {last_words(item, whole=True)}"]
            parts += [f"carried by {carriers}"] if carriers else []
    return [part for part in parts if part]


def _convened(entry: Mechanism | Event) -> str:
    return f"convened by {entry.convened_by}" if entry.convened_by else ""


def _id(item: Item, agenda: Agenda, *, prefix: bool) -> str:
    return f"{agenda.id}/{item.entry.key}" if prefix else item.entry.key


def _plain(item: Item, agenda: Agenda, *, prefix: bool) -> tuple[str, ...]:
    entry, mechanism = item.entry, item.mechanism
    eras = mechanism.cadence if mechanism else ()
    occurrence = item.ahead.occurrence if item.ahead else item.occurrence
    last_day = occurrence.window.last_day if occurrence else None
    return (
        item.kind.value,
        _id(item, agenda, prefix=prefix),
        ",".join(map(str, entry.paragraphs)),
        str(eras[-1].every).replace(" ", "-") if eras else "",
        str(item.last_held.own) if item.last_held else str(item.done or ""),
        occurrence.status.value if occurrence else "",
        str(occurrence.date) if occurrence else "",
        last_day.isoformat() if last_day else "",
        ",".join(mechanism.hosts) if mechanism else "",
        item.title,
    )


def _words(item: Item, agenda: Agenda, as_of: date, *, prefix: bool) -> list[str]:
    entry, mechanism, one = item.entry, item.mechanism, item.ahead
    return [
        ", ".join(map(str, entry.paragraphs)),
        item.title,
        _id(item, agenda, prefix=prefix),
        cadence_words(mechanism) if mechanism else "",
        (hosts_words(mechanism, agenda) or _convened(mechanism)) if mechanism else "",
        last_words(item, whole=True),
        ahead_words(one, agenda, as_of) if one else settled_words(item),
    ]
