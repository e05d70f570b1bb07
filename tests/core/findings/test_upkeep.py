"""Records that nobody has looked after, and waivers that have run out."""

import pytest
from tests.core.given import HEAD, day, talks

from cjpeace import loads
from cjpeace.core.findings.check import check
from cjpeace.core.findings.finding import Age, Code, Finding, Waiver

YEARLY = "cadence: {every: year, since: 2001}\n"


def agenda_stale(reviewed: str, as_of: str) -> bool:
    found = check(loads(f"{HEAD}reviewed: {reviewed}\n"), day(as_of))
    return [one.code for one in found] == [Code.STALE]


@pytest.mark.parametrize(
    ("reviewed", "last_fresh", "first_stale"),
    [
        ("2025-05-31", "2026-05-31", "2026-06-01"),
        ("2024-02-29", "2025-02-28", "2025-03-01"),
        ("2025-05", "2026-05-31", "2026-06-01"),
        ("2025", "2026-12-31", "2027-01-01"),
    ],
)
def test_a_review_is_good_for_a_year(reviewed: str, last_fresh: str, first_stale: str) -> None:
    assert not agenda_stale(reviewed, last_fresh)
    assert agenda_stale(reviewed, first_stale)


def test_a_review_without_an_end_or_none_at_all_is_never_stale() -> None:
    assert not agenda_stale("2001/..", "2100-01-01")
    assert check(loads(HEAD), day("2100-01-01")) == []


def test_what_is_stale_is_found_at_its_own_key() -> None:
    agenda = talks("reviewed: 2020\n")
    (finding,) = check(agenda, day("2026-01-01"))
    assert finding.path == ("mechanisms", "talks", "reviewed")
    assert (finding.owner, finding.occurrence) == (agenda.mechanisms["talks"], None)
    (finding,) = check(loads(f"{HEAD}reviewed: 2020\n"), day("2026-01-01"))
    assert (finding.path, finding.owner) == (("reviewed",), None)
    assert isinstance(finding.detail, Age)
    assert str(finding.detail.reviewed) == "2020"


def test_a_mechanism_that_is_accepted_or_convened_by_others_is_not_stale() -> None:
    assert check(talks("reviewed: 2020\naccept: {stale: known}\n"), day("2026-01-01")) == []
    assert check(talks("reviewed: 2020\nconvened_by: UN\n"), day("2026-01-01")) == []


def waiver(keys: str, as_of: str = "2026-01-01") -> Finding | None:
    found = [one for one in check(talks(keys), day(as_of)) if one.code is Code.ACCEPTED_UNTIL]
    return found[0] if found else None


def test_a_waiver_that_has_run_out_tells_what_it_would_hide() -> None:
    keys = f"{YEARLY}accept: {{unreported: known, overdue: known, until: 2025-12}}\n"
    assert waiver(keys, "2025-12-31") is None
    finding = waiver(keys)
    assert finding is not None
    assert finding.path == ("mechanisms", "talks", "accept", "until")
    assert isinstance(finding.detail, Waiver)
    assert finding.detail.reasons == ("overdue", "unreported")
    assert finding.detail.hides == (Code.OVERDUE,)


def test_a_waiver_without_an_end_or_of_nothing_does_not_run_out() -> None:
    assert waiver(f"{YEARLY}accept: {{overdue: known}}\n") is None
    assert waiver("accept: {until: 2020}\n") is None


def test_a_waiver_that_hides_nothing_any_more_has_run_out_too() -> None:
    finding = waiver("accept: {overdue: known, until: 2020}\n")
    assert finding is not None
    assert isinstance(finding.detail, Waiver)
    assert finding.detail.hides == ()


def test_what_others_convene_has_no_waiver_to_look_after() -> None:
    assert waiver("convened_by: UN\naccept: {conflict: known, until: 2020}\n") is None
