"""Which days are proposed, in which order, and what bars the others."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import thorough, window
from tests.core.proposals.given_proposals import agenda, ask, barred, codes, dates, only

from cjpeace.core.dates.window import Window
from cjpeace.core.proposals.busy import BusyDays, BusyHours

YEARLY = "cadence: {every: year, since: 2020}\nhosts: [canada, japan]"
TALKS = agenda(talks=YEARLY)


def test_days_before_and_on_the_day_asked_are_never_proposed() -> None:
    found = ask(TALKS, "talks", "2027-06-08", "2027-06", count=50)
    assert min(dates(found)) == "2027-06-09"
    assert found.plans[0].day == date(2027, 6, 9)


def test_holidays_of_either_side_and_closed_days_bar() -> None:
    found = ask(TALKS, "talks", "2026-06-01", "2026-12", count=50)
    assert barred(found) == {
        "holiday canada": [date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 28)],
        "holiday japan": [date(2026, 12, 31)],
        "closed japan": [date(2026, 12, 29), date(2026, 12, 30)],
    }
    assert found.barred_days == 6
    proposed = {one.window.start for one in found.best}
    assert not proposed & {bar.day for tally in found.tallies for bar in tally.bars}
    assert len(proposed) == 31 - 6


def test_a_planned_session_bars_its_days_and_names_itself() -> None:
    one = agenda(talks=YEARLY, forum="sessions:\n  - {confirmed: 2027-06-09/2027-06-10}")
    found = ask(one, "talks", "2027-01-01", "2027-06-07/2027-06-13", count=9)
    assert barred(found) == {"planned": [date(2027, 6, 9), date(2027, 6, 10)]}
    assert "2027-06-09" not in dates(found)


def test_by_video_a_planned_session_bars_the_day_it_is_on_either_side() -> None:
    """An evening of 8 June in Ottawa is the morning of the 9th in Tokyo."""
    one = agenda(talks=YEARLY, forum="sessions:\n  - {confirmed: 2027-06-09}")
    found = only(ask(one, "talks", "2027-01-01", "2027-06-08", video=True))
    (sittings,) = found.hours
    assert [str(sitting.start.date()) for sitting in sittings] == ["2027-06-08", "2027-06-08"]


def test_a_planned_session_without_a_day_bars_nothing() -> None:
    one = agenda(talks=YEARLY, forum="sessions:\n  - {tentative: 2027-06}")
    assert ask(one, "talks", "2027-01-01", "2027-06").barred_days == 0


def test_a_planned_session_of_another_agenda_bars_when_it_shares_a_party() -> None:
    other = agenda("other", forum="sessions:\n  - {tentative: 2027-06-09}")
    found = ask(TALKS, "talks", "2027-01-01", "2027-06-09", others=(other,))
    assert barred(found) == {"planned": [date(2027, 6, 9)]}


def test_the_session_for_which_other_days_are_sought_bars_nothing() -> None:
    one = agenda(talks=f"{YEARLY}\nsessions:\n  - {{confirmed: 2027-06-09}}")
    found = ask(one, "talks/2027", "2027-01-01", "2027-06-09")
    assert dates(found) == ["2027-06-09"]


def test_a_window_to_avoid_bars() -> None:
    found = ask(TALKS, "talks", "2027-01-01", "2027-06-07/2027-06-09", avoid=("2027-06-08",))
    assert dates(found) == ["2027-06-09", "2027-06-07"]
    assert barred(found) == {"avoid 2027-06-08": [date(2027, 6, 8)]}


def test_whole_busy_days_bar() -> None:
    away = BusyDays(window("2027-06-08"), "Leave", "a.ics")
    found = ask(TALKS, "talks", "2027-01-01", "2027-06-07/2027-06-09", busy=(away,))
    assert barred(found) == {"busy a.ics": [date(2027, 6, 8)]}


def test_busy_hours_bar_the_days_on_whose_working_hours_they_run() -> None:
    def at(hour: int) -> BusyHours:
        start = datetime(2027, 6, 9, hour, tzinfo=UTC)
        return BusyHours(start, start + timedelta(hours=1), "Call", "a.ics")

    span = "2027-06-09/2027-06-10"
    in_ottawa = ask(TALKS, "talks", "2027-01-01", span, busy=(at(13),))  # 9 in Ottawa
    assert barred(in_ottawa) == {"busy a.ics": [date(2027, 6, 9)]}
    in_tokyo = ask(TALKS, "talks", "2027-01-01", span, busy=(at(1),))  # 10 in Tokyo
    assert barred(in_tokyo) == {"busy a.ics": [date(2027, 6, 9)]}
    by_night = ask(TALKS, "talks", "2027-01-01", span, busy=(at(9),))  # 5 and 18 o'clock
    assert barred(by_night) == {}


def test_a_meeting_of_several_days_needs_all_of_them() -> None:
    found = ask(
        TALKS, "talks", "2027-01-01", "2027-06-07/2027-06-11", days=2, avoid=("2027-06-09",)
    )
    assert sorted(dates(found)) == ["2027-06-07/2027-06-08", "2027-06-10/2027-06-11"]
    assert found.open == 2


def test_proposals_share_no_day_and_prefer_different_weeks() -> None:
    found = ask(TALKS, "talks", "2027-01-01", "2027-06", days=2, count=4)
    assert dates(found) == [
        "2027-06-01/2027-06-02",
        "2027-06-08/2027-06-09",
        "2027-06-15/2027-06-16",
        "2027-06-22/2027-06-23",
    ]


def test_one_within_a_week_of_a_better_one_comes_after_as_good_a_one_in_another() -> None:
    found = ask(TALKS, "talks", "2027-01-01", "2027-06-01/2027-06-15", count=4)
    assert dates(found) == ["2027-06-01", "2027-06-08", "2027-06-15", "2027-06-02"]


def test_equal_days_come_in_order_of_date() -> None:
    found = ask(TALKS, "talks", "2027-01-01", "2027-06-08/2027-06-10", count=3)
    assert dates(found) == ["2027-06-08", "2027-06-09", "2027-06-10"]


def test_no_more_are_proposed_than_asked_for() -> None:
    assert len(ask(TALKS, "talks", "2027-01-01", "2027", count=5).best) == 5


def test_when_nothing_fits_the_fewest_bars_are_told() -> None:
    span = "2026-12-28/2027-01-03"
    found = ask(TALKS, "talks", "2026-06-01", span, days=2, avoid=("2026-12-28/2026-12-29",))
    assert found.best == ()
    assert found.least_barred is not None
    assert len(found.least_barred.bars) == 2
    assert found.least_barred.window == window("2026-12-30/2026-12-31")


def test_a_window_shorter_than_the_meeting_has_no_answer() -> None:
    found = ask(TALKS, "talks", "2027-01-01", "2027-06-09", days=2)
    assert (found.best, found.least_barred) == ((), None)


def test_the_score_is_the_sum_of_the_points() -> None:
    for proposal in ask(TALKS, "talks", "2026-11-24", "2027", count=50).best:
        assert proposal.score == sum(reason.points for reason in proposal.reasons)


PAIRED = agenda(
    talks="cadence: {every: 2 years, since: 2021}\npairs_with: [dialogue]",
    dialogue="hosts: [canada, japan]\nsessions:\n  - {confirmed: 2022-12-14, host: canada}",
)


def test_the_days_next_to_a_meeting_it_pairs_with_come_first() -> None:
    found = ask(PAIRED, "talks", "2022-06-15", count=3)
    assert dates(found)[:2] == ["2022-12-13", "2022-12-15"]
    for proposal in found.best[:2]:
        assert codes(proposal) == ["paired +40"]
        assert (proposal.host, proposal.place) == ("canada", "Ottawa")
    assert found.best[2].place is None


def test_pairs_are_pairs_whichever_of_the_two_says_so() -> None:
    one = agenda(
        talks="cadence: {every: 2 years, since: 2021}",
        dialogue="pairs_with: [talks]\nsessions:\n  - {confirmed: 2022-12-14, host: canada}",
    )
    assert dates(ask(one, "talks", "2022-06-15", count=2)) == ["2022-12-13", "2022-12-15"]


def test_a_pair_in_another_city_is_none() -> None:
    one = agenda(
        talks="cadence: {every: 2 years, since: 2021}\nhosts: [japan]\npairs_with: [dialogue]",
        dialogue="sessions:\n  - {confirmed: 2022-12-14, host: canada}",
    )
    found = ask(one, "talks", "2022-06-15", "2022-12-13")
    assert "elsewhere -8" in codes(only(found))
    assert "paired +40" not in codes(only(found))


@pytest.mark.parametrize("host", ["", "hosts: [canada]\n"])
def test_a_pair_by_video_shares_no_city_and_asks_for_no_travel(host: str) -> None:
    one = agenda(
        talks=f"cadence: {{every: 2 years, since: 2021}}\n{host}pairs_with: [dialogue]",
        dialogue="sessions:\n  - {confirmed: 2022-12-14, host: none, place: by video}",
    )
    assert codes(only(ask(one, "talks", "2022-06-15", "2022-12-15"))) == []


def test_the_same_question_has_the_same_answer() -> None:
    assert ask(PAIRED, "talks", "2022-06-15") == ask(PAIRED, "talks", "2022-06-15")


@thorough
@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(1, 40),
    st.integers(1, 4),
    st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2029, 3, 31)), st.integers(1, 20)), max_size=6
    ),
)
def test_every_proposal_is_in_the_window_and_free(
    start: date, length: int, days: int, away: list[tuple[date, int]]
) -> None:
    """Held against a slow oracle: each run of days of the window, tried one by one."""
    spans = [Window(day, day + timedelta(days=count)) for day, count in away]
    busy = tuple(BusyDays(span, "", "a.ics") for span in spans)
    end = start + timedelta(days=length)
    within = f"{start}/{end - timedelta(days=1)}"
    found = ask(TALKS, "talks", "2025-12-31", within, days=days, count=50, busy=busy)
    free = [plan.day for plan in found.plans if not plan.bars]
    assert not [
        day for day in free if any(s.overlaps(Window(day, day + timedelta(1))) for s in spans)
    ]
    fits = [d for d in free if all(d + timedelta(n) in set(free) for n in range(days))]
    assert found.open == len(fits)
    assert bool(found.best) == bool(fits)
    assert all(one.window.start in fits for one in found.best)
    taken = sorted((one.window.start, one.window.end) for one in found.best)
    assert all(later[0] >= earlier[1] for earlier, later in pairwise(taken) if earlier[1])
    if fits:
        assert found.best[0].score >= max(one.score for one in found.best)
