"""Why an occurrence stands as it does: the trace, step by step, each with its place and source."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Mechanism, Path, Recorded, Session
from cjpeace.core.answers.trace import DeadlineStep, RuleStep, SessionStep, SlotStep, Trace
from cjpeace.core.dates.window import ONE_DAY
from cjpeace.core.history.fate import Because, Fate, NumberGap
from cjpeace.core.history.occurrence import OPEN, Status
from cjpeace.core.history.turn import Lost
from cjpeace.core.rules.slots import Slot
from cjpeace.writing.words.cadence_words import rule_words
from cjpeace.writing.words.words import (
    date_words,
    day_words,
    distance,
    ordinal,
    when_words,
    window_words,
)


class Explained(Struct, frozen=True):
    """One step in words: its `name`, what it `says`, where in the file and on which source."""

    name: str
    says: str
    path: Path | None = None
    source: tuple[str, ...] = ()


def explained(trace: Trace, agenda: Agenda, as_of: date) -> Iterator[Explained]:
    """The steps of a trace in words, in the order in which they lead to the answer."""
    if trace.rule is not None and trace.slot is not None:
        yield _rule(trace.rule, trace)
        yield _slot(trace.rule, trace.slot)
        yield from _sessions(trace, trace.slot.slot)
    else:
        yield _itself(trace)
    if trace.deadline is not None:
        yield _deadline(trace.deadline)
    yield _status(trace, as_of)
    if isinstance(trace.occurrence.owner, Mechanism) and trace.turn is not None:
        if any(session.number for session in trace.occurrence.owner.sessions):
            yield _number(trace)
        yield from _host(trace, agenda)


def _rule(step: RuleStep, trace: Trace) -> Explained:
    mechanism = trace.occurrence.owner
    assert isinstance(mechanism, Mechanism)  # noqa: S101 - only mechanisms have rules
    era = step.era
    which = f" (rule {step.number + 1} of {step.eras})" if step.eras > 1 else ""
    says = f"{rule_words(era, mechanism.basis).rstrip(',')}, since {date_words(era.since)}{which}"
    says += f", counted from {day_words(era.anchor)}"
    if era.until is not None:
        says += f", until {date_words(era.until)}"
    return Explained("rule", says, step.path, era.source or mechanism.source)


def _slot(rule: RuleStep, step: SlotStep) -> Explained:
    laid = step.slot.laid
    assert laid.end is not None  # noqa: S101 - every slot ends
    span = f"{day_words(laid.start)} to {day_words(laid.end - ONE_DAY)}"
    if laid.end - laid.start == ONE_DAY:
        span = day_words(laid.start)
    if step.number is not None:
        every = rule.era.every
        times = f"{step.number} times {every}" if step.number != 1 else str(every)
        after = f"{times} after the first" if step.number else "the first"
        says = f"period k = {step.number}, {after}: {span}"
    elif rule.era.rule is not None:
        says = f"a day of the rule: {span}"
    elif step.after is not None:
        says = f"{rule.era.every} from the day after {date_words(step.after.own)}; {span}"
    else:
        says = f"{rule.era.every} from the anchor; {span}"
    if not step.slot.owed:
        cut = step.slot.window.end
        assert cut is not None  # noqa: S101 - a slot is cut at a day
        says += f"; cut at {day_words(cut)}, where the rule ends: it can be answered, is not owed"
    return Explained("slot", says)


def _sessions(trace: Trace, slot: Slot) -> Iterator[Explained]:
    if not trace.sessions:
        yield Explained("sessions", "none is on record near it")
    for step in trace.sessions:
        yield Explained("session", _session(step, slot), step.session.path, step.session.source)


def _session(step: SessionStep, slot: Slot) -> str:
    session = step.session
    says = f"{_named(session)}, {_recorded(session)}"
    if session.planned and not session.planned[0].window.overlaps(session.own.window):
        says += f", first meant for {date_words(session.planned[0])}"
    away = f"{_days(step.gap)} away"
    says += f": overlaps the slot by {_days(step.overlap)}" if step.overlap else f": {away}"
    if step.answers == slot:
        return f"{says}; answers it"
    if step.answers is not None:
        return f"{says}; answers {window_words(step.answers.laid)}"
    return f"{says}; answers none"


def _itself(trace: Trace) -> Explained:
    session = trace.occurrence.session
    if session is None or not isinstance(trace.occurrence.owner, Mechanism):
        path = trace.occurrence.owner.path if session is None else session.path
        source = () if session is None else session.source
        return Explained("event", f"happens once; {when_words(trace.occurrence)}", path, source)
    says = f"{_named(session)}, {_recorded(session)}, answers no slot: it is extra"
    return Explained("session", says, session.path, session.source)


def _deadline(step: DeadlineStep) -> Explained:
    says = f"owed by {day_words(step.deadline - ONE_DAY)}"
    if step.grace is not None:
        says += f", {step.grace} of grace to {day_words(step.grace_ends - ONE_DAY)}"
    return Explained("deadline", says)


def _status(trace: Trace, as_of: date) -> Explained:
    status, fate = trace.fate.status, trace.fate
    path, source = _evidence(fate)
    return Explained("status", f"{status.value}: {_reason(trace, as_of)}", path, source)


def _reason(trace: Trace, as_of: date) -> str:  # noqa: C901, PLR0911, PLR0912 - one per reason
    fate, day = trace.fate, day_words(as_of)
    window, evidence = trace.occurrence.window, fate.evidence
    match fate.because:
        case Because.RECORDED if fate.status is Status.UNREPORTED:
            return f"its window ended before {day}, and no outcome is on record"
        case Because.RECORDED if fate.status in (Status.LATE, Status.MISSED):
            return f"postponed, and {_where(trace, as_of)}"
        case Because.RECORDED:
            return "the record says so"
        case Because.LOOKING_BACK:
            return f"it was held later; on {day} only this plan was known"
        case Because.WINDOW if window.start > as_of:
            return (
                f"nothing is on record, and it begins {distance(as_of, window.start)} after {day}"
            )
        case Because.WINDOW if not window.ended_by(as_of):
            return f"nothing is on record, and {day} lies in its window"
        case Because.WINDOW:
            return f"nothing is on record, and {_where(trace, as_of)}"
        case Because.OTHERS:
            return f"others convene it ({trace.occurrence.owner.convened_by}); no lapse is claimed"
        case Because.GAP if isinstance(evidence, Session):
            return f"the record has a gap from {window_words(evidence.own.window)}"
        case Because.NUMBERS if isinstance(evidence, NumberGap):
            return _numbers(evidence)
        case Because.LAST:
            return f"{_where(trace, as_of)}, and no later one is held or planned"
        case Because.ANSWERED_LATER if isinstance(evidence, Session):
            return f"{_where(trace, as_of)}; a later one is answered, by {_named(evidence)}"
        case Because.LAPSED_LATER if isinstance(evidence, Slot):
            return f"{_where(trace, as_of)}; {window_words(evidence.laid)} has passed since"
        case because:
            return str(because.value)


def _where(trace: Trace, as_of: date) -> str:
    step = trace.deadline
    if step is None:
        return "its time has passed"
    said = f"it was owed by {day_words(step.deadline - ONE_DAY)}"
    if step.grace is not None and step.grace_ends > as_of:
        return f"{said}; its grace runs to {day_words(step.grace_ends - ONE_DAY)}"
    return said if step.grace is None else f"{said}, its grace is over"


def _numbers(gap: NumberGap) -> str:
    assert gap.after.number is not None  # noqa: S101 - numbered sessions bound the gap
    low = gap.before.number if gap.before and gap.before.number else 0
    begins = f"{_named(gap.before)} before it" if gap.before else "a mechanism begins at number 1"
    missing = gap.after.number - low - 1
    return (
        f"{begins} and {_named(gap.after)} after it: of {missing} between them, "
        f"{gap.recorded or 'none'} on record"
    )


def _evidence(fate: Fate) -> tuple[Path | None, tuple[str, ...]]:
    evidence = fate.evidence
    if isinstance(evidence, NumberGap):
        return evidence.after.path, evidence.after.source
    if isinstance(evidence, Session):
        return evidence.path, evidence.source
    return None, ()


def _number(trace: Trace) -> Explained:
    occurrence, turn = trace.occurrence, trace.turn
    assert turn is not None  # noqa: S101 - the caller has looked
    session = occurrence.session
    if session is not None and session.number is not None:
        says = f"{ordinal(session.number)}: stated"
        return Explained("number", says, session.path, session.source)
    if occurrence.number is None:
        return Explained("number", f"unknown: {_why_none(trace, turn.number_lost)}")
    counted = turn.number_from
    says = f"{ordinal(occurrence.number)}: "
    if occurrence.status is Status.OVERDUE:
        says += "that of the next one open, for whenever they meet it is that session; "
    if counted is None or counted.number is None:
        return Explained("number", f"{says}stated by the next one open".rstrip("; "))
    steps = occurrence.number - counted.number
    says += f"{steps} after {_named(counted)}, {_recorded(counted)}"
    return Explained("number", says, counted.path, counted.source)


def _why_none(trace: Trace, lost: Lost | None) -> str:
    status = trace.occurrence.status
    if status is Status.HELD or status is Status.UNKNOWN:
        return "none is on record"
    if status not in OPEN and status is not Status.OVERDUE:
        return f"what is {status.value} takes none"
    if trace.occurrence.extra:
        return "an extra session takes none"
    return "no later one is laid that it could be" if lost is None else str(lost.value)


def _host(trace: Trace, agenda: Agenda) -> Iterator[Explained]:
    occurrence, turn = trace.occurrence, trace.turn
    assert turn is not None  # noqa: S101 - the caller has looked
    session = occurrence.session
    if session is not None and session.host is not None:
        says = f"{_party(session.host, agenda)}: stated"
        yield Explained("host", says, session.path, session.source)
        return
    if not turn.hosts:
        return
    taken = f"turns go {', '.join(_party(host, agenda) for host in turn.hosts)}"
    path = (*occurrence.owner.path, "hosts")
    if occurrence.host is None:
        yield Explained("host", f"unknown: {_why_none(trace, turn.host_lost)}; {taken}", path)
    elif turn.host_from is None:
        yield Explained(
            "host", f"{_party(occurrence.host, agenda)}: the first in turn; {taken}", path
        )
    else:
        last = f"{_party(turn.host_from.host or '', agenda)} hosted {_named(turn.host_from)}"
        says = f"{_party(occurrence.host, agenda)}: {taken}, and {last}"
        yield Explained("host", says, turn.host_from.path, turn.host_from.source)


def _party(key: str, agenda: Agenda) -> str:
    party = agenda.parties.get(key)
    return party.name if party else key


def _named(session: Session) -> str:
    if session.number is None:
        return f"the session of {date_words(session.own)}"
    return f"the {ordinal(session.number)} ({date_words(session.own)})"


def _recorded(session: Session) -> str:
    if session.recorded is Recorded.POSTPONED:
        return "postponed" + ("" if session.date else " to no new date")
    return str(session.recorded.value)


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
