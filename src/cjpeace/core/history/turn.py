"""Whose turn it is, and which number comes next, as the occurrences go by in order."""

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.agenda import Session
from cjpeace.core.history.occurrence import OPEN, Occurrence, Status


class Lost(Enum):
    """Why a number, or whose turn it is, cannot be known."""

    NEVER = "nothing before it states one"
    GAP = "a slot before it is unknown"
    UNSTATED = "the session held before it states none"


class Turn(Struct, frozen=True):
    """What is known after some occurrences: the last number, and the last host in turn.

    `number` is None when unknown, and `number_lost` says why. `host` is None before the first
    host, whose turn it then is, and when unknown, which `host_lost` then says. The sessions are
    those that stated what is counted from.
    """

    hosts: Sequence[str]
    number: int | None = None
    number_from: Session | None = None
    number_lost: Lost | None = Lost.NEVER
    host: str | None = None
    host_from: Session | None = None
    host_lost: Lost | None = None

    @property
    def next_number(self) -> int | None:
        """The number of the next open occurrence, None when unknown."""
        return None if self.number is None else self.number + 1

    @property
    def next_host(self) -> str | None:
        """The party whose turn is next, None when unknown or when no turns are taken."""
        if self.host_lost or not self.hosts:
            return None
        if self.host is None:
            return self.hosts[0]
        return self.hosts[(self.hosts.index(self.host) + 1) % len(self.hosts)]

    def after_gap(self) -> "Turn":
        """The turn after a slot of which nothing is known."""
        return Turn(self.hosts, number_lost=Lost.GAP, host_lost=Lost.GAP)

    def passed(self, found: Occurrence) -> tuple[Occurrence, "Turn"]:
        """An occurrence with the number and host that its turn gives it, and the turn after it.

        An overdue one has those of the next open one, which its caller knows.
        """
        if found.extra:
            moves = found.status not in (Status.POSTPONED, Status.CANCELLED)
            return found, self._stated(found) if moves else self
        if found.status in OPEN:
            return self._open(found)
        if found.status is Status.HELD:
            return found, self._held(found)
        if found.status is Status.UNKNOWN:
            return found, self.after_gap()
        return found, self

    def _open(self, found: Occurrence) -> tuple[Occurrence, "Turn"]:
        number = self.next_number if found.number is None else found.number
        host = self.next_host if found.host is None else found.host
        if (number, host) == (found.number, found.host):
            return found, self._stated(found)
        after = self._stated(found)
        if found.number is None:
            after = replace(after, number=number)
        if found.host is None and host is not None:
            after = replace(after, host=host)
        return replace(found, number=number, host=host), after

    def _held(self, found: Occurrence) -> "Turn":
        after = self._stated(found)
        if found.number is None:
            after = replace(after, number=None, number_lost=Lost.UNSTATED)
        if found.host is None:
            after = replace(after, host=None, host_lost=Lost.UNSTATED)
        return after

    def _stated(self, found: Occurrence) -> "Turn":
        """The turn after what an occurrence states itself; what it does not state stays."""
        after, session = self, found.session
        if session is None:
            return self
        if found.number is not None:
            after = replace(after, number=found.number, number_from=session, number_lost=None)
        if found.host in self.hosts:
            after = replace(after, host=found.host, host_from=session, host_lost=None)
        return after
