"""`cjpeace check`: what is overdue or without an outcome, each at its line in the file."""

from typing import Annotated

import typer

from cjpeace.cli.agendas import AgendaFiles
from cjpeace.cli.clock import today
from cjpeace.cli.options import Agendas, AsOf, CheckFormat
from cjpeace.cli.output import say, write
from cjpeace.core.check import Finding, Severity, check
from cjpeace.reading.agenda_file import ReadFile
from cjpeace.writing.diagnostic_text import finding_lines
from cjpeace.writing.record import Record, finding_record, json_text
from cjpeace.writing.styled import Line

Format = Annotated[
    CheckFormat, typer.Option("--format", "-f", help="How to write findings.", case_sensitive=False)
]


def command(
    *,
    agenda: Agendas = None,
    as_of: AsOf = None,
    format: Format = CheckFormat.TEXT,
) -> None:
    """Find what is overdue or has no outcome; exit 1 when there is something."""
    day = as_of or today()
    files = AgendaFiles(agenda, or_bundled=False)
    counts = False
    records: list[Record] = []
    for file in files.files():
        assert file.agenda is not None  # noqa: S101 - only such files are handed out
        findings = _in_file_order(file, check(file.agenda, day))
        counts = counts or any(finding.severity is Severity.ERROR for finding in findings)
        match format:
            case CheckFormat.TEXT:
                say([line for finding in findings for line in _lines(file, finding)])
            case CheckFormat.JSON:
                records += (_record(file, finding) for finding in findings)
    if format is CheckFormat.JSON:
        write(json_text(day, findings=records))
    files.finish()
    if counts:
        raise typer.Exit(1)


def _in_file_order(file: ReadFile, findings: list[Finding]) -> list[Finding]:
    places = {finding.path: file.place(finding.path, at_key=True) for finding in findings}
    return sorted(findings, key=lambda f: (places[f.path].line, places[f.path].column))


def _lines(file: ReadFile, finding: Finding) -> list[Line]:
    assert file.agenda is not None  # noqa: S101 - a finding is of an agenda
    place = file.place(finding.path, at_key=True)
    return [*finding_lines(finding, file.agenda, file.diagnostic(place, "")), ()]


def _record(file: ReadFile, finding: Finding) -> Record:
    assert file.agenda is not None  # noqa: S101 - a finding is of an agenda
    place = file.place(finding.path, at_key=True)
    return finding_record(finding, file.agenda, file.name, place)
