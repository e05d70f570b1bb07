"""`cjpeace validate`: the form of files, many in one call."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.program import Ran, run

VALID = "title: Valid\nmechanisms:\n  talks: {title: Talks, cadence: {every: year, since: 2001}}\n"
ONE_MISTAKE = "title: Valid\nmechanisms:\n  talks: {titel: Talks}\n"
TOLD = """\
{}:3:11: error: unknown key "titel" in a mechanism
3 |   talks: {{titel: Talks}}
  |           ^^^^^
   help: did you mean "title"?

"""


def given(folder: Path, **texts: str) -> list[str]:
    names = [f"{name}.yaml" for name in texts]
    for name, text in zip(names, texts.values(), strict=True):
        (folder / name).write_text(text, "utf-8")
    return names


def told_of(text: str, folder: Path, *words: str) -> Ran:
    """What is said of a text on stdin."""
    done = subprocess.run(
        [sys.executable, "-m", "cjpeace", "validate", *words, "-"],
        cwd=folder,
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)


def test_valid_files_are_passed_over_in_silence(tmp_path: Path) -> None:
    names = given(tmp_path, one=VALID, two=VALID)
    assert run("validate", *names, cwd=tmp_path) == Ran("", "", 0)


def test_on_a_terminal_valid_files_are_counted(tmp_path: Path) -> None:
    names = given(tmp_path, one=VALID, two=VALID)
    assert run("validate", *names, cwd=tmp_path, columns=80).stdout == "2 agendas are valid\n"
    assert run("validate", names[0], cwd=tmp_path, columns=80).stdout == "one.yaml is valid\n"


def test_a_mistake_is_told_at_its_place(tmp_path: Path) -> None:
    names = given(tmp_path, bad=ONE_MISTAKE)
    assert run("validate", *names, cwd=tmp_path) == Ran("", TOLD.format("bad.yaml"), 2)


def test_of_many_files_those_with_mistakes_are_told_and_counted(tmp_path: Path) -> None:
    texts = {f"a{number}": VALID for number in range(38)}
    names = given(tmp_path, **texts, b1=ONE_MISTAKE, b2=ONE_MISTAKE)
    ran = run("validate", *names, cwd=tmp_path)
    said = TOLD.format("b1.yaml") + TOLD.format("b2.yaml")
    assert ran == Ran("", f"{said}2 of 40 agendas are invalid: 2 mistakes\n", 2)


def test_the_form_of_a_file_depends_on_no_day_and_no_finding(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(VALID, "utf-8")
    assert run("check", "--as-of", "2026-11-24", cwd=tmp_path).exit == 1
    assert run("validate", cwd=tmp_path) == Ran("", "", 0)


def test_without_a_file_it_is_the_agenda_here(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(ONE_MISTAKE, "utf-8")
    ran = run("validate", cwd=tmp_path)
    assert ran == Ran("", TOLD.format("agenda.yaml"), 2)
    other = run("validate", cwd=tmp_path, env={"CJPEACE_AGENDA": "bundled"})
    assert other == Ran("", "", 0)


def test_without_any_agenda_it_cannot_run(tmp_path: Path) -> None:
    ran = run("validate", cwd=tmp_path)
    assert ran.exit == 2
    assert ran.stderr.startswith("cjpeace: no agenda here: name one with -a")


def test_stdin_is_a_file_with_a_name(tmp_path: Path) -> None:
    assert told_of(VALID, tmp_path) == Ran("", "", 0)
    assert told_of(ONE_MISTAKE, tmp_path) == Ran("", TOLD.format("stdin"), 2)
    named = told_of(ONE_MISTAKE, tmp_path, "--stdin-name", "data/agenda.yaml")
    assert named.stderr == TOLD.format("data/agenda.yaml")


def test_stdin_may_be_too_long(tmp_path: Path) -> None:
    ran = told_of("#" * 32_000_001, tmp_path)
    said = "stdin: error: the text is too large: 32 MB are the most\n"
    assert ran == Ran("", f"{said}   help: split it into several agendas\n\n", 2)


def test_the_files_of_a_folder_are_used_together_and_others_alone(tmp_path: Path) -> None:
    names = given(tmp_path, one=VALID, two=VALID)
    assert run("validate", *names, cwd=tmp_path).exit == 0
    ran = run("validate", ".", cwd=tmp_path)
    assert ran.exit == 2
    assert './two.yaml:1:8: error: the id "valid" is already that of ./one.yaml' in ran.stderr


def test_a_file_that_is_named_twice_is_looked_at_once(tmp_path: Path) -> None:
    names = given(tmp_path, bad=ONE_MISTAKE)
    ran = run("validate", *names, *names, "-a", *names, cwd=tmp_path)
    assert ran.stderr == TOLD.format("bad.yaml")


@pytest.mark.parametrize("name", ["missing.yaml", "a\nb", "日本.yaml", ""])
def test_what_cannot_be_read_is_an_error(name: str, tmp_path: Path) -> None:
    ran = run("validate", name, cwd=tmp_path)
    assert ran.exit == 2
    assert "cannot be read: no such file or directory" in ran.stderr


def test_as_json_it_counts_and_lists(tmp_path: Path) -> None:
    names = given(tmp_path, bad=ONE_MISTAKE, good=VALID)
    ran = run("validate", *names, "missing.yaml", "--format", "json", cwd=tmp_path)
    assert (ran.exit, ran.stderr) == (2, "")
    assert json.loads(ran.stdout) == {
        "schema": 1,
        "files": 3,
        "valid": 1,
        "diagnostics": [
            {
                "file": "bad.yaml",
                "line": 3,
                "column": 11,
                "message": 'unknown key "titel" in a mechanism',
                "help": 'did you mean "title"?',
            },
            {
                "file": "missing.yaml",
                "line": None,
                "column": None,
                "message": "cannot be read: no such file or directory",
                "help": None,
            },
        ],
    }


def test_for_github_it_annotates(tmp_path: Path) -> None:
    names = given(tmp_path, bad=ONE_MISTAKE, good=VALID)
    ran = run("validate", *names, "--format", "github", cwd=tmp_path)
    said = 'unknown key "titel" in a mechanism%0Ahelp: did you mean "title"?'
    where = "file=bad.yaml,line=3,col=11,endColumn=15,title=invalid agenda"
    assert ran == Ran(f"::error {where}::{said}\n", "", 2)


def test_many_bytes_are_read_in_several_processes_in_the_same_order(tmp_path: Path) -> None:
    note = f"# {'x' * 98}\n" * 15_000
    texts = {f"a{number}": (VALID, ONE_MISTAKE)[number % 2] + note for number in range(6)}
    names = given(tmp_path, **texts)
    ran = run("validate", *names, cwd=tmp_path)
    said = "".join(TOLD.format(name) for name in names[1::2])
    assert ran == Ran("", f"{said}3 of 6 agendas are invalid: 3 mistakes\n", 2)


IMPORTED = """
import sys
from cjpeace.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, [name for name in ("yaml", "rich") if name in sys.modules])
"""


def test_valid_files_need_neither_the_slow_parser_nor_colour(tmp_path: Path) -> None:
    names = given(tmp_path, one=VALID, two=VALID)
    command = [sys.executable, "-c", IMPORTED, "validate", *names]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "0 []\n"
