"""Which parts of a text are in another language, as far as its script tells."""

import re
from collections.abc import Iterator

from msgspec import Struct

from cjpeace.core.agenda import Source


class Piece(Struct, frozen=True):
    """A part of a text, and its language where it is not that of the page."""

    text: str
    language: str | None = None


_LATIN = "\u0000-\u02ff\u1e00-\u1eff\u2000-\u20cf"
_FOREIGN = re.compile(rf"[^{_LATIN}](?:[^{_LATIN}]|[\s・]+(?=[^{_LATIN}]))*")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)


def language_tag(written: str | None) -> str | None:
    """A language as HTML names it; None where an agenda says none, or something else."""
    return written if written and _TAG.fullmatch(written) else None


def title_pieces(source: Source) -> Iterator[Piece]:
    """The title of a source, apart from what is in the script of its language.

    Titles are mostly in English with a name in the original: "the 18th symposium
    (日加安保シンポジウム)". Only the latter is Japanese.

    >>> title = "Diplomatic Bluebook (外交青書) 2008"
    >>> [p.language for p in title_pieces(Source("a", title, language="ja"))]
    [None, 'ja', None]
    """
    title, language = source.title or source.key, language_tag(source.language)
    if language is None:
        yield Piece(title)
        return
    end = 0
    for found in _FOREIGN.finditer(title):
        if found.start() > end:
            yield Piece(title[end : found.start()])
        yield Piece(found[0], language)
        end = found.end()
    if end < len(title):
        yield Piece(title[end:])
