"""Events: each its own window, once."""

import pytest
from tests.core.given import events, story


def status(keys: str, as_of: str) -> str:
    """The status of the event `summit` on a day, and its date; nothing when it is not known."""
    agenda = events(f"summit: {{title: Summit, {keys}}}\n")
    found = story(agenda, as_of, "0001/9998")
    return found[0].removeprefix("summit ") if found else ""


@pytest.mark.parametrize(
    ("keys", "as_of", "found"),
    [
        ("held: 2000-09-06/2000-09-08", "2000-09-05", ""),
        ("held: 2000-09-06/2000-09-08", "2000-09-06", "held - -"),
        ("held: 2000-09-06, planned: 2000-06", "2000-06-30", "confirmed - -"),
        ("held: 2000-09-06, planned: 2000-06", "2000-07-01", ""),
        ("confirmed: 2000-09-06", "2000-09-06", "confirmed - -"),
        ("confirmed: 2000-09-06", "2000-09-07", "unreported - -"),
        ("tentative: 2000-09", "2000-10-01", "unreported - -"),
        ("confirmed: 2000-09-06, convened_by: UN", "2000-09-07", "unknown - -"),
        ("cancelled: 2000-09, reason: storm", "2010-01-01", "cancelled - -"),
        ("held: 2000-09, number: 3, host: japan", "2010-01-01", "held 3 japan"),
        ("held: 2000-09, host: none", "2010-01-01", "held - none"),
    ],
)
def test_an_event_on_record_has_the_status_of_its_session(
    keys: str, as_of: str, found: str
) -> None:
    assert status(keys, as_of) == found


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        ("1999-12-31", "projected"),
        ("2000-01-01", "due"),
        ("2000-12-31", "due"),
        ("2001-01-01", "late"),
        ("2001-03-31", "late"),
        ("2001-04-01", "overdue"),
        ("2050-01-01", "overdue"),
    ],
)
def test_an_expected_event_is_owed_in_its_window(as_of: str, found: str) -> None:
    assert status("expected: 2000, grace: 3 months", as_of) == f"{found} - -"


def test_an_expected_event_that_others_convene_is_never_overdue() -> None:
    assert status("expected: 2000, convened_by: UN", "2001-01-01") == "unknown - -"


def test_an_open_promise_is_due_from_its_first_day() -> None:
    assert status("expected: 1999-09-17/..", "1999-09-16") == "projected - -"
    assert status("expected: 1999-09-17/..", "2500-01-01") == "due - -"


def test_a_postponed_event_has_until_the_end_of_its_new_window() -> None:
    keys = "planned: 2000-03, postponed: 2000-09, reason: storm, grace: 1 month"
    assert status(keys, "2000-09-30") == "postponed - -"
    assert status(keys, "2000-10-31") == "late - -"
    assert status(keys, "2000-11-01") == "overdue - -"
    assert status(f"{keys}, convened_by: UN", "2000-11-01") == "unknown - -"


def test_an_event_postponed_to_no_date_stays_postponed() -> None:
    keys = 'planned: 2000-03, postponed: "..", reason: storm'
    assert status(keys, "2050-01-01") == "postponed - -"


def test_events_have_no_slot_and_are_not_extra() -> None:
    agenda = events("summit: {title: Summit, held: 2000-09-06}\n")
    assert story(agenda, "2010-01-01", "2000-09-06") == ["summit held - -"]
    assert story(agenda, "2010-01-01", "2000-09-07") == []
