"""How long it takes to validate many files in one call, against check-jsonschema, in one run.

    python benchmarks/validate.py [FILES] [RUNS]

Both are given the same files, all valid: copies of the bundled agenda and of the one in
tests/reading that has every key, in turn. check-jsonschema gets the schema that `cjpeace schema`
prints, so it looks at less: no name, zone or calendar is checked by it. Whole processes are timed,
one after the other; what is printed are medians, and the median of the ratios pair by pair.
"""

import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Time both on the same files."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as folder:
        names = _files(Path(folder), count)
        schema = Path(folder) / "agenda.schema.json"
        schema.write_bytes(subprocess.check_output([sys.executable, "-m", "cjpeace", "schema"]))
        ours = [sys.executable, "-m", "cjpeace", "validate", *names]
        theirs = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *names]
        size = sum(os.path.getsize(name) for name in names) / 1e6
        print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
        print(f"check-jsonschema {version('check-jsonschema')}")
        print(f"{count} files of {size:.0f} MB in one call, {runs} pairs of runs")
        pairs = [(_time(ours), _time(theirs)) for _ in range(runs)]
    sides = zip(*pairs, strict=True)
    for name, side in zip(("cjpeace validate", "check-jsonschema"), sides, strict=True):
        took = median(side)
        print(f"{name:<18}{took:8.2f} s{took / count * 1000:9.2f} ms a file")
    print(f"{median(two / one for one, two in pairs):.0f} times as quick")


def _files(folder: Path, count: int) -> list[str]:
    bundled = (ROOT / "data" / "agenda.yaml").read_text("utf-8")
    every_key = (ROOT / "tests" / "reading" / "every_key.yaml").read_text("utf-8")
    names = []
    for number in range(count):
        name = folder / f"agenda-{number}.yaml"
        name.write_text((bundled, every_key)[number % 2], "utf-8")
        names.append(str(name))
    return names


def _time(command: list[str]) -> float:
    begin = perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    took = perf_counter() - begin
    if done.returncode:
        raise SystemExit(done.stdout.decode()[-2000:] + done.stderr.decode()[-2000:])
    return took


if __name__ == "__main__":
    main()
