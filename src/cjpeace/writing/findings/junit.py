"""Findings as a JUnit report: a suite a file, a failure for each finding that counts."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cjpeace.core.diagnostic import Diagnostic
from cjpeace.writing.findings.reported import FileReport, Reported
from cjpeace.writing.layout.cells import visible


def junit_text(reports: list[FileReport]) -> str:
    """The report as XML. A finding that does not count passes, and is told in `system-out`."""
    root = Element("testsuites", name="cjpeace")
    for report in reports:
        suite = SubElement(root, "testsuite", name=visible(report.name))
        for diagnostic in report.diagnostics:
            _error(suite, diagnostic)
        for finding in report.findings:
            _case(suite, finding)
        if not len(suite):
            SubElement(suite, "testcase", classname=visible(report.name), name="no findings")
        _count(suite)
    _count(root)
    indent(root)
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _case(suite: Element, finding: Reported) -> None:
    place = finding.at.place
    case = SubElement(
        suite,
        "testcase",
        classname=visible(finding.at.file),
        name=visible(f"{finding.code} {finding.subject}"),
        file=visible(finding.at.file),
        line=str(place.line),
    )
    said = [f"{visible(finding.at.file)}:{place.line}:{place.column}: {finding.label}: "]
    said[0] += visible(finding.words.message)
    said += [visible(text) for text in (finding.words.note, finding.words.help) if text]
    if finding.counts:
        message = visible(finding.words.message)
        SubElement(case, "failure", type=finding.code, message=message).text = "\n".join(said)
    else:
        SubElement(case, "system-out").text = "\n".join(said)


def _error(suite: Element, diagnostic: Diagnostic) -> None:
    file, place = visible(diagnostic.file), diagnostic.place
    case = SubElement(
        suite, "testcase", classname=file, name="invalid agenda", file=file, line=str(place.line)
    )
    said = f"{file}:{place.line}:{place.column}: {visible(diagnostic.message)}"
    if diagnostic.help:
        said += f"\nhelp: {visible(diagnostic.help)}"
    message = visible(diagnostic.message)
    SubElement(case, "error", type="invalid", message=message).text = said


def _count(element: Element) -> None:
    """Give a suite, or all of them, the numbers of what it holds."""
    element.set("tests", str(len(element.findall(".//testcase"))))
    element.set("failures", str(len(element.findall(".//failure"))))
    element.set("errors", str(len(element.findall(".//error"))))
