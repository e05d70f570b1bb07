"""Runs of days off, as the holidays of real years make them."""

from datetime import date

import pytest
from tests.core.given import edtf, window

from cjpeace.core.agenda import Party
from cjpeace.core.findings.day_off import DayOff, day_off
from cjpeace.core.proposals.long_holiday import long_holidays
from cjpeace.reading.holidays.holiday_data import holiday_name

CANADA = Party("canada", "Canada", "America/Toronto", holidays="CA-ON")
JAPAN = Party("japan", "Japan", "Asia/Tokyo", holidays="JP", closed=(((12, 29), (1, 3)),))


def days_off_of(party: Party, day: date) -> tuple[DayOff, ...] | None:
    found = day_off(party, day, holiday_name)
    if found is None:
        return () if day.weekday() >= 5 else None
    return (found,)


def of(party: Party, span: str) -> list[str]:
    found = long_holidays(window(span), [party], days_off_of)
    return [f"{edtf(one.days)} {one.name or '-'}" for one in found]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        ("2024", "2024-05-03/2024-05-06 Golden Week"),
        ("2025", "2025-05-03/2025-05-06 Golden Week"),
        ("2026", "2026-05-02/2026-05-06 Golden Week"),
        ("2027", "2027-05-01/2027-05-05 Golden Week"),
    ],
)
def test_golden_week_is_as_long_as_the_year_makes_it(year: str, days: str) -> None:
    assert of(JAPAN, f"{year}-05") == [days]


def test_a_week_in_september_is_one_when_a_day_between_holidays_is_off() -> None:
    assert of(JAPAN, "2026-09") == ["2026-09-19/2026-09-23 -"]
    assert of(JAPAN, "2027-09") == []


def test_the_turn_of_the_year_is_one_run_of_closed_days_and_holidays() -> None:
    assert of(JAPAN, "2026-12/2027-01") == ["2026-12-29/2027-01-03 the turn of the year"]


def test_a_run_that_began_before_the_window_keeps_its_length() -> None:
    assert of(JAPAN, "2027-01-04") == ["2026-12-29/2027-01-03 the turn of the year"]


def test_easter_and_christmas_are_long_in_canada() -> None:
    assert of(CANADA, "2027-03/2027-04") == ["2027-03-26/2027-03-29 -"]
    assert of(CANADA, "2026-12-24") == ["2026-12-25/2026-12-28 -"]


def test_a_long_weekend_of_three_days_is_none() -> None:
    assert of(CANADA, "2027-05") == []


def test_obon_is_japans_alone() -> None:
    assert of(JAPAN, "2027-08-10/2027-08-20") == ["2027-08-13/2027-08-16 Obon"]
    assert of(CANADA, "2027-08-10/2027-08-20") == []


def test_a_holiday_out_of_reach_is_left_out() -> None:
    assert of(JAPAN, "2027-05-09/2027-05-20") == []
    assert of(JAPAN, "2027-05-08/2027-05-20") == ["2027-05-01/2027-05-05 Golden Week"]
