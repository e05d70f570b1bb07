"""What needs doing and what comes next: each mechanism and event once, or all that lies ahead."""

import pickle
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from tests.core.given import HEAD, day, events, talks, told
from tests.oracle.agendas import random_agenda, to_yaml

from cjpeace import loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.upcoming import (
    EVERYTHING,
    Group,
    Upcoming,
    Wanted,
    all_upcoming,
    foremost,
    upcoming,
)
from cjpeace.core.rules.laid_slots import LaidSlots
from cjpeace.core.rules.slots import Slot

YEARLY = "cadence: {every: year, since: 2001}\nhosts: [canada, japan]\n"

THREE = loads(
    HEAD
    + """
mechanisms:
  talks: {title: Talks, cadence: {every: year, since: 2001}, hosts: [japan]}
  visits: {title: Visits, cadence: {every: year, when: May, since: 2001}, hosts: [canada, japan],
           sessions: [{held: 2001-05, host: canada}, {held: 2002-05, host: japan}]}
  review: {title: Review, cadence: {every: 5 years, since: 2000}, convened_by: United Nations}
events:
  workshop: {title: Workshop, expected: 2001-05/..}
  summit: {title: Summit, expected: 2001}
  past: {title: Past, held: 2001-09-06}
"""
)


def next_of(agenda: Agenda, as_of: str, wanted: Wanted = EVERYTHING) -> list[str]:
    return [_shown(one) for one in upcoming(agenda, day(as_of), wanted)]


def all_of(agenda: Agenda, as_of: str, most: int, wanted: Wanted = EVERYTHING) -> list[str]:
    return [told(one.occurrence) for one in all_upcoming(agenda, day(as_of), most, wanted)]


def _shown(one: Upcoming) -> str:
    return f"{one.group.value}: {told(one.occurrence)}"


def test_each_mechanism_and_event_comes_once_by_the_end_of_its_window() -> None:
    assert next_of(THREE, "2002-06-01") == [
        "overdue: summit overdue - -",
        "overdue: 2001 overdue - japan",
        "next: visits/2003-05 projected - canada",
        "others: review/2000-01-01 due - -",
        "next: workshop due - -",
    ]


def test_what_others_convene_is_their_business_however_late() -> None:
    keys = "cadence: {every: year, since: 2001}\nconvened_by: UN\ngrace: 6 months\n"
    (late,) = upcoming(talks(keys), day("2002-03-01"))
    assert (told(late.occurrence), late.group) == ("2001 late - -", Group.OTHERS)


@pytest.mark.parametrize(
    ("sessions", "as_of", "found"),
    [
        ("", "2004-08-01", "overdue: 2003 overdue - canada"),
        ("", "2001-06-01", "next: 2001 due - canada"),
        ("", "2000-06-01", "next: 2001 projected - canada"),
        ("{held: 2001-05, host: canada}", "2001-06-01", "next: 2002 projected - japan"),
        ("{held: 2001-05, host: canada}", "2002-02-01", "next: 2002 due - japan"),
        ("{confirmed: 2001-05}", "2001-04-01", "next: 2001 confirmed - canada"),
        ("{confirmed: 2001-05}", "2001-06-01", "overdue: 2001 unreported - canada"),
        ("{cancelled: 2001-05, reason: x}", "2001-06-01", "next: 2002 projected - canada"),
        (
            "{planned: 2001-05, postponed: 2002-09, reason: x}",
            "2002-02-01",
            "next: 2001 postponed - canada",
        ),
    ],
)
def test_a_mechanism_leads_with_what_needs_doing_else_with_what_is_open(
    sessions: str, as_of: str, found: str
) -> None:
    assert next_of(talks(f"{YEARLY}sessions: [{sessions}]\n"), as_of) == [found]


def test_overdue_comes_before_late_and_late_before_unreported() -> None:
    unreported = "sessions: [{confirmed: 2002-05}]\n"
    late = YEARLY + "grace: 6 months\n"
    assert next_of(talks(late), "2003-03-01") == ["overdue: 2001 overdue - canada"]
    assert next_of(talks(late + unreported), "2004-03-01") == ["overdue: 2003 late - japan"]
    assert next_of(talks(late + unreported), "2003-03-01") == ["overdue: 2002 unreported - canada"]


