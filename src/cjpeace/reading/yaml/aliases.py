"""How much a text becomes when its aliases are written out, found out before it is read.

ryaml refuses aliases within aliases, but not a thousand aliases of one long list.
"""

import re

DEAREST = 1_000_000
"""What aliases stand for may come to this at the most, in characters."""

_NODE = 50
"""What a value costs beside its characters: it becomes an object."""

_MAY_BE_ALIAS = r"(?m:^|[\s,\[{:?-])\*[^\s*]"
"""Not compiled here: most texts have no asterisk."""


def may_hold_aliases(text: str) -> bool:
    """Whether there may be an alias in a text."""
    return "*" in text and re.search(_MAY_BE_ALIAS, text) is not None


def too_many_aliases(text: str) -> bool:
    r"""Whether what the aliases of a text stand for is too much.

    >>> too_many_aliases("a: &a [" + "x," * 1000 + "]\nb: [" + "*a, " * 1000 + "]")
    True
    """
    if not may_hold_aliases(text):
        return False
    import yaml  # only for texts that seem to have aliases

    cost = _Cost()
    try:
        return any(cost.of(event) > DEAREST for event in yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False  # it is not read any further than this


class _Cost:
    """What each named value costs, and what the aliases came to so far."""

    def __init__(self) -> None:
        self._named: dict[str, int] = {}
        self._open: list[tuple[str | None, int]] = []
        self._whole = self._aliases = 0
        """What all values cost, aliases written out, and how much of it the aliases are."""

    def of(self, event: object) -> int:
        """What the aliases come to after one more step through the text."""
        import yaml  # imported already

        if isinstance(event, yaml.AliasEvent):
            cost = _NODE + self._named.get(event.anchor or "", 0)
            self._whole += cost
            self._aliases += cost
        elif isinstance(event, yaml.ScalarEvent):
            cost = _NODE + len(event.value)
            self._whole += cost
            if event.anchor:
                self._named[event.anchor] = cost
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open.append((event.anchor, self._whole))
            self._whole += _NODE
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = self._open.pop()
            if anchor:
                self._named[anchor] = self._whole - before
        return self._aliases
