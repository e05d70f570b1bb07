"""The name that somebody may have meant."""

import re
from collections.abc import Iterable
from functools import lru_cache


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like a word, None when none is alike.

    >>> nearest("jpan", ["canada", "japan"])
    'japan'
    """
    return _nearest(word[:LONGEST].casefold(), tuple(names))


LONGEST = 100
"""More characters of a word than this are not looked at."""


@lru_cache(maxsize=256)
def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches  # only a message needs it

    by_fold = {name.casefold(): name for name in names}
    found = get_close_matches(word, by_fold, 3, 0.6)
    return next((by_fold[name] for name in found if _alike(word, name)), None)


def _alike(word: str, name: str) -> bool:
    """Whether one may be the other misspelt or shortened, or one of its parts."""
    if word in re.split(r"[^\w]", name) or _edits(word, name) <= max(1, len(name) // 3):
        return True
    letters = iter(name)
    return word[0] == name[0] and all(letter in letters for letter in word)


def _edits(word: str, name: str) -> int:
    """How many letters to change, add, leave out or swap with the next one."""
    rows = [list(range(len(name) + 1))]
    for down, letter in enumerate(word, 1):
        row = [down]
        for across, other in enumerate(name, 1):
            least = min(row[-1] + 1, rows[-1][across] + 1, rows[-1][across - 1] + (letter != other))
            if down > 1 and across > 1 and (letter, word[down - 2]) == (name[across - 2], other):
                least = min(least, rows[-2][across - 2] + 1)
            row.append(least)
        rows = [rows[-1], row]
    return rows[-1][-1]


def did_you_mean(word: str, names: Iterable[str], what: str, *, compared: bool = True) -> str:
    """A help that names the nearest name, or else the first few."""
    names = list(names)
    near = nearest(word, names) if compared else None
    if near is not None:
        return f'"{near}" is {what} here'
    if not names:
        return f"there is no {what.split(' ', 1)[-1]} here"
    listed = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")  # noqa: PLR2004
    return f"known here: {listed}"
