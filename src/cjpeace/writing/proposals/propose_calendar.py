"""The days of a search on small calendars: what is proposed, and who cannot."""

from collections.abc import Iterator, Mapping
from datetime import date

from cjpeace.core.agenda import Party
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.proposals.bar import Bar, BarKind
from cjpeace.core.proposals.propose import Proposals
from cjpeace.writing.layout.cells import visible, wrapped
from cjpeace.writing.layout.styled import Line, Style, line
from cjpeace.writing.proposals.month_calendar import Mark, Month, month_lines

MOST_MONTHS = 4
"""Of a window that touches more months only those with a proposal are shown."""

PROPOSED = Mark("*", Style.GOOD)
SEVERAL = Mark("#", Style.NOTICE)
MARKS = {
    BarKind.PLANNED: Mark("=", Style.NOTICE),
    BarKind.BUSY: Mark("x", Style.NOTICE),
    BarKind.AVOID: Mark("~", Style.NOTICE),
}
MEANINGS = {
    PROPOSED.sign: "proposed",
    SEVERAL.sign: "several sides off",
    "=": "planned meeting",
    "x": "busy",
    "~": "to avoid",
}


def calendar_lines(found: Proposals, cells: int) -> list[Line]:
    """The months that matter, and below them what the marks mean."""
    signs = _signs(tuple(found.question.target.agenda.parties.values()))
    marks = dict(_marks(found, signs))
    lines = month_lines(_months(found), marks, cells)
    used = {mark.sign for day, mark in marks.items() if (day.year, day.month) in _months(found)}
    meanings = MEANINGS | {sign: f"{visible(p.name)} off" for p, sign in signs.items()}
    legend = ", ".join(f"{sign} {meanings[sign]}" for sign in meanings if sign in used)
    if legend:
        lines += [(), *(line(part, Style.FAINT) for part in wrapped(legend, cells))]
    return lines


def _marks(found: Proposals, signs: Mapping[Party, str]) -> Iterator[tuple[date, Mark]]:
    for plan in found.plans:
        yield plan.day, _mark(plan.bars, signs) if plan.bars else Mark(" ")
    for proposal in found.best:
        for day in _days(proposal.window):
            yield day, PROPOSED


def _mark(bars: tuple[Bar, ...], signs: Mapping[Party, str]) -> Mark:
    """The mark of what bars a day: a planned meeting before the days off of one side or more."""
    kinds = {bar.kind for bar in bars}
    for kind, mark in MARKS.items():
        if kind in kinds:
            return mark
    off = {bar.party.key: bar.party for bar in bars if bar.party}
    return SEVERAL if len(off) > 1 else Mark(signs[next(iter(off.values()))], Style.NOTICE)


def _signs(parties: tuple[Party, ...]) -> dict[Party, str]:
    """A sign for each party: the letter with which its key begins, or its number."""
    letters = [party.key[:1].lower() for party in parties]
    plain = len(set(letters)) == len(letters) and all(x.isascii() and x.isalpha() for x in letters)
    clear = plain and "x" not in letters
    return {
        party: letter if clear else str(number % 10)
        for number, (party, letter) in enumerate(zip(parties, letters, strict=True), 1)
    }


def _months(found: Proposals) -> list[Month]:
    """The months of the window; of a long one those with a proposal, or the first without any."""
    months = _of([plan.day for plan in found.plans])
    if len(months) <= MOST_MONTHS:
        return months
    proposed = _of([day for one in found.best for day in _days(one.window)])
    return proposed or months[:MOST_MONTHS]


def _of(days: list[date]) -> list[Month]:
    return sorted({(day.year, day.month) for day in days})


def _days(window: Window) -> Iterator[date]:
    day, end = window.start, window.end
    while end is not None and day < end:
        yield day
        day += ONE_DAY
