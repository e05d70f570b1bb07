"""A recurrence rule (RFC 5545 section 3.3.10) of whole days, and what such a rule may say."""

from datetime import date
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.unreadable import UnreadableError


class UnreadableRuleError(UnreadableError):
    """A rule that cannot be read.

    `part` is the part at fault (its name, or its text as written), "" when it is the whole rule.
    """

    def __init__(self, message: str, help: str, part: str = "") -> None:  # noqa: A002 - as the base
        super().__init__(message, help)
        self.part = part


class Frequency(Enum):
    """How often the periods follow each other from which a rule takes days; the value is FREQ."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class NumberedWeekday(Struct, frozen=True, order=True):
    """A weekday (0 is Monday): each (`ordinal` 0), or the n-th, from the end when negative.

    >>> str(NumberedWeekday(4, -1)), str(NumberedWeekday(0))
    ('-1FR', 'MO')
    """

    weekday: int
    ordinal: int = 0

    def __str__(self) -> str:
        return f"{self.ordinal or ''}{DAY_NAMES[self.weekday]}"


class RecurrenceRule(Struct, frozen=True):
    """A rule as RFC 5545 allows it; making any other raises UnreadableRuleError.

    Fields are named after the parts; an empty one was not given. `until` is the last day that may
    be taken, `week_start` a weekday (0 is Monday).
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | None = None
    by_month: tuple[int, ...] = ()
    by_week_no: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[NumberedWeekday, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: int = 0

    def __post_init__(self) -> None:
        _refuse_out_of_range(self)
        _refuse_two_ends(self)
        _refuse_parts_of_other_frequencies(self)
        _refuse_misplaced_ordinals(self)
        _refuse_positions_of_nothing(self)
        _refuse_what_has_two_meanings(self)

    def __str__(self) -> str:
        parts = [f"FREQ={self.frequency.value}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append(_until(self.until))
        named = zip(BY_NAMES, self.by_parts, strict=True)
        parts += [_listed(name, values) for name, values in named if values]
        if self.week_start:
            parts.append(f"WKST={DAY_NAMES[self.week_start]}")
        return ";".join(parts)

    @property
    def by_parts(self) -> tuple[tuple[int | NumberedWeekday, ...], ...]:
        """The values of its BY parts, in the order of `BY_NAMES`."""
        numbers = (self.by_month, self.by_week_no, self.by_year_day, self.by_month_day)
        return (*numbers, self.by_day, self.by_set_pos)

    def begun(self, start: date) -> "RecurrenceRule":
        """The rule with what it leaves to the day on which it begins filled in.

        >>> str(RecurrenceRule(Frequency.YEARLY, by_month=(9,)).begun(date(1998, 9, 8)))
        'FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=8'
        """
        if self.by_day or self.by_month_day or self.by_year_day:
            return self
        weekday = (NumberedWeekday(start.weekday()),)
        match self.frequency:
            case Frequency.DAILY:
                return self
            case Frequency.WEEKLY:
                return replace(self, by_day=weekday)
            case Frequency.MONTHLY:
                return replace(self, by_month_day=(start.day,))
            case Frequency.YEARLY if self.by_week_no:
                return replace(self, by_day=weekday)
            case Frequency.YEARLY:
                months = self.by_month or (start.month,)
                return replace(self, by_month=months, by_month_day=(start.day,))


BY_NAMES = ("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS")
"""The BY parts in the order in which RFC 5545 applies them."""

_RANGES = {
    "BYWEEKNO": ("weeks of a year", 53),
    "BYYEARDAY": ("days of a year", 366),
    "BYMONTHDAY": ("days of a month", 31),
    "BYDAY": ("weekdays of a year", 53),
    "BYSETPOS": ("positions", 366),
}
"""What the values of a part count, and up to which number; negative ones count from the end."""

_PERIODS = {
    Frequency.DAILY: "day",
    Frequency.WEEKLY: "week",
    Frequency.MONTHLY: "month",
    Frequency.YEARLY: "year",
}


def shortened(text: str) -> str:
    """A text that a message quotes, in one line, without what is too much of it."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST else f"{text[: _MOST - 3]}..."


_MOST = 60


def out_of_range(name: str, value: object) -> UnreadableRuleError:
    """The error that a value of a BY part is none that the part can have."""
    if name == "BYMONTH":
        help_ = "months are 1 to 12"
    else:
        counted, most = _RANGES[name]
        help_ = f"{counted} are 1 to {most}, or -1 (the last) to -{most}"
    return UnreadableRuleError(f"{name}={value} is out of range", help_, name)


def _until(day: date) -> str:
    return f"UNTIL={day.year:04}{day.month:02}{day.day:02}"


def _listed(name: str, values: tuple[int | NumberedWeekday, ...]) -> str:
    return f"{name}={','.join(map(str, values))}"


def _quoted(name: str, values: tuple[int | NumberedWeekday, ...]) -> str:
    return shortened(_listed(name, values))


def _refuse_out_of_range(rule: RecurrenceRule) -> None:
    if rule.interval < 1:
        period = _PERIODS[rule.frequency]
        message = f"INTERVAL={rule.interval} is no interval"
        help_ = f"write 1 or more, or leave INTERVAL out for every {period}"
        raise UnreadableRuleError(message, help_, "INTERVAL")
    if rule.count is not None and rule.count < 1:
        message = f"COUNT={rule.count} leaves no day: the one on which the rule begins is the first"
        raise UnreadableRuleError(message, "write 1 or more, or leave COUNT out", "COUNT")
    for month in rule.by_month:
        if not 1 <= month <= 12:  # noqa: PLR2004 - the months of a year
            raise out_of_range("BYMONTH", month)
    for name, values in zip(BY_NAMES[1:], rule.by_parts[1:], strict=True):
        for value in values:
            number = value.ordinal or 1 if isinstance(value, NumberedWeekday) else value
            if not 1 <= abs(number) <= _RANGES[name][1]:
                raise out_of_range(name, value)


def _refuse_two_ends(rule: RecurrenceRule) -> None:
    if rule.count is not None and rule.until is not None:
        message = f"COUNT={rule.count} and {_until(rule.until)} would both end the rule"
        raise UnreadableRuleError(message, "keep the one that is meant", "UNTIL")


def _refuse_parts_of_other_frequencies(rule: RecurrenceRule) -> None:
    frequency = rule.frequency
    if frequency is not Frequency.YEARLY:
        for name, values in (("BYWEEKNO", rule.by_week_no), ("BYYEARDAY", rule.by_year_day)):
            if values:
                message = f"{_quoted(name, values)} does not go with FREQ={frequency.value}"
                help_ = f"{_RANGES[name][0]} go with FREQ=YEARLY"
                raise UnreadableRuleError(message, help_, name)
    if frequency is Frequency.WEEKLY and rule.by_month_day:
        message = f"{_quoted('BYMONTHDAY', rule.by_month_day)} does not go with FREQ=WEEKLY"
        help_ = "days of a month go with FREQ=MONTHLY, and days of a week are named in BYDAY"
        raise UnreadableRuleError(message, help_, "BYMONTHDAY")


def _refuse_misplaced_ordinals(rule: RecurrenceRule) -> None:
    numbered = next((day for day in rule.by_day if day.ordinal), None)
    if numbered is None:
        return
    plain = f"write BYDAY={DAY_NAMES[numbered.weekday]}"
    if rule.frequency in (Frequency.DAILY, Frequency.WEEKLY):
        message = f"BYDAY={numbered} does not go with FREQ={rule.frequency.value}"
        help_ = f"{plain}; weekdays are numbered within a month (FREQ=MONTHLY) or a year"
        raise UnreadableRuleError(message, help_, "BYDAY")
    if rule.by_week_no:
        message = f"BYDAY={numbered} does not go with {_quoted('BYWEEKNO', rule.by_week_no)}"
        raise UnreadableRuleError(message, f"{plain}; a week has each weekday once", "BYDAY")


def _refuse_positions_of_nothing(rule: RecurrenceRule) -> None:
    if rule.by_set_pos and not any(rule.by_parts[:-1]):
        message = f"{_quoted('BYSETPOS', rule.by_set_pos)} has no days to choose from"
        help_ = "name them in another BY part, as in BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        raise UnreadableRuleError(message, help_, "BYSETPOS")


def _refuse_what_has_two_meanings(rule: RecurrenceRule) -> None:
    if rule.by_week_no and rule.interval > 1:
        weekday = NumberedWeekday(rule.by_day[0].weekday if rule.by_day else 0, rule.by_week_no[0])
        message = (
            f"{_quoted('BYWEEKNO', rule.by_week_no)} with INTERVAL={rule.interval} has two "
            "meanings: weeks at the turn of a year are in one year by number, in another by date"
        )
        help_ = f"leave INTERVAL out, or number the weekday in the year: BYDAY={weekday}"
        raise UnreadableRuleError(message, help_, "BYWEEKNO")
    if rule.frequency is Frequency.YEARLY and rule.by_month_day and not rule.by_month:
        message = (
            f"{_quoted('BYMONTHDAY', rule.by_month_day)} with FREQ=YEARLY and no BYMONTH has two "
            "meanings: in each month, or in the one in which the rule begins"
        )
        help_ = "add BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12, or the one month that is meant"
        raise UnreadableRuleError(message, help_, "BYMONTHDAY")
