"""No text and no name of a file makes a terminal do anything: every command, every format."""

import os
import re
from pathlib import Path
from unicodedata import category

import pytest
from tests.program import Ran, run

from cjpeace.cli.app import COMMANDS

EVIL = (
    r"\e[31mRED\a\e]8;;http://evil.example\e\\LINK\e]0;TITLE\a\x9b2J\b\x7f\0"
    r"\u202eSDRAWKCAB\u2066\u200b\u2028\u2029\x85\ufeff\U000E0041\t"
)
"""Escapes of YAML for colour, bell, link, title, clearing, deleting, NUL, overrides, separators."""

SECTIONS = f"""\
title: "T {EVIL}"
id: evil
adopted: 1999-09-17
reviewed: 2020
parties:
  canada: {{name: "N {EVIL}", capital: "C {EVIL}", timezone: America/Toronto}}
  japan: {{name: "J {EVIL}", timezone: Asia/Tokyo}}
agreement:
  - section: "S {EVIL}"
    paragraphs: {{1: "P {EVIL}"}}
sources:
  "s {EVIL}": {{title: "D {EVIL}", url: "https://example.org/{EVIL}", language: "L {EVIL}"}}
"""
AGENDA = f"""{SECTIONS}\
mechanisms:
  talks:
    title: "M {EVIL}"
    paragraph: 1
    cadence: {{every: 2 years, since: 2001, note: "n {EVIL}", source: "s {EVIL}"}}
    hosts: [canada, japan]
    place: "R {EVIL}"
    note: "O {EVIL}"
    source: ["s {EVIL}", "https://example.org/b{EVIL}"]
    sessions:
      - {{number: 1, held: 2001, title: "H {EVIL}", host: canada, place: "Q {EVIL}", note: "W {EVIL}", source: "s {EVIL}"}}
      - {{tentative: 2026-12-01, place: "V {EVIL}", doubt: "U {EVIL}"}}
      - {{postponed: .., planned: 2024, reason: "Z {EVIL}"}}
      - {{confirmed: 2022-05, host: japan}}
  others: {{title: "A {EVIL}", convened_by: "B {EVIL}", cadence: {{every: year}}}}
events:
  summit: {{title: "E {EVIL}", cancelled: 2027-01, reason: "F {EVIL}", paragraph: 1}}
  workshop: {{title: "G {EVIL}", expected: 1999-09-17/.., follows: summit, note: "I {EVIL}"}}
commitments:
  mines: {{title: "K {EVIL}", paragraph: 1, carried_by: talks, note: "X {EVIL}", source: "s {EVIL}"}}
"""
NAME = "a\x1b[31m\u202e\n日本 b.yaml"
WITH_AS_OF = ("--as-of", "2026-11-24")
FORMATS = ("text", "json", "csv", "markdown")


def asked(command: str, *words: str) -> list[str]:
    return [command, *words, *WITH_AS_OF, "-a", NAME]


QUESTIONS: dict[str, list[list[str]]] = {
    "next": [asked("next", "--format", one) for one in FORMATS] + [asked("next", "9", "--all")],
    "check": [
        asked("check", "--strict", "--format", f) for f in ("text", "json", "github", "junit")
    ],
    "timeline": [asked("timeline", "--format", one) for one in FORMATS],
    "why": [
        asked("why", name, "--format", form)
        for name in ("talks", "summit", "workshop", "others", "talks/2001-01-01")
        for form in ("text", "json", "markdown")
    ],
    "list": [asked("list", "--format", one) for one in FORMATS],
    "show": [
        asked("show", name, "--format", form)
        for name in ("talks", "summit", "workshop", "others", "mines", "1")
        for form in FORMATS
    ],
    "pace": [asked("pace", "--format", one) for one in FORMATS],
    "diff": [
        ["diff", NAME, "other.yaml", *WITH_AS_OF, "--format", f]
        for f in ("text", "json", "markdown")
    ],
    "export": [asked("export", "--all")],
    "propose": [asked("propose", "talks", "--format", f) for f in ("text", "json", "markdown")],
    "record": [asked("record", "talks", "2026-12-02", "--confirmed", "--dry-run")],
    "validate": [
        ["validate", NAME, "wrong.yaml", "--format", f] for f in ("text", "json", "github")
    ],
    "explain": [["explain", "overdue"]],
    "schema": [["schema"]],
    "init": [["init", "--from-bundled", "-o", NAME]],
    "site": [["site", "folder", *WITH_AS_OF, "-a", NAME]],
}
WRONG = ("check", "next", "list", "validate")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    (made / NAME).write_text(AGENDA, "utf-8")
    (made / "other.yaml").write_text(
        AGENDA.replace("M ", "MM ").replace("2026-12-01", "2027"), "utf-8"
    )
    wrong = f'titel: x\n"k {EVIL}": 1\nid: "{EVIL}"\n' + AGENDA.replace("held:", f'"q {EVIL}":')
    (made / "wrong.yaml").write_text(wrong.replace("\nid: evil", "", 1), "utf-8")
    (made / "broken.yaml").write_bytes(b"title: \x1b[31m\xe9\n")
    return made


