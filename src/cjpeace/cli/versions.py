"""The two versions that are compared: what the command names, and which files belong together."""

import os
from collections.abc import Iterator

from msgspec import Struct

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.here import found_here
from cjpeace.cli.output import complain
from cjpeace.reading.agenda_file import BUNDLED, ReadFile, read_files
from cjpeace.reading.revisions.repository import RevisionError
from cjpeace.reading.revisions.revision import Past, has_revision
from cjpeace.writing.layout.styled import line

Pair = tuple[ReadFile | None, ReadFile | None]
"""A file before and after; None where there is none."""


class Version(Struct, frozen=True):
    """Files and folders, as they are now, or at a revision; `exact` when they have to be there."""

    label: str
    names: tuple[str, ...]
    revision: str | None = None
    exact: bool = False

    def files(self) -> list[tuple[str, ReadFile]]:
        """The files by their own name, which at a revision goes without it."""
        if self.revision is None:
            return [(file.name, file) for file in read_files(self.names)]
        past = Past(self.revision)
        found = [
            (file.name.removeprefix(past.label("")), file)
            for name in self.names
            for file in past.files(name)
        ]
        if self.exact and not found:
            message = f'there is no "{self.names[0]}" at "{self.revision}"'
            raise RevisionError(message, f"`git ls-tree -r --name-only {self.revision}` lists all")
        return found


def versions(old: str, new: str | None, agenda: list[str] | None) -> tuple[Version, Version]:
    """The versions that two words name: files, revisions, or `REV:PATH`; leaves with 2 if none."""
    before, after = _explicit(old), _explicit(new) if new is not None else None
    if before and (after or (new is None and before.revision is not None)):
        if agenda:
            complain([line("cjpeace: both versions are files already, so -a names one too many")])
            raise SystemExit(2)
        return before, after or Version(before.names[0], before.names)
    beside = before or after
    named = agenda or (list(beside.names) if beside and new is not None else None)
    AgendaFiles(named, or_bundled=False)  # says so, and ends, when there is no agenda
    names = tuple(named or found_here())
    found = tuple(
        one or Version(word or names[0], names, word or None)
        for one, word in ((before, old), (after, new))
    )
    _refuse_the_same(*found)
    return found[0], found[1]


def _explicit(word: str) -> Version | None:
    """The version that a word names by itself: a file or folder, or one at a revision."""
    if os.path.exists(word) or word == BUNDLED:
        if not word.endswith((".yaml", ".yml")) and has_revision(".", word):
            said = f'"{word}" is a file here and a revision too: the file is read'
            complain([line(f'cjpeace: {said}; the revision is "{word}^0"')])
        return Version(word, (word,))
    revision, colon, path = word.partition(":")
    if colon and revision and path and "{" not in revision:
        return Version(word, (Past(revision).own_name(path),), revision, exact=True)
    _refuse_a_missing_file(word)
    return None


def _refuse_a_missing_file(word: str) -> None:
    if word.endswith((".yaml", ".yml")) and not has_revision(".", word):
        raise RevisionError(f'there is no file "{word}"', "name a file or a git revision")


def _refuse_the_same(before: Version, after: Version) -> None:
    files = [tuple(map(os.path.realpath, one.names)) for one in (before, after)]
    if before.revision is None and after.revision is None and files[0] == files[1]:
        said = f"{before.label} would be compared with itself: name the version before it, as in"
        complain([line(f"cjpeace: {said} `cjpeace diff HEAD`")])
        raise SystemExit(2)


def paired(before: list[tuple[str, ReadFile]], after: list[tuple[str, ReadFile]]) -> Iterator[Pair]:
    """Files that belong together: two alone, else those with one id, else those with one name."""
    if len(before) == len(after) == 1:
        yield before[0][1], after[0][1]
        return
    old, new = dict(before), dict(after)
    for mark in (_id, _base):
        waiting = {mark(name, file): name for name, file in old.items()}
        for name, file in list(new.items()):
            match = waiting.pop(mark(name, file), None)
            if match is not None:
                yield old.pop(match), new.pop(name)
    yield from ((file, None) for file in old.values())
    yield from ((None, file) for file in new.values())


def _id(name: str, file: ReadFile) -> str:
    """The id of a valid agenda; an invalid one has none that another has."""
    return file.agenda.id if file.agenda is not None else f"/{name}"


def _base(name: str, _: ReadFile) -> str:
    return os.path.basename(name)
