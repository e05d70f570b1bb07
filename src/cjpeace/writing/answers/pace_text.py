"""Promised against kept, as text: told for a terminal, one plain table for other programs."""

from datetime import date

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.pace import DAYS_IN_MONTH, Pace
from cjpeace.writing.answers.pace_words import (
    METHOD,
    kept_words,
    next_words,
    promised_words,
    trend_words,
)
from cjpeace.writing.layout.cells import padded, width, wrapped
from cjpeace.writing.layout.styled import Cell, Line, Style, aligned, hanging, line

Answer = tuple[Pace, Agenda]
"""A pace, and the agenda that it is of."""


def told_lines(answers: list[Answer], as_of: date, cells: int, *, prefix: bool) -> list[Line]:
    """Each pace in words, in lines of at most so many cells, and the method.

    `prefix` puts the agenda's id before each key, where there are several. Several are listed under
    headings, those that can be compared with a promise with their rank.
    """
    if not answers:
        return [line("no mechanism is on record")]
    lines: list[Line] = []
    heading = ""
    for rank, (pace, agenda) in enumerate(answers, 1):
        if len(answers) > 1 and heading_of(pace) != heading:
            heading = heading_of(pace)
            lines.append(line(heading, Style.HEADING))
        mark = f"{rank:>2}. " if len(answers) > 1 and pace.ratio is not None else "    "
        lines += hanging(mark, title_words(pace, agenda, prefix=prefix), cells)
        lines += _fields(pace, as_of, cells)
    return [*lines, (), *(line(part, Style.FAINT) for part in wrapped(METHOD, cells))]


def method_lines() -> list[Line]:
    """The method, for readers of the plain table."""
    return [line(part) for part in wrapped(METHOD, 100)]


def heading_of(pace: Pace) -> str:
    """The heading under which a pace is listed."""
    if pace.kept is None:
        return "No figure"
    return "Kept, with no promise to compare" if pace.ratio is None else "Worst kept first"


def title_words(pace: Pace, agenda: Agenda, *, prefix: bool) -> str:
    """The title of a mechanism, its id, and who convenes it if the parties do not."""
    mechanism = pace.mechanism
    id_ = f"{agenda.id}/{mechanism.key}" if prefix else mechanism.key
    others = f"; convened by {mechanism.convened_by}" if mechanism.convened_by else ""
    return f"{mechanism.title} ({id_}{others})"


HEADER = ("id", "promised", "kept", "ratio", "intervals", "from", "to", "trend", "next", "window",
          "compared", "convened", "title")  # fmt: skip
"""The columns for other programs, intervals in months; none but the last has spaces in it."""


def plain_table(answers: list[Answer], *, prefix: bool) -> list[Line]:
    """One header and a row for each mechanism, "-" for what has no figure."""
    rows = [_plain(pace, agenda, prefix=prefix) for pace, agenda in answers]
    return aligned([[Cell(value) for value in row] for row in (HEADER, *rows)])


def table(answers: list[Answer], as_of: date, *, prefix: bool) -> list[list[str]]:
    """A header and the words of each pace."""
    rows = [["What", "Promised", "Kept", "Trend", "Next at this pace"]]
    for pace, agenda in answers:
        has_figure = pace.forecast is not None
        trend = trend_words(pace.trend) if has_figure else ""
        following = next_words(pace.forecast, as_of) if pace.forecast else ""
        title = title_words(pace, agenda, prefix=prefix)
        rows.append([title, promised_words(pace), kept_words(pace), trend, following])
    return rows


def _fields(pace: Pace, as_of: date, cells: int) -> list[Line]:
    fields = [("promised", promised_words(pace)), ("kept", kept_words(pace))]
    if pace.forecast is not None:
        fields.append(("trend", trend_words(pace.trend)))
        fields.append(("next", next_words(pace.forecast, as_of)))
    label_width = max(width(label) for label, _ in fields)
    return [
        each
        for label, text in fields
        for each in hanging(f"    {padded(label, label_width)}  ", text, cells)
    ]


def _plain(pace: Pace, agenda: Agenda, *, prefix: bool) -> tuple[str, ...]:
    mechanism, kept, forecast = pace.mechanism, pace.kept, pace.forecast
    window = forecast.window if forecast else None
    last_day = window.last_day if window else None
    compared = forecast.compared if forecast else None
    return (
        f"{agenda.id}/{mechanism.key}" if prefix else mechanism.key,
        _months(pace.promised_days),
        _months(kept.days if kept else None),
        "-" if pace.ratio is None else f"{pace.ratio:.2f}",
        str(kept.intervals) if kept else "-",
        str(kept.first.session.own) if kept else "-",
        str(kept.last.session.own) if kept else "-",
        pace.trend.direction.value if pace.trend else "-",
        forecast.day.strftime("%Y-%m") if forecast else "-",
        f"{window.start}/{last_day or '..'}" if window else "-",
        compared.value if compared else "-",
        "others" if mechanism.convened_by else "parties",
        mechanism.title,
    )


def _months(days: float | None) -> str:
    return "-" if days is None else f"{days / DAYS_IN_MONTH:.1f}"
