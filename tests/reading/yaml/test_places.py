"""Where things stand in a text, held against composing the whole of it."""

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracle.agendas import random_agenda, to_yaml

from cjpeace.core.agenda import Path
from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml import places as module
from cjpeace.reading.yaml.places import Places

Plain = dict[str, Any]


def agenda_with_a_text(seed: int) -> Plain:
    """A random agenda, with the sections that the oracle has no use for."""
    agenda = random_agenda(Random(seed))
    first, *rest = agenda.items()
    return {
        first[0]: first[1],
        "agreement": [
            {"section": "対話", "paragraphs": {1: "日加 symposiums: every year", 2: 'It\'s "so"'}},
            {"section": "Two", "paragraphs": {3: "mechanisms:", 4: "# none"}},
        ],
        **dict(rest),
        "sources": {"bluebook-2008": {"title": "外交青書", "url": "https://example.org/#a"}},
    }


def as_block(agenda: Plain) -> str:
    return yaml.safe_dump(agenda, allow_unicode=True, sort_keys=False)


def as_deep_block(agenda: Plain) -> str:
    return yaml.safe_dump(agenda, allow_unicode=True, sort_keys=False, indent=7, width=40)


def as_flow(agenda: Plain) -> str:
    return yaml.safe_dump(agenda, allow_unicode=True, default_flow_style=True, width=60)


def as_json(agenda: Plain) -> str:
    return json.dumps(agenda, ensure_ascii=False, indent=2)


def with_quoted_keys(agenda: Plain) -> str:
    """The keys at the top, and what is below them, in quotes and on one line."""
    lines = []
    for name, value in agenda.items():
        if not isinstance(value, dict):
            lines.append(f'"{name}": {json.dumps(value, ensure_ascii=False)}')
            continue
        lines.append(f"'{name}':")
        lines += [f'    "{key}" : {json.dumps(item)}' for key, item in value.items()]
    return "\n".join(lines) + "\n"


def with_comments(agenda: Plain) -> str:
    """A comment, at any indent, before each line, and behind those that cannot be text."""
    rng = Random(len(str(agenda)))
    lines = []
    for line in to_yaml(agenda).splitlines():
        lines += rng.choice(
            ([], [""], ["# mechanisms:"], ["      # 日本: [", "#"], ["  # talks: x"])
        )
        lines.append(line + rng.choice(("", "  # note: {", "   ")))
    return "\n".join(lines)


def as_on_windows(agenda: Plain) -> str:
    return to_yaml(agenda).replace("\n", "\r\n")


def as_on_old_macs(agenda: Plain) -> str:
    return as_block(agenda).replace("\n", "\r")


def indented(agenda: Plain) -> str:
    return "---\n" + "".join(f"   {line}\n" for line in to_yaml(agenda).splitlines()) + "...\n"


WRITTEN: list[Callable[[Plain], str]] = [
    *(to_yaml, as_block, as_deep_block, as_flow, as_json, with_quoted_keys, with_comments),
    *(as_on_windows, as_on_old_macs, indented),
]


@pytest.mark.parametrize("write", WRITTEN, ids=lambda write: write.__name__)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_everything_is_found_where_it_stands(write: Callable[[Plain], str], seed: int) -> None:
    check_all_places(write(agenda_with_a_text(seed)))


def check_all_places(text: str) -> None:
    places, lines = Places(text), text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    paths = 0
    for path, key, value in composed(yaml.compose(text, Loader=yaml.CSafeLoader), ()):
        for node, at_key in ((key, True), (value, False)):
            found = places.place(path, at_key=at_key)
            assert (found.line, found.column) == place_of(node), (path, at_key)
            marked = lines[found.line - 1][found.column - 1 :][: found.width]
            assert not marked or marked[0] == text[node.start_mark.index], (path, marked)
            if at_key and not isinstance(path[-1], int):
                assert marked.strip("\"'").endswith(path[-1])
        paths += 1
    assert paths > 7


