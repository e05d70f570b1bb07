"""A large text read in pieces says what it says when it is read at once."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.mutation import changed, seeds

from cjpeace.reading.agenda_file import bundled_path
from cjpeace.reading.yaml.joined import parse_in_pieces
from cjpeace.reading.yaml.pieces import pieces
from cjpeace.reading.yaml.yaml_data import parse_at_once
from cjpeace.reading.yaml.yaml_text import LARGE, parse_yaml

BUNDLED = bundled_path().read_text("utf-8")
TEXTS = [BUNDLED, *seeds()]


def same_in_pieces(text: str) -> bool:
    """Whether a text can be read in pieces; it must then say what it says at once."""
    found, whole = parse_in_pieces(text), parse_at_once(text)
    if found is None:
        return False
    assert whole.readable
    assert repr(found.data) == repr(
        whole.data
    )  # by their words: no number equals itself if it is none
    assert sorted(map(repr, found.faults)) == sorted(map(repr, whole.faults))
    return True


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_an_agenda_reads_the_same_in_pieces(text: str) -> None:
    same_in_pieces(text)


def test_the_bundled_agenda_is_read_in_many_pieces() -> None:
    found = pieces(BUNDLED) or []
    assert len(found) > 50
    assert "".join(BUNDLED[one.start : one.end] for one in found) == BUNDLED[found[0].start :]
    assert same_in_pieces(BUNDLED)


@given(st.sampled_from(range(len(TEXTS))), st.integers(0, 2**32))
@settings(max_examples=400, deadline=None)
def test_what_reads_in_pieces_says_the_same(which: int, seed: int) -> None:
    random = Random(seed)
    same_in_pieces(changed(TEXTS[which][:9000], random.choice(TEXTS), random))


@given(st.lists(st.sampled_from(["a:", "b: 1", " a: x", "  c:", "   - d", "  c: |", "# e", "", "'", "a: [", "]", "...", "\r", "e : {f: 1}", "\tg: 1", '  c: "', "&h"]), max_size=12).map("\n".join))  # fmt: skip
@settings(max_examples=1500, deadline=None)
def test_lines_that_read_in_pieces_say_the_same(text: str) -> None:
    same_in_pieces(text)


TOGETHER = {
    "a: 1\nb:\n  c: 2\n  d: 3\n": 4,
    "# x\na:\n\n  # y\n  b: 1\n # z\n  c: 2\n": 3,
    "a: {b: 1}\nc: [1,\n  2]\n": 2,
    "# x\r\n\r\na: # y\r\n  b: 1\r\n\r\n  c: 2\r\nd: 3\r\n": 4,
}


@pytest.mark.parametrize("text", TOGETHER)
def test_keys_of_two_levels_are_pieces(text: str) -> None:
    assert len(pieces(text) or ()) == TOGETHER[text]
    assert same_in_pieces(text)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n",
        '"a": 1\n',
        "{a: 1}\n",
        "---\na: 1\n",
        "a: 1\n...\nb: 2\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: 'b\nc: d'\n",
        "a: [b,\nc: d]\n",
        "a: &x 1\nb: *x\n",
        " a: 1\nb: 2\n",
        "\t# c\na: 1\n",
        "# c\rx: y\na: 1\n",
        "? a\n: b\n",
        "",
    ],
)
def test_what_has_no_keys_at_the_margin_is_not_read_in_pieces(text: str) -> None:
    assert parse_in_pieces(text) is None


def test_keys_that_come_twice_are_told_by_the_lines_of_the_whole() -> None:
    text = "z: 1\nm:\n  a: {x: 1, x: 2}\n  a: 3\nz: 2\nm:\n  a: 4\n"
    found = parse_in_pieces(text)
    assert found is not None
    assert found.data == {"z": 1, "m": {"a": {"x": 1}}}
    assert [(f.place.line, f.place.column, f.message) for f in found.faults] == [
        (3, 13, 'the key "x" comes twice, first in line 3'),
        (4, 3, 'the key "a" comes twice, first in line 3'),
        (5, 1, 'the key "z" comes twice, first in line 1'),
        (6, 1, 'the key "m" comes twice, first in line 2'),
    ]


def test_a_large_text_is_read_in_pieces() -> None:
    text = "a: 1\na: 2\n" + "".join(f"k{n}: text\n" for n in range(LARGE // 8))
    parsed = parse_yaml(text)
    assert parsed.readable
    assert [fault.place.line for fault in parsed.faults] == [2]
