"""The agenda: what a file says, as values. Nothing here depends on the day one asks about.

A `path` is where something stands in the file, as the keys and list positions that lead to it:
`("mechanisms", "symposium", "sessions", 3)`.
"""

from collections.abc import Collection
from datetime import time
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import EdtfDate, Ending
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.rules.cadence import Basis, Era

Path = tuple[str | int, ...]

NOBODY = "none"
"""The host of a session that no party hosts: held by video, or in a third country."""


class Recorded(Enum):
    """What the file records of a session or event: the key that carries its date."""

    HELD = "held"
    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    EXPECTED = "expected"


class Session(Struct, frozen=True):
    """One meeting on record, or an interval (`UNKNOWN`) in which the record has a gap.

    `date` is None only for a session postponed to no new date. `numbers` is the first and last
    number of the sessions that a gap hides.
    """

    recorded: Recorded
    date: EdtfDate | None
    path: Path
    planned: tuple[EdtfDate, ...] = ()
    number: int | None = None
    numbers: tuple[int, int] | None = None
    title: str | None = None
    host: str | None = None
    place: str | None = None
    at: time | None = None
    lasts: Duration | None = None
    timezone: str | None = None
    reason: str | None = None
    doubt: str | None = None
    note: str | None = None
    source: tuple[str, ...] = ()
    updated: EdtfDate | None = None

    @property
    def own(self) -> EdtfDate:
        """Its own date; the last planned one when it was postponed to none."""
        return self.planned[-1] if self.date is None else self.date

    @property
    def meant(self) -> Window:
        """The days it was first meant for, by which it stands for a slot; an open date's first."""
        return closed(self.planned[0] if self.planned else self.own)


def closed(edtf: EdtfDate) -> Window:
    """The window of a date, an open one taken by its first day."""
    window = edtf.window
    if edtf.last is Ending.OPEN:
        return Window(window.start, window.start + ONE_DAY)
    return window


class Acceptance(Struct, frozen=True):
    """Findings of a mechanism or event that are known and accepted: `reasons` by their code."""

    reasons: dict[str, str] = {}
    until: EdtfDate | None = None


class Party(Struct, frozen=True):
    """A side of the agreement. `closed` holds yearly spans as ((month, day), (month, day))."""

    key: str
    name: str
    timezone: str
    capital: str | None = None
    holidays: str | None = None
    closed: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    hours: tuple[time, time] | None = None


class Mechanism(Struct, frozen=True):
    """A recurring meeting: the rules that say when it is owed, and its sessions in file order."""

    key: str
    title: str
    path: Path
    paragraphs: tuple[int, ...] = ()
    cadence: tuple[Era, ...] = ()
    basis: Basis = Basis.FIXED
    hosts: tuple[str, ...] = ()
    at: time | None = None
    timezone: str | None = None
    lasts: Duration | None = None
    grace: Duration | None = None
    notice: Duration | None = None
    place: str | None = None
    pairs_with: tuple[str, ...] = ()
    convened_by: str | None = None
    succeeds: str | None = None
    accept: Acceptance = Acceptance()
    sessions: tuple[Session, ...] = ()
    note: str | None = None
    source: tuple[str, ...] = ()
    reviewed: EdtfDate | None = None
    updated: EdtfDate | None = None

    @property
    def days(self) -> int:
        """How many days a session lasts."""
        return 1 if self.lasts is None else max(1, self.lasts.most_days)


class Event(Struct, frozen=True):
    """Something that happens once; `session` is what is on record of it, or `EXPECTED`."""

    key: str
    title: str
    path: Path
    session: Session
    paragraphs: tuple[int, ...] = ()
    convened_by: str | None = None
    follows: str | None = None
    grace: Duration | None = None
    notice: Duration | None = None
    accept: Acceptance = Acceptance()


class Commitment(Struct, frozen=True):
    """An undertaking without a date, carried by the mechanisms or events that the text names."""

    key: str
    path: Path
    title: str | None = None
    paragraphs: tuple[int, ...] = ()
    carried_by: tuple[str, ...] = ()
    done: EdtfDate | None = None
    note: str | None = None
    source: tuple[str, ...] = ()


class Source(Struct, frozen=True):
    """A document that is cited by its key."""

    key: str
    title: str | None = None
    url: str | None = None
    language: str | None = None
    seen: EdtfDate | None = None


class Section(Struct, frozen=True):
    """A heading of the agreement with its numbered paragraphs, word for word."""

    title: str | None
    paragraphs: dict[int, str]


class Agenda(Struct, frozen=True):
    """Everything one file says; the mappings keep the order of the file."""

    id: str
    title: str
    adopted: EdtfDate | None = None
    reviewed: EdtfDate | None = None
    updated: EdtfDate | None = None
    parties: dict[str, Party] = {}
    agreement: tuple[Section, ...] = ()
    sources: dict[str, Source] = {}
    mechanisms: dict[str, Mechanism] = {}
    events: dict[str, Event] = {}
    commitments: dict[str, Commitment] = {}
    grace: Duration | None = None
    notice: Duration | None = None

    def only(self, keys: Collection[str] | None) -> "Agenda":
        """The agenda with no other mechanisms and events than those asked for; all for None.

        It goes without the text and the commitments: what is left is enough to say in words, or as
        a record, what was found of those.
        """
        if keys is None:
            return self
        return replace(
            self,
            agreement=(),
            mechanisms={key: one for key, one in self.mechanisms.items() if key in keys},
            events={key: one for key, one in self.events.items() if key in keys},
            commitments={},
        )


Owner = Mechanism | Event
"""What an occurrence is an occurrence of."""
