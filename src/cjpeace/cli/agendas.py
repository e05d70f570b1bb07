"""Which agendas a command is asked about, and what to say of those that cannot be read."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import Generic, TypeVar

from msgspec import Struct

from cjpeace.cli.asked import Asked
from cjpeace.cli.here import found_here
from cjpeace.cli.output import complain
from cjpeace.core.agenda import Agenda
from cjpeace.core.diagnostic import Diagnostic
from cjpeace.reading.agenda_file import (
    BUNDLED,
    DistinctIds,
    Found,
    ReadFile,
    expanded,
    read_files,
    read_found,
    refuse_id,
    size_of,
)
from cjpeace.writing.layout.styled import line

Answer = TypeVar("Answer")


class AgendaFiles:
    """The agendas that were named, or are found here, read one at a time.

    After the reading, `invalid` are those that cannot be used, with what was said of them on
    stderr.
    """

    def __init__(self, named: list[str] | None, *, or_bundled: bool) -> None:
        self.invalid: list[tuple[str, list[Diagnostic]]] = []
        self.asked = Asked()
        self._names = named or found_here()
        if not self._names and not or_bundled:
            said = "no agenda here: name one with -a (`-a bundled` works), or make one with"
            complain([line(f"cjpeace: {said} `cjpeace init`")])
            raise SystemExit(2)
        self._fallback = not self._names

    @property
    def several(self) -> bool:
        """Whether more than one agenda may be meant, so that ids need the agenda's before them."""
        return len(self._names) > 1 or any(os.path.isdir(name) for name in self._names)

    def files(self) -> Iterator[ReadFile]:
        """The files with a valid agenda, in the order they were named."""
        for file in read_files(self._names or [BUNDLED]):
            if file.agenda is None:
                self._refuse(file.name, file.diagnostics)
            else:
                if self._fallback:
                    _say_bundled(file.agenda)
                yield file

    def answers(self, ask: Callable[[ReadFile, Asked], Answer]) -> Iterator[Answer]:
        """What `ask` makes of each file with a valid agenda, in the order they were named.

        Many files are read in several processes, so that `ask` and its answers must be picklable.
        """
        shared = self._shared_out(ask) if self.several else None
        if shared is None:
            return (ask(file, self.asked) for file in self.files())
        return self._gathered(*shared)

    def _shared_out(
        self, ask: Callable[[ReadFile, Asked], Answer]
    ) -> "tuple[list[Found], Iterator[_Answered[Answer]]] | None":
        """The files, and what each process answers of them; None where one process is enough."""
        from cjpeace.cli.workers import processes_for, shared_out  # for several files only

        found = [file for name in self._names for file in expanded(name)]
        sizes = [size_of(file) for file in found]
        processes = processes_for(sizes)
        if processes == 1:
            return None
        return found, shared_out(partial(_answered, ask), found, sizes, processes)

    def _gathered(
        self, found: list[Found], results: "Iterator[_Answered[Answer]]"
    ) -> Iterator[Answer]:
        ids = DistinctIds()
        for one, result in zip(found, results, strict=True):
            first = result.id and ids.first_with(result.id, result.name)
            if first:
                self._refuse(result.name, _refused(one, first))
            elif result.id is None:
                self._refuse(result.name, result.diagnostics)
            else:
                self.asked.add(result.asked)
                yield from result.answer

    def finish(self) -> None:
        """Leave with 2 when an agenda was invalid, or something asked for is in none of them."""
        nothing_read = bool(self.invalid) and not self.asked.known
        unknown = [] if nothing_read else list(self.asked.unknown())
        complain([line(f"cjpeace: {sentence}") for sentence in unknown])
        if unknown or self.invalid:
            raise SystemExit(2)

    def valid(self) -> list[Agenda]:
        """The valid agendas, of which there is one at least: without any the program ends."""
        found = [file.agenda for file in self.files() if file.agenda is not None]
        if not found:
            raise SystemExit(2)
        return found

    def _refuse(self, name: str, diagnostics: list[Diagnostic]) -> None:
        from cjpeace.writing.findings.diagnostic_text import (
            diagnostic_lines,  # only where something is wrong
        )

        self.invalid.append((name, diagnostics))
        for diagnostic in diagnostics:
            complain([*diagnostic_lines(diagnostic), ()])


class _Answered(Struct, Generic[Answer]):
    """What came of one file: its `answer` alone in a list, or why there is none."""

    name: str
    id: str | None
    diagnostics: list[Diagnostic]
    answer: list[Answer]
    asked: Asked


def _answered(ask: Callable[[ReadFile, Asked], Answer], found: Found) -> _Answered[Answer]:
    file = read_found(found)
    asked = Asked()
    if file.agenda is None:
        return _Answered(file.name, None, file.diagnostics, [], asked)
    return _Answered(file.name, file.agenda.id, [], [ask(file, asked)], asked)


def _refused(found: Found, first: str) -> list[Diagnostic]:
    """What to say of a file whose id is that of another one."""
    file = read_found(found)
    if file.agenda is not None:
        refuse_id(file, file.agenda, first)
    return file.diagnostics


def _say_bundled(agenda: Agenda) -> None:
    reviewed = f", reviewed {agenda.reviewed}" if agenda.reviewed else ""
    said = f"cjpeace: no agenda here, so this is the bundled one: {agenda.title}{reviewed}"
    complain([line(said)])
