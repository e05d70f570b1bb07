"""`cjpeace export`: an iCalendar file."""

import os
import re
from datetime import date
from enum import StrEnum
from importlib.metadata import version
from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.calendar_range import Wanted, entries
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, From, Until
from cjpeace.cli.output import complain, write
from cjpeace.cli.publishing import complain_of_characters, source_date_epoch
from cjpeace.cli.whole_file import put
from cjpeace.core.agenda import Agenda
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.history.occurrence import Status
from cjpeace.reading.zone_data import newest_zone_data
from cjpeace.writing.ical.ical import Feed, Publication, feed
from cjpeace.writing.ical.ical_identity import Named
from cjpeace.writing.layout.styled import line

Chosen = list[tuple[Agenda, list[Named]]]


class Windows(StrEnum):
    """What becomes of a promise that has no day yet."""

    AUTO = "auto"
    OMIT = "omit"


def _address(text: str) -> str:
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+", text):
        return text
    raise typer.BadParameter(f'"{text}" is not an address, such as https://example.org/a.ics')


def command(
    *,
    agenda: Agendas = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write, `-` for stdout; a folder takes a file an agenda.",
        ),
    ] = "-",
    since: From = None,
    until: Until = None,
    windows: Annotated[
        Windows,
        typer.Option(
            case_sensitive=False,
            help="Show what has no day yet over its window (`auto`), or leave it out (`omit`).",
        ),
    ] = Windows.AUTO,
    utc: Annotated[bool, typer.Option("--utc", help="Write all times in UTC.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what was missed, and what the record leaves open.")
    ] = False,
    mechanism: Annotated[
        list[str] | None,
        typer.Option("--mechanism", "-m", metavar="ID", help="Only this one; may be repeated."),
    ] = None,
    status: Annotated[
        list[Status] | None,
        typer.Option(case_sensitive=False, help="Only this status; may be repeated."),
    ] = None,
    as_of: AsOf = None,
    address: Annotated[
        str | None,
        typer.Option(
            "--url", parser=_address, metavar="URL", help="Where the calendar will be found."
        ),
    ] = None,
) -> None:
    """An iCalendar file, for a calendar to import or subscribe to."""
    day = as_of or today()
    wanted = Wanted(
        *_range(since, until), frozenset(status or ()), everything, windows is Windows.AUTO
    )
    zone_data = newest_zone_data()
    publication = Publication(
        ".".join(version("cjpeace").split(".")[:2]),
        zone_data.zone,
        zone_data.year,
        utc,
        address,
        source_date_epoch(),
    )
    files = AgendaFiles(agenda, or_bundled=False)
    chosen = [
        (one, entries(one, day, wanted, files.asked.chosen(one, mechanism)))
        for one in files.valid()
    ]
    if not files.invalid:
        files.finish()  # a name that is unknown is refused before anything is written
    if chosen:
        _write(output, chosen, publication)
    files.finish()


def _range(since: EdtfDate | None, until: EdtfDate | None) -> tuple[date, date | None]:
    start = since.window.start if since else date.min
    end = until.window.end if until else None
    if until is not None and end is None:
        message = f'"{until}" has no end; leave --until out for the usual five years'
        raise typer.BadParameter(message, param_hint="--until")
    if end is not None and end <= start:
        message = f"nothing lies between {since or start} and {until}"
        raise typer.BadParameter(message, param_hint="--until")
    return start, end


def _write(output: str, chosen: Chosen, publication: Publication) -> None:
    if output == "-":
        made = feed(chosen, publication)
        write(made.content.decode())
        complain_of_characters(made)
    elif os.path.isdir(output) or output.endswith(os.sep):
        for one in chosen:
            _put(os.path.join(output, f"{one[0].id}.ics"), feed([one], publication), in_folder=True)
    else:
        _put(output, feed(chosen, publication))


def _put(path: str, made: Feed, *, in_folder: bool = False) -> None:
    try:
        if in_folder:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        changed = put(path, made.content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        complain([line(f"cjpeace: cannot write {path}: {reason}")])
        raise SystemExit(2) from None
    complain_of_characters(made)
    entry_words = f"{made.entries} {'entry' if made.entries == 1 else 'entries'}"
    complain([line(f"cjpeace: {entry_words} in {path}{'' if changed else ', unchanged'}")])
