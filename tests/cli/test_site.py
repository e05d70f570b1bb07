import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.program import run

from cjpeace.cli.site_folder import MARKER, RefusedError, place

AS_OF = ("--as-of", "2026-11-24")
AGENDA = """\
id: small
title: Small
adopted: 2020-01-01
parties: {japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo}}
mechanisms:
  talks: {title: Talks, cadence: {every: year, since: 2024}, sessions: [{held: 2024-05-05}]}
events:
  summit: {title: Summit, held: 2023-03}
"""
FILES = {
    *("index.html", "calendar.ics", "agenda.json", "style.css", "filters.css", "site.js"),
    *("icon.svg", "mechanisms/talks.html", "mechanisms/talks.ics", "events/summit.html"),
    *("events/summit.ics", MARKER),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agenda.yaml").write_text(AGENDA)
    return tmp_path


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_site_is_written_to_a_new_folder_and_told_of_on_stderr(folder: Path) -> None:
    ran = run("site", "public/site", *AS_OF, cwd=folder)
    assert (ran.stdout, ran.exit) == ("", 0)
    assert ran.stderr == "cjpeace: 11 files in public/site, 11 changed\n"
    assert _files(folder / "public/site").keys() == FILES


def test_the_same_agenda_makes_the_same_bytes_anywhere(folder: Path) -> None:
    places = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    made = []
    for number, env in enumerate(places):
        ran = run("site", str(number), "-a", "bundled", *AS_OF, cwd=folder, env=env)
        assert ran.exit == 0, ran.stderr
        made.append(_files(folder / str(number)))
    assert made[0] == made[1]
    assert len(made[0]) > 50


def test_what_has_not_changed_is_not_written_again(folder: Path) -> None:
    run("site", "public", *AS_OF, cwd=folder)
    before = (folder / "public/calendar.ics").stat().st_mtime_ns
    again = run("site", "public", *AS_OF, cwd=folder)
    assert again.stderr == "cjpeace: 11 files in public, unchanged\n"
    later = run("site", "public", "--as-of", "2026-11-25", cwd=folder)
    assert re.fullmatch(r"cjpeace: 11 files in public, [1-9] changed\n", later.stderr)
    assert (folder / "public/calendar.ics").stat().st_mtime_ns == before


def test_the_calendar_is_the_export(folder: Path) -> None:
    run("site", "public", *AS_OF, "--base-url", "https://example.org/small", cwd=folder)
    words = ("export", "--url", "https://example.org/small/calendar.ics")
    exported = run(*words, *AS_OF, cwd=folder)
    assert (folder / "public/calendar.ics").read_bytes() == exported.stdout.encode()
    assert "webcal://example.org/small/calendar.ics" in (folder / "public/index.html").read_text()


def test_files_of_an_earlier_site_are_removed_and_no_others(folder: Path) -> None:
    run("site", "public", *AS_OF, cwd=folder)
    (folder / "public/mechanisms/mine.txt").write_text("mine")
    (folder / "agenda.yaml").write_text(AGENDA.replace("talks:", "meetings:").split("events:")[0])
    ran = run("site", "public", *AS_OF, cwd=folder)
    assert ran.stderr.endswith(" changed, 4 removed\n")
    left = _files(folder / "public").keys()
    assert {"mechanisms/mine.txt", "mechanisms/meetings.html"} <= left
    assert "mechanisms/talks.html" not in left
    assert not (folder / "public/events").exists()


def test_a_folder_that_holds_anything_else_is_left_alone(folder: Path) -> None:
    (folder / "public").mkdir()
    (folder / "public/mine.txt").write_text("mine")
    ran = run("site", "public", *AS_OF, cwd=folder)
    assert (ran.stdout, ran.exit) == ("", 2)
    assert ran.stderr == (
        "cjpeace: public holds files that `cjpeace site` did not put there; name a new or empty "
        "folder, or empty this one\n"
    )
    assert _files(folder / "public") == {"mine.txt": b"mine"}


def test_hidden_files_do_not_make_a_folder_another_ones(folder: Path) -> None:
    (folder / "public/.git").mkdir(parents=True)
    (folder / "public/.git/HEAD").write_text("ref")
    assert run("site", "public", *AS_OF, cwd=folder).exit == 0
    assert (folder / "public/.git/HEAD").read_text() == "ref"


def test_a_file_that_is_in_the_way_is_left_alone(folder: Path) -> None:
    run("site", "public", *AS_OF, cwd=folder)
    before = _files(folder / "public")
    (folder / "public/mechanisms/others.html").write_text("mine")
    (folder / "agenda.yaml").write_text(AGENDA.replace("talks:", "others:"))
    ran = run("site", "public", *AS_OF, cwd=folder)
    assert ran.exit == 2
    assert ran.stderr == (
        "cjpeace: public/mechanisms/others.html is in the way: `cjpeace site` did not put it "
        "there; move it elsewhere\n"
    )
    assert _files(folder / "public") == {**before, "mechanisms/others.html": b"mine"}


def test_a_list_that_somebody_changed_leads_to_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (tmp_path / "kept.txt").write_text("kept")
    site = tmp_path / "site"
    place(str(site), {"index.html": b"1", "old.html": b"2"})
    (site / "linked").symlink_to(outside)
    paths = ("../kept.txt", str(tmp_path / "kept.txt"), "linked/kept.txt", "..", ".", "linked")
    with (site / MARKER).open("a") as stream:
        stream.writelines(f"{path}\n" for path in paths)
    assert place(str(site), {"index.html": b"1"}).removed == 1
    assert (outside / "kept.txt").read_text() == (tmp_path / "kept.txt").read_text() == "kept"
    assert sorted(os.listdir(site)) == [MARKER, "index.html", "linked"]


def test_a_site_that_was_cut_short_is_completed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with pytest.raises(OSError, match="too long"):  # it ends in the middle, as when it is killed
        place(str(site), {"a.html": b"1", "b" * 300: b"2"})
    assert (site / "a.html").read_bytes() == b"1"
    placed = place(str(site), {"a.html": b"1", "c.html": b"3"})
    assert (placed.changed, sorted(os.listdir(site))) == (1, [MARKER, "a.html", "c.html"])


def test_a_list_of_another_kind_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / MARKER).write_text("something else\n")
    with pytest.raises(RefusedError, match="is not a list of files that it wrote"):
        place(str(tmp_path), {"index.html": b"1"})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name the folder to write, or show the site with --serve"),
        (("",), "name the folder to write, or show the site with --serve"),
        (("public", "--base-url", "example.org"), '"example.org" is not the address of a folder'),
        (("public", "--base-url", "https://example.org/?a"), "is not the address of a folder"),
        (("public", "--base-url", "javascript:1"), "is not the address of a folder"),
        (("agenda.yaml",), "cjpeace: cannot write agenda.yaml: not a directory"),
        (("agenda.yaml/public",), "cjpeace: cannot write agenda.yaml/public: not a directory"),
        (("public", "-a", "none.yaml"), "cannot be read: no such file or directory"),
        (("public", "--port", "70000"), "70000"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], said: str, folder: Path) -> None:
    ran = run("site", *words, *AS_OF, cwd=folder)
    assert (ran.stdout, ran.exit) == ("", 2)
    assert said in " ".join(ran.stderr.split())
    assert not (folder / "public").exists()


