"""Naming: what to call a session to be recorded, so that it becomes a given occurrence."""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Event, Mechanism, Owner, Recorded, Session
from cjpeace.core.changes.recording import Recording, answered_slot, recording
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.history.occurrence import Occurrence


class Naming(Struct, frozen=True):
    """An id, and whether the session on record has to be changed, or a new one added, by word."""

    id: str
    update: bool = False
    new: bool = False


def naming(owner: Owner, days: EdtfDate, as_of: date, wanted: Occurrence | None) -> Naming:
    """How to record a tentative session so that it is `wanted`, or a further one when None.

    The mechanism or event alone where that says it, else the occurrence.
    """
    said = Session(Recorded.TENTATIVE, days, ())
    plain = recording(owner, said, as_of)
    if isinstance(owner, Event):
        return Naming(owner.key, update=not plain.certain)
    if wanted is None:
        return Naming(owner.key, new=bool(plain.rivals))
    if _is_clear(owner, plain, as_of, wanted):
        return Naming(owner.key)
    return Naming(wanted.id, update=not recording(owner, said, as_of, wanted).certain)


def _is_clear(owner: Mechanism, plain: Recording, as_of: date, wanted: Occurrence) -> bool:
    """Whether the name of the mechanism is enough."""
    if wanted.session is not None or plain.rivals:
        return plain.certain and plain.rivals == (wanted.session,)
    return answered_slot(owner, plain.session, as_of) == wanted.slot
