from datetime import date

from tests.core.given import HEAD, day
from tests.program import ROOT

from cjpeace import load, loads
from cjpeace.core.answers.overview import Item, Kind, items, overview

TODAY = date(2026, 11, 24)

AGREEMENT = """\
agreement:
  - section: Second things first
    paragraphs: {7: seven, 2: two}
  - section: Then
    paragraphs: {3: three}
  - section: Nothing here
    paragraphs: {4: four}
mechanisms:
  aside: {title: Aside}
  late: {title: Late, paragraph: 3}
  early: {title: Early, paragraph: [3, 2]}
events:
  first: {title: First, paragraph: 7, held: 2005-05-05}
commitments:
  word: {title: Word, paragraph: 2, done: 2010-03}
  silent: {paragraph: 2}
"""


def listed(text: str, as_of: str = "2026-11-24") -> list[tuple[str | None, list[str]]]:
    parts = overview(loads(HEAD + text), day(as_of))
    return [
        (part.section and part.section.title, [one.entry.key for one in part.items])
        for part in parts
    ]


def only(text: str, as_of: str = "2026-11-24") -> Item:
    return next(items(loads(HEAD + text), day(as_of)))


def test_entries_come_in_the_order_of_the_agreement_and_those_beyond_it_last() -> None:
    assert listed(AGREEMENT) == [
        ("Second things first", ["first", "early", "word", "silent"]),
        ("Then", ["late"]),
        (None, ["aside"]),
    ]


def test_an_event_that_was_not_known_yet_is_left_out() -> None:
    assert listed(AGREEMENT, "2004-01-01")[0] == (
        "Second things first",
        ["early", "word", "silent"],
    )


def test_everything_the_bundled_agenda_names_is_listed_once() -> None:
    agenda = load(str(ROOT / "data/agenda.yaml"))
    keys = [one.entry.key for part in overview(agenda, TODAY) for one in part.items]
    named = [*agenda.mechanisms, *agenda.events, *agenda.commitments]
    assert sorted(keys) == sorted(named)


def test_a_mechanism_tells_what_was_held_last_and_what_is_next() -> None:
    text = "mechanisms: {m: {title: M, cadence: {every: year, since: 2020}, sessions: [{held: 2025-02}]}}"
    found = only(text)
    assert found.kind is Kind.MECHANISM
    assert found.last_held is not None
    assert str(found.last_held.own) == "2025-02"
    assert found.ahead is not None
    assert found.ahead.occurrence.id == "m/2026"


def test_a_mechanism_whose_rule_has_ended_tells_what_was_held_last_and_nothing_ahead() -> None:
    text = "mechanisms: {m: {title: M, cadence: {every: year, since: 2020, until: 2021}, sessions: [{held: 2020-02}, {held: 2021-03}]}}"
    found = only(text)
    assert found.ahead is None
    assert found.last_held is not None
    assert str(found.last_held.own) == "2021-03"


def test_an_event_is_ahead_until_it_is_held_or_cancelled() -> None:
    held = only("events: {e: {title: E, held: 2005-05-05}}")
    expected = only("events: {e: {title: E, expected: 2005-05-05/..}}")
    cancelled = only("events: {e: {title: E, cancelled: 2005-05-05, reason: snow}}")
    assert (held.ahead, held.last_held is not None) == (None, True)
    assert (expected.ahead is not None, expected.last_held) == (True, None)
    assert (cancelled.ahead, cancelled.last_held) == (None, None)


def test_a_commitment_is_done_from_the_date_on_which_it_was() -> None:
    text = "commitments: {c: {done: 2010-03}}"
    assert only(text, "2010-02-28").done is None
    assert str(only(text, "2010-03-01").done) == "2010-03"


def test_an_entry_without_a_title_goes_by_its_key() -> None:
    assert only("commitments: {silent: {}}").title == "silent"
