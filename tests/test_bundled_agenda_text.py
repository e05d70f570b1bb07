"""The bundled agenda against the agreement's text and the documents it was compiled from.

The file is read as plain YAML here, so that these facts hold whatever the program makes of it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import ryaml

ROOT = Path(__file__).resolve().parents[1]
AGENDA = ROOT / "data" / "agenda.yaml"
DOCUMENTS = ROOT.parent / "shared" / "source"
TEXT = DOCUMENTS / "action-agenda-1999.txt"

needs_documents = pytest.mark.skipif(
    not TEXT.is_file(), reason="the documents that the agenda was compiled from are not here"
)


@pytest.fixture(scope="module")
def agenda() -> dict[str, Any]:
    return ryaml.loads(AGENDA.read_text(encoding="utf-8"))


def as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def plain(heading: str) -> str:
    """A heading without its capitals and the spaces around a slash."""
    return re.sub(r"\s*/\s*", "/", heading.strip()).casefold()


def sectioned_paragraphs(agenda: dict[str, Any]) -> list[tuple[str, int, str]]:
    return [
        (plain(part["section"]), int(number), text)
        for part in agenda["agreement"]
        for number, text in part["paragraphs"].items()
    ]


def read_agreement(text: str, headings: set[str]) -> list[tuple[str, str]]:
    """Each bulleted paragraph of the text with its heading, or "heading: sub-heading"."""
    main = sub = ""
    found: list[tuple[str, list[str]]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("- "):
            found.append((f"{main}: {sub}" if sub else main, [line[2:]]))
        elif line.isupper():
            main, sub = plain(line), ""
        elif plain(line) in headings:
            sub = plain(line)
        elif found:
            found[-1][1].append(line)
    return [(heading, " ".join(" ".join(lines).split())) for heading, lines in found]


def dated_entries(agenda: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every session and every event, with a name to call it by."""
    for key, mechanism in agenda["mechanisms"].items():
        for index, session in enumerate(mechanism.get("sessions", [])):
            yield f"{key}, session {index + 1}", session
    yield from agenda["events"].items()


def find_all(value: Any, key: str) -> Iterator[Any]:
    """What stands under `key`, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield inner
            yield from find_all(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from find_all(inner, key)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def named_sources(agenda: dict[str, Any]) -> set[str]:
    parts = [agenda[part] for part in ("mechanisms", "events", "commitments")]
    return {name for part in parts for value in find_all(part, "source") for name in as_list(value)}


def is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def addresses_in(text: str) -> set[str]:
    return {address.rstrip(";,.)") for address in re.findall(r"https?://[^\s|]+", text)}


def test_the_agreement_has_24_paragraphs_numbered_in_order(agenda: dict[str, Any]) -> None:
    assert [number for _, number, _ in sectioned_paragraphs(agenda)] == list(range(1, 25))


@needs_documents
def test_the_paragraphs_are_those_of_the_text_word_for_word_and_in_order(
    agenda: dict[str, Any],
) -> None:
    ours = sectioned_paragraphs(agenda)
    headings = {heading.partition(": ")[2] for heading, _, _ in ours} - {""}
    theirs = read_agreement(TEXT.read_text(encoding="utf-8"), headings)
    assert [text for _, _, text in ours] == [text for _, text in theirs]


@needs_documents
def test_each_paragraph_stands_under_the_heading_that_the_text_gives_it(
    agenda: dict[str, Any],
) -> None:
    ours = sectioned_paragraphs(agenda)
    headings = {heading.partition(": ")[2] for heading, _, _ in ours} - {""}
    theirs = read_agreement(TEXT.read_text(encoding="utf-8"), headings)
    assert [heading for heading, _, _ in ours] == [heading for heading, _ in theirs]


def test_each_paragraph_is_referred_to(agenda: dict[str, Any]) -> None:
    referred = {
        number
        for part in ("mechanisms", "events", "commitments")
        for entry in agenda[part].values()
        for number in as_list(entry.get("paragraph"))
    }
    assert referred == set(range(1, 25))


def test_every_session_and_event_says_where_it_is_known_from(agenda: dict[str, Any]) -> None:
    assert [name for name, entry in dated_entries(agenda) if not as_list(entry.get("source"))] == []


def test_every_source_that_is_named_is_listed_or_an_address(agenda: dict[str, Any]) -> None:
    unlisted = named_sources(agenda) - set(agenda["sources"])
    assert [source for source in sorted(unlisted) if not is_address(source)] == []


def test_no_source_is_listed_that_nothing_names(agenda: dict[str, Any]) -> None:
    assert sorted(set(agenda["sources"]) - named_sources(agenda)) == []


def test_no_address_is_listed_twice(agenda: dict[str, Any]) -> None:
    addresses = [source["url"] for source in agenda["sources"].values() if "url" in source]
    assert len(addresses) == len(set(addresses))


@needs_documents
def test_every_address_stands_in_the_documents(agenda: dict[str, Any]) -> None:
    documents = (path.read_text(encoding="utf-8") for path in DOCUMENTS.iterdir())
    known = {address for text in documents for address in addresses_in(text)}
    ours = {text for text in strings(agenda) if is_address(text)}
    assert ours
    assert sorted(ours - known) == []


def test_what_is_postponed_or_cancelled_says_why(agenda: dict[str, Any]) -> None:
    unexplained = [
        name
        for name, entry in dated_entries(agenda)
        if ("postponed" in entry or "cancelled" in entry) and not entry.get("reason")
    ]
    assert unexplained == []


def test_the_two_governments_owe_what_the_text_gives_a_rhythm_and_nothing_else(
    agenda: dict[str, Any],
) -> None:
    owed = {
        key
        for key, mechanism in agenda["mechanisms"].items()
        if "cadence" in mechanism and "convened_by" not in mechanism
    }
    assert owed == {"symposium", "pol-mil-talks", "lecture-series", "defence-talks"}
