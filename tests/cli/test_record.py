import fcntl
import json
import os
import pty
import stat
import subprocess
import sys
import termios
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.program import Ran, run

from cjpeace.cli.recorder import RefusedError, read_whole

AGENDA = """\
id: small
title: Small
adopted: 2000-01-01
parties:
  canada: {name: Canada, timezone: America/Toronto, holidays: CA-ON}
  japan: {name: Japan, timezone: Asia/Tokyo}
sources:
  report: {title: A report}
mechanisms:
  talks:  # the first
    title: Talks
    cadence: {every: year, since: 2024}
    hosts: [canada, japan]
    sessions:
      - {number: 1, held: 2024-05-05, host: canada, source: report}
      - {number: 2, held: 2025-05-05, host: japan}
  review:
    title: Review
    cadence: {every: 2 years, basis: x}
events:
  summit:
    title: Summit
    expected: 2026-11
""".replace(", basis: x", "")
TALKS = ("record", "talks")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agenda.yaml").write_text(AGENDA)
    return tmp_path


def _record(folder: Path, *words: str, as_of: str = "2026-11-24", exit_code: int = 0) -> Ran:
    ran = run("record", *words, "--as-of", as_of, cwd=folder)
    assert ran.exit == exit_code, ran
    return ran


def _text(folder: Path) -> str:
    return (folder / "agenda.yaml").read_text()


def _refused(folder: Path, *words: str, as_of: str = "2026-11-24") -> str:
    """What is said on stderr when nothing is written."""
    before = _text(folder)
    ran = _record(folder, *words, as_of=as_of, exit_code=2)
    assert (_text(folder), ran.stdout) == (before, "")
    assert os.listdir(folder) == ["agenda.yaml"]
    return ran.stderr


LAST = "      - {number: 2, held: 2025-05-05, host: japan}\n"
THIRD = "      - {number: 3, confirmed: 2026-12-10, host: canada}\n"


def test_a_session_is_added_with_the_number_and_host_that_are_next(folder: Path) -> None:
    ran = _record(folder, "talks", "2026-12-10", "--confirmed")
    assert _text(folder) == AGENDA.replace(LAST, LAST + THIRD)
    assert ran.stderr == ""
    assert ran.stdout == (
        "agenda.yaml:17: session added\n"
        "+      - {number: 3, confirmed: 2026-12-10, host: canada}\n"
        "answers    the slot 2026 (talks/2026), as the 3rd, hosted by Canada\n"
        "filled in  number 3 and host canada, as `next` has them\n"
        "status     talks/2026: due -> confirmed\n"
        "check      finds nothing in talks\n"
    )


def test_all_that_is_said_of_a_session_is_written(folder: Path) -> None:
    _record(
        *(folder, "talks", "autumn", "2026", "--tentative", "--host", "none", "--number", "7"),
        *(
            "--place",
            "Rome, Italy",
            "--at",
            "9:30",
            "--note",
            "by video: yes",
            "--source",
            "report",
        ),
        *("--source", "https://example.org/a"),
    )
    assert _text(folder) == AGENDA.replace(
        LAST,
        f"{LAST}      - {{number: 7, tentative: autumn 2026, host: none, "
        'place: "Rome, Italy", at: "09:30", note: "by video: yes", '
        "source: [report, https://example.org/a]}\n",
    )


def test_a_session_planned_for_those_days_is_changed_without_a_question(folder: Path) -> None:
    _record(folder, "talks", "2026-12", "--tentative")
    _record(folder, "talks", "2026-12-10", "--confirmed")
    assert "{number: 3, planned: 2026-12, confirmed: 2026-12-10, host: canada}" in _text(folder)
    _record(folder, "talks", "2026-12-10", "--held", "--place", "Ottawa", as_of="2026-12-11")
    assert "{number: 3, planned: 2026-12, held: 2026-12-10, host: canada, place: Ottawa}" in _text(
        folder
    )


def test_what_is_on_record_already_is_not_written_again(folder: Path) -> None:
    _record(folder, "talks", "2026-12-10", "--confirmed")
    before = (folder / "agenda.yaml").stat()
    ran = _record(folder, "talks", "2026-12-10", "--confirmed")
    after = (folder / "agenda.yaml").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert ran.stdout.startswith("agenda.yaml:17: that is on record already; nothing was written\n")


