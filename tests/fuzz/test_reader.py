"""Whatever a file holds, it is read or told, and every command answers: at random, and of old finds.

`atheris_reader.py` beside it seeks further, guided by what the code does with its inputs.
"""

from pathlib import Path
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.mutation import KEYS, VALUES, changed, seeds
from tests.fuzz.questions import FILE, ask_everything
from tests.oracle.agendas import random_agenda, to_yaml

FOUND = sorted((Path(__file__).parent / "found").glob("*.yaml"))
SEEDS = seeds()
SECONDS = 10
"""No short text may take longer; all take a small part of it."""


@pytest.fixture(autouse=True, scope="module")
def _no_file_left() -> object:
    yield
    FILE.unlink(missing_ok=True)


def soon(content: bytes, most: int = 4) -> None:
    begin = process_time()
    ask_everything(content, most)
    assert process_time() - begin < SECONDS


@pytest.mark.parametrize("path", FOUND, ids=[path.stem for path in FOUND])
def test_what_was_found_once_is_no_trouble_any_more(path: Path) -> None:
    soon(path.read_bytes(), 100)


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_every_command_answers_about_every_agenda(text: str) -> None:
    soon(text.encode(), 100)


@given(st.sampled_from(SEEDS), st.sampled_from(SEEDS), st.integers(0, 2**32))
@settings(max_examples=300, deadline=None)
def test_an_agenda_with_changes_is_read_or_told_and_answered(
    text: str, other: str, seed: int
) -> None:
    soon(changed(text, other, Random(seed)).encode("utf-8", "replace"))


@given(st.integers(0, 2**32), st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_a_random_agenda_with_changes_is_read_or_told_and_answered(which: int, seed: int) -> None:
    text = to_yaml(random_agenda(Random(which)))
    soon(changed(text, SEEDS[seed % len(SEEDS)], Random(seed)).encode("utf-8", "replace"))


NODES = st.recursive(
    st.sampled_from(VALUES),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(st.tuples(st.sampled_from(KEYS), inner), max_size=6).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        ),
    ),
    max_leaves=30,
)


@given(st.lists(st.tuples(st.sampled_from(KEYS), NODES), max_size=8))
@settings(max_examples=500, deadline=None)
def test_keys_and_values_in_any_order_are_read_or_told(pairs: list[tuple[str, str]]) -> None:
    soon("".join(f"{key}: {value}\n" for key, value in pairs).encode("utf-8", "replace"))


@given(st.dictionaries(st.sampled_from(KEYS), NODES, max_size=8))
@settings(max_examples=500, deadline=None)
def test_a_mechanism_of_any_keys_and_values_is_read_or_told(keys: dict[str, str]) -> None:
    entry = "".join(f"    {key}: {value}\n" for key, value in keys.items() if key != "title")
    soon(
        f"title: T\nadopted: 1999\nmechanisms:\n  m:\n    title: M\n{entry}".encode(
            "utf-8", "replace"
        )
    )


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
@settings(max_examples=500, deadline=None)
def test_bytes_and_texts_of_any_sort_are_read_or_told(content: bytes) -> None:
    soon(content)
