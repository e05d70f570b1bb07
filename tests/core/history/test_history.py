"""The statuses of a mechanism's slots and sessions on a day, one rule of the table after another."""

import pytest
from tests.core.given import day, edtf, mechanism, story, talks

from cjpeace.core.history.history import History

YEARLY = "cadence: {every: year, since: 2001}\n"
GRACE = "grace: 3 months\n"


def statuses(keys: str, as_of: str, span: str = "2001/2003") -> list[str]:
    """The statuses of what meets a span, each with its id: `2001 held`, `2001-05 held extra`."""
    told = [line.split() for line in story(talks(keys), as_of, span)]
    return [" ".join([words[0], words[1], *words[4:]]) for words in told]


def sessions(*lines: str) -> str:
    return "".join(["sessions:\n", *(f"  - {{{line}}}\n" for line in lines)])


def test_a_mechanism_without_a_session_was_missed_is_overdue_is_due_and_will_be() -> None:
    assert statuses(YEARLY, "2003-06-01", "2001/2004") == [
        "2001 missed",
        "2002 overdue",
        "2003 due",
        "2004 projected",
    ]


def test_a_slot_is_late_until_its_grace_is_over() -> None:
    assert statuses(YEARLY + GRACE, "2003-03-31") == ["2001 overdue", "2002 late", "2003 due"]
    assert statuses(YEARLY + GRACE, "2003-04-01") == ["2001 missed", "2002 overdue", "2003 due"]


def test_nothing_is_owed_without_a_cadence() -> None:
    assert statuses("hosts: [canada]\n", "2010-01-01", "2001/2020") == []
    assert statuses(sessions("held: 2001-05"), "2010-01-01") == ["2001-05 held extra"]


def test_a_slot_is_held_from_the_first_day_of_its_session() -> None:
    keys = YEARLY + sessions("held: 2001-05-10/2001-05-12")
    assert statuses(keys, "2001-05-10") == ["2001 held", "2002 projected", "2003 projected"]


def test_a_session_that_had_not_begun_leaves_its_slot_as_if_it_had_none() -> None:
    keys = YEARLY + sessions("held: 2001-05-10")
    assert statuses(keys, "2001-05-09", "2001") == ["2001 due"]
    assert statuses(keys, "2000-05-09", "2001") == ["2001 projected"]
    late = YEARLY + sessions("planned: 2001-03, held: 2002-05")
    assert statuses(late, "2002-01-01", "2001") == ["2001 overdue"]


def test_a_session_that_had_not_begun_is_confirmed_while_it_was_planned() -> None:
    keys = YEARLY + sessions("planned: [2001-03, 2001-06], held: 2001-09")
    assert story(talks(keys), "2001-03-15", "2001-03") == ["2001 confirmed - -"]
    assert story(talks(keys), "2001-04-15", "2001-03") == []
    assert story(talks(keys), "2001-04-15", "2001-06") == ["2001 confirmed - -"]
    assert statuses(keys, "2001-07-15", "2001") == ["2001 due"]


def test_an_extra_session_that_was_not_known_is_left_out() -> None:
    keys = YEARLY + sessions("held: 2001-05-10", "held: 2001-06-10")
    assert statuses(keys, "2001-06-09", "2001") == ["2001 held"]
    assert statuses(keys, "2001-06-10", "2001") == ["2001 held", "2001-06-10 held extra"]


@pytest.mark.parametrize("status", ["confirmed", "tentative"])
def test_a_planned_session_is_unreported_from_the_day_after_it(status: str) -> None:
    keys = YEARLY + sessions(f"{status}: 2001-05-10")
    assert statuses(keys, "2001-05-10", "2001") == [f"2001 {status}"]
    assert statuses(keys, "2001-05-11", "2001") == ["2001 unreported"]


def test_a_postponed_session_has_until_the_end_of_its_new_window() -> None:
    keys = YEARLY + GRACE + sessions("planned: 2001-05, postponed: 2002-09, reason: storm")
    assert statuses(keys, "2002-09-30") == ["2001 postponed", "2002 due", "2003 projected"]
    assert statuses(keys, "2002-12-31") == ["2001 late", "2002 due", "2003 projected"]
    assert statuses(keys, "2003-01-01") == ["2001 overdue", "2002 late", "2003 due"]


