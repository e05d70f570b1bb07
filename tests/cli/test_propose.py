"""`cjpeace propose` as it is typed: what its parts are for other programs, and what it refuses."""

import csv
import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from tests.program import ROOT, Ran, run

EXAMPLE = ROOT / "tests" / "examples" / "propose"
AS_OF = ("--as-of", "2026-05-01")


def propose(*words: str, columns: int | None = None, cwd: Path = EXAMPLE) -> Ran:
    return run("propose", *words, cwd=cwd, columns=columns, env={"NO_COLOR": "1"})


def answer(*words: str) -> dict[str, Any]:
    ran = propose(*words, *AS_OF, "-f", "json")
    assert ran.exit == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_the_last_line_is_the_command_that_records_the_first() -> None:
    words = shlex.split(propose("talks", *AS_OF, "--in", "2026-09").stdout.splitlines()[-1])
    assert words == ["cjpeace", "record", "talks", "2026-09-01/2026-09-02", "--tentative"]


def test_the_command_names_the_agenda_that_was_named_whatever_its_name(tmp_path: Path) -> None:
    copy = tmp_path / "an agenda.yaml"
    copy.write_bytes((EXAMPLE / "agenda.yaml").read_bytes())
    printed = propose("talks", *AS_OF, "-a", copy.name, cwd=tmp_path).stdout.splitlines()[-1]
    assert shlex.split(printed)[-2:] == ["-a", "an agenda.yaml"]
    assert "'an agenda.yaml'" in printed


def test_the_command_records_what_was_asked_for_where_its_days_are_nearer_to_the_next(
    tmp_path: Path,
) -> None:
    (tmp_path / "agenda.yaml").write_text(
        "title: Committee\nadopted: 2026-01-01\n"
        "parties: {japan: {name: Japan, timezone: Asia/Tokyo, closed: [25 November/6 December]}}\n"
        "mechanisms:\n  committee:\n    title: Committee\n    grace: 1 month\n"
        "    cadence: {every: month, when: second Tuesday}\n    sessions: [held: 2026-10-13]\n",
        encoding="utf-8",
    )
    day = ("--as-of", "2026-11-24")
    words = shlex.split(propose("committee", *day, cwd=tmp_path).stdout.splitlines()[-1])
    assert words == ["cjpeace", "record", "committee/2026-11-10", "2026-12-10", "--tentative"]
    ran = run(*words[1:], *day, cwd=tmp_path)
    assert "answers    the slot 10 Nov 2026 (committee/2026-11-10)" in ran.stdout


