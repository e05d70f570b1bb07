"""Sources as a page lists them, and texts with their marks: "[1, 3]" leads to those sources."""

import re
from collections.abc import Iterator

from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.writing.site.address import web_address
from cjpeace.writing.site.language import Piece, language_tag, title_pieces
from cjpeace.writing.words.citations import LANGUAGES, Citations
from cjpeace.writing.words.words import date_words


class Reference(Struct, frozen=True):
    """A source in a list: where it is, if that may be a link, and in what language."""

    number: int
    title: tuple[Piece, ...]
    link: str | None
    language: str | None
    details: str


class Said(Struct, frozen=True):
    """A part of a text: words, or the numbers of the sources that say so."""

    words: str
    numbers: tuple[int, ...] = ()


def references(agenda: Agenda, cited: Citations) -> tuple[Reference, ...]:
    """The sources that were cited, in the order of their numbers."""
    return tuple(_reference(agenda, key, number) for number, key in enumerate(cited.keys, 1))


def _reference(agenda: Agenda, key: str, number: int) -> Reference:
    source = agenda.sources.get(key)
    if source is None:
        return Reference(number, (Piece(key),), web_address(key), None, "")
    language = source.language and f"in {LANGUAGES.get(source.language, source.language)}"
    seen = source.seen and f"seen {date_words(source.seen)}"
    link = web_address(source.url)
    address = source.url if source.url and link is None else None
    details = ", ".join(part for part in (language, seen, address) if part)
    tag = language_tag(source.language)
    return Reference(number, tuple(title_pieces(source)), link, tag, details)


_MARK = re.compile(r" ?\[([0-9]+(?:, [0-9]+)*)\]", re.ASCII)


def said(text: str, cited: Citations) -> Iterator[Said]:
    """A text apart from its marks; what looks like one but cites nothing stays text."""
    end = 0
    for found in _MARK.finditer(text):
        numbers = tuple(map(int, found[1].split(", ")))
        if all(1 <= number <= len(cited.keys) for number in numbers):
            yield Said(text[end : found.start()])
            yield Said("", numbers)
            end = found.end()
    yield Said(text[end:])