def test_a_session_postponed_to_no_date_has_until_the_end_of_its_slot() -> None:
    keys = YEARLY + sessions('planned: 2001-05, postponed: "..", reason: storm')
    assert statuses(keys, "2001-12-31", "2001") == ["2001 postponed"]
    assert statuses(keys, "2002-01-01", "2001") == ["2001 overdue"]


def test_an_extra_postponed_session_stays_postponed() -> None:
    keys = YEARLY + sessions("held: 2001-05", "planned: 2001-06, postponed: 2001-07, reason: storm")
    assert statuses(keys, "2010-01-01", "2001") == ["2001 held", "2001-07 postponed extra"]


def test_nothing_is_owed_for_a_slot_that_was_cancelled() -> None:
    keys = YEARLY + sessions("cancelled: 2002-05, reason: storm")
    assert statuses(keys, "2003-06-01", "2001/2002") == ["2001 overdue", "2002 cancelled"]


@pytest.mark.parametrize("later", ["held: 2002-03", "confirmed: 2002-03", "confirmed: 2002-09"])
def test_a_lapse_ends_when_a_later_slot_is_answered(later: str) -> None:
    assert statuses(YEARLY + sessions(later), "2002-06-01", "2001")[0] == "2001 missed"


@pytest.mark.parametrize(
    "later",
    [
        "tentative: 2002-09",
        "cancelled: 2002-03, reason: storm",
        "planned: 2002-03, postponed: 2002-12, reason: storm",
        "held: 2002-09",
    ],
)
def test_a_lapse_stays_visible_whatever_is_less_than_an_answer(later: str) -> None:
    assert statuses(YEARLY + sessions(later), "2002-06-01", "2001")[0] == "2001 overdue"


def test_at_most_one_slot_is_overdue() -> None:
    keys = YEARLY + sessions("planned: 2001-05, postponed: 2004-09, reason: storm", "held: 2002-05")
    assert statuses(keys, "2005-06-01", "2001/2004") == [
        "2002 held",
        "2003 missed",
        "2001 missed",
        "2004 overdue",
    ]


def test_a_slot_that_was_cut_is_there_only_when_answered() -> None:
    cut = "cadence: {every: 2 years, since: 2001, until: 2003}\n"
    assert statuses(cut, "2010-01-01", "2001/2010") == ["2001-01-01 overdue"]
    assert statuses(cut + sessions("held: 2003-05"), "2010-01-01", "2001/2010") == [
        "2001-01-01 missed",
        "2003-01-01 held",
    ]
    not_yet = cut + sessions("held: 2003-05")
    assert statuses(not_yet, "2003-01-01", "2001/2010") == ["2001-01-01 overdue"]


def test_an_owed_slot_lapses_though_another_was_cut_to_it() -> None:
    keys = "cadence: {every: year, when: [Q3, H2], since: 2000, until: 2001-09}\n"
    assert statuses(keys, "2003-01-01", "2000/2002") == [
        "2000-35 missed",
        "2000-41 missed",
        "2001-35 overdue",
    ]


# What cannot be claimed


def test_what_others_convene_is_unknown_where_it_would_have_lapsed() -> None:
    keys = YEARLY + GRACE + "convened_by: United Nations\n" + sessions("confirmed: 2002-05")
    assert statuses(keys, "2004-02-01", "2001/2004") == [
        "2001 unknown",
        "2002 unknown",
        "2003 late",
        "2004 due",
    ]


def test_slots_that_an_unknown_interval_overlaps_are_unknown() -> None:
    keys = YEARLY + sessions("unknown: 2001-12/2002-01")
    assert statuses(keys, "2004-06-01", "2001/2003") == [
        "2001 unknown",
        "2002 unknown",
        "2003 overdue",
    ]
    assert statuses(keys, "2002-06-01", "2001/2003") == [
        "2001 unknown",
        "2002 due",
        "2003 projected",
    ]


