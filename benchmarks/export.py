"""How long it takes to export many events, against yaml2ics on the same events, in one run.

    python benchmarks/export.py [EVENTS]

Each program is run as a whole process on a file of its own; what it took in time and memory is
told by the operating system. `reading` is the part of ours that reads the agenda and works out what
it means, `icalendar` that of the icalendar package: making events of values, and text of events;
`folding` is its folding of lines alone, which is part of that. yaml2ics is left out where it is not
installed (`pip install yaml2ics`).
"""

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

from icalendar import Calendar, Event
from icalendar.parser import Contentline

MECHANISMS = 100
AS_OF = ("--as-of", "2026-11-24")
TITLE = "Symposium on peace and security cooperation, with a title of the usual length"
NOTE = "What was said there; a sentence or two, 日加平和・安全保障協力, that has to be folded. " * 4


def main() -> None:
    """Compare at a tenth, a half, and all of the events."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    print(f"{'events':>8}  {'program':<14}{'seconds':>9}{'ms an event':>13}{'MiB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for events in (most // 10, most // 2, most):
            _compare(Path(folder), events)


def _compare(folder: Path, events: int) -> None:
    (folder / "agenda.yaml").write_text("".join(_agenda(events)), "utf-8")
    (folder / "theirs.yaml").write_text("".join(_theirs(events)), "utf-8")
    ours = [sys.executable, "-m", "cjpeace"]
    agenda = ["-a", str(folder / "agenda.yaml"), *AS_OF]
    _tell(events, "ours", _run([*ours, "export", *agenda, "-o", str(folder / "ours.ics")]))
    _tell(events, "  reading", _run([*ours, "next", "1", *agenda]))
    with get_context("spawn").Pool(1) as pool:  # what it takes is not to swell this process
        _tell(events, "  icalendar", (pool.apply(_writing, (folder / "ours.ics",)), 0))
        _tell(events, "    folding", (pool.apply(_folding, (folder / "ours.ics",)), 0))
    if find_spec("yaml2ics"):
        theirs = [sys.executable, "-m", "yaml2ics", str(folder / "theirs.yaml")]
        _tell(events, "yaml2ics", _run(theirs))


def _tell(events: int, program: str, took: tuple[float, int]) -> None:
    seconds, kibibytes = took
    memory = str(kibibytes // 1024) if kibibytes else "-"
    print(f"{events:>8}  {program:<14}{seconds:>9.2f}{seconds / events * 1000:>13.3f}{memory:>7}")


def _run(command: list[str]) -> tuple[float, int]:
    """The seconds and kibibytes that a program takes; an error when it fails."""
    with open(os.devnull, "wb") as nowhere:
        began = perf_counter()
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), n) for n in (1, 2)]
        process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        took = perf_counter() - began
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return took, usage.ru_maxrss


def _writing(file: Path) -> float:
    """How long icalendar takes to make events of values, and text of events."""
    read = [event.property_items()[1:-1] for event in Calendar.from_ical(file.read_bytes()).events]
    values = [[(name, _plain(value)) for name, value in event] for event in read]
    del read
    gc.collect()
    gc.freeze()  # what was read is not to be looked at again
    began = perf_counter()
    for properties in values:
        event = Event()
        for name, value in properties:
            event.add(name, value)
        event.to_ical(sorted=False)
    return perf_counter() - began


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else getattr(value, "dt", value)


def _folding(file: Path) -> float:
    lines = file.read_bytes().decode().replace("\r\n ", "").split("\r\n")
    began = perf_counter()
    for line in lines:
        Contentline(line).to_ical()
    return perf_counter() - began


def _sessions(events: int) -> Iterator[tuple[int, int, date, bool]]:
    """The mechanism and number of each session, its day, and whether it has a time."""
    for n in range(events):
        number = n // MECHANISMS
        yield n % MECHANISMS, number, date(1990, 1, 1) + timedelta(days=37 * number), n % 2 == 0


def _agenda(events: int) -> Iterator[str]:
    yield "id: many\ntitle: Many\nadopted: 1990-01-01\nparties:\n"
    yield "  canada: {name: Canada, capital: Ottawa, timezone: America/Toronto}\n"
    yield "  japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo}\nmechanisms:\n"
    listed: dict[int, list[str]] = {}
    for mechanism, number, day, timed in _sessions(events):
        hours = 'at: "09:00", lasts: 2 hours, ' if timed else ""
        session = f"      - {{held: {day}, number: {number + 1}, {hours}host: japan, place: Tokyo, "
        listed.setdefault(mechanism, []).append(f'{session}note: "{NOTE}"}}\n')
    for mechanism, sessions in listed.items():
        yield f'  m{mechanism}:\n    title: "{TITLE}"\n    sessions:\n'
        yield from sessions


def _theirs(events: int) -> Iterator[str]:
    yield "name: Many\nevents:\n"
    for mechanism, number, day, timed in _sessions(events):
        begin = datetime(day.year, day.month, day.day, tzinfo=UTC)
        yield f'  - summary: "{TITLE}, {number + 1}"\n    uid: m{mechanism}-{day}@many\n'
        yield f"    begin: {begin:%Y-%m-%d %H:%M:%S}\n    location: Tokyo\n    status: CONFIRMED\n"
        yield "    timezone: Asia/Tokyo\n    duration: {hours: 2}\n" if timed else ""
        yield f'    description: "Status: held\\nHost: Japan\\nNote: {NOTE}"\n'


if __name__ == "__main__":
    main()
