"""Something at a place in a file: the place, a sentence, the line with a caret, what to do."""

from textwrap import wrap

from cjpeace.core.agenda import Agenda
from cjpeace.core.check import Finding
from cjpeace.core.diagnostic import Diagnostic, Place
from cjpeace.writing.cells import shortened, visible, width
from cjpeace.writing.finding_words import finding_words
from cjpeace.writing.styled import Line, Style

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


def finding_lines(finding: Finding, agenda: Agenda, at: Diagnostic) -> list[Line]:
    """A finding as lines; `at` says where it stands."""
    words = finding_words(finding, agenda)
    said = (finding.code.value, words.message, words.note, words.help)
    return _lines(at.file, at.place, said, at.source_line)


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
    before, after = source_line[: place.column - 1], source_line[place.column - 1 :]
    if width(before) > MOST_SHOWN - 40:
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


def _wrapped(label: str, text: str) -> list[Line]:
    if not text:
        return []
    parts = wrap(text, HELP_WIDTH, break_long_words=False, break_on_hyphens=False)
    first: Line = ((label, Style.FAINT), (parts[0], Style.PLAIN))
    rest: list[Line] = [((" " * len(label) + part, Style.PLAIN),) for part in parts[1:]]
    return [first, *rest]
