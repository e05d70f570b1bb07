"""Numbers and hosts: which come next, and when it cannot be known, as the occurrences go by."""

from tests.core.given import story, talks

YEARLY = "cadence: {every: year, since: 2001}\nhosts: [canada, japan]\n"


def turns(*sessions: str, as_of: str, span: str, keys: str = "") -> list[str]:
    lines = "".join(f"  - {{{session}}}\n" for session in sessions)
    listed = f"sessions:\n{lines}" if lines else ""
    return story(talks(YEARLY + keys + listed), as_of, span)


def test_the_first_host_is_the_first_in_turn_and_the_first_number_is_unknown() -> None:
    assert turns(as_of="2000-06-01", span="2001/2003") == [
        "2001 projected - canada",
        "2002 projected - japan",
        "2003 projected - canada",
    ]


def test_numbers_and_hosts_go_on_from_the_last() -> None:
    found = turns("held: 2001-05, number: 7, host: canada", as_of="2002-06-01", span="2001/2004")
    assert found == [
        "2001 held 7 canada",
        "2002 due 8 japan",
        "2003 projected 9 canada",
        "2004 projected 10 japan",
    ]


def test_what_a_planned_session_states_is_counted_from() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "confirmed: 2002-05, number: 3, host: canada",
        "tentative: 2003-05",
        as_of="2002-01-01",
        span="2002/2004",
    )
    assert found == ["2002 confirmed 3 canada", "2003 tentative 4 japan", "2004 projected 5 canada"]


def test_late_postponed_and_unreported_sessions_take_their_turn() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "planned: 2002-05, postponed: 2003-03, reason: storm",
        "confirmed: 2003-05",
        as_of="2003-06-01",
        span="2001/2004",
        keys="grace: 1 year\n",
    )
    assert found == [
        "2001 held 1 canada",
        "2002 late 2 japan",
        "2003 unreported 3 canada",
        "2004 projected 4 japan",
    ]


def test_an_overdue_slot_shows_what_the_next_open_one_takes() -> None:
    found = turns("held: 2001-05, number: 1, host: canada", as_of="2004-06-01", span="2001/2005")
    assert found == [
        "2001 held 1 canada",
        "2002 missed - -",
        "2003 overdue 2 japan",
        "2004 due 2 japan",
        "2005 projected 3 canada",
    ]


def test_an_overdue_slot_shows_the_next_open_one_though_a_cancelled_one_lies_between() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "cancelled: 2003-05, reason: storm",
        as_of="2003-06-01",
        span="2001/2004",
    )
    assert found == [
        "2001 held 1 canada",
        "2002 overdue 2 japan",
        "2003 cancelled - -",
        "2004 projected 2 japan",
    ]


def test_an_overdue_slot_of_a_rule_that_ended_has_no_next_to_show() -> None:
    ended = "cadence: {every: year, since: 2001, until: 2002}\nhosts: [canada, japan]\n"
    assert story(talks(ended), "2004-01-01", "2001/2004") == ["2001 missed - -", "2002 overdue - -"]


def test_missed_and_cancelled_sessions_take_no_turn_but_show_what_they_state() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "cancelled: 2002-05, number: 2, host: japan, reason: storm",
        "planned: 2003-05, postponed: 2003-09, number: 2, host: japan, reason: storm",
        "held: 2004-05, number: 2, host: japan",
        as_of="2005-06-01",
        span="2001/2005",
    )
    assert found == [
        "2001 held 1 canada",
        "2002 cancelled 2 japan",
        "2003 missed 2 japan",
        "2004 held 2 japan",
        "2005 due 3 canada",
    ]


def test_after_an_unknown_slot_both_are_unknown_until_stated() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "unknown: 2002",
        "confirmed: 2004-05, number: 4",
        "tentative: 2006-05, host: japan",
        as_of="2003-06-01",
        span="2001/2007",
    )
    assert found == [
        "2001 held 1 canada",
        "2002 unknown - -",
        "2003 due - -",
        "2004 confirmed 4 -",
        "2005 projected 5 -",
        "2006 tentative 6 japan",
        "2007 projected 7 canada",
    ]


def test_an_unknown_slot_long_ago_is_remembered() -> None:
    found = turns("unknown: 2002", as_of="2050-06-01", span="2050/2051")
    assert found == ["2050 due - -", "2051 projected - -"]


def test_after_a_held_session_without_a_number_numbers_are_unknown() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "held: 2002-05, host: japan",
        as_of="2003-06-01",
        span="2002/2003",
    )
    assert found == ["2002 held - japan", "2003 due - canada"]


def test_after_a_held_session_without_a_host_hosts_are_unknown() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "held: 2002-05, number: 2",
        as_of="2003-06-01",
        span="2002/2004",
    )
    assert found == ["2002 held 2 -", "2003 due 3 -", "2004 projected 4 -"]


def test_a_session_that_nobody_hosts_moves_no_turn() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "held: 2002-05, number: 2, host: none",
        as_of="2003-06-01",
        span="2002/2003",
    )
    assert found == ["2002 held 2 none", "2003 due 3 japan"]


def test_a_host_that_takes_no_turns_moves_none() -> None:
    keys = "cadence: {every: year, since: 2001}\nhosts: [canada]\n"
    held = "sessions: [{held: 2001-05, host: japan}]\n"
    assert story(talks(keys + held), "2002-06-01", "2001/2002") == [
        "2001 held - japan",
        "2002 due - canada",
    ]


def test_without_hosts_nobody_is_next() -> None:
    keys = "cadence: {every: year, since: 2001}\nsessions: [{held: 2001-05, host: japan}]\n"
    assert story(talks(keys), "2002-06-01", "2002") == ["2002 due - -"]


def test_an_extra_session_moves_both_when_it_states_them() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "held: 2001-09, number: 2, host: japan",
        as_of="2002-06-01",
        span="2001/2002",
    )
    assert found == ["2001 held 1 canada", "2001-09 held 2 japan extra", "2002 due 3 canada"]


def test_an_extra_session_that_states_nothing_has_nothing_and_moves_nothing() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "confirmed: 2001-09",
        as_of="2001-06-01",
        span="2001/2002",
    )
    assert found == [
        "2001 held 1 canada",
        "2001-09 confirmed - - extra",
        "2002 projected 2 japan",
    ]


def test_an_extra_session_that_fell_through_moves_nothing() -> None:
    for outcome in ("cancelled: 2001-09", "planned: 2001-08, postponed: 2001-09"):
        found = turns(
            "held: 2001-05, number: 1, host: canada",
            f"{outcome}, number: 2, host: japan, reason: storm",
            as_of="2001-06-01",
            span="2001/2002",
        )
        assert found[0] == "2001 held 1 canada"
        assert found[1].endswith(" 2 japan extra")
        assert found[2] == "2002 projected 2 japan"


def test_a_session_seen_before_it_began_takes_the_turn_it_states() -> None:
    found = turns(
        "held: 2001-05, number: 1, host: canada",
        "planned: 2002-03, held: 2002-09, number: 2, host: japan",
        as_of="2002-02-01",
        span="2002/2003",
    )
    assert found == ["2002 confirmed 2 japan", "2003 projected 3 canada"]
