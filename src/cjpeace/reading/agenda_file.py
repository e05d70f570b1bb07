"""Agenda files: found, read and understood, or described with all that is wrong with them."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cjpeace.core.agenda import Agenda
from cjpeace.core.agenda import Path as AgendaPath
from cjpeace.core.diagnostic import Diagnostic, Place
from cjpeace.reading.entries.agenda_reader import read_agenda, slug
from cjpeace.reading.yaml.problem import Problem
from cjpeace.reading.yaml.shortened import MOST_SHOWN
from cjpeace.reading.yaml.yaml_text import parse_yaml

if TYPE_CHECKING:
    from cjpeace.reading.yaml.places import Places

LARGEST = 32_000_000
"""Larger files, in bytes, are refused."""

BUNDLED = "bundled"
"""What names the agenda that comes with the program."""


class ReadFile:
    """One agenda file: its `agenda`, or None and the `diagnostics` that say why not."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.agenda: Agenda | None = None
        self.diagnostics: list[Diagnostic] = []

    @cached_property
    def places(self) -> "Places":
        """Where in the text things stand."""
        from cjpeace.reading.yaml.places import (
            Places,  # PyYAML is only for pointing at something
        )

        return Places(self.text)

    def diagnostic(self, place: Place, message: str, help: str = "") -> Diagnostic:  # noqa: A002 - the word printed
        """A diagnostic at a place in this file, with the line it points at."""
        line = self.places.line(place.line)
        return Diagnostic(self.name, place, message, help, line)

    def place(self, path: AgendaPath, *, at_key: bool = False) -> Place:
        """Where something of the agenda stands."""
        return self.places.place(path, at_key=at_key)


def read_text(name: str, text: str) -> ReadFile:
    """The agenda that a text holds, under the name of its file."""
    text = text.removeprefix("\ufeff")  # a byte order mark
    file = ReadFile(name, text)
    parsed = parse_yaml(text)
    faults = [file.diagnostic(fault.place, fault.message, fault.help) for fault in parsed.faults]
    problems: list[Problem] = []
    agenda = None
    if parsed.readable and parsed.data is None:
        faults.append(file.diagnostic(Place(1, 1), "the file is empty", _START))
    elif parsed.readable and not isinstance(parsed.data, dict):
        message = f"an agenda is a mapping of keys, not {_sort(parsed.data)}"
        faults.append(file.diagnostic(Place(1, 1), message, _START))
    elif parsed.readable:
        agenda = read_agenda(parsed.data, problems)
    placed = [
        file.diagnostic(file.places.of_problem(problem), problem.message, problem.help)
        for problem in problems
    ]
    found = {(d.place.line, d.place.column, d.message): d for d in faults + placed}
    file.diagnostics = [found[key] for key in sorted(found)]
    file.agenda = None if file.diagnostics else agenda
    return file


_START = 'begin with `title: "..."`, `parties:` and `mechanisms:`'


def _sort(data: object) -> str:
    return "a list" if isinstance(data, list) else "a single value"


def read_files(names: Iterable[str]) -> Iterator[ReadFile]:
    """The agendas of files and folders, one at a time, in the order given.

    A second agenda with the same id is refused. Nothing is kept of a file that was handed out.
    """
    ids = DistinctIds()
    for name in names:
        for found in expanded(name):
            file = read_found(found)
            if file.agenda is not None and (first := ids.first_with(file.agenda.id, file.name)):
                refuse_id(file, file.agenda, first)
            yield file


Found = str | ReadFile
"""The name of a file to read, or what is known of it without reading."""


def read_found(found: Found) -> ReadFile:
    """A file, read if it is not yet."""
    return found if isinstance(found, ReadFile) else _read(found)


def size_of(found: Found) -> int:
    """Bytes of a file that is still to be read, 0 when they are not known."""
    try:
        return 0 if isinstance(found, ReadFile) else os.path.getsize(found)
    except (OSError, ValueError):
        return 0


