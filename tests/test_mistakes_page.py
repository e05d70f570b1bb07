"""docs/mistakes.md shows what is printed for each of the mistakes in tests/mistakes."""

import os
from pathlib import Path

import pytest
from tests.program import ROOT, run

from cjpeace.reading.agenda_file import read_text
from cjpeace.writing.findings.diagnostic_text import diagnostic_lines
from cjpeace.writing.layout.styled import plain

PAGE = ROOT / "docs" / "mistakes.md"
FOLDER = ROOT / "tests" / "mistakes"
MISTAKES = sorted(FOLDER.glob("*.yaml"))

HEAD = """# Twenty mistakes, and what is printed for each

Every command that reads an agenda says what is wrong with it like this, on stderr, and ends with 2. All the mistakes of
a file are told in one run, each once, where the text is to be changed. `cjpeace validate FILE` looks for nothing else.

A test prints all of this again and compares.
"""

HEADINGS = {
    "three-in-one-session": "Three mistakes in one session",
    "key-at-every-level": "A misspelt key, at every level",
    "comma-in-address": "An address with a comma, without quotes",
    "day-that-is-not": "A day that the calendar lacks",
    "misspelt-month": "A misspelt month",
    "date-in-another-form": "Dates in another form",
    "tab": "A tab",
    "bracket-never-closed": "A bracket that is never closed",
    "colon-in-text": "A colon in a text",
    "key-twice": "A key that comes twice",
    "biannual": "A word with two meanings",
    "unknown-party": "A party and a time zone that nobody knows",
    "source-not-named": "Sources that are not named",
    "until-before-since": "A rule that ends before it begins",
    "rule-with-two-ends": "A recurrence rule with two ends",
    "time-of-day": "Times of day",
    "value-of-another-type": "Values of another type",
    "two-statuses-and-none": "A session with two statuses, and two without",
    "numbers-backwards": "Numbers that count backwards, or from 0",
    "norway": "The country of Norway",
}


def printed(text: str) -> str:
    """What is printed of an agenda with mistakes."""
    found = [diagnostic_lines(each) for each in read_text("agenda.yaml", text).diagnostics]
    return "\n".join("".join(f"{plain(line)}\n" for line in lines) for lines in found)


def _page() -> str:
    parts = [HEAD]
    for number, path in enumerate(MISTAKES, 1):
        text = path.read_text("utf-8")
        heading = HEADINGS[path.stem.partition("-")[2]]
        parts.append(
            f"\n## {number}. {heading}\n\n```yaml\n{text}```\n\n```text\n{printed(text)}```\n"
        )
    return "".join(parts)


def test_the_page_shows_what_is_printed() -> None:
    if "CJPEACE_WRITE_EXAMPLES" in os.environ:
        PAGE.write_text(_page(), "utf-8")
    assert PAGE.read_text("utf-8") == _page()


def test_there_are_twenty_mistakes_each_with_a_heading() -> None:
    assert [path.stem.partition("-")[2] for path in MISTAKES] == list(HEADINGS)
    assert len(MISTAKES) == 20


@pytest.mark.parametrize("path", MISTAKES, ids=[path.stem for path in MISTAKES])
def test_every_mistake_is_marked_on_its_line_with_what_to_do(path: Path) -> None:
    file = read_text("agenda.yaml", path.read_text("utf-8"))
    assert file.agenda is None
    for each in file.diagnostics:
        marked = each.source_line[each.place.column - 1 :][: each.place.width]
        assert marked.strip() or marked == "\t"
        assert each.help


def test_the_program_prints_the_same_and_ends_with_2(tmp_path: Path) -> None:
    for path in MISTAKES[:3]:
        text = path.read_text("utf-8")
        (tmp_path / "agenda.yaml").write_text(text, "utf-8")
        ran = run("check", cwd=tmp_path)
        assert (ran.exit, ran.stdout) == (2, "")
        assert ran.stderr == printed(text) + "\n"


TWENTY = """\
title: Twenty mistakes
adopted: 1999-19-09
revewed: 2026
parties:
  canada: {name: Canada, timezone: America/Toronto, holidays: ON}
  japan: {name: Japan, timezone: Asia/Tokio, hours: 9-17}
defaults: {grace: 3}
agreement:
  - section: One
    paragraphs: {1: First, two: Second}
sources:
  agenda: {title: The text, url: https://example.org/a,b}
mechanisms:
  talks:
    title: 5
    paragraph: 7
    cadence: {every: biannual, when: Septembr, since: 2001}
    hosts: [canada, jpan]
    sessions:
      - {number: 0, held: 2001-02-29, host: canda, at: 25:00}
      - {held: 2002, cancelled: 2003, source: agneda}
      - {place: Tokyo}
    title: Talks
commitments:
  mines: {carried_by: tlks}
"""

PLACES = [
    *((2, "1999-19-09"), (3, "revewed"), (5, "ON"), (6, "Asia/Tokio"), (6, "9-17"), (7, "3")),
    *(
        (10, "two"),
        (12, "b"),
        (15, "5"),
        (16, "7"),
        (17, "biannual"),
        (18, "jpan"),
        (20, "0, held"),
    ),
    *((20, "2001-02-29"), (20, "canda"), (20, "25:00"), (21, "cancelled"), (21, "agneda")),
    *((22, "{"), (23, "title"), (25, "tlks")),
]


def test_twenty_mistakes_in_one_file_are_told_in_one_run_at_their_places(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(TWENTY, "utf-8")
    ran = run("check", cwd=tmp_path)
    assert (ran.exit, ran.stdout) == (2, "")
    lines = TWENTY.splitlines()
    expected = [f"agenda.yaml:{n}:{lines[n - 1].rindex(text) + 1}" for n, text in PLACES]
    told = [
        line.partition(": error: ")[0] for line in ran.stderr.splitlines() if ": error: " in line
    ]
    assert told == expected
    assert len(told) > 20
