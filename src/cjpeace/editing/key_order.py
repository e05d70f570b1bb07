"""The order of the keys of a session or event: that of its neighbours, or the usual one."""

from collections.abc import Sequence

STATUS = ("held", "confirmed", "tentative", "postponed", "cancelled", "expected", "unknown")

USUAL = (
    *("title", "paragraph", "convened_by", "number", "numbers", "planned", "status"),
    *("host", "place", "at", "lasts", "timezone", "follows", "grace", "notice", "accept"),
    *("reason", "doubt", "note", "source", "updated"),
)
"""The order of the keys where no neighbour shows another; `status` stands for any status."""


def role(key: str) -> str:
    """A key, all status keys being one.

    >>> role("held"), role("host")
    ('status', 'host')
    """
    return "status" if key in STATUS else key


def in_order(present: Sequence[str], new: Sequence[str], like: Sequence[str] = ()) -> list[str]:
    """The keys that are present in their order, with new ones where they belong.

    `like` are the keys of a neighbour in its order.

    >>> in_order(["held", "host"], ["source", "number", "planned"])
    ['number', 'planned', 'held', 'host', 'source']
    >>> in_order([], ["number", "held", "note"], like=["held", "number"])
    ['held', 'number', 'note']
    """
    found = list(present)
    shown = [role(key) for key in like]
    known = sorted((key for key in new if role(key) in shown), key=lambda k: shown.index(role(k)))
    if not found:
        found, known = known, []
    for key in sorted(new, key=_rank):
        if key not in found:
            _insert(found, key)
    return found


def _rank(key: str) -> int:
    return USUAL.index(role(key)) if role(key) in USUAL else len(USUAL)


def _insert(found: list[str], key: str) -> None:
    """Put a key behind the last one that usually comes before it; `planned` before its date."""
    if key == "planned":
        dates = (place for place, other in enumerate(found) if role(other) == "status")
        found.insert(next(dates, len(found)), key)
        return
    before = [place for place, other in enumerate(found) if _rank(other) < _rank(key)]
    found.insert(before[-1] + 1 if before else 0, key)