def place_of(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def composed(node: yaml.Node | None, path: Path) -> Iterator[tuple[Path, yaml.Node, yaml.Node]]:
    """Each path of a text, with the node of its key and that of its value."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            step = int(key.value) if key.tag.endswith(":int") else key.value
            yield (*path, step), key, value
            yield from composed(value, (*path, step))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*path, number), item, item
            yield from composed(item, (*path, number))


HAND_WRITTEN = {
    "a flow over several lines, with keys that look like entries": """\
title: x
mechanisms: {
  talks: {
  title: Talks }, other: {title: Other,
  sessions: [
  {held: 2001}, {held:
  2002}]}}
events:
  talk: {title: 日本, held: 2001}
""",
    "texts over several lines that look like keys": """\
title: >-
  mechanisms: no
  talks: no
note: "
  talks: no
  sessions: no"
mechanisms:
  talks:
    title: |
      other:
        title: x
    note: 'one
      other: two'
  other:
    title: "日本 title: x" # title:
    sessions:
    - held: 2001
      note: x
    - {held: 2002, note: y}
  third :
    title : z
""",
    "keys of one name in several sections": """\
parties:
 canada: {name: Canada}
 japan:
    name: Japan
mechanisms:
    canada: {title: x}
    japan: {title: y,
     note: z}
"events":
  japan: {title: e}
  canada: {title: f}
commitments: {canada: {title: c}, japan: {title: d}}
""",
    "anchors, aliases and tags": """\
parties: &parties
  canada: &canada {name: &name Canada}
  japan: {name: !!str Japan, capital: *name}
mechanisms:
  talks: !!map
    &title title: Talks
    hosts: &hosts [canada, japan]
    sessions:
      - &first {held: 2001}
      - {held: 2002, host: canada}
  other: {title: x, hosts: *hosts}
""",
    "keys with a question mark": """\
? title
: x
? mechanisms
: ? talks
  : ? title
    : Talks
    sessions:
      - held: 2001
        ? note
        : yes
""",
}


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_everything_is_found_in_a_text_written_by_hand(name: str) -> None:
    check_all_places(HAND_WRITTEN[name])


TEXT = """\
title: 日加 Agenda
parties:
  日本: {name: 日本国, capital: 東京}
  canada:
    name: カナダ
mechanisms:
  talks:
    title:
    sessions:
      - {place: 東京, held: 2001}
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), Place(1, 1, 5), Place(1, 8, 9)),
        (("parties", "日本"), Place(3, 3, 2), Place(3, 7)),
        (("parties", "日本", "capital"), Place(3, 19, 7), Place(3, 28, 2)),
        (("parties", "canada"), Place(4, 3, 6), Place(5, 5)),
        (("parties", "canada", "name"), Place(5, 5, 4), Place(5, 11, 3)),
        (("mechanisms", "talks", "title"), Place(8, 5, 5), Place(8, 11)),
        (("mechanisms", "talks", "sessions", 0), Place(10, 9), Place(10, 9)),
        (("mechanisms", "talks", "sessions", 0, "held"), Place(10, 21, 4), Place(10, 27, 4)),
    ],
)
def test_columns_count_characters_from_1(path: Path, key: Place, value: Place) -> None:
    places = Places(TEXT)
    assert (places.place(path, at_key=True), places.place(path)) == (key, value)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("mechanisms", "talks", "grace"), Place(7, 3, 5)),
        (("mechanisms", "talks", "sessions", 7, "held"), Place(9, 5, 8)),
        (("mechanisms", "talks", "sessions", 0, "host"), Place(10, 9)),
        (("mechanisms", "walks", "title"), Place(6, 1, 10)),
        (("title", "x"), Place(1, 1, 5)),
        (("events", "x"), Place(1, 1)),
        ((), Place(1, 1)),
    ],
)
def test_what_is_not_there_is_shown_at_the_nearest_thing_above(path: Path, place: Place) -> None:
    assert Places(TEXT).place(path) == place


def test_a_key_that_comes_twice_is_shown_where_it_comes_first() -> None:
    places = Places("a:\n  x: 1\n  x: 2\na:\n  x: 3\n")
    assert places.place(("a", "x")) == Place(2, 6)
    assert places.place(("a",), at_key=True) == Place(1, 1)


def test_a_line_is_counted_from_1_and_has_no_line_break() -> None:
    places = Places("日本\r\nb\rc\n")
    assert [places.line(number) for number in range(6)] == ["", "日本", "b", "c", "", ""]


def test_a_text_too_large_to_compose_whole_still_shows_its_entries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LARGEST_WHOLE", 10)
    places = Places(TEXT)
    assert places.place(("mechanisms", "talks", "sessions", 0, "held")) == Place(10, 27, 4)
    assert places.place(("parties", "日本", "capital")) == Place(3, 28, 2)
    assert Places("{title: x, parties: {}}").place(("parties",)) == Place(1, 1)


def test_a_text_that_cannot_be_composed_has_no_places() -> None:
    assert Places("a: [").place(("a", 0)) == Place(1, 1, 1)


def test_many_keys_of_one_mapping_are_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many of them are asked for: a mistake may be made in every one."""
    looked_at: list[object] = []

    def as_read(written: object) -> str | None:
        looked_at.append(written)
        return read(written)

    read = module._as_read
    monkeypatch.setattr(module, "_as_read", as_read)
    places = Places("{" + ", ".join(f"0x{number:x}: a" for number in range(500)) + "}")
    found = [places.place((str(number),), at_key=True).column for number in range(500)]
    assert found == sorted(set(found))
    assert len(looked_at) == 500
