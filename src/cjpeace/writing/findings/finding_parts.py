"""What the words of every finding are made of: their three parts, and what a meeting is called."""

from collections.abc import Sequence

from msgspec import Struct

from cjpeace.core.agenda import Mechanism
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.words.words import listed, ordinal


class FindingWords(Struct, frozen=True):
    """The sentence of a finding, a note with the arithmetic, and what to do about it."""

    message: str
    note: str
    help: str


def called(occurrence: Occurrence) -> str:
    """A meeting by its number and key: "the 13th pol-mil-talks session"."""
    recurring = isinstance(occurrence.owner, Mechanism)
    return meeting(occurrence.owner.key, occurrence.number, recurring=recurring)


def meeting(name: str, number: int | None, *, recurring: bool) -> str:
    """A session of a mechanism, or an event, by its number if that is known.

    >>> meeting("talks", 13, recurring=True), meeting("talks", None, recurring=True)
    ('the 13th talks session', 'the talks session')
    >>> meeting("summit", None, recurring=False)
    'summit'
    """
    if not recurring and number is None:
        return name
    which = f"the {ordinal(number)}" if number else "the"
    return f"{which} {name}{' session' if recurring else ''}"


MOST_LISTED = 4
"""Of more than so many things the others are counted."""


def some_listed(names: Sequence[str]) -> str:
    """The first few of some names, and how many more there are.

    >>> some_listed(["a", "b", "c", "d", "e", "f"])
    'a, b, c, d and 2 more'
    """
    if len(names) <= MOST_LISTED:
        return listed(names)
    return listed([*names[:MOST_LISTED], f"{len(names) - MOST_LISTED} more"])
