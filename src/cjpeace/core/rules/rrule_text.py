"""A recurrence rule as RFC 5545 writes it: FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=2TU."""

import re
from datetime import date

from cjpeace.core.nearest import nearest
from cjpeace.core.rules.rrule import (
    BY_NAMES,
    DAY_NAMES,
    Frequency,
    NumberedWeekday,
    RecurrenceRule,
    UnreadableRuleError,
    out_of_range,
    shortened,
)


def parse_rrule(text: str) -> RecurrenceRule:
    """The rule that a text says, in any case, with or without "RRULE:" before it.

    Raises UnreadableRuleError. Lists come out in order, each value once.

    >>> print(parse_rrule("freq=monthly;byday=fr;bymonthday=13"))
    FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR
    """
    written = _parts(text.strip())
    values = {name: part.partition("=")[2].upper() for name, part in written.items()}
    try:
        return RecurrenceRule(
            frequency=_frequency(values["FREQ"]),
            interval=_count("INTERVAL", values.get("INTERVAL", "1")),
            count=_count("COUNT", values["COUNT"]) if "COUNT" in values else None,
            until=_until(values["UNTIL"]) if "UNTIL" in values else None,
            by_month=_numbers("BYMONTH", values.get("BYMONTH")),
            by_week_no=_numbers("BYWEEKNO", values.get("BYWEEKNO")),
            by_year_day=_numbers("BYYEARDAY", values.get("BYYEARDAY")),
            by_month_day=_numbers("BYMONTHDAY", values.get("BYMONTHDAY")),
            by_day=_weekdays(values["BYDAY"]) if "BYDAY" in values else (),
            by_set_pos=_numbers("BYSETPOS", values.get("BYSETPOS")),
            week_start=_week_start(values.get("WKST", "MO")),
        )
    except UnreadableRuleError as error:
        part = written.get(error.part, "")
        raise UnreadableRuleError(error.message, error.help, part) from None


NAMES = ("FREQ", "INTERVAL", "COUNT", "UNTIL", *BY_NAMES, "WKST")

_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")

_ELSEWHERE = {
    "DTSTART": "the day on which the rule begins is said by `since`",
    "DTEND": "how long a session is, is said by `lasts`",
    "RDATE": "further days are sessions on record",
    "EXDATE": "a day on which it does not meet is a session that is `cancelled`",
    "EXRULE": "write the days that are meant, not those that are not",
    "RSCALE": "the calendar is always the Gregorian one",
    "SKIP": "days that a month lacks are always left out",
    **dict.fromkeys(_TIMES, "leave it out, and write the time of day in `at`"),
}


def _parts(text: str) -> dict[str, str]:
    """The parts of a rule as written, by their names."""
    if text[:6].upper() == "RRULE:":
        text = text[6:]
    _refuse_foreign_characters(text)
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name = _name(part)
        if name in parts:
            help_ = _joined(name, parts[name], part)
            raise UnreadableRuleError(f"{name} is given twice", help_, part)
        parts[name] = part
    if "FREQ" not in parts:
        help_ = "add FREQ=DAILY, FREQ=WEEKLY, FREQ=MONTHLY or FREQ=YEARLY"
        raise UnreadableRuleError(f'"{shortened(text)}" has no FREQ', help_)
    return parts


_EXAMPLE = "as in FREQ=MONTHLY;BYDAY=-1FR"

_FOREIGN = re.compile(r"[^A-Za-z0-9=;,+-]", re.ASCII)


def _refuse_foreign_characters(text: str) -> None:
    if not text:
        raise UnreadableRuleError("the rule is empty", f"write one, {_EXAMPLE}")
    if ":" in text:
        message = f'"{shortened(text)}" is more than a rule'
        raise UnreadableRuleError(message, f"write what follows RRULE: alone, {_EXAMPLE}")
    found = _FOREIGN.search(text)
    if found and found[0].isspace():
        message = f'"{shortened(text)}" has a space in it'
        help_ = f'write it without: "{shortened("".join(text.split()))}"'
        raise UnreadableRuleError(message, help_)
    if found:
        message = f'"{shortened(text)}" has a character that no rule has: "{found[0]}"'
        help_ = f"write letters, digits and =;,+- alone, {_EXAMPLE}"
        part = next(part for part in text.split(";") if found[0] in part)
        raise UnreadableRuleError(message, help_, part)


