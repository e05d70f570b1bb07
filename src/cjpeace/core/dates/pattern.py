"""Patterns: what `when` says of each year, month or week, as windows of that period."""

from datetime import date, timedelta

from msgspec import Struct

from cjpeace.core.dates.duration import days_in_month
from cjpeace.core.dates.edtf import month_window
from cjpeace.core.dates.window import Window

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = ("first", "second", "third", "fourth", "last")
LAST_DAY = 31
"""The day of the month that every month has, its last one when it is shorter."""


class Months(Struct, frozen=True):
    """A window of whole months in each year, from `month` (1 to 12) on: a season, a half."""

    month: int
    count: int

    def window(self, year: int) -> Window:
        """Those months of the year in which they begin."""
        return month_window(year, self.month, self.count)


class DayOfMonth(Struct, frozen=True):
    """A numbered day of a month (1 to 31), or the last one where the month is shorter."""

    number: int

    def day(self, year: int, month: int) -> date:
        """That day of a month (1 to 12).

        >>> DayOfMonth(31).day(2025, 2)
        datetime.date(2025, 2, 28)
        """
        return date(year, month, min(self.number, days_in_month(year, month)))


class WeekdayOfMonth(Struct, frozen=True):
    """A weekday (0 is Monday) of a month: the first to fourth (`ordinal` 0 to 3), or the last."""

    ordinal: int
    weekday: int

    def day(self, year: int, month: int) -> date:
        """That day of a month (1 to 12).

        >>> WeekdayOfMonth(ORDINALS.index("last"), 4).day(2025, 2)
        datetime.date(2025, 2, 28)
        """
        first_weekday = date(year, month, 1).weekday()
        number = 1 + (self.weekday - first_weekday) % 7 + 7 * self.ordinal
        if number > days_in_month(year, month):
            number -= 7
        return date(year, month, number)


DayPattern = DayOfMonth | WeekdayOfMonth


class DayOfYear(Struct, frozen=True):
    """A day in one month (1 to 12) of each year: "31 May", "last Friday of March"."""

    month: int
    pattern: DayPattern


class Weekday(Struct, frozen=True):
    """A day of each week; 0 is Monday."""

    number: int

    def day(self, monday: date) -> date:
        """That day of the week which begins on `monday`."""
        return monday + timedelta(days=self.number)


Pattern = Months | DayOfYear | DayOfMonth | WeekdayOfMonth | Weekday
