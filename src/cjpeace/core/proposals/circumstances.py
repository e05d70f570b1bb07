"""The circumstances of a meeting: all that the reasons for and against its days rest on."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Mechanism, Party, Session
from cjpeace.core.answers.upcoming import leading
from cjpeace.core.dates.duration import Duration, shifted
from cjpeace.core.dates.edtf import EdtfDate, Precision
from cjpeace.core.dates.window import Window
from cjpeace.core.findings.day_off import Holidays
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Status
from cjpeace.core.proposals.busy import Busy, BusyTimes
from cjpeace.core.proposals.day_plan import Planner
from cjpeace.core.proposals.engagement import Engagement, city_of, engagements, knows_its_days
from cjpeace.core.proposals.long_holiday import LongHoliday, long_holidays
from cjpeace.core.proposals.sitting import ZoneOf
from cjpeace.core.proposals.target import Target

USUAL_SITTING = timedelta(hours=2)
"""How long a meeting by video sits on a day, where its length is not told in hours."""


class Question(Struct, frozen=True):
    """What days are asked for: those of a target, so many in a row, the `count` best.

    `agendas` are all whose meetings count, `by_video` whether the parties stay at home.
    """

    target: Target
    as_of: date
    days: int
    count: int
    agendas: tuple[Agenda, ...]
    busy: tuple[Busy, ...] = ()
    avoid: tuple[EdtfDate, ...] = ()
    by_video: bool = False


class Circumstances(Struct, frozen=True):
    """What the reasons rest on. `visitors` travel, `earlier` are the sessions of a known month.

    `host` and `city` are None when unknown, `place` unless the agenda states one; `open_pairs` are
    the mechanisms it pairs with that have no day yet.
    """

    agenda: Agenda
    as_of: date
    notice: Duration
    host: str | None
    place: str | None
    city: str | None
    by_video: bool
    planner: Planner
    visitors: tuple[Party, ...]
    engagements: tuple[Engagement, ...]
    long_holidays: tuple[LongHoliday, ...]
    earlier: tuple[Session, ...]
    pairs_with: frozenset[str]
    open_pairs: tuple[Mechanism, ...]


def circumstances(question: Question, holidays: Holidays, zone_of: ZoneOf) -> Circumstances:
    """The circumstances of what is asked for."""
    target, as_of = question.target, question.as_of
    agenda = target.agenda
    parties = _first_the_host(tuple(agenda.parties.values()), target.host)
    near = _widened(target.window)
    found = engagements(question.agendas, parties, as_of, near)
    others = tuple(one for one in found if not _is_same(one, target))
    planner = _planner(question, parties, others, holidays, zone_of)
    place = None if question.by_video or not target.occurrence else target.occurrence.place
    city = None if question.by_video else city_of(place, target.host, agenda)
    pairs = tuple(_pairs(target))
    return Circumstances(
        agenda,
        as_of,
        target.notice,
        target.host,
        place,
        city,
        question.by_video,
        planner,
        _visitors(question, parties),
        others,
        long_holidays(target.window, parties, planner.days_off),
        tuple(_earlier(target, as_of)),
        frozenset(pair.key for pair in pairs),
        tuple(pair for pair in pairs if _is_without_day(pair, as_of)),
    )


def sitting_length(target: Target) -> timedelta:
    """How long a meeting by video sits on a day."""
    session = target.occurrence.session if target.occurrence else None
    lasts = (session and session.lasts) or (
        target.owner.lasts if isinstance(target.owner, Mechanism) else None
    )
    minutes = lasts.minutes if lasts else 0
    return timedelta(minutes=minutes) if 0 < minutes < 24 * 60 else USUAL_SITTING


def _planner(
    question: Question,
    parties: tuple[Party, ...],
    found: tuple[Engagement, ...],
    holidays: Holidays,
    zone_of: ZoneOf,
) -> Planner:
    length = sitting_length(question.target) if question.by_video else None
    return Planner(
        parties,
        holidays,
        zone_of,
        taken=found,
        avoid=question.avoid,
        busy=BusyTimes(question.busy),
        length=length,
    )


def _first_the_host(parties: tuple[Party, ...], host: str | None) -> tuple[Party, ...]:
    return tuple(sorted(parties, key=lambda party: party.key != host))


def _widened(window: Window) -> Window:
    """A window with the days around it that matter to what is in it."""
    assert window.end is not None  # noqa: S101 - a target's window has an end
    return Window(shifted(window.start, -_NEAR), shifted(window.end, _NEAR))


_NEAR = 7
"""Days beyond a window at which a meeting or a holiday still matters."""


def _is_same(engagement: Engagement, target: Target) -> bool:
    """Whether a meeting is the one for which other days are sought."""
    occurrence = target.occurrence
    if occurrence is None or engagement.agenda.id != target.agenda.id:
        return False
    return engagement.occurrence.id == occurrence.id


def _visitors(question: Question, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who travels: the other parties where one hosts, nobody where that is not known."""
    host = question.target.host
    if question.by_video or host not in question.target.agenda.parties:
        return ()
    return tuple(party for party in parties if party.key != host)


def _earlier(target: Target, as_of: date) -> Iterator[Session]:
    """The sessions held before whose month is known."""
    if not isinstance(target.owner, Mechanism):
        return
    for entry in History(target.owner, as_of).entries:
        first = entry.session.own.first
        if entry.status is Status.HELD and first.precision in (Precision.MONTH, Precision.DAY):
            yield entry.session


def _pairs(target: Target) -> Iterator[Mechanism]:
    """The mechanisms with which it meets back to back, whichever of the two says so."""
    owner = target.owner
    if not isinstance(owner, Mechanism):
        return
    for other in target.agenda.mechanisms.values():
        if other.key in owner.pairs_with or owner.key in other.pairs_with:
            yield other


def _is_without_day(mechanism: Mechanism, as_of: date) -> bool:
    """Whether the next occurrence of a mechanism has no days yet."""
    one = leading(History(mechanism, as_of))
    if one is None:
        return False
    return not knows_its_days(one.occurrence)
