import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from cjpeace.writing.ical.ical_text import is_clean, one_line, text_value

ANY = st.text(st.characters(), max_size=400)
AWKWARD = st.text(st.sampled_from("ab N\\;,\n日é🕊️\u200d\x07\r\x85\u2028"), max_size=400)


def _lines(text: str) -> list[bytes]:
    """The lines of a file that a title takes."""
    event = Event()
    event.add("SUMMARY", text_value(text))
    begin, *lines, end, nothing = event.to_ical(sorted=False).split(b"\r\n")
    assert (begin, end, nothing) == (b"BEGIN:VEVENT", b"END:VEVENT", b"")
    return lines


def _value(text: str) -> str:
    return b"\r\n".join(_lines(text)).replace(b"\r\n ", b"").decode().removeprefix("SUMMARY:")


def _read(value: str) -> str:
    """What a reader makes of a value, escape by escape (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], value)


@given(ANY | AWKWARD)
def test_a_text_reads_back_as_it_was_written(text: str) -> None:
    assert _read(_value(text)) == str(text_value(text))


@given(ANY | AWKWARD)
def test_no_line_is_longer_than_75_octets_or_ends_within_a_character(text: str) -> None:
    for line in _lines(text):
        assert len(line) <= 75
        line.decode()


@given(AWKWARD)
def test_a_comma_a_semicolon_or_a_line_break_is_not_parted_from_its_backslash(text: str) -> None:
    """Where a line ends within an escape, it is that of a backslash, which any client unfolds."""
    lines = _lines(text)
    for line, following in pairwise(lines):
        if (len(line) - len(line.rstrip(b"\\"))) % 2:
            assert following.startswith(b" \\")


@pytest.mark.parametrize("width", range(60, 80))
def test_a_fold_falls_before_a_character_of_several_octets(width: int) -> None:
    text = "x" * width + "日本語🇨🇦é" * 20
    assert _value(text) == text
    assert all(70 < len(line) <= 75 for line in _lines(text)[:-1])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a, b; c: d", "a\\, b\\; c: d"),
        ("C:\\new", "C:\\\\new"),
        ("C:\\New", "C:\\\\New"),
        ("\\\\N\\N\\", "\\\\\\\\N\\\\N\\\\"),
        ("one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour"),
        ("one\x0btwo\x0cthree\x85four\u2028five\u2029six", "one\\ntwo\\nthree\\nfour\\nfive\\nsix"),
        ('"quoted" ^n & %0D%0A: =', '"quoted" ^n & %0D%0A: ='),
        ("a\x00b\x07c\x1b[31md\x7fe\x9ff\ufffeg\uffffh", "abc[31mdefgh"),
        ("tab\there", "tab\there"),
        ("🇨🇦🕊️ 日加 é", "🇨🇦🕊️ 日加 é"),
        ("half of a pair: \ud83d", "half of a pair: "),
    ],
)
def test_a_text_is_escaped_and_rid_of_what_no_calendar_can_hold(text: str, value: str) -> None:
    assert _value(text) == value


def test_a_text_is_clean_when_nothing_of_it_is_left_out() -> None:
    assert is_clean("日加\tone\ntwo\r\nthree\u2028four")
    assert not is_clean("a bell\x07")


def test_a_title_is_one_line() -> None:
    assert one_line("  Talks\non peace \t here\n") == "Talks on peace here"