def test_a_session_for_the_same_slot_is_changed_or_added_only_when_told(folder: Path) -> None:
    _record(folder, "talks", "2026-12-10", "--confirmed")
    assert _refused(folder, "talks", "2026-12-20", "--confirmed") == (
        "cjpeace: talks/2026 (confirmed, 10 Dec 2026) is on record, which may be the same session\n"
        "   help: --update changes it, --new adds another one\n"
    )
    confirmed = _text(folder)
    _record(folder, "talks", "2026-12-20", "--confirmed", "--new")
    added = "      - {confirmed: 2026-12-20}\n"
    assert _text(folder) == confirmed.replace(THIRD, THIRD + added)
    (folder / "agenda.yaml").write_text(confirmed)
    ran = _record(folder, "talks", "2026-12-20", "--confirmed", "--update")
    moved = "{number: 3, planned: 2026-12-10, confirmed: 2026-12-20, host: canada}"
    assert _text(folder) == confirmed.replace(THIRD.strip(" -\n"), moved)
    assert "talks/2026: confirmed (10 Dec 2026) -> confirmed (20 Dec 2026)\n" in ran.stdout


def test_a_session_is_postponed_to_no_date_and_then_held(folder: Path) -> None:
    _record(folder, "talks", "2026-12-10", "--confirmed")
    _record(folder, "talks", "..", "--postponed", "--reason", "a storm")
    postponed = "{number: 3, planned: 2026-12-10, postponed: .., host: canada, reason: a storm}"
    assert postponed in _text(folder)
    _record(folder, "talks", "2027-03-03", "--held", "--update", as_of="2027-04-01")
    assert (
        "{number: 3, planned: 2026-12-10, held: 2027-03-03, host: canada, reason: a storm}"
        in _text(folder)
    )


def test_what_has_no_date_yet_is_postponed_from_the_window_that_was_promised(folder: Path) -> None:
    ran = _record(folder, "talks", "2027-03", "--postponed", "--reason", "elections")
    assert "- {planned: 2026, postponed: 2027-03, reason: elections}" in _text(folder)
    assert "status     talks/2026: due -> postponed\n" in ran.stdout


def test_an_occurrence_can_be_named(folder: Path) -> None:
    _record(folder, "talks/2026", "2027-03-03", "--held", as_of="2027-04-01")
    assert "- {number: 3, planned: 2026, held: 2027-03-03, host: canada}" in _text(folder)
    assert _refused(folder, "talks/1999", "2026-03-03", "--held") == (
        'cjpeace: no occurrence "talks/1999" on that day\n'
        "   help: near it: talks/2024, talks/2025, talks/2026\n"
    )


def test_a_gap_in_the_record_is_filled_by_its_number(folder: Path) -> None:
    gap = "      - {number: 9, unknown: 2024-06/2025-04, source: report}\n"
    (folder / "agenda.yaml").write_text(AGENDA.replace(LAST, gap + LAST))
    words = ("talks", "2024-10", "--held", "--number", "9")
    assert _refused(folder, *words).startswith(
        "cjpeace: a talks session (unknown, Jun 2024-Apr 2025) is on record"
    )
    _record(folder, *words, "--update")
    filled = gap.replace("unknown: 2024-06/2025-04", "held: 2024-10")
    assert _text(folder) == AGENDA.replace(LAST, filled + LAST)


def test_what_may_be_several_sessions_is_refused_until_one_is_named(folder: Path) -> None:
    two = "      - {tentative: 2026-11-30}\n      - {confirmed: 2026-12-10}\n"
    (folder / "agenda.yaml").write_text(AGENDA.replace(LAST, LAST + two))
    words = ("..", "--postponed", "--reason", "a storm", "--update")
    assert _refused(folder, "talks", *words) == (
        "cjpeace: this may be any of talks/2026 (tentative, 30 Nov 2026), "
        "talks/2026-12-10 (confirmed, 10 Dec 2026)\n"
        "   help: say which: name it in place of talks, or give its --number; --new adds another\n"
    )
    _record(folder, "talks/2026", *words)
    assert "{planned: 2026-11-30, postponed: .., reason: a storm}" in _text(folder)


