from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import day, mechanism, rule, thorough
from tests.program import ROOT

from cjpeace import load
from cjpeace.core.agenda import Mechanism
from cjpeace.core.answers.pace import Compared, Direction, Pace, Reason, pace, promised_days, rank

TODAY = date(2026, 11, 24)

MONTH = 30.436875


def yearly(*sessions: str, cadence: str = "{every: year, since: 2000}") -> Mechanism:
    lines = "\n".join(f"  - {{{session}}}" for session in sessions)
    return mechanism(f"cadence: {cadence}\nsessions:\n{lines}")


def bundled(key: str) -> Pace:
    return pace(load(str(ROOT / "data/agenda.yaml")).mechanisms[key], TODAY)


def test_the_symposium_kept_17_intervals_of_19_months_where_24_were_promised() -> None:
    found = bundled("symposium")
    assert found.kept is not None
    assert found.kept.intervals == 17
    assert found.kept.first.day == date(1998, 9, 16)
    assert found.kept.last.day == date(2025, 10, 14)
    assert found.kept.days / MONTH == pytest.approx(19.1, abs=0.05)
    assert found.promised == pytest.approx(24, abs=0.1)
    assert found.ratio == pytest.approx(24 / 17, abs=0.01)


def test_the_next_symposium_falls_after_its_window_at_the_kept_pace() -> None:
    forecast = bundled("symposium").forecast
    assert forecast is not None
    assert forecast.day == date(2027, 5, 19)
    assert forecast.occurrence is not None
    assert forecast.occurrence.id == "symposium/2026"
    assert forecast.compared is Compared.AFTER


def test_numbers_count_the_intervals_even_where_sessions_are_missing() -> None:
    found = pace(
        yearly(
            "number: 1, held: 2000-01-01", "number: 3, held: 2004-01-01",
            "number: 9, held: 2016-01-01",
        ),
        TODAY,
    )  # fmt: skip
    assert found.kept is not None
    assert found.kept.intervals == 8
    assert found.kept.days == pytest.approx(730.5)
    assert found.kept.error_days == 0
    assert found.ratio == pytest.approx(2, abs=0.001)


def test_an_imprecise_date_counts_by_its_middle_and_says_by_how_much_it_may_be_wrong() -> None:
    found = pace(
        yearly("number: 1, held: 2001", "number: 2, held: 2002-06-01", "number: 3, held: 2003-04"),
        TODAY,
    )
    assert [one.day for one in found.counted] == [
        date(2001, 7, 2), date(2002, 6, 1), date(2003, 4, 16),
    ]  # fmt: skip
    assert [one.error_days for one in found.counted] == [182.5, 0, 15]
    assert found.kept is not None
    assert found.kept.error_days == pytest.approx((182.5 + 15) / 2)


def test_a_session_of_several_days_counts_by_its_first() -> None:
    found = pace(yearly("number: 1, held: 2001-06-28/2001-07-05"), TODAY)
    assert found.counted[0].day == date(2001, 6, 28)
    assert found.counted[0].error_days == 0


def test_a_first_day_that_is_not_on_record_lies_before_the_last_one() -> None:
    found = pace(yearly("number: 1, held: 2001-23/2001-09-10"), TODAY)
    assert found.counted[0].day == date(2001, 9, 6)
    assert found.counted[0].error_days == 5


@pytest.mark.parametrize(
    "sessions",
    [
        ("held: 2001",),
        ("held: 2001", "held: 2002", "held: 2003", "held: 2004"),
        ("number: 1, held: 2001", "number: 2, held: 2002"),
        ("number: 1, held: 2001", "number: 2, held: 2002", "number: 3, confirmed: 2027"),
        ("number: 1, held: 2001", "number: 2, held: 2002", "numbers: 3-5, unknown: 2003/2005"),
    ],
)
def test_fewer_than_3_numbered_sessions_held_give_no_figure(sessions: tuple[str, ...]) -> None:
    found = pace(yearly(*sessions), TODAY)
    assert found.reason is Reason.FEW
    assert (found.kept, found.ratio, found.trend, found.forecast) == (None, None, None, None)


def test_numbers_that_do_not_rise_with_their_dates_give_no_figure() -> None:
    sessions = ("number: 1, held: 2001", "number: 3, held: 2002", "number: 2, held: 2003")
    assert pace(yearly(*sessions), TODAY).reason is Reason.ORDER


def test_what_was_held_after_the_day_asked_about_does_not_count() -> None:
    sessions = [f"number: {n}, held: {2000 + 2 * n}-01-01" for n in range(1, 6)]
    found = pace(yearly(*sessions), day("2006-06-01"))
    assert [one.session.number for one in found.counted] == [1, 2, 3]


@pytest.mark.parametrize(
    ("dates", "direction"),
    [
        (("2000", "2001", "2002", "2004", "2006"), Direction.SLOWER),
        (("2000", "2002", "2004", "2005", "2006"), Direction.FASTER),
        (("2000", "2001", "2002", "2003", "2004"), Direction.STEADY),
    ],
)
def test_a_trend_compares_the_later_half_with_the_earlier(
    dates: tuple[str, ...], direction: Direction
) -> None:
    sessions = [f"number: {n}, held: {year}-06-01" for n, year in enumerate(dates, 1)]
    trend = pace(yearly(*sessions), TODAY).trend
    assert trend is not None
    assert trend.direction is direction
    assert trend.earlier.last.session.number == 3