def harmful(text: str, allowed: str = "\n") -> set[str]:
    """The characters of an output that a terminal obeys or does not show."""
    return {
        one
        for one in set(text)
        if one not in allowed and not one.isprintable() and category(one) != "Zs"
    }


def examined(ran: Ran, *, allowed: str = "\n") -> None:
    assert "Traceback" not in ran.stderr
    assert "internal error" not in ran.stderr
    assert harmful(ran.stdout + ran.stderr, allowed) == set()


def test_every_command_is_asked() -> None:
    assert set(QUESTIONS) == set(COMMANDS)


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "export"])
def test_nothing_from_a_file_makes_a_pipe_carry_an_escape(command: str, folder: Path) -> None:
    for words in QUESTIONS[command]:
        ran = run(*words, cwd=folder)
        examined(ran, allowed="\n\r" if "csv" in words else "\n")
        assert ran.stdout or ran.stderr
        assert ran.exit in (0, 1, 2)


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in ("init", "site", "record")])
def test_nothing_from_a_file_reaches_a_terminal(command: str, folder: Path) -> None:
    for words in QUESTIONS[command]:
        examined(run(*words, cwd=folder, columns=80, env={"NO_COLOR": "1"}))


@pytest.mark.parametrize("command", ["next", "check", "timeline", "list", "show", "why"])
def test_a_terminal_in_colour_gets_colours_only(command: str, folder: Path) -> None:
    ran = run(*QUESTIONS[command][0], cwd=folder, columns=80)
    assert "\x1b[" in ran.stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", ran.stdout)
    assert harmful(plain) == set()
    assert "\x1b[31mRED" not in ran.stdout


@pytest.mark.parametrize("command", WRONG)
@pytest.mark.parametrize(
    "name", ["wrong.yaml", "broken.yaml", "no\x1b[2Jfile\n.yaml", "bad\udce9\x1b"]
)
def test_nothing_in_what_is_wrong_reaches_a_terminal(command: str, name: str, folder: Path) -> None:
    words = ["validate", name] if command == "validate" else [command, "-a", name]
    for columns in (None, 80):
        ran = run(*words, cwd=folder, columns=columns, env={"NO_COLOR": "1"})
        examined(ran)
        assert ran.exit == 2
        assert ": error: " in ran.stderr


def test_an_exported_calendar_has_no_control_character(folder: Path) -> None:
    for words in QUESTIONS["export"]:
        ran = run(*words, cwd=folder)
        assert {one for one in harmful(ran.stdout, "\r\n\t") if category(one) == "Cc"} == set()
        assert harmful(ran.stderr) == set()


def test_words_of_a_user_are_shown_harmless(folder: Path) -> None:
    evil = "x\x1b[31m\u202e\n"
    for words in (
        ["why", evil],
        ["show", evil],
        ["next", "-m", evil],
        ["next", "--host", evil],
        ["explain", evil],
        ["propose", evil],
        ["record", evil, "2026-12-02", "--held"],
        ["diff", evil, evil],
    ):
        named = [] if words[0] in ("explain", "diff") else ["-a", "other.yaml"]
        ran = run(*words, *named, cwd=folder)
        examined(ran)
        assert ran.exit == 2


NAMES = {
    "a space and a line break": "my agenda\nof 1999.yaml",
    "Japanese": "日加 議題.yaml",
    "bytes that are no text": "bad\udce9name.yaml",
    "an option": "-a.yaml",
    "quotes": 'it\'s "so".yaml',
    "a percent sign": "100%d%s{}.yaml",
    "brackets": "[bold]x[bold].yaml",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_read_by_every_command(name: str, tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/" + os.fsencode(NAMES[name])
    text = (
        SECTIONS.replace(EVIL, "x") + "mechanisms:\n  talks: {title: T, cadence: {every: year}}\n"
    )
    with open(file, "wb") as stream:
        stream.write(text.encode())
    for command in ("next", "check", "timeline", "list", "pace", "export"):
        ran = run(command, f"--agenda={NAMES[name]}", *WITH_AS_OF, cwd=tmp_path)
        examined(ran, allowed="\r\n")
        assert ran.exit == (1 if command == "check" else 0), ran.stderr
    for command in ("why", "show", "propose"):
        ran = run(command, "talks", f"--agenda={NAMES[name]}", *WITH_AS_OF, cwd=tmp_path)
        examined(ran)
        assert ran.exit == 0, ran.stderr
    assert run("validate", "--", NAMES[name], cwd=tmp_path).exit == 0
    assert run("diff", "--", NAMES[name], NAMES[name], cwd=tmp_path).exit == 0