def test_an_event_that_was_expected_is_held(folder: Path) -> None:
    ran = _record(folder, "summit", "2026-11-05/2026-11-06", "--held", "--place", "Rome")
    assert _text(folder) == AGENDA.replace(
        "    expected: 2026-11\n",
        "    planned: 2026-11\n    held: 2026-11-05/2026-11-06\n    place: Rome\n",
    )
    assert "answers    the event summit\nstatus     summit: due -> held\n" in ran.stdout
    assert "an event: it happens once" in _refused(
        folder, "summit", "2026-11-08", "--held", "--new"
    )
    assert "summit (held, 5-6 Nov 2026) is on record" in _refused(
        folder, "summit", "2026-11-08", "--held"
    )


def test_a_mechanism_without_sessions_gets_them(folder: Path) -> None:
    _record(folder, "review", "2026-10", "--held")
    text = AGENDA.replace("2 years}\n", "2 years}\n    sessions:\n      - {held: 2026-10}\n")
    assert _text(folder) == text


def test_a_dry_run_prints_a_patch_and_writes_nothing(folder: Path) -> None:
    ran = _record(folder, "talks", "2026-12-10", "--confirmed", "--dry-run")
    assert _text(folder) == AGENDA
    assert "answers    the slot 2026" in ran.stderr
    patched = subprocess.run(
        ["git", "apply", "-p0", "-"], cwd=folder, input=ran.stdout, text=True, check=False
    )
    assert patched.returncode == 0
    assert _text(folder) == AGENDA.replace(LAST, LAST + THIRD)


def test_what_check_now_finds_is_told(folder: Path) -> None:
    ran = _record(folder, "talks", "2026-12-25", "--confirmed", "--host", "japan")
    assert "check      warning: holiday: " in ran.stdout
    assert "warning: host-order: " in ran.stdout


def test_a_clash_with_another_mechanism_is_told_whichever_comes_first(folder: Path) -> None:
    _record(folder, "review", "2026-12-10/2026-12-12", "--confirmed")
    ran = _record(folder, "talks", "2026-12-11", "--confirmed")
    assert "warning: conflict: " in ran.stdout
    ran = _record(folder, "review", "2026-12-14", "--confirmed", "--update")
    assert ran.stdout.endswith("settled    holiday (review/2026-01-01), conflict\n")


def test_json_says_what_was_done(folder: Path) -> None:
    ran = _record(folder, "talks", "2026-12-10", "--confirmed", "--format", "json")
    told = json.loads(ran.stdout)
    occurrence = told.pop("occurrence")
    assert told.pop("diff").splitlines()[6] == f"+{THIRD}".removesuffix("\n")
    assert told == {
        "schema": 1,
        "as_of": "2026-11-24",
        "action": "added",
        "written": True,
        "file": "agenda.yaml",
        "line": 17,
        "mechanism": "talks",
        "event": None,
        "filled": {"number": 3, "host": "canada"},
        "statuses": [{"id": "talks/2026", "before": "due", "after": "confirmed"}],
        "findings": [],
        "settled": [],
    }
    assert (occurrence["id"], occurrence["number"]) == ("talks/2026", 3)