@pytest.mark.parametrize(
    ("number", "status"), [(2, "missed"), (3, "unknown"), (4, "unknown"), (9, "unknown")]
)
def test_slots_are_unknown_where_the_numbers_show_more_than_the_record(
    number: int, status: str
) -> None:
    keys = YEARLY + sessions("held: 2001-05, number: 1", f"held: 2004-05, number: {number}")
    found = ["2001 held", f"2002 {status}", f"2003 {status}", "2004 held"]
    assert statuses(keys, "2004-06-01", "2001/2004") == found


def test_a_mechanism_begins_at_number_1() -> None:
    keys = YEARLY + sessions("held: 2003-05, number: NUMBER")
    assert statuses(keys.replace("NUMBER", "1"), "2003-06-01") == [
        "2001 missed",
        "2002 missed",
        "2003 held",
    ]
    assert statuses(keys.replace("NUMBER", "2"), "2003-06-01") == [
        "2001 unknown",
        "2002 unknown",
        "2003 held",
    ]


def test_held_sessions_without_a_number_fill_the_numbers() -> None:
    keys = YEARLY + sessions(
        "held: 2001-05, number: 1", "held: 2003-05", "held: 2005-05, number: NUMBER"
    )
    found = ["2001 held", "2002 missed", "2003 held", "2004 missed", "2005 held"]
    assert statuses(keys.replace("NUMBER", "3"), "2005-06-01", "2001/2005") == found
    assert statuses(keys.replace("NUMBER", "4"), "2005-06-01", "2001/2005") == [
        line.replace("missed", "unknown") for line in found
    ]


def test_extra_sessions_count_among_the_numbers() -> None:
    keys = YEARLY + sessions(
        "held: 2001-05, number: 1", "held: 2001-06, number: 2", "held: 2003-05, number: NUMBER"
    )
    assert "2002 missed" in statuses(keys.replace("NUMBER", "3"), "2003-06-01")
    assert "2002 unknown" in statuses(keys.replace("NUMBER", "4"), "2003-06-01")


def test_numbers_of_sessions_to_come_count_whatever_the_day() -> None:
    keys = YEARLY + sessions("held: 2001-05, number: 1", "held: 2004-05, number: 3")
    assert statuses(keys, "2003-06-01") == ["2001 held", "2002 unknown", "2003 due"]


def test_a_session_not_known_yet_counts_as_after_its_own_slot() -> None:
    keys = YEARLY + sessions(
        "held: 2001-05, number: 1", "planned: 2002-05, held: 2003-05, number: 3"
    )
    assert statuses(keys, "2003-02-01", "2002") == ["2002 unknown"]


# Rolling


def test_a_rolling_basis_is_due_from_the_last_session_and_projects_nothing_beyond() -> None:
    keys = "cadence: {every: 2 years, since: 2001}\nbasis: rolling\n" + sessions(
        "held: 2002-03-05", "held: 2005-06"
    )
    assert statuses(keys, "2006-01-01", "2001/2020") == [
        "2001-01-01 held",
        "2002-03-06 held",
        "2005-07-01 due",
    ]
    assert statuses(keys, "2007-07-01", "2001/2020")[-1] == "2005-07-01 overdue"


def test_a_rolling_basis_looks_back_to_what_was_known() -> None:
    keys = "cadence: {every: 2 years, since: 2001}\nbasis: rolling\n" + sessions(
        "held: 2002-03-05", "held: 2005-06"
    )
    assert statuses(keys, "2004-06-01", "2001/2020") == ["2001-01-01 held", "2002-03-06 overdue"]


# What is asked of a history besides


def test_a_history_knows_its_overdue_slot_and_what_was_held_last() -> None:
    keys = YEARLY + sessions("held: 2002-05, number: 2", "held: 2001-05, number: 1")
    lapsed = History(mechanism(keys), day("2004-06-01"))
    assert lapsed.overdue_slot is not None
    assert edtf(lapsed.overdue_slot.window) == "2003"
    assert lapsed.last_held is not None
    assert lapsed.last_held.number == 2
    assert lapsed.last_answered is not None
    assert edtf(lapsed.last_answered.window) == "2002"


def test_a_history_without_sessions_knows_of_none() -> None:
    fresh = History(mechanism(YEARLY), day("2001-06-01"))
    assert (fresh.overdue_slot, fresh.last_held, fresh.last_answered) == (None, None, None)
