"""Time and memory stay within bounds in proportion to the size of a file, however hostile it is.

Each file is as large as SIZE. What grows with the square of the size would take minutes.
"""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from tests.fuzz.questions import ask

SIZE = 100_000
SECONDS = 4 + 20e-6 * SIZE
"""What reading and checking may take: 4 seconds, and 20 microseconds a byte."""
MEGABYTES = 400 + 400e-6 * SIZE
"""What the process may take: 400 MB, and 400 bytes a byte."""

HEAD = "title: T\nadopted: 1999-09-17\nparties: {a: {timezone: UTC}}\n"
ONE = f"{HEAD}mechanisms:\n  m:\n    title: M\n"
SESSIONS = f"{ONE}    cadence: {{every: 1 week, since: 1990}}\n    sessions:\n"


def many(head: str, each: Callable[[int], str], tail: str = "") -> str:
    """As many pieces as make a file of the size."""
    parts, length, number = [head], len(head), 0
    while length < SIZE:
        parts.append(each(number))
        length += len(parts[-1])
        number += 1
    return "".join([*parts, tail])


def same(head: str, piece: str, tail: str = "") -> str:
    return head + piece * (SIZE // len(piece)) + tail


def day(number: int) -> str:
    return f"{1990 + number % 60}-{number % 12 + 1:02}-{number % 28 + 1:02}"


FILES: dict[str, str] = {
    # YAML
    "brackets": same("a: ", "["),
    "brackets that are closed": "a: " + "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "braces": same("", "{a: "),
    "dashes": same("", "- "),
    "questions": same("", "? "),
    "levels": "".join(f"{' ' * n}a:\n" for n in range(1000)),
    "empty lists": same("title: [", "[], ", "]\n"),
    "aliases of a list": "a: &a [" + "x, " * (SIZE // 6) + "]\nb: [" + "*a, " * (SIZE // 8) + "]\n",
    "aliases of a text": "a: &a " + "x" * (SIZE // 2) + "\nb: [" + "*a, " * (SIZE // 8) + "]\n",
    "aliases of aliases": "a0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 300)),
    "anchors": many("", lambda n: f"a{n}: &a{n} x\n"),
    "stars": same("title: T\nid: ", "*a "),
    "quotes": same("", "'"),
    "a quote": same('title: "', "x"),
    "tabs": same("a:\n", "\t"),
    "line breaks": same("", "\r"),
    "bytes that are no text": same("a: ", "\udcff"),
    "documents": same("", "--- a\n"),
    "one key again and again": same(HEAD, "a: 1\n"),
    "a key twice among many": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: 'M'}}\n", "  m7: {}\n"),
    # keys and texts
    "a long key": same(HEAD, "k", ": 1\n"),
    "a long key in quotes": same(HEAD + '"', "k", '": 1\n'),
    "a long title": same("title: ", "日"),
    "unknown keys": many(HEAD, lambda n: f"k{n}: x\n"),
    "unknown keys without values": many(HEAD + "events:\n  e: {", lambda n: f"k{n}, ", "}\n"),
    "numbers as keys": many("", lambda n: f"{n}: x\n"),
    "keys glued to values": many(ONE, lambda n: f"    title:{n}: x\n"),
    # what refers to something
    "unknown sources": many(f"{ONE}    source: [", lambda n: f"s{n}, ", "]\n"),
    "a chain": many(HEAD + "events:\n", lambda n: f"  e{n}: {{title: E, held: 2001, follows: e{n + 1}}}\n"),
    "a circle": many(
        HEAD + "events:\n  e0: {title: E, held: 2001, follows: e9999}\n",
        lambda n: f"  e{n + 1}: {{title: E, held: 2001, follows: e{n}}}\n",
    ),
    "hosts again and again": same(f"{ONE}    hosts: [", "a, ", "]\n"),
    # dates and rules
    "misspelt months": many(HEAD + "events:\n", lambda n: f"  e{n}: {{title: E, held: Febuary {n}}}\n"),
    "no time at all": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{every: 0 years}}}}\n"),
    "days of this year": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{every: 1 day, since: 2026}}}}\n"),
    "days in the year 9999": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{every: 1 day, since: 9999-11}}}}\n"),
    "days of two thousand years": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{every: 1 day, since: 0001-{n % 12 + 1:02}-{n % 28 + 1:02}}}}}\n"),
    "days of two thousand years in a grace": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, grace: {300 + n % 100} years, cadence: {{every: 1 day, since: 0001}}}}\n"),
    "days before a period of centuries": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: [{{every: 1 day, since: 0001}}, {{every: 400 years, since: {2000 + n % 25}}}]}}\n"),
    "days with a gap of a century": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{every: 1 day, since: 0001}}, sessions: [{{held: 0003}}, {{unknown: 1000/1{n % 900:03}}}]}}\n"),
    "rules of two thousand years": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{rrule: FREQ=DAILY, since: 0001-01-{n % 28 + 1:02}}}}}\n"),
    "days of months of two thousand years": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{every: month, when: [{n % 28 + 1}, second Tuesday], since: 0001}}}}\n"),
    "rules of this year": many(HEAD + "mechanisms:\n", lambda n: f"  m{n}: {{title: M, cadence: {{rrule: FREQ=DAILY, since: 2026-01-01}}}}\n"),
    "rules that never fall": many(
        HEAD + "mechanisms:\n",
        lambda n: f"  m{n}: {{title: M, cadence: {{rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, since: 2001-01-{n % 28 + 1:02}}}}}\n",
    ),
    "a long rule": same(f"{ONE}    cadence: {{since: 2001-01-01, rrule: 'FREQ=MONTHLY;BYMONTHDAY=", "1,", "1'}\n"),
    "a long number": same(f"{ONE}    cadence: {{every: ", "9", " years}\n"),
    "eras": many(f"{ONE}    cadence:\n", lambda n: f"      - {{every: 1 day, since: {1000 + n // 300}-{n // 25 % 12 + 1:02}-{n % 25 + 1:02}}}\n"),
    "parts of a year": same(f"{ONE}    cadence: {{every: year, when: [", "May, ", "]}\n"),
    # sessions
    "sessions": many(SESSIONS, lambda n: f"      - {{held: {day(n)}}}\n"),
    "sessions on one day": same(SESSIONS, "      - {held: 2001}\n"),
    "sessions of years": same(SESSIONS, "      - {held: 1990/1997}\n"),
    "sessions without a record": same(SESSIONS, "      - {unknown: 1990/2020}\n"),
    "sessions postponed": many(SESSIONS, lambda n: f"      - {{postponed: .., planned: {day(n)}, reason: x}}\n"),
    "sessions cancelled": many(SESSIONS, lambda n: f"      - {{cancelled: {day(n)}, reason: x}}\n"),
    "sessions with mistakes": same(SESSIONS, "      - {held: 2001, hots: x}\n"),
    "sessions that count from the last": many(SESSIONS.replace("    sess", "    basis: rolling\n    sess"), lambda n: f"      - {{held: {day(n)}}}\n"),
    "sessions that follow each other": many(SESSIONS.replace("    sess", "    basis: rolling\n    sess"), lambda n: f"      - {{held: {1990 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}}}\n"),
    "sessions with and without a record": many(SESSIONS, lambda n: f"      - {{held: {day(n)}}}\n      - {{unknown: {1990 + n % 60}-{n % 12 + 1:02}}}\n"),
    "dates before": same(f"{SESSIONS}      - {{held: 2001, planned: [", "2001, ", "]}\n"),
    "sessions ahead": many(SESSIONS, lambda n: f"      - {{tentative: {2027 + n % 40}-{n % 12 + 1:02}, host: a}}\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_checked_in_bounded_time(name: str, tmp_path: Path) -> None:
    assert seconds("check", name, tmp_path) < SECONDS


@pytest.mark.parametrize(
    "name", [name for name in FILES if name.startswith(("days", "rules", "sessions"))]
)
def test_what_is_next_in_a_hostile_file_is_told_in_bounded_time(name: str, tmp_path: Path) -> None:
    assert seconds("next", name, tmp_path) < SECONDS


def seconds(command: str, name: str, folder: Path) -> float:
    """How long a command works on a file."""
    file = folder / "agenda.yaml"
    file.write_bytes(FILES[name].encode("utf-8", "surrogateescape"))
    begin = process_time()
    ask([command, "--as-of", "2026-11-24", "-a", str(file)])
    return process_time() - begin


DEMANDING = (
    *("brackets", "dashes", "empty lists", "aliases of a list", "aliases of a text", "anchors"),
    *("aliases of aliases", "one key again and again", "unknown keys", "a long title", "sessions"),
)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded and measured as on Linux")
@pytest.mark.parametrize("name", DEMANDING)
def test_a_hostile_file_is_checked_in_bounded_memory(name: str, tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_bytes(FILES[name].encode())
    limit = int(MEGABYTES * 1e6)
    done = subprocess.run(
        [sys.executable, "-m", "cjpeace", "check", "-a", "agenda.yaml", "--as-of", "2026-11-24"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert b"memory" not in done.stderr[-1000:].lower()
    assert done.returncode in (0, 1, 2)
