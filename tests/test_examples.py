"""Whole-program cases: each folder of tests/examples holds agendas, runs, and what they print.

A file `NAME.run` holds the words after `cjpeace`, one run a file; words that begin with a capital
and an equals sign, such as `COLUMNS=80`, put it on a terminal or set a variable. What it prints
stands in `NAME.out` and `NAME.err`, and how it ends in the name of neither: exit codes other than
0 are the last line of `NAME.run`, as `exit 2`.

To write what the program prints now into these files: `CJPEACE_WRITE_EXAMPLES=1 pytest ...`, and
then read the difference.
"""

import os
import shlex
from pathlib import Path

import pytest
from tests.program import Ran, run

EXAMPLES = Path(__file__).parent / "examples"
RUNS = sorted(EXAMPLES.glob("*/*.run"))


@pytest.mark.parametrize("path", RUNS, ids=[f"{r.parent.name}/{r.stem}" for r in RUNS])
def test_an_example_prints_what_it_printed(path: Path) -> None:
    words, exit_code = _read(path)
    settings = dict(word.split("=", 1) for word in words if word[:1].isupper() and "=" in word)
    columns = settings.pop("COLUMNS", None)
    ran = run(
        *(word for word in words if not (word[:1].isupper() and "=" in word)),
        cwd=path.parent,
        columns=int(columns) if columns else None,
        env=settings,
    )
    if "CJPEACE_WRITE_EXAMPLES" in os.environ:
        _write(path, ran)
    assert ran.stderr == _kept(path.with_suffix(".err"))
    assert ran.stdout == _kept(path.with_suffix(".out"))
    assert ran.exit == exit_code


def test_there_are_examples() -> None:
    assert len(RUNS) > 10


def _read(path: Path) -> tuple[list[str], int]:
    words = shlex.split(path.read_text("utf-8"), comments=True)
    if len(words) > 1 and words[-2] == "exit":
        return words[:-2], int(words[-1])
    return words, 0


def _kept(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def _write(path: Path, ran: Ran) -> None:
    for suffix, text in ((".out", ran.stdout), (".err", ran.stderr)):
        kept = path.with_suffix(suffix)
        if text:
            kept.write_bytes(text.encode("utf-8"))
        else:
            kept.unlink(missing_ok=True)
