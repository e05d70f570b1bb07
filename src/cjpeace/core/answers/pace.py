"""The pace: the interval that was promised, the one that was kept, and when the next would fall.

What was kept is told by the numbers and dates of sessions: from the 1st to the 18th are 17
intervals, however many of those between are on record.
"""

import math
from datetime import date, timedelta
from enum import Enum
from itertools import islice, pairwise

from msgspec import Struct

from cjpeace.core.agenda import Mechanism, Recorded, Session
from cjpeace.core.answers.upcoming import leading
from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.edtf import Precision
from cjpeace.core.dates.window import Window
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.rrule import RecurrenceRule
from cjpeace.core.rules.rrule_grid import RuleDays

DAYS_IN_MONTH = 30.436875
"""The mean month of the calendar."""

LEAST_SESSIONS = 3
"""Fewer dated and numbered sessions give no figure."""

LEAST_INTERVALS = 2
"""Fewer intervals in a part of a record give no trend."""

STEADY = 1.1
"""Parts whose intervals differ by no more than this factor go at the same pace."""


class Reckoned(Struct, frozen=True):
    """A session as it counts here: by one day, which may be wrong by up to `error_days`."""

    session: Session
    day: date
    error_days: float

    @property
    def order(self) -> tuple[date, float]:
        """Where it stands among others: by its day, the more precise first."""
        return (self.day, self.error_days)


class Stretch(Struct, frozen=True):
    """The intervals from one numbered session to a later one."""

    first: Reckoned
    last: Reckoned

    @property
    def intervals(self) -> int:
        """How many there are, by the numbers."""
        return _number(self.last) - _number(self.first)

    @property
    def days(self) -> float:
        """How long each is on the average."""
        return (self.last.day - self.first.day).days / self.intervals

    @property
    def error_days(self) -> float:
        """By how much that may be wrong, as the two dates are imprecise."""
        return (self.first.error_days + self.last.error_days) / self.intervals


class Direction(Enum):
    """How the later part of a record compares with the earlier one."""

    SLOWER = "slower"
    STEADY = "steady"
    FASTER = "faster"


class Trend(Struct, frozen=True):
    """The two parts of a record, which meet at the numbered session nearest to its middle."""

    earlier: Stretch
    later: Stretch

    @property
    def direction(self) -> Direction:
        """Steady while they differ by under a tenth, or by less than their dates can be wrong."""
        before, since = self.earlier.days, self.later.days
        error = self.earlier.error_days + self.later.error_days
        if max(before, since) <= min(before, since) * STEADY or abs(since - before) <= error:
            return Direction.STEADY
        return Direction.SLOWER if since > before else Direction.FASTER


class Compared(Enum):
    """Where a day lies: before a window, within it, or after it."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"


class Forecast(Struct, frozen=True):
    """When the next session falls at the kept pace, counted from the last one held.

    `occurrence` is what needs doing or is open first, None where nothing further is laid.
    """

    day: date
    error_days: float
    occurrence: Occurrence | None = None

    @property
    def window(self) -> Window | None:
        """The window that is compared with: as its rule laid it where one did."""
        return None if self.occurrence is None else self.occurrence.slot or self.occurrence.window

    @property
    def compared(self) -> Compared | None:
        """Where the day lies, None without a window."""
        window = self.window
        if window is None:
            return None
        if self.day < window.start:
            return Compared.BEFORE
        return Compared.AFTER if window.ended_by(self.day) else Compared.WITHIN


class Reason(Enum):
    """Why there is no figure."""

    FEW = "too few numbered sessions with a date are on record"
    ORDER = "the numbers on record do not rise with their dates"


class Pace(Struct, frozen=True):
    """The pace of one mechanism on a day.

    `kept` is over all numbered sessions. `comparable` is the part of it to which a promise
    applied, in which `promised` intervals were promised; None, and 0, where there was no promise
    or too little on record under it. `counted` are the sessions that a figure can be made of.
    """

    mechanism: Mechanism
    counted: tuple[Reckoned, ...]
    reason: Reason | None = None
    kept: Stretch | None = None
    comparable: Stretch | None = None
    promised: float = 0.0
    trend: Trend | None = None
    forecast: Forecast | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the promised interval the kept one is; None when nothing compares."""
        return self.promised / self.comparable.intervals if self.comparable else None

    @property
    def promised_days(self) -> float | None:
        """The promised interval, on the average over the time that compares."""
        return self.comparable.days / self.ratio if self.comparable and self.ratio else None


