"""Whose turn it is, and which number comes next, as the occurrences go by in order."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.occurrence import OPEN, Status


class Turn(Struct, frozen=True):
    """What is known after some occurrences: the last number, and the last host in turn.

    `number` is None when unknown. `host` is None before the first host, whose turn it then is,
    unless `lost`: then it is not known whose turn it is.
    """

    hosts: Sequence[str]
    number: int | None = None
    host: str | None = None
    lost: bool = False

    @property
    def next_number(self) -> int | None:
        """The number of the next open occurrence, None when unknown."""
        return None if self.number is None else self.number + 1

    @property
    def next_host(self) -> str | None:
        """The party whose turn is next, None when unknown or when no turns are taken."""
        if self.lost or not self.hosts:
            return None
        if self.host is None:
            return self.hosts[0]
        return self.hosts[(self.hosts.index(self.host) + 1) % len(self.hosts)]

    def after_gap(self) -> "Turn":
        """The turn after a slot of which nothing is known."""
        return replace(self, number=None, host=None, lost=True)

    def seen(
        self, status: Status, number: int | None, host: str | None, *, extra: bool
    ) -> tuple[int | None, str | None, "Turn"]:
        """The number and host of an occurrence that states these two, and the turn after it.

        An overdue one has those of the next open one, which its caller knows.
        """
        if extra and status not in (Status.POSTPONED, Status.CANCELLED):
            return number, host, self._stated(number, host)
        if extra:
            return number, host, self
        if status in OPEN:
            number = self.next_number if number is None else number
            host = self.next_host if host is None else host
            return number, host, self._stated(number, host)
        if status is Status.HELD:
            after = self._stated(number, host)
            if number is None:
                after = replace(after, number=None)
            if host is None:
                after = replace(after, host=None, lost=True)
            return number, host, after
        if status is Status.UNKNOWN:
            return number, host, self.after_gap()
        return number, host, self

    def _stated(self, number: int | None, host: str | None) -> "Turn":
        after = self if number is None else replace(self, number=number)
        return replace(after, host=host, lost=False) if host in self.hosts else after
