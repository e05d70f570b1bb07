"""The difference of two texts as a patch: the lines that changed, with those around them."""

import re
from difflib import SequenceMatcher

CONTEXT = 3
"""How many unchanged lines are shown on each side."""


def unified_diff(name: str, before: str, after: str) -> str:
    r"""One hunk, as `diff -u` writes it, from the first changed line to the last; empty when equal.

    >>> print(unified_diff("a", "one\n", "one\ntwo"), end="")
    --- a
    +++ a
    @@ -1,1 +1,2 @@
     one
    +two
    \ No newline at end of file
    """
    old, new = _lines(before), _lines(after)
    if old == new:
        return ""
    first, last = _shared(old, new)
    start = max(0, first - CONTEXT)
    hunk = [f" {line}" for line in old[start:first]]
    hunk += _changed(old[first : len(old) - last], new[first : len(new) - last])
    hunk += [f" {line}" for line in old[len(old) - last :][:CONTEXT]]
    tail = min(last, CONTEXT)
    counts = len(old) - last + tail - start, len(new) - last + tail - start
    header = f"@@ -{_range(start, counts[0])} +{_range(start, counts[1])} @@\n"
    return f"--- {name}\n+++ {name}\n{header}{''.join(map(_ended, hunk))}"


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that went and came, with `-` or `+` before each and without their breaks."""
    old, new = _lines(before), _lines(after)
    first, last = _shared(old, new)
    changed = _changed(old[first : len(old) - last], new[first : len(new) - last])
    return [line.rstrip("\r\n") for line in changed if not line.startswith(" ")]


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _shared(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many lines the two have in common at the beginning, and at the end of what is left."""
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    most -= first
    last = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return first, last


def _changed(old: list[str], new: list[str]) -> list[str]:
    found: list[str] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for sign, first, last, begin, end in matcher.get_opcodes():
        if sign == "equal":
            found += [f" {line}" for line in old[first:last]]
        else:
            found += [f"-{line}" for line in old[first:last]]
            found += [f"+{line}" for line in new[begin:end]]
    return found


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _range(start: int, count: int) -> str:
    """The lines of a hunk, counted from 1; those of an empty one from the line before it."""
    return f"{start + 1 if count else start},{count}"
