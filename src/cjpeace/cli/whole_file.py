"""Files that others read while they are written: put in place whole, or not at all."""

import os
import stat
import tempfile
from contextlib import suppress

UMASK_FREE = 0o666
ASIDE = ".cjpeace-tmp"
"""How the names of files end that are written aside; those of a killed program stay behind."""


def put(path: str, content: bytes) -> bool:
    """Make a file hold `content`; tell whether it changed. Raises OSError, the file as it was.

    The content is written aside, flushed to the disk and renamed, so that a reader sees the old
    file or the new one. A link stays a link to it. A file that holds the content already is not
    touched: feeds are asked for by age.
    """
    path = os.path.realpath(path)
    before = _status(path)
    if before is not None and not stat.S_ISREG(before.st_mode):
        with open(path, "wb") as stream:  # a device or a pipe
            stream.write(content)
        return True
    if before is not None and _holds(path, content):
        return False
    folder, name = os.path.split(path)
    number, aside = tempfile.mkstemp(ASIDE, f".{name}.", folder)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            _take_over(path, before, stream.fileno(), aside)
            os.fsync(stream.fileno())
        os.replace(aside, path)
    except BaseException:
        with suppress(FileNotFoundError):  # it was renamed before the interruption came
            os.unlink(aside)
        raise
    _flush_folder(folder)
    return True


def remove_leftovers(path: str) -> None:
    """Remove what a killed program left beside a file; for the one who holds its lock."""
    folder, name = os.path.split(os.path.realpath(path))
    with suppress(OSError):
        for other in os.listdir(folder):
            if other.startswith(f".{name}.") and other.endswith(ASIDE):
                with suppress(OSError):
                    os.unlink(os.path.join(folder, other))


def _take_over(path: str, before: os.stat_result | None, number: int, aside: str) -> None:
    """Give a new file, open and aside, the owner, attributes and mode of the one it replaces."""
    if before is None:
        os.chmod(aside, _new_mode())
        return
    new = os.fstat(number)
    if (new.st_uid, new.st_gid) != (before.st_uid, before.st_gid):
        for owner, group in ((before.st_uid, before.st_gid), (-1, before.st_gid)):
            try:
                os.chown(number, owner, group)
                break
            except OSError:  # only an administrator gives files away
                continue
    if hasattr(os, "listxattr"):  # on Linux: access lists, labels
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):
                    os.setxattr(number, name, os.getxattr(path, name))
    os.chmod(aside, stat.S_IMODE(before.st_mode))


def _flush_folder(folder: str) -> None:
    """Have the new name on the disk too, where folders can be opened."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _status(path: str) -> os.stat_result | None:
    """What is known of a file; None when there is none."""
    try:
        return os.stat(path)
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
