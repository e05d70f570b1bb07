import fcntl
import os
import time
from pathlib import Path

import pytest

from cjpeace.cli import file_lock
from cjpeace.cli.file_lock import LockedError, locked


def _locked_by_us(path: Path) -> int:
    number = os.open(path, os.O_RDONLY)
    fcntl.flock(number, fcntl.LOCK_EX)
    return number


def test_whoever_waited_for_a_file_that_was_replaced_waits_for_the_new_one(tmp_path: Path) -> None:
    file, new, entered = (tmp_path / name for name in ("agenda.yaml", "new", "entered"))
    file.write_text("old")
    new.write_text("new")
    old_lock, new_lock = _locked_by_us(file), _locked_by_us(new)
    child = os.fork()
    if not child:
        with locked(str(file)):
            entered.write_text(file.read_text())
        os._exit(0)
    time.sleep(0.2)
    new.replace(file)
    fcntl.flock(old_lock, fcntl.LOCK_UN)
    time.sleep(0.3)
    assert not entered.exists()
    fcntl.flock(new_lock, fcntl.LOCK_UN)
    assert os.waitpid(child, 0)[1] == 0
    assert entered.read_text() == "new"
    os.close(old_lock)
    os.close(new_lock)


def test_a_file_replaced_between_opening_and_locking_is_locked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, new = tmp_path / "agenda.yaml", tmp_path / "new"
    file.write_text("old")
    new.write_text("new")
    try_lock = file_lock._try_lock

    def too_late(number: int) -> bool:
        if new.exists():
            new.replace(file)
        return try_lock(number)

    monkeypatch.setattr(file_lock, "_try_lock", too_late)
    with locked(str(file)):
        number = os.open(file, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(number)


def test_patience_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 0.1)
    file = tmp_path / "agenda.yaml"
    file.write_text("text")
    lock = _locked_by_us(file)
    with pytest.raises(LockedError), locked(str(file)):
        pytest.fail("it is somebody else's")
    os.close(lock)
    with locked(str(file)):
        assert os.listdir(tmp_path) == ["agenda.yaml"]


def test_a_lock_goes_when_what_is_done_under_it_fails(tmp_path: Path) -> None:
    file = tmp_path / "agenda.yaml"
    file.write_text("text")
    with pytest.raises(KeyError), locked(str(file)):
        raise KeyError
    with locked(str(file)):
        pass
