"""Findings as the stable JSON."""

from datetime import date

from cjpeace.writing.findings.reported import FileReport
from cjpeace.writing.layout.stable_json import json_text


def reported_json(reports: list[FileReport], as_of: date, *, compared: bool) -> str:
    """All findings; `new` in each when they were compared with those of a revision."""
    found = [finding for report in reports for finding in report.findings]
    if not compared:
        return json_text(as_of, findings=[finding.record for finding in found])
    return json_text(as_of, findings=[{**one.record, "new": not one.known} for one in found])
