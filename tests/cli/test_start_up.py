"""What a command imports, and that it prints the same bytes anywhere."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.program import run

HEAVY = ("rich", "icalendar", "holidays", "dateutil.parser", "dateutil.rrule", "yaml")
PROGRAM = """
import sys
from cjpeace.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
QUESTIONS = (
    ("next",),
    ("next", "--format", "json"),
    ("timeline", "--format", "csv"),
    ("check", "--format", "json"),
    ("why", "symposium"),
    ("timeline",),
)


def test_next_piped_imports_nothing_heavy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM.format(heavy=HEAVY)]
    words = ["next", "-a", "bundled", "--as-of", "2026-11-24"]
    done = subprocess.run(
        [*command, *words], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
    assert "symposium/2026" in done.stdout


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_the_same_question_prints_the_same_bytes_anywhere(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    question = (*words, "-a", "bundled", "--as-of", "2026-11-24")
    places = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "0", "TZ": "America/Vancouver", "LANG": "ja_JP.UTF-8"},
    )
    printed = {run(*question, cwd=tmp_path, env=env).stdout for env in places}
    assert len(printed) == 1
    assert len(printed.pop()) > 100


def test_the_day_is_today_unless_it_is_given(tmp_path: Path) -> None:
    before = date.today()  # noqa: DTZ011, TID251 - what the program is to take by itself
    ran = run("next", "-a", "bundled", "--format", "json", cwd=tmp_path)
    after = date.today()  # noqa: DTZ011, TID251 - likewise
    assert before <= date.fromisoformat(json.loads(ran.stdout)["as_of"]) <= after


def test_the_agenda_is_found_by_variable_then_here_then_in_data(tmp_path: Path) -> None:
    def titled(title: str) -> str:
        return f"title: {title}\nadopted: 2020\nmechanisms: {{m: {{title: {title}, cadence: {{every: year}}}}}}\n"

    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "agenda.yaml").write_text(titled("Third"))
    assert " Third" in run("next", cwd=tmp_path).stdout
    (tmp_path / "agenda.yaml").write_text(titled("Second"))
    assert " Second" in run("next", cwd=tmp_path).stdout
    (tmp_path / "named.yaml").write_text(titled("First"))
    env = {"CJPEACE_AGENDA": "named.yaml"}
    assert " First" in run("next", cwd=tmp_path, env=env).stdout
    assert " Third" in run("next", "-a", "data/agenda.yaml", cwd=tmp_path, env=env).stdout


def test_commands_that_only_read_fall_back_to_the_bundled_agenda_and_say_so(tmp_path: Path) -> None:
    ran = run("next", cwd=tmp_path)
    assert (ran.exit, "symposium/" in ran.stdout) == (0, True)
    assert ran.stderr.startswith(
        "cjpeace: no agenda here, so this is the bundled one: Canada-Japan"
    )


def test_check_without_an_agenda_names_the_option(tmp_path: Path) -> None:
    ran = run("check", cwd=tmp_path)
    assert (ran.stdout, ran.exit) == ("", 2)
    assert ran.stderr == (
        "cjpeace: no agenda here: name one with -a (`-a bundled` works), or make one with "
        "`cjpeace init`\n"
    )


def test_the_version_is_printed(tmp_path: Path) -> None:
    ran = run("--version", cwd=tmp_path)
    assert ran.stdout.startswith("cjpeace 0.1.0")


@pytest.mark.parametrize("command", ["next", "check", "timeline", "why"])
def test_every_command_has_help(command: str, tmp_path: Path) -> None:
    ran = run(command, "--help", cwd=tmp_path)
    assert ran.exit == 0
    assert "--as-of" in ran.stdout
