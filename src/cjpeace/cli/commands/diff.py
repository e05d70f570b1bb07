"""`cjpeace diff`: what changes between two versions of an agenda, for somebody who reads it."""

from datetime import date
from typing import Annotated

import typer

from cjpeace.cli.calendar_range import Wanted, entries
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, Format, OutputFormat
from cjpeace.cli.output import complain, on_terminal, say, terminal_width, write
from cjpeace.cli.versions import Pair, Version, paired, versions
from cjpeace.core.agenda import Agenda
from cjpeace.core.changes.difference import bearing, difference, new_findings, touched
from cjpeace.core.findings.finding import Finding
from cjpeace.reading.agenda_file import ReadFile
from cjpeace.reading.revisions.repository import RevisionError
from cjpeace.reading.whole_check import check
from cjpeace.reading.zone_data import newest_zone_data
from cjpeace.writing.changes.compared import Compared, PlacedFinding
from cjpeace.writing.changes.entry_difference import Shown, entry_changes, shown_entries
from cjpeace.writing.findings.diagnostic_text import diagnostic_lines
from cjpeace.writing.layout.styled import line

NO_WRAPPING = 100_000
"""The cells of a line that another program reads."""


def command(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A file, a git revision, or REVISION:FILE.")
    ],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="Likewise. Default: the file as it is.")
    ] = None,
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """What changes between two versions of an agenda: occurrences, findings, calendar entries."""
    day = as_of or today()
    try:
        before, after = versions(old, new, agenda)
        pairs = list(paired(before.files(), after.files()))
    except RevisionError as error:
        help_ = f"; {error.help}" if error.help else ""
        complain([line(f"cjpeace: {error.message}{help_}")])
        raise typer.Exit(2) from None
    valid = [pair for pair in pairs if _is_valid(pair)]
    differ = [pair for pair in valid if not _are_one(*pair)]
    compared = [one for one in (_compared(*pair, day) for pair in differ) if not one.is_empty]
    if valid:
        _write(compared, (before, after), day, format, prefix=len(pairs) > 1)
    if len(valid) < len(pairs):
        raise typer.Exit(2)


def _is_valid(pair: Pair) -> bool:
    """Whether both files hold an agenda; what is wrong with them is said on stderr."""
    for file in pair:
        for diagnostic in file.diagnostics if file else ():
            complain([*diagnostic_lines(diagnostic), ()])
    return all(file is None or file.agenda is not None for file in pair)


def _are_one(before: ReadFile | None, after: ReadFile | None) -> bool:
    """Whether both say the same to the letter, so that nothing has to be worked out."""
    return before is not None and after is not None and before.text == after.text


def _compared(before: ReadFile | None, after: ReadFile | None, as_of: date) -> Compared:
    old, new = (file.agenda if file is not None else None for file in (before, after))
    keys = touched(old, new) if old and new else None
    was, now = (check(bearing(one, keys, as_of), as_of) if one else [] for one in (old, new))
    return Compared(
        difference(old, new, as_of),
        _placed(after, new_findings(was, now)),
        _placed(before, new_findings(now, was)),
        tuple(entry_changes(_shown(old, as_of, keys), _shown(new, as_of, keys))),
    )


def _placed(file: ReadFile | None, findings: list[Finding]) -> tuple[PlacedFinding, ...]:
    if file is None or file.agenda is None:
        return ()
    return tuple(
        PlacedFinding(one, file.agenda, file.name, file.place(one.path, at_key=True))
        for one in findings
    )


def _shown(agenda: Agenda | None, as_of: date, keys: frozenset[str] | None) -> list[Shown]:
    """The entries that `export` writes, of what may have others than before."""
    if agenda is None or keys == frozenset():
        return []
    named = entries(agenda, as_of, Wanted(), keys)
    return shown_entries(agenda, named, newest_zone_data().zone)


def _write(
    compared: list[Compared],
    sides: tuple[Version, Version],
    as_of: date,
    format: Format,
    *,
    prefix: bool,
) -> None:
    between = f"between {sides[0].label} and {sides[1].label}"
    if format in (Format.JSON, Format.CSV):
        _write_records(compared, sides, as_of, format, prefix=prefix)
        return
    from cjpeace.writing.changes import difference_text  # the words are for people only

    if format is Format.MARKDOWN:
        title = f"What changes {between}, on {as_of}"
        write(difference_text.difference_markdown(compared, title, prefix=prefix))
    elif compared:
        cells = terminal_width() if on_terminal() else NO_WRAPPING
        say(difference_text.difference_lines(compared, cells, prefix=prefix))
    else:
        complain([line(f"cjpeace: nothing changes for a reader {between}")])


def _write_records(
    compared: list[Compared],
    sides: tuple[Version, Version],
    as_of: date,
    format: Format,
    *,
    prefix: bool,
) -> None:
    from cjpeace.writing.changes import difference_record  # json and csv only

    if format is Format.JSON:
        from cjpeace.writing.layout.stable_json import json_text  # likewise

        fields = difference_record.difference_fields(compared, prefix=prefix)
        write(json_text(as_of, old=sides[0].label, new=sides[1].label, **fields))
    else:
        from cjpeace.writing.layout.delimited import csv_text  # likewise

        rows = difference_record.rows(compared, prefix=prefix)
        write(csv_text(rows, difference_record.COLUMNS))
