"""The status of a single session, promise or deadline on a day, to the day."""

import pytest
from tests.core.given import day, length, window

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.history.occurrence import Status
from cjpeace.core.history.standing import of_deadline, of_promise, of_session


def seen(recorded: Recorded, own: str, as_of: str, *planned: str, others: bool = False) -> str:
    """What is seen of a session on a day, as `confirmed 2025-10`; nothing when it is not known."""
    session = Session(recorded, parse_edtf(own), (), tuple(parse_edtf(text) for text in planned))
    found = of_session(session, day(as_of), convened_by_others=others)
    return "" if found is None else f"{found[0].value} {found[1]}"


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2024-12-31", Status.PROJECTED),
        ("2025-01-01", Status.DUE),
        ("2025-12-31", Status.DUE),
        ("2026-01-01", Status.LATE),
        ("2026-03-31", Status.LATE),
        ("2026-04-01", Status.MISSED),
    ],
)
def test_a_promise_is_projected_then_due_then_late_then_missed(as_of: str, status: Status) -> None:
    assert of_promise(window("2025"), length("3 months"), day(as_of)) is status


def test_a_promise_without_grace_is_never_late() -> None:
    assert of_promise(window("2025"), None, day("2025-12-31")) is Status.DUE
    assert of_promise(window("2025"), None, day("2026-01-01")) is Status.MISSED


def test_an_open_promise_is_due_for_ever() -> None:
    assert of_promise(window("1999-09-17/.."), length("1 day"), day("9999-12-31")) is Status.DUE


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2025-12-31", Status.POSTPONED),
        ("2026-01-01", Status.LATE),
        ("2026-01-10", Status.LATE),
        ("2026-01-11", Status.MISSED),
    ],
)
def test_a_deadline_has_passed_on_its_own_day(as_of: str, status: Status) -> None:
    assert of_deadline(day("2026-01-01"), length("10 days"), day(as_of)) is status


def test_what_has_no_deadline_stays_postponed() -> None:
    assert of_deadline(None, None, day("9999-12-31")) is Status.POSTPONED


def test_a_session_is_held_from_its_first_day_on() -> None:
    assert seen(Recorded.HELD, "2025-10-14/2025-10-15", "2025-10-14") == (
        "held 2025-10-14/2025-10-15"
    )
    assert seen(Recorded.HELD, "2025-10", "2025-09-30") == ""


def test_looking_back_a_session_is_confirmed_for_the_first_date_that_lay_ahead() -> None:
    planned = ("2025-03", "2025-06")
    assert seen(Recorded.HELD, "2025-10", "2025-03-31", *planned) == "confirmed 2025-03"
    assert seen(Recorded.HELD, "2025-10", "2025-04-01", *planned) == "confirmed 2025-06"
    assert seen(Recorded.HELD, "2025-10", "2025-07-01", *planned) == ""
    assert seen(Recorded.HELD, "2025-10", "2025-10-01", *planned) == "held 2025-10"


@pytest.mark.parametrize("recorded", [Recorded.CONFIRMED, Recorded.TENTATIVE])
def test_a_plan_that_has_passed_is_unreported(recorded: Recorded) -> None:
    own = "2025-10-14/2025-10-15"
    assert seen(recorded, own, "2025-10-15") == f"{recorded.value} {own}"
    assert seen(recorded, own, "2025-10-16") == f"unreported {own}"
    assert seen(recorded, own, "2025-10-16", others=True) == f"unknown {own}"
    assert seen(recorded, "2025/..", "9999-12-31") == f"{recorded.value} 2025/.."


def test_a_cancelled_session_is_cancelled_on_every_day() -> None:
    assert seen(Recorded.CANCELLED, "2025-10", "2000-01-01") == "cancelled 2025-10"
    assert seen(Recorded.CANCELLED, "2025-10", "2030-01-01") == "cancelled 2025-10"
