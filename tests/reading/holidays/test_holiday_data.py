"""Holidays, held against the lists of the two governments for 2019 to 2027.

Japan: the Cabinet Office's list of national holidays,
https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html, with substitute days, days between two
holidays, the accession of 2019 and the days that were moved for the Olympics in 2020 and 2021.
Canada: the designated holidays of the federal public service as the National Joint Council and
https://www.canada.ca/en/revenue-agency/services/tax/public-holidays.html list them, with the
Monday or Tuesday on which one that falls on a weekend is kept; and Family Day, which is Ontario's.
"""

from datetime import date, timedelta

import pytest

from cjpeace.core.agenda import Party
from cjpeace.core.findings.day_off import day_off
from cjpeace.core.rules.rule_text import parse_yearly_span
from cjpeace.reading.holidays.holiday_codes import listed_codes
from cjpeace.reading.holidays.holiday_data import _of_year, has_holidays, holiday_name

JAPAN = {
    2019: "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 "
    "10/22 11/3 11/4 11/23",
    2020: "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
    2021: "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
    2022: "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23",
    2023: "1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23",
    2024: "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 "
    "11/3 11/4 11/23",
    2025: "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 "
    "11/24",
    2026: "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
    2027: "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
}

CANADA = {
    2019: "1/1 2/18 4/19 4/22 5/20 7/1 8/5 9/2 10/14 11/11 12/25 12/26",
    2020: "1/1 2/17 4/10 4/13 5/18 7/1 8/3 9/7 10/12 11/11 12/25 12/28",
    2021: "1/1 2/15 4/2 4/5 5/24 7/1 8/2 9/6 9/30 10/11 11/11 12/27 12/28",
    2022: "1/3 2/21 4/15 4/18 5/23 7/1 8/1 9/5 9/19 9/30 10/10 11/11 12/26 12/27",
    2023: "1/2 2/20 4/7 4/10 5/22 7/3 8/7 9/4 10/2 10/9 11/13 12/25 12/26",
    2024: "1/1 2/19 3/29 4/1 5/20 7/1 8/5 9/2 9/30 10/14 11/11 12/25 12/26",
    2025: "1/1 2/17 4/18 4/21 5/19 7/1 8/4 9/1 9/30 10/13 11/11 12/25 12/26",
    2026: "1/1 2/16 4/3 4/6 5/18 7/1 8/3 9/7 9/30 10/12 11/11 12/25 12/28",
    2027: "1/1 2/15 3/26 3/29 5/24 7/1 8/2 9/6 9/30 10/11 11/11 12/27 12/28",
}
"""The weekdays off only: on a weekend nobody needs a holiday."""


def days(year: int, listed: str) -> list[date]:
    pairs = (day.split("/") for day in listed.split())
    return [date(year, int(month), int(day)) for month, day in pairs]


def off(code: str, year: int) -> list[date]:
    every = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    return [day for day in every if day.year == year and holiday_name(code, day)]


@pytest.mark.parametrize("year", JAPAN)
def test_japan_keeps_the_days_of_the_cabinet_office_and_its_banks_new_year(year: int) -> None:
    banks = days(year, "1/1 1/2 1/3 12/31")
    assert off("JP", year) == sorted({*days(year, JAPAN[year]), *banks})


@pytest.mark.parametrize("year", CANADA)
def test_canada_keeps_the_days_of_its_federal_public_service(year: int) -> None:
    weekdays = [day for day in off("CA-ON", year) if day.weekday() < 5]
    assert weekdays == days(year, CANADA[year])


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("CA-ON", "2026-10-12", "Thanksgiving Day"),
        ("CA-ON", "2026-05-18", "Victoria Day"),
        ("CA-ON", "2026-11-11", "Remembrance Day"),
        ("CA-ON", "2026-12-26", "Boxing Day"),
        ("CA-ON", "2026-12-28", "Boxing Day (observed)"),
        ("CA-ON", "2026-04-06", "Easter Monday"),
        ("CA-ON", "2026-08-03", "Civic Holiday"),
        ("CA-ON", "2026-02-16", "Family Day"),
        ("CA-BC", "2026-08-03", "British Columbia Day"),
        ("CA-YT", "2026-02-20", None),
        ("CA", "2026-04-06", "Easter Monday"),
        ("CA", "2026-08-03", None),
        ("CA-ON", "2026-10-13", None),
        ("JP", "2026-09-22", "National Holiday"),
        ("JP", "2026-05-06", "Substitute Holiday"),
        ("JP", "2026-01-01", "New Year's Day"),
        ("JP", "2023-01-02", "Substitute Holiday"),
        ("JP", "2026-01-02", "Bank Holiday"),
        ("JP", "2026-12-31", "Bank Holiday"),
        ("JP", "2026-12-30", None),
        ("JP", "2020-07-24", "Sports Day"),
        ("JP", "2020-10-12", None),
        ("JP", "2021-08-09", "Substitute Holiday"),
    ],
)
def test_a_holiday_has_its_name(code: str, day: str, name: str | None) -> None:
    assert holiday_name(code, date.fromisoformat(day)) == name


def test_japan_is_off_from_29_december_to_3_january_where_it_says_so() -> None:
    closed = (parse_yearly_span("29 December/3 January"),)
    japan = Party("japan", "Japan", "Asia/Tokyo", holidays="JP", closed=closed)
    span = [date(2026, 12, 28) + timedelta(days=n) for n in range(8)]
    found = [day_off(japan, day, holiday_name) for day in span]
    assert [(one.name or "closed") if one else "-" for one in found] == [
        *("-", "closed", "closed", "Bank Holiday"),
        *("New Year's Day", "Bank Holiday", "Bank Holiday", "-"),
    ]


@pytest.mark.parametrize("year", [1, 1582, 1900, 2040, 9999])
def test_any_year_has_an_answer(year: int) -> None:
    for code in ("JP", "CA-ON", "IN", "SA"):
        holiday_name(code, date(year, 6, 1))


def test_every_code_that_is_listed_has_holidays() -> None:
    without = [code for code in listed_codes() if not _of_year(code, 2026)]
    assert all(has_holidays(code) for code in without)
    assert len(without) < 20
    assert not has_holidays("XX")
    assert not has_holidays("CA-QQ")
