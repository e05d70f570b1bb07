"""A recurrence rule as the grid of a mechanism, from the file to the answers."""

from datetime import date

import pytest

import cjpeace
from cjpeace.core.answers.timeline import timeline
from cjpeace.core.answers.trace import trace
from cjpeace.core.dates.window import Window

HEAD = """
title: T
adopted: 2001-01-01
mechanisms:
  m:
    title: M
"""


def told(keys: str, as_of: str, span: str) -> list[str]:
    agenda = cjpeace.loads(HEAD + "".join(f"    {line}\n" for line in keys.splitlines()))
    window = cjpeace.parse_edtf(span).window
    found = timeline(agenda, date.fromisoformat(as_of), window)
    return [f"{o.id.partition('/')[2]} {o.status.value}" for o in found]


def test_each_day_of_a_rule_is_a_slot_as_long_as_a_session_lasts() -> None:
    agenda = cjpeace.loads(
        f"{HEAD}    cadence: {{rrule: FREQ=YEARLY;BYMONTH=9;BYDAY=2TU, since: 2001-09-11}}\n"
        "    lasts: 3 days\n"
    )
    found = timeline(agenda, date(2002, 1, 1), cjpeace.parse_edtf("2001/2002").window)
    assert [o.window for o in found] == [
        Window(date(2001, 9, 11), date(2001, 9, 14)),
        Window(date(2002, 9, 10), date(2002, 9, 13)),
    ]


def test_since_defaults_to_the_day_of_adoption() -> None:
    assert told("cadence: {rrule: FREQ=MONTHLY;COUNT=3}", "2001-02-15", "2001") == [
        "2001-01-01 missed",
        "2001-02-01 overdue",
        "2001-03-01 projected",
    ]


def test_dates_that_a_month_lacks_are_skipped() -> None:
    keys = "cadence: {rrule: FREQ=MONTHLY, since: 2001-01-31}"
    assert told(keys, "2000-01-01", "2001-01/2001-05") == [
        "2001-01-31 projected",
        "2001-03-31 projected",
        "2001-05-31 projected",
    ]


def test_a_session_long_after_the_last_day_of_a_rule_is_nobodys() -> None:
    keys = "cadence: {rrule: FREQ=YEARLY;COUNT=2}\nsessions: [{held: 2020-05}]"
    assert told(keys, "2021-01-01", "2001/2021") == [
        "2001-01-01 missed",
        "2002-01-01 overdue",
        "2020-05 held",
    ]


def test_a_session_a_little_after_the_last_day_answers_it() -> None:
    keys = "cadence: {rrule: FREQ=YEARLY;COUNT=2}\nsessions: [{held: 2002-03}]"
    assert told(keys, "2021-01-01", "2001/2021") == ["2001-01-01 missed", "2002-01-01 held"]


def test_a_rule_gives_way_to_the_era_after_it() -> None:
    keys = "cadence: [{rrule: FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1, since: 2001-03-01}, {every: year, since: 2003}]"
    assert told(keys, "2000-01-01", "2001/2004") == [
        "2001-03-01 projected",
        "2002-03-01 projected",
        "2003 projected",
        "2004 projected",
    ]


def test_a_rule_is_sought_not_walked_from_its_beginning() -> None:
    keys = "cadence: {rrule: FREQ=DAILY, since: 0001-01-01}\nsessions: [{held: 9000-01-01}]"
    assert told(keys, "9000-01-02", "9000-01-01/9000-01-03") == [
        "9000-01-01 held",
        "9000-01-02 due",
        "9000-01-03 projected",
    ]


def test_why_names_the_rule() -> None:
    agenda = cjpeace.loads(f"{HEAD}    cadence: {{rrule: FREQ=YEARLY}}\n")
    found = trace(agenda, "m/2005-01-01", date(2005, 1, 1))
    assert found is not None
    assert found.rule is not None
    assert found.slot is not None
    assert (str(found.rule.era.rule), found.slot.number) == ("FREQ=YEARLY", None)


@pytest.mark.parametrize(
    ("cadence", "message", "help_"),
    [
        (
            "{rrule: FREQ=YEARLY;INTERVAL=0}",
            "INTERVAL=0 is no interval",
            "write 1 or more, or leave INTERVAL out for every year",
        ),
        (
            "{rrule: FREQ=YEARLY, since: 2001}",
            "a rule begins on a day, and `since` is 2001",
            "write `since` as a day on which the rule falls",
        ),
        (
            "{rrule: FREQ=YEARLY, every: year}",
            "a cadence has either `rrule` or `every`",
            "keep one of them",
        ),
        (
            "{rrule: FREQ=YEARLY;BYMONTH=9;BYDAY=2TU}",
            "FREQ=YEARLY;BYMONTH=9;BYDAY=2TU does not fall on 2001-01-01, the day it begins",
            "write `since: 2000-09-12` or `since: 2001-09-11`, where it does",
        ),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused(cadence: str, message: str, help_: str) -> None:
    with pytest.raises(cjpeace.InvalidAgendaError) as caught:
        cjpeace.loads(f"{HEAD}    cadence: {cadence}\n")
    assert [(d.message, d.place.line) for d in caught.value.diagnostics] == [(message, 7)]
    assert caught.value.diagnostics[0].help == help_
