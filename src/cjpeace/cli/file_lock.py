"""A file locked against a second writer of this program while it is read, changed and replaced."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 10.0
"""Seconds for which a writer waits for another."""

PAUSE = 0.02


class LockedError(OSError):
    """A file that another writer has had for longer than one can wait."""


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Hold the lock of a file; raises LockedError, or OSError when it cannot be opened.

    The lock is on the file itself, so that nothing is left beside it and the end of a process,
    however sudden, frees it. A file that was replaced in the meantime is locked anew.
    """
    if sys.platform == "win32":  # without flock two writers are told apart by their content only
        yield
        return
    number = _own(os.path.realpath(path))
    try:
        yield
    finally:
        os.close(number)


def _own(path: str) -> int:
    """The number of the opened file whose lock is held, and which is still the one at the path."""
    deadline = time.monotonic() + PATIENCE
    while True:
        number = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        try:
            if _try_lock(number) and os.path.samestat(os.fstat(number), os.stat(path)):
                return number
        except BaseException:
            os.close(number)
            raise
        os.close(number)
        if time.monotonic() > deadline:
            raise LockedError(f"another program has been changing it for {PATIENCE:.0f} seconds")
        time.sleep(PAUSE)


def _try_lock(number: int) -> bool:
    import fcntl  # not on Windows

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