def test_without_an_agenda_the_option_is_named(tmp_path: Path) -> None:
    ran = run("site", "public", cwd=tmp_path)
    assert (ran.exit, "name one with -a" in ran.stderr) == (2, True)


def test_nothing_is_written_when_one_of_several_agendas_is_invalid(folder: Path) -> None:
    words = ("site", "public", "-a", "agenda.yaml", "-a", "other.yaml", *AS_OF)
    (folder / "other.yaml").write_text("title: Other\n")
    assert run(*words, cwd=folder).exit == 0
    assert {"small/index.html", "other/index.html"} <= _files(folder / "public").keys()
    before = _files(folder / "public")
    (folder / "other.yaml").write_text("title: [\n")
    ran = run(*words, cwd=folder)
    assert (ran.exit, "other.yaml:" in ran.stderr) == (2, True)
    assert _files(folder / "public") == before


def test_other_commands_do_not_import_the_templates() -> None:
    program = (
        "import sys, cjpeace.cli.commands.export, cjpeace.cli.commands.show; "
        "sys.exit('jinja2' in sys.modules or 'http.server' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@contextmanager
def _served(folder: Path, *words: str) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """The program showing a site, and the port on which it does."""
    command = [sys.executable, "-W", "error", "-m", "cjpeace", "site", "--serve", "--port", "0"]
    with subprocess.Popen(
        [*command, *AS_OF, *words], cwd=folder, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        try:
            said = process.stderr.readline()
            shown = re.search(r"shown at http://127\.0\.0\.1:(\d+)/ until interrupted", said)
            assert shown, said
            yield process, int(shown[1])
        finally:
            process.kill()


def _got(
    port: int, path: str, host: str | None = None, method: str = "GET"
) -> tuple[int, str, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read().decode()
    finally:
        connection.close()


def _until(port: int, path: str, text: str) -> str:
    """A page as soon as it holds a text, within ten seconds."""
    for _ in range(100):
        content = _got(port, path)[2]
        if text in content:
            return content
        time.sleep(0.1)
    raise AssertionError(content)


def test_a_site_that_is_served_follows_the_agenda(folder: Path) -> None:
    with _served(folder) as (process, port):
        assert process.stderr is not None
        status, kind, front = _got(port, "/")
        assert (status, kind) == (200, "text/html; charset=utf-8")
        assert f"webcal://127.0.0.1:{port}/calendar.ics" in front
        assert _got(port, "/calendar.ics?now")[1] == "text/calendar; charset=utf-8"
        (folder / "agenda.yaml").write_text(AGENDA.replace("title: Talks", "title: Meetings"))
        _until(port, "/", "Meetings")
        assert process.stderr.readline() == "cjpeace: built anew\n"
        (folder / "agenda.yaml").write_text("title: [\n")
        assert "agenda.yaml:" in process.stderr.readline()
        assert "Meetings" in _got(port, "/mechanisms/talks.html")[2]
        (folder / "agenda.yaml").write_text(AGENDA.replace("title: Talks", "title: Rounds"))
        _until(port, "/", "Rounds")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert "Traceback" not in process.stderr.read()
    assert sorted(os.listdir(folder)) == ["agenda.yaml"]


def test_a_site_is_served_to_this_machine_by_its_own_name_only(folder: Path) -> None:
    with _served(folder) as (_, port):
        assert _got(port, "/", "evil.example")[0] == 403
        assert _got(port, "/", f"localhost:{port}")[0] == 200
        assert _got(port, "/", method="HEAD") == (200, "text/html; charset=utf-8", "")
        for path in ("/nothing", "/../agenda.yaml", "/%2e%2e/agenda.yaml", "/mechanisms"):
            assert _got(port, path)[0] == 404
        assert _got(port, "/", method="POST")[0] == 501


def test_a_folder_is_written_too_when_it_is_named(folder: Path) -> None:
    command = ("public", "--base-url", "https://example.org/")
    process = subprocess.Popen(
        [sys.executable, "-m", "cjpeace", "site", *command, "--serve", "--port", "0", *AS_OF],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stderr is not None
        assert process.stderr.readline() == "cjpeace: 11 files in public, 11 changed\n"
        assert "shown at" in process.stderr.readline()
        process.kill()
    assert "webcal://example.org/calendar.ics" in (folder / "public/index.html").read_text()


def test_a_port_that_is_taken_is_said(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("site", "--serve", "--port", str(port), cwd=folder)
    assert (ran.stdout, ran.exit) == ("", 2)
    assert ran.stderr == (
        f"cjpeace: cannot show it on 127.0.0.1:{port}: address already in use; "
        "name another --port\n"
    )
