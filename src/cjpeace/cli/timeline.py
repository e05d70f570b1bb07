"""`cjpeace timeline`: every occurrence of a span of time."""

from datetime import date
from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, From, OutputFormat, Until
from cjpeace.cli.output import say, write
from cjpeace.core.agenda import Agenda
from cjpeace.core.edtf import EdtfDate
from cjpeace.core.occurrence import Occurrence
from cjpeace.core.timeline import default_span, timeline
from cjpeace.core.window import Window
from cjpeace.writing import timeline_text
from cjpeace.writing.plain_rows import plain_table


def command(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Only these.")] = None,
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: OutputFormat = Format.TEXT,
    since: From = None,
    until: Until = None,
) -> None:
    """Every occurrence of a span of time."""
    day = as_of or today()
    span = _span(day, since, until)
    files = AgendaFiles(agenda, or_bundled=True)
    found: list[tuple[Occurrence, Agenda]] = []
    for one in files.valid():
        keys = files.chosen(one, ids)
        found += ((occurrence, one) for occurrence in timeline(one, day, span, keys))
    found.sort(key=lambda pair: pair[0].order)
    match format:
        case Format.TEXT:
            say(plain_table(((o, a, ()) for o, a in found), prefix=files.several))
        case Format.MARKDOWN:
            from cjpeace.writing.delimited import (
                markdown_text,  # not every answer needs it
            )

            write(markdown_text(timeline_text.table(found, prefix=files.several)))
        case Format.JSON | Format.CSV:
            from cjpeace.cli.records import (
                write_occurrences,  # not every answer needs it
            )

            write_occurrences(((o, a, {}) for o, a in found), day, format, prefix=files.several)
    files.finish()


def _span(as_of: date, since: EdtfDate | None, until: EdtfDate | None) -> Window:
    usual = default_span(as_of)
    start = since.window.start if since else usual.start
    end = until.window.end if until else usual.end
    if end is not None and end <= start:
        if until is not None:
            message = f"nothing lies between {since or start} and {until}"
            raise typer.BadParameter(message, param_hint="--until")
        return Window(start, None)
    return Window(start, end)
