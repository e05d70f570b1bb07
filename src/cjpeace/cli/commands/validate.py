"""`cjpeace validate`: whether files are agendas, and if not, every mistake at its place."""

import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.here import found_here
from cjpeace.cli.options import Agendas
from cjpeace.cli.output import complain, on_terminal, say, write
from cjpeace.cli.workers import processes_for, shared_out
from cjpeace.core.diagnostic import Diagnostic, Place
from cjpeace.reading.agenda_file import (
    LARGEST,
    DistinctIds,
    Found,
    ReadFile,
    expanded,
    read_bytes,
    read_found,
    refuse_id,
    size_of,
)
from cjpeace.writing.findings.validation import (
    Validated,
    summary,
    validation_annotations,
    validation_json,
)
from cjpeace.writing.layout.styled import line

STDIN = "-"


class ValidateFormat(StrEnum):
    """How mistakes are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


Format = Annotated[
    ValidateFormat,
    typer.Option("--format", "-f", help="How to write mistakes.", case_sensitive=False),
]


def command(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            show_default=False,
            help="Agenda files, or folders of them; `-` reads one from stdin.",
        ),
    ] = None,
    *,
    agenda: Agendas = None,
    stdin_name: Annotated[
        str, typer.Option(metavar="NAME", help="What to call the file that stdin holds.")
    ] = "stdin",
    format: Format = ValidateFormat.TEXT,
) -> None:
    """Whether files are agendas; exit 2 when one is not.

    Only their form is looked at, so it depends on no day; `check` tells what is overdue. Each file
    is taken by itself, the files of a folder together.
    """
    named = [*(names or ()), *(agenda or ())]
    if not named:
        AgendaFiles(None, or_bundled=False)  # leaves when there is none here
        named = found_here()
    files = list(_validated(list(dict.fromkeys(named)), stdin_name, shown=format))
    _write(files, format)
    if any(file.diagnostics for file in files):
        raise typer.Exit(2)


def _validated(names: list[str], stdin_name: str, *, shown: ValidateFormat) -> Iterator[Validated]:
    """Each file that the names stand for; as text, mistakes are told as they are found."""
    found = [
        (one, name if os.path.isdir(name) else None)
        for name in names
        for one in _found(name, stdin_name)
    ]
    ids: dict[str | None, DistinctIds] = {}
    for (one, folder), result in zip(found, _results([one for one, _ in found]), strict=True):
        known = ids.setdefault(folder, DistinctIds())
        first = known.first_with(result.id, result.name) if folder and result.id else None
        told = _with_refused_id(one, first) if first else result
        if shown is ValidateFormat.TEXT:
            _describe(told)
        yield told


def _found(name: str, stdin_name: str) -> Iterator[Found]:
    if name == STDIN:
        yield _from_stdin(stdin_name)
    else:
        yield from expanded(name)


def _from_stdin(name: str) -> ReadFile:
    content = sys.stdin.buffer.read(LARGEST + 1)
    if len(content) <= LARGEST:
        return read_bytes(name, content)
    file = ReadFile(name, "")
    message = f"the text is too large: {LARGEST // 1_000_000} MB are the most"
    file.diagnostics = [Diagnostic(name, Place(0, 0), message, "split it into several agendas")]
    return file


def _results(found: list[Found]) -> Iterator[Validated]:
    """What is wrong with each file, in order; many of them are read in several processes."""
    sizes = [size_of(one) for one in found]
    processes = processes_for(sizes) if found else 1
    if processes > 1:
        return shared_out(_one, found, sizes, processes)
    return map(_one, found)


def _one(found: Found) -> Validated:
    file = read_found(found)
    return Validated(file.name, file.agenda.id if file.agenda else None, tuple(file.diagnostics))


def _with_refused_id(found: Found, first: str) -> Validated:
    file = read_found(found)
    if file.agenda is not None:
        refuse_id(file, file.agenda, first)
    return Validated(file.name, None, tuple(file.diagnostics))


def _describe(file: Validated) -> None:
    if not file.diagnostics:
        return
    from cjpeace.writing.findings.diagnostic_text import (
        diagnostic_lines,  # only where something is wrong
    )

    for diagnostic in file.diagnostics:
        complain([*diagnostic_lines(diagnostic), ()])


def _write(files: list[Validated], format: ValidateFormat) -> None:
    """What there is to say of all files; of valid ones nothing, unless somebody reads along."""
    match format:
        case ValidateFormat.JSON:
            write(validation_json(files))
        case ValidateFormat.GITHUB:
            write(validation_annotations(files))
        case ValidateFormat.TEXT if any(file.diagnostics for file in files):
            if len(files) > 1:
                complain([line(summary(files))])
        case ValidateFormat.TEXT:
            if on_terminal():
                say([line(summary(files))])
