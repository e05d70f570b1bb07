"""What a shell is offered for the word being typed, asked for as the shells ask."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.program import ROOT

from cjpeace.cli.app import COMMANDS
from cjpeace.core.findings.check import Code

AGENDA = """\
title: Three parties
parties:
  canada: {timezone: America/Toronto}
  japan: {timezone: Asia/Tokyo}
mechanisms:
  talks: {title: Talks}
  tea-party: {title: "$(touch owned) `touch owned`"}
events:
  summit: {title: Summit, expected: 2030}
commitments:
  training: {title: Training}
"""


def offered(line: str, cwd: Path, **env: str) -> list[str]:
    """The words that are offered for the last one of a line, which may be empty."""
    words = line.split(" ")
    clean = {k: v for k, v in os.environ.items() if k != "CJPEACE_AGENDA"}
    asked = {
        "_CJPEACE_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "CJPEACE_DEBUG": "1",
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "from cjpeace.cli import main; main()"],
        cwd=cwd,
        env=clean | asked | env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    return tmp_path


def test_commands_are_offered(tmp_path: Path) -> None:
    assert offered("cjpeace ", tmp_path) == list(COMMANDS)
    assert offered("cjpeace v", tmp_path) == ["validate"]


@pytest.mark.parametrize("command", ["why", "timeline", "next -m", "record", "propose"])
def test_ids_are_those_of_the_agenda_here(command: str, folder: Path) -> None:
    assert offered(f"cjpeace {command} ", folder) == ["talks", "tea-party", "summit"]
    assert offered(f"cjpeace {command} te", folder) == ["tea-party"]


def test_a_command_offers_what_it_takes(folder: Path) -> None:
    assert offered("cjpeace pace t", folder) == ["talks", "tea-party"]
    assert offered("cjpeace show t", folder) == ["talks", "tea-party", "training"]


def test_parties_are_offered_where_a_host_is_named(folder: Path) -> None:
    assert offered("cjpeace next --host ", folder) == ["canada", "japan"]
    assert offered("cjpeace next --host j", folder) == ["japan"]


def test_the_agenda_is_the_one_that_is_named(folder: Path) -> None:
    other = folder / "other.yaml"
    other.write_text("title: Other\nmechanisms: {review: {title: Review}}\n", "utf-8")
    assert offered("cjpeace why -a other.yaml ", folder) == ["review"]
    assert offered("cjpeace why ", folder, CJPEACE_AGENDA="other.yaml") == ["review"]


def test_of_several_agendas_ids_have_the_agenda_before_them(folder: Path) -> None:
    (folder / "other.yaml").write_text("id: o\nmechanisms: {review: {title: R}}\n", "utf-8")
    assert offered("cjpeace timeline -a . ", folder) == [
        *("three-parties/talks", "three-parties/tea-party", "three-parties/summit", "o/review")
    ]
    assert offered("cjpeace timeline -a . o", folder) == ["o/review"]


def test_without_an_agenda_only_commands_that_fall_back_offer_ids(tmp_path: Path) -> None:
    assert "symposium" in offered("cjpeace why s", tmp_path)
    assert offered("cjpeace record s", tmp_path) == []


def test_the_bundled_agenda_is_offered_and_files_are_left_to_the_shell(tmp_path: Path) -> None:
    assert offered("cjpeace check -a bu", tmp_path) == ["bundled"]
    assert offered("cjpeace check -a ", tmp_path) == []


def test_formats_and_codes_are_offered(tmp_path: Path) -> None:
    assert offered("cjpeace validate --format ", tmp_path) == ["text", "json", "github"]
    assert offered("cjpeace check --select ", tmp_path) == [code.value for code in Code]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", []),
        ("- a\n", []),
        ("mechanisms: [talks]\n", []),
        ("mechanisms: {talks: 1, 5: 6, 'A b': {}, null: {}}\ntitel: x\n", ["talks"]),
        ("mechanisms:\n  talks: {title: [\n", []),
        ("\x00", []),
    ],
)
def test_an_agenda_with_mistakes_offers_what_can_be_read(
    text: str, ids: list[str], tmp_path: Path
) -> None:
    (tmp_path / "agenda.yaml").write_text(text, "utf-8")
    assert offered("cjpeace why ", tmp_path) == ids


def test_what_is_no_readable_file_offers_nothing(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("title: Québec\n".encode("latin-1"))
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large.yaml").write_text("mechanisms: {a: {}}\n" + "#" * 4_000_001, "utf-8")
    for name in ("latin.yaml", "pipe", "large.yaml", "missing.yaml"):
        assert offered(f"cjpeace why -a {name} ", tmp_path) == []


def test_no_text_of_a_file_reaches_the_shell(folder: Path) -> None:
    for shell, words in (("zsh", "_TYPER_COMPLETE_ARGS"), ("fish", "_TYPER_COMPLETE_ARGS")):
        env = {"_CJPEACE_COMPLETE": f"complete_{shell}", words: "cjpeace why te"}
        asked = offered("", folder, **env, _TYPER_COMPLETE_FISH_ACTION="get-args")
        assert "tea-party" in " ".join(asked)
        assert "touch" not in " ".join(asked)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is what completes here")
def test_bash_completes_with_the_script_that_is_shown(folder: Path) -> None:
    script = f"""
set -e
mkdir bin
printf '#!/bin/sh\\nexec "{sys.executable}" -m cjpeace "$@"\\n' > bin/cjpeace
chmod +x bin/cjpeace
PATH="$PWD/bin:$PATH"
eval "$(cjpeace --show-completion bash)"
COMP_WORDS=(cjpeace why te) COMP_CWORD=2
_cjpeace_completion cjpeace
echo "${{COMPREPLY[@]}}"
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "tea-party\n"


PROGRAM = """
import sys
from cjpeace.cli import main
try:
    main()
except SystemExit:
    print("cjpeace.cli.completion" in sys.modules, file=sys.stderr)
"""


def test_a_command_that_runs_imports_no_completion(folder: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, "list"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == "False\n"
