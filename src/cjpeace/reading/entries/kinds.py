"""The kinds of value that the keys of a file take."""

import re
from datetime import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import tzdata  # type: ignore[import-untyped]

from cjpeace.core.agenda import NOBODY
from cjpeace.core.dates.duration import Duration, Unit, parse_duration
from cjpeace.core.dates.edtf import EdtfDate, parse_edtf
from cjpeace.core.rules.cadence import Basis
from cjpeace.core.rules.rule_text import parse_every, parse_yearly_span
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entries.entry import Kind
from cjpeace.reading.yaml.yaml_text import Data

if TYPE_CHECKING:
    from cjpeace.core.rules.rrule import RecurrenceRule

LONGEST_SESSION_DAYS = 366
HIGHEST_NUMBER = 1_000_000
"""The highest number that a session can have."""


def _text(data: Data) -> str | None:
    if not isinstance(data, str):
        return None
    if not data.strip():
        raise UnreadableError("the text is empty", "write something, or leave the key out")
    return data


def _whole_number(data: Data) -> int | None:
    if isinstance(data, bool) or not isinstance(data, int):
        return None
    if data < 1:
        raise UnreadableError(f"{data} is not a number of a session", "sessions count from 1")
    if data > HIGHEST_NUMBER:
        message = f"{data} is more than any series has"
        raise UnreadableError(message, f"the highest number is {HIGHEST_NUMBER}")
    return data


def _date(data: Data) -> EdtfDate | None:
    written = _plain(data)
    return None if written is None else parse_edtf(written)


def _date_or_none_yet(data: Data) -> EdtfDate | str | None:
    return ".." if data == ".." else _date(data)


def _plain(data: Data) -> str | None:
    """A scalar as it was written, where YAML may have taken it for a whole number."""
    if isinstance(data, bool) or not isinstance(data, str | int):
        return None
    return str(data)


def _length(data: Data) -> Duration | None:
    units = (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY)
    return _parsed_length(data, units) if isinstance(data, str) else None


def _session_length(data: Data) -> Duration | None:
    if not isinstance(data, str):
        return None
    duration = _parsed_length(data, (Unit.WEEK, Unit.DAY, Unit.HOUR, Unit.MINUTE))
    if duration.most_days > LONGEST_SESSION_DAYS:
        raise UnreadableError(f'"{data}" is longer than a year', "write how long a session lasts")
    return duration


def _every(data: Data) -> Duration | None:
    return _parsed_every(data) if isinstance(data, str) else None


_parsed_length = lru_cache(maxsize=1024)(parse_duration)
_parsed_every = lru_cache(maxsize=1024)(parse_every)
"""Many mechanisms say the same."""


_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)


def _clock(data: Data) -> time | None:
    if not isinstance(data, str):
        return None
    match = _CLOCK.fullmatch(data)
    if match is None:
        help_ = "accepted: hours and minutes from 00:00 to 23:59, as in 09:30"
        raise UnreadableError(f'"{data}" is not a time of day', help_)
    return time(int(match[1]), int(match[2]))


def _hours(data: Data) -> tuple[time, time] | None:
    if not isinstance(data, str):
        return None
    begin, dash, end = data.partition("-")
    clocks = [_CLOCK.fullmatch(side.strip()) for side in (begin, end)]
    if not dash or None in clocks:
        raise UnreadableError(f'"{data}" is not a span of hours', "accepted: 09:00-17:30")
    first, last = (time(int(clock[1]), int(clock[2])) for clock in clocks if clock)
    if first >= last:
        raise UnreadableError(f'"{data}" ends before it begins', "write the opening time first")
    return first, last


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def is_id(name: object) -> bool:
    """Whether a name can be the key of a party, mechanism, event or commitment."""
    return isinstance(name, str) and len(name) <= 100 and bool(_ID.fullmatch(name))  # noqa: PLR2004


def _id(data: Data) -> str | None:
    if not isinstance(data, str):
        return None
    if not is_id(data):
        raise UnreadableError(f'"{data}" is not an id', ID_ACCEPTED)
    return data


ID_ACCEPTED = "accepted: a-z, 0-9 and single hyphens, 100 characters at most"


def _zone(data: Data) -> str | None:
    if not isinstance(data, str):
        return None
    if not is_zone(data):
        raise UnreadableError(f'"{data}" is not a time zone')
    return data


