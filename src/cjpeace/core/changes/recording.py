"""Recording: what a new session, or a change of one on record, makes of a mechanism or event."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.agenda import Event, Mechanism, Owner, Recorded, Session
from cjpeace.core.answers.upcoming import leading
from cjpeace.core.changes.same_slot import PLANNED, planned_sessions, rivals
from cjpeace.core.dates.edtf import edtf_of
from cjpeace.core.dates.window import Window
from cjpeace.core.history.history import History, Step
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.core.rules.slots import Slot

MEETS = (Recorded.HELD, Recorded.CONFIRMED, Recorded.TENTATIVE)
"""What is recorded of a session that takes a number and a host."""


class Recording(Struct, frozen=True):
    """What is to be put on record.

    `session` is the session as it will be. `target` is the one on record that it is now, None when
    it is added. `rivals` are those that it may be instead of a new one: more than one is unclear.
    `certain` tells that nobody need be asked. `filled` are the keys that follow from the answer,
    as nothing was said of them.
    """

    owner: Owner
    session: Session
    target: Session | None = None
    rivals: tuple[Session, ...] = ()
    certain: bool = False
    filled: tuple[str, ...] = ()


def recording(
    owner: Owner, said: Session, as_of: date, named: Occurrence | None = None
) -> Recording:
    """What a session that is `said` to be makes of a mechanism or event, and which one it is.

    `named` is the occurrence that it is to be, whichever its date would answer.
    """
    if isinstance(owner, Event):
        return _of_event(owner, said)
    if named is not None:
        return _named(owner, said, as_of, named)
    if said.recorded is Recorded.POSTPONED:
        return _postponed(owner, said, as_of)
    found = rivals(owner, said, as_of)
    return Recording(owner, _placed(owner, said), rivals=found, certain=_is_sure(found, said))


def with_planned(found: Recording) -> Recording:
    """The recording whose rivals are all the sessions of which the outcome is open."""
    assert isinstance(found.owner, Mechanism)  # noqa: S101 - an event is its own rival
    return replace(found, rivals=planned_sessions(found.owner, found.session))


def updated(found: Recording) -> Recording:
    """The recording that changes its one rival instead of adding a session."""
    target = found.rivals[0]
    return replace(found, session=changed(target, found.session), target=target)


def added(found: Recording) -> Recording:
    """The recording that adds a session, whatever else is on record."""
    return replace(found, rivals=(), target=None)


def changed(target: Session, said: Session) -> Session:
    """A session on record with what is now said of it; a date that it had goes to `planned`."""
    planned = target.planned
    was = target.date
    if was not in (None, said.date, *planned[-1:]) and not _is_correction(target, said):
        planned = (*planned, *([was] if was else []))
    new = tuple(source for source in said.source if source not in target.source)
    return replace(
        target,
        recorded=said.recorded,
        date=said.date,
        planned=planned,
        number=target.number if said.number is None else said.number,
        host=said.host or target.host,
        place=said.place or target.place,
        at=said.at or target.at,
        reason=said.reason or target.reason,
        note=said.note or target.note,
        source=(*target.source, *new),
    )


def _is_correction(target: Session, said: Session) -> bool:
    """Whether the date on record was never a plan: a report of the past that is put right."""
    both_held = target.recorded is said.recorded is Recorded.HELD
    return both_held or target.recorded is Recorded.UNKNOWN


def filled(found: Recording, as_of: date) -> Recording:
    """The recording with the number and host that follow from the order, as `next` shows them.

    Only what meets takes them, and only where the record leaves no doubt.
    """
    owner, session = found.owner, found.session
    if isinstance(owner, Event) or session.recorded not in MEETS:
        return found
    step = step_of(with_session(owner, found), session, as_of)
    if step is None or step.slot is None or not _was_open(owner, step.slot, found.target, as_of):
        return found
    number, host = step.turn.next_number, step.turn.next_host
    taken = {other.number for other in owner.sessions if other != found.target}
    new: dict[str, int | str] = {}
    if session.number is None and number is not None and number not in taken:
        new["number"] = number
    if session.host is None and host is not None:
        new["host"] = host
    return replace(found, session=replace(session, **new), filled=tuple(new))


def with_session(mechanism: Mechanism, found: Recording) -> Mechanism:
    """A mechanism as a recording makes it."""
    sessions = list(mechanism.sessions)
    place = int(found.session.path[-1])
    if found.target is not None:
        sessions[place] = found.session
    else:
        sessions.insert(place, found.session)
    path = (*mechanism.path, "sessions")
    numbered = (replace(one, path=(*path, n)) for n, one in enumerate(sessions))
    return replace(mechanism, sessions=tuple(numbered))


def step_of(mechanism: Mechanism, session: Session, as_of: date) -> Step | None:
    """The step of the history of a mechanism at which a session stands; None when not known yet."""
    history = History(mechanism, as_of)
    entry = next((e for e in history.entries if e.session.path == session.path), None)
    if entry is None or entry.status is None:
        return None
    for step in history.steps(entry.order[0]):
        if step.entry is not None and step.entry.session.path == session.path:
            return step
        if step.order > entry.order:
            return None
    return None


def position(mechanism: Mechanism, session: Session) -> int:
    """The place of a new session in the list: by date, where that is the order of the list."""
    starts = [one.own.window.order for one in mechanism.sessions]
    if session.date is None and not session.planned:
        return len(starts)
    own = session.own.window.order
    if starts == sorted(starts):
        return sum(start <= own for start in starts)
    if starts == sorted(starts, reverse=True):
        return sum(start > own for start in starts)
    return len(starts)


_CLOSED = (Status.HELD, Status.MISSED, Status.UNKNOWN)


def _was_open(mechanism: Mechanism, slot: Slot, target: Session | None, as_of: date) -> bool:
    """Whether a slot took a number and a host before the recording, and nobody else has them."""
    for step in History(mechanism, as_of).steps(slot.window.start):
        if step.slot == slot:
            others = step.occurrence.session not in (None, target)
            return not others and step.fate.status not in _CLOSED
        if step.order > (*slot.order, 0):
            break
    return True


def _placed(mechanism: Mechanism, said: Session) -> Session:
    """A new session at its place in the list."""
    return replace(said, path=(*mechanism.path, "sessions", position(mechanism, said)))


def _of_event(event: Event, said: Session) -> Recording:
    target = event.session
    certain = target.recorded is Recorded.EXPECTED or _is_sure((target,), said)
    return Recording(event, replace(said, path=event.path), rivals=(target,), certain=certain)


def _is_sure(found: tuple[Session, ...], said: Session) -> bool:
    """Whether there is only one on record, the same or planned for a time around the same days."""
    if len(found) != 1:
        return not found
    (target,) = found
    if target.recorded is said.recorded and target.date == said.date:
        return True
    if target.recorded not in PLANNED or target.date is None or said.date is None:
        return False
    was, now = target.date.window, said.date.window
    return was.start <= now.start and (was.end is None or now.ended_by(was.end))


def _postponed(mechanism: Mechanism, said: Session, as_of: date) -> Recording:
    """What is postponed is the session that is planned, else the next occurrence as promised."""
    found = planned_sessions(mechanism, said)
    if found:
        placed = _placed(mechanism, said)
        return Recording(mechanism, placed, rivals=found, certain=len(found) == 1)
    first = leading(History(mechanism, as_of))
    slot = None if first is None else first.occurrence.slot
    planned = () if slot is None else (edtf_of(slot),)
    placed = _placed(mechanism, replace(said, planned=planned))
    return Recording(mechanism, placed, certain=True)


def _named(mechanism: Mechanism, said: Session, as_of: date, named: Occurrence) -> Recording:
    """The recording of an occurrence; a date that would not answer it was planned for its slot."""
    placed = _placed(mechanism, said)
    if named.session is not None:
        certain = named.session.recorded in PLANNED or _is_sure((named.session,), said)
        return Recording(mechanism, placed, rivals=(named.session,), certain=certain)
    if answered_slot(mechanism, placed, as_of) != named.slot:
        assert named.slot is not None  # noqa: S101 - what has no session has a slot
        placed = _placed(mechanism, replace(said, planned=(edtf_of(named.slot),)))
    return Recording(mechanism, placed, certain=True)


def answered_slot(mechanism: Mechanism, said: Session, as_of: date) -> Window | None:
    """The slot, as laid, that a new session answers by its own date."""
    if said.date is None:
        return None
    alone = step_of(with_session(mechanism, Recording(mechanism, said)), said, as_of)
    return None if alone is None or alone.slot is None else alone.slot.laid
