"""How long it takes to propose days in a year with many busy times.

    python benchmarks/propose.py [EVENTS]

The command is run as a whole process, as a user would, on a year of the bundled agenda: without a
busy file, with one of single events, and with one of weekly series that make up as many; when the
parties meet and by video. `reading` is the part that reads the busy file, measured in this process.
The best of three runs is shown, and in brackets the time of the processor, which depends less on
what else runs.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from zoneinfo import ZoneInfo

from cjpeace.core.dates.window import Window
from cjpeace.reading.calendars.busy_file import read_busy

YEAR = Window(date(2027, 1, 1), date(2028, 1, 1))
COMMAND = (
    *(sys.executable, "-m", "cjpeace", "propose", "symposium", "-a", "bundled"),
    *("--as-of", "2026-11-24", "--in", "2027", "-f", "json"),
)


def main() -> None:
    """Compare no busy file with two of so many busy times."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"Python {sys.version.split()[0]}; {events} busy times in a year")
    print(f"{'':<16}{'seconds':>14}{'by video':>14}{'reading':>14}")
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "no busy file": None,
            "single events": _written(Path(folder, "single.ics"), _single(events)),
            "weekly series": _written(Path(folder, "series.ics"), _series(events)),
        }
        for name, file in files.items():
            busy = () if file is None else ("--busy", str(file))
            reading = "" if file is None else _best(lambda f=file: _read(f))
            alone = _best(lambda b=busy: _run(*b))
            video = _best(lambda b=busy: _run("--video", *b))
            print(f"{name:<16}{alone:>14}{video:>14}{reading:>14}")


def _best(action: Callable[[], None]) -> str:
    seconds, processor = (
        min(times) for times in zip(*(_timed(action) for _ in range(3)), strict=True)
    )
    return f"{seconds:.2f} ({processor:.2f})"


def _timed(action: Callable[[], None]) -> tuple[float, float]:
    """Seconds by the clock, and those of the processor in this process and those it started."""
    started, before = perf_counter(), sum(os.times()[:4])
    action()
    return perf_counter() - started, sum(os.times()[:4]) - before


def _run(*words: str) -> None:
    subprocess.run([*COMMAND, *words], check=True, stdout=subprocess.DEVNULL)


def _read(file: Path) -> None:
    read_busy(str(file), YEAR, ZoneInfo, ZoneInfo("Asia/Tokyo"))


def _single(events: int) -> list[str]:
    """Events of an hour in the afternoons of three days a week."""
    random = Random(1)
    days = [YEAR.start + timedelta(days=n) for n in range(365)]
    busy = [day for day in days if day.weekday() in (0, 2, 4)]
    return [_event(n, random.choice(busy), 13 + n % 4, "") for n in range(events)]


def _series(events: int) -> list[str]:
    """Weekly meetings that together are as many."""
    series = -(-events // 52)
    return [
        _event(n, YEAR.start + timedelta(days=3 + n % 5), 9 + n % 8, "RRULE:FREQ=WEEKLY;COUNT=52")
        for n in range(series)
    ]


def _event(number: int, day: date, hour: int, rule: str) -> str:
    start = datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 - its zone is named below
    lines = (
        "BEGIN:VEVENT",
        f"UID:{number}",
        "DTSTAMP:20260101T000000Z",
        f"SUMMARY:Meeting {number} with a title of the usual length",
        f"DTSTART;TZID=Asia/Tokyo:{start:%Y%m%dT%H%M%S}",
        "DURATION:PT1H",
        "LOCATION:Room 4",
        f"DESCRIPTION:{'what is to be said there ' * 8}",
        *([rule] if rule else []),
        "END:VEVENT",
    )
    return "\r\n".join(lines)


def _written(path: Path, events: list[str]) -> Path:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//benchmark//EN", *events, "END:VCALENDAR"]
    path.write_bytes("\r\n".join([*parts, ""]).encode())
    return path


if __name__ == "__main__":
    main()
