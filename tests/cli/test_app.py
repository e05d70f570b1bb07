"""What is said of a command line that is wrong, and of help that cannot be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.program import Ran, run

HINT = "Usage: cjpeace [OPTIONS] COMMAND [ARGS]...\nTry 'cjpeace -h' for help.\n\nError: "


def test_a_command_misspelt_names_the_nearest(tmp_path: Path) -> None:
    told = HINT + 'unknown command "chek"; "check" is a command here\n'
    assert run("chek", cwd=tmp_path) == Ran("", told, 2)


@pytest.mark.parametrize(
    "words",
    [
        ["\u202e\x9b"],
        ["check", "--\u202e\x9b"],
        ["check", "\u202e\x9b"],
        ["show", "-f", "\u202e\x9b"],
    ],
    ids=["command", "option", "argument", "value"],
)
def test_wrong_words_are_told_without_what_a_terminal_obeys(
    words: list[str], tmp_path: Path
) -> None:
    ran = run(*words, cwd=tmp_path)
    assert (ran.exit, ran.stdout) == (2, "")
    assert "\\u202e\\x9b" in ran.stderr
    assert not {"\u202e", "\x9b"} & set(ran.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_on_a_full_disk_is_told(words: list[str], tmp_path: Path) -> None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("CJPEACE")}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cjpeace", *words],
            cwd=tmp_path,
            env=clean,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    told = b"cjpeace: cannot write the answer: no space left on device\n"
    assert (done.returncode, done.stderr) == (2, told)
