"""`cjpeace init`: a new agenda, from answers, from options, or a copy of the bundled one."""

import os
import shlex
import sys
from typing import Annotated, Never

import typer

from cjpeace.cli import answers
from cjpeace.cli.clock import today
from cjpeace.cli.here import DEFAULTS, found_here
from cjpeace.cli.output import complain, on_terminal, say, write
from cjpeace.cli.questions import asked
from cjpeace.core.agenda import Agenda
from cjpeace.reading.agenda_file import bundled_path, read_text
from cjpeace.writing.findings.diagnostic_text import diagnostic_lines
from cjpeace.writing.layout.styled import line
from cjpeace.writing.new_agenda import NewAgenda, NewParty, new_agenda_text

STDOUT = "-"


def command(
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The new file; `-` is stdout.")
    ] = DEFAULTS[0],
    title: Annotated[
        str | None,
        typer.Option(
            parser=answers.text,
            metavar="TEXT",
            help="What the agreement is called; with it, nothing is asked.",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--id", parser=answers.id_, metavar="KEY", help="Default: the title with hyphens."
        ),
    ] = None,
    adopted: Annotated[
        str | None,
        typer.Option(parser=answers.date, metavar="DATE", help="As in 1999-09-17 or 1999-09."),
    ] = None,
    party: Annotated[
        list[NewParty] | None,
        typer.Option(
            parser=answers.party,
            metavar="NAME,ZONE[,HOLIDAYS]",
            help="As in Japan,Asia/Tokyo,JP or japan=Government of Japan,Asia/Tokyo; repeatable.",
        ),
    ] = None,
    mechanism: Annotated[
        str, typer.Option(metavar="TITLE", help="A meeting that recurs; or KEY=TITLE.")
    ] = "",
    every: Annotated[
        str | None, typer.Option(parser=answers.every, metavar="LENGTH", help="As in 2 years.")
    ] = None,
    when: Annotated[str, typer.Option(metavar="PART", help="As in autumn or 31 May.")] = "",
    since: Annotated[
        str | None,
        typer.Option(
            parser=answers.date, metavar="DATE", help="Default: when adopted, else this year."
        ),
    ] = None,
    hosts: Annotated[
        str, typer.Option(metavar="KEYS", help="As in canada,japan; default: all parties.")
    ] = "",
    from_bundled: Annotated[
        bool, typer.Option("--from-bundled", help="Copy the agenda that comes with the program.")
    ] = False,
) -> None:
    """Begin an agenda: a commented file, from answers to a few questions or from options.

    On a terminal it asks for what no option gives, unless there is a --title. A file that is there
    already is never written over.
    """
    if os.path.lexists(output):
        _refuse_to_write_over(output)  # before anything is asked
    rule = answers.Rule(mechanism, every or "", when, since or "", hosts)
    parties = answers.distinct(party or [])
    first = answers.mechanism(rule, parties, adopted or "")
    known = NewAgenda(title or "", name or "", adopted or "", parties, first)
    if from_bundled and known != NewAgenda(""):
        raise typer.BadParameter("takes no other option than --output", param_hint=BUNDLED)
    text = _bundled_text() if from_bundled else new_agenda_text(_completed(known))
    agenda = _valid(output, text)
    if output == STDOUT:
        write(text)
        return
    _create(output, text)
    _say_what_next(output, agenda)


BUNDLED = "--from-bundled"


def _completed(known: NewAgenda) -> NewAgenda:
    """An agenda with all that has to be known, asked for where somebody can answer."""
    if known.title:
        answers.refuse_nameless(known)
        return known
    if not (sys.stdin.isatty() and on_terminal()):
        _leave("nobody can be asked here: give --title, or --from-bundled")
    try:
        return asked(known, today().year)
    except typer.Abort:
        complain([()])
        _leave("nothing was written")


def _bundled_text() -> str:
    """The bundled agenda, without the line that leads an editor to a schema beside it."""
    text = bundled_path().read_text("utf-8")
    first, _, rest = text.partition("\n")
    return rest if first.startswith("# yaml-language-server:") else text


def _valid(name: str, text: str) -> Agenda:
    """The agenda that is to be written; what cannot be read is told, and not written."""
    file = read_text(name, text)
    if file.agenda is None:
        complain([line for one in file.diagnostics for line in (*diagnostic_lines(one), ())])
        _leave("nothing was written")
    return file.agenda


def _create(name: str, text: str) -> None:
    """Write a file that is not there yet; whoever else makes it at the same time keeps theirs."""
    try:
        with open(name, "xb") as stream:
            stream.write(text.encode("utf-8"))
    except FileExistsError:
        _refuse_to_write_over(name)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        _leave(f"{name} cannot be written: {reason.lower()}")


def _refuse_to_write_over(name: str) -> Never:
    _leave(f"{name} is there already, and is left as it is: name another file with -o")


def _say_what_next(name: str, agenda: Agenda) -> None:
    counts = (
        (len(agenda.parties), "party", "parties"),
        (len(agenda.mechanisms), "mechanism", "mechanisms"),
    )
    held = ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts)
    where = "" if found_here() == [name] else f" -a {shlex.quote(name)}"
    say(
        [
            line(f"{name} is written: {held}"),
            line(f"What comes next:     cjpeace next{where}"),
            line(f"What is overdue:     cjpeace check{where}"),
            line(f"Mistakes made in it: cjpeace validate{where}"),
        ]
    )


def _leave(why: str) -> Never:
    complain([line(f"cjpeace: {why}")])
    raise typer.Exit(2)
