"""`check` as CI runs it: what counts, what is printed where, and how it ends."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from junitparser import JUnitXml
from tests.program import Ran, run

HEAD = """title: {title}
adopted: 2000-01-01
parties:
  canada: {{name: Canada, timezone: America/Toronto}}
  japan: {{name: Japan, timezone: Asia/Tokyo}}
mechanisms:
"""
LAPSED = "  talks:\n    title: Talks\n    cadence: {every: year, since: 2020}\n"
KEPT = "  visits:\n    title: Visits\n    sessions:\n      - held: 2025-03-04\n"
UNDATED = (
    "  forum:\n    title: Forum\n    notice: 6 months\n    cadence: {every: year, since: 2026}\n"
)
DAY = ("--as-of", "2026-11-24")


def _agenda(folder: Path, name: str, *mechanisms: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(title=f"Agenda {name}") + "".join(mechanisms), "utf-8")
    return path


def _check(folder: Path, *words: str) -> Ran:
    return run("check", *words, *DAY, cwd=folder)


def test_an_error_ends_with_1_and_stands_at_its_line(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", KEPT, LAPSED)
    ran = _check(tmp_path)
    assert ran.exit == 1
    assert ran.stdout.startswith("agenda.yaml:11:3: overdue: no talks session on record so far")
    assert "11 |   talks:\n   |   ^^^^^" in ran.stdout


def test_a_clean_file_is_quiet(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", KEPT)
    assert _check(tmp_path) == Ran("", "", 0)


def test_a_terminal_is_told_that_nothing_was_found(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", KEPT)
    ran = run("check", *DAY, cwd=tmp_path, columns=80)
    assert ran == Ran("", "nothing to see to in the agenda on 24 Nov 2026\n", 0)


def test_warnings_count_when_the_check_is_strict(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", UNDATED)
    ran = _check(tmp_path)
    assert ": unscheduled: " in ran.stdout
    assert ran.exit == 0
    assert _check(tmp_path, "--strict").exit == 1


def test_findings_are_selected_and_ignored_by_code(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", LAPSED, UNDATED)
    assert _codes(_check(tmp_path)) == ["overdue", "unscheduled"]
    assert _codes(_check(tmp_path, "--select", "overdue")) == ["overdue"]
    assert _codes(_check(tmp_path, "--select", "overdue,stale")) == ["overdue"]
    ignoring = _check(tmp_path, "--ignore", "unscheduled", "--ignore", "overdue")
    assert (_codes(ignoring), ignoring.exit) == ([], 0)


def test_an_unknown_code_is_refused_with_the_nearest(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", LAPSED)
    ran = _check(tmp_path, "--select", "overdu")
    assert ran.exit == 2
    assert 'unknown finding "overdu"; "overdue" is a finding here' in ran.stderr


def test_40_agendas_of_which_one_is_broken_and_three_have_findings(tmp_path: Path) -> None:
    for number in range(40):
        lapsed = number in {3, 7, 38}
        _agenda(tmp_path, f"all/{number:02}.yaml", LAPSED if lapsed else KEPT)
    (tmp_path / "all" / "20.yaml").write_text("title: [", "utf-8")
    ran = _check(tmp_path, "-a", "all")
    assert ran.exit == 2
    assert "all/20.yaml:1:" in ran.stderr
    assert "1 error and" not in ran.stdout
    assert re.findall(r"^(\S+): 1 error$", ran.stdout, re.MULTILINE) == [
        "all/03.yaml",
        "all/07.yaml",
        "all/38.yaml",
    ]
    assert "3 errors in 3 of 39 agendas; 1 cannot be read" in ran.stderr


def test_agendas_without_findings_are_counted_once(tmp_path: Path) -> None:
    for name in ("all/a.yaml", "all/b.yaml"):
        _agenda(tmp_path, name, KEPT)
    assert _check(tmp_path, "-a", "all") == Ran("", "no findings in 2 agendas\n", 0)


def test_a_session_without_a_number_is_the_session(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", KEPT.replace("held", "tentative"))
    told = "the visits session was tentative for 4 Mar 2025, and no outcome is on record"
    assert f"agenda.yaml:10:9: unreported: {told}\n" in _check(tmp_path).stdout


def test_many_files_in_several_processes_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filler = f"note: {'x' * 700_000}\n"
    padded = KEPT.replace("    sessions", f"    {filler}    sessions")
    for number in range(4):
        _agenda(tmp_path, f"all/{number}.yaml", padded, LAPSED if number % 2 else "")
    broken = tmp_path / "all" / "4.yaml"
    broken.write_text(f"title: x\nmechanisms: 7\n# {filler}", "utf-8")
    twin = tmp_path / "all" / "5.yaml"
    twin.write_text((tmp_path / "all" / "1.yaml").read_text("utf-8"), "utf-8")
    together = _check(tmp_path, "-a", "all", "--format", "json")
    assert together.exit == 2
    assert 'the id "agenda-all-1-yaml" is already that of all/1.yaml' in together.stderr
    assert [f["file"] for f in json.loads(together.stdout)["findings"]] == [
        "all/1.yaml",
        "all/3.yaml",
    ]
    monkeypatch.setenv("PYTHONPATH", str(_one_processor(tmp_path)))
    assert _check(tmp_path, "-a", "all", "--format", "json") == together


def _one_processor(folder: Path) -> Path:
    """A folder from which Python starts up believing that the machine has one processor."""
    start = folder / "start"
    start.mkdir()
    (start / "sitecustomize.py").write_text("import os\nos.sched_getaffinity = lambda _: {0}\n")
    return start


def test_github_is_told_in_workflow_commands_of_typos_too(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", LAPSED, UNDATED)
    (tmp_path / "typo, 100%.yaml").write_text("titel: x\n", "utf-8")
    ran = _check(tmp_path, "-a", "agenda.yaml", "-a", "typo, 100%.yaml", "--format", "github")
    lines = ran.stdout.splitlines()
    assert lines[0].startswith(
        "::error file=agenda.yaml,line=7,col=3,endColumn=7,title=overdue::no talks session on "
        "record so far; due every year%0Aowed since 1 Jan 2021, 6 windows"
    )
    assert [line.split(" ")[0] for line in lines] == [
        "::error",
        "::warning",
        "::error",
    ]
    assert lines[2].startswith(
        "::error file=typo%2C 100%25.yaml,line=1,col=1,endColumn=5,title=invalid agenda::"
    )
    assert ran.exit == 2


def test_junit_is_accepted_by_a_reader_of_it(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", LAPSED, UNDATED)
    _agenda(tmp_path, "clean.yaml", KEPT)
    (tmp_path / "broken.yaml").write_text('title: "\\e]8;;<&"\nmechanism: 1\n', "utf-8")
    names = ("agenda.yaml", "clean.yaml", "broken.yaml")
    ran = _check(tmp_path, *(w for name in names for w in ("-a", name)), "--format", "junit")
    (tmp_path / "report.xml").write_text(ran.stdout, "utf-8")
    report = JUnitXml.fromfile(str(tmp_path / "report.xml"))
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in report] == [
        ("agenda.yaml", 2, 1, 0),
        ("clean.yaml", 1, 0, 0),
        ("broken.yaml", 1, 0, 1),
    ]
    failure = next(iter(next(iter(report)))).result[0]
    assert failure.type == "overdue"
    assert failure.text.startswith("agenda.yaml:7:3: overdue: no talks session on record so far")


def test_only_what_a_change_brings_counts(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", LAPSED)
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    moved = "# a line more\n" + _agenda(tmp_path, "agenda.yaml", LAPSED).read_text("utf-8")
    (tmp_path / "agenda.yaml").write_text(moved, "utf-8")
    ran = _check(tmp_path, "--new-since", "main")
    assert ran.exit == 0
    assert ran.stdout.startswith("agenda.yaml:8:3: overdue (known): ")
    (tmp_path / "agenda.yaml").write_text(moved + LAPSED.replace("talks", "calls"), "utf-8")
    ran = _check(tmp_path, "--new-since", "main", "--format", "json")
    found = json.loads(ran.stdout)["findings"]
    assert [(f["mechanism"], f["code"], f["new"]) for f in found] == [
        ("talks", "overdue", False),
        ("calls", "overdue", True),
    ]
    assert ran.exit == 1


def test_a_file_that_is_new_brings_all_its_findings(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", KEPT)
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    _agenda(tmp_path, "other.yaml", LAPSED)
    assert _check(tmp_path, "-a", "other.yaml", "--new-since", "HEAD").exit == 1


def test_a_revision_that_is_not_there_is_said(tmp_path: Path) -> None:
    _agenda(tmp_path, "agenda.yaml", LAPSED)
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    ran = _check(tmp_path, "--new-since", "release-7")
    assert (ran.stdout, ran.exit) == ("", 2)
    assert "release-7" in ran.stderr


def test_a_clash_between_two_files_stands_in_the_later_one(tmp_path: Path) -> None:
    planned = "  {0}:\n    title: {0}\n    sessions:\n      - {{confirmed: {1}, place: {2}}}\n"
    _agenda(tmp_path, "a.yaml", planned.format("one", "2027-03-02/2027-03-03", "Ottawa"))
    _agenda(tmp_path, "b.yaml", planned.format("two", "2027-03-03", "Tokyo"))
    ran = _check(tmp_path, "-a", "a.yaml", "-a", "b.yaml")
    assert ran.stdout.startswith("b.yaml:10:10: conflict: ")
    assert ran.exit == 0
    assert _check(tmp_path, "-a", "a.yaml", "-a", "b.yaml", "--strict").exit == 1
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    known = _check(tmp_path, "-a", "a.yaml", "-a", "b.yaml", "--strict", "--new-since", "main")
    assert known.exit == 0
    assert known.stdout.startswith("b.yaml:10:10: conflict (known): ")


def _codes(ran: Ran) -> list[str]:
    return re.findall(r"^\S+:\d+:\d+: ([a-z-]+): ", ran.stdout, re.MULTILINE)


def _commit(folder: Path) -> None:
    _git(folder, "add", "-A")
    _git(folder, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x")


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True)
