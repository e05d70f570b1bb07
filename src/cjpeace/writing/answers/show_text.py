"""All that is known of an entry or a paragraph, as text laid out for a width."""

from datetime import date

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.dossier import Paragraph, Subject
from cjpeace.writing.answers.dossier_words import Page, Row, page
from cjpeace.writing.layout.cells import padded, width, wrapped
from cjpeace.writing.layout.styled import STYLES, Line, Style, hanging, line
from cjpeace.writing.words.citations import Citations, source_words
from cjpeace.writing.words.words import day_words

Shown = tuple[Agenda, Subject]
"""What was asked about, and the agenda that it is of."""


def subject_lines(shown: list[Shown], as_of: date, cells: int, *, prefix: bool) -> list[Line]:
    """Each subject in lines of at most so many cells; only an address may be longer.

    `prefix` names the agenda, where there are several.
    """
    lines: list[Line] = []
    for agenda, subject in shown:
        lines += [(), *_subject(agenda, subject, as_of, cells, prefix=prefix)]
    return lines[1:]


INDENT = "  "


def _subject(
    agenda: Agenda, subject: Subject, as_of: date, cells: int, *, prefix: bool
) -> list[Line]:
    cited = Citations()
    lines: list[Line] = []
    if prefix:
        lines += _text(agenda.title, cells)
    if subject.paragraph is not None:
        lines += _paragraph(subject.paragraph, cells)
        if not subject.dossiers:
            lines += _text("Nothing is founded on it.", cells)
    for dossier in subject.dossiers:
        told = page(dossier, agenda, as_of, cited)
        lines += [(), *_head(told, as_of, cells)]
        if subject.paragraph is None:
            lines += (each for one in dossier.paragraphs for each in _paragraph(one, cells))
        lines += _fields(told, cells)
        lines += _history(told.rows, cells)
    lines += _sources(agenda, cited, cells)
    return lines if lines[0] else lines[1:]


def _text(text: str, cells: int, style: Style = Style.PLAIN, indent: str = "") -> list[Line]:
    return [line(indent + part, style) for part in wrapped(text, cells - len(indent))]


def _paragraph(paragraph: Paragraph, cells: int) -> list[Line]:
    under = f": {paragraph.section}" if paragraph.section else ""
    heading = f"Paragraph {paragraph.number}{under}"
    text = _text(paragraph.text, cells, indent=INDENT)
    return [*_text(heading, cells, Style.HEADING), *text]


def _head(told: Page, as_of: date, cells: int) -> list[Line]:
    below = f"{told.subtitle}; as of {day_words(as_of)}"
    return [*_text(told.title, cells, Style.HEADING), *_text(below, cells, Style.FAINT)]


def _fields(told: Page, cells: int) -> list[Line]:
    if not told.fields:
        return []
    label_width = max(width(label) for label, _ in told.fields)
    lines = [line("On record", Style.HEADING)]
    for label, text in told.fields:
        lines += hanging(INDENT + padded(label, label_width) + INDENT, text, cells)
    return lines


def _history(rows: tuple[Row, ...], cells: int) -> list[Line]:
    if not rows:
        return []
    number = max(width(row.number) for row in rows)
    number += len(INDENT) if number else 0
    dates = max(width(row.date) for row in rows) + len(INDENT)
    lines = [line("Sessions, newest first", Style.HEADING)]
    for row in rows:
        begin = INDENT + padded(row.number, number)
        if row.date:
            lines += _dated(begin + padded(row.date, dates), row, cells)
        else:
            lines += hanging(INDENT, row.words, cells, Style.FAINT)
        for note in row.notes:
            lines += _text(note, cells, Style.FAINT, INDENT * 2 + " " * (number or 2))
    return lines


LEAST_ROOM = 24
"""With fewer cells beside it, what is said of a session stands below its date."""


def _dated(begin: str, row: Row, cells: int) -> list[Line]:
    style = STYLES.get(row.status, Style.PLAIN) if row.status else Style.PLAIN
    if cells - width(begin) >= LEAST_ROOM:
        return hanging(begin, row.words, cells, style)
    return [line(begin.rstrip(), Style.FAINT), *_text(row.words, cells, style, INDENT * 2)]


def _sources(agenda: Agenda, cited: Citations, cells: int) -> list[Line]:
    if not cited.keys:
        return []
    lines = [line("Sources", Style.HEADING)]
    marks = [f"{INDENT}[{number}] " for number in range(1, len(cited.keys) + 1)]
    for mark, key in zip(marks, cited.keys, strict=True):
        begin = padded(mark, width(marks[-1]))
        source = agenda.sources.get(key)
        if source is None:
            lines.append(line(begin + key))
            continue
        lines += hanging(begin, source_words(source), cells)
        if source.url:
            lines.append(line(" " * width(begin) + source.url, Style.FAINT))
    return lines
