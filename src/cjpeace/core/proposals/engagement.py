"""Engagements: the meetings that stand in the way of another, those of others among them."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import NOBODY, Agenda, Mechanism, Party, Session
from cjpeace.core.answers.timeline import timeline
from cjpeace.core.dates.edtf import CalendarDate, EdtfDate, Precision
from cjpeace.core.dates.window import Window
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence, Status


class Engagement(Struct, frozen=True):
    """A meeting of the parties that has its days, or one that others convene.

    `days` are those of the meeting. Where others have set none yet, they are those of `like`, the
    last session that had any, moved to the year in question.
    """

    occurrence: Occurrence
    agenda: Agenda
    days: Window
    like: Session | None = None

    @property
    def is_ours(self) -> bool:
        """Whether the parties themselves convene it."""
        return self.occurrence.owner.convened_by is None

    @property
    def city(self) -> str | None:
        """Where it is held, as far as that is known."""
        return city_of(self.occurrence.place, self.occurrence.host, self.agenda)


def engagements(
    agendas: Iterable[Agenda], parties: Iterable[Party], as_of: date, span: Window
) -> tuple[Engagement, ...]:
    """The engagements of parties in a span, by the end of their windows, agenda by agenda.

    Parties of several agendas are the same when their keys are.
    """
    keys = {party.key for party in parties}
    concerned = (agenda for agenda in agendas if keys & agenda.parties.keys())
    return tuple(found for agenda in concerned for found in _of_agenda(agenda, as_of, span))


def has_days(edtf: EdtfDate) -> bool:
    """Whether a date says on which days something begins and ends."""
    sides = (edtf.first,) if edtf.last is None else (edtf.first, edtf.last)
    return all(isinstance(s, CalendarDate) and s.precision is Precision.DAY for s in sides)


def knows_its_days(occurrence: Occurrence) -> bool:
    """Whether a session says on which days it is; one put off to no new date no longer does."""
    session = occurrence.session
    if session is None or (occurrence.status is Status.POSTPONED and session.date is None):
        return False
    return has_days(occurrence.date)


def city_of(place: str | None, host: str | None, agenda: Agenda) -> str | None:
    """The city of a place ("Iikura Guest House, Tokyo"), else the capital of the host.

    >>> city_of("by video", None, Agenda("a", "A")) is None
    True
    """
    if place and any(word in place.casefold() for word in _NOWHERE):
        return None
    if place:
        return place.rpartition(",")[2].strip()
    party = agenda.parties.get(host or NOBODY)
    return party.capital if party else None


_NOWHERE = ("video", "online", "virtual")
"""Words by which a place is told to be none."""

_PLANNED = (Status.CONFIRMED, Status.TENTATIVE, Status.POSTPONED, Status.HELD, Status.UNKNOWN)
"""The statuses of a session whose days are taken; one held may not be over yet."""


def _of_agenda(agenda: Agenda, as_of: date, span: Window) -> Iterator[Engagement]:
    for occurrence in timeline(agenda, as_of, span):
        if occurrence.status in _PLANNED and knows_its_days(occurrence):
            yield Engagement(occurrence, agenda, occurrence.window)
        elif occurrence.owner.convened_by is not None and occurrence.session is None:
            yield from _likely(occurrence, agenda, as_of, span)


def _likely(
    occurrence: Occurrence, agenda: Agenda, as_of: date, span: Window
) -> Iterator[Engagement]:
    """The days on which others probably meet in a window that they have promised."""
    if has_days(occurrence.date) and occurrence.window.last_day == occurrence.window.start:
        yield Engagement(occurrence, agenda, occurrence.window)
        return
    if not isinstance(occurrence.owner, Mechanism) or occurrence.window.end is None:
        return
    like = _last_with_days(occurrence.owner, as_of)
    if like is None:
        return
    for year in range(occurrence.window.start.year, occurrence.window.end.year + 1):
        days = _in_year(like.own.window, year)
        if days and days.overlaps(occurrence.window) and days.overlaps(span):
            yield Engagement(occurrence, agenda, days, like)
            return


def _last_with_days(mechanism: Mechanism, as_of: date) -> Session | None:
    entries = History(mechanism, as_of).entries
    held = (entry.session for entry in entries if entry.status is Status.HELD)
    dated = (session for session in held if has_days(session.own))
    return max(dated, key=lambda session: session.own.window.order, default=None)


def _in_year(window: Window, year: int) -> Window | None:
    """A window of days moved to another year; None where that year lacks its first day."""
    assert window.end is not None  # noqa: S101 - the session has a last day
    try:
        start = window.start.replace(year=year)
        return Window(start, start + (window.end - window.start))
    except (ValueError, OverflowError):
        return None
