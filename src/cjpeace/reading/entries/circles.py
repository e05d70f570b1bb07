"""Circles of references: things that come back to themselves when each leads to one other."""

from collections.abc import Iterator


def circles(after: dict[object, str]) -> Iterator[list[object]]:
    """Each circle, from the first of it that a chain comes to.

    >>> list(circles({"a": "b", "b": "c", "c": "b"}))
    [['b', 'c']]
    """
    seen: set[object] = set()
    for start in after:
        chain: dict[object, None] = {}
        at: object = start
        while at in after and at not in seen:
            seen.add(at)
            chain[at] = None
            at = after[at]
        if at in chain:
            names = list(chain)
            yield names[names.index(at) :]
