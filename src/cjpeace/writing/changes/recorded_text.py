"""What was put on record, for people: the lines of the file, and what follows from them."""

from cjpeace.core.changes.recorded import Result
from cjpeace.writing.changes.recorded_words import recorded_rows
from cjpeace.writing.layout.cells import visible, wrapped
from cjpeace.writing.layout.styled import Line, Style, line

LABEL = 11
"""The cells of the column of what a line is about."""


def change_lines(where: str, done: str, changed: list[str]) -> list[Line]:
    """Where something was done, and the lines that went and came."""
    styles = {"-": Style.ALARM, "+": Style.GOOD}
    shown: list[Line] = [((visible(one), styles.get(one[:1], Style.PLAIN)),) for one in changed]
    return [line(f"{where}: {done}", Style.HEADING), *shown]


def diff_lines(diff: str) -> list[Line]:
    """A patch as lines for a terminal."""
    styles = {"-": Style.ALARM, "+": Style.GOOD, "@": Style.FAINT}
    head, lines = diff.split("\n")[:2], diff.removesuffix("\n").split("\n")[2:]
    shown: list[Line] = [((visible(one), styles.get(one[:1], Style.PLAIN)),) for one in lines]
    return [*(line(one, Style.HEADING) for one in head if one), *shown]


def result_lines(result: Result, width: int) -> list[Line]:
    """What a recording came to, each thing behind what it is about."""
    lines: list[Line] = []
    for about, words in recorded_rows(result):
        label = about
        for part in wrapped(words, max(30, width - LABEL)):
            lines.append(((f"{label:{LABEL}}", Style.FAINT), (part, Style.PLAIN)))
            label = ""
    return lines
