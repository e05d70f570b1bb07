"""The planned days of an agenda: its sessions that are still to come and have a day."""

from collections.abc import Iterator
from datetime import date, time

from msgspec import Struct

from cjpeace.core.agenda import NOBODY, Agenda, Mechanism, Owner, Path, Recorded, Session
from cjpeace.core.dates.edtf import CalendarDate, EdtfDate, Precision
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.findings.acceptance import accepts
from cjpeace.core.history.event import event_occurrence
from cjpeace.core.history.history import History, Step
from cjpeace.core.history.local_time import start_time, zone_name
from cjpeace.core.history.occurrence import Occurrence, Status

PLANNED = (Status.CONFIRMED, Status.TENTATIVE, Status.POSTPONED)
"""The statuses of sessions that are to come, a postponed one where it has a new date."""


class Planned(Struct, frozen=True):
    """A session or event that is to come on days that are known.

    It is small and holds all that another agenda must know of it. `agenda` is an id, `key` that of
    a mechanism, or of an event when it is not `recurring`; `parties` are keys with names, `pairs`
    the mechanisms that may share its days. `where` is its place, else the capital of its host.
    `at`, `zone` and `minutes` are known of a session on one day only; the minutes may be 0 for not
    said. `accepted` tells that its owner accepts conflicts.
    """

    agenda: str
    key: str
    recurring: bool
    id: str
    title: str
    number: int | None
    status: Status
    date: EdtfDate
    window: Window
    path: Path
    parties: tuple[tuple[str, str], ...] = ()
    pairs: tuple[str, ...] = ()
    convened_by: str | None = None
    where: str | None = None
    at: time | None = None
    zone: str | None = None
    minutes: int = 0
    accepted: bool = False


def planned_days(agenda: Agenda, as_of: date) -> list[Planned]:
    """The planned days of all mechanisms and events, those of others' included."""
    likely = (m for m in agenda.mechanisms.values() if _may_have_planned(m, as_of))
    found = [
        planned_day(step.occurrence, agenda, as_of)
        for mechanism in likely
        for step in planned_steps(History(mechanism, as_of))
    ]
    seen = (event_occurrence(event, as_of) for event in agenda.events.values())
    found += [planned_day(one, agenda, as_of) for one in seen if one and is_planned(one, as_of)]
    return [planned for planned in found if planned is not None]


def planned_steps(history: History) -> list[Step]:
    """The sessions of a mechanism that are to come, with a day or not, each in its place."""
    waiting = [e for e in history.entries if e.status in PLANNED and e.session.date is not None]
    ahead = [entry for entry in waiting if not entry.date.window.ended_by(history.as_of)]
    if not ahead:
        return []
    return list(_until_last(history, {e.order for e in ahead}))


def _until_last(history: History, orders: set[tuple[date, date, int]]) -> Iterator[Step]:
    for step in history.steps(min(orders)[0]):
        if step.order > max(orders):
            return
        if step.entry is not None and is_planned(step.occurrence, history.as_of):
            yield step


def is_planned(occurrence: Occurrence, as_of: date) -> bool:
    """Whether it is a session that is to come, with a date of its own."""
    session = occurrence.session
    if session is None or session.date is None or occurrence.status not in PLANNED:
        return False
    return not occurrence.window.ended_by(as_of)


def in_days(edtf: EdtfDate) -> Window | None:
    """The days of a date that names days, an open one's first; None for a month and the like."""
    sides = [side for side in (edtf.first, edtf.last) if isinstance(side, CalendarDate)]
    if any(side.precision is not Precision.DAY for side in sides):
        return None
    window = edtf.window
    return Window(window.start, window.end or window.start + ONE_DAY)


def date_path(session: Session, edtf: EdtfDate) -> Path:
    """The key that carries a date of a session: its status, or `planned`, looking back."""
    key = session.recorded.value if edtf is session.date else "planned"
    return (*session.path, key)


def planned_day(occurrence: Occurrence, agenda: Agenda, as_of: date) -> Planned | None:
    """What others must know of a planned occurrence; None when it has no day."""
    owner, session, window = occurrence.owner, occurrence.session, in_days(occurrence.date)
    if window is None or session is None:
        return None
    at, zone, minutes = _hours(occurrence, agenda, window)
    return Planned(
        agenda=agenda.id,
        key=owner.key,
        recurring=isinstance(owner, Mechanism),
        id=occurrence.id,
        title=occurrence.title,
        number=occurrence.number,
        status=occurrence.status,
        date=occurrence.date,
        window=window,
        path=date_path(session, occurrence.date),
        parties=tuple((party.key, party.name) for party in agenda.parties.values()),
        pairs=owner.pairs_with if isinstance(owner, Mechanism) else (),
        convened_by=owner.convened_by,
        where=_where(occurrence, agenda),
        at=at,
        zone=zone,
        minutes=minutes,
        accepted=accepts(owner.accept, "conflict", as_of),
    )


def _may_have_planned(mechanism: Mechanism, as_of: date) -> bool:
    """Whether a session may be planned, told without placing any."""
    return any(
        session.recorded not in (Recorded.UNKNOWN, Recorded.CANCELLED)
        and not session.own.window.ended_by(as_of)
        for session in mechanism.sessions
    )


def _where(occurrence: Occurrence, agenda: Agenda) -> str | None:
    if occurrence.place is not None or occurrence.host in (None, NOBODY):
        return occurrence.place
    party = agenda.parties[str(occurrence.host)]
    return party.capital or party.name


def _hours(
    occurrence: Occurrence, agenda: Agenda, window: Window
) -> tuple[time | None, str | None, int]:
    """When a session on one day begins, by whose clocks, and for how many minutes."""
    at, zone = start_time(occurrence), zone_name(occurrence, agenda)
    if at is None or zone is None or window.end != window.start + ONE_DAY:
        return None, None, 0
    return at, zone, _minutes(occurrence.owner, occurrence.session)


def _minutes(owner: Owner, session: Session | None) -> int:
    stated = session.lasts if session else None
    length = stated or (owner.lasts if isinstance(owner, Mechanism) else None)
    return length.minutes if length else 0
