"""What must be so whatever the bytes of a file are: they are read or told, and can be asked about.

`ask_everything` asks as a user does, by commands, in this process. It raises AssertionError where
the answer is not as it must be, and lets any other exception through.
"""

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import gettempdir
from typing import Any
from unicodedata import category
from zlib import crc32

import typer

from cjpeace.core.agenda import Agenda
from cjpeace.reading.agenda_file import ReadFile, read_bytes
from cjpeace.writing.findings.diagnostic_text import diagnostic_lines
from cjpeace.writing.layout.styled import plain

DAY = "2026-11-24"
FILE = Path(gettempdir()) / f"cjpeace-fuzz-{os.getpid()}.yaml"
"""Where the file lies that is asked about."""

OF_ALL = (
    "next",
    "next 5 --all --format markdown",
    "next --format csv",
    "check",
    "check --strict --format json",
    "check --format github",
    "timeline",
    "timeline --from 2020 --until 2030 --format json",
    "list",
    "list --format json",
    "list --format csv",
    "pace",
    "pace --format json",
    "check --format junit",
    "export --from 2020",
)
OF_ONE = ("why", "show", "show --format markdown", "why --format json", "propose")


def ask_everything(content: bytes, most: int = 100) -> ReadFile:
    """Read the bytes of a file, and ask of it so much of what the program can be asked."""
    file = read_bytes("agenda.yaml", content)
    assert (file.agenda is None) == bool(file.diagnostics), "neither an agenda nor a diagnostic"
    _examine_diagnostics(file, content)
    if file.agenda is not None:
        FILE.write_bytes(content)
        questions = list(_questions(file.agenda))
        for words in Random(crc32(content)).sample(questions, min(most, len(questions))):
            code, stdout, stderr = ask(words)
            refused = code == 2 and words[0] == "propose" and stderr.startswith("cjpeace: ")
            assert code in (0, 1) or refused, f"{words}: exit {code}: {stderr}"
            _examine(words, stdout + stderr)
    return file


def _questions(agenda: Agenda) -> Iterator[list[str]]:
    ids = [*agenda.mechanisms, *agenda.events]
    named = [f"{words} {id_}" for words in OF_ONE for id_ in (*ids[:1], *ids[-1:])]
    of_all = [words for words in OF_ALL if not (words.startswith("export") and _endless(agenda))]
    for words in (*of_all, *named):
        yield [*words.split(), "--as-of", DAY, "-a", str(FILE)]


def _endless(agenda: Agenda) -> bool:
    """Whether the whole of the past has hundreds of thousands of slots."""
    eras = [era for mechanism in agenda.mechanisms.values() for era in mechanism.cadence]
    return any(
        e.anchor < date(1900, 1, 1) and e.every.months * 28 + e.every.days < 90 for e in eras
    )


def _examine_diagnostics(file: ReadFile, content: bytes) -> None:
    lines = re.split(r"\r\n|\n|\r", content.decode("utf-8-sig", "backslashreplace"))
    for diagnostic in file.diagnostics:
        place = diagnostic.place
        assert diagnostic.message.strip(), "a diagnostic without words"
        assert 0 <= place.line <= len(lines), f"line {place.line} of {len(lines)}"
        if place.line:
            longest = len(lines[place.line - 1]) + 1
            assert 1 <= place.column <= longest, f"column {place.column} of {longest}"
            assert 0 <= place.width <= longest, f"width {place.width}"
        _examine(["reading"], "\n".join(map(plain, diagnostic_lines(diagnostic))))


def _examine(words: list[str], text: str) -> None:
    text = text.replace("\r\n", "\n")  # as CSV and iCalendar end their lines
    for character in set(text) - {"\n"}:
        sort = category(character)
        if words[0] == "export" and (sort in ("Cf", "Co", "Cn") or character == "\t"):
            continue  # part of a text that a calendar holds; a terminal gets them written out
        if not character.isprintable() and sort != "Zs":
            at = text.index(character)
            message = f"{words[:3]}: {character!r} in {text[max(0, at - 30) : at + 30]!r}"
            raise AssertionError(message)


def ask(words: list[str]) -> tuple[int, str, str]:
    """Run a command in this process: its exit code, and what it wrote to stdout and stderr."""
    with _captured() as (stdout, stderr):
        try:
            code = _command(words[0]).main(words[1:], standalone_mode=False) or 0
        except SystemExit as end:
            code = end.code
        except typer.Exit as end:
            code = end.exit_code
    return int(code or 0), *(stream.buffer.getvalue().decode() for stream in (stdout, stderr))  # type: ignore[attr-defined]


@cache
def _command(name: str) -> Any:
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(import_module(f"cjpeace.cli.commands.{name}").command)
    return typer.main.get_command(alone)


@contextmanager
def _captured() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    before = sys.stdout, sys.stderr
    streams = (
        io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True),
        io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True),
    )
    sys.stdout, sys.stderr = streams
    try:
        yield streams
    finally:
        sys.stdout, sys.stderr = before
