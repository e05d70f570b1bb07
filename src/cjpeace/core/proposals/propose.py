"""Proposals: the best days for a meeting, why they are, and what bars the others.

A candidate is barred when one of its days is. Those that are not are ranked by their scores, the
earlier first when equal. Proposals share no day; one within a week of a better one gives up points
for being little of a choice.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from cjpeace.core.agenda import NOBODY
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.findings.day_off import Holidays
from cjpeace.core.proposals.bar import Bar, Tally, tallies
from cjpeace.core.proposals.candidate import Candidate
from cjpeace.core.proposals.circumstances import Circumstances, Question, circumstances
from cjpeace.core.proposals.day_plan import DayPlan
from cjpeace.core.proposals.reason import Reason, ReasonCode, reasons
from cjpeace.core.proposals.sitting import Sitting, ZoneOf

LITTLE_CHOICE = 5
"""What a proposal gives up, when it is chosen, for lying within a week of one already chosen."""


class Proposal(Struct, frozen=True):
    """Some days for a meeting: `score` is the sum of the points of its reasons.

    `host` and `place` are those that follow from its pair, else what the agenda says or turns give.
    `hours` are the sittings by video, day by day. Only days that have to be freed have `bars`.
    """

    window: Window
    score: int
    reasons: tuple[Reason, ...]
    host: str | None
    place: str | None
    hours: tuple[tuple[Sitting, ...], ...] = ()
    bars: tuple[Bar, ...] = ()


class Proposals(Struct, frozen=True):
    """The answer: the `best`, best first, out of `open` candidates, and what barred the others.

    `plans` has all days of the window. `least_barred`, when nothing is open, would need the fewest
    days freed; it is None when the window is shorter than the meeting.
    """

    question: Question
    best: tuple[Proposal, ...]
    open: int
    plans: tuple[DayPlan, ...]
    tallies: tuple[Tally, ...]
    least_barred: Proposal | None = None

    @property
    def barred_days(self) -> int:
        """How many days of the window are barred."""
        return sum(bool(plan.bars) for plan in self.plans)


def propose(question: Question, holidays: Holidays, zone_of: ZoneOf) -> Proposals:
    """The best days for what is asked for."""
    given = circumstances(question, holidays, zone_of)
    plans = tuple(given.planner.plan(day) for day in _days(question.target.window))
    candidates = list(_candidates(plans, question.days))
    free = [_proposal(one, given) for one in candidates if not one.bars]
    best = tuple(_chosen(free, question.count))
    least = None if best else _least_barred(candidates, given)
    found = tallies(bar for plan in plans for bar in plan.bars)
    return Proposals(question, best, len(free), plans, found, least)


def _days(window: Window) -> Iterator[date]:
    day, end = window.start, window.end
    while end is not None and day < end:
        yield day
        day += ONE_DAY


def _candidates(plans: Sequence[DayPlan], days: int) -> Iterator[Candidate]:
    for first in range(len(plans) - days + 1):
        yield Candidate(tuple(plans[first : first + days]))


def _proposal(candidate: Candidate, given: Circumstances) -> Proposal:
    found = reasons(candidate, given)
    paired = next((r.engagement for r in found if r.code is ReasonCode.PAIRED), None)
    host, place = given.host, given.place
    if paired is not None:
        host, place = host or paired.occurrence.host, place or paired.city
    if given.by_video:
        host, place = NOBODY, None
    hours = tuple(plan.sittings for plan in candidate.plans if plan.sittings)
    score = sum(reason.points for reason in found)
    return Proposal(candidate.window, score, found, host, place, hours, candidate.bars)


def _chosen(free: list[Proposal], count: int) -> Iterator[Proposal]:
    """The best, then the best that shares no day with those, and so on."""
    left, chosen = free, list[Proposal]()
    while left and len(chosen) < count:
        best = max(left, key=lambda one: (_worth(one, chosen), -one.window.start.toordinal()))
        chosen.append(best)
        left = [one for one in left if not one.window.overlaps(best.window)]
        yield best


def _worth(one: Proposal, chosen: list[Proposal]) -> int:
    near = any(abs(one.window.start - other.window.start) < _WEEK for other in chosen)
    return one.score - LITTLE_CHOICE * near


_WEEK = timedelta(days=7)


def _least_barred(candidates: list[Candidate], given: Circumstances) -> Proposal | None:
    """The candidate with the fewest barred days, then bars; then the best of those."""
    if not candidates:
        return None
    fewest = min(map(_weight, candidates))
    lightest = [_proposal(one, given) for one in candidates if _weight(one) == fewest]
    return max(lightest, key=lambda one: (one.score, -one.window.start.toordinal()))


def _weight(candidate: Candidate) -> tuple[int, int]:
    return sum(bool(plan.bars) for plan in candidate.plans), len(candidate.bars)
