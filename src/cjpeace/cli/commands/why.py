"""`cjpeace why`: the arithmetic behind an answer, each step with its line and its source."""

from datetime import date
from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.asked import own_id
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, WhyFormat
from cjpeace.cli.output import complain, say, terminal_width, write
from cjpeace.core.answers.trace import Trace, nearest_occurrences, trace
from cjpeace.reading.agenda_file import ReadFile
from cjpeace.writing.answers.why_text import why_lines, why_markdown
from cjpeace.writing.answers.why_words import Explained, explained
from cjpeace.writing.layout.styled import line

Format = Annotated[
    WhyFormat, typer.Option("--format", "-f", help="How to write the steps.", case_sensitive=False)
]


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A mechanism, an event, or an occurrence such as symposium/2004-23."
        ),
    ],
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: Format = WhyFormat.TEXT,
) -> None:
    """Why an occurrence stands as it does: rule, slot, sessions, deadline, status, number, host."""
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=True)
    found: list[tuple[ReadFile, Trace]] = []
    missing: list[str] = []
    for file in files.files():
        assert file.agenda is not None  # noqa: S101 - only such files are handed out
        own = own_id(file.agenda, name)
        answer = trace(file.agenda, own, day)
        if answer is not None:
            found.append((file, answer))
        elif files.asked.knows(file.agenda, own.partition("/")[0]):
            missing += nearest_occurrences(file.agenda, own, day)
    _refuse_unclear(name, found, missing, files)
    for file, answer in found[:1]:
        _write(file, answer, day, format, prefix=files.several)
    files.finish()


def _refuse_unclear(
    name: str, found: list[tuple[ReadFile, Trace]], missing: list[str], files: AgendaFiles
) -> None:
    if len(found) > 1:
        ids = ", ".join(f"{file.agenda.id}/{name}" for file, _ in found if file.agenda)
        complain([line(f'cjpeace: "{name}" is in several agendas; name one: {ids}')])
        raise typer.Exit(2)
    if not found and missing:
        said = f'cjpeace: no occurrence "{name}" on that day; near it: {", ".join(missing)}'
        complain([line(said)])
        raise typer.Exit(2)
    if not found:
        files.asked.note(name)


def _write(file: ReadFile, found: Trace, as_of: date, format: WhyFormat, *, prefix: bool) -> None:
    assert file.agenda is not None  # noqa: S101 - only such files are handed out
    steps = list(explained(found, file.agenda, as_of))
    match format:
        case WhyFormat.TEXT:
            say(why_lines(found, [(s, _reference(file, s)) for s in steps], terminal_width()))
        case WhyFormat.MARKDOWN:
            write(why_markdown(found, [(s, _reference(file, s)) for s in steps]))
        case WhyFormat.JSON:
            from cjpeace.writing.answers.why_record import Placed, trace_record
            from cjpeace.writing.layout.stable_json import json_text  # json is for this only

            placed: list[Placed] = [(step, file.name, _line(file, step)) for step in steps]
            record = trace_record(found, placed, file.agenda, prefix=prefix)
            write(json_text(as_of, **record))


def _reference(file: ReadFile, step: Explained) -> str:
    """Where a step stands in the file, and the sources that say so."""
    number = _line(file, step)
    place = [] if number is None else [f"{file.name}:{number}"]
    return ", ".join([*place, *step.source])


def _line(file: ReadFile, step: Explained) -> int | None:
    return None if step.path is None else file.place(step.path, at_key=True).line
