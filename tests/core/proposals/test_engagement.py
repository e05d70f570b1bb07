"""The meetings that stand in the way of another, and where they are."""

import pytest
from tests.core.given import day, edtf, window
from tests.core.proposals.given_proposals import agenda

from cjpeace.core.agenda import Agenda
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.proposals.engagement import city_of, engagements, has_days

OTHERS = "convened_by: United Nations\n"


def found(one: Agenda, as_of: str = "2026-11-24", span: str = "2027") -> list[str]:
    parties = one.parties.values()
    return [edtf(e.days) for e in engagements([one], parties, day(as_of), window(span))]


@pytest.mark.parametrize(
    ("session", "days"),
    [
        ("confirmed: 2027-06-09/2027-06-10", ["2027-06-09/2027-06-10"]),
        ("tentative: 2027-06-09", ["2027-06-09"]),
        ("planned: 2027-03, postponed: 2027-06-09, reason: Typhoon", ["2027-06-09"]),
        ("tentative: 2027-06", []),
        ("confirmed: 2027-06-09/", []),
        ("cancelled: 2027-06-09, reason: Typhoon", []),
        ("planned: 2027-06-09, postponed: .., reason: Typhoon", []),
    ],
)
def test_a_session_counts_when_its_days_are_known_and_it_stands(
    session: str, days: list[str]
) -> None:
    assert found(agenda(talks=f"sessions:\n  - {{{session}}}")) == days


def test_a_session_that_is_being_held_counts() -> None:
    one = agenda(talks="sessions:\n  - {held: 2027-01-04/2027-01-08}")
    assert found(one, as_of="2027-01-05") == ["2027-01-04/2027-01-08"]


def test_slots_of_the_parties_themselves_do_not_count() -> None:
    assert found(agenda(talks="cadence: {every: year, when: 9 June, since: 2020}")) == []


def test_a_day_that_others_have_fixed_by_their_rule_counts() -> None:
    one = agenda(talks=f"{OTHERS}cadence: {{every: year, when: 30 June, since: 2020}}")
    assert found(one) == ["2027-06-30"]


def test_others_are_expected_at_the_time_of_their_last_session_with_days() -> None:
    sessions = "sessions:\n  - {held: 2024-10-07/2024-11-08}\n  - {held: 2025-10-08/}"
    rule = "cadence: {every: year, when: autumn, since: 2020}\n"
    one = agenda(talks=f"{OTHERS}{rule}{sessions}")
    assert found(one) == ["2027-10-07/2027-11-08"]
    assert found(one, as_of="2024-09-01") == []


def test_others_whose_last_session_was_at_another_time_are_not_expected() -> None:
    sessions = "sessions:\n  - {held: 2025-03-07/2025-03-08}"
    one = agenda(talks=f"{OTHERS}cadence: {{every: year, when: autumn, since: 2020}}\n{sessions}")
    assert found(one) == []


def test_an_agenda_that_shares_no_party_is_nobodys_concern() -> None:
    one = agenda(talks="sessions:\n  - {confirmed: 2027-06-09}")
    assert engagements([one], [], day("2026-11-24"), window("2027")) == ()


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("2027-06-09", True),
        ("2027-06-09/2027-06-10", True),
        ("2027-06", False),
        ("2027-06-09/2027-07", False),
        ("2027-06-09/", False),
        ("2027-06-09/..", False),
    ],
)
def test_a_date_has_days_when_both_its_sides_are(written: str, known: bool) -> None:  # noqa: FBT001 - a case
    assert has_days(parse_edtf(written)) is known


@pytest.mark.parametrize(
    ("place", "host", "city"),
    [
        ("Iikura Guest House, Tokyo", "canada", "Tokyo"),
        ("Vienna", None, "Vienna"),
        (None, "canada", "Ottawa"),
        (None, None, None),
        (None, "none", None),
    ],
)
def test_a_city_is_that_of_the_place_else_the_hosts_capital(
    place: str | None, host: str | None, city: str | None
) -> None:
    assert city_of(place, host, agenda(talks="sessions: []")) == city