def test_a_mechanism_that_lapsed_with_nothing_owed_is_not_listed() -> None:
    ended = "cadence: {every: year, since: 2001, until: 2002}\n"
    both = "sessions: [{held: 2001-05}, {held: 2002-05}]\n"
    assert next_of(talks(ended + both), "2010-01-01") == []
    assert next_of(talks(ended), "2010-01-01") == ["overdue: 2002 overdue - -"]


def test_an_extra_session_that_is_planned_is_listed() -> None:
    assert next_of(talks("sessions: [{confirmed: 2001-05}]\n"), "2001-01-01") == [
        "next: 2001-05 confirmed - - extra"
    ]


def test_an_upcoming_occurrence_knows_what_was_held_last() -> None:
    keys = f"{YEARLY}sessions: [{{held: 2001-05, number: 4}}, {{held: 2003-05}}]\n"
    (found,) = upcoming(talks(keys), day("2002-06-01"))
    assert found.last_held is not None
    assert found.last_held.number == 4
    (fresh,) = upcoming(talks(YEARLY), day("2002-06-01"))
    assert fresh.last_held is None


def test_only_what_is_wanted_is_listed() -> None:
    def found(wanted: Wanted) -> list[str]:
        return [line.split()[1] for line in next_of(THREE, "2002-06-01", wanted)]

    assert found(Wanted(keys=frozenset({"visits", "summit"}))) == ["summit", "visits/2003-05"]
    assert found(Wanted(host="japan")) == ["2001"]
    assert found(Wanted(host="canada")) == ["visits/2003-05"]
    assert found(Wanted(before=day("2003-05-01"))) == [
        "summit",
        "2001",
        "review/2000-01-01",
        "workshop",
    ]
    assert "visits/2003-05" in found(Wanted(before=day("2003-05-02")))


def test_all_that_lies_ahead_comes_by_end_of_window_and_no_more_than_asked() -> None:
    agenda = loads(
        HEAD
        + """
mechanisms:
  talks: {title: Talks, cadence: {every: year, since: 2001}}
  visits: {title: Visits, cadence: {every: month, since: 2002-05}}
"""
    )
    assert all_of(agenda, "2002-06-15", 4) == [
        "2001 overdue - -",
        "visits/2002-05 overdue - -",
        "visits/2002-06 due - -",
        "visits/2002-07 projected - -",
    ]
    assert all_of(agenda, "2002-06-15", 9)[-1] == "2002 due - -"
    assert all_of(agenda, "2002-06-15", 100)[:9] == all_of(agenda, "2002-06-15", 9)


def test_what_lies_ahead_leaves_out_what_was_held_cancelled_or_missed() -> None:
    sessions = "sessions: [{held: 2001-05}, {cancelled: 2004-05, reason: x}, {unknown: 2005}]\n"
    assert all_of(talks(YEARLY + sessions), "2004-02-01", 4) == [
        "2003 overdue - -",
        "2005 projected - -",
        "2006 projected - -",
        "2007 projected - -",
    ]


def test_all_of_one_host_skips_the_turns_of_the_other() -> None:
    agenda = talks(f"{YEARLY}sessions: [{{held: 2001-05, host: canada}}]\n")
    assert all_of(agenda, "2002-02-01", 3, Wanted(host="japan")) == [
        "2002 due - japan",
        "2004 projected - japan",
        "2006 projected - japan",
    ]
    assert all_of(agenda, "2002-02-01", 3, Wanted(host="japan", before=day("2004-01-01"))) == [
        "2002 due - japan"
    ]


def test_asking_for_a_host_that_never_comes_ends() -> None:
    assert all_of(talks(YEARLY), "2002-02-01", 10, Wanted(host="none")) == []
    lost = talks(f"{YEARLY}sessions: [{{held: 2001-05}}]\n")
    assert all_of(lost, "2002-02-01", 10, Wanted(host="canada")) == []


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[Slot]:
    """The slots that were laid so far, one after the other."""
    found: list[Slot] = []

    def forward(slots: LaidSlots, start: date) -> Iterator[Slot]:
        for slot in lay(slots, start):
            found.append(slot)
            yield slot

    lay = LaidSlots.forward
    monkeypatch.setattr(LaidSlots, "forward", forward)
    return found


