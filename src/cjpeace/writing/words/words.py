"""Dates, distances and numbers in words, as precise as they were promised."""

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from cjpeace.core.agenda import NOBODY, Agenda, Session
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import MONTHS, CalendarDate, EdtfDate, Ending, Precision, edtf_of
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence

SEASONS = ("spring", "summer", "autumn", "winter")


def ordinal(number: int) -> str:
    """A number as one of a series.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th']
    """
    ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them.

    >>> listed(["Canada"]), listed(["Canada", "Japan", "Peru"])
    ('Canada', 'Canada, Japan and Peru')
    """
    return " and ".join([", ".join(names[:-1]), *names[-1:]] if len(names) > 1 else names)


def day_words(day: date) -> str:
    """A day: 16 Sep 2025."""
    return f"{day.day} {_month(day.month)} {day.year}"


def date_words(edtf: EdtfDate) -> str:
    """A date at its own precision.

    >>> from cjpeace.core.dates.edtf import parse_edtf
    >>> [date_words(parse_edtf(t)) for t in ("2000-23", "2025-10-14/2025-10-15", "1998-09~")]
    ['autumn 2000', '14-15 Oct 2025', 'about Sep 1998']
    """
    match edtf.last:
        case None:
            return _qualified(_side_words(edtf.first), edtf.first)
        case Ending():
            return f"from {_qualified(_side_words(edtf.first), edtf.first)}"
        case CalendarDate():
            return _interval_words(edtf.first, edtf.last)


def when_words(occurrence: Occurrence) -> str:
    """When an occurrence is to be, or was: "by 16 Sep 2025", "in 2026", "autumn 2027"."""
    window, edtf = occurrence.window, occurrence.date
    last = window.last_day
    if last is None:
        return "no deadline"
    promised = occurrence.session is None or edtf == edtf_of(window)
    if promised and isinstance(edtf.last, CalendarDate) and (last - window.start).days >= _LONG:
        return f"by {day_words(last)}"
    words = date_words(edtf)
    return f"in {words}" if edtf.last is None and edtf.first.precision is Precision.YEAR else words


_LONG = 150
"""Windows of more days than this, when no calendar has a name for them, are told by their end."""


def distance(begin: date, end: date) -> str:
    """The time from one day to a later one, in the unit that fits.

    >>> distance(date(2026, 11, 24), date(2027, 9, 1)), distance(date(2026, 1, 1), date(2026, 1, 2))
    ('9 months', '1 day')
    """
    days = (end - begin).days
    months = _months(begin, end)
    if days < 14:  # noqa: PLR2004 - two weeks
        return _counted(days, "day")
    if months < 3:  # noqa: PLR2004
        return _counted(days // 7, "week")
    if months < 24:  # noqa: PLR2004
        return _counted(months, "month")
    return _counted(months // 12, "year")


def _months(begin: date, end: date) -> int:
    difference = relativedelta(end, begin)
    return difference.years * 12 + difference.months


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"


def title_words(occurrence: Occurrence) -> str:
    """The title of an occurrence, with its number: "Political-Military Talks, 13th"."""
    return occurrence.title + number_suffix(occurrence)


def number_suffix(occurrence: Occurrence) -> str:
    """The number of an occurrence as it follows its title, empty when unknown."""
    return "" if occurrence.number is None else f", {ordinal(occurrence.number)}"


def host_words(occurrence: Occurrence, agenda: Agenda) -> str:
    """Who hosts an occurrence, or where others convene it; "-" when neither is known."""
    if occurrence.owner.convened_by is not None or occurrence.host == NOBODY:
        return occurrence.place or ("no host" if occurrence.host == NOBODY else "-")
    party = agenda.parties.get(occurrence.host or "")
    return party.name if party else "-"


def every_words(every: Duration) -> str:
    """An interval: "every 2 years", "every year"."""
    return f"every {every}" if every.count > 1 else f"every {every.unit.value}"


def month_words(session: Session) -> str:
    """About when a session was, no more exactly than its month: "Dec 2022"."""
    first = session.own.first
    if first.precision is Precision.DAY:
        return f"{_month(first.number)} {first.year}"
    return _side_words(first)


def window_words(window: Window) -> str:
    """A window as the plainest date that covers it."""
    return date_words(edtf_of(window))


def _side_words(side: CalendarDate) -> str:
    match side.precision:
        case Precision.YEAR:
            return str(side.year)
        case Precision.HALF:
            return f"H{side.number} {side.year}"
        case Precision.QUARTER:
            return f"Q{side.number} {side.year}"
        case Precision.SEASON:
            return f"{SEASONS[side.number - 1]} {side.year}"
        case Precision.MONTH:
            return f"{_month(side.number)} {side.year}"
        case Precision.DAY:
            return f"{side.day} {_month(side.number)} {side.year}"


def _qualified(words: str, side: CalendarDate) -> str:
    about = "about " if side.qualifier in ("~", "%") else ""
    return f"{about}{words}{'?' if side.qualifier in ('?', '%') else ''}"


def _interval_words(first: CalendarDate, last: CalendarDate) -> str:
    begin, end = _qualified(_side_words(first), first), _qualified(_side_words(last), last)
    if first.qualifier or last.qualifier or first.precision is not last.precision:
        return f"{begin} to {end}"
    if first.precision is Precision.YEAR:
        return f"{first.year}-{last.year}"
    if first.year != last.year:
        return f"{begin}-{end}"
    begin = begin.removesuffix(f" {first.year}")
    if first.precision is Precision.DAY and first.number == last.number:
        begin = str(first.day)
    return f"{begin}-{end}"


def _month(number: int) -> str:
    return MONTHS[number - 1][:3].capitalize()
