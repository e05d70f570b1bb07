"""What libraries that read calendars make of ours: all of it, and as it was meant.

`everything.expected` holds what was meant: UID, status, start, end (times in UTC) and title.
"""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.interop.consumers import CONSUMERS, Row
from tests.interop.lint import events, faults
from tests.program import ROOT, run

HERE = Path(__file__).parent
EVERYTHING = str(HERE / "everything.yaml")


def _export(folder: Path, *words: str) -> Path:
    ran = run("export", "--as-of", "2026-11-24", *words, "-o", "feed.ics", cwd=folder)
    assert ran.exit == 0, ran.stderr
    return folder / "feed.ics"


def _rows(name: str, file: Path) -> list[Row]:
    """What a consumer reads; it must not look at the day or the zone of this machine."""
    if find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    command = [sys.executable, str(HERE / "consumers.py"), name, str(file)]
    environment = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONWARNINGS": ""}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return [(row[0], row[1], row[2], row[3], row[4]) for row in json.loads(done.stdout)]


def _meant() -> list[Row]:
    lines = (HERE / "everything.expected").read_text("utf-8").splitlines()
    rows = [line.split(maxsplit=4) for line in lines]
    return sorted((f"{row[0]}@everything", row[4], row[1], row[2], row[3]) for row in rows)


@pytest.mark.parametrize("utc", [(), ("--utc",)], ids=["zones", "utc"])
@pytest.mark.parametrize("name", CONSUMERS)
def test_a_consumer_reads_everything_as_it_was_meant(
    tmp_path: Path, name: str, utc: tuple[str, ...]
) -> None:
    assert _rows(name, _export(tmp_path, "-a", EVERYTHING, "--all", *utc)) == _meant()


@pytest.mark.parametrize("name", CONSUMERS)
def test_a_consumer_loses_nothing_of_the_bundled_agenda(tmp_path: Path, name: str) -> None:
    file = _export(tmp_path, "-a", "bundled", "--all")
    read = {(uid, title) for uid, title, *_ in _rows(name, file)}
    assert read == {(e["UID"], e["SUMMARY"]) for e in events(file.read_bytes())}
    assert len(read) > 300


@pytest.mark.parametrize("name", CONSUMERS)
def test_a_consumer_accepts_an_empty_calendar(tmp_path: Path, name: str) -> None:
    assert _rows(name, _export(tmp_path, "-a", EVERYTHING, "--until", "1990")) == []


def test_what_was_meant_is_what_stands_in_the_file(tmp_path: Path) -> None:
    content = _export(tmp_path, "-a", EVERYTHING, "--all").read_bytes()
    assert not faults(content)
    meant = sorted((row[0], row[1], row[2]) for row in _meant())
    assert sorted((e["UID"], e["SUMMARY"], e["STATUS"]) for e in events(content)) == meant


def test_everything_has_every_status_and_every_shape(tmp_path: Path) -> None:
    found = events(_export(tmp_path, "-a", EVERYTHING, "--all").read_bytes())
    assert {event["X-CJPEACE-STATUS"] for event in found} == {
        *("held", "confirmed", "tentative", "unreported", "postponed", "cancelled"),
        *("projected", "due", "late", "overdue", "missed", "unknown"),
    }
    assert {len(event.get("X-CJPEACE-WINDOW", "")) for event in found} >= {0, 4, 7}
    assert str(ROOT) not in str(found)
