"""`cjpeace check`: what somebody has to see to, each at its line in the file."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.checking import Terms, check_file, together
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, CheckFormat
from cjpeace.cli.output import complain, on_terminal, say, write
from cjpeace.core.findings.finding import Code
from cjpeace.core.nearest import did_you_mean
from cjpeace.core.unreadable import UnreadableError
from cjpeace.writing.findings.reported import FileReport
from cjpeace.writing.findings.reported_text import all_clear, file_lines, summary
from cjpeace.writing.layout.styled import line

if TYPE_CHECKING:
    from cjpeace.reading.revisions.revision import Past

Format = Annotated[
    CheckFormat, typer.Option("--format", "-f", help="How to write findings.", case_sensitive=False)
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help="Only these findings; may be repeated, or joined by commas."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help="Not these findings; may be repeated, or joined by commas."),
]


def command(
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: Format = CheckFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count too.")] = False,
    select: Select = None,
    ignore: Ignore = None,
    new_since: Annotated[
        str | None,
        typer.Option(
            metavar="REV", help="Only findings that were not there at this git revision count."
        ),
    ] = None,
) -> None:
    """Find what is overdue, undated or in conflict; exit 1 when there is something that counts."""
    day = as_of or today()
    codes = _codes(select, set(Code)) - _codes(ignore, set())
    files = AgendaFiles(agenda, or_bundled=False)
    terms = Terms(
        day,
        frozenset(codes),
        strict=strict,
        lines=format is CheckFormat.TEXT,
        coloured=on_terminal(),
        records=format is CheckFormat.JSON,
        past=_past(new_since) if new_since else None,
    )
    try:
        checked = list(files.answers(partial(check_file, terms)))
    except UnreadableError as error:
        complain([line(f"cjpeace: {'; '.join(filter(None, (error.message, error.help)))}")])
        raise typer.Exit(2) from None
    reports = together(terms, checked)
    invalid = [FileReport(name, diagnostics=tuple(said)) for name, said in files.invalid]
    _write(reports, invalid, terms, format, several=files.several)
    files.finish()
    if any(finding.counts for report in reports for finding in report.findings):
        raise typer.Exit(1)


def _past(revision: str) -> "Past":
    from cjpeace.reading.revisions.revision import Past  # git is asked only where one is named

    return Past(revision)


def _codes(named: list[str] | None, otherwise: set[Code]) -> set[Code]:
    """The codes that an option names, in any of its values."""
    if named is None:
        return otherwise
    known = {code.value: code for code in Code}
    names = [name.strip() for value in named for name in value.split(",")]
    for name in names:
        if name not in known:
            help_ = did_you_mean(name, list(known), "a finding")
            message = f'unknown finding "{name}"; {help_}'
            raise typer.BadParameter(message)
    return {known[name] for name in names}


def _write(
    reports: list[FileReport],
    invalid: list[FileReport],
    terms: Terms,
    format: CheckFormat,
    *,
    several: bool,
) -> None:
    match format:
        case CheckFormat.TEXT:
            _write_text(reports, terms.as_of, unread=len(invalid), several=several)
        case CheckFormat.JSON:
            from cjpeace.writing.findings.reported_record import reported_json

            write(reported_json(reports, terms.as_of, compared=terms.past is not None))
        case CheckFormat.GITHUB:
            from cjpeace.writing.findings.annotations import annotations

            write(annotations([*reports, *invalid]))
        case CheckFormat.JUNIT:
            from cjpeace.writing.findings.junit import junit_text

            write(junit_text([*reports, *invalid]))


def _write_text(reports: list[FileReport], as_of: date, *, unread: int, several: bool) -> None:
    say([line for report in reports for line in file_lines(report, summed_up=several)])
    if reports and on_terminal() and not any(report.findings for report in reports):
        complain([line(all_clear(len(reports), as_of))])
    elif several and reports:
        complain([line(summary(reports, unread))])
