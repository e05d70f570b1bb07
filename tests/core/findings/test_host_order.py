"""Planned sessions whose stated host is out of turn."""

from tests.core.given import day, talks

from cjpeace.core.findings.check import check
from cjpeace.core.findings.finding import Code, Finding, OutOfTurn

YEARLY = "cadence: {every: year, since: 2024}\nhosts: [canada, japan]\n"


def found(sessions: str, keys: str = YEARLY) -> list[Finding]:
    agenda = talks(f"{keys}sessions: [{sessions}]\n")
    return [one for one in check(agenda, day("2026-01-01")) if one.code is Code.HOST_ORDER]


def told(sessions: str, keys: str = YEARLY) -> list[str]:
    details = [(one.occurrence, one.detail) for one in found(sessions, keys)]
    return [
        f"{o.id} {o.host}, not {d.expected} after {d.last}"
        for o, d in details
        if o and isinstance(d, OutOfTurn)
    ]


def test_a_planned_host_out_of_turn_is_found_at_its_key() -> None:
    (finding,) = found("{held: 2025-05, host: canada}, {confirmed: 2026-05, host: canada}")
    assert finding.path == ("mechanisms", "talks", "sessions", 1, "host")
    assert isinstance(finding.detail, OutOfTurn)
    assert (finding.detail.expected, finding.detail.last) == ("japan", "canada")
    assert finding.detail.after is not None
    assert str(finding.detail.after.date) == "2025-05"


def test_a_host_in_turn_or_not_stated_is_right() -> None:
    assert told("{held: 2025-05, host: canada}, {confirmed: 2026-05, host: japan}") == []
    assert told("{held: 2025-05, host: canada}, {confirmed: 2026-05}") == []


def test_the_first_host_is_the_first_in_hosts() -> None:
    assert told("{confirmed: 2026-05, host: japan}, {held: 2024-05}") == []
    assert told("{confirmed: 2026-05-03, host: japan}", "hosts: [canada, japan]\n") == [
        "talks/2026-05-03 japan, not canada after None"
    ]


def test_a_host_that_takes_no_turn_is_never_out_of_it() -> None:
    before = "{held: 2025-05, host: canada}"
    assert told(f"{before}, {{confirmed: 2026-05, host: none}}") == []
    only = YEARLY.replace("[canada, japan]", "[canada]")
    assert told(f"{before}, {{confirmed: 2026-05, host: japan}}", only) == []
    assert told(f"{before}, {{confirmed: 2026-05, host: japan}}", "cadence: {every: year}\n") == []


def test_where_the_turn_is_unknown_nobody_is_out_of_it() -> None:
    gap = "{unknown: 2025}"
    assert told(f"{gap}, {{confirmed: 2026-05, host: japan}}") == []
    assert told("{held: 2025-05}, {confirmed: 2026-05, host: japan}") == []


def test_a_turn_that_follows_from_the_order_counts() -> None:
    sessions = "{held: 2025-05, host: canada}, {confirmed: 2027-05, host: japan}"
    assert told(sessions) == ["talks/2027 japan, not canada after japan"]
    (finding,) = found(sessions)
    assert isinstance(finding.detail, OutOfTurn)
    assert finding.detail.after is None


def test_each_planned_session_is_held_against_the_one_before_it() -> None:
    planned = "{confirmed: 2026-05, host: japan}, {tentative: 2027-05, host: japan}"
    assert told("{held: 2025-05, host: canada}, " + planned) == [
        "talks/2027 japan, not canada after japan"
    ]


def test_a_postponed_session_keeps_its_turn_and_an_extra_one_takes_one() -> None:
    before = "{held: 2025-05, host: canada}"
    moved = "{planned: 2026-02, postponed: 2026-05, reason: storm, host: canada}"
    assert told(f"{before}, {moved}") == ["talks/2026 canada, not japan after canada"]
    extra = "{confirmed: 2026-05, host: japan}, {confirmed: 2026-09, host: japan}"
    assert told(f"{before}, {extra}") == ["talks/2026-09 japan, not canada after japan"]


def test_what_is_held_accepted_or_convened_by_others_is_left_alone() -> None:
    planned = "{held: 2025-05, host: canada}, {confirmed: 2026-05, host: canada}"
    assert told("{held: 2024-05, host: canada}, {held: 2025-05, host: canada}") == []
    assert told(planned, f"{YEARLY}accept: {{host-order: agreed}}\n") == []
    assert told(planned, f"{YEARLY}convened_by: UN\n") == []
