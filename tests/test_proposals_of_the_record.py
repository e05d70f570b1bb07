"""Proposals held against the record: days on which real sessions met, and those of the next ones."""

from datetime import date

import pytest
from tests.core.given import day, edtf, window
from tests.core.proposals.given_proposals import ask, barred, codes, dates, only, reason
from tests.program import ROOT

from cjpeace import load, loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.proposals.reason import ReasonCode
from cjpeace.reading.holidays.holiday_data import holiday_name

BUNDLED = ROOT / "data" / "agenda.yaml"


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    return load(BUNDLED)


@pytest.mark.parametrize(
    ("mechanism", "as_of", "days", "against"),
    [
        ("symposium", "2004-12-10", "2005-06-10/2005-06-12", ["weekend -20"]),
        ("symposium", "2025-04-14", "2025-10-14/2025-10-15", ["others-likely -3"]),
        ("deputy-ministers-2-plus-2", "2011-02-28", "2011-08-29", []),
        ("deputy-ministers-2-plus-2", "2015-10-19", "2016-04-19", []),
        ("deputy-ministers-2-plus-2", "2018-06-12", "2018-12-12", []),
        ("defence-talks", "2022-06-14", "2022-12-14", []),
        ("pol-mil-talks", "2022-06-15", "2022-12-15", []),
    ],
)
def test_the_days_of_a_real_session_were_free_half_a_year_before(
    agenda: Agenda, mechanism: str, as_of: str, days: str, against: list[str]
) -> None:
    span = window(days)
    assert span.end is not None
    length = (span.end - span.start).days
    proposal = only(ask(agenda, mechanism, as_of, days, days=length))
    assert edtf(proposal.window) == days
    assert proposal.bars == ()
    assert [one for one in codes(proposal) if " -" in one] == against


def test_the_18th_met_while_the_first_committee_was_likely_to_sit(agenda: Agenda) -> None:
    found = only(ask(agenda, "symposium", "2025-04-14", "2025-10-14/2025-10-15", days=2))
    others = reason(found, ReasonCode.OTHERS_LIKELY).engagement
    assert others is not None
    assert others.occurrence.owner.key == "first-committee"
    assert window("2025-10-08/2025-11-06").overlaps(others.days)  # when it did sit


def test_the_day_before_the_18th_was_a_holiday_of_both(agenda: Agenda) -> None:
    found = ask(agenda, "symposium", "2025-04-14", "2025-10-13/2025-10-15", days=2)
    assert dates(found) == ["2025-10-14/2025-10-15"]
    assert barred(found) == {
        "holiday canada": [date(2025, 10, 13)],
        "holiday japan": [date(2025, 10, 13)],
    }


@pytest.mark.parametrize(
    ("planned", "asked", "met"),
    [
        ("defence-talks", "pol-mil-talks", "2022-12-15"),
        ("pol-mil-talks", "defence-talks", "2022-12-14"),
    ],
)
def test_the_talks_of_december_2022_come_first_when_the_other_has_its_day(
    planned: str, asked: str, met: str
) -> None:
    """As of half a year before, with the one of the two already confirmed for its day in Ottawa."""
    other = {"pol-mil-talks": "2022-12-15", "defence-talks": "2022-12-14"}[planned]
    text = BUNDLED.read_text("utf-8")
    assert text.count(f"held: {other},") + text.count(f"held: {other}\n") == 1
    agenda = loads(text.replace(f"held: {other}", f"confirmed: {other}"))
    found = ask(agenda, asked, "2022-06-14", count=3)
    first = found.best[:2]
    assert met in dates(found)[:2]
    assert all(edtf(one.window)[:7] == "2022-12" for one in first)
    assert all(codes(one)[0] == "paired +40" for one in first)
    assert {(one.host, one.place) for one in first} == {("canada", "Ottawa")}


@pytest.mark.parametrize(("within", "number"), [(None, 19), ("2027", 20)])
def test_no_day_for_the_next_symposium_is_a_holiday_of_either_side(
    agenda: Agenda, within: str | None, number: int
) -> None:
    found = ask(agenda, "symposium", "2026-11-24", within, count=50)
    occurrence = found.question.target.occurrence
    assert occurrence is not None
    assert occurrence.number == number
    inside = window(within or "2026")
    for proposal in found.best:
        last = proposal.window.last_day
        assert last is not None
        assert day("2026-11-24") < proposal.window.start
        assert inside.overlap_days(proposal.window) == 2
        for one in (proposal.window.start, last):
            for party in agenda.parties.values():
                assert party.holidays is not None
                assert holiday_name(party.holidays, one) is None


def test_the_holidays_that_bar_the_rest_of_2026_are_named(agenda: Agenda) -> None:
    found = ask(agenda, "symposium", "2026-11-24")
    named = {
        str(bar.day): bar.cause.name  # type: ignore[union-attr]
        for tally in found.tallies
        for bar in tally.bars
        if tally.kind.value == "holiday"
    }
    assert named == {
        "2026-12-25": "Christmas Day",
        "2026-12-26": "Boxing Day",
        "2026-12-28": "Boxing Day (observed)",
        "2026-12-31": "Bank Holiday",
    }


def test_both_talks_that_are_overdue_can_be_laid_side_by_side(agenda: Agenda) -> None:
    found = ask(agenda, "pol-mil-talks", "2026-11-24")
    for proposal in found.best:
        pair = reason(proposal, ReasonCode.ROOM_FOR_PAIR).pair
        assert pair is not None
        assert pair.key == "defence-talks"
