"""Proposals in words: each reason, each bar, and what is sought."""

import pytest
from tests.core.given import window
from tests.core.proposals.given_proposals import agenda, ask, only, sought

from cjpeace.core.proposals.propose import Proposals
from cjpeace.writing.proposals.propose_words import (
    clock_note,
    days_words,
    reason_words,
    sitting_words,
    sought_words,
    target_words,
)

YEARLY = "cadence: {every: year, since: 2020}"
TALKS = agenda(talks=f"{YEARLY}\nhosts: [canada, japan]")
WITHOUT_HOST = agenda(talks=YEARLY)
WORLD = agenda(
    talks=f"{YEARLY}\npairs_with: [dialogue]\nsessions:\n  - {{number: 1, held: 2020-06}}\n"
    "  - {held: 2021-06-03}\n  - {number: 3, held: 2022-06}\n  - {number: 4, held: 2023-06}\n"
    "  - {number: 5, held: 2024-06}",
    dialogue=YEARLY,
    seminar="sessions:\n  - {number: 9, confirmed: 2027-06-15/2027-06-16, place: Kyoto}",
    assembly="convened_by: United Nations\nsessions:\n  - {number: 3, confirmed: 2027-06-10}",
    committee=(
        "convened_by: United Nations\ncadence: {every: year, when: autumn, since: 2020}\n"
        "sessions:\n  - {held: 2024-10-07/2024-11-08}"
    ),
)


def said(found: Proposals) -> list[str]:
    return [reason_words(one, found.question.as_of) for one in only(found).reasons]


@pytest.mark.parametrize(
    ("within", "as_of", "words"),
    [
        ("2027-06-08", "2027-06-01", ["short notice: in 7 days"]),
        ("2027-06-12", "2026-01-01", ["a weekend: Saturday 12 Jun 2027"]),
        ("2027-05-06", "2026-01-01", ["close to Golden Week in Japan, 1-5 May 2027"]),
        (
            "2027-03-25",
            "2026-01-01",
            ["close to a long holiday (Good Friday, Easter Monday) in Canada, 26-29 Mar 2027"],
        ),
        ("2027-08-13", "2026-01-01", ["within Obon in Japan, 13-16 Aug 2027"]),
    ],
)
def test_reasons_of_the_calendar_are_told(within: str, as_of: str, words: list[str]) -> None:
    assert said(ask(WITHOUT_HOST, "talks", as_of, within)) == words


def test_many_days_of_weekends_are_counted() -> None:
    two = said(ask(WITHOUT_HOST, "talks", "2026-01-01", "2027-06-05/2027-06-13", days=9))
    assert two == [
        (
            "a weekend: Saturday 5 Jun 2027, Sunday 6 Jun 2027, Saturday 12 Jun 2027 and "
            "Sunday 13 Jun 2027"
        )
    ]
    three = said(ask(WITHOUT_HOST, "talks", "2026-01-01", "2027-06-05/2027-06-20", days=16))
    assert three == ["weekends: 6 of its days"]


def test_travel_is_told_by_who_and_when() -> None:
    found = ask(TALKS, "talks", "2026-01-01", "2026-06-08/2026-06-12", days=5)
    assert said(found) == [
        "Japan would travel on Sunday 7 Jun 2026 and Saturday 13 Jun 2026, days off"
    ]
    found = ask(TALKS, "talks", "2026-01-01", "2026-06-08")
    assert said(found) == ["Japan would travel on Sunday 7 Jun 2026, a day off"]


def test_other_meetings_are_told_by_their_titles() -> None:
    assert said(ask(WORLD, "talks", "2026-01-01", "2027-06-10")) == [
        "the month of 2 more, the 3rd (Jun 2022), the 4th (Jun 2023) and the 5th (Jun 2024)",
        "Friday 11 Jun 2027 is free too, for Dialogue, without a day yet",
        "during Assembly, 3rd (10 Jun 2027)",
    ]
    assert said(ask(WORLD, "talks", "2025-01-01", "2027-10-14"))[1:] == [
        "likely during Committee, whose last one was on 7 Oct-8 Nov 2024"
    ]


def test_a_meeting_it_pairs_with_is_told_with_its_city() -> None:
    one = agenda(
        talks="cadence: {every: 2 years, since: 2021}\npairs_with: [dialogue]",
        dialogue="sessions:\n  - {number: 13, confirmed: 2022-12-14, host: canada}",
    )
    words = {
        date: said(ask(one, "talks", "2022-06-15", date)) for date in ("2022-12-13", "2022-12-15")
    }
    assert words == {
        "2022-12-13": ["the day before Dialogue, 13th (14 Dec 2022) in Ottawa"],
        "2022-12-15": ["the day after Dialogue, 13th (14 Dec 2022) in Ottawa"],
    }


def test_a_meeting_elsewhere_leaves_no_day_to_travel() -> None:
    one = agenda(
        talks=f"{YEARLY}\nhosts: [canada, japan]",
        seminar="sessions:\n  - {number: 9, confirmed: 2026-06-16, place: Kyoto}",
    )
    found = ask(one, "talks", "2026-01-01", "2026-06-17")
    assert said(found) == [
        "the day after Seminar, 9th (16 Jun 2026) in Kyoto, without a day to travel"
    ]


def test_hours_are_told_by_whom_they_hit() -> None:
    found = ask(WITHOUT_HOST, "talks", "2026-01-01", "2027-06-09", video=True)
    assert said(found) == ["2 hours 30 minutes outside working hours for Canada and Japan"]
    (sittings,) = only(found).hours
    assert [sitting_words(one) for one in sittings] == [
        "Ottawa 9 Jun 2027 17:30-19:30 EDT",
        "Tokyo 10 Jun 2027 06:30-08:30 JST",
    ]
    assert clock_note(sittings) == "17:30 in Ottawa, 06:30 on 10 Jun in Tokyo"


def test_what_is_sought_is_told_with_its_host_and_what_comes_before() -> None:
    found = sought(TALKS, "talks", "2026-11-24", "2027")
    assert target_words(found) == "Talks"
    assert sought_words(found, 2, by_video=False) == (
        "2 days in a row within 2027; host Japan; notice 1 month; before it comes Talks, in 2026, "
        "without a day yet"
    )
    assert sought_words(found, 1, by_video=True).startswith("a day within 2027; by video; ")


def test_days_have_their_weekdays() -> None:
    assert days_words(window("2026-12-15/2026-12-16")) == "15-16 Dec 2026 (Tue-Wed)"
    assert days_words(window("2026-12-31/2027-01-01")) == "31 Dec 2026-1 Jan 2027 (Thu-Fri)"
    assert days_words(window("2026-12-15")) == "15 Dec 2026 (Tue)"
