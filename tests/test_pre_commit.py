"""The hook for pre-commit: what it runs, on which files, and that pre-commit takes it."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.program import ROOT, Ran

from cjpeace.reading.yaml.yaml_text import parse_yaml

HOOKS = ROOT / ".pre-commit-hooks.yaml"
VALID = "title: Valid\nmechanisms: {talks: {title: Talks}}\n"
INVALID = "title: Invalid\nmechanisms: {talks: {titel: Talks}}\n"
TOLD = """\
data/agenda.yaml:2:22: error: unknown key "titel" in a mechanism
2 | mechanisms: {talks: {titel: Talks}}
  |                      ^^^^^
   help: did you mean "title"?
"""

pytestmark = pytest.mark.skipif(
    not HOOKS.is_file(), reason="the hook is not part of a source distribution"
)


def hook() -> dict[str, Any]:
    hooks: Any = parse_yaml(HOOKS.read_text("utf-8")).data
    assert [one["id"] for one in hooks] == ["cjpeace-validate"]
    return hooks[0]


def run_entry(names: list[str], cwd: Path) -> Ran:
    """Run the entry of the hook on files, as pre-commit does: all names after it."""
    program, *words = hook()["entry"].split()
    assert program == "cjpeace"
    command = [sys.executable, "-m", "cjpeace", *words, *names]
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False)
    return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)


def test_the_entry_takes_files_and_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(VALID, "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "agenda.yaml").write_text(INVALID, "utf-8")
    assert run_entry(["agenda.yaml"], tmp_path) == Ran("", "", 0)
    ran = run_entry(["agenda.yaml", "data/agenda.yaml"], tmp_path)
    assert (ran.exit, ran.stdout) == (2, "")
    assert ran.stderr == f"{TOLD}\n1 of 2 agendas is invalid: 1 mistake\n"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("agenda.yaml", True),
        ("data/agenda.yml", True),
        ("agendas/canada-japan.yaml", True),
        ("data/agendas/canada-japan.yml", True),
        ("my-agenda.yaml", False),
        ("agenda.schema.json", False),
        (".github/workflows/agenda.yaml.txt", False),
        ("agendas/deep/other.yaml", False),
    ],
)
def test_it_is_run_on_agendas(name: str, *, meant: bool) -> None:
    assert bool(re.search(hook()["files"], name)) is meant


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_pre_commit_runs_it_on_what_is_to_be_committed(tmp_path: Path) -> None:
    """The manifest is taken as it is; the hook of the installed program stands for its copy."""
    pre_commit(tmp_path, "validate-manifest", str(HOOKS))
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    entry = f"{sys.executable} -m {hook()['entry']}"
    local = "".join(
        f"        {k}: {v}\n" for k, v in hook().items() if k in ("name", "types", "files")
    )
    (tmp_path / ".pre-commit-config.yaml").write_text(
        "repos:\n  - repo: local\n    hooks:\n      - id: cjpeace-validate\n"
        f"        entry: {entry}\n        language: system\n{local}",
        "utf-8",
    )
    (tmp_path / "data").mkdir()
    (tmp_path / "other.yaml").write_text(INVALID, "utf-8")
    agenda = tmp_path / "data" / "agenda.yaml"
    agenda.write_text(INVALID, "utf-8")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    ran = pre_commit(tmp_path, "run", "--color", "never", exit_code=1)
    assert "validate agendas" in ran
    assert TOLD in ran
    assert "other.yaml" not in ran
    agenda.write_text(VALID, "utf-8")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert "Passed" in pre_commit(tmp_path, "run", "--color", "never")


def pre_commit(folder: Path, *words: str, exit_code: int = 0) -> str:
    """Run pre-commit with a cache of its own; what it prints."""
    git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *words],
        cwd=folder,
        env={**os.environ, **git, "PRE_COMMIT_HOME": str(folder / ".cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode()
    assert done.returncode == exit_code, said
    return said
