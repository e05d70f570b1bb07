"""The name that somebody may have meant."""

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like a word, None when none is alike.

    >>> nearest("jpan", ["canada", "japan"])
    'japan'
    """
    from difflib import get_close_matches  # only a message needs it

    by_fold = {name.casefold(): name for name in names}
    found = get_close_matches(word.casefold(), by_fold, 1, 0.6)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, names: Iterable[str], what: str) -> str:
    """A help that names the nearest name, or all of them when there are few."""
    names = list(names)
    near = nearest(word, names)
    if near is not None:
        return f'"{near}" is {what} here'
    if not names:
        return f"there is no {what.split(' ', 1)[-1]} here"
    listed = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")  # noqa: PLR2004
    return f"known here: {listed}"
