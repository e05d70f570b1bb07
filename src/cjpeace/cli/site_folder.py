"""The folder that a site is put in: only what an earlier site put there is replaced or removed."""

import os
from collections.abc import Iterable
from contextlib import suppress

from msgspec import Struct

from cjpeace.cli.whole_file import put

Files = dict[str, bytes]

MARKER = ".cjpeace-site"
"""Lists the files of a site, and so tells a folder that may be written to from any other."""

_PREFACE = "Put here by `cjpeace site`, which replaces and removes these files, and no others:"


class RefusedError(Exception):
    """A folder is not written to, or a file in it is not; the message says why and what helps."""


class Placed(Struct, frozen=True):
    """How many files a site has, how many of them were changed, and how many old ones removed."""

    files: int
    changed: int
    removed: int


def place(folder: str, files: Files) -> Placed:
    """Put a site in a folder, each file at once. Raises OSError, or RefusedError beforehand."""
    before = _listed(folder)
    _refuse_others(folder, files, before)
    for path in sorted({os.path.dirname(path) for path in files}):
        os.makedirs(os.path.join(folder, path), exist_ok=True)
    marker = os.path.join(folder, MARKER)
    put(marker, _marker(before | files.keys()))  # first: what is written belongs to the site
    changed = sum(_put(os.path.join(folder, path), files[path]) for path in files)
    gone = sorted(before - files.keys())
    removed = sum(_remove(folder, path) for path in gone)
    put(marker, _marker(files.keys()))
    return Placed(len(files), changed, removed)


def _listed(folder: str) -> frozenset[str]:
    """The files of the site that is in a folder; none where it is new or empty."""
    try:
        found = os.listdir(folder)
    except FileNotFoundError:
        return frozenset()
    if MARKER in found:
        with open(os.path.join(folder, MARKER), encoding="utf-8", errors="replace") as stream:
            lines = stream.read().splitlines()
        if lines[:1] == [_PREFACE]:
            return frozenset(line for line in lines[1:] if line)
        raise RefusedError(f"{os.path.join(folder, MARKER)} is not a list of files that it wrote")
    if any(not name.startswith(".") for name in found):
        raise RefusedError(
            f"{folder} holds files that `cjpeace site` did not put there; name a new or empty "
            "folder, or empty this one"
        )
    return frozenset()


def _refuse_others(folder: str, files: Files, before: frozenset[str]) -> None:
    """Leave alone what somebody else has put where a file of the site belongs."""
    for path in files:
        place = os.path.join(folder, path)
        if path not in before and os.path.lexists(place):
            raise RefusedError(
                f"{place} is in the way: `cjpeace site` did not put it there; move it elsewhere"
            )


def _put(path: str, content: bytes) -> bool:
    """Make a file hold its content, as a whole or not at all; tell whether it changed.

    Unlike `put` it does not wait for the disk, which takes longer than making the whole site; what
    a power failure may leave empty, the next run finds changed.
    """
    if _holds(path, content):
        return False
    folder, name = os.path.split(path)
    aside = os.path.join(folder, f".{name[:100]}.{os.getpid()}.tmp")
    try:
        with open(aside, "wb") as stream:
            stream.write(content)
        os.replace(aside, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(aside)
        raise
    return True


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as stream:
            return stream.read() == content
    except FileNotFoundError:
        return False


def _marker(paths: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in (_PREFACE, *sorted(paths))).encode()


def _remove(folder: str, path: str) -> bool:
    """Remove a file of an earlier site, and its folder when that is left empty.

    A list that somebody has changed leads to nothing outside the site.
    """
    place = os.path.join(folder, path)
    top, own = os.path.realpath(folder), os.path.realpath(os.path.dirname(place))
    if os.path.commonpath([top, own]) != top or not os.path.isfile(place):
        return False
    os.remove(place)
    if own != top:
        with suppress(OSError):  # other files are left in it
            os.rmdir(own)
    return True
