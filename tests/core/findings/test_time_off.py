"""Planned days on which a party is off, and weekends on which nobody has met."""

from datetime import date

import pytest
from tests.core.given import HEAD, day

from cjpeace import loads
from cjpeace.core.findings.check import check
from cjpeace.core.findings.finding import Code, Finding, TimeOff

PARTIES = HEAD.replace("America/Toronto}", "America/Toronto, holidays: CA-ON}").replace(
    "Asia/Tokyo}", "Asia/Tokyo, holidays: JP, closed: [28 December/3 January]}"
)


def holidays(code: str, day: date, /) -> str | None:
    """Every 1 May is a holiday in Canada, every 5 May in both."""
    known = {("CA-ON", 1): "Spring Day", ("CA-ON", 5): "Flower Day", ("JP", 5): "Children's Day"}
    return known.get((code, day.day)) if day.month == 5 else None


def found(sessions: str, keys: str = "", as_of: str = "2026-01-01") -> list[Finding]:
    text = f"{PARTIES}mechanisms:\n  talks: {{title: Talks, sessions: [{sessions}]{keys}}}\n"
    return [f for f in check(loads(text), day(as_of), holidays) if f.code is Code.HOLIDAY]


def told(sessions: str, keys: str = "", as_of: str = "2026-01-01") -> list[str]:
    return [one for finding in found(sessions, keys, as_of) for one in said(finding)]


def said(finding: Finding) -> list[str]:
    assert isinstance(finding.detail, TimeOff)
    off = finding.detail.days_off
    days = [f"{one.day:%m-%d} {one.party.key} {one.name or 'closed'}" for one in off]
    return [*days, *(f"{one:%m-%d} weekend" for one in finding.detail.weekend)]


def test_every_day_off_of_every_party_is_told() -> None:
    assert told("{confirmed: 2026-05-01/2026-05-05}") == [
        "05-01 canada Spring Day",
        "05-05 canada Flower Day",
        "05-05 japan Children's Day",
        "05-02 weekend",
        "05-03 weekend",
    ]


def test_a_closed_day_is_a_day_off() -> None:
    assert told("{tentative: 2026-12-29}") == ["12-29 japan closed"]
    assert told("{tentative: 2027-01-04}") == []


@pytest.mark.parametrize("date_", ["2026-05", "spring 2026", "2026", "2026-05/2026-06"])
def test_a_month_or_a_season_has_no_days_off(date_: str) -> None:
    assert told(f"{{confirmed: {date_}}}") == []


def test_a_day_that_is_not_certain_counts() -> None:
    assert told("{tentative: 2026-05-01?}") == ["05-01 canada Spring Day"]


@pytest.mark.parametrize("session", ["held: 2025-05-01", "cancelled: 2026-05-01, reason: storm"])
def test_what_is_not_planned_may_be_on_any_day(session: str) -> None:
    assert told(f"{{{session}}}") == []


def test_a_plan_whose_day_has_passed_is_only_without_an_outcome() -> None:
    assert told("{confirmed: 2026-05-01}", as_of="2026-05-01") == ["05-01 canada Spring Day"]
    assert told("{confirmed: 2026-05-01}", as_of="2026-05-02") == []


def test_the_finding_is_at_the_key_that_carries_the_date() -> None:
    moved = "{planned: 2026-03-02, postponed: 2026-05-01, reason: storm}"
    (finding,) = found("{held: 2025-03-04}, " + moved)
    assert finding.path == ("mechanisms", "talks", "sessions", 1, "postponed")
    (finding,) = found("{planned: [2026-05-01, 2026-06-01], held: 2026-09-01}")
    assert finding.path == ("mechanisms", "talks", "sessions", 0, "planned")


def test_a_weekend_counts_only_where_none_was_held_on_one() -> None:
    saturday = "{confirmed: 2026-05-09}"
    assert told(saturday) == ["05-09 weekend"]
    assert told("{held: 2025-05-09}, " + saturday) == ["05-09 weekend"]
    assert told("{held: 2025-05-10}, " + saturday) == []
    assert told("{held: 2025-05-09/2025-05-12}, " + saturday) == []
    assert told("{held: 2025-05}, " + saturday) == ["05-09 weekend"]
    assert told("{cancelled: 2025-05-10, reason: storm}, " + saturday) == ["05-09 weekend"]


def test_a_session_of_more_than_five_days_cannot_keep_clear_of_a_weekend() -> None:
    assert told("{confirmed: 2026-05-07/2026-05-11}") == ["05-09 weekend", "05-10 weekend"]
    assert told("{confirmed: 2026-05-06/2026-05-11}") == []


def test_a_holiday_at_a_weekend_is_told_once() -> None:
    assert told("{confirmed: 2027-05-01}") == ["05-01 canada Spring Day"]


def test_months_of_days_are_no_meeting() -> None:
    assert told("{confirmed: 2026-05-01/2026-07-01}") != []
    assert told("{confirmed: 2026-05-01/2026-07-02}") == []
    assert told("{confirmed: 2026-05-01/9998-12-31}") == []


def test_days_more_than_ten_years_ahead_have_no_holidays_yet() -> None:
    assert told("{confirmed: 2036-05-01}", as_of="2026-05-02") == ["05-01 canada Spring Day"]
    assert told("{confirmed: 2036-05-01}", as_of="2026-05-01") == []


def test_an_event_has_its_days_off_too() -> None:
    text = f"{PARTIES}events: {{visit: {{title: Visit, confirmed: 2026-05-01}}}}\n"
    (finding,) = check(loads(text), day("2026-01-01"), holidays)
    assert said(finding) == ["05-01 canada Spring Day"]
    assert finding.path == ("events", "visit", "confirmed")


def test_what_is_accepted_or_convened_by_others_may_be_on_any_day() -> None:
    assert told("{confirmed: 2026-05-01}", ", accept: {holiday: known}") == []
    assert told("{confirmed: 2026-05-01}", ", convened_by: UN") == []


def test_without_holidays_to_ask_there_is_the_weekend_only() -> None:
    text = f"{PARTIES}mechanisms: {{t: {{title: T, sessions: [{{confirmed: 2026-05-01/2026-05-02}}]"
    (finding,) = check(loads(text + "}}\n"), day("2026-01-01"))
    assert said(finding) == ["05-02 weekend"]
