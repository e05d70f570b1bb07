"""The status of an occurrence, with the reason for it."""

from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Session
from cjpeace.core.history.occurrence import Status
from cjpeace.core.rules.slots import Slot


class Because(Enum):
    """The kinds of reason for a status."""

    RECORDED = "the record says so"
    LOOKING_BACK = "held later; on this day only planned"
    WINDOW = "of where the day lies"
    OTHERS = "others convene it"
    GAP = "an interval without a record overlaps it"
    NUMBERS = "the numbers show that more were held than the file records"
    LAST = "it is the last that lapsed, and no later one is answered"
    ANSWERED_LATER = "a later one is answered"
    LAPSED_LATER = "a later one has lapsed too"


class NumberGap(Struct, frozen=True):
    """Two held sessions whose numbers leave room for more than is recorded between them.

    `before` is None where the mechanism begins, at number 1; `recorded` counts the held sessions
    between them.
    """

    before: Session | None
    after: Session
    recorded: int


class Fate(Struct, frozen=True):
    """A status and why it is that one; `evidence` is what shows it, if anything else does."""

    status: Status
    because: Because
    evidence: Session | NumberGap | Slot | None = None
