"""The lines of a text, and the places of positions in it."""

from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.lines import Lines, position_in_yaml


def test_a_place_counts_characters_from_1() -> None:
    lines = Lines("日本: x\n\nカナダ: y")
    assert [lines.place(position) for position in (0, 4, 7, 12)] == [
        *(Place(1, 1), Place(1, 5), Place(3, 1), Place(3, 6))
    ]


def test_lines_end_as_on_any_system_and_at_nothing_else() -> None:
    lines = Lines("a\r\nb\rc\u2028d\x85\n")
    assert [lines.line(number) for number in range(6)] == ["", "a", "b", "c\u2028d\x85", "", ""]
    assert lines.place(7) == Place(3, 3)


def test_a_line_of_the_yaml_libraries_ends_at_a_separator_too() -> None:
    assert position_in_yaml("a\u2028bc\r\nd", 2, 2) == 3
    assert position_in_yaml("a\u2028bc\r\nd", 3, 1) == 6
    assert position_in_yaml("a: [", 2, 1) == 4
