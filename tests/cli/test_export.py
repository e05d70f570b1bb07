import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.interop.lint import events, faults
from tests.program import ROOT, run

AS_OF = ("--as-of", "2026-11-24")
AGENDA = """\
id: small
title: Small
adopted: 2020-01-01
parties: {japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo}}
mechanisms:
  talks:
    title: Talks
    cadence: {every: year, since: 2024}
    sessions:
      - {held: 2024-05-05}
      - {confirmed: 2026-12-12, at: "09:00", lasts: 2 hours, host: japan}
      - {confirmed: 2040-05-05}
events:
  summit: {title: Summit, held: 2023-03}
  far: {title: Far, expected: 2045}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agenda.yaml").write_text(AGENDA)
    return tmp_path


def _export(folder: Path, *words: str, env: dict[str, str] | None = None) -> bytes:
    ran = run("export", *AS_OF, *words, cwd=folder, env=env)
    assert (ran.exit, ran.stderr) == (0, "")
    return ran.stdout.encode()


def _uids(content: bytes) -> list[str]:
    assert not faults(content)
    return [event["UID"].removesuffix("@small") for event in events(content)]


AHEAD = ["talks-2027", "talks-2028", "talks-2029", "talks-2030", "talks-2031"]


def test_all_that_is_recorded_and_five_years_ahead_are_exported(folder: Path) -> None:
    expected = ["summit", "talks-2024", "talks-2026", *AHEAD, "talks-2040", "far"]
    assert _uids(_export(folder)) == expected


def test_a_range_bounds_both_sides(folder: Path) -> None:
    found = _uids(_export(folder, "--from", "2026", "--until", "H1 2028"))
    assert found == ["talks-2026", "talks-2027", "talks-2028"]
    assert _uids(_export(folder, "--from", "2029"))[:2] == ["talks-2029", "talks-2030"]
    assert _uids(_export(folder, "--from", "2035")) == ["talks-2040", "far"]
    assert _uids(_export(folder, "--until", "2024")) == ["summit", "talks-2024"]
    assert _uids(_export(folder, "--from", "2034", "--until", "2036")) == [
        "talks-2034", "talks-2035", "talks-2036",
    ]  # fmt: skip


def test_an_empty_range_is_an_empty_calendar(folder: Path) -> None:
    content = _export(folder, "--until", "1999")
    assert _uids(content) == []
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")


def test_windows_are_left_out_when_asked(folder: Path) -> None:
    found = _uids(_export(folder, "--windows", "omit"))
    assert found == ["talks-2024", "talks-2026", "talks-2040"]


def test_what_is_overdue_stays_when_windows_are_left_out(folder: Path) -> None:
    """It stands on a day, and it is what must be seen."""
    lapsed = "title: Small\nmechanisms: {talks: {title: T, cadence: {every: year, since: 2024}}}"
    (folder / "agenda.yaml").write_text(lapsed)
    (entry,) = events(_export(folder, "--windows", "omit"))
    assert (entry["UID"], entry["SUMMARY"]) == ("talks-2025@small", "[overdue] T")


def test_times_are_in_their_zone_and_in_utc_when_asked(folder: Path) -> None:
    assert b"DTSTART;TZID=Asia/Tokyo:20261212T090000\r\n" in _export(folder)
    assert b"DTSTART:20261212T000000Z\r\n" in _export(folder, "--utc")


def test_what_was_missed_or_is_unknown_comes_only_when_asked_for(folder: Path) -> None:
    later = ("--as-of", "2028-06-06", "--until", "2026")
    assert "talks-2025" not in _uids(_export(folder, *later))
    assert "talks-2025" in _uids(_export(folder, *later, "--all"))
    assert _uids(_export(folder, *later, "--status", "missed")) == ["talks-2025"]


def test_a_session_on_record_stays_though_nobody_knows_what_became_of_it(folder: Path) -> None:
    """What others convene is never unreported; it was in the calendar before, and must not vanish."""
    (folder / "agenda.yaml").write_text(
        "id: small\ntitle: Small\nmechanisms:\n  review:\n    title: Review\n"
        "    convened_by: United Nations\n    cadence: {every: year, since: 2024}\n"
        "    sessions: [{confirmed: 2025-05-05}]\n"
        "events: {past: {title: P, expected: 2024, convened_by: United Nations}}"
    )
    found = events(_export(folder, "--until", "2026"))
    assert [(e["UID"], e["SUMMARY"], e["X-CJPEACE-STATUS"]) for e in found] == [
        ("review-2025@small", "[no outcome on record] Review", "unknown"),
        ("review-2026@small", "[by 31 Dec 2026] Review", "due"),
    ]
    everything = _uids(_export(folder, "--until", "2026", "--all"))
    assert everything == ["past", "review-2024", "review-2025", "review-2026"]


def test_a_session_in_a_far_year_is_exported_and_nothing_on_the_way_to_it(folder: Path) -> None:
    (folder / "agenda.yaml").write_text(
        "id: small\ntitle: Small\nmechanisms:\n  talks:\n    title: Talks\n"
        "    cadence: {every: week, when: Tuesday, since: 2026-11-01}\n"
        "    sessions:\n      - {confirmed: 2060-05-05}\n      - {confirmed: 9025-05-05, number: 9}\n"
        "      - {planned: 9026-05-05, held: 2026-11-05}\n"
    )
    found = _uids(_export(folder, "--until", "2026-11"))
    assert found == ["talks-9026-05-02", "talks-2026-11-24"]
    later = events(_export(folder, "--from", "2033"))
    assert [(e["UID"], e["SUMMARY"]) for e in later] == [
        ("talks-2060-05-04@small", "Talks"),
        ("talks-9025-05-03@small", "Talks, 9th"),
    ]


def test_only_some_mechanisms_or_statuses_are_exported(folder: Path) -> None:
    assert _uids(_export(folder, "-m", "summit")) == ["summit"]
    assert _uids(_export(folder, "--mechanism", "small/talks", "--until", "2024")) == ["talks-2024"]
    held = _export(folder, "--status", "held", "--status", "confirmed")
    assert _uids(held) == ["summit", "talks-2024", "talks-2026", "talks-2040"]


def test_an_address_is_written_into_the_calendar(folder: Path) -> None:
    content = _export(folder, "--url", "https://example.org/small.ics")
    assert b"\r\nSOURCE;VALUE=URI:https://example.org/small.ics\r\n" in content


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("-m", "tolks"),
            'cjpeace: unknown mechanism or event "tolks"; "talks" is a mechanism or event here',
        ),
        (("--url", "here there"), '"here there" is not an address, such as https://example.org/'),
        (
            ("--until", "2026/.."),
            '"2026/.." has no end; leave --until out for the usual five years',
        ),
        (("--from", "2027", "--until", "2026"), "nothing lies between 2027 and 2026"),
        (("-o", "no/such/folder.ics"), "cjpeace: cannot write no/such/folder.ics: no such file"),
        (("-a", "none.yaml"), "none.yaml"),
    ],
)
def test_what_cannot_be_done_is_said_and_exits_2(
    folder: Path, words: tuple[str, ...], message: str
) -> None:
    ran = run("export", *AS_OF, *words, cwd=folder)
    assert ran.exit == 2
    assert message in " ".join(ran.stderr.replace("│", " ").split())


@pytest.mark.parametrize("epoch", ["soon", "-", "99999999999999999999"])
def test_a_source_date_epoch_that_is_none_is_refused(folder: Path, epoch: str) -> None:
    ran = run("export", cwd=folder, env={"SOURCE_DATE_EPOCH": epoch})
    assert ran.exit == 2
    assert ran.stderr == (
        f'cjpeace: SOURCE_DATE_EPOCH is "{epoch}", not a number of seconds since 1970\n'
    )


def test_a_source_date_epoch_stands_for_days_that_the_agenda_does_not_tell(folder: Path) -> None:
    assert b"DTSTAMP:20200101T000000Z\r\n" in _export(folder)
    content = _export(folder, env={"SOURCE_DATE_EPOCH": "1704067200"})
    assert b"DTSTAMP:20240101T000000Z\r\nLAST-MODIFIED:20240101T000000Z\r\n" in content


def test_without_an_agenda_the_bundled_one_is_not_taken_for_it(tmp_path: Path) -> None:
    ran = run("export", cwd=tmp_path)
    assert (ran.exit, ran.stdout) == (2, "")
    assert "-a bundled" in ran.stderr
    assert run("export", "-a", "bundled", *AS_OF, cwd=tmp_path).exit == 0


def test_a_file_is_written_whole_and_for_others_to_read(folder: Path) -> None:
    ran = run("export", *AS_OF, "-o", "feed.ics", cwd=folder)
    assert (ran.exit, ran.stdout) == (0, "")
    assert ran.stderr == "cjpeace: 10 entries in feed.ics\n"
    assert (folder / "feed.ics").read_bytes() == _export(folder)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((folder / "feed.ics").stat().st_mode) == 0o666 & ~mask
    assert sorted(os.listdir(folder)) == ["agenda.yaml", "feed.ics"]


def test_a_file_that_needs_no_change_is_not_touched(folder: Path) -> None:
    run("export", *AS_OF, "-o", "feed.ics", cwd=folder)
    os.utime(folder / "feed.ics", (1, 1))
    ran = run("export", *AS_OF, "-o", "feed.ics", cwd=folder)
    assert ran.stderr == "cjpeace: 10 entries in feed.ics, unchanged\n"
    assert (folder / "feed.ics").stat().st_mtime == 1


def test_a_file_is_replaced_behind_its_link_and_keeps_its_mode(folder: Path) -> None:
    (folder / "real.ics").write_text("old")
    (folder / "real.ics").chmod(0o604)
    (folder / "feed.ics").symlink_to("real.ics")
    run("export", *AS_OF, "-o", "feed.ics", cwd=folder)
    assert (folder / "feed.ics").is_symlink()
    assert (folder / "real.ics").read_bytes() == _export(folder)
    assert stat.S_IMODE((folder / "real.ics").stat().st_mode) == 0o604


def test_a_reader_sees_the_old_file_until_the_new_one_is_there(folder: Path) -> None:
    """The file that was opened before is the old one still: it was replaced, not written over."""
    (folder / "feed.ics").write_text("old")
    with (folder / "feed.ics").open() as reader:
        run("export", *AS_OF, "-o", "feed.ics", cwd=folder)
        assert reader.read() == "old"
    assert (folder / "feed.ics").read_bytes() == _export(folder)


def test_a_pipe_is_written_to(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with subprocess.Popen(["/bin/cat", "pipe"], cwd=folder, stdout=subprocess.PIPE) as reader:
        run("export", *AS_OF, "-o", "pipe", cwd=folder)
        assert reader.communicate()[0] == _export(folder)


def test_several_agendas_go_into_one_file_or_one_each_into_a_folder(folder: Path) -> None:
    (folder / "other.yaml").write_text(AGENDA.replace("small", "other"))
    both = ("-a", "agenda.yaml", "-a", "other.yaml")
    content = _export(folder, *both)
    assert not faults(content)
    assert len(events(content)) == 20
    ran = run("export", *AS_OF, *both, "-o", "feeds/", cwd=folder)
    assert ran.stderr == (
        "cjpeace: 10 entries in feeds/small.ics\ncjpeace: 10 entries in feeds/other.ics\n"
    )
    assert (folder / "feeds" / "small.ics").read_bytes() == _export(folder, "-a", "agenda.yaml")
    assert run("export", *AS_OF, *both, "-o", "feeds", cwd=folder).stderr.count("unchanged") == 2


def test_an_invalid_agenda_does_not_keep_the_others_out(folder: Path) -> None:
    (folder / "bad.yaml").write_text("title: 1")
    ran = run("export", *AS_OF, "-a", "bad.yaml", "-a", "agenda.yaml", "-o", "f.ics", cwd=folder)
    assert ran.exit == 2
    assert len(events((folder / "f.ics").read_bytes())) == 10


def test_without_any_valid_agenda_nothing_is_written(folder: Path) -> None:
    (folder / "bad.yaml").write_text("title: 1")
    (folder / "feed.ics").write_text("old")
    assert run("export", "-a", "bad.yaml", "-o", "feed.ics", cwd=folder).exit == 2
    assert (folder / "feed.ics").read_text() == "old"


def test_a_name_that_is_unknown_leaves_the_file_as_it_was(folder: Path) -> None:
    (folder / "feed.ics").write_text("old")
    assert run("export", "-m", "tolks", "-o", "feed.ics", cwd=folder).exit == 2
    assert (folder / "feed.ics").read_text() == "old"


def test_control_characters_are_left_out_and_said(folder: Path) -> None:
    many = "".join(f'  e{n}: {{title: "A bell\\a", held: 2026}}\n' for n in range(5))
    (folder / "agenda.yaml").write_text(f"id: loud\ntitle: Loud\nevents:\n{many}")
    ran = run("export", *AS_OF, cwd=folder)
    assert ran.exit == 0
    assert "\a" not in ran.stdout
    assert ran.stderr == (
        "cjpeace: control characters were left out of e0@loud, e1@loud, e2@loud and 2 more\n"
    )


@pytest.mark.parametrize("agenda", ["bundled", str(ROOT / "tests" / "interop" / "everything.yaml")])
def test_the_same_input_gives_the_same_octets(tmp_path: Path, agenda: str) -> None:
    settings = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Vancouver", "LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "random", "TZ": ":none", "LANG": "ja_JP.eucJP", "PYTHONUTF8": "0"},
    ]
    run("export", "-a", agenda, *AS_OF, "-o", "first.ics", cwd=tmp_path)
    first = (tmp_path / "first.ics").read_bytes()
    for n, setting in enumerate(settings):
        words = ("export", "-a", agenda, *AS_OF, "-o", f"{n}.ics")
        assert run(*words, cwd=tmp_path, env=setting).exit == 0
        assert (tmp_path / f"{n}.ics").read_bytes() == first


def test_what_does_not_depend_on_the_day_is_the_same_every_day(tmp_path: Path) -> None:
    def on(day: str) -> bytes:
        words = ("export", "-a", "bundled", "--as-of", day, "--until", "2030", "--status", "held")
        return run(*words, cwd=tmp_path).stdout.encode()

    assert on("2026-11-24") == on("2026-11-25") == on("2027-06-06")


def test_the_next_day_changes_nothing_but_what_became_due_or_overdue(tmp_path: Path) -> None:
    def on(day: str) -> set[tuple[tuple[str, str], ...]]:
        words = ("export", "-a", "bundled", "--as-of", day, "--until", "2031")
        return {tuple(e.items()) for e in events(run(*words, cwd=tmp_path).stdout.encode())}

    assert on("2026-11-24") == on("2026-11-25")
    changed = {dict(event)["X-CJPEACE-STATUS"] for event in on("2027-01-01") ^ on("2026-12-31")}
    assert changed <= {"projected", "due", "late", "overdue"}


def test_the_name_of_the_file_is_in_no_entry(folder: Path) -> None:
    before = _export(folder)
    (folder / "agenda.yaml").rename(folder / "renamed.yaml")
    assert _export(folder, "-a", "renamed.yaml") == before


@pytest.mark.parametrize(
    ("words", "imported"),
    [(("export", "-o", "feed.ics"), True), (("next",), False), (("export", "--help"), True)],
)
def test_the_library_for_calendars_is_imported_by_export_alone(
    folder: Path,
    words: tuple[str, ...],
    imported: bool,  # noqa: FBT001
) -> None:
    script = (
        "import sys; from cjpeace.cli.app import app\n"
        "try: app(standalone_mode=False)\n"
        "finally: sys.stderr.write(str('icalendar' in sys.modules))"
    )
    command = [sys.executable, "-c", script, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.stderr.decode().endswith(str(imported))


def test_the_version_tells_that_of_the_zone_data(tmp_path: Path) -> None:
    program, zones = run("--version", cwd=tmp_path).stdout.splitlines()
    assert program.startswith("cjpeace ")
    assert zones.startswith("zone data 20")
    assert zones.endswith((", of the system", ", of the tzdata package"))
