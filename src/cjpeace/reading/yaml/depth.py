"""How deeply a text is nested, found out before it is read.

The YAML libraries take a time that grows with the square of the number of brackets open at once.
"""

import re

DEEPEST = 128
"""More levels than this are refused."""

MANY = 1000
"""Fewer brackets than this, open at once, do no harm."""


def too_deep(text: str) -> int | None:
    """The position, counted from 0, where a text becomes nested too deeply; None where it does not.

    >>> too_deep("a: " + "[" * 1000)
    130
    """
    if _most_open(text) < MANY and not _IN_ONE_LINE.search(text):
        return None
    from cjpeace.reading.yaml.landmarks import deeper_than  # PyYAML is only for texts that need it

    return deeper_than(DEEPEST, text)


_IN_ONE_LINE = re.compile(rf"(?:[-?:] +){{{DEEPEST}}}")
"""As many lists within lists, each beginning right after the dash of the other."""


def _most_open(text: str) -> int:
    """A number that the brackets open at once never exceed.

    Those that a line closes count against those that it opens once it is over, unless they may be
    within quotes or a comment.
    """
    if text.count("[") + text.count("{") < MANY:
        return 0
    most = before = 0
    for line in text.splitlines():
        opened = line.count("[") + line.count("{")
        most = max(most, before + opened)
        if opened and '"' not in line and "'" not in line and "#" not in line:
            opened = max(0, opened - line.count("]") - line.count("}"))
        before += opened
    return most
