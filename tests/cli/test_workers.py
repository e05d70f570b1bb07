"""Work on many files in several processes gives what one process would."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cjpeace.cli.workers import SHARE, processes_for, shared_out


def test_small_files_are_not_worth_a_process() -> None:
    assert processes_for([1000] * 20) == 1


def test_no_more_processes_than_files_or_shares_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    assert processes_for([SHARE] * 3) == 3
    assert processes_for([20 * SHARE]) == 1
    assert processes_for([SHARE // 2] * 5) == 2
    assert processes_for([SHARE] * 100) == 8


def test_answers_come_in_the_order_of_the_work_however_it_is_shared() -> None:
    work = list(range(97))
    sizes = [1 + 7919 * number % 4000 for number in work]
    assert list(shared_out(_double, work, sizes, 3)) == [2 * number for number in work]


def test_files_of_no_known_size_are_asked_too() -> None:
    assert list(shared_out(_double, [4, 5], [0, 0], 2)) == [8, 10]


def test_what_goes_wrong_in_a_process_goes_wrong_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(shared_out(_inverse, [1, 0], [1, 1], 2))


def test_no_process_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = (
        "import os, time\n"
        "from pathlib import Path\n"
        "from cjpeace.cli.workers import shared_out\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "def ask(number):\n"
        "    (folder / str(os.getpid())).touch()\n"
        "    time.sleep(60)\n"
        "list(shared_out(ask, [1, 2], [1, 1], 2))\n"
    )
    with subprocess.Popen([sys.executable, "-c", script]) as parent:
        _wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
        parent.send_signal(signal.SIGKILL)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    _wait_until(lambda: not any(_lives(worker) for worker in workers))


def _double(number: int) -> int:
    return 2 * number


def _inverse(number: int) -> float:
    return 1 / number


def _wait_until(claim: Callable[[], bool]) -> None:
    for _ in range(600):
        if claim():
            return
        time.sleep(0.05)
    pytest.fail("it did not come true in 30 seconds")


def _lives(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
