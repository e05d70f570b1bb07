"""Small cases worked by hand, each with the sentence of the design that it shows."""

from datetime import date
from typing import Any

from .reading import dated, findings, occurrences

HOSTS = ["canada", "japan"]


def _agenda(**mechanism: Any) -> dict[str, Any]:
    return {"adopted": "1999-09-17", "mechanisms": {"talks": {"title": "Talks", **mechanism}}}


def _rows(
    agenda: dict[str, Any], as_of: str, first: str = "1980-01-01", last: str = "2027-12-31"
) -> list[dict[str, Any]]:
    days = (date.fromisoformat(day) for day in (as_of, first, last))
    return occurrences(agenda, *days)


def _table(rows: list[dict[str, Any]], *keys: str) -> list[tuple[Any, ...]]:
    short = [row | {"id": row["id"].removeprefix("talks/")} for row in rows]
    return [tuple(row[key] for key in keys) for row in short]


def _answers(agenda: dict[str, Any], as_of: str, **days: str) -> dict[str, str]:
    """Map the slots that read as answered, and the extra sessions, to the dates shown."""
    shown = ("held", "confirmed", "tentative", "postponed", "cancelled", "unreported")
    rows = [row for row in _rows(agenda, as_of, **days) if row["status"] in shown]
    return {("extra " * row["extra"]) + row["id"][6:]: row["date"] for row in rows}


# Dates


def test_words_and_edtf_are_the_same_dates() -> None:
    """`autumn 2000`, `fall 2000`, ... `accepted as the same thing, in any case`."""
    assert dated("FALL 2000").edtf == dated("autumn 2000").edtf == "2000-23"
    assert dated("Q3 2026").window == dated("2026-35").window
    assert dated("november 1999").edtf == "1999-11"


def test_winter_ends_in_the_next_year() -> None:
    """`winter (Dec-Feb of the next year)`."""
    window = dated("winter 2003").window
    assert (window.start, window.end) == (date(2003, 12, 1), date(2004, 3, 1))


def test_a_date_that_only_began_is_the_window_of_its_first_side() -> None:
    """`2011-10-03/`: `began then, end unknown: the window is the first side's`."""
    assert dated("2011-10-03/").window == dated("2011-10-03").window
    assert dated("2011-10-03/").edtf == "2011-10-03/"


# Slots


def test_a_plain_period_runs_from_the_anchor() -> None:
    """`every: 2 years, since: 1999-09-17 is 17 Sep 1999 to 16 Sep 2001, and so on`."""
    rows = _rows(_agenda(cadence={"every": "2 years"}), "1999-09-17", last="2002-01-01")
    assert _table(rows, "id", "status", "start", "end", "date") == [
        ("1999-09-17", "due", "1999-09-17", "2001-09-17", "1999-09-17/2001-09-16"),
        ("2001-09-17", "projected", "2001-09-17", "2003-09-17", "2001-09-17/2003-09-16"),
    ]


def test_since_a_year_begins_with_the_winter_of_its_december() -> None:
    """`k is never negative: since: 2005 begins with the winter of December 2005`."""
    cadence = {"every": "year", "when": "winter", "since": 2005}
    rows = _rows(_agenda(cadence=cadence), "2005-01-01", last="2006-12-31")
    assert _table(rows, "id", "start") == [("2005-24", "2005-12-01"), ("2006-24", "2006-12-01")]


def test_a_window_that_contains_the_anchor_is_kept_whole() -> None:
    """`Windows that end on or before the anchor are dropped, one that contains it is kept whole`."""
    cadence = {"every": "year", "when": ["spring", "autumn"], "since": "2005-10-15"}
    rows = _rows(_agenda(cadence=cadence), "2005-01-01", last="2006-04-01")
    assert _table(rows, "id", "start") == [("2005-23", "2005-09-01"), ("2006-21", "2006-03-01")]


def test_a_day_that_a_month_lacks_falls_on_its_last_day() -> None:
    """`Slots are computed from the anchor, never from the previous slot (31 Jan, 28 Feb, 31 Mar)`."""
    cadence = {"every": "month", "when": 31, "since": 2005}
    rows = _rows(_agenda(cadence=cadence), "2005-01-01", last="2005-04-30")
    ids = [row["id"] for row in rows]
    assert ids == [f"talks/2005-{day}" for day in ("01-31", "02-28", "03-31", "04-30")]


