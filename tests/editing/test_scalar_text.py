import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjpeace.editing.scalar_text import value_text
from cjpeace.reading.yaml.yaml_text import parse_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
WORDS = st.sampled_from(
    ["no", "NULL", "~", "1e3", "0x1F", "12:30", "2026-05", "- a", "a: b", "a #b", "*x", "&x", "!x"]
)
STYLES = st.sampled_from([None, "", "'", '"'])


@settings(max_examples=400, deadline=None)
@given(TEXTS | WORDS | st.text(" ab:#,[]{}'\"\\|>-?&*!%@`\n\t", min_size=1), STYLES)
def test_a_text_reads_back_as_it_was(text: str, style: str | None) -> None:
    flow = value_text("place", text, style, flow=True)
    assert parse_yaml(f"a: {{place: {flow}, b: 1}}").data == {"a": {"place": text, "b": 1}}
    block = value_text("place", text, style, flow=False)
    assert parse_yaml(f"place: {block}\nb: 1\n").data == {"place": text, "b": 1}


@pytest.mark.parametrize(
    ("value", "style", "written"),
    [
        ("2026-12-10/2026-12-11", None, "2026-12-10/2026-12-11"),
        ("autumn 2026", "", "autumn 2026"),
        ("2026", "'", "'2026'"),
        ("2026~", None, '"2026~"'),
        ("..", None, ".."),
        (("2025", "2026-05"), None, "[2025, 2026-05]"),
    ],
)
def test_dates_are_plain_unless_the_neighbours_quote_them(
    value: str | tuple[str, ...], style: str | None, written: str
) -> None:
    assert value_text("held", value, style, flow=True) == written


def test_a_time_is_quoted_where_no_neighbour_shows_otherwise() -> None:
    assert value_text("at", "09:30", None, flow=True) == '"09:30"'


def test_several_names_are_a_list_and_one_stands_alone() -> None:
    assert value_text("source", ("a", "b: c"), None, flow=False) == '[a, "b: c"]'
    assert value_text("source", ("a",), None, flow=False) == "a"
