"""One mapping, read key by key: what is told, word for word, and what reading goes on with."""

from typing import Any

import pytest

from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entries.entry import Entry, Key, Keys, Kind, described
from cjpeace.reading.entries.known import Known
from cjpeace.reading.yaml.problem import Problem
from cjpeace.reading.yaml.yaml_text import Data


def _word(data: Data) -> str | None:
    if data == "bad":
        raise UnreadableError('"bad" is bad', "write something good")
    return data if isinstance(data, str) else None


WORD = Kind("a word", _word)


class ThingKeys(Keys):
    called = "a thing"
    colour = Key(WORD, "what it looks like")
    weight = Key(WORD, "how heavy it is")
    host_order = Key(WORD, "whose turn it is", name="host-order")


def thing(data: Data) -> tuple[Entry, list[Problem]]:
    problems: list[Problem] = []
    return Entry(data, ("things", 3), ThingKeys, problems), problems


def problem(*within: str | int, told: str, help: str = "", at_key: bool = False) -> Problem:  # noqa: A002 - the word printed
    return Problem(("things", 3, *within), told, help, at_key)


def test_keys_are_known_by_their_names_in_order() -> None:
    assert list(ThingKeys.by_name) == ["colour", "weight", "host-order"]


def test_a_value_is_read_by_the_kind_of_its_key() -> None:
    entry, problems = thing({"colour": "red", "host-order": "odd"})
    assert (entry.get(ThingKeys.colour), entry.get(ThingKeys.host_order)) == ("red", "odd")
    assert entry.get(ThingKeys.weight) is None
    assert entry.given(ThingKeys.by_name) == {"colour": "red", "host-order": "odd"}
    assert (entry.has(ThingKeys.colour), entry.has(ThingKeys.weight)) == (True, False)
    assert problems == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("bad", problem("colour", told='"bad" is bad', help="write something good")),
        (None, problem("colour", told='"colour" has no value', help="it takes a word")),
        (
            7,
            problem(
                *("colour",),
                told='"colour" takes a word, not the number 7',
                help="what it looks like",
            ),
        ),
    ],
)
def test_a_value_of_another_kind_is_told_and_left_out(data: Data, expected: Problem) -> None:
    entry, problems = thing({"colour": data, "weight": "light"})
    assert (entry.get(ThingKeys.colour), entry.get(ThingKeys.weight)) == (None, "light")
    assert problems == [expected]


def test_a_key_that_is_needed_is_told_when_it_is_missing() -> None:
    entry, problems = thing({})
    assert entry.need(ThingKeys.colour) is None
    told = 'a thing needs "colour"'
    assert problems == [problem(told=told, help="what it looks like", at_key=True)]


def test_a_missing_key_can_say_when_it_is_needed() -> None:
    entry, problems = thing({})
    entry.missing(ThingKeys.weight, " on ice")
    told = 'a thing needs "weight" on ice'
    assert problems == [problem(told=told, help="how heavy it is", at_key=True)]


def test_a_key_misspelt_is_not_told_as_missing_too() -> None:
    entry, problems = thing({"color": "red"})
    assert entry.need(ThingKeys.colour) is None
    assert entry.unclear(ThingKeys.colour)
    assert not entry.unclear(ThingKeys.weight)
    told = 'unknown key "color" in a thing'
    assert problems == [problem("color", told=told, help='did you mean "colour"?', at_key=True)]


@pytest.mark.parametrize(
    ("key", "step", "written"),
    [("size", "size", "size"), (5, 5, "5"), (1.5, "1.5", "1.5"), (True, "true", "true")],
)
def test_an_unknown_key_that_is_like_no_other_shows_them_all(
    key: Any, step: str | int, written: str
) -> None:
    _, problems = thing({key: "x"})
    told, accepted = f'unknown key "{written}" in a thing', "accepted: colour, weight, host-order"
    assert problems == [problem(step, told=told, help=accepted, at_key=True)]


@pytest.mark.parametrize(
    ("data", "found"), [("red", '"red"'), (5, "the number 5"), ([], "a list"), (None, "nothing")]
)
def test_what_is_no_mapping_is_told_as_what_it_is(data: Data, found: str) -> None:
    entry, problems = thing(data)
    assert entry.data == {}
    below = "write its keys below it, indented further; " if data is None else ""
    help_ = f"{below}accepted: colour, weight, host-order"
    assert problems == [problem(told=f"a thing is a mapping, not {found}", help=help_)]


def test_a_value_or_a_list_of_them_is_read_without_those_that_are_wrong() -> None:
    entry, problems = thing({"colour": "red", "weight": ["light", 7, "bad", "heavy"]})
    assert entry.several(ThingKeys.colour) == ("red",)
    assert entry.several(ThingKeys.host_order) == ()
    assert entry.several(ThingKeys.weight) == ("light", "heavy")
    told = '"weight" takes a word, not the number 7'
    assert problems == [
        problem("weight", 1, told=told, help="how heavy it is"),
        problem("weight", 2, told='"bad" is bad', help="write something good"),
    ]


