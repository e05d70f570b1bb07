"""`record` killed at any moment, and run several times at once: the file is the old or the new one."""

import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import FrameType

import pytest

from cjpeace.cli import main
from cjpeace.cli.commands import record
from cjpeace.reading.agenda_file import read_bytes

KILLS = int(os.environ.get("CJPEACE_KILLS", "120"))
HEAD = """\
id: small
title: Small
adopted: 2000-01-01
parties: {japan: {name: Japan, timezone: Asia/Tokyo}}
mechanisms:
  talks:
    title: Talks
    cadence: {every: year, since: 2001}
    sessions:
"""
OLD = (HEAD + "      - {held: 2001-05-05}\n" + "      # filler\n" * 2000).encode()
NEW = OLD.replace(b"05-05}\n", b"05-05}\n      - {held: 2002-06-06}\n")
WORDS = ("record", "talks", "2002-06-06", "--held", "--as-of", "2003-01-01")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_bytes(OLD)
    return path


def test_a_program_killed_at_any_step_of_writing_leaves_the_old_file_or_the_new(
    file: Path,
) -> None:
    seen: list[bytes] = []
    step = 0
    while not seen or len(seen) == step:
        file.write_bytes(OLD)
        step += 1
        child = _forked(file, WORDS, lambda step=step: _kill_at_step(step))
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            seen.append(file.read_bytes())
    assert set(seen) == {OLD, NEW}
    assert seen == sorted(seen, key=[OLD, NEW].index)
    assert len(seen) > 40
    assert file.read_bytes() == NEW


def test_a_program_killed_at_any_moment_leaves_the_old_file_or_the_new(file: Path) -> None:
    rng = Random(1)
    found = []
    for _ in range(KILLS):
        file.write_bytes(OLD)
        child = _forked(file, WORDS)
        time.sleep(rng.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found.append(file.read_bytes())
    assert set(found) <= {OLD, NEW}


def test_what_a_killed_program_leaves_behind_is_no_agenda_and_goes_with_the_next_run(
    file: Path,
) -> None:
    step = 0
    while os.listdir(file.parent) == ["agenda.yaml"]:
        step += 1
        os.waitpid(_forked(file, WORDS, lambda step=step: _kill_at_step(step)), 0)
    (left,) = (path.name for path in file.parent.iterdir() if path != file)
    assert left.startswith(".agenda.yaml.")
    assert left.endswith(".cjpeace-tmp")
    assert file.read_bytes() == OLD
    os.waitpid(_forked(file, WORDS), 0)
    assert os.listdir(file.parent) == ["agenda.yaml"]
    assert file.read_bytes() == NEW


def test_of_several_at_once_none_undoes_what_another_wrote(file: Path) -> None:
    for turn in range(max(2, KILLS // 40)):
        file.write_bytes(OLD)
        years = range(2002, 2008)
        runs = [("record", "talks", str(y), "--held", "--as-of", "2010-01-01") for y in years]
        children = [_forked(file, words) for words in runs]
        assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children), turn
        agenda = read_bytes("agenda.yaml", file.read_bytes()).agenda
        assert agenda is not None
        held = [str(session.own) for session in agenda.mechanisms["talks"].sessions]
        assert held == ["2001-05-05", *map(str, years)]


def test_of_several_at_once_that_are_killed_none_spoils_the_file(file: Path) -> None:
    rng = Random(2)
    for _ in range(max(2, KILLS // 20)):
        file.write_bytes(OLD)
        runs = [
            ("record", "talks", str(y), "--held", "--as-of", "2010-01-01") for y in (2002, 2003)
        ]
        children = [_forked(file, words) for words in runs]
        for child in children:
            time.sleep(rng.uniform(0, 0.04))
            os.kill(child, signal.SIGKILL)
        for child in children:
            os.waitpid(child, 0)
        text = file.read_bytes()
        for year in (b"2002", b"2003"):
            text = text.replace(b"      - {held: " + year + b"}\n", b"")
        assert text == OLD


def _forked(file: Path, words: tuple[str, ...], prepare: Callable[[], None] | None = None) -> int:
    """Start the program in a process that has all of it in memory already; its number."""
    assert record.command  # it is in memory, so that the new process comes to the point at once
    child = os.fork()
    if child:
        return child
    try:  # from here on in the new process, which must never return to the tests
        gc.disable()
        os.chdir(file.parent)
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - open until the end
        sys.argv = ["cjpeace", *words]
        if prepare is not None:
            prepare()
        main()
    except SystemExit as ended:
        os._exit(ended.code if isinstance(ended.code, int) else 0)
    finally:
        os._exit(1)
    return 0


WRITING = ("whole_file.py", "file_lock.py", "tempfile.py")


def _kill_at_step(step: int) -> None:
    """Have this process kill itself when so many functions were called in writing the file."""
    left = step

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal left
        writing = frame.f_code.co_filename.endswith(WRITING)
        if writing and event in ("c_call", "c_return"):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
