"""The program on a terminal at which somebody types."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

from tests.program import Ran


def typed(answers: str, *words: str, cwd: Path) -> Ran:
    """Run `cjpeace` and type a line whenever it waits; after the last one the input ends."""
    clean = {k: v for k, v in os.environ.items() if k not in ("CJPEACE_AGENDA", "NO_COLOR")}
    env = clean | {"TERM": "dumb", "COLUMNS": "80", "PYTHONUTF8": "1"}
    ours, theirs = pty.openpty()
    command = [sys.executable, "-W", "error", "-m", "cjpeace", *words]
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE
    ) as process:
        os.close(theirs)
        printed = b""
        for line in [*answers.splitlines(keepends=True), "\x04"]:
            printed += _until_it_waits(ours)
            os.write(ours, line.encode())
        while piece := _read(ours):
            printed += piece
        stderr = process.stderr.read() if process.stderr else b""
    os.close(ours)
    told = stderr.decode().lstrip(" ")
    return Ran(printed.decode().replace("\r\n", "\n"), told, process.returncode)


def _until_it_waits(terminal: int) -> bytes:
    """What is printed up to a question, or the end."""
    printed = b""
    while not printed.endswith(b":"):  # the space after it goes to stderr
        ready, _, _ = select.select([terminal], [], [], 20)
        piece = _read(terminal) if ready else b""
        if not piece:
            break
        printed += piece
    return printed


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side is closed
        return b""
