"""The grid of a rule: its windows, found near any day, up to the calendar's ends."""

from datetime import date, timedelta
from itertools import islice, pairwise, takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import day, eras, rule, thorough, window, written

from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.grid import MOST_REMEMBERED, Grid, grid_of

FIRST, LAST = day("1990-01-01"), day("2015-01-01")
DAYS = st.dates(FIRST, LAST)
LASTS = st.integers(1, 40)


def grid(every: str, since: str, *when: str, lasts: int = 1) -> Grid:
    return grid_of(rule(every, since, *when), lasts)


def test_a_grid_goes_on_before_its_anchor() -> None:
    assert written(grid("2 years", "1999-09-17").descending(day("2000-01-01")), 3) == [
        "1999-09-17/2001-09-16",
        "1997-09-17/1999-09-16",
        "1995-09-17/1997-09-16",
    ]
    assert written(grid("3 weeks", "2026-01-07", "Tuesday").ascending(day("2025-12-01")), 3) == [
        "2025-12-16",
        "2026-01-06",
        "2026-01-27",
    ]


def test_a_window_that_begins_on_the_day_itself_is_ahead_of_it() -> None:
    yearly = grid("year", "2005")
    assert written(yearly.ascending(day("2007-01-01")), 1) == ["2007"]
    assert written(yearly.descending(day("2007-01-01")), 1) == ["2006"]
    assert written(yearly.ascending(day("2007-01-02")), 1) == ["2008"]
    assert written(yearly.descending(day("2007-01-02")), 1) == ["2007"]


def test_periods_are_counted_from_the_anchor_never_from_the_one_before() -> None:
    assert written(grid("month", "2025-01-31").ascending(day("2025-01-31")), 4) == [
        "2025-01-31/2025-02-27",
        "2025-02-28/2025-03-30",
        "2025-03-31/2025-04-29",
        "2025-04-30/2025-05-30",
    ]
    assert written(grid("year", "2024-02-29").ascending(day("2026-01-01")), 3) == [
        "2026-02-28/2027-02-27",
        "2027-02-28/2028-02-28",
        "2028-02-29/2029-02-27",
    ]


@pytest.mark.parametrize(
    ("every", "since", "when", "reference"),
    [
        ("year", "1998-01-01", "second Tuesday of September", "FREQ=YEARLY;BYMONTH=9;BYDAY=2TU"),
        ("2 years", "1998-01-01", "last Friday of March", "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=-1FR"),
        ("3 years", "1998-01-01", "31 May", "FREQ=YEARLY;INTERVAL=3;BYMONTH=5;BYMONTHDAY=31"),
        ("month", "1998-01-01", "last Friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("5 months", "1998-01-01", "15", "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=15"),
        ("quarter", "1998-01-01", "last day", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        ("3 weeks", "1998-01-01", "Tuesday", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"),
        ("week", "1998-01-01", "Sunday", "FREQ=WEEKLY;BYDAY=SU"),
    ],
)  # fmt: skip
def test_days_are_those_of_the_same_rule_in_dateutil(
    every: str, since: str, when: str, reference: str
) -> None:
    rrule = rrulestr(f"DTSTART:{since.replace('-', '')}\nRRULE:{reference}")
    theirs = [found.date() for found in islice(rrule, 300)]
    ours = grid(every, since, when).ascending(day(since))
    assert [found.start for found in islice(ours, 300)] == theirs


@thorough
@given(eras(), LASTS)
def test_windows_come_in_order_and_each_once(era: Era, lasts: int) -> None:
    found = list(takewhile(lambda w: w.start < LAST, grid_of(era, lasts).ascending(FIRST)))
    assert all(one.order < other.order for one, other in pairwise(found))


@thorough
@given(eras(), LASTS)
def test_no_window_is_longer_than_the_grid_says(era: Era, lasts: int) -> None:
    found = grid_of(era, lasts)
    for one in islice(found.ascending(FIRST), 200):
        assert one.end is not None
        assert one.end - one.start <= timedelta(found.longest)


@thorough
@given(eras(), LASTS, DAYS)
def test_seeking_a_day_equals_walking_to_it(era: Era, lasts: int, sought: date) -> None:
    found = grid_of(era, lasts)
    walked = list(takewhile(lambda w: w.start < LAST, found.ascending(FIRST)))
    ahead = list(takewhile(lambda w: w.start < LAST, found.ascending(sought)))
    behind = list(takewhile(lambda w: w.start >= FIRST, found.descending(sought)))
    assert ahead == [w for w in walked if w.start >= sought]
    assert behind[::-1] == [w for w in walked if w.start < sought]


@thorough
@given(eras(), LASTS, st.integers(0, 60))
def test_periods_are_numbered_from_that_of_the_anchor(era: Era, lasts: int, ahead: int) -> None:
    found = grid_of(era, lasts)
    windows = islice(found.ascending(era.anchor), 200)
    numbers = [number for w in windows if (number := found.number(w)) is not None]
    assert len(numbers) == 200
    assert numbers[0] in (0, 1)
    assert sorted(numbers) == numbers
    if not era.when:
        assert numbers[ahead] == ahead


@pytest.mark.parametrize(
    ("every", "when", "last"),
    [
        ("year", [], "9998"),
        ("2 years", [], "9997/9998"),
        ("year", ["autumn"], "9999-23"),
        ("year", ["winter"], "9998-24"),
        ("year", ["31 December"], "9998-12-31"),
        ("month", ["last day"], "9999-11-30"),
        ("month", [], "9999-11"),
        ("day", [], "9999-12-30"),
        ("week", ["Friday"], "9999-12-24"),
    ],
)
def test_a_grid_ends_quietly_with_the_calendar(every: str, when: list[str], last: str) -> None:
    found = grid(every, "9997-01-01", *when)
    assert written(found.ascending(day("9997-01-01")), 2000)[-1] == last
    assert written(found.descending(date.max), 1) == [last]
    assert list(found.ascending(date.max)) == []


@pytest.mark.parametrize(
    ("every", "when", "first"),
    [
        ("year", [], "0001"),
        ("2 years", [], "0002/0003"),
        ("year", ["autumn"], "0001-23"),
        ("year", ["1 January"], "0001-01-01"),
        ("month", ["1"], "0001-01-01"),
        ("week", ["Tuesday"], "0001-01-02"),
        ("10 days", [], "0001-01-06/0001-01-15"),
    ],
)
def test_a_grid_begins_quietly_with_the_calendar(every: str, when: list[str], first: str) -> None:
    found = grid(every, "0004-01-01", *when)
    assert written(found.descending(day("0004-01-01")), 2000)[-1] == first
    assert list(found.descending(date.min)) == []


def test_a_period_longer_than_what_is_left_of_the_calendar_has_no_window() -> None:
    assert list(grid("400 years", "9700").ascending(day("9700-01-01"))) == []
    assert list(grid("400 years", "0100").descending(day("0100-01-01"))) == []


def test_a_window_is_found_as_soon_eight_thousand_years_on() -> None:
    far = grid("day", "1998-01-01").ascending(day("9990-05-05"))
    assert next(far) == window("9990-05-05")


def test_a_grid_remembers_so_many_cells_and_lays_the_others_anew() -> None:
    weekly = grid_of(rule("week", "1998", "Tuesday"), 1)
    walked = list(islice(weekly.ascending(FIRST), 3 * MOST_REMEMBERED))
    assert list(islice(weekly.ascending(FIRST), 3 * MOST_REMEMBERED)) == walked
    assert len(vars(weekly)["_laid"]) <= MOST_REMEMBERED
