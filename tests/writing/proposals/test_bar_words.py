"""Bars in words, one by one and counted."""

from datetime import UTC, date, datetime, timedelta

from tests.core.given import day, window
from tests.core.proposals.given_proposals import agenda, ask

from cjpeace.core.proposals.busy import BusyDays, BusyHours
from cjpeace.core.proposals.propose import Proposals
from cjpeace.writing.proposals.bar_words import bars_words, tally_label, tally_words

YEARLY = "cadence: {every: year, since: 2020}"
TALKS = agenda(talks=f"{YEARLY}\nhosts: [canada, japan]")
WITHOUT_HOST = agenda(talks=YEARLY)
WORLD = agenda(
    talks=YEARLY,
    seminar="sessions:\n  - {number: 9, confirmed: 2027-06-15/2027-06-16, place: Kyoto}",
)


def tallies(found: Proposals) -> dict[str, str]:
    return {tally_label(tally): tally_words(tally) for tally in found.tallies}


def test_each_tally_names_its_days_by_year() -> None:
    assert tallies(ask(TALKS, "talks", "2026-06-01", "2026-12-24/2027-01-04")) == {
        "holidays in Canada": (
            "2026: 25 Dec Christmas Day, 26 Dec Boxing Day, 28 Dec Boxing Day (observed); "
            "2027: 1 Jan New Year's Day"
        ),
        "holidays in Japan": (
            "2026: 31 Dec Bank Holiday; 2027: 1 Jan New Year's Day, 2-3 Jan Bank Holiday"
        ),
        "closed days in Japan": "2026: 29-30 Dec",
    }


def test_planned_busy_and_avoided_days_are_told() -> None:
    call = datetime(2027, 6, 8, 14, tzinfo=UTC)
    busy = (
        BusyDays(window("2027-06-09/2027-06-10"), "Leave", "folder/a.ics"),
        BusyHours(call, call + timedelta(hours=1), "", "folder/a.ics"),
    )
    found = ask(
        WORLD, "talks", "2026-01-01", "2027-06-08/2027-06-18", busy=busy, avoid=("2027-06-18",)
    )
    assert tallies(found) == {
        "planned meetings": "2027: 15-16 Jun Seminar, 9th",
        "busy in a.ics": "2027: 8 Jun busy, 9-10 Jun Leave",
        "to avoid": "2027: 18 Jun",
    }
    bars = [bar for tally in found.tallies for bar in tally.bars]
    assert bars_words(bars) == (
        "Seminar, 9th on 15-16 Jun 2027; busy in folder/a.ics on 8 Jun 2027; "
        "Leave in folder/a.ics on 9 Jun 2027; Leave in folder/a.ics on 10 Jun 2027; "
        "18 Jun 2027, to be avoided"
    )


def test_of_many_busy_times_a_few_are_named() -> None:
    days = [day("2027-06-01") + timedelta(days=2 * n) for n in range(9)]
    busy = tuple(BusyDays(window(str(one)), f"Leave {one.day}", "a.ics") for one in days)
    found = ask(WITHOUT_HOST, "talks", "2026-01-01", "2027-06", busy=busy)
    assert tallies(found) == {
        "busy in a.ics": (
            "2027: 1 Jun Leave 1, 3 Jun Leave 3, 5 Jun Leave 5, 7 Jun Leave 7, 9 Jun Leave 9; "
            "and 4 more"
        )
    }
    assert [tally.days for tally in found.tallies] == [9]


def test_days_off_that_a_party_keeps_closed_are_told() -> None:
    found = ask(TALKS, "talks", "2026-06-01", "2026-12-29")
    assert found.least_barred is not None
    assert bars_words(found.least_barred.bars) == "closed in Japan on 29 Dec 2026"
    assert found.plans[0].day == date(2026, 12, 29)
