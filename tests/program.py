"""The program as a user runs it: in a process of its own, piped or on a terminal."""

import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ran:
    """What a run printed, and how it ended."""

    stdout: str
    stderr: str
    exit: int


def run(
    *words: str, cwd: Path, columns: int | None = None, env: dict[str, str] | None = None
) -> Ran:
    """Run `cjpeace` with some words in a folder: piped, or on a terminal of so many columns."""
    clean = {k: v for k, v in os.environ.items() if k not in _CHANGES_OUTPUT}
    clean |= {"CJPEACE_DEBUG": "1", "PYTHONUTF8": "1", **(env or {})}
    command = [sys.executable, "-W", "error", "-m", "cjpeace", *words]
    if columns is None:
        done = subprocess.run(
            command, cwd=cwd, env=clean, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)
    return _on_terminal(command, cwd, {"TERM": "xterm", "COLUMNS": str(columns), **clean})


_CHANGES_OUTPUT = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CJPEACE_AGENDA", "PYTHONWARNINGS")


def _on_terminal(command: list[str], cwd: Path, env: dict[str, str]) -> Ran:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE
    ) as process:
        os.close(theirs)
        printed = b"".join(iter(lambda: _read(ours), b""))
        stderr = process.stderr.read() if process.stderr else b""
    os.close(ours)
    return Ran(printed.decode().replace("\r\n", "\n"), stderr.decode(), process.returncode)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side is closed
        return b""
