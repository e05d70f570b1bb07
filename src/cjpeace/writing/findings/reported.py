"""Findings as every format reports them: with their words, at their place in the file."""

from msgspec import Struct

from cjpeace.core.diagnostic import Diagnostic
from cjpeace.core.findings.finding import Severity
from cjpeace.writing.findings.finding_words import FindingWords
from cjpeace.writing.layout.stable_json import Record
from cjpeace.writing.layout.styled import Line


class Reported(Struct, frozen=True):
    """A finding to report.

    `subject` is the key of what it is about. `lines` are what people read and `record` what the
    stable JSON says of it, each where that is asked for. `known` tells that it was there in the
    revision one compares with, `counts` whether the check fails.
    """

    code: str
    severity: Severity
    subject: str
    words: FindingWords
    at: Diagnostic
    record: Record = {}
    lines: tuple[Line, ...] = ()
    known: bool = False
    counts: bool = False

    @property
    def label(self) -> str:
        """The code, and that it is known where it is."""
        return f"{self.code} (known)" if self.known else self.code


class FileReport(Struct, frozen=True):
    """What there is to report of one file: its findings, or why it cannot be read."""

    name: str
    findings: tuple[Reported, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
