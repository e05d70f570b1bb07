"""Which session on record a new one may be: the one that stands for the same slot."""

from datetime import date
from itertools import chain

from msgspec.structs import replace

from cjpeace.core.agenda import Mechanism, Recorded, Session
from cjpeace.core.history.placed import placed
from cjpeace.core.rules.cadence import Basis
from cjpeace.core.rules.slots import Slot

PLANNED = (Recorded.CONFIRMED, Recorded.TENTATIVE, Recorded.POSTPONED)
"""What is recorded of a session of which nobody has said yet how it ended."""


def planned_sessions(mechanism: Mechanism, said: Session) -> tuple[Session, ...]:
    """The sessions of which the outcome is open, only the one of a number where that is said."""
    return tuple(
        one
        for one in mechanism.sessions
        if one.recorded in PLANNED and said.number in (None, one.number)
    )


def rivals(mechanism: Mechanism, said: Session, as_of: date) -> tuple[Session, ...]:
    """The sessions on record that a new one may be, in the order of the file.

    That is the one of its number, where it has one. Else those that would lose their slot to it,
    the one that keeps the slot that it would answer alone, and those planned for the same days or
    for none yet. A session with another number is another session.
    """
    numbered = [one for one in mechanism.sessions if one.number is not None]
    if said.number is not None and (same := [o for o in numbered if o.number == said.number]):
        return tuple(same)
    paths = {
        one.path for one in chain(_on_its_slot(mechanism, said, as_of), _near(mechanism, said))
    }
    return tuple(
        one
        for one in mechanism.sessions
        if one.path in paths and (said.number is None or one.number is None)
    )


def _near(mechanism: Mechanism, said: Session) -> list[Session]:
    """The sessions planned for days that the new one takes, or for none yet, whose it may be.

    With a rolling basis, where there is only one to come, all that are planned.
    """
    rolling = mechanism.basis is Basis.ROLLING
    window = said.own.window
    return [
        one
        for one in planned_sessions(mechanism, said)
        if rolling
        or one.own.window.overlaps(window)
        or (one.date is None and one.own.window.start <= window.start)
    ]


def _on_its_slot(mechanism: Mechanism, said: Session, as_of: date) -> list[Session]:
    last = replace(said, path=(*mechanism.path, "sessions", len(mechanism.sessions)))
    before = _answered(mechanism, as_of)
    after = _answered(replace(mechanism, sessions=(*mechanism.sessions, last)), as_of)
    lost = [one for one in mechanism.sessions if before.get(one.path) and not after.get(one.path)]
    if lost or after.get(last.path):
        return lost
    alone = _answered(replace(mechanism, sessions=(last,)), as_of).get(last.path)
    return [one for one in mechanism.sessions if alone and before.get(one.path) == alone]


def _answered(mechanism: Mechanism, as_of: date) -> dict[tuple[str | int, ...], Slot | None]:
    """The slot that each session answers, by the path of the session."""
    _, entries = placed(mechanism, as_of)
    return {entry.session.path: entry.slot for entry in entries}