def rank(found: Pace) -> tuple[int, float]:
    """Where a pace stands: the worst kept first, then without a promise, then without a figure."""
    if found.kept is None:
        return (2, 0.0)
    return (1, 0.0) if found.ratio is None else (0, -found.ratio)


def pace(mechanism: Mechanism, as_of: date) -> Pace:
    """The pace of one mechanism, by the sessions that are held on a day."""
    history = History(mechanism, as_of)
    held = [entry.session for entry in history.entries if entry.status is Status.HELD]
    counted = tuple(sorted(map(_reckoned, _numbered(held)), key=lambda one: one.order))
    if len(counted) < LEAST_SESSIONS:
        return Pace(mechanism, counted, Reason.FEW)
    if any(_number(one) >= _number(two) for one, two in pairwise(counted)):
        return Pace(mechanism, counted, Reason.ORDER)
    kept = Stretch(counted[0], counted[-1])
    comparable = _comparable(counted, mechanism)
    promised = _promised(mechanism.cadence, comparable) if comparable else 0.0
    return Pace(
        mechanism,
        counted,
        None,
        kept,
        comparable,
        promised,
        _trend(counted),
        _forecast(history, kept, held),
    )


def _numbered(held: list[Session]) -> list[Session]:
    return [s for s in held if s.number is not None and s.recorded is Recorded.HELD]


def _reckoned(session: Session) -> Reckoned:
    """A session by its first day, or by the middle of the days that this may have been."""
    first, whole = session.own.first, session.own.window
    if first.precision is Precision.DAY:
        return Reckoned(session, first.window.start, 0.0)
    window = first.window
    ends = [end for end in (window.end, whole.end) if end is not None]
    half = (min(ends) - window.start).days / 2
    return Reckoned(session, window.start + timedelta(days=int(half)), half)


def _number(one: Reckoned) -> int:
    assert one.session.number is not None  # noqa: S101 - only such sessions are reckoned
    return one.session.number


def _comparable(counted: tuple[Reckoned, ...], mechanism: Mechanism) -> Stretch | None:
    """From the first to the last numbered session that fell while a promise stood."""
    if not mechanism.cadence:
        return None
    start, end = mechanism.cadence[0].anchor, mechanism.cadence[-1].lapse or date.max
    under = [one for one in counted if start <= one.day < end]
    return Stretch(under[0], under[-1]) if len(under) >= LEAST_SESSIONS else None


def _promised(eras: tuple[Era, ...], stretch: Stretch) -> float:
    """How many intervals the rules promise in a stretch of time."""
    begins = [era.anchor for era in eras]
    total = 0.0
    for era, successor in zip(eras, [*begins[1:], date.max], strict=True):
        start = max(era.anchor, stretch.first.day)
        end = min(successor, era.lapse or date.max, stretch.last.day)
        total += max(0, (end - start).days) / promised_days(era)
    return total


def promised_days(era: Era) -> float:
    """The interval that a rule promises, in days on the average."""
    if era.rule is not None:
        return _days_between(era.rule, era.anchor)
    days = era.every.months * DAYS_IN_MONTH + era.every.days
    return days / max(1, len(set(era.when)))


def _days_between(rule: RecurrenceRule, start: date) -> float:
    """The days from one instance of a rule to the next, on the average over the first hundred."""
    days = list(islice(RuleDays(rule, start).on_or_after(start), 101))
    return (days[-1] - days[0]).days / (len(days) - 1) if len(days) > 1 else math.inf


def _trend(counted: tuple[Reckoned, ...]) -> Trend | None:
    first, last = counted[0], counted[-1]
    parts = [Trend(Stretch(first, one), Stretch(one, last)) for one in counted[1:-1]]
    enough = [p for p in parts if min(_lengths(p)) >= LEAST_INTERVALS]
    return min(enough, key=lambda p: abs(p.earlier.intervals - p.later.intervals), default=None)


def _lengths(trend: Trend) -> tuple[int, int]:
    return trend.earlier.intervals, trend.later.intervals


def _forecast(history: History, kept: Stretch, held: list[Session]) -> Forecast:
    last = max(map(_reckoned, held), key=lambda one: one.order)
    ahead = leading(history)
    day = shifted(last.day, round(kept.days))
    occurrence = ahead.occurrence if ahead else None
    return Forecast(day, last.error_days + kept.error_days, occurrence)
