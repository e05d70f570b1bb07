"""Long holidays: runs of days off, around which a side is away whatever the calendar says."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from cjpeace.core.agenda import Party
from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.findings.day_off import DayOff

LEAST_DAYS = 4
"""A run of so many days off, weekends included, is a long holiday."""

AROUND = timedelta(days=3)
"""So near to it people are still away, or away already."""


class LongHoliday(Struct, frozen=True):
    """A long holiday of a party. `name` is what it is called where that is known.

    `offs` are its holidays and closed days, none for what is a custom and no holiday.
    """

    party: Party
    days: Window
    name: str | None = None
    offs: tuple[DayOff, ...] = ()

    @property
    def around(self) -> Window:
        """The holiday and the days next to it."""
        end = self.days.end
        assert end is not None  # noqa: S101 - a run of days off comes to an end
        return Window(shifted(self.days.start, -AROUND.days), shifted(end, AROUND.days))


DaysOffOf = Callable[[Party, date], tuple[DayOff, ...] | None]
"""The holidays and closed days of a party on a day, empty on a weekend; None when it works."""


def long_holidays(
    window: Window, parties: Iterable[Party], days_off_of: DaysOffOf
) -> tuple[LongHoliday, ...]:
    """The long holidays of parties that touch a window with an end, by party, then by day."""
    return tuple(
        found
        for party in parties
        for found in (*_runs(window, party, days_off_of), *_obon(window, party))
        if found.around.overlaps(window)
    )


def _runs(window: Window, party: Party, days_off_of: DaysOffOf) -> Iterator[LongHoliday]:
    assert window.end is not None  # noqa: S101 - the caller's window has an end
    margin = AROUND.days + _LONGEST
    first, last = shifted(window.start, -margin), shifted(window.end, margin)
    run: list[date] = []
    offs: list[DayOff] = []
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        found = days_off_of(party, day)
        if found is not None:
            run.append(day)
            offs += found
            continue
        if len(run) >= LEAST_DAYS and offs:
            days = Window(run[0], run[-1] + ONE_DAY)
            yield LongHoliday(party, days, _named(party, days), tuple(offs))
        run, offs = [], []


_LONGEST = 21
"""Runs are looked for so far beyond a window, or one that began before it would look short."""


def _named(party: Party, days: Window) -> str | None:
    """What a run is called: after the new year in it, in Japan after the week of early May too."""
    inside = {(day.month, day.day) for day in _days(days)}
    if (1, 1) in inside or (12, 31) in inside:
        return "the turn of the year"
    return "Golden Week" if _is_japan(party) and (5, 3) in inside else None


def _obon(window: Window, party: Party) -> Iterator[LongHoliday]:
    """Obon, 13 to 16 August: no public holiday, yet much of Japan is away."""
    if _is_japan(party):
        end = window.end or window.start
        for year in range(window.start.year, end.year + 1):
            yield LongHoliday(party, Window(date(year, 8, 13), date(year, 8, 17)), "Obon")


def _is_japan(party: Party) -> bool:
    return (party.holidays or "").partition("-")[0] == "JP"


def _days(window: Window) -> Iterator[date]:
    day, end = window.start, window.end
    while end is not None and day < end:
        yield day
        day += ONE_DAY
