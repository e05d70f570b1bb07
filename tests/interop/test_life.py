"""One slot from projected to held, in calendars that keep what they are given.

A client that is given the next version of an entry must replace the one it has, not add another.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from tests.interop.lint import events, faults
from tests.program import run

HEAD = """\
id: life
title: A life
adopted: 2020-01-01
parties: {japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo}}
mechanisms:
  talks:
    title: Talks
    cadence: {every: year, when: May to August, since: 2027, until: 2027}
"""
TIMED = 'at: "09:00", lasts: 2 hours, host: japan'

LIFE = [
    ("2026-11-24", "", "[date to be set: May-Aug 2027] Talks"),
    ("2027-05-02", "", "[date to be set: May-Aug 2027] Talks"),
    ("2027-05-03", "{tentative: 2027-07}", "[date to be set: Jul 2027] Talks"),
    ("2027-05-03", "{tentative: 2027-07-07}", "[tentative] Talks"),
    ("2027-05-04", f"{{confirmed: 2027-07-07, {TIMED}}}", "Talks"),
    ("2027-05-05", f"{{planned: 2027-07-07, confirmed: 2027-08-08, {TIMED}}}", "Talks"),
    ("2027-08-09", f"{{planned: 2027-07-07, held: 2027-08-08, {TIMED}}}", "Talks"),
    (
        "2027-08-10",
        "{planned: 2027-07-07, cancelled: 2027-08-08, reason: rain, updated: 2027-08-10}",
        "[cancelled] Talks",
    ),
]
"""The day, what is on record of the session then, and the title that a calendar shows."""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The exported file of each stage."""
    folder = tmp_path_factory.mktemp("life")
    for n, (day, session, _) in enumerate(LIFE):
        sessions = f"    sessions: [{session}]\n" if session else ""
        (folder / "agenda.yaml").write_text(HEAD + sessions)
        ran = run("export", "--as-of", day, "-o", f"{n}.ics", cwd=folder)
        assert ran.exit == 0, ran.stderr
    return [folder / f"{n}.ics" for n in range(len(LIFE))]


def test_each_version_has_the_same_uid_and_a_higher_sequence(versions: list[Path]) -> None:
    contents = [version.read_bytes() for version in versions]
    assert not any(faults(content) for content in contents)
    found = [event for content in contents for event in events(content)]
    assert [event["SUMMARY"] for event in found] == [title for _, _, title in LIFE]
    assert {event["UID"] for event in found} == {"talks-2027-05-01@life"}
    sequences = [int(event["SEQUENCE"]) for event in found]
    assert all(before < after for before, after in pairwise(sequences))


def test_khal_replaces_each_version_by_the_next(versions: list[Path], tmp_path: Path) -> None:
    if find_spec("khal") is None:
        pytest.skip("khal is not installed")
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(
        f"[calendars]\n[[life]]\npath = {tmp_path}/calendar\n[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    for version, (_, _, title) in list(zip(versions, LIFE, strict=True))[1::2]:
        _khal(tmp_path, "import", "--batch", "-a", "life", str(version))
        listed = _khal(
            tmp_path, "list", "--once", "--format", "{uid} {title}", "--day-format", "",
            "2027-01-01", "2028-01-01",
        )  # fmt: skip
        assert listed.splitlines() == [f"talks-2027-05-01@life {title}"]
        assert len(list((tmp_path / "calendar").glob("*.ics"))) == 1


def _khal(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "khal", "-c", str(folder / "config"), *words],
        capture_output=True,
        check=False,
        env={**os.environ, "HOME": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[int]:
    """The port of a CalDAV server on this machine, which is stopped afterwards."""
    if find_spec("radicale") is None:
        pytest.skip("radicale is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    (tmp_path / "config").write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n"
        f"[storage]\nfilesystem_folder = {tmp_path}/collections\n[rights]\ntype = authenticated\n"
    )
    command = [sys.executable, "-m", "radicale", "--config", str(tmp_path / "config")]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        assert server.poll() is None, "radicale did not start"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("radicale does not answer")


def test_a_caldav_server_replaces_each_version_by_the_next(
    versions: list[Path], radicale: int
) -> None:
    assert _ask(radicale, "MKCALENDAR", "/life/talks/")[0] == 201
    for version, (_, _, title) in zip(versions, LIFE, strict=True):
        content = version.read_bytes()
        assert _ask(radicale, "PUT", "/life/talks/talks.ics", content)[0] in (201, 204)
        (kept,) = events(_ask(radicale, "GET", "/life/talks/")[1])
        (sent,) = events(content)
        assert (kept["SUMMARY"], kept["SEQUENCE"]) == (title, sent["SEQUENCE"])
        refused, _ = _ask(radicale, "PUT", "/life/talks/another.ics", content)
        assert refused == 409, "the server knows the entry by its UID"


def test_a_caldav_server_takes_a_whole_calendar_and_keeps_all_of_it(
    radicale: int, tmp_path: Path
) -> None:
    run("export", "-a", "bundled", "--as-of", "2026-11-24", "-o", "feed.ics", cwd=tmp_path)
    content = (tmp_path / "feed.ics").read_bytes()
    assert _ask(radicale, "PUT", "/life/whole/", content)[0] == 201
    kept = {e["UID"]: e["SUMMARY"] for e in events(_ask(radicale, "GET", "/life/whole/")[1])}
    assert kept == {e["UID"]: e["SUMMARY"] for e in events(content)}


def _ask(port: int, method: str, path: str, content: bytes | None = None) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    basic = "Basic bGlmZTpsaWZl"  # life:life
    headers = {"Authorization": basic, "Content-Type": "text/calendar; charset=utf-8"}
    connection.request(method, path, content, headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body
