"""`explain`: each finding by an example that shows it, in every format."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.program import run

from cjpeace import check, loads
from cjpeace.core.findings.finding import Code
from cjpeace.writing.findings.explanation import EXAMPLE_HEAD, EXPLANATIONS, acceptance
from cjpeace.writing.findings.explanation_text import codes_markdown

CODES = list(Code)


def test_every_finding_is_explained_in_the_order_of_the_code() -> None:
    assert list(EXPLANATIONS) == CODES


@pytest.mark.parametrize("code", CODES)
def test_an_example_shows_its_finding_and_no_other(code: Code) -> None:
    told = EXPLANATIONS[code]
    found = check(loads(EXAMPLE_HEAD + told.example), date.fromisoformat(told.as_of))
    lapse = {Code.OVERDUE} if code is Code.ACCEPTED_UNTIL else set()
    assert {one.code for one in found} == {code} | lapse


@pytest.mark.parametrize("code", [c for c in CODES if c is not Code.ACCEPTED_UNTIL])
def test_what_an_example_shows_is_accepted_as_it_says(code: Code) -> None:
    told = EXPLANATIONS[code]
    accept = acceptance(code)
    owner = {Code.CONFLICT: "title: Staff Talks"}.get(code, "title: Talks")
    example = told.example.replace(owner, f"{owner}\n    {accept}")
    if code is Code.STALE:
        example = f"mechanisms:\n  talks: {{title: Talks, reviewed: 2025, {accept}}}\n"
    assert check(loads(EXAMPLE_HEAD + example), date.fromisoformat(told.as_of)) == []
    assert acceptance(Code.ACCEPTED_UNTIL) == ""


def test_without_a_code_all_are_listed_within_the_terminal(tmp_path: Path) -> None:
    ran = run("explain", cwd=tmp_path, columns=80, env={"NO_COLOR": "1"})
    assert (ran.exit, ran.stderr) == (0, "")
    assert max(map(len, ran.stdout.splitlines())) <= 80
    assert ran.stdout.startswith(
        "overdue         error    a window and its grace have passed, nothing is on\n"
        "                         record for it, and no later one is answered\n"
    )


def test_a_finding_is_explained(tmp_path: Path) -> None:
    ran = run("explain", "host-order", cwd=tmp_path, columns=80, env={"NO_COLOR": "1"})
    assert ran.stdout == (
        """\
host-order (warning)
  The host of a planned session is out of turn, by `hosts`. `hosts` lists the
  parties that take turns. The turn follows from the last session that states
  its host; one by video or in a third country (`none`) moves no turn. Where the
  record has a gap nobody knows whose turn it is, and nothing is found.

Example
  mechanisms:
    talks:
      title: Talks
      hosts: [canada, japan]
      sessions:
        - {number: 2, held: 2025-05-08, host: japan}
        - {number: 3, confirmed: 2026-10-14, host: japan}
  On 2026-07-06: the 3rd talks session is to be hosted by Japan, but it is the
  turn of Canada

What to do
  Correct the host, or the hosts of the sessions before it. When the parties
  have agreed on another order, accept it, saying so.

How to accept it
  accept: {host-order: the reason, until: 2027-06-30}
"""
    )
    assert (ran.exit, ran.stderr) == (0, "")


def test_a_finding_that_cannot_be_accepted_says_so(tmp_path: Path) -> None:
    ran = run("explain", "Accepted-Until", cwd=tmp_path)
    assert ran.stdout.endswith("How to accept it\n  It cannot be accepted.\n")


def test_an_unknown_code_is_told_the_nearest(tmp_path: Path) -> None:
    ran = run("explain", "holidy", cwd=tmp_path)
    assert (ran.exit, ran.stdout) == (2, "")
    assert ran.stderr == 'cjpeace: unknown finding "holidy"; "holiday" is a finding here\n'


def test_the_json_has_the_same_fields_for_one_and_for_all(tmp_path: Path) -> None:
    every = json.loads(run("explain", "-f", "json", cwd=tmp_path).stdout)
    assert every["schema"] == 1
    assert [one["code"] for one in every["findings"]] == [code.value for code in CODES]
    (stale,) = json.loads(run("explain", "stale", "-f", "json", cwd=tmp_path).stdout)["findings"]
    assert stale == every["findings"][CODES.index(Code.STALE)]
    assert stale["message"] == "the record was last reviewed over a year ago (31 May 2025)"
    assert stale["accept"] == "accept: {stale: the reason, until: 2027-06-30}"
    assert every["findings"][-1]["accept"] is None


def test_the_markdown_is_a_table_of_all_or_a_section_on_one(tmp_path: Path) -> None:
    table = run("explain", "-f", "markdown", cwd=tmp_path).stdout
    assert table == codes_markdown()
    assert table.splitlines()[:2] == ["| finding | severity | it means |", "|---|---|---|"]
    assert (
        "| `stale` | warning | `reviewed`, of the agenda or of a mechanism, is over a year ago |"
        in table
    )
    section = run("explain", "stale", "-f", "markdown", cwd=tmp_path).stdout
    assert section.startswith("## stale (warning)\n\n`reviewed`, of the agenda")
    assert "\n```yaml\nreviewed: 2025-05-31\n```\n\nOn 2026-07-06: the record was" in section
