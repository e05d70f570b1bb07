"""`cjpeace list`: all mechanisms, events and commitments, in the order of the agreement."""

from datetime import date

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, OutputFormat
from cjpeace.cli.output import on_terminal, say, terminal_width, write
from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.overview import Part, overview


def command(
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """All mechanisms, events and commitments: how often, last held, what is next."""
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=True)
    listings = [(one, overview(one, day)) for one in files.valid()]
    if format in (Format.JSON, Format.CSV):
        _write_records(listings, day, format, prefix=files.several)
    else:
        _write_words(listings, day, format, prefix=files.several)
    files.finish()


def _write_words(
    listings: list[tuple[Agenda, list[Part]]], as_of: date, format: Format, *, prefix: bool
) -> None:
    from cjpeace.writing.answers import list_text  # the words are for people only

    if format is Format.MARKDOWN:
        from cjpeace.writing.layout.delimited import markdown_text  # not every answer needs it

        write(markdown_text(list_text.table(listings, as_of, prefix=prefix)))
    elif on_terminal():
        say(list_text.grouped_lines(listings, as_of, terminal_width(), prefix=prefix))
    else:
        say(list_text.plain_table(listings, prefix=prefix))


def _write_records(
    listings: list[tuple[Agenda, list[Part]]], as_of: date, format: Format, *, prefix: bool
) -> None:
    from cjpeace.writing.answers.item_record import COLUMNS, flat, item_record  # json and csv only

    records = [
        item_record(item, agenda, prefix=prefix)
        for agenda, parts in listings
        for part in parts
        for item in part.items
    ]
    if format is Format.JSON:
        from cjpeace.writing.layout.stable_json import json_text  # not every answer needs it

        write(json_text(as_of, items=records))
    else:
        from cjpeace.writing.layout.delimited import csv_text  # not every answer needs it

        write(csv_text([flat(record) for record in records], COLUMNS))