_ZONE = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*", re.ASCII)


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """Whether the IANA time zone database has a zone of this name, to the letter."""
    return bool(_ZONE.fullmatch(name)) and (zone_folder() / name).is_file()


def zone_folder() -> Path:
    """The folder in which the tzdata package keeps its zones."""
    return Path(tzdata.__file__).parent / "zoneinfo"


@lru_cache(maxsize=1)
def _zones() -> list[str]:
    return (zone_folder().parent / "zones").read_text("ascii").split()


_HOLIDAYS = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", re.ASCII)


def _holidays(data: Data) -> str | None:
    if not isinstance(data, str):
        return None
    from cjpeace.reading.holidays.holiday_codes import code_help, is_listed  # where a party has any

    if not _HOLIDAYS.fullmatch(data):
        raise UnreadableError(f'"{data}" is not a country or region', code_help(data))
    if not is_listed(data) and not _has_holidays(data):
        raise UnreadableError(f'no holidays are known for "{data}"', code_help(data))
    return data


@lru_cache(maxsize=1024)
def _has_holidays(code: str) -> bool:
    """Whether a newer holidays package knows a country or region that is not in the list."""
    from cjpeace.reading.holidays.holiday_data import (
        has_holidays,  # 60 ms, for what is mostly a mistake
    )

    return has_holidays(code)


def _paragraph(data: Data) -> int | None:
    return data if isinstance(data, int) and not isinstance(data, bool) else None


def _numbers(data: Data) -> tuple[int, int] | None:
    written = _plain(data)
    if written is None:
        return None
    low, dash, high = written.partition("-")
    sides = [low, high] if dash else [low]
    if not all(side.isdecimal() and side.isascii() and len(side) < 7 for side in sides):  # noqa: PLR2004
        raise UnreadableError(f'"{written}" is not a span of numbers', "accepted: 7-9")
    first, last = int(sides[0]), int(sides[-1])
    if not 1 <= first <= last:
        message = f'"{written}" counts backwards or from 0'
        help_ = "sessions count from 1" if 0 in (first, last) else f"write {last}-{first}"
        raise UnreadableError(message, help_)
    return first, last


def _closed(data: Data) -> tuple[tuple[int, int], tuple[int, int]] | None:
    return parse_yearly_span(data) if isinstance(data, str) else None


def _basis(data: Data) -> Basis | None:
    if not isinstance(data, str):
        return None
    try:
        return Basis(data)
    except ValueError:
        raise UnreadableError(f'"{data}" is not a basis', "accepted: fixed, rolling") from None


def _rrule(data: Data) -> "RecurrenceRule | None":
    from cjpeace.core.rules.rrule_text import parse_rrule  # few agendas need it to start

    return parse_rrule(data) if isinstance(data, str) else None


def _when(data: Data) -> str | None:
    return _plain(data)


def _anything(data: Data) -> Data:
    return data


TEXT = Kind("text", _text)
NUMBER = Kind("a whole number from 1", _whole_number)
NUMBERS = Kind("a span of numbers such as 7-9", _numbers)
DATE = Kind("a date such as 2025, 2025-10 or autumn 2000", _date)
DATE_OR_NONE_YET = Kind("a date, or `..` for none yet", _date_or_none_yet)
LENGTH = Kind("a length such as 3 months", _length)
SESSION_LENGTH = Kind("a length such as 2 days or 90 minutes", _session_length)
EVERY = Kind("an interval such as 2 years or annual", _every)
WHEN = Kind("a part of the period such as autumn or 31 May, or a list", _when)
RRULE = Kind("a rule of RFC 5545 such as FREQ=MONTHLY;BYDAY=-1FR", _rrule)
CLOCK = Kind("a time of day such as 18:30", _clock)
HOURS = Kind("a span of hours such as 09:00-17:30", _hours)
CLOSED = Kind("a list of yearly spans such as 29 December/3 January", _closed)
ID = Kind("an id of a-z, 0-9 and hyphens", _id)
NAME = Kind("a name", _text)
HOST = Kind(f"a party, or `{NOBODY}`", _text)
ZONE = Kind("a time zone such as Asia/Tokyo", _zone, _zones)
HOLIDAYS = Kind("a country such as JP, or a region such as CA-ON", _holidays)
PARAGRAPH = Kind("the number of a paragraph", _paragraph)
BASIS = Kind("fixed or rolling", _basis)
MAPPING = Kind("a mapping", _anything)
LIST = Kind("a list", _anything)
