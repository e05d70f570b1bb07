"""`cjpeace record`: a session written into the agenda, or changed there, and what follows."""

import os
import sys
from datetime import time
from typing import Annotated, NoReturn

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.asked import own_id
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf
from cjpeace.cli.output import complain, on_terminal, say, write
from cjpeace.cli.record_report import RecordFormat, report, where
from cjpeace.cli.recorder import (
    Choice,
    InvalidFileError,
    Plan,
    RefusedError,
    Wanted,
    plan,
    read_whole,
    rival_words,
    written,
)
from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.edtf import EdtfDate, parse_edtf
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.agenda_file import BUNDLED, ReadFile
from cjpeace.reading.entries.kinds import CLOCK
from cjpeace.writing.changes.recorded_text import change_lines
from cjpeace.writing.findings.diagnostic_text import diagnostic_lines
from cjpeace.writing.layout.styled import Style, line
from cjpeace.writing.layout.unified_diff import changed_lines


def _time(text: str) -> time:
    try:
        found = CLOCK.read(text)
    except UnreadableError as error:
        message = f"{error.message}; {error.help}"
        raise typer.BadParameter(message) from None
    assert found is not None  # noqa: S101 - a text is of the type that is read
    return found


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A mechanism, an event, or an occurrence such as symposium/2026."
        ),
    ],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="DATE...",
            help="As in an agenda: 2026-12-10/2026-12-11, 2026-12, autumn 2027; with --postponed "
            "the new date, or `..` for none yet.",
        ),
    ],
    *,
    held: Annotated[bool, typer.Option("--held", help="It was held.")] = False,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="All sides have agreed.")] = False,
    tentative: Annotated[bool, typer.Option("--tentative", help="The date is proposed.")] = False,
    postponed: Annotated[bool, typer.Option("--postponed", help="It was put off.")] = False,
    cancelled: Annotated[bool, typer.Option("--cancelled", help="It will not be held.")] = False,
    number: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Which one it is in the series.")
    ] = None,
    host: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Who hosts it; `none` for nobody.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Where it is held.")] = None,
    at: Annotated[
        time | None, typer.Option(parser=_time, metavar="TIME", help="When it begins, as in 09:30.")
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Why it was postponed or cancelled; needed then."),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What else is to be said.")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="A name from `sources`, or an address; may be repeated. Joins those on record.",
        ),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Change the session on record for the same slot.")
    ] = False,
    new: Annotated[bool, typer.Option("--new", help="Add a session beside it.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the change as a patch; write nothing.")
    ] = False,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: Annotated[
        RecordFormat,
        typer.Option("--format", "-f", help="How to write what was done.", case_sensitive=False),
    ] = RecordFormat.TEXT,
) -> None:
    """Put a session on record, or what became of it; no other byte of the file changes."""
    flags = {
        Recorded.HELD: held,
        Recorded.CONFIRMED: confirmed,
        Recorded.TENTATIVE: tentative,
        Recorded.POSTPONED: postponed,
        Recorded.CANCELLED: cancelled,
    }
    recorded = _one_status([status for status, said in flags.items() if said])
    said = Session(
        recorded,
        _date(" ".join(words), recorded),
        (),
        number=number,
        host=host,
        place=place,
        at=at,
        reason=reason,
        note=note,
        source=tuple(dict.fromkeys(source or ())),
    )
    _refuse_unprintable([*(source or ()), *filter(None, (host, place, reason, note))])
    files = AgendaFiles(agenda, or_bundled=False)
    read, own = _found(files, name)
    wanted = Wanted(own, said, as_of or today(), _choice(update=update, new=new))
    try:
        planned = _carried_out(read, wanted, dry_run=dry_run)
    except UnreadableError as error:
        _refuse(error.message, error.help)
    except InvalidFileError as error:
        for diagnostic in error.file.diagnostics:
            complain([*diagnostic_lines(diagnostic), ()])
        raise SystemExit(2) from None
    report(planned, wanted, format, dry_run=dry_run, prefix=files.several)


