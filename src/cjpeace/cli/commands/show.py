"""`cjpeace show`: everything known about one mechanism, event, commitment or paragraph."""

from datetime import date
from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, OutputFormat
from cjpeace.cli.output import say, terminal_width, write
from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.dossier import Subject, names, subject

Shown = list[tuple[Agenda, Subject]]

WHAT = "a mechanism, event, commitment or paragraph"


def command(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="A key, or the number of a paragraph, as in 14."),
    ],
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Everything known about a mechanism, an event, a commitment, or a paragraph."""
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=True)
    shown: Shown = []
    for one in files.valid():
        for name in files.asked.named(one, ids, names(one), WHAT):
            found = subject(one, name, day)
            shown += [(one, found)] if found else []
    if shown:
        _write(shown, day, format, prefix=files.several)
    files.finish()


def _write(shown: Shown, as_of: date, format: Format, *, prefix: bool) -> None:
    match format:
        case Format.TEXT:
            from cjpeace.writing.answers.show_text import subject_lines  # one writer an answer

            say(subject_lines(shown, as_of, terminal_width(), prefix=prefix))
        case Format.MARKDOWN:
            from cjpeace.writing.answers.show_markdown import subject_markdown  # likewise

            write(subject_markdown(shown, as_of, prefix=prefix))
        case Format.JSON | Format.CSV:
            _write_records(shown, as_of, format, prefix=prefix)


def _write_records(shown: Shown, as_of: date, format: Format, *, prefix: bool) -> None:
    from cjpeace.writing.answers import dossier_record  # json and csv are for these only

    if format is Format.JSON:
        from cjpeace.writing.layout.stable_json import json_text  # not every answer needs it

        write(json_text(as_of, **dossier_record.subjects_record(shown, prefix=prefix)))
    else:
        from cjpeace.writing.layout.delimited import csv_text  # not every answer needs it

        records = dossier_record.session_records(shown, prefix=prefix)
        write(csv_text(records, dossier_record.SESSION_COLUMNS))
