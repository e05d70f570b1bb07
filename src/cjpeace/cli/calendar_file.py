"""Files that others read while they are written: put in place whole, or not at all."""

import os
import stat
import tempfile

UMASK_FREE = 0o666


def put(path: str, content: bytes) -> bool:
    """Make a file hold `content`; tell whether it changed. Raises OSError, the file as it was.

    The content is written aside, flushed to the disk and renamed, so that a reader sees the old
    file or the new one. A file that holds it already is not touched: feeds are asked for by age.
    """
    path = os.path.realpath(path)
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "wb") as stream:  # a device or a pipe
            stream.write(content)
        return True
    if mode is not None and _holds(path, content):
        return False
    folder, name = os.path.split(path)
    number, aside = tempfile.mkstemp(".tmp", f".{name}.", folder)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(aside, _new_mode() if mode is None else stat.S_IMODE(mode))
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise
    return True


def _mode(path: str) -> int | None:
    """The mode of a file; None when there is none."""
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _holds(path: str, content: bytes) -> bool:
    if os.path.getsize(path) != len(content):
        return False
    with open(path, "rb") as stream:
        return stream.read() == content


def _new_mode() -> int:
    """The mode that a new file gets; one that is written aside is for its owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return UMASK_FREE & ~mask
