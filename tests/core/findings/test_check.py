"""Findings: lapses and missing outcomes, what they count, and when they are accepted."""

import pytest
from tests.core.given import HEAD, day, events, talks, told

from cjpeace import loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.findings.check import check, check_alone, checked, planned_days
from cjpeace.core.findings.finding import Code, Finding, Lapse, Severity

YEARLY = "cadence: {every: year, since: 2001}\nhosts: [canada, japan]\n"


def found(agenda: Agenda, as_of: str) -> list[str]:
    return [
        f"{f.code.value}: {told(f.occurrence) if f.occurrence else f.path[-1]}"
        for f in check(agenda, day(as_of))
    ]


def lapse(agenda: Agenda, as_of: str) -> Lapse:
    finding = only(agenda, as_of)
    assert finding.lapse is not None
    return finding.lapse


def only(agenda: Agenda, as_of: str) -> Finding:
    (finding,) = check(agenda, day(as_of))
    return finding


def test_a_mechanism_that_is_on_time_raises_nothing() -> None:
    assert found(talks(YEARLY), "2001-12-31") == []
    assert found(talks(YEARLY + "grace: 1 month\n"), "2002-01-31") == []


def test_an_overdue_mechanism_raises_an_error_at_its_key() -> None:
    agenda = talks(YEARLY)
    finding = only(agenda, "2004-06-01")
    assert (finding.code, finding.severity) == (Code.OVERDUE, Severity.ERROR)
    assert finding.path == ("mechanisms", "talks")
    assert finding.owner is agenda.mechanisms["talks"]
    assert finding.occurrence is not None
    assert told(finding.occurrence) == "2003 overdue - canada"
    assert finding.lapse is not None
    assert finding.lapse.next_open is not None
    assert told(finding.lapse.next_open) == "2004 due - canada"


def test_a_lapse_counts_the_slots_since_the_last_one_held() -> None:
    never = lapse(talks(YEARLY), "2004-06-01")
    assert (never.since, never.missed, never.last_held) == (day("2002-01-01"), 3, None)
    once = lapse(talks(f"{YEARLY}sessions: [{{held: 2001-05}}]\n"), "2004-06-01")
    assert (once.since, once.missed) == (day("2003-01-01"), 2)
    assert once.last_held is not None
    assert str(once.last_held.date) == "2001-05"


def test_a_lapse_does_not_count_slots_that_were_cancelled_or_are_unknown() -> None:
    sessions = "sessions: [{held: 2001-05}, {cancelled: 2002-05, reason: x}, {unknown: 2003}]\n"
    lapsed = lapse(talks(YEARLY + sessions), "2006-06-01")
    assert (lapsed.since, lapsed.missed) == (day("2005-01-01"), 2)


def test_a_lapse_begins_with_the_end_of_the_slot_as_it_was_laid() -> None:
    keys = "cadence: {every: 2 years, since: 1999-09-17}\nsessions: [{held: 2003-05}]\n"
    assert lapse(talks(keys), "2006-01-01").since == day("2005-09-17")


def test_the_last_held_session_need_not_have_answered_a_slot() -> None:
    keys = f"{YEARLY}sessions: [{{held: 2001-05}}, {{held: 2001-09, number: 2}}]\n"
    lapsed = lapse(talks(keys), "2003-06-01")
    assert lapsed.last_held is not None
    assert lapsed.last_held.number == 2


def test_a_lapse_that_nothing_can_settle_has_no_next() -> None:
    ended = "cadence: {every: year, since: 2001, until: 2002}\n"
    finding = only(talks(ended), "2005-01-01")
    assert finding.lapse == Lapse(day("2002-01-01"), 2, None)


@pytest.mark.parametrize("status", ["confirmed", "tentative"])
def test_a_plan_without_an_outcome_raises_an_error_at_its_status(status: str) -> None:
    keys = f"{YEARLY}sessions: [{{held: 2001-05}}, {{{status}: 2002-05}}]\n"
    finding = only(talks(keys), "2002-06-01")
    assert (finding.code, finding.severity) == (Code.UNREPORTED, Severity.ERROR)
    assert finding.path == ("mechanisms", "talks", "sessions", 1, status)
    assert finding.detail is None