class DistinctIds:
    """The ids of agendas, and the file that was the first to have each."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def first_with(self, id_: str, name: str) -> str | None:
        """The file that had an id before this one."""
        if id_ in self._first:
            return self._first[id_]
        self._first[id_] = name
        return None


def refuse_id(file: ReadFile, agenda: Agenda, first: str) -> None:
    """Make a file invalid that has the id of another one."""
    message = f'the id "{agenda.id}" is already that of {first}'
    place = file.place(("id",) if agenda.id != slug(agenda.title) else ("title",))
    file.diagnostics.append(file.diagnostic(place, message, "give it another `id`"))
    file.agenda = None


def expanded(name: str) -> Iterator[Found]:
    """The files that a name stands for: itself, those of a folder, or the bundled one."""
    if name == BUNDLED and not os.path.exists(name):
        yield bundled_file()
    elif os.path.isdir(name):
        yield from _in_folder(name)
    else:
        yield name


def _in_folder(name: str) -> list[Found]:
    try:
        files = [file for file in sorted(os.listdir(name)) if file.endswith((".yaml", ".yml"))]
    except OSError as error:
        return [_unreadable(name, _cannot_be_read(error), "")]
    if not files:
        return [_unreadable(name, "no .yaml or .yml file in this folder", "name a file instead")]
    return [os.path.join(name, file) for file in files]


def _read(name: str) -> ReadFile:
    try:
        size = os.path.getsize(name)
        with open(name, "rb", opener=_open) as stream:
            content = stream.read(LARGEST + 1) if size <= LARGEST else b""
            if not content and stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode):
                return _unreadable(name, "nobody writes into this pipe", "start the writer first")
    except OSError as error:
        return _unreadable(name, _cannot_be_read(error), "")
    except ValueError:
        return _unreadable(name, "cannot be read: no file can have this name", "")
    if max(size, len(content)) > LARGEST:
        found = f"{size / 1e6:.0f} MB" if size > LARGEST else "longer than it says"
        message = f"the file is too large: {found}, where {LARGEST // 1_000_000} MB are the most"
        return _unreadable(name, message, "split it into several agendas")
    return read_bytes(name, content)


def _open(name: str, flags: int) -> int:
    """Open a file without waiting for somebody to write into it, if it is a pipe."""
    number = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(number, True)
    return number


def _cannot_be_read(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or str(error)).lower()}"


def read_bytes(name: str, content: bytes) -> ReadFile:
    """The agenda that the bytes of a file hold: UTF-8, with or without a byte order mark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _unreadable(name, "the file is in UTF-16", "save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        file = ReadFile(name, "")
        file.diagnostics = [_not_utf_8(name, error)]
        return file
    return read_text(name, text)


def _not_utf_8(name: str, error: UnicodeDecodeError) -> Diagnostic:
    from cjpeace.reading.yaml.lines import Lines  # only for pointing at something

    lines = Lines(error.object[: error.start].decode())  # the text before, without the mark
    place = lines.place(lines.length, len(r"\x00"))
    rest = error.object[error.start : error.start + MOST_SHOWN].decode("utf-8", "backslashreplace")
    line = lines.line(place.line) + re.split("[\r\n]", rest, maxsplit=1)[0]
    return Diagnostic(name, place, "this byte is not UTF-8", "save the file as UTF-8", line)


def _unreadable(name: str, message: str, help: str) -> ReadFile:  # noqa: A002 - the word printed
    file = ReadFile(name, "")
    file.diagnostics = [Diagnostic(name, Place(0, 0), message, help)]
    return file


def bundled_file() -> ReadFile:
    """The agenda that comes with the program."""
    path = bundled_path()
    return read_bytes(BUNDLED, path.read_bytes())


def bundled_path() -> Path:
    """Where the bundled agenda lies: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "agenda.yaml"
    return inside if inside.is_file() else package.parent.parent / "data" / "agenda.yaml"
