"""Reasons: what speaks for some days and against them, in points that add up to a score.

| reason | points |
|---|---|
| short notice | 2 against for each week, or part of one, that is missing |
| weekend | 10 against for each of its days |
| a meeting that others convene | 6 against; 3 where its days are not set, only likely |
| within a long holiday, around one | 8 against; 4 against |
| a day of travel that is a day off | 2 against |
| no day to travel from or to a meeting elsewhere | 8 against |
| hours outside working hours, by video | 1 against for each half hour of who is worst off |
| the month of earlier sessions | 3 for each session, 9 at most |
| the day next to a meeting it pairs with, in one city | 40 |
| a free day beside it for a meeting it pairs with | 2 |
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import NOBODY, Mechanism, Party, Session
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.proposals.candidate import Candidate
from cjpeace.core.proposals.circumstances import Circumstances
from cjpeace.core.proposals.day_plan import SATURDAY
from cjpeace.core.proposals.engagement import Engagement
from cjpeace.core.proposals.long_holiday import LongHoliday
from cjpeace.core.proposals.sitting import inconvenience


class ReasonCode(Enum):
    """The stable name of a kind of reason."""

    PAIRED = "paired"
    SEASON = "season"
    ROOM_FOR_PAIR = "room-for-pair"
    SHORT_NOTICE = "short-notice"
    WEEKEND = "weekend"
    OTHERS = "others"
    OTHERS_LIKELY = "others-likely"
    LONG_HOLIDAY = "long-holiday"
    AROUND_HOLIDAY = "around-holiday"
    TRAVEL = "travel"
    ELSEWHERE = "elsewhere"
    HOURS = "hours"


class Reason(Struct, frozen=True):
    """A reason for (`points` above 0) or against some days, and the facts that it rests on."""

    code: ReasonCode
    points: int
    days: tuple[date, ...] = ()
    parties: tuple[Party, ...] = ()
    engagement: Engagement | None = None
    sessions: tuple[Session, ...] = ()
    holiday: LongHoliday | None = None
    pair: Mechanism | None = None
    minutes: int = 0


def reasons(candidate: Candidate, given: Circumstances) -> tuple[Reason, ...]:
    """All that speaks for or against a candidate; what weighs most comes first."""
    found = (
        reason
        for question in (
            _paired, _season, _room_for_pair, _short_notice, _weekend, _others, _long_holidays,
            _travel, _elsewhere, _hours,
        )
        for reason in question(candidate, given)
    )  # fmt: skip
    return tuple(sorted(found, key=lambda reason: (reason.points < 0, -abs(reason.points))))


def adjoins(days: Window, other: Window) -> bool:
    """Whether the one begins on the day after the other has ended."""
    return days.gap_days(other) == 1


def pairs(engagement: Engagement, given: Circumstances) -> bool:
    """Whether a meeting is one with which the one sought meets back to back, in one city."""
    owner = engagement.occurrence.owner
    if engagement.agenda.id != given.agenda.id or owner.key not in given.pairs_with:
        return False
    if engagement.occurrence.host == NOBODY and engagement.city is None:
        return False  # by video, so that there is no city to share
    hosts = {given.host, engagement.occurrence.host} - {None}
    return len(hosts) <= 1 and (given.place is None or _is_same_city(given.city, engagement.city))


def _paired(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    if given.by_video:
        return
    for one in given.engagements:
        if adjoins(candidate.window, one.days) and pairs(one, given):
            yield Reason(ReasonCode.PAIRED, 40, days=candidate.days, engagement=one)


def _season(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    month = candidate.start.month
    found = tuple(s for s in given.earlier if s.own.first.number == month)
    if found:
        yield Reason(ReasonCode.SEASON, min(9, 3 * len(found)), sessions=found)


def _room_for_pair(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    if given.by_video:
        return
    for pair in given.open_pairs:
        length = ONE_DAY * pair.days
        after = Window(candidate.end, candidate.end + length)
        before = Window(candidate.start - length, candidate.start)
        for beside in (after, before):
            if all(_is_free(day, given) for day in _of(beside)):
                yield Reason(ReasonCode.ROOM_FOR_PAIR, 2, days=tuple(_of(beside)), pair=pair)
                break


def _short_notice(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    missing = (given.notice.after(given.as_of) - candidate.start).days
    if missing > 0:
        yield Reason(ReasonCode.SHORT_NOTICE, 2 * (missing // -7), days=(candidate.start,))


def _weekend(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:  # noqa: ARG001 - as all
    weekends = _weekends(candidate.days)
    if weekends:
        yield Reason(ReasonCode.WEEKEND, -10 * len(weekends), days=tuple(weekends))


def _others(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    for one in given.engagements:
        days = (Window(day, day + ONE_DAY) for day in candidate.days)
        if not one.is_ours and any(one.days.overlaps(day) for day in days):
            known = one.like is None
            code = ReasonCode.OTHERS if known else ReasonCode.OTHERS_LIKELY
            yield Reason(code, -6 if known else -3, engagement=one)


def _long_holidays(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    for holiday in given.long_holidays:
        if holiday.days.overlaps(candidate.window):
            yield Reason(ReasonCode.LONG_HOLIDAY, -8, holiday=holiday)
        elif holiday.around.overlaps(candidate.window):
            yield Reason(ReasonCode.AROUND_HOLIDAY, -4, holiday=holiday)


def _travel(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    """Who is not the host travels on the day before and the day after."""
    before_and_after = (candidate.start - ONE_DAY, candidate.end)
    for party in given.visitors:
        off = tuple(d for d in before_and_after if given.planner.days_off(party, d) is not None)
        if off:
            yield Reason(ReasonCode.TRAVEL, -2 * len(off), days=off, parties=(party,))


def _elsewhere(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:
    if given.by_video:
        return
    for one in given.engagements:
        apart = given.city and one.city and not _is_same_city(given.city, one.city)
        if one.is_ours and apart and adjoins(candidate.window, one.days):
            yield Reason(ReasonCode.ELSEWHERE, -8, days=candidate.days, engagement=one)


def _hours(candidate: Candidate, given: Circumstances) -> Iterator[Reason]:  # noqa: ARG001 - as all
    sittings = [plan.sittings for plan in candidate.plans if plan.sittings]
    worst = max(sittings, key=inconvenience, default=())
    if not worst:
        return
    minutes, _ = inconvenience(worst)
    if minutes:
        hit = tuple(s.party for s in worst if s.minutes_outside == minutes)
        yield Reason(ReasonCode.HOURS, minutes // -30, parties=hit, minutes=minutes)


def _weekends(days: Iterable[date]) -> list[date]:
    return [day for day in days if day.weekday() >= SATURDAY]


def _is_free(day: date, given: Circumstances) -> bool:
    return not _weekends((day,)) and not given.planner.plan(day).bars


def _is_same_city(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def _of(window: Window) -> Iterator[date]:
    day, end = window.start, window.end
    while end is not None and day < end:
        yield day
        day += ONE_DAY