def test_weeks_count_from_the_anchors_week_and_earlier_days_are_dropped() -> None:
    """`every: 3 weeks counts from the anchor's week. Days before the anchor are dropped`.

    2 January 2002 was a Wednesday.
    """
    cadence = {"every": "3 weeks", "when": "Tuesday", "since": "2002-01-02"}
    rows = _rows(_agenda(cadence=cadence, lasts="2 days"), "2001-12-01", last="2002-02-20")
    assert _table(rows, "id", "end") == [("2002-01-22", "2002-01-24"), ("2002-02-12", "2002-02-14")]


def test_a_running_slot_is_cut_at_the_successors_since() -> None:
    """`The slot that is running when a rule ends is cut there ... there only when answered`."""
    cadence = [{"every": "5 years", "since": 2000}, {"every": "year", "since": 2007}]
    rows = _rows(_agenda(cadence=cadence), "2000-01-01", last="2007-12-31")
    assert _table(rows, "id") == [("2000-01-01",), ("2007",)]
    rows = _rows(_agenda(cadence=cadence, sessions=[{"held": "2006-05"}]), "2006-06-01")
    assert rows[1]["id"] == "talks/2005-01-01"
    assert rows[1]["slot"] == {"start": "2005-01-01", "end": "2010-01-01"}


def test_a_cut_slot_that_overlaps_a_slot_of_the_successor_is_never_there() -> None:
    """`Never when it overlaps a slot of the successor`."""
    cadence = [
        {"every": "2 years", "since": 2004},
        {"every": "year", "when": "autumn", "since": "2005-10"},
    ]
    agenda = _agenda(cadence=cadence, sessions=[{"held": "2004-05"}, {"held": "2005-09-20"}])
    assert _answers(agenda, "2006-01-01") == {"extra 2004-05": "2004-05", "2005-23": "2005-09-20"}


def test_between_an_until_and_the_next_since_nothing_is_owed() -> None:
    cadence = [{"every": "year", "since": 2000, "until": 2001}, {"every": "year", "since": 2004}]
    rows = _rows(_agenda(cadence=cadence), "2000-01-01", last="2004-12-31")
    assert [row["id"] for row in rows] == ["talks/2000", "talks/2001", "talks/2004"]


# Which session answers which slot


def test_a_session_stands_for_the_date_it_was_first_meant_for() -> None:
    """`The conference planned for spring 2020 and held in August 2022 answers 2020`.

    `The one of April 2026 answers the spring of 2025`.
    """
    sessions = [
        {"planned": ["2020-04-27/2020-05-22", "2022-01-04/2022-01-28"], "held": "2022-08-01"},
        {"held": "2026-04-27/2026-05-22"},
    ]
    cadence = {"every": "5 years", "when": "spring", "since": 1995}
    assert _answers(_agenda(cadence=cadence, sessions=sessions), "2026-06-01") == {
        "2020-21": "2022-08-01",
        "2025-21": "2026-04-27/2026-05-22",
    }


def test_a_session_within_the_grace_answers_the_slot_that_ended() -> None:
    """`Sessions of October 2024, 15 January 2026 and October 2026 answer 2024, 2025 and 2026`.

    `An additional meeting in December answers nothing`.
    """
    cadence = {"every": "year", "since": 2024}
    dates = ["2024-10", "2026-01-15", "2026-10", "2026-12"]
    agenda = _agenda(cadence=cadence, grace="3 months", sessions=[{"held": day} for day in dates])
    assert _answers(agenda, "2026-12-31") == {
        "2024": "2024-10",
        "2025": "2026-01-15",
        "2026": "2026-10",
        "extra 2026-12": "2026-12",
    }


def test_the_grace_is_no_help_when_its_own_slot_would_be_left_empty() -> None:
    """`Each slot that it overlaps is overlapped by another session too`."""
    agenda = _agenda(
        cadence={"every": "year", "since": 2024},
        grace="3 months",
        sessions=[{"held": "2026-01-15"}],
    )
    assert _answers(agenda, "2026-12-31") == {"2026": "2026-01-15"}


