"""Patterns: the day or window of each year, month or week that `when` names."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import day, thorough, window

from cjpeace.core.dates.pattern import (
    ORDINALS,
    WEEKDAYS,
    DayOfMonth,
    Months,
    Weekday,
    WeekdayOfMonth,
)

YEARS = st.integers(1, 9998)
MONTHS = st.integers(1, 12)


def month_days(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    return [first + timedelta(n) for n in range(monthrange(year, month)[1])]


@pytest.mark.parametrize(
    ("pattern", "covers"),
    [
        (Months(9, 3), "2025-23"),
        (Months(12, 3), "2025-24"),
        (Months(11, 4), "2025-11/2026-02"),
        (Months(7, 12), "2025-07/2026-06"),
        (Months(1, 12), "2025"),
    ],
)
def test_months_belong_to_the_year_of_their_first(pattern: Months, covers: str) -> None:
    assert pattern.window(2025) == window(covers)


@pytest.mark.parametrize(
    ("number", "found"),
    [(15, "2025-02-15"), (28, "2025-02-28"), (29, "2025-02-28"), (31, "2025-02-28")],
)
def test_a_day_that_a_month_lacks_falls_on_its_last(number: int, found: str) -> None:
    assert DayOfMonth(number).day(2025, 2) == day(found)


@pytest.mark.parametrize(
    ("ordinal", "weekday", "found"),
    [
        ("first", "monday", "2025-09-01"),
        ("first", "sunday", "2025-09-07"),
        ("second", "tuesday", "2025-09-09"),
        ("fourth", "sunday", "2025-09-28"),
        ("last", "tuesday", "2025-09-30"),
        ("last", "wednesday", "2025-09-24"),
    ],
)
def test_a_weekday_of_a_month_is_counted_from_its_first(
    ordinal: str, weekday: str, found: str
) -> None:
    pattern = WeekdayOfMonth(ORDINALS.index(ordinal), WEEKDAYS.index(weekday))
    assert pattern.day(2025, 9) == day(found)


@thorough
@given(YEARS, MONTHS, st.integers(0, 4), st.integers(0, 6))
def test_a_weekday_of_a_month_is_found_by_listing_them(
    year: int, month: int, ordinal: int, weekday: int
) -> None:
    those = [found for found in month_days(year, month) if found.weekday() == weekday]
    listed = those[-1] if ordinal == ORDINALS.index("last") else those[ordinal]
    assert WeekdayOfMonth(ordinal, weekday).day(year, month) == listed


@thorough
@given(YEARS, MONTHS, st.integers(1, 31))
def test_a_day_of_a_month_is_found_by_listing_them(year: int, month: int, number: int) -> None:
    assert DayOfMonth(number).day(year, month) == month_days(year, month)[:number][-1]


def test_weeks_begin_on_monday() -> None:
    monday = day("2026-01-05")
    assert [Weekday(n).day(monday).weekday() for n in range(7)] == list(range(7))
    assert Weekday(6).day(monday) == day("2026-01-11")
