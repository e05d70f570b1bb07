"""What speaks for and against days, and how much."""

from datetime import date

import pytest
from tests.core.proposals.given_proposals import agenda, ask, codes, only, reason

from cjpeace.core.proposals.reason import ReasonCode

YEARLY = "cadence: {every: year, since: 2020}"
TALKS = agenda(talks=f"{YEARLY}\nhosts: [canada, japan]")
WITHOUT_HOST = agenda(talks=YEARLY)


def reasons_of(written: str, as_of: str = "2025-01-01", days: int = 1) -> list[str]:
    """What is said of one window of days, when nobody travels."""
    return codes(only(ask(WITHOUT_HOST, "talks", as_of, written, days=days)))


def test_an_ordinary_day_has_neither_reasons_for_nor_against() -> None:
    assert reasons_of("2027-06-09") == []


@pytest.mark.parametrize(
    ("as_of", "points"),
    [("2027-05-09", []), ("2027-05-10", ["short-notice -2"]), ("2027-06-01", ["short-notice -8"])],
)
def test_each_week_of_notice_that_is_missing_counts(as_of: str, points: list[str]) -> None:
    assert reasons_of("2027-06-09", as_of) == points


def test_each_day_of_a_weekend_counts() -> None:
    assert reasons_of("2027-06-12") == ["weekend -10"]
    assert reasons_of("2027-06-11/2027-06-14", days=4) == ["weekend -20"]


def test_the_days_around_a_long_holiday_count_a_little() -> None:
    """Golden Week of 2027: Showa Day on Thursday 29 April, then 1 to 5 May are off."""
    assert reasons_of("2027-04-28") == ["around-holiday -4"]
    assert reasons_of("2027-04-27") == []
    assert reasons_of("2027-05-07") == ["around-holiday -4"]
    assert reasons_of("2027-05-10") == []


def test_a_day_within_a_long_holiday_that_is_none_itself_counts_more() -> None:
    assert reasons_of("2027-05-01") == ["weekend -10", "long-holiday -8"]


def test_obon_is_a_custom_of_japan_and_no_bar() -> None:
    found = only(ask(WITHOUT_HOST, "talks", "2025-01-01", "2026-08-14"))
    obon = reason(found, ReasonCode.LONG_HOLIDAY)
    assert obon.points == -8
    assert obon.holiday is not None
    assert (obon.holiday.name, obon.holiday.party.key) == ("Obon", "japan")
    assert (obon.holiday.days.start, obon.holiday.days.last_day) == (
        date(2026, 8, 13),
        date(2026, 8, 16),
    )


def test_the_turn_of_the_year_is_a_long_holiday_of_both_sides() -> None:
    found = only(ask(WITHOUT_HOST, "talks", "2025-01-01", "2027-01-05"))
    named = [(one.holiday.party.key, one.holiday.name) for one in found.reasons if one.holiday]
    assert named == [("japan", "the turn of the year")]


def test_visitors_that_travel_on_days_off_count() -> None:
    """Canada hosts in 2026: Japan arrives the day before, and leaves the day after."""
    monday = only(ask(TALKS, "talks", "2026-01-01", "2026-06-08"))
    assert codes(monday) == ["travel -2"]
    travel = reason(monday, ReasonCode.TRAVEL)
    assert ([p.key for p in travel.parties], travel.days) == (["japan"], (date(2026, 6, 7),))
    friday_and_weekend = ask(TALKS, "talks", "2026-01-01", "2026-06-08/2026-06-12", days=5)
    assert codes(only(friday_and_weekend)) == ["travel -4"]


def test_a_holiday_of_the_host_is_no_matter_to_a_visitor_who_travels() -> None:
    """30 June 2026 is the day before Canada Day, on which Japan's delegation flies home."""
    assert codes(only(ask(TALKS, "talks", "2026-01-01", "2026-06-30"))) == []


@pytest.mark.parametrize(
    ("session", "points"),
    [
        ("confirmed: 2027-06-08/2027-06-18", ["others -6"]),
        ("confirmed: 2027-06-10", []),
    ],
)
def test_a_meeting_that_others_convene_counts(session: str, points: list[str]) -> None:
    one = agenda(
        talks=YEARLY,
        assembly=f"convened_by: United Nations\nsessions:\n  - {{{session}}}",
    )
    assert codes(only(ask(one, "talks", "2025-01-01", "2027-06-09"))) == points


def test_a_meeting_of_others_without_days_is_likely_when_the_last_one_was() -> None:
    one = agenda(
        talks=YEARLY,
        assembly=(
            "convened_by: United Nations\ncadence: {every: year, when: autumn, since: 2020}\n"
            "sessions:\n  - {held: 2025-10-07/2025-11-08}"
        ),
    )
    found = only(ask(one, "talks", "2025-12-01", "2027-10-14"))
    assert codes(found) == ["others-likely -3"]
    likely = reason(found, ReasonCode.OTHERS_LIKELY).engagement
    assert likely is not None
    assert (likely.days.start, likely.days.last_day) == (date(2027, 10, 7), date(2027, 11, 8))
    assert codes(only(ask(one, "talks", "2025-12-01", "2027-11-09"))) == []


def test_the_month_of_earlier_sessions_counts_for_it() -> None:
    one = agenda(
        talks=f"{YEARLY}\nsessions:\n  - {{number: 1, held: 2020-06}}\n"
        "  - {number: 2, held: 2021-06-03}\n  - {number: 3, held: 2022}"
    )
    found = only(ask(one, "talks", "2025-01-01", "2027-06-09"))
    assert codes(found) == ["season +6"]
    assert [one.number for one in reason(found, ReasonCode.SEASON).sessions] == [1, 2]
    assert codes(only(ask(one, "talks", "2025-01-01", "2027-07-08"))) == []


def test_sessions_that_were_not_held_yet_say_nothing_of_the_season() -> None:
    one = agenda(talks=f"{YEARLY}\nsessions:\n  - {{number: 1, held: 2026-06-03}}")
    assert codes(only(ask(one, "talks", "2025-01-01", "2027-06-09"))) == []


def test_a_free_day_beside_it_counts_for_a_pair_without_a_day() -> None:
    one = agenda(talks=f"{YEARLY}\npairs_with: [dialogue]", dialogue=YEARLY)
    assert codes(only(ask(one, "talks", "2025-01-01", "2027-06-09"))) == ["room-for-pair +2"]
    beside = ask(one, "talks", "2025-01-01", "2027-06-09", avoid=("2027-06-10",))
    assert reason(only(beside), ReasonCode.ROOM_FOR_PAIR).days == (date(2027, 6, 8),)
    nothing = ask(one, "talks", "2025-01-01", "2027-06-09", avoid=("2027-06-08", "2027-06-10"))
    assert codes(only(nothing)) == []


def test_what_weighs_most_comes_first_and_reasons_for_before_those_against() -> None:
    one = agenda(talks=f"{YEARLY}\nsessions:\n  - {{number: 1, held: 2020-08}}")
    found = only(ask(one, "talks", "2026-08-01", "2026-08-15"))
    assert codes(found) == ["season +3", "weekend -10", "long-holiday -8", "short-notice -6"]