def test_a_difference_that_imprecise_dates_may_make_is_no_trend() -> None:
    sessions = ("2001-01", "2001-03", "2001-05", "2001-08", "2001-11")
    precise = [f"number: {n}, held: {month}-15" for n, month in enumerate(sessions, 1)]
    years = [
        f"number: {n}, held: {year}" for n, year in enumerate((2001, 2002, 2003, 2005, 2006), 1)
    ]
    found, vague = pace(yearly(*precise), TODAY).trend, pace(yearly(*years), TODAY).trend
    assert found is not None
    assert vague is not None
    assert (found.direction, vague.direction) == (Direction.SLOWER, Direction.STEADY)


def test_one_interval_on_a_side_is_too_few_for_a_trend() -> None:
    sessions = [f"number: {n}, held: {year}" for n, year in ((1, 2001), (2, 2002), (9, 2009))]
    assert pace(yearly(*sessions), TODAY).trend is None


@pytest.mark.parametrize(
    ("last", "compared"),
    [("2025-06-02", Compared.WITHIN), ("2026-11-01", Compared.AFTER)],
)
def test_the_next_is_one_kept_interval_after_the_last_one_held(
    last: str, compared: Compared
) -> None:
    first = "number: 1, held: 2023-06-01", "number: 2, held: 2024-06-01"
    forecast = pace(yearly(*first, f"number: 3, held: {last}"), TODAY).forecast
    assert forecast is not None
    kept = (day(last) - date(2023, 6, 1)).days / 2
    assert forecast.day.toordinal() == day(last).toordinal() + round(kept)
    assert forecast.compared is compared


def test_the_next_falls_before_a_window_that_lies_far_ahead() -> None:
    sessions = [f"number: {n}, held: {2010 + n}-02-01" for n in (1, 2, 3)]
    cadence = "{every: 10 years, when: December, since: 2004}"
    forecast = pace(yearly(*sessions, cadence=cadence), day("2015-01-01")).forecast
    assert forecast is not None
    assert forecast.compared is Compared.BEFORE


def test_the_next_counts_from_a_later_session_without_a_number() -> None:
    sessions = [f"number: {n}, held: {2010 + n}-02-01" for n in (1, 2, 3)]
    forecast = pace(yearly(*sessions, "held: 2020-05-05"), TODAY).forecast
    assert forecast is not None
    assert forecast.day == date(2021, 5, 6)  # two years of which one is a leap year, halved


def test_without_a_cadence_there_is_a_kept_interval_and_no_promise() -> None:
    sessions = "".join(f"  - {{number: {n}, held: {2010 + n}-02-01}}\n" for n in (1, 2, 3))
    found = pace(mechanism(f"sessions:\n{sessions}"), TODAY)
    assert found.kept is not None
    assert (found.ratio, found.promised_days, found.comparable) == (None, None, None)
    assert found.forecast is not None
    assert found.forecast.compared is None


def test_sessions_before_the_promise_are_kept_but_not_compared() -> None:
    sessions = [f"number: {n}, held: {1984 + 4 * n}-02-01" for n in range(1, 9)]
    found = pace(yearly(*sessions), TODAY)
    assert found.kept is not None
    assert found.comparable is not None
    assert (found.kept.intervals, found.comparable.intervals) == (7, 4)
    assert found.comparable.first.day == date(2000, 2, 1)
    assert found.ratio == pytest.approx(4, abs=0.01)


def test_a_time_in_which_nothing_was_promised_promises_no_interval() -> None:
    eras = "[{every: year, since: 2000, until: 2003}, {every: year, since: 2008}]"
    sessions = [f"number: {n}, held: {1998 + 2 * n}-01-01" for n in range(1, 8)]
    assert pace(yearly(*sessions, cadence=eras), TODAY).promised == pytest.approx(8, abs=0.02)


def test_two_days_a_year_promise_half_a_year() -> None:
    assert promised_days(rule("year", "2000", "31 May", "30 November")) == pytest.approx(6 * MONTH)
    assert promised_days(rule("3 weeks", "2000", "Monday")) == 21


def test_the_worst_kept_come_first_then_those_without_a_promise_then_without_a_figure() -> None:
    agenda = load(str(ROOT / "data/agenda.yaml"))
    found = sorted((pace(m, TODAY) for m in agenda.mechanisms.values()), key=rank)
    ratios = [one.ratio for one in found if one.ratio is not None]
    assert ratios == sorted(ratios, reverse=True)
    assert next(one.mechanism.key for one in found) == "symposium"
    figures = [(one.kept is not None, one.ratio is not None) for one in found]
    assert figures == sorted(figures, reverse=True)


@thorough
@given(st.lists(st.integers(1, 12), min_size=3, max_size=12), st.integers(1, 5))
def test_a_promise_kept_to_the_year_has_a_ratio_of_1(gaps: list[int], every: int) -> None:
    numbers = [1]
    for gap in gaps:
        numbers.append(numbers[-1] + gap)
    sessions = [f"number: {n}, held: {1900 + n * every}-05-05" for n in numbers]
    cadence = f"{{every: {every} years, since: 1900}}"
    found = pace(yearly(*sessions, cadence=cadence), date(2900, 1, 1))
    assert found.ratio == pytest.approx(1, abs=0.01)
    assert found.trend is None or found.trend.direction is Direction.STEADY
