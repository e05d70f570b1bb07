"""Agenda files as they were at a revision of the git repository in which they lie."""

import os
from collections.abc import Iterator

from cjpeace.core.diagnostic import Diagnostic, Place
from cjpeace.reading.agenda_file import BUNDLED, LARGEST, ReadFile, read_bytes
from cjpeace.reading.revisions.missing_revision import missing_revision
from cjpeace.reading.revisions.repository import (
    FOLDER,
    RevisionError,
    Stored,
    asked,
    commit_of,
    content,
    listed,
)


def at_revision(name: str, rev: str) -> ReadFile | None:
    """A file as it was at a revision; None when there was none. Raises RevisionError.

    Its name is then `REV:NAME`, which is how its diagnostics call it.
    """
    return Past(rev).file(name)


class Past:
    """The state of files at one revision, which each folder's repository is asked for once."""

    def __init__(self, revision: str) -> None:
        self.revision = revision
        self._commits: dict[str, str] = {}

    def file(self, name: str) -> ReadFile | None:
        """A file as it was; None when there was none of this name. Raises RevisionError."""
        folder, path = _located(name)
        if path == ".":
            return self._read(name, folder, Stored(name, FOLDER, "", 0))
        found = listed(folder, self._commit(folder), path)
        return self._read(name, folder, found[0]) if found else None

    def files(self, name: str) -> Iterator[ReadFile]:
        """A file as it was, or those of a folder; none where nothing was. Raises RevisionError."""
        folder, path = _located(name)
        yield from (self._read(own, folder, one) for own, one in self._stored(name, folder, path))

    def has(self, name: str) -> bool:
        """Whether there was a file of this name, or a folder with one. Raises RevisionError."""
        return bool(self._stored(name, *_located(name)))

    def own_name(self, name: str) -> str:
        """A name as it can be found from here: git counts it from the top of the repository."""
        if os.path.isabs(name) or self.has(name):
            return name
        up = os.fsdecode(asked(".", "rev-parse", "--show-cdup").removesuffix(b"\n"))
        return os.path.join(up, name) if self.has(os.path.join(up, name)) else name

    def label(self, name: str) -> str:
        """What a file of this state is called."""
        return f"{self.revision}:{name}"

    def _stored(self, name: str, folder: str, path: str) -> list[tuple[str, Stored]]:
        commit = self._commit(folder)
        found = [] if path == "." else listed(folder, commit, path)
        if path != "." and not (found and found[0].is_folder):
            return [(name, one) for one in found]
        inside = listed(folder, commit, path if path == "." else f"{path}/")
        named = sorted((os.path.join(name, one.name), one) for one in inside if not one.is_folder)
        return [(own, one) for own, one in named if own.endswith((".yaml", ".yml"))]

    def _commit(self, folder: str) -> str:
        if folder not in self._commits:
            commit = commit_of(folder, self.revision)
            if commit is None:
                raise missing_revision(folder, self.revision)
            self._commits[folder] = commit
        return self._commits[folder]

    def _read(self, name: str, folder: str, stored: Stored) -> ReadFile:
        label = self.label(name)
        if stored.is_file and stored.size <= LARGEST:
            return read_bytes(label, content(folder, stored.object))
        file = ReadFile(label, "")
        file.diagnostics = [Diagnostic(label, Place(0, 0), *_refused(stored))]
        return file


def has_revision(name: str, rev: str) -> bool:
    """Whether the repository of a file, if it is in one, has a revision of this name."""
    try:
        return commit_of(_located(name)[0], rev) is not None
    except RevisionError:
        return False


def _located(name: str) -> tuple[str, str]:
    """The folder nearest to a file that exists now, and the way from there; links are followed."""
    if name == BUNDLED and not os.path.exists(name):
        message = "the bundled agenda comes with the program and has no revisions"
        raise RevisionError(message, "name a file with -a")
    try:
        whole = os.path.realpath(name)
    except ValueError:
        raise RevisionError(f'no file can have the name "{name}"', "name a file") from None
    if os.path.isdir(whole):
        return whole, "."
    folder = os.path.dirname(whole)
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder, os.path.join(".", os.path.relpath(whole, folder))


def _refused(stored: Stored) -> tuple[str, str]:
    """Why a stored entry is not read, and what to do."""
    if stored.is_folder:
        return "it is a folder", "name a file in it"
    if not stored.is_file:
        return "it was a link then, to another file or repository", "name what it led to"
    message = f"the file is too large: {stored.size / 1e6:.0f} MB, where {LARGEST // 1_000_000} MB"
    return f"{message} are the most", "split it into several agendas"