def _name(part: str) -> str:
    name, _, value = part.partition("=")
    name = name.upper()
    if not part:
        message = "the rule has an empty part"
        raise UnreadableRuleError(message, "write one semicolon between two parts, none at the end")
    if name in NAMES and value:
        return name
    if name in NAMES:
        raise UnreadableRuleError(f"{part} has no value", f"write one, {_EXAMPLE}", part)
    if name in _ELSEWHERE:
        message = f"{shortened(part)} has no place in a rule of days"
        raise UnreadableRuleError(message, _ELSEWHERE[name], part)
    near = nearest(name[:20], NAMES)
    help_ = f"{f'did you mean {near}? ' if near else ''}accepted: {', '.join(NAMES)}, {_EXAMPLE}"
    raise UnreadableRuleError(f"{shortened(part)} is not a part of a rule", help_, part)


def _joined(name: str, first: str, second: str) -> str:
    if name not in BY_NAMES:
        return "keep the one that is meant"
    values = ",".join(part.partition("=")[2] for part in (first, second))
    return f"join the two: {shortened(f'{name}={values}'.upper())}"


def _frequency(value: str) -> Frequency:
    if value in Frequency.__members__:
        return Frequency[value]
    accepted = f"accepted: {', '.join(Frequency.__members__)}"
    if value in ("HOURLY", "MINUTELY", "SECONDLY"):
        message = f"FREQ={value} is more often than daily"
        raise UnreadableRuleError(message, f"{accepted}; the time of day goes in `at`", "FREQ")
    near = nearest(value[:20], Frequency.__members__)
    help_ = f"did you mean {near}? {accepted}" if near else accepted
    raise UnreadableRuleError(f"FREQ={shortened(value)} is no frequency", help_, "FREQ")


_COUNT = re.compile(r"[0-9]{1,20}", re.ASCII)


def _count(name: str, value: str) -> int:
    if not _COUNT.fullmatch(value):
        message = f"{name}={shortened(value)} is no number of {_COUNTED[name]}"
        raise UnreadableRuleError(message, "write digits alone, 20 at the most", name)
    return int(value)


_COUNTED = {"INTERVAL": "periods", "COUNT": "days"}

_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(T[0-9]{6}Z?)?", re.ASCII)


def _until(value: str) -> date:
    found = _DATE.fullmatch(value)
    if not found:
        help_ = "write eight digits, year, month, day, as in UNTIL=20301231"
        raise UnreadableRuleError(f"UNTIL={shortened(value)} is no day", help_, "UNTIL")
    if found[4]:
        message = f"UNTIL={value} is a time, and the rule is one of days"
        help_ = f"write the last day that is meant, as in UNTIL={value[:8]}"
        raise UnreadableRuleError(message, help_, "UNTIL")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        message = f"UNTIL={value} is not in the calendar"
        raise UnreadableRuleError(message, "write a day that there is", "UNTIL") from None


_NUMBER = re.compile(r"([+-]?)([0-9]+)", re.ASCII)


def _numbers(name: str, value: str | None) -> tuple[int, ...]:
    if value is None:
        return ()
    return tuple(sorted({_number(name, number) for number in value.split(",")}))


def _number(name: str, written: str) -> int:
    found = _NUMBER.fullmatch(written)
    if not found:
        message = f'"{shortened(written)}" in {name} is no number'
        help_ = "write numbers with commas between them, as in BYMONTHDAY=1,15,-1"
        raise UnreadableRuleError(message, help_, name)
    digits = 3 if name in ("BYYEARDAY", "BYSETPOS") else 2
    if len(found[2]) > digits or (found[1] and name == "BYMONTH"):
        raise out_of_range(name, shortened(written))
    return int(written)


_WEEKDAY = re.compile(rf"([+-]?[0-9]{{1,2}})?({'|'.join(DAY_NAMES)})", re.ASCII)

_WEEKDAYS = f"weekdays are {', '.join(DAY_NAMES)}"


def _weekdays(value: str) -> tuple[NumberedWeekday, ...]:
    return tuple(sorted({_numbered_weekday(weekday) for weekday in value.split(",")}))


def _numbered_weekday(written: str) -> NumberedWeekday:
    found = _WEEKDAY.fullmatch(written)
    if not found:
        message = f'"{shortened(written)}" in BYDAY is no weekday'
        help_ = f"{_WEEKDAYS}, with a number before it for the n-th (2TU) or the n-th last (-1FR)"
        raise UnreadableRuleError(message, help_, "BYDAY")
    if found[1] and int(found[1]) == 0:
        raise out_of_range("BYDAY", written)
    return NumberedWeekday(DAY_NAMES.index(found[2]), int(found[1] or 0))


def _week_start(value: str) -> int:
    if value not in DAY_NAMES:
        raise UnreadableRuleError(f"WKST={shortened(value)} is no weekday", _WEEKDAYS, "WKST")
    return DAY_NAMES.index(value)
