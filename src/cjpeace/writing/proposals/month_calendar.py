"""Months as small calendars, side by side as the width allows, with a mark beside each day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from cjpeace.core.dates.duration import days_in_month
from cjpeace.core.dates.edtf import MONTHS
from cjpeace.writing.layout.styled import Line, Span, Style

Month = tuple[int, int]
"""A year and a month (1 to 12)."""

CELL = 4
"""The cells of a day: its number, its mark, and a gap."""

MONTH = 7 * CELL - 1
"""The cells of a month; the gap after Sunday is not part of it."""

GAP = 3
"""The cells between two months."""

MOST_ABREAST = 3


class Mark(Struct, frozen=True):
    """A sign of one narrow character beside a day, and its style."""

    sign: str
    style: Style = Style.PLAIN


def month_lines(months: Sequence[Month], marks: Mapping[date, Mark], cells: int) -> list[Line]:
    """The months in their order, from Monday to Sunday, in lines of at most so many cells."""
    abreast = max(1, min(MOST_ABREAST, (cells + GAP) // (MONTH + GAP)))
    lines: list[Line] = []
    for first in range(0, len(months), abreast):
        lines += [()] if lines else []
        lines += _abreast(months[first : first + abreast], marks)
    return lines


def _abreast(months: Sequence[Month], marks: Mapping[date, Mark]) -> Iterator[Line]:
    columns = [list(_month(month, marks)) for month in months]
    height = max(map(len, columns))
    for row in range(height):
        spans: list[Span] = []
        for number, column in enumerate(columns):
            spans += [(" " * GAP, Style.PLAIN)] if number else []
            spans += column[row] if row < len(column) else [(" " * MONTH, Style.PLAIN)]
        yield tuple(spans)


def _month(month: Month, marks: Mapping[date, Mark]) -> Iterator[list[Span]]:
    year, number = month
    title = f"{MONTHS[number - 1].capitalize()} {year}"
    yield [(title.center(MONTH), Style.HEADING)]
    yield [(" ".join(f"{name} " for name in _WEEKDAYS)[:MONTH], Style.FAINT)]
    first = date(year, number, 1)
    monday = first.toordinal() - first.weekday()
    last = first + timedelta(days=days_in_month(year, number) - 1)
    for week in range(monday, last.toordinal() + 1, 7):
        yield _week(week, first, last, marks)


_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def _week(monday: int, first: date, last: date, marks: Mapping[date, Mark]) -> list[Span]:
    spans: list[Span] = []
    for ordinal in range(monday, monday + 7):
        gap = " " if ordinal < monday + 6 else ""
        if not first.toordinal() <= ordinal <= last.toordinal():
            spans.append(("   " + gap, Style.PLAIN))
            continue
        day = date.fromordinal(ordinal)
        mark = marks.get(day, _NONE)
        spans += [(f"{day.day:>2}{mark.sign}", mark.style), (gap, Style.PLAIN)]
    return spans


_NONE = Mark(" ", Style.FAINT)