def known(what: str, *names: object) -> Known:
    return Known(dict.fromkeys(names), what)


def test_a_name_that_nothing_has_is_told_with_the_nearest_one() -> None:
    entry, problems = thing({"colour": ["red", "gren"], "weight": "xyz"})
    assert entry.names(ThingKeys.colour, known("a colour", "red", "green")) == ("red", "gren")
    assert entry.name(ThingKeys.weight, known("a kind of weight", "light", "heavy")) == "xyz"
    assert entry.names(ThingKeys.host_order, known("a turn")) == ()
    assert problems == [
        problem("colour", 1, told='unknown colour "gren"', help='"green" is a colour here'),
        problem("weight", told='unknown kind of weight "xyz"', help="known here: light, heavy"),
    ]


def test_a_name_where_there_are_none_is_told_so() -> None:
    entry, problems = thing({"colour": "red"})
    entry.name(ThingKeys.colour, known("a colour"))
    told = 'unknown colour "red"'
    assert problems == [problem("colour", told=told, help="there is no colour here")]


def test_a_name_is_not_unknown_where_the_names_cannot_be_read() -> None:
    entry, problems = thing({"colour": ["red"], "weight": "light"})
    entry.names(ThingKeys.colour, Known(None, "a colour"))
    entry.name(ThingKeys.weight, Known({}, "a weight", "light".__eq__))
    assert problems == []


@pytest.mark.parametrize("value", [7, [7], [["red"]], {"red": 1}, "bad", None])
def test_a_reference_that_is_no_name_is_not_unknown_too(value: Data) -> None:
    entry, problems = thing({"colour": value})
    assert entry.names(ThingKeys.colour, known("a colour", "red")) == ()
    assert len(problems) == 1


def test_what_is_wrong_is_told_once_however_often_it_is_read() -> None:
    entry, problems = thing({"colour": 7, "weight": ["light", "bad"]})
    assert [entry.get(ThingKeys.colour), entry.need(ThingKeys.colour)] == [None, None]
    assert entry.several(ThingKeys.weight) == entry.several(ThingKeys.weight) == ("light",)
    assert len(problems) == 2
    assert entry.unclear(ThingKeys.weight, ThingKeys.colour)


def test_what_is_no_mapping_lacks_no_key_too() -> None:
    entry, problems = thing("red")
    assert entry.need(ThingKeys.colour) is None
    assert entry.unclear(ThingKeys.weight)
    assert len(problems) == 1


def test_a_long_text_is_told_by_its_beginning() -> None:
    entry, problems = thing({"x" * 100: 1, "colour": "y" * 100})
    entry.name(ThingKeys.colour, known("a colour", "red"))
    assert [problem.message for problem in problems] == [
        f'unknown key "{"x" * 58}.." in a thing',
        f'unknown colour "{"y" * 58}.."',
    ]


def test_after_a_hundred_mistakes_no_names_are_compared() -> None:
    entry, problems = thing({"colour": ["gren"] * 101})
    entry.names(ThingKeys.colour, known("a colour", "green"))
    assert [problem.help for problem in problems[98:]] == [
        *('"green" is a colour here',) * 2,
        "known here: green",
    ]


def test_a_mapping_or_list_within_is_empty_when_it_is_absent_or_something_else() -> None:
    entry, problems = thing({"colour": {"a": 1}, "weight": [1], "host-order": None})
    assert (entry.children("colour"), entry.children("size")) == ({"a": 1}, {})
    assert (entry.items("weight"), entry.items("size")) == ([1], [])
    assert problems == []
    assert (entry.children("weight"), entry.items("colour")) == ({}, [])
    assert (entry.children("host-order"), entry.items("host-order")) == ({}, [])
    assert problems == [
        problem(
            *("weight",),
            told='"weight" takes a mapping, not a list',
            help="how heavy it is; begin each with its key and a colon, not with `- `",
        ),
        problem(
            *("colour",),
            told='"colour" takes a list, not a mapping',
            help="what it looks like; begin each with `- `",
        ),
        problem(
            *("host-order",),
            told='"host-order" takes a mapping, not nothing',
            help="whose turn it is",
        ),
        problem(
            *("host-order",),
            told='"host-order" takes a list, not nothing',
            help="whose turn it is; begin each with `- `",
        ),
    ]


def test_values_are_described_in_words() -> None:
    values: list[Data] = [None, True, False, 5, 1.5, "x", [], {}]
    assert [described(value) for value in values] == [
        *("nothing", "true", "false", "the number 5", "the number 1.5", '"x"', "a list"),
        "a mapping",
    ]
