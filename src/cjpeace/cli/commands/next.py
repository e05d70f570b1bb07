"""`cjpeace next`: what needs doing and what comes."""

from datetime import date
from functools import partial
from itertools import chain
from typing import Annotated

import typer
from msgspec import Struct

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.asked import Asked
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, OutputFormat, Within
from cjpeace.cli.output import on_terminal, say, terminal_width, write
from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.upcoming import Group, Upcoming, Wanted, all_upcoming, foremost, upcoming
from cjpeace.reading.agenda_file import ReadFile
from cjpeace.writing.layout.plain_rows import plain_table

Answers = list[tuple[Upcoming, Agenda]]


def command(
    count: Annotated[
        int, typer.Argument(metavar="[N]", min=1, help="How many rows a group, or in all.")
    ] = 10,
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: OutputFormat = Format.TEXT,
    everything: Annotated[
        bool, typer.Option("--all", help="Every occurrence, not each mechanism once.")
    ] = False,
    mechanism: Annotated[
        list[str] | None,
        typer.Option("--mechanism", "-m", metavar="ID", help="Only this one; may be repeated."),
    ] = None,
    host: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Only what this party hosts.")
    ] = None,
    within: Within = None,
) -> None:
    """What needs doing and what comes next."""
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=True)
    before = within.after(day) if within else None
    question = _Question(day, count, everything, mechanism, host, before)
    found = list(files.answers(partial(_foremost, question)))
    if not found:
        raise SystemExit(2)
    answers = sorted(chain(*found), key=lambda answer: answer[0].occurrence.order)
    groups = {group: [a for a in answers if a[0].group is group][:count] for group in Group}
    if everything:
        answers = answers[:count]
    else:
        answers = [answer for listed in groups.values() for answer in listed]
    _write(answers, None if everything else groups, day, format, prefix=files.several)
    files.finish()


class _Question(Struct, frozen=True):
    """What is asked of each agenda."""

    as_of: date
    count: int
    everything: bool
    mechanism: list[str] | None
    host: str | None
    before: date | None


def _foremost(question: _Question, file: ReadFile, asked: Asked) -> Answers:
    """What one agenda has among the rows asked for, and as much of the agenda as they take."""
    agenda = file.agenda
    assert agenda is not None  # noqa: S101 - only such files are handed out
    chosen = asked.chosen(agenda, question.mechanism)
    wanted = Wanted(chosen, asked.party(agenda, question.host), question.before)
    if question.everything:
        found = all_upcoming(agenda, question.as_of, question.count, wanted)
    else:
        found = foremost(upcoming(agenda, question.as_of, wanted), question.count)
    spare = agenda.only(())
    return [(one, spare) for one in found]


def _write(
    answers: Answers,
    groups: dict[Group, Answers] | None,
    as_of: date,
    format: Format,
    *,
    prefix: bool,
) -> None:
    if format is Format.TEXT and not on_terminal():
        rows = ((one.occurrence, agenda, (one.group.value,)) for one, agenda in answers)
        say(plain_table(rows, ("group",), prefix=prefix))
    elif format in (Format.JSON, Format.CSV):
        from cjpeace.cli.records import (
            write_occurrences,  # json and csv are for these only
        )

        found = [(one.occurrence, agenda, {"group": one.group.value}) for one, agenda in answers]
        write_occurrences(found, as_of, format, prefix=prefix)
    else:
        _write_words(answers, groups, as_of, format, prefix=prefix)


def _write_words(
    answers: Answers,
    groups: dict[Group, Answers] | None,
    as_of: date,
    format: Format,
    *,
    prefix: bool,
) -> None:
    from cjpeace.writing.answers import next_text  # the words are for people only
    from cjpeace.writing.layout.delimited import markdown_text

    if format is Format.MARKDOWN:
        write(markdown_text(next_text.table(answers, as_of, prefix=prefix)))
    elif groups is not None:
        say(next_text.grouped_lines(groups, as_of, terminal_width(), prefix=prefix))
    else:
        say(next_text.flat_lines(answers, as_of, terminal_width(), prefix=prefix))
