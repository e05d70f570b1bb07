"""A difference line by line: what has become of entries, and windows told together."""

import pytest
from tests.core.given import HEAD, day, talks

import cjpeace
from cjpeace.core.agenda import Agenda
from cjpeace.core.changes.difference import difference
from cjpeace.writing.changes.difference_words import told

AS_OF = day("2022-06-01")
YEARLY = "cadence: {every: year, since: 2022}\n"


def lines(before: Agenda | None, after: Agenda | None, *, prefix: bool = False) -> list[str]:
    found = difference(before, after, AS_OF)
    return [f"{one.name}: {one.words}" for one in told(found, prefix=prefix)]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("place: A", "place: B", 'place "B" (was: "A")'),
        ("grace: 1 month", "note: x", 'no grace (was: 1 month); note "x" (was: none)'),
        ("hosts: [canada]", "hosts: [japan, canada]", "hosts japan, canada (was: canada)"),
        ("at: 09:00", "at: 10:30", "begins at 10:30 (was: 09:00)"),
        ("at: 09:00", "lasts: 2 days", "no time (was: 09:00); lasts 2 days (was: none)"),
        ("convened_by: UN", "note: x", 'convened by the parties (was: "UN"); note "x" (was: none)'),
        (
            "accept: {overdue: all know, until: 2023}",
            "accept: {overdue: all know it}",
            'accepted overdue "all know it" (was: overdue "all know" until 2023)',
        ),
        ("accept: {overdue: x}", "accept: {unreported: x}", 'accepted unreported "x" (was: overdue "x")'),
        ("reviewed: 2020", "reviewed: 2021-05", "reviewed May 2021 (was: 2020)"),
    ],
)  # fmt: skip
def test_what_a_mechanism_says_is_told_with_what_it_was(before: str, after: str, said: str) -> None:
    assert lines(talks(before), talks(after)) == [f"talks: {said}"]


def test_a_rule_is_told_in_words_and_its_windows_together() -> None:
    after = talks(YEARLY.replace("2022}", "2022, when: autumn}"))
    assert lines(talks(YEARLY), after) == [
        "talks: yearly in autumn since 2022 (was: yearly since 2022)",
        "talks/2022: gone (was: due in 2022)",
        "talks/2023 to 2027: 5 windows gone, the first projected in 2023",
        "talks/2022-23 to 2026-23: 5 windows new, the first projected for autumn 2022",
    ]


def test_a_note_of_a_rule_changes_nothing_that_follows() -> None:
    assert lines(talks(YEARLY), talks(YEARLY.replace("2022}", "2022, note: x}"))) == [
        "talks: notes or sources of the rule"
    ]


def test_windows_that_change_alike_are_told_by_the_first() -> None:
    both = "{}hosts: [{}]\n"
    before, after = both.format(YEARLY, "canada, japan"), both.format(YEARLY, "japan, canada")
    assert lines(talks(before), talks(after)) == [
        "talks: hosts japan, canada (was: canada, japan)",
        "talks/2022 to 2027: 6 windows change, the first: hosted by Japan (was: Canada)",
    ]


def test_a_mechanism_that_comes_or_goes_is_one_line() -> None:
    agenda, nothing = talks(YEARLY), cjpeace.loads(HEAD)
    assert lines(nothing, agenda) == [
        'talks: new mechanism "Talks", yearly since 2022: 1 due, 5 projected'
    ]
    assert lines(agenda, nothing) == ['talks: mechanism "Talks" gone: 1 due, 5 projected']


def test_a_mechanism_that_succeeds_another_says_so() -> None:
    before = cjpeace.loads(f"{HEAD}mechanisms:\n  old: {{title: T, {YEARLY.strip()}}}\n")
    after = cjpeace.loads(
        f"{HEAD}mechanisms:\n  old: {{title: T}}\n  new: {{title: T, succeeds: old, {YEARLY.strip()}}}\n"
    )
    assert lines(before, after) == [
        "old: no cadence (was: yearly since 2022)",
        'new: new mechanism "T", yearly since 2022, succeeds old',
        "new/2022 to 2027: 6 windows change, the first: before as old/2022",
    ]


EVERYTHING = """\
agreement:
  - section: One
    paragraphs: {1: First., 2: Second one.}
sources: {s: {title: S}}
mechanisms: {m: {title: M}}
events: {e: {title: E, expected: 2023}}
commitments: {c: {title: C}}
"""


def test_each_entry_of_an_agenda_is_told_in_the_order_of_the_file() -> None:
    before = cjpeace.loads(HEAD + EVERYTHING)
    text = (HEAD + EVERYTHING).replace("Japan,", "Nippon,").replace("Second one.", "Second two.")
    for old, new in (
        ("adopted: 2000-01-01", "adopted: 2000-02-01"),
        ("{title: S}", '{title: S, url: "https://a.b"}'),
        ("title: M}", "title: N}"),
        ("expected: 2023", "held: 2022-05-01"),
        ("title: C}", "title: C, carried_by: [m]}"),
    ):
        text = text.replace(old, new)
    assert lines(before, cjpeace.loads(text)) == [
        "given: adopted 1 Feb 2000 (was: 1 Jan 2000)",
        'party japan: name "Nippon" (was: "Japan")',
        'paragraph 2: text "Second two." (was: "Second one.")',
        'source s: url "https://a.b" (was: none)',
        'm: title "N" (was: "M")',
        "e: held 1 May 2022 (was: projected in 2023)",
        "c: carried by m (was: none)",
    ]


def test_of_an_agenda_that_is_new_only_what_is_promised_is_told() -> None:
    assert lines(None, cjpeace.loads(HEAD + EVERYTHING), prefix=True) == [
        'given: new agenda "An agenda given to the tests"',
        'given/m: new mechanism "M", no cadence',
        'given/e: new event "E": projected in 2023',
        'given/c: new commitment "C"',
    ]


def test_days_on_which_a_party_is_closed_are_told_by_name() -> None:
    before = cjpeace.loads(HEAD)
    text = HEAD.replace("Asia/Tokyo}", "Asia/Tokyo, closed: [29 December/3 January]}")
    assert lines(before, cjpeace.loads(text)) == [
        "party japan: closed 29 December to 3 January (was: none)"
    ]
