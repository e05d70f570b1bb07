"""Slots: where a cadence owes a session, as its table says; eras, their ends, and what is imagined."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise, takewhile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.given import cadences, day, edtf, rule, thorough, window, written

from cjpeace.core.dates.window import Window
from cjpeace.core.rules import laid_slots as module
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.laid_slots import LaidSlots, laid_slots
from cjpeace.core.rules.slots import ListedSlots, Slot, overlapping

FIRST, LAST = day("1990-01-01"), day("2016-01-01")
DAYS = st.dates(FIRST, LAST)


def laid(*eras: Era, lasts: int = 1) -> LaidSlots:
    return LaidSlots(eras, lasts)


def first(slots: LaidSlots, most: int = 3) -> list[str]:
    return written(slots.forward(date.min), most)


def cut(slots: LaidSlots) -> list[tuple[str, str]]:
    """The slots that are not owed, each with what it was before it was cut."""
    return [(edtf(s.window), edtf(s.laid)) for s in slots.forward(date.min) if not s.owed]


def all_of(slots: Iterable[Slot]) -> list[tuple[Window, Window]]:
    return [(s.window, s.laid) for s in takewhile(lambda s: s.window.start < LAST, slots)]


@pytest.mark.parametrize(
    ("every", "since", "found"),
    [
        (
            "2 years",
            "1999-09-17",
            ["1999-09-17/2001-09-16", "2001-09-17/2003-09-16", "2003-09-17/2005-09-16"],
        ),
        ("year", "2005", ["2005", "2006", "2007"]),
        ("5 years", "autumn 1995", ["1995-09/2000-08", "2000-09/2005-08", "2005-09/2010-08"]),
        ("quarter", "2026-02", ["2026-02/2026-04", "2026-05/2026-07", "2026-08/2026-10"]),
        ("6 months", "2026", ["2026-40", "2026-41", "2027-40"]),
        (
            "10 days",
            "2026-01-25",
            ["2026-01-25/2026-02-03", "2026-02-04/2026-02-13", "2026-02-14/2026-02-23"],
        ),
        (
            "3 weeks",
            "2026-01-07",
            ["2026-01-07/2026-01-27", "2026-01-28/2026-02-17", "2026-02-18/2026-03-10"],
        ),
        (
            "month",
            "2024-01-31",
            ["2024-01-31/2024-02-28", "2024-02-29/2024-03-30", "2024-03-31/2024-04-29"],
        ),
        (
            "2 years",
            "2024-02-29",
            ["2024-02-29/2026-02-27", "2026-02-28/2028-02-28", "2028-02-29/2030-02-27"],
        ),
    ],
)
def test_a_rule_alone_lays_whole_periods(every: str, since: str, found: list[str]) -> None:
    assert first(laid(rule(every, since))) == found


@pytest.mark.parametrize(
    ("every", "when", "since", "found"),
    [
        ("2 years", "autumn", "1998", ["1998-23", "2000-23", "2002-23"]),
        ("year", "November", "1999-09-17", ["1999-11", "2000-11", "2001-11"]),
        ("year", "Q3", "2026", ["2026-35", "2027-35", "2028-35"]),
        ("year", "H2", "2026", ["2026-41", "2027-41", "2028-41"]),
        ("year", "July to August", "2026", ["2026-07/2026-08", "2027-07/2027-08"]),
        ("year", "winter", "2005", ["2005-24", "2006-24", "2007-24"]),
        ("year", "winter", "2005-01-15", ["2005-24", "2006-24"]),
        ("year", "November to February", "2005", ["2005-11/2006-02", "2006-11/2007-02"]),
        ("3 years", "spring", "2005-05-31", ["2005-21", "2008-21"]),
        ("3 years", "spring", "2005-06-01", ["2008-21", "2011-21"]),
        ("2 years", "autumn", "autumn 1998", ["1998-23", "2000-23"]),
    ],
)
def test_a_part_of_the_year_is_a_window_of_each_nth_year(
    every: str, when: str, since: str, found: list[str]
) -> None:
    assert first(laid(rule(every, since, when)), len(found)) == found


@pytest.mark.parametrize(
    ("every", "when", "since", "found"),
    [
        ("year", "31 May", "1999-05-31", ["1999-05-31", "2000-05-31"]),
        ("year", "31 May", "1999-06-01", ["2000-05-31", "2001-05-31"]),
        ("year", "29 February", "2023", ["2023-02-28", "2024-02-29", "2025-02-28"]),
        ("2 years", "second Tuesday of September", "2025", ["2025-09-09", "2027-09-14"]),
        ("year", "last Friday of March", "2025", ["2025-03-28", "2026-03-27"]),
        ("year", "last day of February", "2023", ["2023-02-28", "2024-02-29"]),
        ("month", "31", "2025", ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]),
        ("month", "last day", "2024-02", ["2024-02-29", "2024-03-31", "2024-04-30"]),
        ("month", "second Tuesday", "2025-09-10", ["2025-10-14", "2025-11-11"]),
        ("quarter", "15", "2026-02", ["2026-02-15", "2026-05-15", "2026-08-15"]),
        ("6 months", "15", "2025-03-20", ["2025-09-15", "2026-03-15"]),
        ("week", "Tuesday", "2026-01-06", ["2026-01-06", "2026-01-13"]),
        ("3 weeks", "Tuesday", "2026-01-07", ["2026-01-27", "2026-02-17"]),
        ("3 weeks", "Sunday", "2026-01-07", ["2026-01-11", "2026-02-01"]),
    ],
)
def test_a_day_is_a_window_of_its_period(
    every: str, when: str, since: str, found: list[str]
) -> None:
    assert first(laid(rule(every, since, when)), len(found)) == found


def test_a_slot_on_a_day_lasts_as_long_as_a_session() -> None:
    three_days = laid(rule("year", "2024", "30 December"), lasts=3)
    assert first(three_days, 2) == ["2024-12-30/2025-01-01", "2025-12-30/2026-01-01"]
    assert first(laid(rule("year", "2024", "December"), lasts=3), 1) == ["2024-12"]


@pytest.mark.parametrize(
    ("every", "when", "since", "found"),
    [
        ("year", ["30 November", "31 May"], "1999-09", ["1999-11-30", "2000-05-31", "2000-11-30"]),
        ("year", ["autumn", "spring"], "2005", ["2005-21", "2005-23", "2006-21"]),
        ("year", ["winter", "July"], "2005", ["2005-07", "2005-24", "2006-07", "2006-24"]),
        ("year", ["autumn", "October"], "2005", ["2005-23", "2005-10", "2006-23", "2006-10"]),
        ("year", ["Q4", "October"], "2005", ["2005-10", "2005-36", "2006-10"]),
        ("month", ["15", "1"], "2025", ["2025-01-01", "2025-01-15", "2025-02-01"]),
        ("week", ["Friday", "Tuesday"], "2026-01-07", ["2026-01-09", "2026-01-13", "2026-01-16"]),
    ],
)
def test_each_of_a_list_is_a_slot(
    every: str, when: list[str], since: str, found: list[str]
) -> None:
    assert first(laid(rule(every, since, *when)), len(found)) == found


def test_two_slots_that_are_equal_are_one() -> None:
    both = laid(rule("month", "2025", "31", "last day"))
    assert first(both) == ["2025-01-31", "2025-02-28", "2025-03-31"]
    assert first(laid(rule("year", "2025", "fall", "September to November"))) == [
        "2025-23",
        "2026-23",
        "2027-23",
    ]
    eras = laid(rule("year", "2005", "autumn"), rule("year", "2006-10", "autumn"))
    assert first(eras) == ["2005-23", "2006-23", "2007-23"]


def test_a_rule_lapses_with_its_until() -> None:
    lapsed = laid(rule("year", "2005", until="2007"))
    assert (first(lapsed, 9), cut(lapsed)) == (["2005", "2006", "2007"], [])


@pytest.mark.parametrize(
    ("era", "lasts", "window", "laid_before"),
    [
        (rule("year", "2005", until="2006-06"), 1, "2006-40", "2006"),
        (rule("year", "2005", "autumn", until="2006-10"), 1, "2006-09/2006-10", "2006-23"),
        (rule("year", "2005", "31 May", until="2006-05-31"), 3, "2006-05-31", "2006-05-31/2006-06-02"),
    ],
)  # fmt: skip
def test_the_slot_that_runs_when_a_rule_ends_is_cut_and_not_owed(
    era: Era, lasts: int, window: str, laid_before: str
) -> None:
    slots = laid(era, lasts=lasts)
    assert cut(slots) == [(window, laid_before)]
    assert first(slots, 9)[-1] == window


def test_an_era_takes_over_from_the_one_before() -> None:
    symposium = laid(rule("2 years", "1998", "autumn"), rule("year", "2005"))
    found = ["1998-23", "2000-23", "2002-23", "2004-23", "2005", "2006"]
    assert (first(symposium, 6), written(symposium.backward(day("2007-01-01")))) == (
        found,
        found[::-1],
    )


def test_the_slot_that_runs_when_an_era_takes_over_is_cut() -> None:
    slots = laid(rule("2 years", "2000"), rule("year", "2005-07-01", until="2007-06"))
    assert cut(slots) == [("2004-01/2005-06", "2004/2005")]
    assert first(slots, 9) == [
        "2000/2001",
        "2002/2003",
        "2004-01/2005-06",
        "2005-07/2006-06",
        "2006-07/2007-06",
    ]


def test_a_cut_slot_that_overlaps_a_slot_of_the_successor_is_gone() -> None:
    slots = laid(rule("2 years", "2000"), rule("year", "2005-07-01", "summer"))
    assert first(slots, 4) == ["2000/2001", "2002/2003", "2005-22", "2006-22"]


def test_nothing_is_owed_between_an_until_and_the_next_since() -> None:
    slots = laid(rule("year", "2000", until="2001"), rule("year", "2004"))
    assert first(slots, 4) == ["2000", "2001", "2004", "2005"]


@pytest.mark.parametrize(
    ("eras", "found"),
    [
        ([rule("year", "2005")], ["2004"]),
        ([rule("2 years", "1998", "autumn")], ["1996-23"]),
        ([rule("year", "2005", "winter")], ["2004-24"]),
        ([rule("year", "2005-06-01", "spring")], ["2005-21"]),
        ([rule("month", "2025-03-20", "15")], ["2025-03-15"]),
        ([rule("year", "2005", until="2010")], ["2004", "2011"]),
        ([rule("year", "2005", "May", until="2010")], ["2004-05", "2011-05"]),
        ([rule("year", "2005", until="2010-06")], ["2004"]),
        ([rule("year", "2000", until="2002"), rule("year", "2006")], ["1999", "2003"]),
        ([rule("2 years", "2000", until="2003"), rule("year", "2004")], ["1998/1999"]),
        ([rule("2 years", "2000"), rule("year", "2004")], ["1998/1999"]),
        ([rule("year", "0001")], []),
        ([rule("400 years", "9700")], []),
        ([], []),
    ],
)
def test_a_window_is_imagined_before_the_first_slot_and_after_a_lapse(
    eras: list[Era], found: list[str]
) -> None:
    assert written(laid(*eras).imagined) == found


def test_a_mechanism_without_a_cadence_has_no_slots() -> None:
    slots = laid()
    assert (list(slots.forward(date.min)), list(slots.backward(date.max))) == ([], [])


def test_slots_end_quietly_with_the_calendar() -> None:
    slots = laid(rule("year", "9996"))
    assert first(slots, 9) == ["9996", "9997", "9998"]
    assert written(slots.backward(date.max)) == ["9998", "9997", "9996"]
    old = laid(rule("year", "0001", until="0003"))
    assert written(old.backward(date.max)) == ["0003", "0002", "0001"]


def test_slots_that_are_known_one_by_one_are_put_in_order() -> None:
    windows = [window(text) for text in ("2007", "2005", "2005-01", "2006")]
    slots = ListedSlots([Slot(w, w) for w in windows])
    assert written(slots.forward(day("2005-01-01"))) == ["2005-01", "2005", "2006", "2007"]
    assert written(slots.backward(day("2007-01-01"))) == ["2006", "2005", "2005-01"]
    assert (slots.longest, slots.imagined) == (365, ())


TWINS = rule("year", "2000", "Q3", "H2", until="2001-09")
"""Its last half is cut to its last third quarter."""


def test_an_owed_slot_stands_for_one_that_was_cut_to_it() -> None:
    slots = laid(TWINS)
    found = [("2000-35", True), ("2000-41", True), ("2001-35", True)]
    assert [(edtf(s.window), s.owed) for s in slots.forward(date.min)] == found
    assert [(edtf(s.window), s.owed) for s in slots.backward(date.max)] == found[::-1]


@thorough
@given(cadences(), st.integers(1, 40))
def test_slots_stand_in_order_each_once(eras: tuple[Era, ...], lasts: int) -> None:
    found = all_of(laid(*eras, lasts=lasts).forward(date.min))
    assert all(one.order < other.order for (one, _), (other, _) in pairwise(found))


@thorough
@given(cadences(), st.integers(1, 40), DAYS)
@example((TWINS,), 1, LAST)
def test_seeking_equals_walking_in_both_directions(
    eras: tuple[Era, ...], lasts: int, sought: date
) -> None:
    slots = laid(*eras, lasts=lasts)
    walked = all_of(slots.forward(date.min))
    assert all_of(slots.forward(sought)) == [s for s in walked if s[0].start >= sought]
    behind = [(s.window, s.laid) for s in slots.backward(sought)]
    assert behind[::-1] == [s for s in walked if s[0].start < sought]


@thorough
@given(
    st.sampled_from(["year", "2 years", "5 months", "quarter", "month", "10 days", "3 weeks"]),
    st.dates(date(1996, 1, 1), date(2004, 12, 31)),
)
def test_periods_follow_each_other_without_gap_or_overlap(every: str, since: date) -> None:
    found = all_of(laid(rule(every, str(since))).forward(date.min))
    assert found[0][0].start == since
    assert all(one.end == other.start for (one, _), (other, _) in pairwise(found))


@thorough
@given(cadences(), st.integers(1, 40))
def test_no_slot_ends_after_its_rule_and_only_a_cut_one_is_not_owed(
    eras: tuple[Era, ...], lasts: int
) -> None:
    slots = laid(*eras, lasts=lasts)
    for slot in takewhile(lambda s: s.window.start < LAST, slots.forward(date.min)):
        assert slot.laid.start == slot.window.start
        assert slot.owed == (slot.laid.end == slot.window.end)
        assert eras[-1].lapse is None or slot.window.ended_by(eras[-1].lapse)


@thorough
@given(cadences(), st.integers(1, 40), DAYS, st.integers(0, 9000), DAYS)
def test_counting_slots_equals_walking_over_them(
    eras: tuple[Era, ...], lasts: int, begin: date, days: int, end: date
) -> None:
    slots = laid(*eras, lasts=lasts)
    before = begin + timedelta(days)
    begun = takewhile(lambda slot: slot.window.start < before, slots.forward(begin))
    walked = [slot for slot in begun if slot.owed and slot.window.ended_by(end)]
    assert slots.count(begin, before, end) == len(walked)
    assert slots.first_within(begin, before, end) == next(iter(walked), None)


@thorough
@given(cadences(), st.integers(1, 40), DAYS)
def test_what_begins_before_the_running_ones_has_ended(
    eras: tuple[Era, ...], lasts: int, sought: date
) -> None:
    slots = laid(*eras, lasts=lasts)
    begun = takewhile(lambda s: s.window.start < slots.running_from(sought), slots.forward(FIRST))
    assert all(slot.window.ended_by(sought) for slot in begun)


@thorough
@given(cadences(), st.integers(1, 40), DAYS, st.integers(0, 900))
def test_the_slots_that_overlap_a_window_are_those_found_by_trying_all(
    eras: tuple[Era, ...], lasts: int, start: date, days: int
) -> None:
    slots = laid(*eras, lasts=lasts)
    sought = Window(start, date.fromordinal(start.toordinal() + days + 1))
    tried = takewhile(lambda s: s.window.start < day("2020-01-01"), slots.forward(date.min))
    assert overlapping(slots, sought) == [s for s in tried if s.window.overlaps(sought)]


@thorough
@given(cadences(), st.integers(1, 40))
def test_no_window_is_imagined_that_ends_later_than_it_says(
    eras: tuple[Era, ...], lasts: int
) -> None:
    slots = laid(*eras, lasts=lasts)
    assert all((w.end or date.max) <= slots.imagined_until for w in slots.imagined)


def test_around_a_rule_that_goes_on_nothing_is_imagined_after_its_beginning() -> None:
    assert laid(rule("year", "2005", "autumn")).imagined_until < day("2006-01-01")
    assert laid(rule("year", "2005", until="2010")).imagined_until == date.max


def test_what_rules_laid_is_kept_for_mechanisms_that_keep_the_same() -> None:
    yearly, monthly = rule("year", "2005", "autumn"), rule("month", "2005", "15")
    slots = laid_slots((yearly,), 1)
    assert laid_slots((replace(yearly, note="as agreed"),), 1) is slots
    assert laid_slots((yearly,), 2) is not slots
    assert laid_slots((yearly, monthly), 1) is not slots
    assert laid_slots((replace(yearly, until=monthly.since),), 1) is not slots


def test_no_more_rules_are_kept_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_laid_lately", {})
    monkeypatch.setattr(module, "MOST_KEPT", 5)
    for year in range(1990, 2007):
        found = laid_slots((rule("year", str(year)),), 1)
        assert written(found.forward(date.min), 1) == [str(year)]
        assert len(module._laid_lately) <= 5
