"""Texts with thousands of mistakes, or with one in a large text: told in bounded time."""

import tracemalloc
from time import process_time

import pytest
from tests.reading.agenda_text import told

from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.yaml_text import parse_yaml

SECONDS = 5
"""All take a small part of it, and took ten times as long before they were bounded."""


def told_soon(text: str) -> list[str]:
    before = process_time()
    found = told(text)
    assert process_time() - before < SECONDS
    return found


def test_many_mistakes_in_one_mechanism_are_told_soon() -> None:
    sessions = "      - {held: 2001, hots: x}\n" * 2000
    text = f"title: T\nmechanisms:\n  m:\n    title: M\n    sessions:\n{sessions}"
    found = told_soon(text)
    assert [line.split(" ")[0] for line in found] == [f"{n}:22" for n in range(6, 2006)]


def test_brackets_without_end_are_refused_soon() -> None:
    before = process_time()
    (fault,) = parse_yaml("a: " + "[" * 200_000).faults
    assert (fault.message, fault.place) == ("nested too deeply", Place(1, 131))
    assert process_time() - before < SECONDS


def test_brackets_that_are_closed_in_their_line_are_refused_soon() -> None:
    before = process_time()
    (fault,) = parse_yaml("a: " + "[" * 200_000 + "]" * 200_000).faults
    assert (fault.message, fault.place) == ("nested too deeply", Place(1, 131))
    assert process_time() - before < SECONDS


@pytest.mark.parametrize("opens", ["- ", "? ", "-  "])
def test_lists_that_begin_in_one_line_are_refused_in_little_memory(opens: str) -> None:
    tracemalloc.start()
    (fault,) = parse_yaml(opens * 200_000).faults
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (fault.message, fault.place.column) == ("nested too deeply", 128 * len(opens) + 1)
    assert peak < 20_000_000


def test_brackets_that_seem_to_be_closed_are_refused_soon() -> None:
    hidden = "[ # ]\n" * 30_000 + '["]",\n' * 30_000 + "[ ']\n]\n]',\n" * 30_000
    before = process_time()
    assert [fault.message for fault in parse_yaml(hidden).faults] == ["nested too deeply"]
    assert process_time() - before < SECONDS


def test_many_brackets_that_are_closed_are_not_too_many() -> None:
    text = "- {a: '[', b: [x, \"[\"]}\n- {c: d} # [\n" * 3000
    assert len(parse_yaml(text).data) == 6000  # type: ignore[arg-type]


def test_names_unknown_by_the_hundred_are_told_soon() -> None:
    names = ", ".join(f"sorce-{n}" for n in range(600))
    sources = "".join(f"  source-{n}-x: {{title: x}}\n" for n in range(600))
    text = f"title: T\nmechanisms:\n  m: {{title: M, source: [{names}]}}\nsources:\n{sources}"
    found = told_soon(text)
    assert len(found) == 600
    assert 'unknown source "sorce-599"; known here: source-0-x, ' in found[-1]


def test_a_key_that_comes_twice_in_a_large_text_is_told_soon() -> None:
    sessions = "".join(f"      - {{held: {1000 + n}, note: 'text {n}'}}\n" for n in range(40))
    mechanisms = "".join(f"  m{n}:\n    title: M\n    sessions:\n{sessions}" for n in range(500))
    text = f"title: T\nmechanisms:\n{mechanisms}  m7:\n    title: M\n"
    (found,) = told_soon(text)
    assert found.startswith('21503:3 [m7] the key "m7" comes twice, first in line 304;')
