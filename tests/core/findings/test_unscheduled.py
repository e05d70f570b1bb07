"""Meetings that should have a date: from the notice before the end of their window to its grace."""

from tests.core.given import HEAD, day, events, talks

from cjpeace import loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.findings.check import check
from cjpeace.core.findings.finding import Code, Finding, Undated

YEARLY = "cadence: {every: year, since: 2001}\nnotice: 6 months\n"


def unscheduled(agenda: Agenda, as_of: str) -> list[Finding]:
    return [one for one in check(agenda, day(as_of)) if one.code is Code.UNSCHEDULED]


def ids(agenda: Agenda, as_of: str) -> list[str]:
    found = [one.occurrence for one in unscheduled(agenda, as_of)]
    return [f"{one.id.removeprefix('talks/')} {one.status.value}" for one in found if one]


def test_a_date_is_wanted_from_the_notice_before_the_end_of_the_window() -> None:
    assert ids(talks(YEARLY), "2001-06-30") == []
    assert ids(talks(YEARLY), "2001-07-01") == ["2001 due"]


def test_without_notice_no_date_is_ever_wanted() -> None:
    assert ids(talks("cadence: {every: year, since: 2001}\ngrace: 1 year\n"), "2002-01-01") == []


def test_a_window_that_has_not_begun_counts_too() -> None:
    keys = "cadence: {every: year, when: November, since: 2001}\nnotice: 3 months\n"
    assert ids(talks(keys), "2001-08-31") == []
    assert ids(talks(keys), "2001-09-01") == ["2001-11 projected"]


def test_what_is_late_still_lacks_its_date_until_it_is_overdue() -> None:
    keys = f"{YEARLY}grace: 1 month\n"
    assert ids(talks(keys), "2002-01-31") == ["2001 late"]
    assert ids(talks(keys), "2002-02-01") == []


def test_of_several_windows_the_first_is_named() -> None:
    keys = "cadence: {every: month, since: 2001}\nnotice: 6 months\n"
    assert ids(talks(keys), "2001-01-01") == ["2001-01 due"]
    planned = "sessions: [{confirmed: 2001-01-09}, {tentative: 2001-02}]\n"
    assert ids(talks(keys + planned), "2001-01-01") == ["2001-03 projected"]


def test_a_session_planned_for_a_month_has_a_date() -> None:
    assert ids(talks(f"{YEARLY}sessions: [{{tentative: 2001-11}}]\n"), "2001-10-01") == []
    moved = "sessions: [{planned: 2001-05, postponed: 2001-11, reason: storm}]\n"
    assert ids(talks(YEARLY + moved), "2001-10-01") == []


def test_a_session_postponed_to_no_new_date_lacks_one() -> None:
    keys = f"{YEARLY}sessions: [{{planned: 2001-05, postponed: .., reason: storm}}]\n"
    (finding,) = unscheduled(talks(keys), "2001-10-01")
    assert finding.path == ("mechanisms", "talks", "sessions", 0, "postponed")
    assert ids(talks(keys), "2001-10-01") == ["2001 postponed"]


def test_a_session_far_from_its_slot_does_not_hide_a_later_one() -> None:
    keys = "cadence: {every: year, since: 2001}\nnotice: 18 months\n"
    sessions = "sessions: [{planned: 2001-05, postponed: 2009-05, reason: storm}]\n"
    assert ids(talks(keys + sessions), "2001-12-15") == ["2002 projected"]


def test_a_session_that_is_held_cancelled_or_unreported_needs_no_date() -> None:
    for session in (
        "held: 2001-02",
        "cancelled: 2001-12, reason: storm",
        "confirmed: 2001-03-05",
    ):
        assert ids(talks(f"{YEARLY}sessions: [{{{session}}}]\n"), "2001-10-01") == []


def test_it_tells_the_end_of_the_window_and_of_the_grace() -> None:
    (finding,) = unscheduled(talks(f"{YEARLY}grace: 1 month\n"), "2001-10-01")
    assert finding.detail == Undated(day("2002-01-01"), day("2002-02-01"))
    assert finding.path == ("mechanisms", "talks")
    (finding,) = unscheduled(talks(YEARLY), "2001-10-01")
    assert finding.detail == Undated(day("2002-01-01"), day("2002-01-01"))


def test_an_expected_event_should_have_a_date_too() -> None:
    agenda = events(
        """\
soon: {title: A, expected: 2001, notice: 6 months}
late: {title: B, expected: spring 2001, notice: 6 months, grace: 6 months}
later: {title: C, expected: 2002, notice: 6 months}
never: {title: D, expected: 2001}
open: {title: E, expected: 2001/.., notice: 6 months}
planned: {title: F, confirmed: 2001-12-03, notice: 6 months}
others: {title: G, expected: 2001, notice: 6 months, convened_by: UN}
moved: {title: H, planned: 2001-12, postponed: .., reason: storm, notice: 6 months}
"""
    )
    assert ids(agenda, "2001-10-01") == ["soon due", "late late"]
    assert unscheduled(agenda, "2001-10-01")[0].path == ("events", "soon", "expected")


def test_what_is_accepted_or_convened_by_others_needs_no_date() -> None:
    assert ids(talks(f"{YEARLY}accept: {{unscheduled: known}}\n"), "2001-10-01") == []
    assert ids(talks(f"{YEARLY}convened_by: UN\n"), "2001-10-01") == []


def test_the_notice_of_the_defaults_holds_for_all() -> None:
    text = f"{HEAD}defaults: {{notice: 6 months}}\nmechanisms:\n  talks: {{title: Talks, cadence: "
    assert ids(loads(text + "{every: year, since: 2001}}\n"), "2001-10-01") == ["2001 due"]
