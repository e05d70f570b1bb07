"""The README says what the program does: its examples are run, its tables held against the code."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.program import ROOT, Ran, run

from cjpeace.cli.app import COMMANDS
from cjpeace.core.findings.check import Code
from cjpeace.core.history.occurrence import Status

README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = 100


def _examples() -> list[tuple[Path, str, str]]:
    """Each command shown, with what the page prints after it."""
    found = []
    for page in PAGES:
        for block in BLOCK.findall(page.read_text("utf-8")):
            for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)[1:]:
                command, _, printed = part.partition("\n")
                found.append((page, command.removeprefix("$ "), printed))
    return found


EXAMPLES = _examples()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _checkout(tmp_path_factory.mktemp("checkout"))


def _checkout(folder: Path) -> Path:
    """A folder in which the bundled agenda stands where a checkout has it."""
    (folder / "data").mkdir()
    (folder / "data" / "agenda.yaml").write_bytes((ROOT / "data" / "agenda.yaml").read_bytes())
    return folder


@pytest.mark.parametrize(("page", "command", "printed"), EXAMPLES, ids=[e[1] for e in EXAMPLES])
def test_a_page_shows_what_a_command_prints(
    page: Path, command: str, printed: str, folder: Path
) -> None:
    ran = _run(command, folder)
    if "CJPEACE_WRITE_EXAMPLES" in os.environ:
        text = page.read_text("utf-8")
        shown = f"$ {command}\n{ran.stdout.rstrip()}\n"
        page.write_text(text.replace(f"$ {command}\n{printed}", shown), "utf-8")
        return
    assert printed.rstrip() == ran.stdout.rstrip()


def _run(command: str, folder: Path) -> Ran:
    program, *words = shlex.split(command)
    assert program == "cjpeace"
    return run(*words, cwd=folder, columns=WIDTH, env={"NO_COLOR": "1"})


def test_there_are_examples_to_run() -> None:
    assert len(EXAMPLES) >= 3


def test_the_story_goes_as_it_is_told(tmp_path: Path) -> None:
    text = README.read_text("utf-8")
    told = text[text.index(STORY) + len(STORY) :].partition("```")[0]
    folder = _checkout(tmp_path)
    commands = re.findall(r"^\$ (.*)$", told, re.MULTILINE)
    printed = [_run(command, folder) for command in commands]
    shown = "".join(
        f"$ {command}\n{_all(ran)}" for command, ran in zip(commands, printed, strict=True)
    )
    if "CJPEACE_WRITE_EXAMPLES" in os.environ:
        README.write_text(text.replace(told, shown), "utf-8")
        return
    assert shown == told
    words = [command.split()[1] for command in commands]
    assert words == ["next", "why", "propose", "record", "check", "diff", "export"]
    assert b"DTSTART;VALUE=DATE:20261215" in (folder / "agenda.ics").read_bytes()


STORY = "```console story\n"


def _all(ran: Ran) -> str:
    """What a reader of the terminal sees, without blank lines at the end."""
    printed = f"{ran.stdout}{ran.stderr}".rstrip()
    return f"{printed}\n" if printed else ""


def test_every_command_is_in_the_table() -> None:
    rows = re.findall(r"^\| `([a-z]+)[^|]*` \|", README.read_text("utf-8"), re.MULTILINE)
    assert set(COMMANDS) <= set(rows)


def test_the_findings_and_statuses_are_those_of_the_code() -> None:
    text = README.read_text("utf-8")
    table = text[text.index("| finding |") :]
    assert re.findall(r"^\| `([a-z-]+)` \| ", table[: table.index("\n\n")], re.MULTILINE) == [
        code.value for code in Code
    ]
    table = text[text.index("| status |") :]
    named = re.findall(r"`([a-z]+)`", table[: table.index("\n\n")])
    assert {status.value for status in Status} <= set(named)


def test_the_library_example_prints_what_it_says() -> None:
    text = README.read_text("utf-8")
    code = text[text.index("```python\n") + 10 :].partition("```")[0]
    said = text[text.index("```text\n") + 8 :].partition("```")[0]
    done = subprocess.run(
        [sys.executable, "-c", code + "\nimport sys\nassert 'typer' not in sys.modules"],
        capture_output=True,
        text=True,
        check=True,
    )
    if "CJPEACE_WRITE_EXAMPLES" in os.environ:
        README.write_text(
            text.replace(f"```text\n{said}```", f"```text\n{done.stdout}```"), "utf-8"
        )
        return
    assert done.stdout == said
    assert len(code.strip().splitlines()) <= 12


def test_the_agenda_in_the_readme_is_valid(tmp_path: Path) -> None:
    text = README.read_text("utf-8")
    yaml = text[text.index("```yaml\n") + 8 :].partition("```")[0]
    (tmp_path / "agenda.yaml").write_text(yaml, "utf-8")
    ran = run("next", "--as-of", "2026-11-24", cwd=tmp_path)
    assert (ran.exit, ran.stderr) == (0, "")
    assert re.search(r"^next +due +2026 .* symposium/2026 ", ran.stdout, re.MULTILINE)


def test_the_check_script_runs_the_test_command_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    if not script.is_file():
        pytest.skip("the check script is not part of a source distribution")
    commands = re.findall(r"^```sh\n(.*?)```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert commands[1].strip() in script.read_text("utf-8")
