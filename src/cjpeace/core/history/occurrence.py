"""Occurrences: the slots, extra sessions and events of an agenda, with their status on a day."""

import datetime as dt
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from cjpeace.core.agenda import Mechanism, Owner, Session
from cjpeace.core.dates.edtf import EdtfDate, Precision, edtf_of
from cjpeace.core.dates.window import Window


class Status(Enum):
    """What can be said of an occurrence on a day."""

    HELD = "held"
    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    UNREPORTED = "unreported"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    PROJECTED = "projected"
    DUE = "due"
    LATE = "late"
    OVERDUE = "overdue"
    MISSED = "missed"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # one object each; an Enum's own hashes the name anew each time


OPEN = frozenset(
    {
        Status.LATE,
        Status.DUE,
        Status.POSTPONED,
        Status.PROJECTED,
        Status.CONFIRMED,
        Status.TENTATIVE,
        Status.UNREPORTED,
    }
)
"""What may still come or be reported: these take the next number and the next host in turn."""

NEEDS_DOING = (Status.OVERDUE, Status.LATE, Status.UNREPORTED)
"""What somebody has to see to, the most pressing first."""


class Occurrence(Struct, frozen=True):
    """One occurrence as it stands on a day.

    `window` is that of its session, or of the slot when it has none; `slot` is the window as its
    rule laid it, None for events and extra sessions. `number` and `host` are stated or follow from
    the order; None when unknown.
    """

    owner: Owner
    status: Status
    window: Window
    date: EdtfDate
    slot: Window | None = None
    session: Session | None = None
    number: int | None = None
    host: str | None = None

    @property
    def extra(self) -> bool:
        """Whether it is a session that answers no slot."""
        return self.slot is None and isinstance(self.owner, Mechanism)

    @property
    def id(self) -> str:
        """What names it for good: `symposium/2026`, or the key of an event."""
        if not isinstance(self.owner, Mechanism):
            return self.owner.key
        window = self.slot or (self.session.own.window if self.session else self.window)
        return f"{self.owner.key}/{_short(window)}"

    @property
    def title(self) -> str:
        """The title of the session where it has one of its own, else that of its mechanism."""
        return (self.session and self.session.title) or self.owner.title

    @property
    def place(self) -> str | None:
        """The place of the session, else the one where the mechanism always meets."""
        stated = self.session and self.session.place
        return stated or (self.owner.place if isinstance(self.owner, Mechanism) else None)

    @property
    def begins(self) -> dt.date:
        """The day on which its slot begins, or its session where it answers none."""
        if self.slot is not None or self.session is None:
            return (self.slot or self.window).start
        return self.session.own.window.start

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        """Where it stands in a list: by the end of its window, an open end last, then start."""
        start, end = self.window.order
        return (end, start, self.id)


@lru_cache(maxsize=4096)
def _short(window: Window) -> str:
    edtf = edtf_of(window)
    if edtf.last is None:
        return str(edtf)
    first = edtf.first
    if first.precision is Precision.DAY:
        return str(first)
    return window.start.isoformat()
