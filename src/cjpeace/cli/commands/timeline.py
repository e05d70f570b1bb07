"""`cjpeace timeline`: the record at a glance, or every occurrence of a span of time."""

from datetime import date
from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, From, OutputFormat, Until
from cjpeace.cli.output import say, terminal_width, write
from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.timeline import default_span, earlier, picture_span, timeline
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence

Found = list[tuple[Occurrence, Agenda]]


def command(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Only these.")] = None,
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: OutputFormat = Format.TEXT,
    since: From = None,
    until: Until = None,
) -> None:
    """The record at a glance: a row a mechanism, years across, a mark an occurrence.

    As json, csv or markdown: every occurrence whose window meets the span.
    """
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=True)
    agendas = files.valid()
    asked = [one.only(files.asked.chosen(one, ids)) for one in agendas]
    if format is Format.TEXT:
        span = _span(picture_span(agendas, day), since, until)
        _draw(asked, span, day, prefix=files.several, cut=since is None)
    else:
        span = _span(default_span(day), since, until)
        found = [(o, one) for one in asked for o in timeline(one, day, span)]
        found.sort(key=lambda pair: pair[0].order)
        _write(found, day, format, prefix=files.several)
    files.finish()


def _draw(
    agendas: list[Agenda],
    span: Window,
    as_of: date,
    *,
    prefix: bool,
    cut: bool,
) -> None:
    from cjpeace.writing.answers.timeline_text import (  # the other formats draw nothing
        drawn,
        earlier_line,
    )

    found = [(one, timeline(one, as_of, span)) for one in agendas]
    say(drawn(found, span, as_of, terminal_width(), prefix=prefix))
    if cut:
        before = [(one, earlier(one, as_of, span)) for one in agendas]
        say(earlier_line(before, span, prefix=prefix))


def _write(found: Found, as_of: date, format: Format, *, prefix: bool) -> None:
    if format is Format.MARKDOWN:
        from cjpeace.writing.answers.timeline_text import table
        from cjpeace.writing.layout.delimited import markdown_text  # not every answer needs it

        write(markdown_text(table(found, prefix=prefix)))
    else:
        from cjpeace.cli.records import write_occurrences  # not every answer needs it

        write_occurrences(((o, a, {}) for o, a in found), as_of, format, prefix=prefix)


def _span(usual: Window, since: EdtfDate | None, until: EdtfDate | None) -> Window:
    start = since.window.start if since else usual.start
    end = until.window.end if until else usual.end
    if end is not None and end <= start:
        if until is not None:
            message = f"nothing lies between {since or start} and {until}"
            raise typer.BadParameter(message, param_hint="--until")
        return Window(start, None)
    return Window(start, end)