def test_a_session_between_two_windows_answers_the_former_when_equally_near() -> None:
    """`The nearer of the last slot that ended before it and the next one; the former when equal`.

    From 31 March to 14 September 2001 it is 167 days, and so it is from 15 September to 1 March.
    """
    cadence = {"every": "year", "when": "March", "since": 2001}
    for held, slot in (("2001-09-14/2001-09-15", "2001-03"), ("2001-09-15/2001-09-16", "2002-03")):
        agenda = _agenda(cadence=cadence, sessions=[{"held": held}])
        assert _answers(agenda, "2002-01-01") == {slot: held}


def test_a_session_from_decades_before_is_nobodys() -> None:
    """`One slot is imagined before the first slot of the mechanism ... nobody can answer`."""
    cadence = {"every": "year", "when": "autumn", "since": 2001}
    agenda = _agenda(cadence=cadence, sessions=[{"held": "1980-05-05"}, {"held": "2001-08-30"}])
    expected = {"extra 1980-05-05": "1980-05-05", "2001-23": "2001-08-30"}
    assert _answers(agenda, "2002-01-01") == expected


def test_a_session_long_after_the_rule_lapsed_is_nobodys() -> None:
    """`And one after the last slot of a rule that until ends while none is running`.

    The imagined one is the autumn of 2003: to the autumn of 2002 it is 77 days from 15 February
    2003, so that session is late for it; the one of August is for the imagined one.
    """
    cadence = {"every": "year", "when": "autumn", "since": 2001, "until": 2002}
    sessions = [{"held": "2001-10"}, {"held": "2003-02-15"}, {"held": "2003-08-15"}]
    assert _answers(_agenda(cadence=cadence, sessions=sessions), "2004-01-01") == {
        "2001-23": "2001-10",
        "2002-23": "2003-02-15",
        "extra 2003-08-15": "2003-08-15",
    }


def test_the_longest_overlap_is_taken_among_the_nearest() -> None:
    """`The fewest days ..., then the longest overlap in total; ... then the earlier sessions`."""
    cadence = {"every": "year", "since": 2001}
    sessions = [{"held": "2001-03-01"}, {"held": "2001-05"}, {"held": "2001-10"}]
    answers = _answers(_agenda(cadence=cadence, sessions=sessions), "2002-01-01")
    assert answers == {
        "extra 2001-03-01": "2001-03-01",
        "extra 2001-10": "2001-10",
        "2001": "2001-05",
    }


def test_the_postponed_take_only_slots_left() -> None:
    """`First the held, confirmed and tentative ...; then the postponed ones with the slots left`."""
    sessions = [
        {"planned": "2001-03", "postponed": "..", "reason": "storm"},
        {"held": "2001-10"},
        {"planned": "2002-05", "postponed": "2003-02", "reason": "storm"},
    ]
    agenda = _agenda(cadence={"every": "year", "since": 2001}, sessions=sessions)
    rows = _rows(agenda, "2003-02-28", last="2002-12-31")
    assert _table(rows, "id", "status", "slot") == [
        ("2001-03", "postponed", None),
        ("2001", "held", {"start": "2001-01-01", "end": "2002-01-01"}),
    ]
    rows = _rows(agenda, "2003-02-28", first="2003-01-01", last="2003-02-28")
    assert _table(rows, "id", "status", "date") == [
        ("2002", "postponed", "2003-02"),
        ("2003", "due", "2003"),
    ]


def test_rolling_counts_from_the_day_after_the_last_session() -> None:
    """`Each session answers the period laid before it, however late; the period after is open`."""
    sessions = [{"held": "2001-05-01/2001-05-02"}, {"held": "2006-07-04"}]
    cadence = {"every": "2 years", "since": 2000}
    rows = _rows(_agenda(cadence=cadence, basis="rolling", sessions=sessions), "2009-01-01")
    assert _table(rows, "id", "status", "date") == [
        ("2000-01-01", "held", "2001-05-01/2001-05-02"),
        ("2001-05-03", "held", "2006-07-04"),
        ("2006-07-05", "overdue", "2006-07-05/2008-07-04"),
    ]