def test_a_session_without_an_end_does_not_make_a_search_go_on(laid: list[Slot]) -> None:
    keys = "cadence: {every: week, since: 2001}\nsessions: [{confirmed: 2003-05-01/..}]\n"
    assert len(all_of(talks(keys), "2003-04-01", 10)) == 10
    assert 10 < len(laid) < 1000


def test_old_business_is_sought_not_walked_to_from_there(laid: list[Slot]) -> None:
    keys = "cadence: {every: week, since: 1901}\nsessions: [{confirmed: 1903-05-01, number: 9}]\n"
    assert next_of(talks(f"{keys}grace: 1 week\n"), "2003-04-01") == [
        "overdue: 2003-03-18 overdue 10 -"
    ]
    before = "sessions: [{confirmed: 1903-05-01, number: 9}, {held: 2003-03-30, number: 10}]\n"
    weekly = "cadence: {every: week, since: 1901}\n"
    assert next_of(talks(weekly + before), "2003-04-01") == ["overdue: 1903-04-28 unreported 9 -"]
    assert len(laid) < 100


def test_of_sessions_on_one_day_the_one_without_an_outcome_leads() -> None:
    same_day = "sessions: [{held: 2001-02-27}, {tentative: 2001-02-27, number: 4}]\n"
    assert next_of(talks(same_day), "2009-01-01") == ["overdue: 2001-02-27 unreported 4 - extra"]


def test_a_session_whose_new_date_went_by_hides_no_later_one_that_is_planned() -> None:
    moved = "planned: 2001-01, postponed: 2001-02, reason: x"
    later = "planned: 2001-03, postponed: 2030, reason: x"
    sessions = f"sessions: [{{{moved}}}, {{{later}}}]\n"
    assert next_of(talks(sessions), "2009-01-01") == ["next: 2030 postponed - - extra"]


def test_the_foremost_are_the_first_of_each_group() -> None:
    found = upcoming(THREE, day("2002-06-01"))
    assert [_shown(one) for one in foremost(found, 1)] == [
        "overdue: summit overdue - -",
        "next: visits/2003-05 projected - canada",
        "others: review/2000-01-01 due - -",
    ]
    assert sorted(map(_shown, foremost(found, 9))) == sorted(map(_shown, found))


@pytest.mark.parametrize("most", [1, 3])
def test_the_foremost_of_several_agendas_are_among_those_of_each(most: int) -> None:
    agendas = [loads(to_yaml(random_agenda(Random(seed)))) for seed in range(20)]
    each = [upcoming(agenda, day("2012-06-01")) for agenda in agendas]
    parts = [pickle.loads(pickle.dumps(foremost(found, most))) for found in each]  # noqa: S301 - our own
    assert _merged(parts, most) == _merged(each, most)


def _merged(parts: list[list[Upcoming]], most: int) -> list[str]:
    found = [one for part in parts for one in part]
    return [_shown(o) for o in foremost(sorted(found, key=lambda o: o.occurrence.order), most)]


def test_an_event_postponed_to_no_date_is_listed_until_it_gets_one() -> None:
    agenda = events('moved: {title: M, planned: 2001-05, postponed: "..", reason: x}\n')
    assert next_of(agenda, "2010-01-01") == ["next: moved postponed - -"]


def test_all_that_lies_ahead_ends_after_the_day_or_needs_doing() -> None:
    agenda = events('moved: {title: M, planned: 2001-05, postponed: "..", reason: x}\n')
    assert all_of(agenda, "2001-05-31", 9) == ["moved postponed - -"]
    assert all_of(agenda, "2001-06-01", 9) == []


def test_events_that_are_over_are_not_listed() -> None:
    agenda = events(
        """\
held: {title: Held, held: 2001-05}
cancelled: {title: Cancelled, cancelled: 2003-05, reason: x}
others: {title: Others, expected: 2001, convened_by: UN}
planned: {title: Planned, tentative: 2003-05}
passed: {title: Passed, tentative: 2002-01}
"""
    )
    expected = ["overdue: passed unreported - -", "next: planned tentative - -"]
    assert next_of(agenda, "2002-06-01") == expected
    assert all_of(agenda, "2002-06-01", 9) == [line.split(": ")[1] for line in expected]
