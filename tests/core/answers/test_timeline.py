"""The timeline: every occurrence that meets a span, by the end of its window."""

from datetime import date
from random import Random

import pytest
from tests.core.given import HEAD, day, story, talks, told, window
from tests.oracle.agendas import random_agenda, random_question, to_yaml

from cjpeace import loads
from cjpeace.core.answers.timeline import default_span, recorded_from, timeline
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence

YEARLY = "cadence: {every: year, when: autumn, since: 2001}\n"


def test_a_timeline_holds_what_has_a_day_in_the_span() -> None:
    agenda = talks(YEARLY)
    ids = ["2002-23 projected - -", "2003-23 projected - -"]
    assert story(agenda, "2000-06-01", "2002-11-30/2003-09-01") == ids
    assert story(agenda, "2000-06-01", "2002-12-01/2003-08-31") == []


def test_a_session_is_where_it_was_held_however_far_from_its_slot() -> None:
    agenda = talks(f"{YEARLY}sessions: [{{planned: 2001-10, held: 2010-05}}]\n")
    assert "2001-23 held - -" in story(agenda, "2020-01-01", "2010-05")
    assert "2001-23 held - -" not in story(agenda, "2020-01-01", "2001")


def test_a_timeline_stands_by_the_end_of_the_windows() -> None:
    text = """
mechanisms:
  talks: {title: Talks, cadence: {every: 2 years, since: 2001}}
  visits: {title: Visits, cadence: {every: year, since: 2001}}
events:
  workshop: {title: Workshop, expected: 2001-05/..}
  summit: {title: Summit, held: 2001-09-06}
"""
    assert story(loads(HEAD + text), "2001-10-01", "2001/2002") == [
        "summit held - -",
        "visits/2001 due - -",
        "2001-01-01 due - -",
        "visits/2002 projected - -",
        "workshop due - -",
    ]


def test_a_timeline_of_some_keys_leaves_the_others_out() -> None:
    text = """
mechanisms:
  talks: {title: Talks, cadence: {every: year, since: 2001}}
  visits: {title: Visits, cadence: {every: year, since: 2001}}
events:
  summit: {title: Summit, held: 2001-09-06}
"""
    found = timeline(
        loads(HEAD + text), day("2001-10-01"), window("2001"), frozenset({"visits", "summit"})
    )
    assert [told(occurrence) for occurrence in found] == ["summit held - -", "visits/2001 due - -"]


def test_by_default_a_timeline_looks_five_years_ahead_that_day_included() -> None:
    assert default_span(day("2026-05-31")) == Window(date.min, day("2031-06-01"))
    assert default_span(day("2024-02-29")).end == day("2029-03-01")
    assert default_span(date.max) == Window(date.min, date.max)


def test_a_timeline_reaches_the_last_years_of_the_calendar() -> None:
    agenda = talks("cadence: {every: year, since: 9990}\n")
    found = story(agenda, "9996-06-01", "9995/9998")
    assert found == [
        "9995 overdue - -",
        "9996 due - -",
        "9997 projected - -",
        "9998 projected - -",
    ]


def rows(occurrences: list[Occurrence]) -> list[str]:
    return [f"{told(o)} {o.window} {o.date}" for o in occurrences]


@pytest.mark.parametrize("seed", range(60))
def test_looking_further_changes_nothing_nearer(seed: int) -> None:
    rng = Random(seed)
    agenda = loads(to_yaml(random_agenda(rng)))
    as_of, first, last = random_question(rng)
    near, far = Window(first, max(last, day("1991-01-02"))), Window(date.min, day("2040-01-01"))
    nearer = timeline(agenda, as_of, near)
    further = [o for o in timeline(agenda, as_of, far) if o.window.overlaps(near)]
    assert rows(nearer) == rows(further)


@pytest.mark.parametrize("seed", range(60))
def test_the_sessions_from_a_day_on_are_those_of_the_timeline(seed: int) -> None:
    rng = Random(seed)
    agenda = loads(to_yaml(random_agenda(rng)))
    as_of, first, _ = random_question(rng)
    whole = timeline(agenda, as_of, Window(date.min, day("2060-01-01")))
    expected = [o for o in whole if o.extra or o.slot]
    expected = [o for o in expected if o.session and o.window.start >= first]
    found = [o for m in agenda.mechanisms.values() for o in recorded_from(m, as_of, first)]
    assert sorted(rows(found)) == sorted(rows(expected))


DAILY = "cadence: {every: 1 day, since: 2001}\n"


def _recorded(sessions: str, as_of: str = "2001-01-03") -> list[str]:
    mechanism = talks(f"{DAILY}sessions: [{sessions}]\n").mechanisms["talks"]
    return [told(o) for o in recorded_from(mechanism, day(as_of), day("2006-01-01"))]


def test_a_session_within_a_century_has_its_number_by_counting_up_to_it() -> None:
    assert _recorded("{confirmed: 2001-01-05, number: 1}, {confirmed: 2006-01-05}") == [
        "2006-01-05 confirmed 1827 -"
    ]


def test_a_session_centuries_ahead_is_taken_alone_without_walking_there() -> None:
    """The days up to it are three million, which would take a minute."""
    far = (
        "{confirmed: 2006-01-05, number: 1}, {confirmed: 9025-01-04}, {confirmed: 9026, number: 9}"
    )
    assert _recorded(far) == [
        "2006-01-05 confirmed 1 -",
        "9025-01-04 confirmed - -",
        "9026-01-01 confirmed 9 -",
    ]


def test_a_session_that_was_meant_for_a_day_centuries_ahead_stands_where_it_was_held() -> None:
    agenda = talks(f"{DAILY}sessions: [{{planned: 9025-01-04, held: 2001-01-02}}]\n")
    assert story(agenda, "2001-01-03", "2001-01-02/2001-01-03") == [
        "2001-01-02 missed - -",
        "9025-01-04 held - -",
        "2001-01-03 due - -",
    ]
