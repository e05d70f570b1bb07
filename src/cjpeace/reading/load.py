"""Agendas for programs: one value, or an error that holds all that is wrong."""

import os

from cjpeace.core.agenda import Agenda
from cjpeace.core.diagnostic import Diagnostic
from cjpeace.reading.agenda_file import BUNDLED, ReadFile, bundled_file, read_files, read_text


class InvalidAgendaError(ValueError):
    """An agenda that cannot be used; `diagnostics` says why, each with file, line and column."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self.diagnostics = diagnostics
        shown = (f"{d.file}:{d.place.line}:{d.place.column}: {d.message}" for d in diagnostics)
        super().__init__("\n".join(shown))


def load(path: str | os.PathLike[str] = BUNDLED) -> Agenda:
    """The agenda in a file, or the bundled one; raises InvalidAgendaError."""
    name = os.fspath(path)
    if name == BUNDLED:
        return _agenda(bundled_file())
    if os.path.isdir(name):
        raise IsADirectoryError(name)
    return _agenda(next(read_files([name])))


def loads(text: str, name: str = "agenda") -> Agenda:
    """The agenda in a text; `name` stands for its file in errors. Raises InvalidAgendaError."""
    return _agenda(read_text(name, text))


def _agenda(file: ReadFile) -> Agenda:
    if file.agenda is None:
        raise InvalidAgendaError(file.diagnostics)
    return file.agenda
