"""Pairing: which session answers which slot, by the definition's rules and by trying everything."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.given import cadences, day, edtf, length, rule, thorough

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.dates.window import Window
from cjpeace.core.history.pairing import IN_TURN, Answers, answers, rolling_answers
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.laid_slots import LaidSlots
from cjpeace.core.rules.slots import ListedSlots, Slot, Slots

NEVER_ANSWERED = "-"


def pairs(
    slots: Slots, *sessions: str, grace: str | None = None, status: str = "held"
) -> list[str]:
    """For each session, as `DATE`, `PLANNED > DATE` or `STATUS DATE`: the slot it answers, or -."""
    parsed = tuple(session(text, status) for text in sessions)
    found = answers(slots, parsed, length(grace) if grace else None)
    return [answered(found, position) for position in range(len(sessions))]


def session(text: str, status: str = "held") -> Session:
    word, _, rest = text.partition(" ")
    if word in {recorded.value for recorded in Recorded}:
        status, text = word, rest
    *planned, own = text.split(" > ")
    date = None if own == ".." else parse_edtf(own)
    return Session(Recorded(status), date, (), tuple(parse_edtf(text) for text in planned))


def answered(found: Answers, position: int) -> str:
    return edtf(found[position].window) if position in found else NEVER_ANSWERED


def yearly(since: str = "2024", until: str | None = None) -> LaidSlots:
    return LaidSlots((rule("year", since, until=until),), 1)


def every(interval: str, since: str, *when: str) -> LaidSlots:
    return LaidSlots((rule(interval, since, *when),), 1)


# What the definition works out


def test_a_session_stands_for_the_date_it_was_first_meant_for() -> None:
    conferences = every("5 years", "1995", "spring")
    assert pairs(
        conferences,
        "2020-04-27/2020-05-22 > 2022-01-04/2022-01-28 > 2022-08-01/2022-08-26",
        "2026-04-27/2026-05-22",
    ) == ["2020-21", "2025-21"]


def test_sessions_catch_up_within_the_grace() -> None:
    assert pairs(yearly(), "2024-10", "2026-01-15", "2026-10", grace="3 months") == [
        "2024",
        "2025",
        "2026",
    ]


def test_an_additional_meeting_answers_nothing() -> None:
    meetings = ("2024-10", "2026-01-15", "2026-10", "2026-12")
    assert pairs(yearly(), *meetings, grace="3 months") == ["2024", "2025", "2026", "-"]


# What a session can answer


@pytest.mark.parametrize("status", ["held", "confirmed", "tentative", "postponed", "cancelled"])
def test_a_session_answers_a_slot_that_it_overlaps(status: str) -> None:
    assert pairs(yearly(), "2025-06-10", status=status) == ["2025"]


def test_an_unknown_session_answers_nothing() -> None:
    assert pairs(yearly(), "2025-06-10", status="unknown") == ["-"]


def test_an_open_date_is_taken_by_its_first_day() -> None:
    assert pairs(yearly(), "2025-12-31/..", "2026-01-01") == ["2025", "2026"]


def test_a_session_within_the_grace_needs_another_one_on_the_slot_it_overlaps() -> None:
    assert pairs(yearly(), "2026-01-15", grace="3 months") == ["2026"]
    assert pairs(yearly(), "2026-01-15", "2026-12-01", grace="3 months") == ["2025", "2026"]


@pytest.mark.parametrize(
    ("late", "slots"),
    [
        ("2026-03-31", ["2025", "2026"]),
        ("2026-03-30/2026-03-31", ["2025", "2026"]),
        ("2026-04-01", ["2026", "-"]),
        ("2026-03-31/2026-04-01", ["2026", "-"]),
    ],
)
def test_the_whole_session_lies_within_the_grace(late: str, slots: list[str]) -> None:
    assert pairs(yearly(), late, "2026-12-01", grace="3 months") == slots


def test_a_session_reaches_back_over_several_slots_within_a_long_grace() -> None:
    quarters = every("quarter", "2025")
    assert pairs(quarters, "2025-10-05", "2025-10-06", "2025-10-07", grace="8 months") == [
        "2025-34",
        "2025-35",
        "2025-36",
    ]


def test_a_session_on_no_slot_answers_the_nearer_of_two() -> None:
    autumns = every("year", "2024", "autumn")
    assert pairs(autumns, "2025-04-10") == ["2024-23"]
    assert pairs(autumns, "2025-04-20") == ["2025-23"]


def test_a_session_as_near_to_the_slot_before_as_to_the_next_answers_the_one_before() -> None:
    autumns = every("year", "2024", "autumn")
    assert pairs(autumns, "2025-04-16/2025-04-17") == ["2024-23"]
    assert pairs(autumns, "2025-04-17/2025-04-18") == ["2025-23"]


def test_the_nearest_slot_is_the_nearest_even_when_another_session_answers_it() -> None:
    autumns = every("year", "2024", "autumn")
    assert pairs(autumns, "2024-10-01", "2024-12-10", "2025-08-20", "2025-10-01") == [
        "2024-23",
        "-",
        "-",
        "2025-23",
    ]


def test_a_session_decades_before_or_after_is_nobodys() -> None:
    lapsed = yearly("2005", until="2010")
    assert pairs(lapsed, "1975-05", "2040-05") == ["-", "-"]


def test_a_session_on_an_imagined_slot_is_nobodys() -> None:
    lapsed = yearly("2005", until="2010")
    assert pairs(lapsed, "2004-12-31", "2011-01-01") == ["-", "-"]


def test_a_session_near_the_first_slot_comes_early_for_it() -> None:
    springs = every("year", "2005", "spring")
    assert pairs(springs, "2005-02-10") == ["2005-21"]
    assert pairs(springs, "2004-08-10") == ["-"]


def test_a_late_session_on_an_imagined_slot_needs_another_one_on_it() -> None:
    lapsed = yearly("2005", until="2010")
    assert pairs(lapsed, "2011-01-15", grace="3 months") == ["-"]
    assert pairs(lapsed, "2011-01-15", "2011-05-01", grace="3 months") == ["2010", "-"]


def test_a_slot_that_was_cut_can_be_answered() -> None:
    lapsed = LaidSlots((rule("2 years", "2005", until="2009"),), 1)
    assert pairs(lapsed, "2009-03-01") == ["2009"]
    assert pairs(lapsed, "2010-03-01") == ["2009"]


# Which of the pairings that can be is the one


def test_as_many_sessions_as_possible_answer_a_slot() -> None:
    assert pairs(yearly(), "2024-12-31/2025-01-20", "2025-06") == ["2024", "2025"]
    assert pairs(yearly(), "2024-06", "2024-12-31/2025-01-20") == ["2024", "2025"]


def test_then_the_fewest_days_between_sessions_and_slots_decide() -> None:
    found = pairs(yearly("2023"), "2026-01-15", "2026-10", grace="3 years")
    assert found == ["2025", "2026"]


def test_then_the_longest_overlap_decides() -> None:
    assert pairs(yearly(), "2024-12-20/2025-01-10") == ["2024"]
    assert pairs(yearly(), "2024-12-28/2025-01-10") == ["2025"]
    assert pairs(yearly(), "2025-06-10", "2025-08-01/2025-08-02") == ["-", "2025"]


def test_then_the_earlier_slot_is_taken() -> None:
    assert pairs(yearly(), "2024-12-31/2025-01-01") == ["2024"]


def test_then_the_earlier_session_is() -> None:
    assert pairs(yearly(), "2025-08-01", "2025-06-10") == ["-", "2025"]


def test_equal_sessions_stand_in_the_order_of_the_file() -> None:
    assert pairs(yearly(), "2025-06-10", "2025-06-10") == ["2025", "-"]


def test_sessions_that_reach_over_the_slots_of_others_are_paired_with_them_in_view() -> None:
    years, two = yearly("2001"), ("2001-06-01", "2003-06-01")
    late = ("2004-03-01", "2004-03-02", "2004-03-03")
    assert pairs(years, *two, *late[:2], grace="3 years") == ["2001", "2003", "2004", "-"]
    assert pairs(years, *two, *late, grace="3 years") == ["2001", "-", "2002", "2003", "2004"]


def test_sessions_that_can_answer_one_slot_each_never_cross() -> None:
    half_years = every("6 months", "2019-04", "15")
    assert pairs(half_years, "2019-07-10") == ["2019-04-15"]
    assert pairs(half_years, "H2 2019") == ["2019-10-15"]
    assert pairs(half_years, "2019-07-10", "H2 2019") == ["-", "2019-10-15"]


def test_postponed_sessions_take_the_slots_that_are_left_then_cancelled_ones() -> None:
    at_once = ("cancelled 2025-01-02", "postponed 2025-01-02", "held 2025-12-31")
    assert pairs(yearly(), *at_once) == ["-", "-", "2025"]
    two_years = ("cancelled 2024-12-31/2025-01-01", "postponed 2024-12-31/2025-01-01")
    assert pairs(yearly(), *two_years) == ["2025", "2024"]


# A rolling basis


def rolled(*sessions: str, as_of: str = "2030-01-01", until: str | None = None) -> list[str]:
    """The periods laid, each with the session that answers it."""
    parsed = tuple(session(text) for text in sessions)
    era = rule("2 years", "2000-01-01", until=until)
    slots, found = rolling_answers(era, parsed, None, day(as_of))
    by_slot = {slot: sessions[position] for position, slot in found.items()}
    laid = slots.forward(date.min)
    return [f"{edtf(s.window)}: {by_slot.get(s, NEVER_ANSWERED)}" for s in laid]


def test_a_period_is_laid_from_the_anchor_and_from_the_day_after_each_session() -> None:
    assert rolled("2001-03-05/2001-03-06", "2004-06") == [
        "2000/2001: 2001-03-05/2001-03-06",
        "2001-03-07/2003-03-06: 2004-06",
        "2004-07/2006-06: -",
    ]


def test_sessions_before_the_anchor_of_a_rolling_basis_are_extra() -> None:
    assert rolled("1999-12-31", "2000-01-01") == [
        "2000/2001: 2000-01-01",
        "2000-01-02/2002-01-01: -",
    ]


def test_a_rolling_basis_goes_by_the_date_that_came_true() -> None:
    assert rolled("2001-05-01 > 2003-05-01") == [
        "2000/2001: 2001-05-01 > 2003-05-01",
        "2003-05-02/2005-05-01: -",
    ]


def test_sessions_planned_lay_the_next_period_too() -> None:
    assert rolled("confirmed 2001-05-01", "tentative 2003-05-01") == [
        "2000/2001: confirmed 2001-05-01",
        "2001-05-02/2003-05-01: tentative 2003-05-01",
        "2003-05-02/2005-05-01: -",
    ]


def test_a_session_not_known_yet_lays_nothing() -> None:
    assert rolled("2001-05-01", "2003-05-01", as_of="2002-01-01") == [
        "2000/2001: 2001-05-01",
        "2001-05-02/2003-05-01: 2003-05-01",
    ]
    assert rolled("2001-05-01", "2003-04 > 2003-05-01", as_of="2002-01-01")[-1] == (
        "2003-05-02/2005-05-01: -"
    )


def test_a_rolling_rule_that_lapses_lays_nothing_after_its_end() -> None:
    assert rolled("2001-05-01", until="2002") == [
        "2000/2001: 2001-05-01",
        "2001-05-02/2002-12-31: -",
    ]
    assert rolled("2001-05-01", "2002-12-31", until="2002") == [
        "2000/2001: 2001-05-01",
        "2001-05-02/2002-12-31: 2002-12-31",
    ]


def test_no_slot_is_imagined_around_a_rolling_basis() -> None:
    slots, _ = rolling_answers(rule("2 years", "2000", until="2010"), (), None, day("2030-01-01"))
    assert slots.imagined == ()


def test_what_is_left_over_takes_an_open_period() -> None:
    assert rolled("2001-05-01", "postponed 2002-05-01 > 2005-05-01") == [
        "2000/2001: 2001-05-01",
        "2001-05-02/2003-05-01: postponed 2002-05-01 > 2005-05-01",
    ]


# Trying everything


def exhaustive(slots: list[Slot], imagined: list[Window], sessions: list[Session], grace: Duration | None) -> Answers:  # fmt: skip
    """The answers by trying every pairing of each turn, as the definition is worded."""
    found: Answers = {}
    windows = {p: s.meant for p, s in enumerate(sessions) if s.recorded is not Recorded.UNKNOWN}
    for turn in IN_TURN:
        group = sorted(
            (p for p in windows if sessions[p].recorded in turn),
            key=lambda p: (*windows[p].order, p),
        )
        able = {p: answerable(p, slots, imagined, windows, grace) for p in group}
        found |= best(group, able, slots, windows, set(found.values()))
    return found


def answerable(position: int, slots: list[Slot], imagined: list[Window], windows: dict[int, Window], grace: Duration | None) -> set[Slot]:  # fmt: skip
    own = windows[position]
    real = {slot.window: slot for slot in slots}
    overlapped = [w for w in (*real, *imagined) if w.overlaps(own)]
    found = [w for w in real if w.overlaps(own)]
    others = [w for p, w in windows.items() if p != position]
    if grace and own.end and all(any(o.overlaps(w) for o in others) for w in overlapped):
        found += [w for w in real if w.end and w.end <= own.start and own.end <= grace.after(w.end)]
    if not overlapped:
        found += [w for w in nearest(own, [*real, *imagined]) if w in real]
    return {real[w] for w in found}


def nearest(own: Window, windows: list[Window]) -> list[Window]:
    ended = [w for w in windows if w.ended_by(own.start)]
    ahead = [w for w in windows if own.ended_by(w.start)]
    before = max(ended, key=lambda w: (w.end, w.start), default=None)
    after = min(ahead, key=lambda w: w.order, default=None)
    both = [w for w in (before, after) if w]
    return sorted(both, key=own.gap_days)[:1]


def best(group: list[int], able: dict[int, set[Slot]], slots: list[Slot], windows: dict[int, Window], taken: set[Slot]) -> Answers:  # fmt: skip
    free = [slot for slot in sorted(slots, key=lambda s: s.order) if slot not in taken]
    tried = [
        list(zip(sessions, chosen, strict=True))
        for count in range(min(len(group), len(free)) + 1)
        for sessions in combinations(range(len(group)), count)
        for chosen in combinations(range(len(free)), count)
        if all(free[c] in able[group[s]] for s, c in zip(sessions, chosen, strict=True))
    ]

    def worth(pairing: list[tuple[int, int]]) -> tuple[int, int, int, list[int], list[int]]:
        met = [(windows[group[s]], free[c].window) for s, c in pairing]
        return (
            -len(pairing),
            sum(own.gap_days(slot) for own, slot in met),
            -sum(own.overlap_days(slot) for own, slot in met),
            [c for _, c in pairing],
            [s for s, _ in pairing],
        )

    return {group[s]: free[c] for s, c in min(tried, key=worth)}


MEETINGS = st.sampled_from(["held", "held", "held", "confirmed", "postponed", "cancelled"])


def meetings(first: date, last: date) -> st.SearchStrategy[list[Session]]:
    """A few sessions within some days, short or long, some at the same time."""
    one = st.builds(
        lambda status, start, days: session(f"{start}/{start + timedelta(days)}", status),
        MEETINGS,
        st.dates(first, last),
        st.sampled_from([0, 0, 1, 3, 20, 200, 500]),
    )
    return st.lists(one, min_size=1, max_size=5)


GRACES = st.sampled_from([None, *map(length, ("10 days", "3 months", "1 year", "3 years"))])


@thorough
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 400)), min_size=1, max_size=5),
    meetings(date(1999, 6, 1), date(2003, 6, 1)),
    GRACES,
)
def test_listed_slots_are_answered_as_by_trying_every_pairing(
    gaps: list[tuple[int, int]], sessions: list[Session], grace: Duration | None
) -> None:
    start, slots = date(2000, 1, 1), []
    for gap, days in gaps:
        begin = start + timedelta(gap)
        start = begin + timedelta(days)
        slots.append(Slot(Window(begin, start), Window(begin, start)))
    found = answers(ListedSlots(slots), tuple(sessions), grace)
    assert found == exhaustive(slots, [], sessions, grace)


@thorough
@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 900)), min_size=1, max_size=5),
    meetings(date(1999, 6, 1), date(2003, 6, 1)),
    GRACES,
)
def test_overlapping_slots_are_answered_as_by_trying_every_pairing(
    spans: list[tuple[int, int]], sessions: list[Session], grace: Duration | None
) -> None:
    starts = [(date(2000, 1, 1) + timedelta(begin), days) for begin, days in spans]
    windows = {Window(start, start + timedelta(days)) for start, days in starts}
    slots = [Slot(w, w) for w in windows]
    found = answers(ListedSlots(slots), tuple(sessions), grace)
    assert found == exhaustive(slots, [], sessions, grace)


@thorough
@given(
    st.sampled_from(
        [
            (rule("year", "2001", until="2003"),),
            (rule("year", "2000", "autumn", until="2003"),),
            (rule("2 years", "1999", until="2002-06"),),
            (rule("year", "1999-07-01", until="2000-06"), rule("year", "2002", until="2003")),
            (rule("2 years", "1999"), rule("year", "2002-05", "spring", until="2004-02")),
            (rule("year", "2000", "spring", "winter", until="2002"),),
        ]
    ),
    meetings(date(1997, 1, 1), date(2006, 1, 1)),
    GRACES,
)
def test_the_slots_of_a_cadence_are_answered_as_by_trying_every_pairing(
    eras: tuple[Era, ...], sessions: list[Session], grace: Duration | None
) -> None:
    laid = LaidSlots(eras, 1)
    slots = list(laid.forward(date.min))
    found = answers(laid, tuple(sessions), grace)
    assert found == exhaustive(slots, list(laid.imagined), sessions, grace)


@thorough
@given(cadences(), meetings(date(1995, 1, 1), date(2012, 1, 1)), GRACES)
@example((rule("year", "2024"),), [session("2025-06-10"), session("2025-06-10")], None)
def test_no_slot_has_two_sessions_and_each_turn_stands_in_order(
    eras: tuple[Era, ...], sessions: list[Session], grace: Duration | None
) -> None:
    found = answers(LaidSlots(eras, 1), tuple(sessions), grace)
    assert len(set(found.values())) == len(found)
    for turn in IN_TURN:
        ours = [p for p in found if sessions[p].recorded in turn]
        ours.sort(key=lambda p: (*sessions[p].meant.order, p))
        orders = [found[p].order for p in ours]
        assert orders == sorted(orders)
