"""Bars are counted by kind, and by whose they are."""

from datetime import UTC, date, datetime

from tests.core.given import window

from cjpeace.core.agenda import Party
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.findings.day_off import DayOff
from cjpeace.core.proposals.bar import Bar, BarKind, tallies
from cjpeace.core.proposals.busy import BusyDays, BusyHours

CANADA = Party("canada", "Canada", "America/Toronto")
JAPAN = Party("japan", "Japan", "Asia/Tokyo")
DAY, NEXT = date(2027, 6, 9), date(2027, 6, 10)
NOON = datetime(2027, 6, 9, 12, tzinfo=UTC)
BARS = (
    Bar(NEXT, BusyHours(NOON, NOON, "Call", "a.ics")),
    Bar(DAY, DayOff(DAY, JAPAN, None)),
    Bar(NEXT, DayOff(NEXT, CANADA, "A holiday")),
    Bar(DAY, DayOff(DAY, CANADA, "A holiday")),
    Bar(DAY, BusyDays(window("2027-06-09"), "Leave", "b.ics")),
    Bar(DAY, parse_edtf("2027-06")),
    Bar(DAY, BusyDays(window("2027-06-09"), "Leave", "a.ics")),
    Bar(DAY, BusyHours(NOON, NOON, "Call", "a.ics")),
)


def test_bars_are_grouped_by_kind_then_party_calendar_or_window() -> None:
    assert [(one.kind, one.party, one.days, len(one.bars)) for one in tallies(BARS)] == [
        (BarKind.HOLIDAY, CANADA, 2, 2),
        (BarKind.CLOSED, JAPAN, 1, 1),
        (BarKind.BUSY, None, 2, 3),
        (BarKind.BUSY, None, 1, 1),
        (BarKind.AVOID, None, 1, 1),
    ]


def test_the_bars_of_a_tally_come_by_day() -> None:
    assert [bar.day for bar in tallies(BARS)[0].bars] == [DAY, NEXT]
