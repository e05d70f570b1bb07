"""What YAML texts hold. The odd ones prove the choice of the library behind `parse_yaml`."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.problem import Fault
from cjpeace.reading.yaml.yaml_text import Parsed, parse_yaml

READ: dict[str, tuple[str, object]] = {
    "the country code of Norway": ("a: NO", "NO"),
    "a yes": ("a: yes", "yes"),
    "an off": ("a: off", "off"),
    "a y": ("a: y", "y"),
    "a number with a leading zero": ("a: 010", "010"),
    "a number with a leading zero and an eight": ("a: 08", "08"),
    "an octal number of YAML 1.2": ("a: 0o10", 8),
    "a time of day": ("a: 10:30", "10:30"),
    "a sexagesimal number of YAML 1.1": ("a: 190:20:30", "190:20:30"),
    "a span of hours": ("a: 09:00-17:30", "09:00-17:30"),
    "a number with an underscore": ("a: 1_000", "1_000"),
    "a day": ("a: 2025-10-14", "2025-10-14"),
    "a time on a day": ("a: 2025-10-14 10:00:00", "2025-10-14 10:00:00"),
    "a month": ("a: 2025-10", "2025-10"),
    "a year": ("a: 2000", 2000),
    "an interval": ("a: 1999-09-17/..", "1999-09-17/.."),
    "an open end": ("a: ..", ".."),
    "a tilde": ("a: ~", None),
    "a null": ("a: null", None),
    "nothing": ("a:", None),
    "a true": ("a: true", True),
    "a number with an exponent": ("a: 1e3", 1000.0),
    "a number without a digit before its point": ("a: .5", 0.5),
    "a negative number": ("a: -1", -1),
    "the largest whole number": ("a: 18446744073709551615", 18446744073709551615),
    "an equals sign": ("a: =", "="),
    "a hash within a word": ("a: b#c", "b#c"),
    "a comment": ("a: b #c", "b"),
    "a value under YAML 1.1": ("%YAML 1.1\n---\na: NO", "NO"),
    "a tag of Python": ("a: !!python/object/apply:os.system [ls]", ["ls"]),
    "a tag that makes text of a number": ("a: !!str 5", "5"),
    "a tag of somebody's own": ("a: !foo x", {"!foo": "x"}),
    "a merge key, which YAML 1.2 does not know": (
        "b: &b {x: 1}\na: {<<: *b, y: 2}",
        {"<<": {"x": 1}, "y": 2},
    ),
    "an alias": ("b: &b [1]\na: *b", [1]),
    "Japanese": ("a: 日加安保シンポジウム 🎌", "日加安保シンポジウム 🎌"),
    "a folded text": ("a: >-\n  one\n  two\n", "one two"),
    "an escaped control character": ('a: "b\\0c"', "b\0c"),
    "lines that end as on Windows": ("b: 1\r\na: 2\r\n", 2),
    "lines that end as on old Macs": ("b: 1\ra: 2\r", 2),
}


@pytest.mark.parametrize("name", READ)
def test_an_odd_text_is_read_by_yaml_1_2(name: str) -> None:
    text, value = READ[name]
    parsed = parse_yaml(text)
    assert parsed.readable
    assert parsed.faults == ()
    assert isinstance(parsed.data, dict)
    found = parsed.data["a"]
    assert (found, type(found)) == (value, type(value))


def test_a_hundred_brackets_are_not_too_many() -> None:
    assert parse_yaml("[" * 100 + "]" * 100).readable


def test_a_text_without_anything_in_it_holds_nothing() -> None:
    assert [parse_yaml(text) for text in ("", "  \n", "# nothing yet\n")] == [Parsed(None)] * 3


def test_the_words_for_true_are_those_of_yaml_1_2() -> None:
    assert parse_yaml("[true, True, TRUE, tRUE, on]").data == [True, True, True, "tRUE", "on"]


DEEP = ("nested too deeply", "an agenda needs no more than a few levels")
CONTROL = (
    "a control character that no text may hold",
    "remove it: only tabs and line breaks are allowed",
)
SEVERAL = ("more than one document in the file", "put each agenda into a file of its own")
UNHASHABLE = ("a key that is itself a list or a mapping", "write a word as the key")

BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)

REFUSED: dict[str, tuple[str, int, int, str, str]] = {
    "two documents": ("a: 1\n---\nb: 2\n", 2, 1, *SEVERAL),
    "a second document after an end": ("a: 1\n...\nb: 2\n", 3, 1, *SEVERAL),
    "an alias bomb": (BOMB, 2, 10, "too many aliases", "write out what the aliases stand for"),
    "ten thousand brackets": ("a: " + "[" * 10_000 + "]" * 10_000, 1, 131, *DEEP),
    "ten thousand brackets never closed": ("a: " + "[" * 10_000, 1, 131, *DEEP),
    "ten thousand braces": ("{a: " * 10_000, 1, 513, *DEEP),
    "a list that holds itself": ("b: 1\na: &x [*x]\n", 2, 4, *DEEP),
    "a NUL": ("a: b\0c\n", 1, 5, *CONTROL),
    "a bell": ("a: 1\nb: \x07\n", 2, 4, *CONTROL),
    "a number beyond all": (
        "b: 1\na: 18446744073709551616\n",
        *(2, 4, "a number too large for anything here", "put text in quotes"),
    ),
    "a list as a key": ("? [1, 2]\n: x\n", 1, 1, *UNHASHABLE),
    "a mapping as a key": ("{a: 1}: x\n", 1, 1, *UNHASHABLE),
    "a quote never closed": (
        'a: "x\nb: 3\n',
        *(1, 4, "a quote that is never closed"),
        "close it, or double it within a text that begins with one",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_text_that_cannot_be_read_says_where_and_why(name: str) -> None:
    text, line, column, message, help_ = REFUSED[name]
    fault = Fault(Place(line, column), message, help_)
    assert parse_yaml(text) == Parsed(None, (fault,), readable=False)


def test_a_control_character_after_japanese_is_told_at_its_place() -> None:
    assert parse_yaml("題: 日本🎌\na: 日\0\n").faults[0].place == Place(2, 5)


def test_a_place_after_a_line_separator_is_that_of_an_editor() -> None:
    assert parse_yaml('a: "x\u2028y"\nb: [1, 2\nc: 3\n').faults[0].place == Place(2, 4)


def duplicate(line: int, column: int, key: str, first: int) -> Fault:
    message = f'the key "{key}" comes twice, first in line {first}'
    return Fault(Place(line, column, len(key)), message, "keep one of the two")


TWICE: dict[str, tuple[str, object, list[Fault]]] = {
    "at the top": ("a: 1\nb: 2\na: 3\n", {"a": 1, "b": 2}, [duplicate(3, 1, "a", 1)]),
    "of a number": ("1: a\n1: b\n", {1: "a"}, [duplicate(2, 1, "1", 1)]),
    "within": ("x:\n  a: 1\n  a: 2\n", {"x": {"a": 1}}, [duplicate(3, 3, "a", 2)]),
    "on a line": ("{題: 日本, 題: 日}", {"題": "日本"}, [duplicate(1, 9, "題", 1)]),
    "three times": (
        "a: 1\na: 2\na: 3\n",
        *({"a": 1}, [duplicate(2, 1, "a", 1), duplicate(3, 1, "a", 1)]),
    ),
    "in two mappings": (
        "- {a: 1, a: 2}\n- {b: 1, b: 2}\n",
        *([{"a": 1}, {"b": 1}], [duplicate(1, 10, "a", 1), duplicate(2, 10, "b", 2)]),
    ),
    "with all that it holds": (
        "m:\n  a: 1\nm:\n  b: [1, 2]\n  c: {d: e}\nz: 1\n",
        *({"m": {"a": 1}, "z": 1}, [duplicate(3, 1, "m", 1)]),
    ),
    "with lines that end as on Windows": (
        "a: 1\r\nb: 2\r\na: 3\r\n",
        *({"a": 1, "b": 2}, [duplicate(3, 1, "a", 1)]),
    ),
    "a merge key": (
        "a: &a {x: 1}\nb: {<<: *a, <<: *a}\n",
        *({"a": {"x": 1}, "b": {"<<": {"x": 1}}}, [duplicate(2, 13, "<<", 2)]),
    ),
}


@pytest.mark.parametrize("name", TWICE)
def test_a_key_that_comes_twice_is_told_and_the_first_is_read(name: str) -> None:
    text, data, faults = TWICE[name]
    assert parse_yaml(text) == Parsed(data, tuple(faults))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rest", "place", "message"),
    [
        ("b: [\n", Place(3, 4), "a bracket that is never closed"),
        ('b: "x\n', Place(3, 4), "a quote that is never closed"),
        ("b: \0\n", Place(3, 4), "a control character that no text may hold"),
        ("---\nb: 1\n", Place(3, 1), "more than one document in the file"),
    ],
)
def test_a_key_that_comes_twice_hides_nothing_behind_it(
    rest: str, place: Place, message: str
) -> None:
    parsed = parse_yaml(f"a: 1\na: 2\n{rest}")
    assert not parsed.readable
    assert (parsed.faults[-1].place, parsed.faults[-1].message) == (place, message)


def test_a_key_that_comes_twice_hides_no_number_too_large() -> None:
    parsed = parse_yaml("a: 1\na: 2\nb: 99999999999999999999\n")
    too_large = Fault(Place(3, 4), "a number too large for anything here", "put text in quotes")
    assert parsed == Parsed(None, (duplicate(2, 1, "a", 1), too_large), readable=False)


KEYS = st.text("abcxyz", min_size=1, max_size=3)
SCALARS = st.one_of(st.integers(0, 99), st.text("日本 ab'\":#", max_size=6), st.none())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(KEYS, inner), max_size=4),
    max_leaves=12,
)


@given(st.lists(st.tuples(KEYS, VALUES), min_size=1, max_size=5))
def test_each_repeated_key_is_told_once_and_leaves_the_rest_as_it_is(
    pairs: list[tuple[str, Any]],
) -> None:
    parsed = parse_yaml(flow(pairs))
    repeated, data = without_repeated(pairs)
    assert parsed.readable
    assert len(parsed.faults) == repeated
    assert parsed.data == data


def is_mapping(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], tuple)


def flow(value: Any) -> str:
    """A value as YAML on one line, pairs as a mapping with all their keys."""
    if is_mapping(value):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return "null" if value is None else str(value)


def without_repeated(value: Any) -> tuple[int, Any]:
    """How many keys repeat an earlier one, at any depth that remains or goes, and the first ones."""
    if is_mapping(value):
        kept: dict[str, Any] = {}
        repeated = 0
        for key, item in value:
            within, read = without_repeated(item)
            repeated += within + (key in kept)
            kept.setdefault(key, read)
        return repeated, kept
    if isinstance(value, list):
        found = [without_repeated(item) for item in value]
        return sum(count for count, _ in found), [read for _, read in found]
    return 0, value
