"""Calendar texts that would take for ever, or are cut off, are refused before they are read."""

from time import process_time

import pytest
from tests.reading.calendars.given_calendar import CUSTOM_ZONE, calendar

from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.calendars.calendar_text import refuse_hostile

RULE = "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"


@pytest.mark.parametrize(
    "rule",
    [
        RULE,
        "BYDAY=-1SU;BYMONTH=10;FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU",
        "FREQ=YEARLY;UNTIL=20061029T060000Z;BYMONTH=10;BYDAY=-1SU",
        "FREQ=YEARLY;INTERVAL=1;WKST=MO;\r\n BYMONTH=3;BYDAY=2SU",
    ],
)
def test_the_rules_of_real_zones_pass(rule: str) -> None:
    refuse_hostile(calendar(CUSTOM_ZONE).replace(RULE, rule))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYHOUR=0,1,2",
        "FREQ=YEARLY;FREQ=SECONDLY",
        "FREQ=YEARLY;\r\n BYSECOND=1",
        "BYMONTH=3;BYDAY=2SU",
        "FREQ=YEARLY;INTERVAL=0",
    ],
)
def test_rules_that_no_zone_has_are_refused(rule: str) -> None:
    with pytest.raises(UnreadableError, match="a time zone has a rule that no zone has"):
        refuse_hostile(calendar(CUSTOM_ZONE).replace(RULE, rule))


def test_rules_of_events_are_not_those_of_zones() -> None:
    refuse_hostile(calendar("DTSTART:20270601T100000Z\nRRULE:FREQ=SECONDLY"))


def test_a_text_in_which_a_component_is_only_told_of_is_whole() -> None:
    refuse_hostile(calendar("DESCRIPTION:see\\nBEGIN:VEVENT\\n\nDTSTART:20270601T100000Z"))


def test_long_and_folded_texts_are_looked_through_quickly() -> None:
    started = process_time()
    refuse_hostile(calendar("SUMMARY:" + "\r\n x" * 500_000))
    refuse_hostile(calendar("RRULE:" + "\r\n BYDAY=MO;" * 50_000))
    with pytest.raises(UnreadableError):
        refuse_hostile(calendar(CUSTOM_ZONE).replace(RULE, RULE + ";BYDAY=SU" * 50_000 + "!"))
    assert process_time() - started < 5
