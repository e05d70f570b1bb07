"""Lengths of time: read, shown, and added to days without leaving the calendar."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import day, length, thorough

from cjpeace.core.dates.duration import Duration, Unit, days_in_month, parse_duration, shifted
from cjpeace.core.unreadable import UnreadableError

GRACE = (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY)
LENGTHS = st.builds(Duration, st.integers(1, 1000), st.sampled_from(Unit))
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "count", "unit", "shown"),
    [
        ("3 months", 3, Unit.MONTH, "3 months"),
        ("1 month", 1, Unit.MONTH, "1 month"),
        ("month", 1, Unit.MONTH, "1 month"),
        ("1 weeks", 1, Unit.WEEK, "1 week"),
        ("10 days", 10, Unit.DAY, "10 days"),
        ("400 years", 400, Unit.YEAR, "400 years"),
        ("2 quarters", 2, Unit.QUARTER, "2 quarters"),
        ("90 minutes", 90, Unit.MINUTE, "90 minutes"),
        ("2 hours", 2, Unit.HOUR, "2 hours"),
    ],
)
def test_a_length_is_a_number_and_a_unit(text: str, count: int, unit: Unit, shown: str) -> None:
    found = parse_duration(text, tuple(Unit))
    assert (found, str(found)) == (Duration(count, unit), shown)


@pytest.mark.parametrize(
    "text", ["", "3", "3  months", "-3 months", "3months", "1.5 years", "３ months"]
)
def test_what_is_no_length_is_refused_with_the_units_that_fit(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_duration(text, GRACE)
    assert caught.value.message == f'"{text}" is not a length of time'
    assert caught.value.help == (
        'accepted: a number and a unit (years, months, weeks, days), as in "2 years"'
    )


@pytest.mark.parametrize(
    ("text", "units", "message", "help_"),
    [
        (
            "90 minutes",
            (Unit.WEEK, Unit.DAY),
            '"90 minutes" is not a length of time',
            'accepted: a number and a unit (weeks, days), as in "2 weeks"',
        ),
        ("0 days", GRACE, '"0 days" is no time at all', 'the least is "1 day"'),
        ("000 weeks", GRACE, '"000 weeks" is no time at all', 'the least is "1 week"'),
        (
            "401 years",
            GRACE,
            '"401 years" is longer than 400 years',
            "write a shorter length",
        ),
        (
            "999999999999999999 days",
            GRACE,
            '"999999999999999999 days" is longer than 400 years',
            "write a shorter length",
        ),
    ],
)
def test_a_length_out_of_bounds_is_refused(
    text: str, units: tuple[Unit, ...], message: str, help_: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_duration(text, units)
    assert (caught.value.message, caught.value.help) == (message, help_)


def test_a_length_is_counted_in_its_own_kind_of_unit() -> None:
    assert [length(text).months for text in ("2 years", "2 quarters", "5 months")] == [24, 6, 5]
    assert [length(text).days for text in ("3 weeks", "10 days", "2 years")] == [21, 10, 0]
    assert [length(text).minutes for text in ("2 hours", "90 minutes", "2 days")] == [120, 90, 0]
    assert length("3 weeks").months == 0


@pytest.mark.parametrize(
    ("text", "days"),
    [("90 minutes", 1), ("24 hours", 1), ("25 hours", 2), ("2 days", 2), ("1 month", 31)],
)
def test_part_of_a_day_counts_as_a_whole_one(text: str, days: int) -> None:
    assert length(text).most_days == days


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        ("2025-01-31", "1 month", "2025-02-28"),
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2025-11-30", "1 quarter", "2026-02-28"),
        ("2025-12-31", "1 day", "2026-01-01"),
        ("2025-12-31", "2 weeks", "2026-01-14"),
        ("2025-12-31", "90 minutes", "2025-12-31"),
    ],
)
def test_months_end_on_the_last_day_that_a_month_has(start: str, text: str, end: str) -> None:
    assert length(text).after(day(start)) == day(end)


def test_no_length_leads_out_of_the_calendar() -> None:
    assert length("400 years").after(day("9900-01-01")) == date.max
    assert length("3 days").after(day("9999-12-30")) == date.max
    assert length("400 years").earliest_start(day("0300-01-01")) == date.min
    assert shifted(day("0001-01-02"), -2) == date.min
    assert shifted(day("9999-12-30"), 2) == date.max
    assert shifted(day("2025-01-01"), -1) == day("2024-12-31")


def test_every_month_of_four_centuries_has_the_days_of_the_calendar() -> None:
    months = [(year, month) for year in range(1890, 2290) for month in range(1, 13)]
    assert [days_in_month(*m) for m in months] == [monthrange(*m)[1] for m in months]


@thorough
@given(LENGTHS, DAYS)
def test_a_length_never_exceeds_its_most_days(duration: Duration, start: date) -> None:
    assert duration.after(start) - start <= timedelta(duration.most_days)


@thorough
@given(LENGTHS, DAYS, st.integers(0, 400))
def test_what_starts_by_the_earliest_start_ends_by_the_day(
    duration: Duration, end: date, before: int
) -> None:
    start = shifted(duration.earliest_start(end), -before)
    assert duration.after(start) <= end
