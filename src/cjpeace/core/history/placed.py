"""The sessions of a mechanism in their places: at the slots they answer, or by their own dates."""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Mechanism, Recorded, Session
from cjpeace.core.dates.edtf import EdtfDate, edtf_of
from cjpeace.core.history import standing
from cjpeace.core.history.fate import NumberGap
from cjpeace.core.history.occurrence import Status
from cjpeace.core.history.pairing import Answers, answers, rolling_answers
from cjpeace.core.rules.cadence import Basis
from cjpeace.core.rules.laid_slots import laid_slots
from cjpeace.core.rules.slots import Slot, Slots

Order = tuple[date, date, int]
"""Where a slot (0) or an extra session (1) stands: by start, then end, a slot before the other."""


class Entry(Struct, frozen=True):
    """A session in its place: at the slot it answers, or an extra one by its own date.

    `status` is None when nothing of it is known on the day: it had not begun, nor was it planned.
    """

    session: Session
    slot: Slot | None
    order: Order
    status: Status | None
    date: EdtfDate


def placed(mechanism: Mechanism, as_of: date) -> tuple[Slots, list[Entry]]:
    """The slots of a mechanism, and its sessions in their places, in order."""
    slots, answered = _slots_and_answers(mechanism, as_of)
    entries = [
        _entry(session, answered.get(position), mechanism, as_of)
        for position, session in enumerate(mechanism.sessions)
        if session.recorded is not Recorded.UNKNOWN
    ]
    return slots, sorted(entries, key=lambda entry: entry.order)


def gaps_in_numbers(entries: list[Entry]) -> list[NumberGap | None]:
    """For each place before an entry, and after the last: the gap in the numbers there, if any.

    There is one when, of the held sessions that have a number, the one before and the one after
    leave room for more than the file records between them. A mechanism begins at number 1.
    """
    hidden: list[NumberGap | None] = [None] * (len(entries) + 1)
    before: Session | None = None
    begin = number = recorded = 0
    for place, entry in enumerate(entries):
        session = entry.session
        if session.recorded is not Recorded.HELD:
            continue
        if session.number is None:
            recorded += 1
            continue
        if session.number - number > recorded + 1:
            gap = NumberGap(before, session, recorded)
            hidden[begin : place + 1] = [gap] * (place + 1 - begin)
        before, begin, number, recorded = session, place + 1, session.number, 0
    return hidden


def _slots_and_answers(mechanism: Mechanism, as_of: date) -> tuple[Slots, Answers]:
    sessions, grace = mechanism.sessions, mechanism.grace
    if mechanism.basis is Basis.ROLLING:
        return rolling_answers(mechanism.cadence[0], sessions, grace, as_of)
    slots = laid_slots(mechanism.cadence, mechanism.days)
    return slots, answers(slots, sessions, grace)


def _entry(session: Session, slot: Slot | None, mechanism: Mechanism, as_of: date) -> Entry:
    order = (*slot.order, 0) if slot else (*session.own.window.order, 1)
    if session.recorded is Recorded.POSTPONED:
        return Entry(session, slot, order, *_postponed(session, slot, mechanism, as_of))
    others = mechanism.convened_by is not None
    seen = standing.of_session(session, as_of, convened_by_others=others)
    status, edtf = seen or (None, session.own)
    return Entry(session, slot, order, status, edtf)


def _postponed(
    session: Session, slot: Slot | None, mechanism: Mechanism, as_of: date
) -> tuple[Status, EdtfDate]:
    if slot is None:
        return Status.POSTPONED, session.own
    edtf = session.date or edtf_of(slot.window)
    return standing.of_deadline(edtf.window.end, mechanism.grace, as_of), edtf
