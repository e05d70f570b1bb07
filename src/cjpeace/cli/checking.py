"""Checking agendas: one file at a time, in whichever process, then all of them together."""

from collections.abc import Iterable
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.cli.asked import Asked
from cjpeace.core.findings.check import Checked, checked
from cjpeace.core.findings.clash import Clash, clashes
from cjpeace.core.findings.finding import Code, Finding, Severity
from cjpeace.core.findings.planned import Planned
from cjpeace.reading.agenda_file import ReadFile
from cjpeace.reading.holidays.holiday_data import holiday_name
from cjpeace.writing.findings.diagnostic_text import reported_lines
from cjpeace.writing.findings.finding_record import clash_record, finding_record
from cjpeace.writing.findings.finding_words import clash_words, finding_words
from cjpeace.writing.findings.reported import FileReport, Reported
from cjpeace.writing.layout.styled import Style, plain

if TYPE_CHECKING:
    from cjpeace.reading.revisions.revision import Past


class Terms(Struct, frozen=True):
    """What counts: of which codes, on which day, and compared with which state of the files.

    `lines` and `records` tell whether people are to read it, or it is to be JSON: that is made
    where the finding is, in as many processes. Lines are joined to one text unless `coloured`.
    """

    as_of: date
    codes: frozenset[Code]
    strict: bool = False
    lines: bool = False
    coloured: bool = False
    records: bool = False
    past: "Past | None" = None


class CheckedFile(Struct, frozen=True):
    """What was found in one file, and what it takes to compare it with the others.

    `text` is there only where days are planned, for the places of those that clash.
    """

    agenda: str
    report: FileReport
    planned: tuple[Planned, ...]
    planned_then: tuple[Planned, ...]
    text: str


def check_file(terms: Terms, file: ReadFile, _: Asked) -> CheckedFile:
    """The findings of one file that do not depend on others. Raises RevisionError."""
    agenda = file.agenda
    assert agenda is not None  # noqa: S101 - only such files are handed out
    now = checked(agenda, terms.as_of, holiday_name)
    then = _then(terms, file.name)
    known = _known(then, now)
    found = tuple(
        _reported(terms, file, finding, is_known=id(finding) in known)
        for finding in now.findings
        if finding.code in terms.codes
    )
    report = FileReport(file.name, in_file_order(found))
    text = file.text if now.planned and Code.CONFLICT in terms.codes else ""
    return CheckedFile(agenda.id, report, now.planned, then.planned, text)


_NOTHING = Checked((), ())


def _then(terms: Terms, name: str) -> Checked:
    """What was to be found before; nothing where there was no valid agenda then."""
    file = terms.past.file(name) if terms.past else None
    if file is None or file.agenda is None:
        return _NOTHING
    return checked(file.agenda, terms.as_of, holiday_name)


def _known(then: Checked, now: Checked) -> frozenset[int]:
    """Which findings were there before, by their identity as objects."""
    if not then.findings:
        return frozenset()
    from cjpeace.core.changes.difference import new_findings  # only to compare with a revision

    fresh = {id(one) for one in new_findings(then.findings, now.findings)}
    return frozenset(id(one) for one in now.findings) - fresh


def _reported(terms: Terms, file: ReadFile, finding: Finding, *, is_known: bool) -> Reported:
    assert file.agenda is not None  # noqa: S101 - a finding is of an agenda
    place = file.place(finding.path, at_key=True)
    reported = Reported(
        finding.code.value,
        finding.severity,
        finding.owner.key if finding.owner else file.agenda.id,
        finding_words(finding, file.agenda),
        file.diagnostic(place, ""),
        finding_record(finding, file.agenda, file.name, place) if terms.records else {},
        known=is_known,
        counts=_counts(terms, finding.severity, is_known=is_known),
    )
    return _shown(terms, reported) if terms.lines else reported


def _shown(terms: Terms, reported: Reported) -> Reported:
    lines = reported_lines(reported)
    if not terms.coloured:
        lines = [(("\n".join(map(plain, lines)), Style.PLAIN),)]
    return replace(reported, lines=tuple(lines))


def _counts(terms: Terms, severity: Severity, *, is_known: bool) -> bool:
    return not is_known and (terms.strict or severity is Severity.ERROR)


def together(terms: Terms, files: list[CheckedFile]) -> list[FileReport]:
    """The reports of all files, with the clashes between their planned days."""
    if Code.CONFLICT not in terms.codes:
        return [file.report for file in files]
    known = {_identity(clash) for clash in _all_clashes(f.planned_then for f in files)}
    found: dict[str, list[Clash]] = {}
    for clash in _all_clashes(f.planned for f in files):
        found.setdefault(clash.planned.agenda, []).append(clash)
    return [
        _with_clashes(terms, file, found[file.agenda], known)
        if file.agenda in found
        else file.report
        for file in files
    ]


def _all_clashes(planned: Iterable[tuple[Planned, ...]]) -> list[Clash]:
    everything = [one for some in planned for one in some]
    return clashes(everything, _zone) if everything else []


def _zone(name: str) -> tzinfo:
    from cjpeace.reading.zone_data import newest_zone_data  # for sessions with hours only

    return newest_zone_data().zone(name)


def _identity(clash: Clash) -> tuple[str, ...]:
    one, other = clash.planned, clash.other
    return (one.agenda, one.key, one.id, other.agenda, other.key, other.id)


def _with_clashes(
    terms: Terms, file: CheckedFile, found: list[Clash], known: set[tuple[str, ...]]
) -> FileReport:
    placed = ReadFile(file.report.name, file.text)
    more = (_reported_clash(terms, placed, clash, known) for clash in found)
    return replace(file.report, findings=in_file_order((*file.report.findings, *more)))


def _reported_clash(
    terms: Terms, file: ReadFile, clash: Clash, known: set[tuple[str, ...]]
) -> Reported:
    place = file.place(clash.path, at_key=True)
    severity, is_known = Code.CONFLICT.severity, _identity(clash) in known
    reported = Reported(
        Code.CONFLICT.value,
        severity,
        clash.planned.key,
        clash_words(clash),
        file.diagnostic(place, ""),
        clash_record(clash, file.name, place) if terms.records else {},
        known=is_known,
        counts=_counts(terms, severity, is_known=is_known),
    )
    return _shown(terms, reported) if terms.lines else reported


def in_file_order(findings: Iterable[Reported]) -> tuple[Reported, ...]:
    """Findings in the order of their places."""
    return tuple(sorted(findings, key=lambda one: (one.at.place.line, one.at.place.column)))
