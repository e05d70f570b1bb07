"""Aliases that stand for more than a file can hold are refused before they are written out."""

import pytest

from cjpeace.reading.yaml.aliases import DEAREST, too_many_aliases
from cjpeace.reading.yaml.yaml_text import parse_yaml

MANY = 1000

BOMBS = {
    "of one list": f"a: &a [{'x,' * MANY}]\nb: [{'*a, ' * MANY}]\n",
    "of one mapping": f"a: &a {{{', '.join(f'k{n}: x' for n in range(MANY))}}}\nb: [{'*a, ' * MANY}]\n",
    "of one long text": f"a: &a {'x' * 100_000}\nb: [{'*a, ' * 20}]\n",
    "of one text as a key": f"? &a {'x' * 100_000}\n: y\nb: [{'{*a : 1}, ' * 20}]\n",
    "of aliases": f"a: &a [{'x,' * 50}]\nb: &b [{'*a, ' * 50}]\nc: [{'*b, ' * 50}]\n",
    "in lines": f"a: &a [{'x,' * MANY}]\nb:\n" + "  - *a\n" * MANY,
}


@pytest.mark.parametrize("name", BOMBS)
def test_aliases_that_stand_for_too_much_are_refused(name: str) -> None:
    assert too_many_aliases(BOMBS[name])
    (fault,) = parse_yaml(BOMBS[name]).faults
    assert (fault.message, fault.help) == (
        "too many aliases",
        "write out what the aliases stand for",
    )


def test_aliases_of_little_are_not_too_many() -> None:
    text = f"a: &a [x, y]\nb: [{'*a, ' * MANY}]\n"
    assert not too_many_aliases(text)
    assert parse_yaml(text).data == {"a": ["x", "y"], "b": [["x", "y"]] * MANY}


def test_stars_in_text_are_no_aliases() -> None:
    text = "a: " + "two * three ** four, *five* " * 100_000 + "\n"
    assert len(text) > DEAREST
    assert not too_many_aliases(text)


def test_a_list_that_holds_itself_is_left_to_the_reader() -> None:
    assert not too_many_aliases("a: &a [*a]\n")
    assert not too_many_aliases("a: *b\n")
