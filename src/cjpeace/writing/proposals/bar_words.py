"""Bars in words: what would have to give for some days, and what barred how many of all."""

from collections.abc import Iterable
from itertools import groupby

from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.findings.day_off import DayOff
from cjpeace.core.proposals.bar import Bar, BarKind, Tally
from cjpeace.core.proposals.busy import BusyDays, BusyHours
from cjpeace.core.proposals.engagement import Engagement
from cjpeace.writing.words.words import date_words, day_words, title_words, window_words


def bars_words(bars: Iterable[Bar]) -> str:
    """What would have to give for some days."""
    return "; ".join(dict.fromkeys(_bar(bar) for bar in bars))


def tally_label(tally: Tally) -> str:
    """What the bars of a tally are."""
    match tally.kind:
        case BarKind.HOLIDAY:
            return f"holidays in {tally.party.name if tally.party else ''}"
        case BarKind.CLOSED:
            return f"closed days in {tally.party.name if tally.party else ''}"
        case BarKind.PLANNED:
            return "planned meetings"
        case BarKind.BUSY:
            return f"busy in {tally.bars[0].source.rpartition('/')[2]}"
        case BarKind.AVOID:
            return "to avoid"


MOST_NAMED = 24
MOST_BUSY = 5
"""Of the days of a tally, and of busy times, no more are named than these; all are counted."""


def tally_words(tally: Tally) -> str:
    """The days of a tally by year and by name: "2026: 25 Dec Christmas Day, 26 Dec Boxing Day"."""
    named = [(span, name) for name, bars in _by_name(tally.bars) for span in _spans(bars)]
    most = MOST_BUSY if tally.kind is BarKind.BUSY else MOST_NAMED
    years = [
        f"{year}: {', '.join(_in_year(span, name, year) for span, name in found)}"
        for year, found in groupby(named[:most], key=lambda one: one[0].start.year)
    ]
    more = [f"and {len(named) - most} more"] if len(named) > most else []
    return "; ".join([*years, *more])


def _in_year(span: Window, name: str, year: int) -> str:
    return f"{window_words(span).removesuffix(f' {year}')} {name}".strip()


def _bar(bar: Bar) -> str:
    match bar.cause:
        case DayOff():
            what = bar.cause.name or "closed"
            return f"{what} in {bar.cause.party.name} on {day_words(bar.day)}"
        case Engagement():
            return f"{title_words(bar.cause.occurrence)} on {window_words(bar.cause.days)}"
        case BusyDays() | BusyHours():
            return f"{_name(bar)} in {bar.cause.calendar} on {day_words(bar.day)}"
        case EdtfDate():
            return f"{date_words(bar.cause)}, to be avoided"


def _name(bar: Bar) -> str:
    match bar.cause:
        case DayOff():
            return bar.cause.name or ""
        case Engagement():
            return title_words(bar.cause.occurrence)
        case BusyDays() | BusyHours():
            return bar.cause.title or "busy"
        case EdtfDate():
            return ""


def _by_name(bars: tuple[Bar, ...]) -> list[tuple[str, list[Bar]]]:
    return [(name, list(found)) for name, found in groupby(bars, key=_name)]


def _spans(bars: list[Bar]) -> list[Window]:
    """The days of bars, those that follow each other as one span."""
    spans: list[Window] = []
    for day in sorted({bar.day for bar in bars}):
        if spans and spans[-1].end == day:
            spans[-1] = Window(spans[-1].start, day + ONE_DAY)
        else:
            spans.append(Window(day, day + ONE_DAY))
    return spans