# Status on a day


def test_only_the_last_lapse_is_overdue_and_a_held_slot_settles_it() -> None:
    """`It is the last such slot; and no later slot is held, unreported or confirmed`."""
    agenda = _agenda(cadence={"every": "year", "since": 2001}, sessions=[{"held": 2001}])
    statuses = [row["status"] for row in _rows(agenda, "2004-06-01", last="2004-12-31")]
    assert statuses == ["held", "missed", "overdue", "due"]
    agenda["mechanisms"]["talks"]["sessions"].append({"confirmed": "2004-07-01"})
    statuses = [row["status"] for row in _rows(agenda, "2004-06-01", last="2004-12-31")]
    assert statuses == ["held", "missed", "missed", "confirmed"]


def test_grace_is_late_until_its_end() -> None:
    """`The deadline has passed, the grace has not`."""
    agenda = _agenda(cadence={"every": "year", "since": 2001}, grace="3 months")
    for day, status in (("2001-12-31", "due"), ("2002-01-01", "late"), ("2002-03-31", "late")):
        assert _rows(agenda, day, last="2001-12-31")[0]["status"] == status
    assert _rows(agenda, "2002-04-01", last="2001-12-31")[0]["status"] == "overdue"


def test_looking_back_a_held_session_is_confirmed_for_the_date_it_then_had() -> None:
    """`Confirmed for the first of its planned dates that still lies ahead`.

    `Without such a date it is not known yet: its slot reads as if it had no session`.
    """
    sessions = [{"planned": ["2001-03", "2001-06"], "held": "2001-11-05"}]
    agenda = _agenda(cadence={"every": "year", "since": 2001}, sessions=sessions)
    seen = {
        day: _table(_rows(agenda, day, last="2001-12-31"), "status", "date")
        for day in ("2001-03-31", "2001-04-01", "2001-07-01", "2001-11-05")
    }
    assert seen == {
        "2001-03-31": [("confirmed", "2001-03")],
        "2001-04-01": [("confirmed", "2001-06")],
        "2001-07-01": [("due", "2001")],
        "2001-11-05": [("held", "2001-11-05")],
    }


def test_numbers_that_show_more_sessions_than_recorded_make_a_slot_unknown() -> None:
    """`More were held between them than the file records`; `a mechanism begins at number 1`."""
    sessions = [{"held": 2002, "number": 2}, {"held": 2004, "number": 3}]
    agenda = _agenda(cadence={"every": "year", "since": 2001}, sessions=sessions)
    statuses = [row["status"] for row in _rows(agenda, "2005-01-01", last="2004-12-31")]
    assert statuses == ["unknown", "held", "missed", "held"]


def test_what_others_convene_is_never_overdue() -> None:
    """`It cannot be claimed: the mechanism is convened_by others`."""
    sessions = [{"tentative": "2002-05"}]
    agenda = _agenda(
        cadence={"every": "year", "since": 2001}, convened_by="United Nations", sessions=sessions
    )
    statuses = [row["status"] for row in _rows(agenda, "2004-01-01", last="2003-12-31")]
    assert statuses == ["unknown"] * 3
    assert findings(agenda, date(2004, 1, 1)) == []


# Numbers and hosts


def test_an_overdue_slot_shows_the_next_number_and_host_and_takes_none() -> None:
    """`Whenever they meet, it is that session; it takes none itself`."""
    sessions = [{"held": "2001-05", "number": 4, "host": "canada"}]
    agenda = _agenda(cadence={"every": "year", "since": 2001}, hosts=HOSTS, sessions=sessions)
    rows = _rows(agenda, "2004-06-01", last="2005-12-31")
    assert _table(rows, "id", "status", "number", "host") == [
        ("2001", "held", 4, "canada"),
        ("2002", "missed", None, None),
        ("2003", "overdue", 5, "japan"),
        ("2004", "due", 5, "japan"),
        ("2005", "projected", 6, "canada"),
    ]


def test_the_first_host_is_the_first_in_hosts_and_the_first_number_is_unknown() -> None:
    agenda = _agenda(cadence={"every": "year", "since": 2001}, hosts=HOSTS)
    rows = _rows(agenda, "2000-06-01", last="2002-12-31")
    assert _table(rows, "number", "host") == [(None, "canada"), (None, "japan")]


