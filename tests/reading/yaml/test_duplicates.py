"""Keys that come twice, with their positions in the text."""

import pytest

from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.duplicates import Duplicate, Found, duplicates


def test_a_key_that_comes_again_is_found_with_its_place_and_position() -> None:
    text = "題: 日本\nparties:\n  japan: {}\n  canada: {}\n  japan: {}\n"
    (found,) = duplicates(text).duplicates
    message = 'the key "japan" comes twice, first in line 3'
    assert found == Duplicate(42, 47, Place(5, 3, 5), message, "keep one of the two")
    assert text[found.start : found.end] == "japan"


def test_all_of_them_are_found_in_the_order_of_the_text() -> None:
    text = "{a: {x: 1, x: 2}, b: [{y: 1, y: 2, y: 3}], a: 5}"
    assert [text[d.start :][:4] for d in duplicates(text).duplicates] == [
        "x: 2",
        "y: 2",
        "y: 3",
        "a: 5",
    ]


def test_a_quoted_key_repeats_a_plain_one() -> None:
    text = "a: 1\n'a': 2\n\"a\": 3\n"
    assert [(d.place, text[d.start : d.end]) for d in duplicates(text).duplicates] == [
        (Place(2, 1, 3), "'a'"),
        (Place(3, 1, 3), '"a"'),
    ]


def test_keys_of_different_mappings_do_not_repeat_each_other() -> None:
    assert duplicates("a: {a: 1}\nb: {a: 1}\nc: [{a: 1}, {a: 1}]\n") == Found([])


def test_what_an_alias_stands_for_is_looked_at_once() -> None:
    assert len(duplicates("a: &x {p: 1, p: 2}\nb: *x\nc: [*x, *x]\n").duplicates) == 1


def test_a_mapping_that_holds_itself_ends_the_search() -> None:
    assert len(duplicates("a: &x {p: *x, p: *x}\n").duplicates) == 1


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "a: 1\na: 2\nb: [",
            (
                "did not find expected node content at line 4 column 1, "
                "while parsing a flow node at line 4 column 1"
            ),
        ),
        ("a: 1\na: 日\0", "control characters are not allowed at position 11"),
    ],
)
def test_what_ends_a_text_too_soon_is_told_beside_them(text: str, error: str) -> None:
    found = duplicates(text)
    assert found.error == error
    assert [d.place for d in found.duplicates] in ([Place(2, 1)], [])


def test_a_text_of_nothing_holds_none() -> None:
    assert duplicates("") == Found([])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("8: x\n0o10: y\n0x8: z\n", 2),
        ("{~: x, null: y}", 1),
        ("true: x\nTrue: y\n", 1),
        ('8: x\n"8": y\n', 0),
        ("true: x\n'true': y\n", 0),
        ("&k a: 1\n*k : 2\n", 1),
    ],
)
def test_keys_that_are_read_as_one_value_repeat_each_other(text: str, count: int) -> None:
    assert len(duplicates(text).duplicates) == count


def test_a_text_nested_deeply_is_looked_through() -> None:
    text = "{a: 1, a: 2, b: " + "[" * 900 + "]" * 900 + ", a: 3}"
    assert len(duplicates(text).duplicates) == 2
