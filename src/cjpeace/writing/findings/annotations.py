"""Annotations of a pull request: the workflow commands that GitHub reads from a job's output.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from enum import Enum

from msgspec.structs import replace

from cjpeace.core.diagnostic import Diagnostic
from cjpeace.writing.findings.reported import FileReport, Reported
from cjpeace.writing.layout.cells import visible, visible_lines


class Level(Enum):
    """How loud an annotation is."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


def annotations(reports: list[FileReport]) -> str:
    """A line for each finding and each reason why a file cannot be read.

    What makes the check fail is an error, what is known a notice.
    """
    lines = [
        line
        for report in reports
        for line in (
            *(annotation(Level.ERROR, "invalid agenda", one) for one in report.diagnostics),
            *map(_finding, report.findings),
        )
    ]
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Reported) -> str:
    words = finding.words
    at = replace(finding.at, message=words.message, help=words.help)
    level = Level.NOTICE if finding.known else Level(finding.severity.value)
    return annotation(Level.ERROR if finding.counts else level, finding.label, at, words.note)


def annotation(level: Level, title: str, at: Diagnostic, note: str = "") -> str:
    """One line that shows a diagnostic at its place in the file, with what to do.

    >>> from cjpeace.core.diagnostic import Place
    >>> at = Diagnostic("a.yaml", Place(3, 5, 4), "50% due", "record it")
    >>> annotation(Level.ERROR, "overdue", at)
    '::error file=a.yaml,line=3,col=5,endColumn=8,title=overdue::50%25 due%0Ahelp: record it'
    """
    properties = [f"file={_property(visible_lines(at.file))}"]
    if at.place.line:
        last = at.place.column + at.place.width - 1
        properties += [f"line={at.place.line}", f"col={at.place.column}", f"endColumn={last}"]
    properties.append(f"title={_property(visible(title))}")
    said = [at.message, note, f"help: {at.help}" if at.help else ""]
    message = "%0A".join(_data(visible(text)) for text in said if text)
    return f"::{level.value} {','.join(properties)}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