def test_a_session_without_a_host_hides_the_turn_and_none_moves_it_not() -> None:
    """`After one without a host the hosts are`; `host: none moves no turn`."""
    sessions = [{"held": "2001-05"}, {"held": "2002-05", "host": "japan"}]
    sessions.append({"held": "2003-05", "host": "none"})
    agenda = _agenda(cadence={"every": "year", "since": 2001}, hosts=HOSTS, sessions=sessions)
    assert [row["host"] for row in _rows(agenda, "2001-06-01", last="2002-12-31")] == [None, None]
    hosts = [row["host"] for row in _rows(agenda, "2003-06-01", last="2004-12-31")]
    assert hosts == [None, "japan", "none", "canada"]


def test_an_extra_session_moves_number_and_turn_when_it_states_them() -> None:
    """`Moves both when it states them, and has none otherwise`."""
    sessions = [
        {"held": "2001-05", "number": 1, "host": "canada"},
        {"held": "2001-08-02", "number": 2, "host": "japan"},
        {"held": "2001-09-02"},
    ]
    agenda = _agenda(cadence={"every": "year", "since": 2001}, hosts=HOSTS, sessions=sessions)
    rows = _rows(agenda, "2001-12-01", last="2002-12-31")
    assert _table(rows, "id", "number", "host", "extra") == [
        ("2001", 1, "canada", False),
        ("2001-08-02", 2, "japan", True),
        ("2001-09-02", None, None, True),
        ("2002", 3, "canada", False),
    ]


# Events


def test_a_promise_without_an_end_is_never_late() -> None:
    """`1999-09-17/..`: `open: no end, so never late`; sorted after all that end."""
    event = {"title": "Workshop", "expected": "1999-09-17/.."}
    agenda = _agenda(cadence={"every": "year", "since": 2025}) | {"events": {"workshop": event}}
    rows = _rows(agenda, "2026-06-01", last="2026-12-31")
    assert [row["id"] for row in rows] == ["talks/2025", "talks/2026", "workshop"]
    assert (rows[-1]["status"], rows[-1]["end"], rows[-1]["slot"]) == ("due", None, None)


def test_defaults_hold_for_events_too() -> None:
    event = {"title": "Workshop", "expected": "autumn 2000"}
    agenda = {"adopted": 1999, "defaults": {"grace": "2 weeks"}, "events": {"workshop": event}}
    days = ("2000-12-14", "2000-12-15")
    assert [_rows(agenda, day)[0]["status"] for day in days] == ["late", "overdue"]


# Findings


def test_an_overdue_finding_counts_what_was_missed_since_the_last_held() -> None:
    """`since` is `the end, as laid, of the first slot after the last held one that is missed`."""
    agenda = _agenda(cadence={"every": "year", "since": 2001}, sessions=[{"held": "May 2001"}])
    assert findings(agenda, date(2004, 6, 1)) == [
        {
            "code": "overdue",
            "mechanism": "talks",
            "event": None,
            "since": "2003-01-01",
            "last_held": "May 2001",
            "missed": 2,
        }
    ]


def test_an_accepted_finding_is_silent_until_the_day_after() -> None:
    """`accept`: `findings known and accepted`, to the last day of `until`."""
    accept = {"overdue": "known", "until": "2004-06"}
    agenda = _agenda(cadence={"every": "year", "since": 2001}, accept=accept)
    assert findings(agenda, date(2004, 6, 30)) == []
    assert [finding["code"] for finding in findings(agenda, date(2004, 7, 1))] == ["overdue"]


def test_a_confirmed_session_without_an_outcome_is_unreported() -> None:
    """`Its window has ended, and no outcome is recorded`."""
    sessions = [{"confirmed": "2001-05-01/2001-05-02"}]
    agenda = _agenda(cadence={"every": "2 years", "since": 2001}, sessions=sessions)
    assert findings(agenda, date(2001, 5, 2)) == []
    expected = {"code": "unreported", "mechanism": "talks", "event": None}
    assert findings(agenda, date(2001, 5, 3)) == [expected]
