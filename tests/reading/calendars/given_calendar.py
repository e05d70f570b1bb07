"""What the tests of busy files are given: a calendar of a few lines, and what is read of it."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from cjpeace.core.dates.window import Window
from cjpeace.core.proposals.busy import Busy, BusyDays, BusyHours
from cjpeace.reading.calendars.busy_file import read_busy
from cjpeace.reading.zone_data import newest_zone_data

YEAR = Window(date(2027, 1, 1), date(2028, 1, 1))

CUSTOM_ZONE = """\
BEGIN:VTIMEZONE
TZID:Our Own
BEGIN:STANDARD
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar(*components: str) -> str:
    """A calendar file with these components; an event may be given by its lines alone."""
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//given//EN"]
    for component in components:
        inner = component.strip("\n")
        plain = inner.startswith(("BEGIN:", "X-WR"))
        parts.append(inner if plain else f"BEGIN:VEVENT\n{inner}\nEND:VEVENT")
    return "\n".join([*parts, "END:VCALENDAR", ""]).replace("\n", "\r\n")


def read(folder: Path, text: str, span: Window = YEAR, zone: str = "UTC") -> tuple[Busy, ...]:
    path = folder / "busy.ics"
    path.write_bytes(text.encode())
    return read_busy(str(path), span, newest_zone_data().zone, ZoneInfo(zone))


def told(times: Iterable[Busy]) -> list[str]:
    """Busy times in short, in order: `2027-03-01 10:00-11:00` in UTC, or the days as in EDTF."""
    return sorted(map(_told, times))


def _told(time: Busy) -> str:
    match time:
        case BusyDays():
            last = time.days.last_day
            same = last == time.days.start
            return str(time.days.start) if same else f"{time.days.start}/{last}"
        case BusyHours():
            return f"{_clock(time.start)}-{time.end:%H:%M}"


def _clock(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
