"""Days off of a party: a holiday before a closed day, and spans that pass the new year."""

from datetime import date

import pytest
from tests.core.given import day, window

from cjpeace.core.agenda import Party
from cjpeace.core.findings.day_off import day_off, days_off
from cjpeace.core.rules.rule_text import parse_yearly_span

CLOSED = (parse_yearly_span("29 December/3 January"), parse_yearly_span("15 August"))
JAPAN = Party("japan", "Japan", "Asia/Tokyo", holidays="JP", closed=CLOSED)
PERU = Party("peru", "Peru", "America/Lima")


def holidays(code: str, day: date, /) -> str | None:
    return "New Year's Day" if (code, day.month, day.day) == ("JP", 1, 1) else None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("2026-12-28", "-"),
        ("2026-12-29", None),
        ("2027-01-01", "New Year's Day"),
        ("2027-01-03", None),
        ("2027-01-04", "-"),
        ("2026-08-15", None),
        ("2026-08-16", "-"),
    ],
)
def test_a_holiday_is_named_and_a_closed_day_is_not(written: str, name: str | None) -> None:
    off = day_off(JAPAN, day(written), holidays)
    assert (off.name if off else "-") == name


def test_a_party_without_holidays_always_works() -> None:
    assert day_off(PERU, day("2027-01-01"), holidays) is None


def test_the_days_off_of_a_window_come_day_by_day() -> None:
    peru = Party("peru", "Peru", "America/Lima", closed=CLOSED[:1])
    found = days_off(window("2026-12-31/2027-01-01"), [peru, JAPAN], holidays)
    assert [(f"{off.day}", off.party.key) for off in found] == [
        ("2026-12-31", "peru"),
        ("2026-12-31", "japan"),
        ("2027-01-01", "peru"),
        ("2027-01-01", "japan"),
    ]
