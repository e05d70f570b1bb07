"""A trace as lines for a terminal, or as a section of Markdown."""

from cjpeace.core.answers.trace import Trace
from cjpeace.writing.answers.why_words import Explained
from cjpeace.writing.layout.cells import padded, visible, wrapped
from cjpeace.writing.layout.delimited import escaped
from cjpeace.writing.layout.styled import STYLES, Line, Style, line
from cjpeace.writing.words.words import title_words

INDENT = 12
"""Where the words of a step begin."""


def why_lines(trace: Trace, steps: list[tuple[Explained, str]], cells: int) -> list[Line]:
    """The heading and the steps, each with a reference after it, in lines of so many cells."""
    lines: list[Line] = [line(_heading(trace), Style.HEADING)]
    room = max(20, cells - INDENT)
    for step, reference in steps:
        parts = wrapped(step.says, room)
        style = STYLES.get(trace.fate.status, Style.PLAIN) if step.name == "status" else Style.PLAIN
        name = padded(f"  {step.name}", INDENT)
        lines.append(((name, Style.FAINT), (parts[0], style)))
        lines += [((" " * INDENT, Style.PLAIN), (part, style)) for part in parts[1:]]
        if reference:
            lines.append(((" " * INDENT + visible(f"[{reference}]"), Style.FAINT),))
    return lines


def why_markdown(trace: Trace, steps: list[tuple[Explained, str]]) -> str:
    """The heading and the steps as a Markdown section with a list."""
    rows = [f"- **{step.name}**: {escaped(step.says)}" for step, _ in steps]
    references = [f" ({escaped(reference)})" if reference else "" for _, reference in steps]
    listed = "\n".join(row + reference for row, reference in zip(rows, references, strict=True))
    return f"## {escaped(_heading(trace))}\n\n{listed}\n"


def _heading(trace: Trace) -> str:
    """What is explained, and the answer."""
    occurrence = trace.occurrence
    return f"{occurrence.id}  {title_words(occurrence)}: {occurrence.status.value}"
