"""The trace of an answer: what an occurrence follows from, step by step.

It is made of what the history of the mechanism found on its way to the answer, not worked out
again: the occurrence in a trace is the one that every other answer shows.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Event, Path, Recorded, Session
from cjpeace.core.answers.upcoming import leading
from cjpeace.core.dates.duration import Duration, shifted
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.history.event import explained_event
from cjpeace.core.history.fate import Fate
from cjpeace.core.history.history import History, Step
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.core.history.pairing import Neighbourhood
from cjpeace.core.history.turn import Turn
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.laid_slots import LaidSlots
from cjpeace.core.rules.slots import Slot
from cjpeace.core.unreadable import UnreadableError


class RuleStep(Struct, frozen=True):
    """The rule in force: one era of `eras`, counted from 0, and where it stands in the file."""

    era: Era
    number: int
    eras: int
    path: Path


class SlotStep(Struct, frozen=True):
    """The slot: the `number` k of its period, counted from the anchor; None when it is rolling.

    `after` is the session from whose end a rolling period is counted, None for the anchor.
    """

    slot: Slot
    number: int | None
    after: Session | None = None


class SessionStep(Struct, frozen=True):
    """A session that could answer the slot, or stands next to it.

    `gap` is in days, 0 when it overlaps the slot by `overlap` days; `able` says whether it could
    answer this one, `answers` which one it does.
    """

    session: Session
    gap: int
    overlap: int
    able: bool
    answers: Slot | None


class DeadlineStep(Struct, frozen=True):
    """The day by which it is owed, the first after its window, and the day its grace ends."""

    deadline: date
    grace: Duration | None
    grace_ends: date


class Trace(Struct, frozen=True):
    """An occurrence on a day, and what it follows from; what does not apply is None or empty.

    `turn` is the one before it, from which number and host follow where it states none.
    """

    occurrence: Occurrence
    fate: Fate
    rule: RuleStep | None = None
    slot: SlotStep | None = None
    sessions: tuple[SessionStep, ...] = ()
    deadline: DeadlineStep | None = None
    turn: Turn | None = None


def trace(agenda: Agenda, name: str, as_of: date) -> Trace | None:
    """What an occurrence follows from; None when there is no such occurrence on that day.

    `name` is a mechanism, whose most pressing occurrence is meant, an event, or an occurrence:
    `symposium/2004-23`.
    """
    key, slash, part = name.partition("/")
    if key in agenda.events and not slash:
        return _of_event(agenda.events[key], as_of)
    if key not in agenda.mechanisms:
        return None
    history = History(agenda.mechanisms[key], as_of)
    step = _step(history, name, _start_of(part)) if slash else _leading_step(history)
    if step is None:
        return None
    if step.slot is None:
        return Trace(step.occurrence, step.fate, turn=step.turn)
    return Trace(
        step.occurrence,
        step.fate,
        _rule(history, step.slot),
        _slot(history, step.slot),
        tuple(_sessions(history, step.slot)),
        _deadline(step.occurrence, history.mechanism.grace),
        step.turn,
    )


def nearest_occurrences(agenda: Agenda, name: str, as_of: date) -> list[str]:
    """The ids of the occurrences around the day on which a name that is none would begin."""
    key, _, part = name.partition("/")
    if key not in agenda.mechanisms:
        return []
    history = History(agenda.mechanisms[key], as_of)
    start = min(_start_of(part), shifted(as_of, 366))
    near = history.occurrences(shifted(start, -2 * history.slots.longest))
    found = list(islice(near, 3))
    return [occurrence.id for occurrence in found or islice(history.occurrences(date.min), 3)]


def _of_event(event: Event, as_of: date) -> Trace | None:
    explained = explained_event(event, as_of)
    if explained is None:
        return None
    occurrence, fate = explained
    return Trace(occurrence, fate, deadline=_deadline(occurrence, event.grace))


def _leading_step(history: History) -> Step | None:
    """The step of the most pressing occurrence, or of the last one when none is open."""
    first = leading(history)
    if first is not None:
        return _step(history, first.occurrence.id, first.occurrence.begins)
    last = None
    for step in history.steps(date.min):
        if step.order[0] > history.as_of and last is not None:
            break
        last = step
    return last


def _start_of(part: str) -> date:
    """The day on which an occurrence of this name begins; the calendar's last when it is none."""
    try:
        return parse_edtf(part).window.start
    except UnreadableError:
        return date.max


def _step(history: History, id_: str, start: date) -> Step | None:
    for step in history.steps(start):
        if step.occurrence.id == id_:
            return step
        if step.order[0] > start:
            return None
    return None


def _rule(history: History, slot: Slot) -> RuleStep:
    eras, path = history.mechanism.cadence, (*history.mechanism.path, "cadence")
    number = history.slots.origin(slot)[0] if isinstance(history.slots, LaidSlots) else 0
    return RuleStep(eras[number], number, len(eras), path if len(eras) == 1 else (*path, number))


def _slot(history: History, slot: Slot) -> SlotStep:
    if isinstance(history.slots, LaidSlots):
        return SlotStep(slot, history.slots.origin(slot)[1])
    before = (e.session for e in history.entries if e.session.own.window.end == slot.laid.start)
    return SlotStep(slot, None, next(before, None))


def _sessions(history: History, slot: Slot) -> Iterator[SessionStep]:
    """The sessions that could answer a slot; where none does, also those next to it."""
    sessions = history.mechanism.sessions
    answered = {entry.session.path: entry.slot for entry in history.entries}
    near = Neighbourhood(history.slots, sessions, history.mechanism.grace)
    able = {p for p in near.windows if slot in near.answerable(p)}
    able |= {p for p in near.windows if answered[sessions[p].path] == slot}
    shown = set(able)
    if not any(answered[sessions[p].path] == slot for p in able):
        by_date = sorted(near.windows, key=lambda p: near.windows[p].order)
        shown |= set([p for p in by_date if near.windows[p].order < slot.order][-1:])
        shown |= set([p for p in by_date if near.windows[p].order >= slot.order][:1])
    for p in sorted(shown, key=lambda p: (*near.windows[p].order, p)):
        gap, overlap = (
            slot.window.gap_days(near.windows[p]),
            slot.window.overlap_days(near.windows[p]),
        )
        yield SessionStep(sessions[p], gap, overlap, p in able, answered[sessions[p].path])


def _deadline(occurrence: Occurrence, grace: Duration | None) -> DeadlineStep | None:
    """The deadline of what is promised or postponed; what is held or planned has none."""
    recorded = None if occurrence.session is None else occurrence.session.recorded
    if recorded not in (None, Recorded.POSTPONED, Recorded.EXPECTED):
        return None
    end = occurrence.window.end
    open_ended = recorded is Recorded.POSTPONED and occurrence.slot is None
    if end is None or (open_ended and occurrence.session and occurrence.session.date is None):
        return None
    return DeadlineStep(end, grace, grace.after(end) if grace else end)
