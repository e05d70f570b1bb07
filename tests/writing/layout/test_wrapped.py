from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import thorough

from cjpeace.writing.layout.cells import width, wrapped

PIECES = (
    "日加",
    "平和・",
    "「安全」",
    "、",
    "Peace",
    "(and",
    "security)",
    " ",
    "  ",
    "é",
    "e\u0301",
    "\n",
    "－",
    "x" * 30,
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("Peace and security", 9, ["Peace and", "security"]),
        ("Peace  and\nsecurity", 40, ["Peace and security"]),
        ("日加平和安全", 6, ["日加平", "和安全"]),
        ("日加平和安全", 7, ["日加平", "和安全"]),
        ("日加Peace", 7, ["日加", "Peace"]),
        ("日加平、和", 6, ["日加", "平、和"]),
        ("日加「平和」", 6, ["日加", "「平", "和」"]),
        ("the 18th 日加", 12, ["the 18th 日", "加"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a\x1b[31mb", 20, ["a\\x1b[31mb"]),
    ],
)
def test_a_text_is_wrapped_by_the_cells_it_takes(text: str, cells: int, lines: list[str]) -> None:
    assert wrapped(text, cells) == lines


@thorough
@given(TEXTS, st.integers(4, 40))
def test_no_line_is_wider_than_asked_and_nothing_but_space_is_lost(text: str, cells: int) -> None:
    lines = wrapped(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@thorough
@given(st.lists(st.sampled_from("日加平和「」、。"), max_size=30).map("".join), st.integers(4, 40))
def test_a_line_begins_with_a_mark_that_closes_only_when_the_line_before_is_full(
    text: str, cells: int
) -> None:
    lines = wrapped(text, cells)
    for before, line in pairwise(lines):
        assert line[0] not in "」、。" or width(before) >= cells - 1
