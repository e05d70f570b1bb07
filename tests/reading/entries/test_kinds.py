"""The kinds of value: what each accepts, and what it says of the rest, word for word."""

from datetime import time
from typing import Any

import pytest

from cjpeace.core.dates.duration import Duration, Unit
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.rules.cadence import Basis
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entries import kinds
from cjpeace.reading.entries.entry import Kind
from cjpeace.reading.entries.kinds import is_id, is_zone, zone_folder

ACCEPTED: list[tuple[Kind[Any], object, object]] = [
    (kinds.TEXT, " 日本 ", " 日本 "),
    (kinds.NAME, "agenda", "agenda"),
    (kinds.HOST, "none", "none"),
    (kinds.NUMBER, 1, 1),
    (kinds.NUMBER, 1_000_000, 1_000_000),
    (kinds.NUMBERS, "7-9", (7, 9)),
    (kinds.NUMBERS, "7", (7, 7)),
    (kinds.NUMBERS, 7, (7, 7)),
    (kinds.DATE, 2000, parse_edtf("2000")),
    (kinds.DATE, "Fall 2000", parse_edtf("2000-23")),
    (kinds.DATE, "1999-09-17/..", parse_edtf("1999-09-17/..")),
    (kinds.DATE_OR_NONE_YET, "..", ".."),
    (kinds.DATE_OR_NONE_YET, "2000-10", parse_edtf("2000-10")),
    (kinds.LENGTH, "3 months", Duration(3, Unit.MONTH)),
    (kinds.LENGTH, "week", Duration(1, Unit.WEEK)),
    (kinds.SESSION_LENGTH, "90 minutes", Duration(90, Unit.MINUTE)),
    (kinds.SESSION_LENGTH, "366 days", Duration(366, Unit.DAY)),
    (kinds.EVERY, "Biennial", Duration(2, Unit.YEAR)),
    (kinds.EVERY, "quarter", Duration(1, Unit.QUARTER)),
    (kinds.WHEN, 15, "15"),
    (kinds.WHEN, "last Friday", "last Friday"),
    (kinds.CLOCK, "9:05", time(9, 5)),
    (kinds.CLOCK, "00:00", time(0, 0)),
    (kinds.CLOCK, "23:59", time(23, 59)),
    (kinds.HOURS, "09:00-17:30", (time(9), time(17, 30))),
    (kinds.HOURS, "9:00 - 17:30", (time(9), time(17, 30))),
    (kinds.CLOSED, "29 December/3 January", ((12, 29), (1, 3))),
    (kinds.CLOSED, "29 February", ((2, 29), (2, 29))),
    (kinds.ID, "canada-japan-1999", "canada-japan-1999"),
    (kinds.ZONE, "America/Toronto", "America/Toronto"),
    (kinds.ZONE, "UTC", "UTC"),
    (kinds.ZONE, "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    (kinds.HOLIDAYS, "JP", "JP"),
    (kinds.HOLIDAYS, "CA-ON", "CA-ON"),
    (kinds.PARAGRAPH, 14, 14),
    (kinds.BASIS, "rolling", Basis.ROLLING),
    (kinds.MAPPING, {}, {}),
    (kinds.LIST, [], []),
]


@pytest.mark.parametrize(("kind", "data", "value"), ACCEPTED)
def test_a_value_is_accepted(kind: Kind[Any], data: Any, value: object) -> None:
    assert kind.read(data) == value


OTHER_TYPES: list[tuple[Kind[Any], list[object]]] = [
    (kinds.TEXT, [5, 1.5, True, [], {}]),
    (kinds.NAME, [5, True, {}]),
    (kinds.NUMBER, ["1", 1.0, True, [], {}]),
    (kinds.NUMBERS, [1.5, True, [7, 9], {}]),
    (kinds.DATE, [2000.0, True, [], {}]),
    (kinds.DATE_OR_NONE_YET, [True, [".."], {}]),
    (kinds.LENGTH, [3, 1.5, True, [], {}]),
    (kinds.SESSION_LENGTH, [2, [], {}]),
    (kinds.EVERY, [2, ["2 years"], {}]),
    (kinds.WHEN, [True, 1.5, {}]),
    (kinds.CLOCK, [9, 1030, []]),
    (kinds.HOURS, [9, ["09:00", "17:00"]]),
    (kinds.CLOSED, [29, {}]),
    (kinds.ID, [5, [], True]),
    (kinds.ZONE, [5, []]),
    (kinds.HOLIDAYS, [True, 5]),
    (kinds.PARAGRAPH, ["1", 1.0, True, [1]]),
    (kinds.BASIS, [True, []]),
]


@pytest.mark.parametrize(("kind", "data"), [(k, d) for k, values in OTHER_TYPES for d in values])
def test_a_value_of_another_type_is_none_of_its_kind(kind: Kind[Any], data: Any) -> None:
    assert kind.read(data) is None


CLOCKS = "accepted: hours and minutes from 00:00 to 23:59, as in 09:30"
DATES = (
    "accepted: a year (2025), a month (2025-10), a day (2025-10-14), a season (2000-23 or autumn "
    "2000), a quarter (2026-33 or Q1 2026), a half (2026-40 or H1 2026), or two of them with a "
    "slash"
)
LENGTHS = 'accepted: a number and a unit (years, months, weeks, days), as in "2 years"'
SESSIONS = 'accepted: a number and a unit (weeks, days, hours, minutes), as in "2 weeks"'
INTERVALS = (
    "accepted: a number and a unit (2 years, 6 months, 3 weeks, 10 days, quarter, year) or one of "
    "annual, yearly, semiannual, quarterly, monthly, weekly, biennial, triennial, quadrennial, "
    "quinquennial, decennial"
)
IDS = "accepted: a-z, 0-9 and single hyphens, 100 characters at most"
REGIONS = "accepted: a country (JP), or a country and a region (CA-ON)"
SPANS = "accepted: a day or two of every year, as in 29 December/3 January"

UNREADABLE: list[tuple[Kind[Any], object, str, str]] = [
    (kinds.TEXT, " \n", "the text is empty", "write something, or leave the key out"),
    (kinds.NUMBER, 0, "0 is not a number of a session", "sessions count from 1"),
    (kinds.NUMBER, -1, "-1 is not a number of a session", "sessions count from 1"),
    (
        *(kinds.NUMBER, 1_000_001, "1000001 is more than any series has"),
        "the highest number is 1000000",
    ),
    (kinds.NUMBERS, "x", '"x" is not a span of numbers', "accepted: 7-9"),
    (kinds.NUMBERS, "7-", '"7-" is not a span of numbers', "accepted: 7-9"),
    (kinds.NUMBERS, "７-９", '"７-９" is not a span of numbers', "accepted: 7-9"),
    (kinds.NUMBERS, "1-1000000", '"1-1000000" is not a span of numbers', "accepted: 7-9"),
    (kinds.NUMBERS, "9-7", '"9-7" counts backwards or from 0', "write 7-9"),
    (kinds.NUMBERS, 0, '"0" counts backwards or from 0', "sessions count from 1"),
    (
        *(kinds.DATE, "2001-02-30", '"2001-02-30" is not a date: February 2001 has no day 30'),
        "write a day that the month has",
    ),
    (
        kinds.DATE,
        "Febuary 2001",
        '"Febuary 2001" is not a date',
        'did you mean "February"?',
    ),
    (kinds.DATE, "14/10/2025", '"14/10/2025" is not a date', "write 2025-10-14"),
    (kinds.DATE, 20251014, '"20251014" is not a date', DATES),
    (kinds.DATE, "..", '".." is not a date', DATES),
    (kinds.DATE, "2001/2000", '"2001/2000" ends before it begins', "write the earlier date first"),
    (
        *(kinds.DATE, "9999-12", '"9999-12" lies at the edge of the calendar'),
        "dates from 0001 to the end of November 9999 can be used",
    ),
    (kinds.DATE_OR_NONE_YET, "...", '"..." is not a date', DATES),
    (kinds.LENGTH, "soon", '"soon" is not a length of time', LENGTHS),
    (kinds.LENGTH, "2 hours", '"2 hours" is not a length of time', LENGTHS),
    (kinds.LENGTH, "0 days", '"0 days" is no time at all', 'the least is "1 day"'),
    (
        *(kinds.LENGTH, "401 years", '"401 years" is longer than 400 years'),
        "write a shorter length",
    ),
    (kinds.SESSION_LENGTH, "1 month", '"1 month" is not a length of time', SESSIONS),
    (
        *(kinds.SESSION_LENGTH, "367 days", '"367 days" is longer than a year'),
        "write how long a session lasts",
    ),
    (kinds.EVERY, "0 years", '"0 years" is no time at all', 'the least is "1 year"'),
    (
        *(kinds.EVERY, "10000000000 years", '"10000000000 years" is longer than 400 years'),
        "write a shorter length",
    ),
    (
        *(kinds.EVERY, "biannual"),
        '"biannual" means two things: twice a year (6 months), or every second year (2 years)',
        'write "6 months" or "2 years"',
    ),
    (
        *(kinds.EVERY, "Bimonthly"),
        (
            '"Bimonthly" means two things: twice a month (every month, on two days), or every second '
            "month (2 months)"
        ),
        'write "2 months", or "month" with two days in `when`',
    ),
    (
        *(kinds.EVERY, "biweekly"),
        (
            '"biweekly" means two things: twice a week (every week, on two days), or every second '
            "week (2 weeks)"
        ),
        'write "2 weeks", or "week" with two days in `when`',
    ),
    (kinds.EVERY, "anual", '"anual" is not an interval', f'did you mean "annual"? {INTERVALS}'),
    (kinds.EVERY, "now and then", '"now and then" is not an interval', INTERVALS),
    (kinds.CLOCK, "24:00", '"24:00" is not a time of day', CLOCKS),
    (kinds.CLOCK, "9", '"9" is not a time of day', CLOCKS),
    (kinds.HOURS, "9-17", '"9-17" is not a span of hours', "accepted: 09:00-17:30"),
    (kinds.HOURS, "09:00", '"09:00" is not a span of hours', "accepted: 09:00-17:30"),
    (
        *(kinds.HOURS, "17:00-09:00", '"17:00-09:00" ends before it begins'),
        "write the opening time first",
    ),
    (kinds.CLOSED, "29 Febuary", '"29 Febuary" is not a span of days', SPANS),
    (kinds.CLOSED, "1/2/3", '"1/2/3" is not a span of days', SPANS),
    (kinds.CLOSED, "31 April", "April never has a day 31", "its last day is 30"),
    (kinds.ID, "Canada", '"Canada" is not an id', IDS),
    (kinds.ID, "a--b", '"a--b" is not an id', IDS),
    (kinds.ID, "x" * 101, f'"{"x" * 101}" is not an id', IDS),
    (kinds.ZONE, "asia/tokyo", '"asia/tokyo" is not a time zone', ""),
    (kinds.ZONE, "../zones", '"../zones" is not a time zone', ""),
    (kinds.ZONE, "Asia/Tokyo\n", '"Asia/Tokyo\n" is not a time zone', ""),
    (kinds.HOLIDAYS, "Japan", '"Japan" is not a country or region', REGIONS),
    (kinds.HOLIDAYS, "ca-on", '"ca-on" is not a country or region', 'did you mean "CA-ON"?'),
    (kinds.HOLIDAYS, "XX", 'no holidays are known for "XX"', REGIONS),
    (kinds.BASIS, "Fixed", '"Fixed" is not a basis', "accepted: fixed, rolling"),
]


@pytest.mark.parametrize(("kind", "data", "message", "help"), UNREADABLE)
def test_a_value_that_says_nothing_tells_what_is_accepted(
    kind: Kind[Any],
    data: Any,
    message: str,
    help: str,  # noqa: A002 - the word printed
) -> None:
    with pytest.raises(UnreadableError) as caught:
        kind.read(data)
    assert (caught.value.message, caught.value.help) == (message, help)


def test_an_id_is_made_of_small_letters_digits_and_single_hyphens() -> None:
    assert all(map(is_id, ["a", "2-plus-2", "x" * 100]))
    assert not any(map(is_id, ["", "-a", "a-", "a_b", "A", "é", "a\n", "x" * 101, 1, None]))


def test_a_zone_is_one_of_the_database_to_the_letter() -> None:
    assert all(map(is_zone, ["Asia/Tokyo", "Etc/GMT+5", "America/Port-au-Prince"]))
    assert not any(map(is_zone, ["Asia", "zones", "Asia/Tokyo/", "", "tzdata.zi", "/etc/passwd"]))
    assert (zone_folder() / "Asia" / "Tokyo").is_file()


def test_each_kind_names_what_it_accepts() -> None:
    found = {name: kind.accepted for name, kind in vars(kinds).items() if isinstance(kind, Kind)}
    assert found == {
        "TEXT": "text",
        "NUMBER": "a whole number from 1",
        "NUMBERS": "a span of numbers such as 7-9",
        "DATE": "a date such as 2025, 2025-10 or autumn 2000",
        "DATE_OR_NONE_YET": "a date, or `..` for none yet",
        "LENGTH": "a length such as 3 months",
        "SESSION_LENGTH": "a length such as 2 days or 90 minutes",
        "EVERY": "an interval such as 2 years or annual",
        "WHEN": "a part of the period such as autumn or 31 May, or a list",
        "RRULE": "a rule of RFC 5545 such as FREQ=MONTHLY;BYDAY=-1FR",
        "CLOCK": "a time of day such as 18:30",
        "HOURS": "a span of hours such as 09:00-17:30",
        "CLOSED": "a list of yearly spans such as 29 December/3 January",
        "ID": "an id of a-z, 0-9 and hyphens",
        "NAME": "a name",
        "HOST": "a party, or `none`",
        "ZONE": "a time zone such as Asia/Tokyo",
        "HOLIDAYS": "a country such as JP, or a region such as CA-ON",
        "PARAGRAPH": "the number of a paragraph",
        "BASIS": "fixed or rolling",
        "MAPPING": "a mapping",
        "LIST": "a list",
    }
