"""Explanations of findings as lines for a terminal, as Markdown, and as JSON."""

from cjpeace.core.findings.finding import Code
from cjpeace.writing.findings.explanation import EXAMPLE_HEAD, EXPLANATIONS, acceptance
from cjpeace.writing.findings.finding_parts import FindingWords
from cjpeace.writing.layout.cells import wrapped
from cjpeace.writing.layout.delimited import escaped
from cjpeace.writing.layout.json_document import json_document
from cjpeace.writing.layout.stable_json import SCHEMA, Record
from cjpeace.writing.layout.styled import Cell, Line, Style, aligned, line

NEVER = "It cannot be accepted."


def code_lines(cells: int) -> list[Line]:
    """All findings, each with its severity and what it means."""
    widest = max(len(code.value) for code in Code)
    lines: list[Line] = []
    for code in Code:
        begin = aligned([[_named(code, widest), Cell(code.severity.value.ljust(7)), Cell("")]])[0]
        indent = sum(len(text) for text, _ in begin)
        parts = wrapped(EXPLANATIONS[code].meaning, max(20, cells - indent))
        lines.append((*begin, (parts[0], Style.PLAIN)))
        lines += [line(" " * indent + part) for part in parts[1:]]
    return lines


def explanation_lines(code: Code, shown: FindingWords, cells: int) -> list[Line]:
    """One finding: what it means, an example with what is found in it, what to do about it."""
    told = EXPLANATIONS[code]
    accept = acceptance(code)
    return [
        ((code.value, Style.HEADING), (f" ({code.severity.value})", Style.FAINT)),
        *_paragraph(f"{told.meaning[:1].upper()}{told.meaning[1:]}. {told.in_full}", cells),
        line("Example", Style.HEADING),
        *(line(f"  {row}".rstrip()) for row in told.example.splitlines()),
        *_paragraph(f"On {told.as_of}: {shown.message}", cells),
        line("What to do", Style.HEADING),
        *_paragraph(told.to_do, cells),
        line("How to accept it", Style.HEADING),
        line(f"  {accept or NEVER}"),
    ]


def codes_markdown() -> str:
    """All findings as a table."""
    rows = (f"| `{c.value}` | {c.severity.value} | {EXPLANATIONS[c].meaning} |\n" for c in Code)
    return "".join(["| finding | severity | it means |\n|---|---|---|\n", *rows])


def explanation_markdown(code: Code, shown: FindingWords) -> str:
    """One finding as a section."""
    told = EXPLANATIONS[code]
    accept = acceptance(code)
    blocks = [
        f"## {code.value} ({code.severity.value})",
        f"{told.meaning[:1].upper()}{told.meaning[1:]}. {told.in_full}",
        f"```yaml\n{told.example}```",
        f"On {told.as_of}: {escaped(shown.message)}",
        f"**What to do.** {told.to_do}",
        f"**How to accept it.** {f'`{accept}`' if accept else NEVER}",
    ]
    return "\n\n".join(blocks) + "\n"


def explanations_json(shown: list[tuple[Code, FindingWords]]) -> str:
    """Findings as records of fixed fields."""
    document = {"schema": SCHEMA, "findings": [_record(code, words) for code, words in shown]}
    return json_document(document)


def _record(code: Code, shown: FindingWords) -> Record:
    told = EXPLANATIONS[code]
    return {
        "code": code.value,
        "severity": code.severity.value,
        "meaning": told.meaning,
        "in_full": told.in_full,
        "example": EXAMPLE_HEAD + told.example,
        "as_of": told.as_of,
        "message": shown.message,
        "note": shown.note or None,
        "help": shown.help,
        "to_do": told.to_do,
        "accept": acceptance(code) or None,
    }


def _named(code: Code, cells: int) -> Cell:
    return Cell(code.value.ljust(cells), Style.HEADING)


def _paragraph(text: str, cells: int) -> list[Line]:
    return [*(line(f"  {part}") for part in wrapped(text, max(20, min(cells, 100) - 2))), ()]
