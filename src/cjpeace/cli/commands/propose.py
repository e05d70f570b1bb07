"""`cjpeace propose`: the best days for a meeting, and what bars the others."""

import shlex
from datetime import date
from typing import Annotated, NoReturn

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.asked import own_id
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, OutputFormat, edtf_option
from cjpeace.cli.output import complain, say, terminal_width, write
from cjpeace.core.agenda import NOBODY, Agenda
from cjpeace.core.changes.naming import naming
from cjpeace.core.dates.edtf import EdtfDate, edtf_of
from cjpeace.core.proposals.busy import Busy
from cjpeace.core.proposals.circumstances import Question
from cjpeace.core.proposals.propose import Proposals, propose
from cjpeace.core.proposals.target import NothingAheadError, Target, target
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.agenda_file import BUNDLED, ReadFile
from cjpeace.reading.holidays.holiday_data import holiday_name
from cjpeace.reading.zone_data import newest_zone_data
from cjpeace.writing.layout.styled import line
from cjpeace.writing.proposals.propose_words import clock_note

MOST_DAYS = 366
"""A meeting of more days than a year has is refused."""


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A mechanism, an event, or an occurrence such as symposium/2026."
        ),
    ],
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    within: Annotated[
        EdtfDate | None,
        typer.Option(
            "--in",
            parser=edtf_option,
            metavar="WINDOW",
            help="Seek days in this window, as in 2027, 2027-03, 'autumn 2027'. "
            "Default: what is left of the window in which it is due.",
        ),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(min=1, max=MOST_DAYS, help="How many days in a row. Default: `lasts`."),
    ] = None,
    count: Annotated[int, typer.Option(min=1, max=50, help="How many proposals.")] = 3,
    busy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE", help="An iCalendar file (.ics) of busy times; may be repeated."
        ),
    ] = None,
    avoid: Annotated[
        list[EdtfDate] | None,
        typer.Option(
            parser=edtf_option, metavar="WINDOW", help="Not in this window; may be repeated."
        ),
    ] = None,
    video: Annotated[
        bool, typer.Option("--video", help="A meeting by video: the hours for each side too.")
    ] = False,
    format: OutputFormat = Format.TEXT,
) -> None:
    """The best days for a meeting: why those, and what bars the others."""
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=False)
    agendas: list[Agenda] = []
    file, sought = _one(files, name, day, within, agendas)
    question = Question(
        sought,
        day,
        days or sought.days,
        count,
        tuple(agendas),
        tuple(each for path in busy or () for each in _busy(path, sought)),
        tuple(avoid or ()),
        video,
    )
    answer = propose(question, holiday_name, newest_zone_data().zone)
    named = file.name if agenda or files.several else None
    _write(answer, _record(answer, named), format, prefix=files.several)
    files.finish()


def _one(
    files: AgendaFiles, name: str, as_of: date, within: EdtfDate | None, agendas: list[Agenda]
) -> tuple[ReadFile, Target]:
    """What is asked for, and its file; `agendas` takes all that there are."""
    found: list[tuple[ReadFile, Target]] = []
    known: list[str] = []
    for file in files.files():
        assert file.agenda is not None  # noqa: S101 - only such files are handed out
        agendas.append(file.agenda)
        own = own_id(file.agenda, name)
        sought = _sought(file.agenda, own, as_of, within)
        if sought is not None:
            found.append((file, sought))
        elif files.asked.knows(file.agenda, own.partition("/")[0]):
            known.append(own)
    if len(found) > 1:
        ids = ", ".join(f"{one.agenda.id}/{name}" for _, one in found)
        _leave(f'"{name}" is in several agendas; name one: {ids}')
    if not found and known:
        _leave(f'there is nothing open for "{known[0]}" on that day; see `cjpeace show`')
    if not found:
        files.asked.note(name)
        files.finish()
    return found[0]


def _sought(agenda: Agenda, name: str, as_of: date, within: EdtfDate | None) -> Target | None:
    try:
        found = target(agenda, name, as_of, within.window if within else None)
    except NothingAheadError:
        when = f"{within.written} is over" if within else "the calendar ends"
        _leave(f"{when}: days after {as_of} are proposed, no others")
    if found is not None and found.owner.convened_by is not None:
        _leave(f"{found.owner.key} is convened by {found.owner.convened_by}, not by the parties")
    if found is not None and not agenda.parties:
        _leave("the agenda has no parties, so nobody can meet")
    return found


def _busy(path: str, sought: Target) -> tuple[Busy, ...]:
    from cjpeace.reading.calendars.busy_file import read_busy  # icalendar is for busy files only

    zones = newest_zone_data().zone
    usual = next(iter(sought.agenda.parties.values())).timezone
    try:
        return read_busy(path, sought.window, zones, zones(usual))
    except UnreadableError as error:
        _leave(f"{path}: {error.message}" + (f"; {error.help}" if error.help else ""))


def _leave(message: str) -> NoReturn:
    complain([line(f"cjpeace: {message}")])
    raise SystemExit(2)


def _record(found: Proposals, file: str | None) -> str:
    """The command that records the first proposal; nothing when there is none."""
    if not found.best:
        return ""
    best, sought = found.best[0], found.question.target
    days = edtf_of(best.window)
    named = naming(sought.owner, days, found.question.as_of, sought.occurrence)
    words = ["cjpeace", "record", named.id, str(days), "--tentative"]
    words += ["--update"] * named.update + ["--new"] * named.new
    if found.question.by_video:
        words += ["--host", NOBODY, "--place", "by video", "--note", clock_note(best.hours[0])]
    elif best.place is not None and sought.host is None and best.host is not None:
        words += ["--host", best.host, "--place", best.place]
    if file is not None:
        words += ["-a", "COPY.yaml" if file == BUNDLED else file]
    return shlex.join(words)


def _write(found: Proposals, record: str, format: Format, *, prefix: bool) -> None:
    match format:
        case Format.TEXT:
            from cjpeace.writing.proposals.propose_text import (
                proposal_lines,  # the words are for people
            )

            say(proposal_lines(found, record, terminal_width()))
        case Format.JSON:
            from cjpeace.writing.layout.stable_json import json_text  # likewise
            from cjpeace.writing.proposals.propose_record import (
                proposals_record,  # json is for this only
            )

            fields = proposals_record(found, record, prefix=prefix)
            write(json_text(found.question.as_of, **fields))
        case Format.CSV:
            from cjpeace.writing.layout.delimited import (
                csv_text,  # csv and markdown are for these only
            )
            from cjpeace.writing.proposals.propose_record import COLUMNS, rows  # likewise

            write(csv_text(rows(found), COLUMNS))
        case Format.MARKDOWN:
            from cjpeace.writing.layout.delimited import markdown_text  # likewise
            from cjpeace.writing.proposals.propose_record import table  # likewise

            write(markdown_text(table(found, found.question.target.agenda)))
