"""Texts of any length as messages quote them."""

MOST_SHOWN = 60
"""More characters than this are not quoted."""


def shortened(text: str) -> str:
    """A text, or its beginning followed by dots.

    >>> len(shortened("x" * 1000))
    60
    """
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 2] + ".."


def quoted(text: str) -> str:
    """A text, shortened, in quotes."""
    return f'"{shortened(text)}"'