def _one_status(said: list[Recorded]) -> Recorded:
    if len(said) == 1:
        return said[0]
    every = "--held, --confirmed, --tentative, --postponed or --cancelled"
    both = " and ".join(f"--{one.value}" for one in said)
    message = f"not {both} at once" if said else "it is not said what became of it"
    return _refuse(message, f"say one of {every}")


def _date(text: str, recorded: Recorded) -> EdtfDate | None:
    if text == "..":
        if recorded is Recorded.POSTPONED:
            return None
        _refuse("`..` is no date", "only with --postponed can the date be left open")
    try:
        return parse_edtf(text)
    except UnreadableError as error:
        return _refuse(error.message, error.help)


def _choice(*, update: bool, new: bool) -> Choice | None:
    if update and new:
        _refuse("not --update and --new at once", "say which of them")
    if update:
        return Choice.UPDATE
    return Choice.NEW if new else None


def _refuse_unprintable(texts: list[str]) -> None:
    for text in texts:
        if not text.strip():
            _refuse("an option has no text", "leave the option out")
        try:
            text.encode()
        except UnicodeEncodeError:
            _refuse("a text is not UTF-8", "set the terminal to UTF-8")


def _found(files: AgendaFiles, name: str) -> tuple[ReadFile, str]:
    """The file that has what an id names, and the id within it; anything unclear is refused."""
    found: list[tuple[ReadFile, str, str]] = []
    for file in files.files():
        assert file.agenda is not None  # noqa: S101 - only such files are handed out
        own = own_id(file.agenda, name)
        if files.asked.knows(file.agenda, own.partition("/")[0]):
            found.append((file, own, file.agenda.id))
    if not found:
        files.asked.note(name)
    if not found or files.invalid:
        files.finish()
    if len(found) > 1:
        ids = ", ".join(f"{id_}/{own}" for _, own, id_ in found)
        _refuse(f'"{name}" is in several agendas', f"name one: {ids}")
    file, own, _ = found[0]
    if file.name == BUNDLED and not os.path.exists(file.name):
        message = "the agenda that comes with the program is not changed"
        _refuse(message, "make a copy of your own with `cjpeace init --from-bundled`")
    return file, own


def _carried_out(read: ReadFile, wanted: Wanted, *, dry_run: bool) -> Plan:
    """Plan and write, and begin anew when somebody else wrote first; ask where it is unclear."""
    file = read.name
    while True:
        planned = plan(read, read_whole(file), wanted)
        asks = planned.in_question and planned.after is not None
        if planned.after is None or (dry_run and not asks):
            return planned
        if asks and not (dry_run and on_terminal()):
            _ask(planned, wanted)
        names = os.stat(file).st_nlink
        if dry_run or written(file, planned):
            if names > 1 and not dry_run:
                said = f"{file} had another name, a hard link, which keeps the old text"
                complain([line(f"cjpeace: {said}")])
            return planned
        if asks:
            message = f"{file} was changed while you were asked"
            raise RefusedError(message, "nothing was written: run it again")


def _ask(planned: Plan, wanted: Wanted) -> None:
    """Have somebody confirm that the session on record is the one meant; refuse otherwise."""
    (rival,) = rival_words(planned.recording, wanted.as_of)
    if not (sys.stdin.isatty() and on_terminal()):
        message = f"{rival} is on record, which may be the same session"
        raise RefusedError(message, "--update changes it, --new adds another one")
    assert planned.after is not None  # noqa: S101 - something would change
    changed = changed_lines(planned.before.text, planned.after.text)
    say(change_lines(where(planned), f"{rival} is on record", changed))
    if _answer("change it? [y/N] ") not in ("y", "yes"):
        raise RefusedError("nothing was written", "--new adds a session beside it")


def _answer(question: str) -> str:
    """What somebody types; empty when they leave instead."""
    try:
        write(question)
        return sys.stdin.readline().strip().casefold()
    except KeyboardInterrupt:
        write("\n")
        return ""


def _refuse(message: str, help_: str = "") -> NoReturn:
    complain([line(f"cjpeace: {message}", Style.PLAIN)])
    if help_:
        complain([line(f"   help: {help_}", Style.PLAIN)])
    raise SystemExit(2)
