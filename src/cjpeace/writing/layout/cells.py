"""Text in the cells of a terminal: how wide it is, made fit, and made harmless."""

from collections.abc import Iterator
from unicodedata import category, combining, east_asian_width


def visible(text: str) -> str:
    r"""A text on one line, with every control character written out.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in "\t\n\r":
        return " "
    if is_harmless(character):
        return character
    return character.encode("unicode_escape").decode("ascii")


def visible_lines(text: str) -> str:
    """The same of a text of several lines, which stay lines."""
    return text if text.isprintable() else "\n".join(map(visible, text.split("\n")))


def is_harmless(character: str) -> bool:
    """Whether a terminal shows a character and does nothing else: no control, no override."""
    return character.isprintable() or category(character) == "Zs"


def width(text: str) -> int:
    """How many cells a text takes: two for a wide character, none for a combining one.

    >>> width("日加 PM")
    7
    """
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def padded(text: str, cells: int) -> str:
    """A text followed by spaces up to a width."""
    return text + " " * (cells - width(text))


def shortened(text: str, cells: int) -> str:
    """A text that takes no more than so many cells, two dots in place of what was cut.

    >>> shortened("Symposium on Peace", 12)
    'Symposium ..'
    """
    if width(text) <= cells:
        return text
    kept, room = "", max(0, cells - 2)
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        kept += character
    return kept + ".."[:cells]


def wrapped(text: str, cells: int) -> list[str]:
    """A text in lines of at most so many cells, broken at spaces and between wide characters.

    No line begins with a mark that closes, or ends with one that opens.

    >>> wrapped("the 18th 日加平和・安全保障", 12)
    ['the 18th 日', '加平和・安全', '保障']
    """
    lines = [""]
    for word in visible(text).split():
        gap = " " if lines[-1] else ""
        for piece in _pieces(word, cells):
            if lines[-1] and width(lines[-1]) + len(gap) + width(piece) > cells:
                lines.append(piece)
            else:
                lines[-1] += gap + piece
            gap = ""
    return lines


_CLOSING = frozenset("、。，．・：；？！ー）］｝」』】〉》〕々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_OPENING = frozenset("（［｛「『【〈《〔([{")


def _pieces(word: str, cells: int) -> Iterator[str]:
    """The parts of a word that stay on one line."""
    piece = ""
    for character in word:
        full = width(piece) + _cells(character) > cells
        if piece and (full or _breaks(piece[-1], character)):
            yield piece
            piece = ""
        piece += character
    yield piece


def _breaks(before: str, after: str) -> bool:
    """Whether a line may end between two characters of a word."""
    if before in _OPENING or after in _CLOSING or after in ",.:;!?)]}" or not _cells(after):
        return False
    return _cells(before) == 2 or _cells(after) == 2  # noqa: PLR2004 - a wide character
