"""The options that commands share."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from cjpeace.core.dates.duration import Duration, Unit, parse_duration
from cjpeace.core.dates.edtf import EdtfDate, parse_edtf
from cjpeace.core.unreadable import UnreadableError


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class CheckFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


class WhyFormat(StrEnum):
    """How the steps of a trace are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def _day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        message = f'"{text}" is not a single day; a day is written 2026-11-24'
    except ValueError:
        message = f'"{text}" is not a day of the calendar; a day is written 2026-11-24'
    raise typer.BadParameter(message)


def edtf_option(text: str) -> EdtfDate:
    """The date, or window, that an option names; refused as click refuses a wrong value."""
    try:
        return parse_edtf(text)
    except UnreadableError as error:
        message = f"{error.message}; {error.help}"
        raise typer.BadParameter(message) from None


def _length(text: str) -> Duration:
    try:
        return parse_duration(text, (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY))
    except UnreadableError as error:
        message = f"{error.message}; {error.help}"
        raise typer.BadParameter(message) from None


Agendas = Annotated[
    list[str] | None,
    typer.Option(
        "--agenda",
        "-a",
        metavar="FILE",
        help="An agenda file, or a folder of them; may be repeated. `bundled` is the one that "
        "comes with the program. Default: $CJPEACE_AGENDA, agenda.yaml, data/agenda.yaml.",
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        parser=_day, metavar="DATE", help="The day to answer for, as in 2026-11-24. Default: today."
    ),
]
OutputFormat = Annotated[
    Format, typer.Option("--format", "-f", help="How to write the answer.", case_sensitive=False)
]
From = Annotated[
    EdtfDate | None,
    typer.Option(
        "--from", parser=edtf_option, metavar="DATE", help="The first date, as in 1999-09."
    ),
]
Until = Annotated[
    EdtfDate | None,
    typer.Option(
        "--until",
        parser=edtf_option,
        metavar="DATE",
        help="The last date, included. Default: five years ahead.",
    ),
]
Within = Annotated[
    Duration | None,
    typer.Option(
        parser=_length, metavar="LENGTH", help='Only what begins within, as in "18 months".'
    ),
]
