"""What has become of an occurrence, word for word."""

import pytest
from tests.core.given import day, talks

import cjpeace
from cjpeace.core.answers.timeline import default_span, timeline
from cjpeace.core.changes.difference import difference
from cjpeace.writing.changes.occurrence_change_words import occurrence_words, standing

AS_OF = day("2022-06-01")
RULE = "cadence: {every: year, since: 2022}\nhosts: [canada, japan]\n"


def session(keys: str) -> str:
    return f"{RULE}sessions:\n  - {{{keys}}}\n"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("held: 2022-05-14/2022-05-15, place: Ottawa", "held 14-15 May 2022 in Ottawa"),
        ("held: 2022", "held in 2022"),
        ("confirmed: 2022-10, place: Ottawa", "confirmed for Oct 2022 in Ottawa"),
        ("tentative: 2022-10-14~", "tentative for about 14 Oct 2022"),
        ("confirmed: 2022-05-14", "planned for 14 May 2022, no outcome on record"),
        ("cancelled: 2022-05-14, reason: x", "cancelled, planned for 14 May 2022"),
        ("postponed: .., planned: 2022-05, reason: x", "postponed to no date yet"),
        ("postponed: 2022-11, planned: 2022-05, reason: x", "postponed to Nov 2022"),
    ],
)
def test_a_session_stands_as_it_is_recorded(keys: str, words: str) -> None:
    found = timeline(talks(session(keys)), AS_OF, default_span(AS_OF))
    assert standing(next(one for one in found if one.id == "talks/2022")) == words


def test_a_promise_stands_by_its_window() -> None:
    agenda = talks("cadence: {every: year, when: autumn, since: 2019}\ngrace: 9 months\n")
    found = timeline(agenda, AS_OF, default_span(AS_OF))
    assert [standing(one) for one in found[:4]] == [
        "missed, was due for autumn 2019",
        "overdue, was due for autumn 2020",
        "late for autumn 2021",
        "projected for autumn 2022",
    ]
    others = talks("cadence: {every: 2 years, since: 2018-03-01}\nconvened_by: Others\n")
    found = timeline(others, AS_OF, default_span(AS_OF))
    assert [standing(one) for one in found[:3]] == [
        "not on record by 29 Feb 2020",
        "not on record by 28 Feb 2022",
        "due by 29 Feb 2024",
    ]


def words(before: str, after: str) -> list[str]:
    one, other = talks(before), talks(after)
    found = difference(one, other, AS_OF)
    return [occurrence_words(change, found) for change in found.occurrences]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("held: 2022-05", "held: 2022-05, number: 3", "3rd (was: no number)"),
        ("held: 2022-05, host: canada", "held: 2022-05, host: japan", "hosted by Japan (was: Canada)"),
        ("held: 2022-05, host: canada", "held: 2022-05, host: none", "no host (was: Canada)"),
        ("held: 2022-05, place: A", "held: 2022-05, place: B", "in B (was: A)"),
        ("held: 2022-05, place: A", "held: 2022-05", "in no place (was: A)"),
        ("held: 2022-05, place: A", "held: 2022-06, place: B", "held Jun 2022 in B (was: held May 2022 in A)"),
        ("held: 2022-05-01", "held: 2022-05-01, at: 10:00", "begins at 10:00 (was: none)"),
        ("held: 2022-05-01, lasts: 1 day", "held: 2022-05-01", "no length (was: 1 day)"),
        ("held: 2022-05-01", "held: 2022-05-01, timezone: UTC", 'time zone "UTC" (was: none)'),
        ("held: 2022-05, note: x", "held: 2022-05", 'no note (was: "x")'),
        ("held: 2022-05", "held: 2022-05, doubt: x", 'doubt "x" (was: none)'),
        ("held: 2022-05", "held: 2022-05, planned: [2022-04, 2022-05]", "planned before for Apr 2022, May 2022 (was: none)"),
        ("held: 2022-05", 'held: 2022-05, title: "A\\nB"', 'title "A B" (was: "Talks")'),
        ("held: 2022-05", 'held: 2022-05, source: "https://a.b"', "source https://a.b (was: none)"),
    ],
)  # fmt: skip
def test_what_a_session_states_is_told_with_what_it_was(before: str, after: str, said: str) -> None:
    assert words(session(before), session(after))[0] == said


def test_a_long_text_is_told_from_shortly_before_it_differs() -> None:
    one, other = f"a{' x' * 60} before b c d old", f"a{' x' * 60} before b c d new"
    assert words(
        session(f"held: 2022-05, note: {one}"), session(f"held: 2022-05, note: {other}")
    ) == ['note ".. b c d new" (was: ".. b c d old")']


def test_what_comes_and_goes_is_told_with_its_number_and_host() -> None:
    held = f"{RULE}sessions:\n  - {{number: 7, held: 2021-05-14, host: japan, place: Nara}}\n"
    assert "new: held 14 May 2021 in Nara, 7th, Japan" in words(RULE, held)
    assert "gone (was: held 14 May 2021 in Nara, 7th, Japan)" in words(held, RULE)


def test_a_mechanism_that_has_no_host_any_more_says_unknown() -> None:
    assert words(RULE, RULE.replace("hosts: [canada, japan]\n", ""))[0] == (
        "host unknown (was: Canada)"
    )


def test_a_host_has_the_name_that_its_own_version_gives_it() -> None:
    text = (
        "id: x\ntitle: X\nparties: {a: {name: Old, timezone: UTC}, b: {name: B, timezone: UTC}}\n"
        "mechanisms: {m: {title: M, cadence: {every: year, since: 2022, until: 2022}, hosts: [a]}}\n"
    )
    before = cjpeace.loads(text)
    after = cjpeace.loads(text.replace("hosts: [a]", "hosts: [b]").replace("Old", "New"))
    found = difference(before, after, AS_OF)
    assert occurrence_words(found.occurrences[0], found) == "hosted by B (was: Old)"
