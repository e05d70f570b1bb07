"""The workflow in the README: its steps are run as a job runs them."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.program import ROOT

from cjpeace.reading.yaml.yaml_text import parse_yaml

BLOCK = re.compile(
    r"^```yaml\n(# \.github/workflows/agenda\.yml\n.*?)^```$", re.MULTILINE | re.DOTALL
)
INSTALL = "pipx install ./cjpeace"
"""The step that installs the program from its checkout; here it is installed already."""

LAPSED = """\
title: Lapsed
mechanisms:
  talks: {title: Talks, cadence: {every: year, since: 2001, until: 2004}}
"""
ANSWERED = LAPSED.replace("until: 2004}", "until: 2004}, sessions: [{held: 2004}]")


def workflow() -> dict[str, Any]:
    found = BLOCK.findall((ROOT / "README.md").read_text("utf-8"))
    assert len(found) == 1
    data: Any = parse_yaml(found[0]).data
    return data


def steps() -> list[dict[str, Any]]:
    (job,) = workflow()["jobs"].values()
    return job["steps"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with an agenda, and the program on the path."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "cjpeace"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cjpeace "$@"\n', "utf-8")
    program.chmod(0o755)
    (tmp_path / "data").mkdir()
    return tmp_path


def run_as_a_job(script: str, folder: Path) -> tuple[int, str]:
    """Run the script of a step as GitHub does where no shell is named."""
    (folder / "step.sh").write_text(script, "utf-8")
    clean = {k: v for k, v in os.environ.items() if k != "CJPEACE_AGENDA"}
    done = subprocess.run(
        ["bash", "-e", "step.sh"],
        cwd=folder,
        env={**clean, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def test_it_runs_on_pull_requests_and_every_week() -> None:
    assert set(workflow()["on"]) == {"pull_request", "schedule"}


def test_it_checks_out_and_installs_before_it_checks() -> None:
    first, second, *rest = steps()
    assert re.fullmatch(r"actions/checkout@v\d+", first["uses"])
    assert second["run"] == INSTALL
    assert (ROOT / "pyproject.toml").is_file()
    assert [step["run"].split()[0] for step in rest] == ["cjpeace"]


def test_a_lapse_fails_the_job_and_shows_at_its_line(checkout: Path) -> None:
    (checkout / "data" / "agenda.yaml").write_text(LAPSED, "utf-8")
    ended = [run_as_a_job(step["run"], checkout) for step in steps()[2:]]
    assert [exit_code for exit_code, _ in ended] == [1]
    assert ended[0][1].startswith("::error file=data/agenda.yaml,line=3,col=3,endColumn=7,")


def test_a_mistake_fails_the_job_and_shows_at_its_line(checkout: Path) -> None:
    (checkout / "data" / "agenda.yaml").write_text(LAPSED.replace("title: T", "titel: T"), "utf-8")
    ended = [run_as_a_job(step["run"], checkout) for step in steps()[2:]]
    assert [exit_code for exit_code, _ in ended] == [2]
    assert "::error file=data/agenda.yaml,line=3,col=11," in ended[0][1]


def test_an_agenda_in_order_passes(checkout: Path) -> None:
    (checkout / "data" / "agenda.yaml").write_text(ANSWERED, "utf-8")
    assert [run_as_a_job(step["run"], checkout)[0] for step in steps()[2:]] == [0]
