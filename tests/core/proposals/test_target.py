"""What an id asks days for, and in which window they are sought."""

import pytest
from tests.core.given import day, edtf, window
from tests.core.proposals.given_proposals import agenda, sought

from cjpeace import loads
from cjpeace.core.proposals.target import NothingAheadError, target

YEARLY = "cadence: {every: year, since: 2020}\nhosts: [canada, japan]\nlasts: 2 days"


def test_the_next_open_occurrence_is_sought_in_what_is_left_of_its_window() -> None:
    found = sought(agenda(talks=YEARLY), "talks", "2026-11-24")
    assert found.occurrence is not None
    assert found.occurrence.id == "talks/2026"
    assert edtf(found.window) == "2026-11-25/2026-12-31"
    assert (found.days, found.host, str(found.notice)) == (2, "canada", "1 month")


def test_an_occurrence_that_has_its_day_is_passed_over() -> None:
    one = agenda(talks=f"{YEARLY}\nsessions:\n  - {{confirmed: 2026-12-08/2026-12-09}}")
    found = sought(one, "talks", "2026-11-24")
    assert found.occurrence is not None
    assert found.occurrence.id == "talks/2027"


def test_an_occurrence_that_has_its_day_can_be_named() -> None:
    one = agenda(talks=f"{YEARLY}\nsessions:\n  - {{confirmed: 2026-12-08/2026-12-09}}")
    found = sought(one, "talks/2026", "2026-11-24")
    assert edtf(found.window) == "2026-11-25/2026-12-31"


def test_a_tentative_month_is_where_a_day_is_sought() -> None:
    one = agenda(talks=f"{YEARLY}\nsessions:\n  - {{tentative: 2026-12}}")
    assert edtf(sought(one, "talks", "2026-11-24").window) == "2026-12"


def test_of_an_overdue_mechanism_the_next_open_one_is_meant() -> None:
    one = agenda(talks="cadence: {every: 2 years, since: 2020}")
    found = sought(one, "talks", "2022-11-24")
    assert found.occurrence is not None
    assert found.occurrence.id == "talks/2022-01-01"


def test_what_is_late_is_sought_within_its_grace() -> None:
    one = agenda(talks="cadence: {every: 5 years, when: spring, since: 2020}\ngrace: 3 months")
    found = sought(one, "talks", "2025-06-30")
    assert found.occurrence is not None
    assert found.occurrence.id == "talks/2025-21"
    assert edtf(found.window) == "2025-07/2025-08"


def test_a_window_that_is_given_chooses_the_occurrence() -> None:
    found = sought(agenda(talks=YEARLY), "talks", "2026-11-24", "2027-03")
    assert found.occurrence is not None
    assert found.occurrence.id == "talks/2027"
    assert found.before is not None
    assert found.before.id == "talks/2026"
    assert edtf(found.window) == "2027-03"


def test_a_mechanism_that_owes_nothing_is_sought_a_year_beyond_its_notice() -> None:
    one = agenda(talks="sessions:\n  - {held: 2020-03-02}")
    found = sought(one, "talks", "2026-11-24")
    assert found.occurrence is None
    assert edtf(found.window) == "2026-11-25/2027-12-24"


def test_a_window_without_an_end_is_sought_a_year_beyond_its_notice() -> None:
    found = sought(agenda(talks=YEARLY), "talks", "2026-11-24", "2027-03/..")
    assert edtf(found.window) == "2027-03/2028-03"


def test_no_more_than_ten_years_are_searched() -> None:
    found = sought(agenda(talks=YEARLY), "talks", "2026-11-24", "2027/2100")
    assert edtf(found.window) == "2027/2036"


@pytest.mark.parametrize("written", ["2025", "2026-11-24", "2020-21"])
def test_a_window_that_is_over_is_refused(written: str) -> None:
    with pytest.raises(NothingAheadError):
        target(agenda(talks=YEARLY), "talks", day("2026-11-24"), window(written))


def test_nothing_can_be_sought_on_the_last_day_of_the_calendar() -> None:
    with pytest.raises(NothingAheadError):
        target(agenda(talks="sessions: []"), "talks", day("9999-12-31"))


EVENTS = loads(
    """\
id: given
title: Given
parties: {canada: {name: Canada, timezone: America/Toronto}}
events:
  open: {title: Open, expected: 1999-09-17/..}
  over: {title: Over, expected: 2005}
  moved: {title: Moved, planned: 2027-03-02, postponed: 2027-09, reason: Typhoon}
  done: {title: Done, held: 2005-03-02}
"""
)


@pytest.mark.parametrize(
    ("name", "searched"),
    [
        ("open", "2026-11-25/2028-02-24"),
        ("over", "2026-11-25/2028-02-24"),
        ("moved", "2027-09"),
    ],
)
def test_an_event_is_sought_in_its_window_or_from_now_on(name: str, searched: str) -> None:
    assert edtf(sought(EVENTS, name, "2026-11-24").window) == searched


@pytest.mark.parametrize("name", ["done", "none", "open/2026"])
def test_what_is_not_open_has_no_target(name: str) -> None:
    assert target(EVENTS, name, day("2026-11-24")) is None
