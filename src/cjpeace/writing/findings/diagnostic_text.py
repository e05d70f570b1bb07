"""Something at a place in a file: the place, a sentence, the line with a caret, what to do."""

import re
from functools import lru_cache

from cjpeace.core.diagnostic import Diagnostic, Place
from cjpeace.writing.findings.reported import Reported
from cjpeace.writing.layout.cells import shortened, visible, width
from cjpeace.writing.layout.styled import Line, Style

HELP_WIDTH = 76
"""The width at which a help is wrapped, the same everywhere."""

MOST_SHOWN = 100
"""How much of a line of the file is shown."""


def diagnostic_lines(diagnostic: Diagnostic) -> list[Line]:
    """What is wrong with a file, as lines."""
    return _lines(
        diagnostic.file,
        diagnostic.place,
        ("error", diagnostic.message, "", diagnostic.help),
        diagnostic.source_line,
    )


def reported_lines(finding: Reported) -> list[Line]:
    """A finding as lines."""
    words = finding.words
    said = (finding.label, words.message, words.note, words.help)
    return _lines(finding.at.file, finding.at.place, said, finding.at.source_line)


def _lines(
    file: str, place: Place, said: tuple[str, str, str, str], source_line: str
) -> list[Line]:
    label, message, note, help_ = (visible(text) for text in said)
    where = f"{visible(file)}:{place.line}:{place.column}: " if place.line else f"{visible(file)}: "
    lines: list[Line] = [
        ((where, Style.PLAIN), (label, Style.ALARM), (f": {message}", Style.PLAIN))
    ]
    if place.line and source_line:
        lines += _pointing(place, source_line)
    lines += _wrapped("   = ", note)
    lines += _wrapped("   help: ", help_)
    return lines


def _pointing(place: Place, source_line: str) -> list[Line]:
    at = place.column - 1
    start = max(0, at - 2 * MOST_SHOWN)  # a line may be very long
    before, after = source_line[start:at], source_line[at : at + 2 * MOST_SHOWN]
    if start or width(before) > MOST_SHOWN - 40:
        before = ".." + before[-(MOST_SHOWN - 60) :]
    before, marked = visible(before), visible(after[: place.width])
    shown = shortened(before + visible(after), MOST_SHOWN)
    room = max(1, MOST_SHOWN - width(before))
    gutter = str(place.line)
    caret = " " * width(before) + "^" * min(room, max(1, width(marked)))
    return [
        ((f"{gutter} | ", Style.FAINT), (shown, Style.PLAIN)),
        ((f"{' ' * len(gutter)} | ", Style.FAINT), (caret, Style.ALARM)),
    ]


@lru_cache(maxsize=1024)
def _wrapped(label: str, text: str) -> list[Line]:
    parts = _filled(text)
    if not parts:
        return []
    first: Line = ((label, Style.FAINT), (parts[0], Style.PLAIN))
    rest: list[Line] = [((" " * len(label) + part, Style.PLAIN),) for part in parts[1:]]
    return [first, *rest]


_WORD = re.compile(r"(?:`[^`]*`|[^\s`]|`)+")
"""A word; what stands in backquotes is one, for it is to be copied whole."""


def _filled(text: str) -> list[str]:
    """The words of a text in lines of at most HELP_WIDTH, a longer word on a line of its own."""
    lines: list[str] = []
    room = 0
    for word in _WORD.findall(text):
        taken = width(word)
        if lines and taken < room:
            lines[-1] += f" {word}"
            room -= taken + 1
        else:
            lines.append(word)
            room = HELP_WIDTH - taken
    return lines
