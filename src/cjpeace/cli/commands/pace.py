"""`cjpeace pace`: the interval that was promised against the one that was kept."""

from datetime import date
from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, OutputFormat
from cjpeace.cli.output import complain, on_terminal, say, terminal_width, write
from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.pace import Pace, pace, rank

Answers = list[tuple[Pace, Agenda]]


def command(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Only these.")] = None,
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """The interval promised against the one kept, and when the next falls at that pace."""
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=True)
    answers: Answers = []
    for one in files.valid():
        keys = files.asked.named(one, ids or [], one.mechanisms, "a mechanism")
        chosen = one.mechanisms if not ids else dict.fromkeys(keys)
        answers += ((pace(one.mechanisms[key], day), one) for key in chosen)
    answers.sort(key=lambda answer: rank(answer[0]))
    if answers or not ids:
        _write(answers, day, format, prefix=files.several)
    files.finish()


def _write(answers: Answers, as_of: date, format: Format, *, prefix: bool) -> None:
    if format in (Format.JSON, Format.CSV):
        _write_records(answers, as_of, format, prefix=prefix)
        return
    from cjpeace.writing.answers import pace_text  # the words are for people only

    if format is Format.MARKDOWN:
        from cjpeace.writing.layout.delimited import markdown_text  # not every answer needs it

        write(markdown_text(pace_text.table(answers, as_of, prefix=prefix)))
        say([(), *pace_text.method_lines()])
    elif on_terminal():
        say(pace_text.told_lines(answers, as_of, terminal_width(), prefix=prefix))
    else:
        say(pace_text.plain_table(answers, prefix=prefix))
        complain(pace_text.method_lines())


def _write_records(answers: Answers, as_of: date, format: Format, *, prefix: bool) -> None:
    from cjpeace.writing.answers.pace_record import COLUMNS, flat, pace_record  # json and csv only

    records = [pace_record(one, agenda, prefix=prefix) for one, agenda in answers]
    if format is Format.JSON:
        from cjpeace.writing.answers.pace_words import METHOD  # likewise
        from cjpeace.writing.layout.stable_json import json_text  # likewise

        write(json_text(as_of, method=METHOD, pace=records))
    else:
        from cjpeace.writing.layout.delimited import csv_text  # likewise

        write(csv_text([flat(record) for record in records], COLUMNS))
