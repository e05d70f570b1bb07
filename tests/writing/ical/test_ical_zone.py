from datetime import UTC, datetime, timedelta

import pytest
from tests.writing.ical.given_ical import zone_of

from cjpeace.writing.ical.ical_zone import compact_zone, is_placed, timezone


def _zone(name: str) -> list[str] | None:
    compact = compact_zone(name, zone_of(name), 2026)
    return timezone(compact).to_ical(sorted=False).decode().splitlines() if compact else None


def _at(name: str, written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=zone_of(name))


def test_toronto_is_one_standard_and_one_daylight_by_the_rule_of_2007() -> None:
    assert _zone("America/Toronto") == [
        *("BEGIN:VTIMEZONE", "TZID:America/Toronto"),
        *("BEGIN:STANDARD", "DTSTART:19701101T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500"),
        *("TZNAME:EST", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "END:STANDARD"),
        *("BEGIN:DAYLIGHT", "DTSTART:19700308T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400"),
        *("TZNAME:EDT", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "END:DAYLIGHT"),
        "END:VTIMEZONE",
    ]


def test_tokyo_is_one_standard() -> None:
    assert _zone("Asia/Tokyo") == [
        *("BEGIN:VTIMEZONE", "TZID:Asia/Tokyo"),
        *("BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900"),
        *("TZNAME:JST", "END:STANDARD", "END:VTIMEZONE"),
    ]


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Europe/Paris", ["BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SU;BYMONTH=3"]),
        ("Europe/Dublin", ["BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SU;BYMONTH=3"]),
        ("Australia/Sydney", ["BYDAY=1SU;BYMONTH=4", "BYDAY=1SU;BYMONTH=10"]),
        ("Australia/Lord_Howe", ["BYDAY=1SU;BYMONTH=4", "BYDAY=1SU;BYMONTH=10"]),
        ("America/St_Johns", ["BYDAY=1SU;BYMONTH=11", "BYDAY=2SU;BYMONTH=3"]),
        ("Asia/Kolkata", []),
    ],
)
def test_a_rule_is_the_one_that_the_zone_keeps(name: str, rules: list[str]) -> None:
    lines = _zone(name) or []
    assert [line.removeprefix("RRULE:FREQ=YEARLY;") for line in lines if "RRULE" in line] == rules


@pytest.mark.parametrize("name", ["Asia/Gaza", "Africa/Cairo", "America/Nuuk", "Asia/Jerusalem"])
def test_a_rule_that_falls_on_no_fixed_weekday_is_left_to_utc(name: str) -> None:
    assert compact_zone(name, zone_of(name), 2026) is None


def test_a_rule_is_young_for_five_years() -> None:
    """British Columbia stopped changing its clocks in 2026."""
    vancouver = zone_of("America/Vancouver")
    assert compact_zone("America/Vancouver", vancouver, 2026) is None
    assert compact_zone("America/Vancouver", vancouver, 2031) is None
    assert compact_zone("America/Vancouver", vancouver, 2032) is not None


@pytest.mark.parametrize(
    ("name", "local", "placed"),
    [
        ("America/Toronto", "2006-03-20T18:30", False),  # the clocks changed in April then
        ("America/Toronto", "2006-07-20T18:30", True),
        ("America/Toronto", "2006-10-30T18:30", False),
        ("America/Toronto", "2007-03-20T18:30", True),
        ("America/Toronto", "1969-07-20T18:30", False),
        ("America/Toronto", "2027-03-14T01:59", True),
        ("America/Toronto", "2027-03-14T02:00", False),
        ("America/Toronto", "2027-03-14T02:59", False),
        ("America/Toronto", "2027-03-14T03:00", True),
        ("America/Toronto", "2027-11-07T00:59", True),
        ("America/Toronto", "2027-11-07T01:00", False),
        ("America/Toronto", "2027-11-07T02:00", True),
        ("America/Vancouver", "2025-12-10T09:00", False),
        ("America/Vancouver", "2026-12-10T09:00", True),
        ("Asia/Tokyo", "1999-11-08T18:30", True),
        ("Asia/Tokyo", "9800-01-01T12:00", False),
    ],
)
def test_a_time_is_placed_where_todays_rule_leaves_it(name: str, local: str, placed: bool) -> None:  # noqa: FBT001
    assert is_placed(_at(name, local)) is placed


@pytest.mark.parametrize("name", ["America/Toronto", "Europe/Paris", "Australia/Sydney"])
def test_the_written_rule_gives_the_zones_own_offset_all_year(name: str) -> None:
    """The rule is followed by hand, from its first onset on, and compared with the zone."""
    compact = compact_zone(name, zone_of(name), 2026)
    assert compact
    for year in (2015, 2026, 2037):
        onsets = [(_nth(onset.local, onset.nth, year), onset) for onset in compact.onsets]
        for day in range(365):
            local = datetime(year, 1, 1, 12, tzinfo=UTC).replace(tzinfo=None) + timedelta(days=day)
            before = [(at, onset) for at, onset in onsets if at <= local]
            latest = max(before or onsets, key=lambda pair: pair[0])[1]
            assert local.replace(tzinfo=zone_of(name)).utcoffset() == latest.after


def _nth(first: datetime, nth: int, year: int) -> datetime:
    """The nth such weekday of that month, found by trying every day."""
    start = first.replace(year=year, day=1)
    days = [start + timedelta(days=n) for n in range(31)]
    alike = [d for d in days if d.month == first.month and d.weekday() == first.weekday()]
    return alike[nth - 1 if nth > 0 else -1]
