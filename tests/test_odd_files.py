"""Files and outputs that are none, or not ready: told in a line, at once, with the exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 20
"""No run may take longer, which would be waiting."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="devices and pipes are others on Windows")

VALID = "title: T\nevents:\n  e: {title: E, expected: 2027}\n"
INVALID = "titel: T\n"
TOLD = 'agenda.yaml:1:1: error: unknown key "titel" in an agenda\n'


def shell(script: str, folder: Path, text: str = VALID) -> tuple[int, str, str]:
    """Run a line of sh in which CJPEACE stands for the program: its exit code and outputs."""
    (folder / "agenda.yaml").write_text(text, "utf-8")
    program = f"{sys.executable} -m cjpeace"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("CJPEACE")}
    done = subprocess.run(
        ["sh", "-c", script.replace("CJPEACE", program)],
        cwd=folder,
        env=clean | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


FILES = {
    "/dev/null": "/dev/null:1:1: error: the file is empty\n",
    "/dev/zero": "/dev/zero: error: the file is too large: longer than it says, where 32 MB are",
    "pipe": "pipe: error: nobody writes into this pipe\n   help: start the writer first\n",
    "folder": "folder: error: no .yaml or .yml file in this folder\n",
    "folder/agenda.yaml/x": "folder/agenda.yaml/x: error: cannot be read: no such file or directory",
    "agenda.yaml/x": "agenda.yaml/x: error: cannot be read: not a directory\n",
    "loop": "loop: error: cannot be read: too many levels of symbolic links\n",
    "x" * 300: f"{'x' * 300}: error: cannot be read: file name too long\n",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("command", ["next", "check", "list"])
def test_what_is_no_file_is_told_at_once(command: str, name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    code, _, stderr = shell(f"CJPEACE {command} -a {name}", tmp_path)
    assert code == 2
    assert stderr.startswith(FILES[name])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    code, _, stderr = shell("chmod 0 agenda.yaml; CJPEACE next -a agenda.yaml", tmp_path)
    assert (code, stderr) == (2, "agenda.yaml: error: cannot be read: permission denied\n\n")


def test_what_is_written_into_a_pipe_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    script = "(sleep 1; cat agenda.yaml) >pipe & exec 3<pipe; CJPEACE next --as-of 2026-11-24 -a /dev/fd/3"
    code, stdout, stderr = shell(script, tmp_path)
    assert (code, stderr) == (0, "")
    assert "next" in stdout


@pytest.mark.parametrize("command", ["next", "list", "timeline --format json", "check", "export"])
def test_a_closed_stdout_is_no_error(command: str, tmp_path: Path) -> None:
    words = f"CJPEACE {command} --as-of 2026-11-24"
    assert shell(f"{words} -a agenda.yaml >&-", tmp_path) == (0, "", "")


@pytest.mark.parametrize("closed", ["2>&-", "<&- 2>&-", "2>/dev/full"])
def test_a_closed_stderr_leaves_the_exit_code(closed: str, tmp_path: Path) -> None:
    code, _, stderr = shell(f"CJPEACE check {closed}", tmp_path, INVALID)
    assert (code, stderr) == (2, "")


def test_a_stderr_that_nobody_reads_leaves_the_exit_code(tmp_path: Path) -> None:
    script = "{ CJPEACE check 2>&1; echo $? >code; } | true; cat code"
    assert shell(script, tmp_path, INVALID) == (0, "2\n", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
@pytest.mark.parametrize("command", ["next", "list", "timeline --format json", "export"])
def test_a_full_disk_is_told(command: str, tmp_path: Path) -> None:
    assert shell(f"CJPEACE {command} -a agenda.yaml >/dev/full", tmp_path) == (
        *(2, ""),
        "cjpeace: cannot write the answer: no space left on device\n",
    )


def test_a_folder_tells_what_is_no_file_and_answers_the_others(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").mkdir()
    (tmp_path / "c.yaml").write_bytes(b"\xff")
    (tmp_path / "d.yaml").symlink_to("nowhere")
    code, stdout, stderr = shell("CJPEACE next --as-of 2026-11-24 -a .", tmp_path)
    assert code == 2
    assert "t/e" in stdout
    assert [line for line in stderr.splitlines() if ": error: " in line] == [
        "./a.yaml: error: nobody writes into this pipe",
        "./b.yaml: error: cannot be read: is a directory",
        "./c.yaml:1:1: error: this byte is not UTF-8",
        "./d.yaml: error: cannot be read: no such file or directory",
    ]
