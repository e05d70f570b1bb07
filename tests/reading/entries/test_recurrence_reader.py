"""The faulty part of a rule is marked, wherever and however the rule is written."""

import pytest
from tests.reading.agenda_text import CADENCE, changed, told

RULES = {
    "{rrule: FREQ=MONTHLY;COUNT=10;UNTIL=20101231, since: 2001-01-31}": "UNTIL=20101231",
    "{rrule: 'FREQ=MONTHLY;INTERVAL=0', since: 2001-01-31}": "INTERVAL=0",
    '{rrule: "FREQ=MONTHLY;BYDAY=5XX;BYMONTH=1", since: 2001-01-31}': "BYDAY=5XX",
    "{rrule: INTERVAL=0;FREQ=MONTHLY, since: 2001-01-31}": "INTERVAL=0",
    "{rrule: freq=monthly;byday=xx, since: 2001-01-31}": "byday=xx",
    "{rrule: FREQ=MONTHLY;COUNT=2;COUNT=2, since: 2001-01-31}": "COUNT=2",
    "{rrule: RRULE:FREQ=MONTHLY;BYHOUR=9, since: 2001-01-31}": "BYHOUR=9",
    "{rrule: FREQ=MONTHLY;BYDAY=1.5, since: 2001-01-31}": "BYDAY=1.5",
    "{rrule: FREQ=MONTHLY;BYMONTHDAY=31;, since: 2001-01-31}": "FREQ=MONTHLY;BYMONTHDAY=31;",
    "{rrule: FREQ=MONTHLY;UNTIL=20000101, since: 2001-01-31}": "UNTIL=20000101",
    "{rrule: FREQ=MONTHLY;BYMONTHDAY=15, since: 2001-01-31}": "2001-01-31",
    "{rrule: FREQ=MONTHLY;BYMONTHDAY=15}": "FREQ=MONTHLY;BYMONTHDAY=15",
    "{rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, since: 2001-01-31}": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
}


@pytest.mark.parametrize("cadence", RULES)
def test_the_faulty_part_of_a_rule_is_marked(cadence: str) -> None:
    (found,) = told(changed(CADENCE, cadence))
    column = len("    cadence: ") + cadence.rindex(RULES[cadence]) + 1
    assert found.startswith(f"19:{column} [{RULES[cadence]}] ")


def test_a_rule_over_several_lines_is_marked_where_it_begins() -> None:
    text = changed(
        f"cadence: {CADENCE}",
        "cadence:\n      rrule: >-\n        FREQ=MONTHLY;\n        INTERVAL=0",
    )
    (found,) = told(text)
    assert found.startswith("20:14 [>] ")


def test_the_side_at_fault_of_an_interval_is_marked() -> None:
    (found,) = told(changed("held: 2001", "held: 2001-02-27/2001-02-30"))
    assert found.startswith('22:38 [2001-02-30] "2001-02-30" is not a date: February 2001 has no')
