"""Text in the cells of a terminal: how wide it is, made fit, and made harmless."""

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
    if category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return character


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
