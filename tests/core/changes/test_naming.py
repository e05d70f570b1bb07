"""A session is named so that recording it makes it the occurrence that is meant."""

import pytest
from tests.core.given import day

from cjpeace import loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.changes.naming import Naming, naming
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence

AGENDA = """\
title: Committee
adopted: 2026-01-01
parties: {japan: {name: Japan, timezone: Asia/Tokyo}, canada: {name: Canada, timezone: America/Toronto}}
mechanisms:
  committee:
    title: Committee
    cadence: {every: month, when: second Tuesday}
    grace: 1 month
    sessions:
      - {held: 2026-10-13}
      - {confirmed: 2027-01-12}
events:
  workshop: {title: Workshop, expected: 2027}
  summit: {title: Summit, confirmed: 2026-12-08}
"""
AS_OF = day("2026-11-24")


def named(id_: str, days: str) -> Naming:
    agenda = loads(AGENDA)
    owner = agenda.mechanisms["committee"]
    return naming(owner, parse_edtf(days), AS_OF, _occurrence(agenda, id_))


def _occurrence(agenda: Agenda, id_: str) -> Occurrence:
    history = History(agenda.mechanisms["committee"], AS_OF)
    return next(one for one in history.occurrences(AS_OF.replace(month=1)) if one.id == id_)


def test_the_mechanism_is_enough_when_the_days_answer_what_is_meant() -> None:
    assert named("committee/2026-12-08", "2026-12-09") == Naming("committee")


def test_days_near_another_slot_name_the_late_one_that_they_are_for() -> None:
    assert named("committee/2026-11-10", "2026-12-07") == Naming("committee/2026-11-10")


def test_a_planned_session_is_named_when_its_days_change() -> None:
    assert named("committee/2027-01-12", "2027-01-20") == Naming("committee/2027-01-12")


def test_a_further_session_beside_one_on_record_is_said_to_be_new() -> None:
    owner = loads(AGENDA).mechanisms["committee"]
    assert naming(owner, parse_edtf("2027-01-12"), AS_OF, None) == Naming("committee", new=True)


@pytest.mark.parametrize(("key", "update"), [("workshop", False), ("summit", True)])
def test_an_event_on_record_is_changed_by_word(key: str, *, update: bool) -> None:
    owner = loads(AGENDA).events[key]
    assert naming(owner, parse_edtf("2027-03-02"), AS_OF, None) == Naming(key, update=update)
