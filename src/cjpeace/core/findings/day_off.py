"""Days on which a party does not meet: its public and government holidays, and its closed days."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from msgspec import Struct

from cjpeace.core.agenda import Party
from cjpeace.core.dates.window import Window


class Holidays(Protocol):
    """What a public or government holiday is called, for a code such as JP or CA-ON and a day."""

    def __call__(self, code: str, day: date, /) -> str | None:
        """The name of the holiday; None on any other day."""


class DayOff(Struct, frozen=True):
    """A day on which a party is off; `name` is None when its government is merely closed."""

    day: date
    party: Party
    name: str | None


def day_off(party: Party, day: date, holidays: Holidays) -> DayOff | None:
    """Why a party is off on a day, a holiday before a closed day; None when it works."""
    name = party.holidays and holidays(party.holidays, day)
    if name:
        return DayOff(day, party, name)
    if any(_within(span, (day.month, day.day)) for span in party.closed):
        return DayOff(day, party, None)
    return None


def days_off(window: Window, parties: Iterable[Party], holidays: Holidays) -> Iterator[DayOff]:
    """The days off of parties within a window that has an end, by day."""
    chosen = tuple(parties)
    assert window.end is not None  # noqa: S101 - the days of a window without an end never stop
    for number in range(window.start.toordinal(), window.end.toordinal()):
        day = date.fromordinal(number)
        yield from (off for party in chosen if (off := day_off(party, day, holidays)))


def _within(span: tuple[tuple[int, int], tuple[int, int]], day: tuple[int, int]) -> bool:
    """Whether a yearly span, both ends included, holds a (month, day); it may pass the new year."""
    first, last = span
    if first <= last:
        return first <= day <= last
    return day >= first or day <= last
