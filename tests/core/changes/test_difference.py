"""What changes between two versions of an agenda, and what is as it was however it is written."""

from datetime import date

import pytest
from tests.core.given import HEAD, day, talks

import cjpeace
from cjpeace.core.agenda import Agenda
from cjpeace.core.changes.difference import (
    Difference,
    bearing,
    difference,
    heirs,
    new_findings,
    touched,
)
from cjpeace.core.changes.occurrence_difference import OccurrenceChange
from cjpeace.core.findings.check import check

YEARLY = "cadence: {every: year, since: 2020}\nhosts: [canada, japan]\nsessions:\n"
HELD = "  - {number: 1, held: 2020-05, host: canada}\n"
AS_OF = day("2022-06-01")


def changes(before: Agenda | None, after: Agenda | None, as_of: date = AS_OF) -> list[str]:
    """The changes of occurrences, each as `ID: details`, or `+ID`, `-ID`."""
    return [_told(change) for change in difference(before, after, as_of).occurrences]


def _told(change: OccurrenceChange) -> str:
    if change.before is None:
        return f"+{change.shown.id}"
    if change.after is None:
        return f"-{change.shown.id}"
    return f"{change.shown.id}: {' '.join(detail.value for detail in change.details)}"


def items(found: Difference) -> list[str]:
    return [f"{one.kind.value} {one.key}: {' '.join(one.details)}" for one in found.items]


def test_an_agenda_is_no_different_from_itself() -> None:
    agenda = talks(YEARLY + HELD)
    assert difference(agenda, agenda, AS_OF) == Difference(agenda, agenda)


def test_an_agenda_written_otherwise_is_not_different() -> None:
    assert changes(talks(YEARLY + HELD), talks(YEARLY + HELD.replace("2020-05", "May 2020"))) == []


def test_a_session_that_gets_its_day_is_the_same_occurrence() -> None:
    planned = "  - {confirmed: 2022-10-14, place: Ottawa}\n"
    assert changes(talks(YEARLY + HELD), talks(YEARLY + HELD + planned)) == [
        "talks/2021: status number host",
        "talks/2022: status date place",
    ]


def test_what_a_session_states_is_compared_word_for_word() -> None:
    before = "  - {held: 2021-05-01, place: Kyoto, note: a, at: '10:00', lasts: 1 day}\n"
    after = "  - {held: 2021-05-01, place: Nara, note: b, at: '11:00', lasts: 2 days}\n"
    assert changes(talks(YEARLY + before), talks(YEARLY + after)) == [
        "talks/2021: place at lasts note"
    ]


def test_a_place_of_the_mechanism_is_told_once_and_not_of_each_session() -> None:
    before, after = talks(YEARLY + HELD), talks(YEARLY + HELD + "place: Geneva\n")
    found = difference(before, after, AS_OF)
    assert (items(found), found.occurrences) == (["mechanism talks: place"], ())


def test_a_number_and_a_host_move_those_that_follow() -> None:
    more = "  - {number: 3, held: 2021-05, host: japan}\n"
    assert changes(talks(YEARLY + HELD), talks(YEARLY + HELD + more))[:3] == [
        "talks/2021: status date number",
        "talks/2022: number host",
        "talks/2023: number host",
    ]


def test_an_extra_session_that_moves_stays_itself() -> None:
    def extra(keys: str) -> Agenda:
        return talks(f"sessions:\n  - {{{keys}}}\n")

    moved = changes(
        extra("confirmed: 2022-08-01"), extra("confirmed: 2022-09-01, planned: 2022-08-01")
    )
    assert moved == ["talks/2022-09-01: id date planned"]
    numbered = changes(
        extra("number: 4, confirmed: 2022-08-01"), extra("number: 4, confirmed: 2022-09-02")
    )
    assert numbered == ["talks/2022-09-02: id date"]


def test_of_two_sessions_on_a_day_the_one_that_stays_is_not_told() -> None:
    one, other = "  - {held: 2021-05-01, title: A}\n", "  - {held: 2021-05-01, title: B}\n"
    head = "sessions:\n"
    assert changes(talks(head + one + other), talks(head + other)) == ["-talks/2021-05-01"]
    found = difference(talks(head + one + other), talks(head + other), AS_OF).occurrences
    assert [c.before.title for c in found if c.before] == ["A"]


def test_what_lies_ahead_is_compared_for_five_years_and_what_is_on_record_for_good() -> None:
    once = "cadence: {every: year, since: 2020, until: 2021}\nsessions:\n"
    far = talks(f"{once}  - {{confirmed: 2040-05-01}}\n")
    assert changes(talks(once + HELD), far)[-1] == "+talks/2040-05-01"
    rule = "cadence: {every: year, since: 2020}\n"
    assert changes(talks("note: none\n"), talks(rule))[-1] == "+talks/2027"


def _two(key: str, more: str) -> str:
    rule = "cadence: {every: year, since: 2022}"
    return f"{HEAD}mechanisms:\n  {key}: {{title: T, {rule}{more}}}\n"


def test_a_mechanism_of_another_name_goes_and_comes() -> None:
    before = cjpeace.loads(_two(key="old", more=""))
    after = cjpeace.loads(_two(key="new", more=""))
    found = difference(before, after, AS_OF)
    assert items(found) == ["mechanism new: ", "mechanism old: "]
    assert {_told(c)[0] for c in found.occurrences} == {"+", "-"}
    assert len(found.occurrences) == 12