@pytest.mark.parametrize(
    ("words", "message", "help_"),
    [
        (
            ("talks", "2026-12-10", "--held"),
            "10 Dec 2026 has not begun on 2026-11-24, so nothing was held then",
            "record it as --confirmed or --tentative, and as held later",
        ),
        (
            ("talks", "2026-12-10"),
            "it is not said what became of it",
            "say one of --held, --confirmed, --tentative, --postponed or --cancelled",
        ),
        (
            ("talks", "2026-12-10", "--held", "--cancelled"),
            "not --held and --cancelled at once",
            "say one of --held, --confirmed, --tentative, --postponed or --cancelled",
        ),
        (
            ("talks", "..", "--confirmed"),
            "`..` is no date",
            "only with --postponed can the date be left open",
        ),
        (
            ("talks", "2026-12-10", "--cancelled"),
            "a session that is cancelled needs its reason",
            "say --reason",
        ),
        (
            ("talks", "2026-12-10", "--confirmed", "--host", "jpan"),
            'unknown party "jpan"',
            '"japan" is a party here; `none` is no party',
        ),
        (
            ("talks", "2026-12-10", "--confirmed", "--source", "reprt"),
            'unknown source "reprt"',
            '"report" is a source here; or give an address',
        ),
        (
            ("talks", "2026-12-10", "--confirmed", "--update"),
            "no session of talks on record can be that one",
            "leave out --update to add one",
        ),
        (
            ("talks", "2026-12-10", "--confirmed", "--number", "2", "--new"),
            "there is a session 2 of talks already",
            "give it another --number, or leave it out",
        ),
        (
            ("talks", "2026-12-10", "--confirmed", "--update", "--new"),
            "not --update and --new at once",
            "say which of them",
        ),
        (
            ("talks", "2026-12-10", "--confirmed", "--place", " "),
            "an option has no text",
            "leave the option out",
        ),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    folder: Path, words: tuple[str, ...], message: str, help_: str
) -> None:
    assert _refused(folder, *words) == f"cjpeace: {message}\n   help: {help_}\n"


def test_an_unknown_id_and_a_date_that_is_none_are_refused(folder: Path) -> None:
    assert _refused(folder, "tlks", "2026-12-10", "--held") == (
        'cjpeace: unknown mechanism or event "tlks"; "talks" is a mechanism or event here\n'
    )
    assert _refused(folder, "talks", "Febuary", "2026", "--held").startswith(
        'cjpeace: "Febuary 2026" is not a date\n   help: did you mean "February"?'
    )


def test_an_invalid_file_is_left_alone(folder: Path) -> None:
    (folder / "agenda.yaml").write_text(AGENDA.replace("Talks", "Talks\n    tilte: x"))
    assert 'error: unknown key "tilte"' in _refused(folder, "talks", "2026-05-05", "--held")


def test_of_several_agendas_one_is_named(folder: Path) -> None:
    (folder / "other.yaml").write_text(AGENDA.replace("small", "other"))
    words = ("2026-12-10", "--confirmed", "-a", ".")
    ran = _record(folder, "talks", *words, exit_code=2)
    assert ran.stderr == (
        'cjpeace: "talks" is in several agendas\n   help: name one: small/talks, other/talks\n'
    )
    _record(folder, "other/talks", *words)
    assert _text(folder) == AGENDA
    assert THIRD in (folder / "other.yaml").read_text()


def test_the_bundled_agenda_is_never_changed(tmp_path: Path) -> None:
    ran = run("record", "symposium", "2025", "--held", "-a", "bundled", cwd=tmp_path)
    assert (ran.exit, ran.stdout) == (2, "")
    assert ran.stderr == (
        "cjpeace: the agenda that comes with the program is not changed\n"
        "   help: make a copy of your own with `cjpeace init --from-bundled`\n"
    )
    ran = run("record", "symposium", "2025", "--held", cwd=tmp_path)
    assert ran.exit == 2
    assert ran.stderr.startswith("cjpeace: no agenda here: ")


def test_mode_and_links_are_kept(folder: Path) -> None:
    file = folder / "agenda.yaml"
    (folder / "real").mkdir()
    file.rename(folder / "real" / "file.yaml")
    file.symlink_to("real/file.yaml")
    file.chmod(0o640)
    _record(folder, "talks", "2026-12-10", "--confirmed")
    assert file.is_symlink()
    assert THIRD in _text(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(folder / "real") == ["file.yaml"]


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(folder: Path) -> None:
    long = AGENDA + "# filler\n" * 20_000
    (folder / "agenda.yaml").write_text(long)
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000));"
        "from cjpeace.cli import main; sys.argv[0] = 'cjpeace'; main()"
    )
    words = ("record", "talks", "2026-12-10", "--confirmed", "--as-of", "2026-11-24")
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, *words], cwd=folder, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "cjpeace: agenda.yaml cannot be written: file too large\n"
    assert _text(folder) == long
    assert os.listdir(folder) == ["agenda.yaml"]


