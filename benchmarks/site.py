"""How long it takes to make a site of many mechanisms, and how heavy its pages are.

    python benchmarks/site.py [MECHANISMS]

Each site is made by a whole process in a new folder; the operating system tells what it took in
time and memory. A page weighs what a browser loads for it. The last row is the bundled agenda.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

AS_OF = ("--as-of", "2026-11-24")
TITLE = "Symposium on peace and security cooperation, with a title of the usual length"
LOADED = ("style.css", "filters.css", "site.js", "icon.svg")


def main() -> None:
    """Make a tenth, a half, and all of the mechanisms."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    print(f"{'mechanisms':>10}{'seconds':>9}{'of processor':>14}{'MiB':>6}{'files':>7}", end="")
    print(f"{'heaviest page, KB':>19}  which")
    with tempfile.TemporaryDirectory() as folder:
        for count in (most // 10, most // 2, most):
            agenda = Path(folder, f"{count}.yaml")
            agenda.write_text("".join(_agenda(count)), "utf-8")
            _tell(str(count), str(agenda), Path(folder, f"site-{count}"))
        _tell("bundled", "bundled", Path(folder, "bundled"))


def _agenda(mechanisms: int) -> Iterator[str]:
    """Yearly mechanisms since 2000 in sections of ten, each with fifteen sessions."""
    yield "id: many\ntitle: Many\nadopted: 2000-01-01\nparties:\n"
    yield "  canada: {name: Canada, capital: Ottawa, timezone: America/Toronto}\n"
    yield "  japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo}\nagreement:\n"
    for section in range(mechanisms // 10):
        yield f"  - section: Section {section}\n    paragraphs:\n"
        yield f"      {section + 1}: They will meet every year, in turn, and speak of peace.\n"
    yield "sources: {record: {title: The record, url: 'https://example.org/'}}\nmechanisms:\n"
    for number in range(mechanisms):
        yield f"  m-{number}:\n    title: {TITLE} {number}\n    paragraph: {number // 10 + 1}\n"
        yield "    hosts: [canada, japan]\n    cadence: {every: year, since: 2000}\n    sessions:\n"
        for year in range(2000, 2015):
            nth = year - 1999
            yield f"      - {{number: {nth}, held: {year}-05-{nth + 10}, place: Tokyo, "
            yield "source: record, note: What was said there in a sentence or two.}\n"


def _tell(name: str, agenda: str, folder: Path) -> None:
    seconds, worked, mebibytes = _run(
        [sys.executable, "-m", "cjpeace", "site", str(folder), "-a", agenda, *AS_OF]
    )
    files = sum(path.is_file() for path in folder.rglob("*"))
    heaviest = max(folder.rglob("*.html"), key=lambda path: path.stat().st_size)
    loaded = sum((folder / name).stat().st_size for name in LOADED)
    weight = (heaviest.stat().st_size + loaded) / 1000
    where = heaviest.relative_to(folder)
    print(f"{name:>10}{seconds:9.2f}{worked:14.2f}{mebibytes:6}{files:7}{weight:19.0f}  {where}")


def _run(command: list[str]) -> tuple[float, float, int]:
    """Seconds in all, seconds of a processor, and mebibytes that a process took."""
    begin = perf_counter()
    process = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 2, os.devnull, 1, 0)]
    )
    _, status, used = os.wait4(process, 0)
    if status:
        message = f"{command} ended with {status}"
        raise SystemExit(message)
    worked = used.ru_utime + used.ru_stime
    return perf_counter() - begin, worked, used.ru_maxrss // 1024


if __name__ == "__main__":
    main()
