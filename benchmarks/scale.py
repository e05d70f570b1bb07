"""How time and memory grow with the number of mechanisms: folders of 100 files, and one large file.

    python benchmarks/scale.py [LARGEST]

Each command runs as a process of its own; printed are its time and peak memory, and the exponent
of the growth from one size to the next (1 is in proportion).
"""

import os
import subprocess
import sys
import tempfile
from math import log
from pathlib import Path
from random import Random
from time import perf_counter

FILES = 100
CADENCES = (
    "{every: 2 years, when: autumn, since: 1998}",
    "[{every: 2 years, since: 1999-09-17}, {every: year, since: 2005}]",
    "{every: year, when: [31 May, 30 November], since: 1999}",
    "{every: 5 years, when: spring, since: 1995}",
    "{every: quarter, since: 2010}",
    "{every: month, when: last Friday, since: 2015}",
)
HEAD = """title: Agenda {number}
adopted: 1999-09-17
parties:
  canada: {{name: Canada, timezone: America/Toronto}}
  japan: {{name: Japan, timezone: Asia/Tokyo}}
defaults: {{grace: 3 months, notice: 6 months}}
mechanisms:
"""
COMMANDS = ("check", "next", "timeline --from 2026 --until 2026 --format csv")


def main() -> None:
    """Measure 1,000, 10,000 and 100,000 mechanisms in 100 files, and 10,000 in one."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sizes = [size for size in (1_000, 10_000, 100_000) if size <= largest]
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, {FILES} files a folder")
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS:
            last: tuple[int, float] | None = None
            for size in sizes:
                path = _folder(Path(folder) / str(size), size, FILES)
                last = _measure(command, path, size, last)
            _measure(
                command, _folder(Path(folder) / "one", 10_000, 1), 10_000, None, " in one file"
            )


def _measure(
    command: str, path: Path, size: int, last: tuple[int, float] | None, where: str = ""
) -> tuple[int, float]:
    name, *options = command.split()
    words = [sys.executable, "-m", "cjpeace", name, "-a", str(path), "--as-of", "2026-11-24"]
    measured = f"import resource, subprocess, sys; subprocess.run({[*words, *options]!r}, "
    measured += "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
    measured += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    begin = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", measured], capture_output=True, text=True, check=True
    )
    seconds, mebibytes = perf_counter() - begin, int(done.stdout) / 1024
    grown = ""
    if last is not None:
        grown = f", exponent {log(seconds / last[1]) / log(size / last[0]):.2f}"
    print(f"{name:9} {size:7,} mechanisms{where}: {seconds:6.2f} s, {mebibytes:5.0f} MiB{grown}")
    return size, seconds


def _folder(path: Path, size: int, files: int) -> Path:
    """A folder of agendas, the same on every run."""
    if not path.is_dir():
        path.mkdir()
        rng = Random(size)
        for number in range(files):
            entries = "".join(_mechanism(rng, n) for n in range(size // files))
            text = HEAD.format(number=number) + entries
            (path / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    return path


def _mechanism(rng: Random, number: int) -> str:
    cadence = rng.choice(CADENCES)
    latest = 2026 if rng.random() < 0.95 else 2023
    years = [latest - back for back in range(rng.randint(1, 4))]
    sessions = "".join(
        f"      - {{number: {year - 1990}, held: {year}-0{rng.randint(1, 9)}, host: canada}}\n"
        for year in reversed(years)
    )
    return (
        f"  m{number}:\n    title: Mechanism {number}\n    cadence: {cadence}\n"
        f"    hosts: [canada, japan]\n    sessions:\n{sessions}"
    )


if __name__ == "__main__":
    main()
