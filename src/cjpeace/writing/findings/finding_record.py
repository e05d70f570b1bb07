"""A finding as the stable JSON has it."""

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.diagnostic import Place
from cjpeace.core.findings.clash import Clash
from cjpeace.core.findings.finding import Code, Finding
from cjpeace.writing.findings.finding_detail import detail_fields
from cjpeace.writing.findings.finding_words import FindingWords, clash_words, finding_words
from cjpeace.writing.layout.stable_json import Record


def finding_record(finding: Finding, agenda: Agenda, file: str, place: Place) -> Record:
    """A finding as the stable JSON has it; what is about the agenda has no mechanism or event."""
    if isinstance(finding.detail, Clash):
        return clash_record(finding.detail, file, place)
    owner, occurrence = finding.owner, finding.occurrence
    key, recurring = owner.key if owner else None, isinstance(owner, Mechanism)
    words = finding_words(finding, agenda)
    return {
        **_subject(finding.code, key, recurring=recurring),
        "occurrence": occurrence.id if occurrence else None,
        **_said(words, file, place),
        "agenda": agenda.id,
        **detail_fields(finding.detail),
    }


def clash_record(clash: Clash, file: str, place: Place) -> Record:
    """A conflict as the stable JSON has it; it may be with a meeting of another agenda."""
    planned = clash.planned
    return {
        **_subject(Code.CONFLICT, planned.key, recurring=planned.recurring),
        "occurrence": planned.id,
        **_said(clash_words(clash), file, place),
        "agenda": planned.agenda,
        **detail_fields(clash),
    }


def _subject(code: Code, key: str | None, *, recurring: bool) -> Record:
    return {
        "code": code.value,
        "severity": code.severity.value,
        "mechanism": key if recurring else None,
        "event": None if recurring else key,
    }


def _said(words: FindingWords, file: str, place: Place) -> Record:
    return {
        "message": words.message,
        "note": words.note or None,
        "help": words.help,
        "file": file,
        "line": place.line,
        "column": place.column,
    }