def test_a_file_for_reading_only_is_refused() -> None:
    with TemporaryDirectory() as name:
        os.chmod(name, 0o755)  # noqa: S103 - another user is to look into it
        file = Path(name) / "agenda.yaml"
        file.write_text(AGENDA)
        file.chmod(0o444)
        if os.getuid() == 0:
            os.seteuid(65534)  # to an administrator nothing is for reading only
        try:
            with pytest.raises(RefusedError) as error:
                read_whole(str(file))
        finally:
            os.seteuid(os.getuid())
    assert error.value.message == f"{file} cannot be written: permission denied"


def test_a_hard_link_that_keeps_the_old_text_is_told(folder: Path) -> None:
    (folder / "twin").hardlink_to(folder / "agenda.yaml")
    ran = _record(folder, "talks", "2026-12-10", "--confirmed")
    assert ran.stderr == (
        "cjpeace: agenda.yaml had another name, a hard link, which keeps the old text\n"
    )
    assert (folder / "twin").read_text() == AGENDA


def test_a_byte_order_mark_and_other_line_breaks_stay(folder: Path) -> None:
    before = b"\xef\xbb\xbf" + AGENDA.replace("\n", "\r\n").encode()
    (folder / "agenda.yaml").write_bytes(before)
    _record(folder, "talks", "2026-12-10", "--confirmed")
    last, third = (text.replace("\n", "\r\n").encode() for text in (LAST, THIRD))
    assert (folder / "agenda.yaml").read_bytes() == before.replace(last, last + third)


def test_a_file_that_another_program_holds_is_waited_for(folder: Path) -> None:
    holder = "import fcntl,sys,time;f=open('agenda.yaml');fcntl.flock(f,2);print(flush=True);time.sleep(1)"
    with subprocess.Popen(
        [sys.executable, "-c", holder], cwd=folder, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        _record(folder, "talks", "2026-12-10", "--confirmed")
        assert process.wait() == 0
    assert THIRD in _text(folder)


def _take_terminal() -> None:
    """Make the terminal that of this process, so that ^C interrupts it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _answered(folder: Path, answer: str, *words: str) -> tuple[str, int]:
    """What is shown on a terminal where somebody types an answer, and how it ends."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "cjpeace", "record", *words, "--as-of", "2026-11-24"]
    env = {**os.environ, "TERM": "dumb", "COLUMNS": "80"}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509 - there are no threads here
    ) as process:
        os.close(theirs)
        shown = b""
        while b"[y/N]" not in shown:
            shown += os.read(ours, 65536)
        os.write(ours, answer.encode())
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:  # the other side is closed
            pass
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), process.returncode


def test_on_a_terminal_one_is_asked_before_a_session_is_changed(folder: Path) -> None:
    _record(folder, "talks", "2026-12-10", "--confirmed")
    before = _text(folder)
    words = ("talks", "2026-12-20", "--confirmed")
    shown, ended = _answered(folder, "n\n", *words)
    assert (_text(folder), ended) == (before, 2)
    assert shown.startswith("agenda.yaml:17: talks/2026 (confirmed, 10 Dec 2026) is on record\n-")
    assert shown.endswith("nothing was written\n   help: --new adds a session beside it\n")
    shown, ended = _answered(folder, "\x03", *words)
    assert (_text(folder), ended) == (before, 2)
    assert "Traceback" not in shown
    shown, ended = _answered(folder, "y\n", *words)
    assert ended == 0
    assert "planned: 2026-12-10, confirmed: 2026-12-20" in _text(folder)
    assert "change it? [y/N]" in shown


def test_a_file_that_changed_during_the_question_is_left_alone(folder: Path) -> None:
    _record(folder, "talks", "2026-12-10", "--confirmed")
    ours, theirs = pty.openpty()
    words = ("record", "talks", "2026-12-20", "--confirmed", "--as-of", "2026-11-24")
    with subprocess.Popen(
        [sys.executable, "-m", "cjpeace", *words],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        while b"[y/N]" not in os.read(ours, 65536):
            pass
        (folder / "agenda.yaml").write_text(AGENDA + "# changed\n")
        os.write(ours, b"y\n")
        assert process.stderr is not None
        said = process.stderr.read().decode()
    os.close(ours)
    assert process.returncode == 2
    assert "agenda.yaml was changed while you were asked" in said
    assert _text(folder) == AGENDA + "# changed\n"