def test_each_plan_without_an_outcome_is_found_extra_ones_too() -> None:
    sessions = "sessions: [{confirmed: 2001-05}, {tentative: 2001-09}, {confirmed: 2002-01}]\n"
    assert found(talks(YEARLY + sessions), "2002-06-01") == [
        "unreported: 2001 unreported - canada",
        "unreported: 2001-09 unreported - - extra",
        "unreported: 2002 unreported - japan",
    ]


def test_a_lapse_is_found_beside_plans_without_an_outcome() -> None:
    keys = f"{YEARLY}sessions: [{{confirmed: 2001-05}}]\n"
    assert found(talks(keys), "2004-06-01") == [
        "overdue: 2003 overdue - japan",
        "unreported: 2001 unreported - canada",
    ]


def test_what_others_convene_raises_nothing() -> None:
    keys = f"{YEARLY}convened_by: UN\nsessions: [{{confirmed: 2001-05}}]\n"
    assert found(talks(keys), "2010-06-01") == []
    assert found(events("a: {title: A, expected: 2001, convened_by: UN}\n"), "2010-06-01") == []


def test_what_is_accepted_raises_nothing_until_it_runs_out() -> None:
    accepted = talks(YEARLY + "accept: {overdue: known, until: 2005-06-30}\n")
    assert found(accepted, "2005-06-30") == []
    assert found(accepted, "2005-07-01") == [
        "overdue: 2004 overdue - canada",
        "accepted-until: until",
    ]
    assert found(talks(YEARLY + "accept: {overdue: known}\n"), "2500-01-01") == []


def test_only_the_finding_that_is_named_is_accepted() -> None:
    keys = f"{YEARLY}sessions: [{{confirmed: 2001-05}}]\n"
    assert found(talks(keys + "accept: {overdue: known}\n"), "2004-06-01") == [
        "unreported: 2001 unreported - canada"
    ]
    assert found(talks(keys + "accept: {unreported: known}\n"), "2004-06-01") == [
        "overdue: 2003 overdue - japan"
    ]


def test_events_are_checked_too() -> None:
    agenda = events(
        """\
promised: {title: A, expected: 2001, grace: 1 month}
planned: {title: B, confirmed: 2002-05}
moved: {title: C, planned: 2001, postponed: 2002-03, reason: x}
known: {title: D, expected: 2001, accept: {overdue: known}}
open: {title: E, expected: 2001/..}
"""
    )
    assert found(agenda, "2002-06-01") == [
        "overdue: promised overdue - -",
        "unreported: planned unreported - -",
        "overdue: moved overdue - -",
    ]
    first, second, _ = check(agenda, day("2002-06-01"))
    assert (first.path, first.lapse) == (
        ("events", "promised"),
        Lapse(day("2002-01-01"), 1, None),
    )
    assert second.path == ("events", "planned", "confirmed")


def test_mechanisms_come_before_events_each_in_the_order_of_the_file() -> None:
    agenda = loads(
        HEAD
        + """
events:
  zeta: {title: Z, expected: 2001}
mechanisms:
  visits: {title: Visits, cadence: {every: year, since: 2001}}
  talks: {title: Talks, cadence: {every: year, since: 2001}}
"""
    )
    owners = [finding.owner and finding.owner.key for finding in check(agenda, day("2003-06-01"))]
    assert owners == ["visits", "talks", "zeta"]


def test_what_is_found_in_an_agenda_alone_lacks_only_the_conflicts() -> None:
    agenda = talks("sessions: [{confirmed: 2026-05-06}, {tentative: 2026-05-06}]\n")
    found = checked(agenda, day("2026-01-01"))
    assert list(found.findings) == check_alone(agenda, day("2026-01-01")) == []
    assert list(found.planned) == planned_days(agenda, day("2026-01-01"))
    (conflict,) = check(agenda, day("2026-01-01"))
    assert (conflict.code, conflict.severity) == (Code.CONFLICT, Severity.WARNING)
    assert conflict.path == ("mechanisms", "talks", "sessions", 1, "tentative")
    assert conflict.owner is agenda.mechanisms["talks"]


def test_overdue_and_unreported_are_errors_and_all_else_is_a_warning() -> None:
    errors = {code for code in Code if code.severity is Severity.ERROR}
    assert errors == {Code.OVERDUE, Code.UNREPORTED}
