"""A trace concludes what every other answer says."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from tests.oracle.agendas import random_agenda, random_question, to_yaml

import cjpeace
from cjpeace.core.agenda import Recorded
from cjpeace.core.answers.timeline import timeline
from cjpeace.core.answers.trace import Trace, nearest_occurrences, trace
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.history.fate import Because
from cjpeace.core.history.occurrence import Status
from cjpeace.core.history.pairing import still_ahead


@pytest.mark.parametrize("chunk", range(6))
def test_a_trace_concludes_what_the_timeline_says(chunk: int) -> None:
    compared = 0
    for seed in range(chunk * 34, chunk * 34 + 34):
        rng = Random(seed)
        agenda = cjpeace.loads(to_yaml(random_agenda(rng)))
        as_of, first, last = random_question(rng)
        found = timeline(agenda, as_of, Window(first, last + ONE_DAY))
        alike = Counter(occurrence.id for occurrence in found)
        for occurrence in rng.sample(found, min(12, len(found))):
            if alike[occurrence.id] == 1:
                answer = trace(agenda, occurrence.id, as_of)
                assert answer is not None
                assert answer.occurrence == occurrence
                assert _concluded(answer, as_of) is occurrence.status
                compared += 1
    assert compared > 200


def _concluded(answer: Trace, as_of: date) -> Status:
    """The status that follows from the steps of a trace alone."""
    session, window = answer.occurrence.session, answer.occurrence.window
    match answer.fate.because:
        case Because.OTHERS | Because.GAP | Because.NUMBERS:
            return Status.UNKNOWN
        case Because.LAST:
            return Status.OVERDUE
        case Because.ANSWERED_LATER | Because.LAPSED_LATER:
            return Status.MISSED
        case Because.LOOKING_BACK:
            assert session is not None
            assert session.own.window.start > as_of
            assert still_ahead(session, as_of) is not None
            return Status.CONFIRMED
        case Because.WINDOW | Because.RECORDED:
            planned = session is not None and session.recorded is not Recorded.EXPECTED
            if planned and answer.deadline is None:
                assert session is not None
                ended = window.ended_by(as_of) and session.recorded.value in _PLANNED
                return Status.UNREPORTED if ended else Status(session.recorded.value)
            return _by_deadline(answer, as_of)


_PLANNED = ("confirmed", "tentative")


def _by_deadline(answer: Trace, as_of: date) -> Status:
    window, step = answer.occurrence.window, answer.deadline
    postponed = answer.occurrence.session is not None and answer.fate.because is Because.RECORDED
    if step is not None and step.deadline <= as_of:
        assert as_of < step.grace_ends
        return Status.LATE
    if postponed:
        return Status.POSTPONED
    return Status.PROJECTED if window.start > as_of else Status.DUE


AGENDA = """
title: T
adopted: 2000
parties: {a: {timezone: UTC}, b: {timezone: UTC}}
defaults: {grace: 3 months}
mechanisms:
  m:
    title: M
    cadence:
      - {every: 2 years, when: autumn, since: 2000}
      - {every: year, since: 2010}
    hosts: [a, b]
    sessions:
      - {number: 1, held: 2000-10, host: a}
      - {number: 4, planned: autumn 2006, held: 2007-03, host: b}
      - {held: 2012-05}
"""


def _why(name: str, as_of: date) -> Trace:
    found = trace(cjpeace.loads(AGENDA), name, as_of)
    assert found is not None
    return found


def test_it_names_the_rule_the_period_and_the_session_that_answers() -> None:
    found = _why("m/2006-23", date(2026, 1, 1))
    assert found.rule is not None
    assert found.slot is not None
    assert (found.rule.number, found.rule.path) == (0, ("mechanisms", "m", "cadence", 0))
    assert found.slot.number == 3
    assert [(s.session.number, s.gap, s.overlap) for s in found.sessions] == [(4, 0, 91)]
    assert found.sessions[0].answers == found.slot.slot


def test_it_names_the_numbers_that_show_a_gap() -> None:
    found = _why("m/2004-23", date(2026, 1, 1))
    gap = found.fate.evidence
    assert found.fate.because is Because.NUMBERS
    assert (gap.before.number, gap.after.number, gap.recorded) == (1, 4, 0)  # type: ignore[union-attr]


def test_it_names_the_later_session_that_makes_a_lapse_missed() -> None:
    found = _why("m/2008-23", date(2026, 1, 1))
    assert (found.fate.status, found.fate.because) == (Status.MISSED, Because.ANSWERED_LATER)
    assert found.fate.evidence is not None
    assert str(found.fate.evidence.own) == "2012-05"  # type: ignore[union-attr]


def test_it_says_from_which_session_number_and_host_are_counted() -> None:
    found = _why("m/2010", date(2010, 6, 1))
    assert found.turn is not None
    assert found.turn.number_from is not None
    assert (found.occurrence.number, found.turn.number_from.number) == (5, 4)
    assert (found.occurrence.host, found.turn.host_from) == ("a", found.turn.number_from)


def test_it_says_why_a_number_is_unknown() -> None:
    found = _why("m/2013", date(2013, 6, 1))
    assert found.turn is not None
    assert found.turn.number_lost is not None
    assert found.turn.number_lost.name == "UNSTATED"


def test_a_mechanism_alone_means_its_most_pressing_occurrence() -> None:
    assert _why("m", date(2014, 6, 1)).occurrence.id == "m/2013"


def test_where_there_is_no_such_occurrence_the_nearest_are_named() -> None:
    agenda = cjpeace.loads(AGENDA)
    assert trace(agenda, "m/2001-23", date(2026, 1, 1)) is None
    assert "m/2002-23" in nearest_occurrences(agenda, "m/2001-23", date(2026, 1, 1))
    assert nearest_occurrences(agenda, "m/nonsense", date(2026, 1, 1))
