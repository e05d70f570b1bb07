"""Bars: what keeps a party from meeting on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Party
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.findings.day_off import DayOff
from cjpeace.core.proposals.busy import BusyDays, BusyHours
from cjpeace.core.proposals.engagement import Engagement


class BarKind(Enum):
    """The stable name of a kind of bar."""

    HOLIDAY = "holiday"
    CLOSED = "closed"
    PLANNED = "planned"
    BUSY = "busy"
    AVOID = "avoid"


Cause = DayOff | Engagement | BusyDays | BusyHours | EdtfDate
"""What bars a day: a day off, a planned meeting, a busy time, or a window to avoid."""


class Bar(Struct, frozen=True):
    """A day on which the parties, or one of them, cannot meet, and why."""

    day: date
    cause: Cause

    @property
    def kind(self) -> BarKind:
        """What kind of bar it is."""
        match self.cause:
            case DayOff():
                return BarKind.HOLIDAY if self.cause.name else BarKind.CLOSED
            case Engagement():
                return BarKind.PLANNED
            case BusyDays() | BusyHours():
                return BarKind.BUSY
            case EdtfDate():
                return BarKind.AVOID

    @property
    def party(self) -> Party | None:
        """Whose bar it is, None when it is everybody's."""
        return self.cause.party if isinstance(self.cause, DayOff) else None

    @property
    def source(self) -> str:
        """What it is counted with: the bars of a party, of a calendar, or of a window."""
        match self.cause:
            case DayOff():
                return self.cause.party.key
            case Engagement():
                return ""
            case BusyDays() | BusyHours():
                return self.cause.calendar
            case EdtfDate():
                return str(self.cause)


class Tally(Struct, frozen=True):
    """The bars of one kind and one party, calendar or window, by day."""

    kind: BarKind
    party: Party | None
    bars: tuple[Bar, ...]

    @property
    def days(self) -> int:
        """How many days they bar."""
        return len({bar.day for bar in self.bars})


def tallies(bars: Iterable[Bar]) -> tuple[Tally, ...]:
    """What barred how many days, each kind together, in the order of the kinds."""
    return tuple(sorted(_grouped(bars), key=lambda tally: _KINDS.index(tally.kind)))


_KINDS = tuple(BarKind)


def _grouped(bars: Iterable[Bar]) -> Iterator[Tally]:
    groups: dict[tuple[BarKind, str], list[Bar]] = {}
    for bar in bars:
        groups.setdefault((bar.kind, bar.source), []).append(bar)
    for (kind, _), found in groups.items():
        yield Tally(kind, found[0].party, tuple(sorted(found, key=lambda bar: bar.day)))
