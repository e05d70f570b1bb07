"""Bad input of every sort, given to the program as a user gives it.

Whatever it is, the program answers or says what is wrong, in bounded time, and shows no traceback.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjpeace.reading.agenda_file import bundled_path, read_bytes

SECONDS = 60
"""No run may take longer; all take a small part of it."""


def run(*words: str, cwd: Path) -> tuple[int, str, str]:
    """Run the program: its exit code, stdout and stderr."""
    command = [sys.executable, "-m", "cjpeace", *words]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("CJPEACE")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean | {"PYTHONUTF8": "1", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    stdout, stderr = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in stderr
    assert "internal error" not in stderr
    return done.returncode, stdout, stderr


BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
START = '   help: begin with `title: "..."`, `parties:` and `mechanisms:`\n'
RULE = "title: T\nmechanisms:\n  m: {title: M, cadence: {since: 2001, every: "

FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", f"agenda.yaml:1:1: error: the file is empty\n{START}"),
    "a list": (
        b"- a\n- b\n",
        (
            "agenda.yaml:1:1: error: an agenda is a mapping of keys, not a list\n"
            f"1 | - a\n  | ^\n{START}"
        ),
    ),
    "a value": (
        b"hello\n",
        (
            "agenda.yaml:1:1: error: an agenda is a mapping of keys, not a single value\n"
            f"1 | hello\n  | ^\n{START}"
        ),
    ),
    "UTF-16": (
        "title: T\n".encode("utf-16"),
        "agenda.yaml: error: the file is in UTF-16\n   help: save it as UTF-8\n",
    ),
    "Latin-1": (
        "title: T\nnote: Québec\n".encode("latin-1"),
        (
            "agenda.yaml:2:9: error: this byte is not UTF-8\n2 | note: Qu\\xe9bec\n"
            f"  | {' ' * 8}^^^^\n   help: save the file as UTF-8\n"
        ),
    ),
    "NUL": (
        b"title: a\0b\n",
        (
            "agenda.yaml:1:9: error: a control character that no text may hold\n"
            "1 | title: a\\x00b\n  |         ^^^^\n"
            "   help: remove it: only tabs and line breaks are allowed\n"
        ),
    ),
    "an alias bomb": (
        BOMB.encode(),
        (
            "agenda.yaml:2:10: error: too many aliases\n"
            f"2 | a1: &a1 [{', '.join(['*a0'] * 9)}]\n  |          ^\n"
            "   help: write out what the aliases stand for\n"
        ),
    ),
    "brackets": (
        b"a: " + b"[" * 10_000 + b"]" * 10_000,
        (
            "agenda.yaml:1:131: error: nested too deeply\n"
            f"1 | ..{'[' * 96}..\n  | {' ' * 42}^\n"
            "   help: an agenda needs no more than a few levels\n"
        ),
    ),
    "no time at all": (
        f"{RULE}0 years}}}}\n".encode(),
        (
            'agenda.yaml:3:47: error: "0 years" is no time at all\n'
            "3 |   m: {title: M, cadence: {since: 2001, every: 0 years}}\n"
            f"  | {' ' * 46}^^^^^^^\n"
            '   help: the least is "1 year"\n'
        ),
    ),
    "a very long time": (
        f"{RULE}10000000000 years}}}}\n".encode(),
        (
            'agenda.yaml:3:47: error: "10000000000 years" is longer than 400 years\n'
            "3 |   m: {title: M, cadence: {since: 2001, every: 10000000000 years}}\n"
            f"  | {' ' * 46}{'^' * 17}\n"
            "   help: write a shorter length\n"
        ),
    ),
    "the end of time": (
        b"title: T\nmechanisms:\n  m: {title: M, cadence: {every: 2 years, since: 9999-12}}\n",
        (
            'agenda.yaml:3:50: error: "9999-12" lies at the edge of the calendar\n'
            "3 |   m: {title: M, cadence: {every: 2 years, since: 9999-12}}\n"
            f"  | {' ' * 49}^^^^^^^\n"
            "   help: dates from 0001 to the end of November 9999 can be used\n"
        ),
    ),
    "a control sequence": (
        b'title: T\n"\\e[2J": x\n',
        (
            'agenda.yaml:2:1: error: unknown key "\\x1b[2J" in an agenda\n'
            '2 | "\\e[2J": x\n  | ^^^^^^^\n'
            "   help: accepted: id, title, adopted, reviewed, updated, parties, defaults,\n"
            "         agreement, sources, mechanisms, events, commitments\n"
        ),
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_told_and_ends_with_2(name: str, tmp_path: Path) -> None:
    content, expected = FILES[name]
    (tmp_path / "agenda.yaml").write_bytes(content)
    assert run("check", "--as-of", "2026-11-24", cwd=tmp_path) == (2, "", expected + "\n")


def test_a_file_of_50_mb_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "agenda.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert run("check", "-a", "agenda.yaml", cwd=tmp_path) == (
        *(2, ""),
        (
            "agenda.yaml: error: the file is too large: 50 MB, where 32 MB are the most\n"
            "   help: split it into several agendas\n\n"
        ),
    )


NO_FILE = "cannot be read: no such file or directory\n\n"


@pytest.mark.parametrize("command", ["next", "check", "timeline"])
def test_a_missing_file_is_told_by_every_command(command: str, tmp_path: Path) -> None:
    code, stdout, stderr = run(command, "-a", "missing.yaml", cwd=tmp_path)
    assert (code, stderr) == (2, f"missing.yaml: error: {NO_FILE}")
    assert len(stdout.splitlines()) <= 1


def test_a_name_with_a_line_break_is_told_on_one_line(tmp_path: Path) -> None:
    assert run("check", "-a", "a\nb.yaml", cwd=tmp_path)[2] == f"a b.yaml: error: {NO_FILE}"


def test_a_folder_without_yaml_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert run("check", "-a", "folder", cwd=tmp_path) == (
        *(2, ""),
        "folder: error: no .yaml or .yml file in this folder\n   help: name a file instead\n\n",
    )


BAD_WORDS = {
    ("next", "0"): "Invalid value for '[N]': 0 is not in the range x>=1.",
    ("next", "ten"): "Invalid value for '[N]': 'ten' is not a valid int range.",
    ("next", "--as-of", "2026-11"): (
        "Invalid value for '--as-of': \"2026-11\" is not a single day; a day is written 2026-11-24"
    ),
    ("next", "--as-of", "2026-02-30"): (
        "Invalid value for '--as-of': \"2026-02-30\" is not a day of the calendar; "
        "a day is written 2026-11-24"
    ),
    ("next", "--as-of", "0000-01-01"): (
        "Invalid value for '--as-of': \"0000-01-01\" is not a day of the calendar; "
        "a day is written 2026-11-24"
    ),
}


@pytest.mark.parametrize("words", BAD_WORDS)
def test_a_bad_word_is_told_and_ends_with_2(words: tuple[str, ...], tmp_path: Path) -> None:
    code, stdout, stderr = run(*words, "-a", "bundled", cwd=tmp_path)
    assert (code, stdout) == (2, "")
    assert stderr.endswith(f"\n\nError: {BAD_WORDS[words]}\n")


@pytest.mark.parametrize("command", ["next", "check", "timeline"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_edges_of_the_calendar_are_days_like_others(
    command: str, day: str, tmp_path: Path
) -> None:
    code, _, stderr = run(command, "--as-of", day, "-a", "bundled", cwd=tmp_path)
    assert stderr == ""
    assert code == (1 if command == "check" and day == "9999-12-31" else 0)


@pytest.mark.parametrize("words", [("next", "1000000"), ("next", "1000000", "--all")])
def test_a_million_rows_are_as_many_as_there_are(words: tuple[str, ...], tmp_path: Path) -> None:
    code, stdout, stderr = run(*words, "-a", "bundled", "--as-of", "2026-11-24", cwd=tmp_path)
    assert (code, stderr) == (0, "")
    rows = len(stdout.splitlines()) - 1
    assert rows == 11 if "--all" not in words else rows > 10_000


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise on Windows")
@pytest.mark.parametrize(
    "words",
    [
        ("next", "--all", "100000"),
        ("timeline", "--as-of", "9999-12-31"),
        ("timeline", "--format", "json"),
        ("check",),
        ("--help",),
    ],
)
def test_output_into_a_closed_pipe_ends_without_a_word(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    named = () if words == ("--help",) else ("-a", "bundled")
    command = [sys.executable, "-m", "cjpeace", *words, *named]
    done = subprocess.run(
        command, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=SECONDS
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


def test_an_invalid_agenda_keeps_no_other_from_being_answered(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("titel: A\n", "utf-8")
    (tmp_path / "b.yaml").write_text(
        "title: B\nevents:\n  workshop: {title: Workshop, expected: 2027}\n", "utf-8"
    )
    code, stdout, stderr = run("next", "-a", ".", "--as-of", "2026-11-24", cwd=tmp_path)
    assert code == 2
    assert stdout.splitlines()[1].split()[:6] == [
        *("next", "projected", "2027", "2027-12-31", "-", "-")
    ]
    assert stdout.splitlines()[1].split()[6:] == ["b/workshop", "Workshop"]
    assert stderr == (
        './a.yaml:1:1: error: unknown key "titel" in an agenda\n'
        '1 | titel: A\n  | ^^^^^\n   help: did you mean "title"?\n\n'
    )


def check_reads(content: bytes) -> None:
    """Whatever the bytes, there is an agenda, or something is told at a place in them."""
    file = read_bytes("agenda.yaml", content)
    assert (file.agenda is None) == bool(file.diagnostics)
    lines = len(re.split(rb"\r\n|\n|\r", content))
    assert all(d.message and d.place.line <= lines + 1 for d in file.diagnostics)


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8")))
@settings(max_examples=500, deadline=None)
def test_random_bytes_are_read_or_told(content: bytes) -> None:
    check_reads(content)


@given(st.lists(st.sampled_from([*"[]{}-?|>&*!#'\"\n,\t%@b", "a:", "a: "]), max_size=30))
@settings(max_examples=500, deadline=None)
def test_random_marks_of_yaml_are_read_or_told(marks: list[str]) -> None:
    check_reads(" ".join(marks).encode())


BUNDLED = bundled_path().read_text("utf-8")
TOKENS = [match.span() for match in re.finditer(r"[\w./-]+|[^\w\s]", BUNDLED)]
SHORT = BUNDLED.index("\nmechanisms:")
OWN_TOKENS = [span for span in TOKENS if span[0] > SHORT]
ODD = (
    *(
        "",
        "~",
        "5",
        "0",
        "-1",
        "true",
        "x",
        "..",
        "1e99",
        ".nan",
        "[]",
        "{}",
        "''",
        "#",
        ": ",
        "- ",
    ),
    *(
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        '"',
        "'",
        "\t",
        "\0",
        "日本",
        "9999-12",
        "99999999999999999999",
    ),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The bundled agenda with a few lines or tokens deleted, repeated or replaced."""
    text = BUNDLED
    for start, end in sorted(draw(st.lists(st.sampled_from(OWN_TOKENS), max_size=3)), reverse=True):
        token = text[start:end]
        text = text[:start] + draw(st.sampled_from(("", token * 2, *ODD))) + text[end:]
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 2))):
        number = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        lines[number : number + 1] = draw(
            st.sampled_from(
                [[], [lines[number]] * 2, [lines[other]], [lines[other], lines[number]]]
            )
        )
    return "\n".join(lines)


@given(mutated())
@settings(max_examples=300, deadline=None)
def test_the_bundled_agenda_with_mistakes_is_read_or_told(text: str) -> None:
    check_reads(text.encode("utf-8"))
