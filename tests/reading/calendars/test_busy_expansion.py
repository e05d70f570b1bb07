"""Recurring busy times against recurring-ical-events, which expands them in another way."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
import recurring_ical_events
from icalendar import Calendar
from tests.reading.calendars.given_calendar import YEAR, calendar, read

from cjpeace.core.proposals.busy import BusyDays, BusyHours

ZONES = ("America/Toronto", "Asia/Tokyo", "Europe/Berlin")
"""Not Vancouver: that package takes the system's zone data, which may be older than 2026."""

RULES = (
    "FREQ=DAILY;INTERVAL={n}",
    "FREQ=DAILY;COUNT={count}",
    "FREQ=WEEKLY;BYDAY={own},FR;INTERVAL={n}",
    "FREQ=WEEKLY;UNTIL={until}",
    "FREQ=MONTHLY;BYMONTHDAY={day}",
    "FREQ=MONTHLY;BYDAY={own};BYSETPOS=-1,{pos}",
    "FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}",
)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@pytest.mark.parametrize("seed", range(40))
def test_our_expansion_agrees(seed: int, tmp_path: Path) -> None:
    text = calendar(*_events(Random(seed)))
    assert sorted(_ours(tmp_path, text)) == sorted(_theirs(text))


def _events(random: Random) -> list[str]:
    """A series with changes of single instances, by a zone's clocks, in UTC, or of whole days."""
    kind = random.choice(("zone", "utc", "day"))
    zone = random.choice(ZONES)
    day = date(2026, 1, 1) + timedelta(days=random.randrange(500))
    clock = f"T{random.randrange(4, 24):02}{random.choice(('00', '30'))}00"
    values = {
        "n": random.randint(1, 3), "count": random.randint(1, 200), "own": DAYS[day.weekday()],
        "day": day.day, "month": day.month, "pos": random.randint(1, 3),
        "until": f"20271{random.randint(0, 2)}15" + ("" if kind == "day" else "T120000Z"),
    }  # fmt: skip
    rule = random.choice(RULES)
    if "BYSETPOS" in rule:
        day = _nth_weekday(day, values["pos"])
        values["own"] = DAYS[day.weekday()]
    lines = [
        "UID:1",
        _dated("DTSTART", day, kind, zone, clock),
        f"DURATION:{'P2D' if kind == 'day' else 'PT90M'}",
        f"RRULE:{rule.format(**values)}",
    ]
    later = [day + timedelta(days=random.randrange(0, 300)) for _ in range(4)]
    lines += [_dated("EXDATE", one, kind, zone, clock) for one in later[:2]]
    lines += [_dated("RDATE", later[3], kind, zone, clock)]
    return ["\n".join(lines)]


def _nth_weekday(day: date, nth: int) -> date:
    return day.replace(day=(day.day - 1) % 7 + 1 + 7 * (nth - 1))


def _dated(name: str, day: date, kind: str, zone: str, clock: str) -> str:
    if kind == "day":
        return f"{name};VALUE=DATE:{day:%Y%m%d}"
    if kind == "utc":
        return f"{name}:{day:%Y%m%d}{clock}Z"
    return f"{name};TZID={zone}:{day:%Y%m%d}{clock}"


Span = tuple[str, str]


def _ours(folder: Path, text: str) -> list[Span]:
    found = []
    for time in read(folder, text):
        match time:
            case BusyDays():
                found.append((str(time.days.start), str(time.days.end)))
            case BusyHours() if _touches(time.start, time.end):
                found.append((time.start.isoformat(), time.end.isoformat()))
            case BusyHours():
                pass  # a day beyond the year, by some clocks
    return found


def _theirs(text: str) -> list[Span]:
    events = recurring_ical_events.of(Calendar.from_ical(text)).between(
        YEAR.start - timedelta(days=3), date(2028, 1, 3)
    )
    found = []
    for event in events:
        start, end = event.start, event.end
        if not isinstance(start, datetime):
            if end > YEAR.start and start < date(2028, 1, 1):
                found.append((str(start), str(end)))
        elif _touches(start.astimezone(UTC), end.astimezone(UTC)):
            found.append((start.astimezone(UTC).isoformat(), end.astimezone(UTC).isoformat()))
    return found


def _touches(start: datetime, end: datetime) -> bool:
    return end > datetime(2027, 1, 1, tzinfo=UTC) and start < datetime(2028, 1, 1, tzinfo=UTC)
