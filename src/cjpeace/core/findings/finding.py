"""A finding: one thing to see to, of which kind, where in the file, and what it rests on."""

from datetime import date
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Owner, Path, Session
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.findings.clash import Clash
from cjpeace.core.findings.day_off import DayOff
from cjpeace.core.history.occurrence import Occurrence


class Severity(Enum):
    """Whether a finding counts for the exit code, or only when asked to."""

    ERROR = "error"
    WARNING = "warning"


class Code(Enum):
    """The stable name of a kind of finding."""

    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    UNSCHEDULED = "unscheduled"
    HOLIDAY = "holiday"
    CONFLICT = "conflict"
    HOST_ORDER = "host-order"
    STALE = "stale"
    ACCEPTED_UNTIL = "accepted-until"

    @property
    def severity(self) -> Severity:
        """What should have been done is an error; what may go wrong is a warning."""
        return Severity.ERROR if self in (Code.OVERDUE, Code.UNREPORTED) else Severity.WARNING


class Lapse(Struct, frozen=True):
    """How far a promise has lapsed.

    `since` is the first day after the first slot, as laid, that is missed or overdue after the
    last one held; `missed` counts those slots. `next_open` is the occurrence that would settle it,
    if another is to come.
    """

    since: date
    missed: int
    last_held: Session | None
    next_open: Occurrence | None = None


class Undated(Struct, frozen=True):
    """A meeting without a date although its window ends soon, or has ended.

    `deadline` is the first day after the window; `overdue_from` the day on which its grace ends.
    """

    deadline: date
    overdue_from: date


class TimeOff(Struct, frozen=True):
    """The planned days on which a party is off, and those at a weekend."""

    days_off: tuple[DayOff, ...]
    weekend: tuple[date, ...]


class OutOfTurn(Struct, frozen=True):
    """Whose turn it is to host, and what it follows.

    `last` is the party that has the one before it, None for the very first; `after` the session
    that states it, None where that follows from the order too.
    """

    expected: str
    last: str | None
    after: Session | None


class Age(Struct, frozen=True):
    """When a record was last looked after."""

    reviewed: EdtfDate


class Waiver(Struct, frozen=True):
    """A waiver that has run out: its last day, what it accepted, and what it would still hide."""

    until: EdtfDate
    reasons: tuple[str, ...]
    hides: tuple[Code, ...]


Detail = Lapse | Undated | TimeOff | Clash | OutOfTurn | Age | Waiver


class Finding(Struct, frozen=True):
    """One thing to see to. `path` is the key in the file that it is about.

    `owner` and `occurrence` are what it is about, None where that is the agenda as a whole, and
    the occurrence also where it is a mechanism as a whole. `detail` is what the finding rests on;
    an outcome that is lacking (UNREPORTED) rests on its occurrence alone.
    """

    code: Code
    path: Path
    owner: Owner | None = None
    occurrence: Occurrence | None = None
    detail: Detail | None = None

    @property
    def severity(self) -> Severity:
        """Whether it counts for the exit code."""
        return self.code.severity

    @property
    def lapse(self) -> Lapse | None:
        """How far a promise has lapsed, where that is what was found."""
        return self.detail if isinstance(self.detail, Lapse) else None