def test_the_command_moves_an_event_that_has_its_days(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(
        "title: Summits\nadopted: 2026-01-01\nparties: {japan: {name: Japan, timezone: Asia/Tokyo}}\n"
        "mechanisms: {}\nevents: {summit: {title: Summit, confirmed: 2026-12-08}}\n",
        encoding="utf-8",
    )
    day = ("--as-of", "2026-11-24")
    words = shlex.split(propose("summit", *day, cwd=tmp_path).stdout.splitlines()[-1])
    assert words[-1] == "--update"
    ran = run(*words[1:], *day, cwd=tmp_path)
    assert (ran.exit, ran.stderr) == (0, "")


def test_in_json_reasons_have_codes_points_and_words() -> None:
    found = answer("talks", "--in", "2026-09", "--count", "2")
    second = found["proposals"][1]
    assert second["reasons"][1] == {
        "code": "travel",
        "points": -2,
        "says": "Canada would travel on Saturday 12 Sep 2026, a day off",
    }
    assert second["score"] == sum(reason["points"] for reason in second["reasons"])
    assert found["record"].startswith("cjpeace record talks 2026-09-01/2026-09-02")


def test_in_json_each_bar_has_its_day() -> None:
    found = answer("talks", "--in", "2026-09", "--busy", "busy.ics", "--avoid", "2026-09-30")
    by_bar = {(one["bar"], one["party"]): one["days"] for one in found["barred"]}
    assert by_bar == {
        ("holiday", "canada"): 2,
        ("holiday", "japan"): 3,
        ("holiday", "korea"): 3,
        ("planned", None): 3,
        ("busy", None): 7,
        ("avoid", None): 1,
    }
    barred = {bar["day"] for one in found["barred"] for bar in one["bars"]}
    assert len(barred) == found["barred_days"]
    for proposal in found["proposals"]:
        assert proposal["start"] not in barred


def test_what_must_give_is_in_json_too() -> None:
    found = answer("talks", "--in", "2026-12-31/2027-01-04")
    assert (found["proposals"], found["record"]) == ([], None)
    assert found["least_barred"]["date"] == "2027-01-03/2027-01-04"
    assert found["least_barred"]["says"] == "Bank Holiday in Japan on 3 Jan 2027"


def test_by_video_json_has_both_local_times_with_their_offsets() -> None:
    found = answer("talks", "--in", "2026-11-10", "--days", "1", "--video")
    (sittings,) = found["proposals"][0]["hours"]
    assert [(one["party"], one["start"]) for one in sittings] == [
        ("japan", "2026-11-10T07:00:00+09:00"),
        ("canada", "2026-11-09T17:00:00-05:00"),
        ("korea", "2026-11-10T07:00:00+09:00"),
    ]


def test_csv_has_a_row_a_proposal() -> None:
    ran = propose("talks", *AS_OF, "--in", "2026-09", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert [row["rank"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["reasons"] == "the month of the 5th (Sep 2024) and the 6th (Sep 2025)"


@pytest.mark.parametrize("columns", [60, 100])
def test_no_line_but_the_command_is_wider_than_the_terminal(columns: int) -> None:
    words = ("talks", *AS_OF, "--busy", "busy.ics", "--video")
    lines = propose(*words, columns=columns).stdout.splitlines()
    assert lines[-1].startswith("cjpeace record ")
    assert max(map(len, lines[:-1])) <= columns


def test_what_a_busy_file_says_reaches_no_terminal_as_it_is() -> None:
    ran = propose("talks", *AS_OF, "--in", "2026-09", "--busy", "busy.ics", columns=80)
    assert "\x1b" not in ran.stdout
    assert "\\x1b[31mred" in ran.stdout


def test_several_busy_files_count_together(tmp_path: Path) -> None:
    day = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    for name, date in (("a.ics", "20260901"), ("b.ics", "20260903")):
        (tmp_path / name).write_bytes(day.format(date).encode())
    files = [word for name in ("a.ics", "b.ics") for word in ("--busy", str(tmp_path / name))]
    found = answer("talks", "--in", "2026-09", *files)
    assert [one["what"] for one in found["barred"] if one["bar"] == "busy"] == [
        "busy in a.ics",
        "busy in b.ics",
    ]
    assert found["proposals"][0]["start"] != "2026-09-01"


def test_the_same_question_prints_the_same_whatever_the_hash_seed() -> None:
    words = ("propose", "talks", *AS_OF, "--busy", "busy.ics", "--video", "-f", "json")
    printed = {
        run(*words, cwd=EXAMPLE, env={"PYTHONHASHSEED": seed, "TZ": zone}).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"), ("3", "America/Toronto"))
    }
    assert len(printed) == 1


def test_without_an_agenda_it_names_one_option(tmp_path: Path) -> None:
    ran = propose("talks", cwd=tmp_path)
    assert ran.exit == 2
    assert "name one with -a" in ran.stderr


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-30", "9999-12-31"])
def test_the_edges_of_the_calendar_have_an_answer_or_an_error(as_of: str) -> None:
    for words in ((), ("--video",)):
        ran = propose("talks", "--as-of", as_of, *words)  # a traceback would end with 1
        assert ran.exit in (0, 2)