def test_a_mechanism_that_succeeds_another_takes_over_its_occurrences() -> None:
    before = cjpeace.loads(_two(key="old", more=""))
    both = _two(key="new", more=", succeeds: old") + "  old: {title: T}\n"
    after = cjpeace.loads(both)
    assert heirs(before, after) == {"new": "old"}
    assert changes(before, after) == [f"new/{year}: id" for year in range(2022, 2028)]


def test_events_and_commitments_come_go_and_change() -> None:
    def agenda(events: str, commitments: str) -> Agenda:
        return cjpeace.loads(f"{HEAD}events: {{{events}}}\ncommitments: {{{commitments}}}\n")

    before = agenda("a: {title: A, expected: 2023}, b: {title: B, expected: 2023}", "c: {note: x}")
    after = agenda("a: {title: A, held: 2022-05}, d: {title: D, expected: 2023}", "c: {done: 2022}")
    found = difference(before, after, AS_OF)
    assert [_told(change) for change in found.occurrences] == ["a: status date", "+d", "-b"]
    assert items(found) == ["event d: ", "event b: ", "commitment c: done note"]


def test_all_of_an_agenda_comes_or_goes_with_it() -> None:
    agenda = talks(YEARLY + HELD)
    assert changes(None, agenda)[0] == "+talks/2020"
    assert changes(agenda, None)[0] == "-talks/2020"
    assert items(difference(None, agenda, AS_OF)) == [
        *("agenda given: ", "party canada: ", "party japan: ", "mechanism talks: ")
    ]


def test_entries_have_to_be_looked_at_only_of_what_is_touched() -> None:
    agenda = talks(YEARLY + HELD)
    assert touched(agenda, agenda) == frozenset()
    assert touched(agenda, talks(YEARLY + HELD.replace("canada", "japan"))) == {"talks"}
    renamed = cjpeace.loads(HEAD.replace("name: Japan", "name: Nippon"))
    assert touched(cjpeace.loads(HEAD), renamed) is None


def test_a_finding_is_new_whatever_line_it_stands_on() -> None:
    held = "cadence: {every: year, since: 2020}\nsessions:\n"
    before = talks(f"{held}  - {{confirmed: 2021-05-01}}\n")
    moved = talks(f"{held}  - {{held: 2020-02}}\n  - {{confirmed: 2021-05-01}}\n")
    assert [f.path for f in check(before, AS_OF)] != [f.path for f in check(moved, AS_OF)]
    assert new_findings(check(before, AS_OF), check(moved, AS_OF)) == []
    late = talks(f"{held}  - {{held: 2020-02}}\n")
    new = new_findings(check(before, AS_OF), check(late, AS_OF))
    assert [finding.code.value for finding in new] == ["overdue"]
    gone = new_findings(check(late, AS_OF), check(before, AS_OF))
    assert [finding.code.value for finding in gone] == ["unreported"]


def test_a_second_finding_like_a_known_one_is_new() -> None:
    one = "  - {confirmed: 2021-05-01, title: A}\n"
    before, after = talks(f"sessions:\n{one}"), talks(f"sessions:\n{one}{one}")
    new = new_findings(check(before, AS_OF), check(after, AS_OF))
    assert [finding.path for finding in new] == [
        ("mechanisms", "talks", "sessions", 1, "confirmed")
    ]


def test_a_conflict_is_the_same_one_while_the_same_two_meet() -> None:
    def meetings(**days: str) -> Agenda:
        entries = "".join(
            f"  {key}: {{title: {key}, confirmed: {written}}}\n" for key, written in days.items()
        )
        return cjpeace.loads(f"{HEAD}events:\n{entries}")

    before = check(meetings(a="2022-09-01", b="2022-09-01/2022-09-02"), AS_OF)
    turned = check(meetings(a="2022-09-02", b="2022-09-01/2022-09-02"), AS_OF)
    assert [finding.code.value for finding in before] == ["conflict"]
    assert (len(turned), new_findings(before, turned)) == (1, [])
    other = check(meetings(a="2022-09-01", c="2022-09-01/2022-09-02"), AS_OF)
    assert new_findings(before, other) == other


def test_what_is_touched_may_clash_with_what_is_not() -> None:
    text = f"{HEAD}events:\n  a: {{title: A, confirmed: 2022-09-01}}\n"
    before = cjpeace.loads(text + "  old: {title: O, held: 2020}\n")
    after = cjpeace.loads(text + "  b: {title: B, tentative: 2022-09-01}\n")
    keys = touched(before, after)
    assert keys == {"old", "b"}
    assert list(bearing(before, keys, AS_OF).events) == ["a", "old"]
    new = new_findings(
        check(bearing(before, keys, AS_OF), AS_OF), check(bearing(after, keys, AS_OF), AS_OF)
    )
    assert [finding.code.value for finding in new] == ["conflict"]
    ended = bearing(before, frozenset(), AS_OF)
    assert (list(ended.events), bearing(before, None, AS_OF)) == (["a"], before)


@pytest.mark.parametrize("keys", [YEARLY + HELD, "note: x\n"])
def test_a_difference_backwards_is_the_same_one(keys: str) -> None:
    one, other = talks(keys), talks("cadence: {every: 2 years, since: 2019}\n")
    forth, back = changes(one, other), changes(other, one)
    turned = {"+": "-", "-": "+"}
    assert sorted(forth) == sorted(turned.get(c[0], c[0]) + c[1:] for c in back)
