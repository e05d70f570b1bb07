"""Findings as text: each with its line of the file, and a summary of each file that has some."""

from collections import Counter
from datetime import date

from cjpeace.writing.findings.reported import FileReport
from cjpeace.writing.layout.styled import Line, line
from cjpeace.writing.words.words import day_words


def file_lines(report: FileReport, *, summed_up: bool) -> list[Line]:
    """The findings of a file; nothing for one that has none."""
    lines = [each for finding in report.findings for each in (*finding.lines, ())]
    if summed_up and report.findings:
        lines += [line(f"{report.name}: {_counted([report])}"), ()]
    return lines


def summary(reports: list[FileReport], unread: int) -> str:
    """How many there are in all, in one line, and how many agendas could not be read."""
    having = sum(1 for report in reports if report.findings)
    agendas = "1 agenda" if len(reports) == 1 else f"{len(reports):,} agendas"
    rest = f"; {unread:,} cannot be read" if unread else ""
    return f"{_counted(reports)} in {f'{having:,} of ' if having else ''}{agendas}{rest}"


def all_clear(agendas: int, as_of: date) -> str:
    """What to say where nothing was found."""
    which = "the agenda" if agendas == 1 else f"{agendas} agendas"
    return f"nothing to see to in {which} on {day_words(as_of)}"


def _counted(reports: list[FileReport]) -> str:
    found = Counter(f.severity.value for report in reports for f in report.findings if not f.known)
    known = sum(1 for report in reports for finding in report.findings if finding.known)
    counted = [_some(number, what) for what, number in sorted(found.items())]
    return ", ".join([*counted, *([f"{known} known"] if known else [])]) or "no findings"


def _some(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
