"""`cjpeace explain`: what a finding means, by an example, and what to do about it."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from cjpeace.cli.output import complain, say, terminal_width, write
from cjpeace.core.findings.finding import Code
from cjpeace.core.nearest import did_you_mean
from cjpeace.reading.load import loads
from cjpeace.reading.whole_check import check
from cjpeace.writing.findings.explanation import EXAMPLE_HEAD, EXPLANATIONS
from cjpeace.writing.findings.explanation_text import (
    code_lines,
    codes_markdown,
    explanation_lines,
    explanation_markdown,
    explanations_json,
)
from cjpeace.writing.findings.finding_words import FindingWords, finding_words
from cjpeace.writing.layout.styled import line


class ExplainFormat(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


Format = Annotated[
    ExplainFormat, typer.Option("--format", "-f", help="How to write it.", case_sensitive=False)
]


def _codes() -> list[str]:
    """What a shell completes."""
    return [code.value for code in Code]


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="A finding, such as overdue. Without one all are listed.",
            show_default=False,
            autocompletion=_codes,
        ),
    ] = None,
    *,
    format: Format = ExplainFormat.TEXT,
) -> None:
    """What a finding means, by an example; what to do about it, and how to accept it."""
    code = None if name is None else _known(name)
    match format:
        case ExplainFormat.TEXT:
            cells = terminal_width()
            say(explanation_lines(code, _shown(code), cells) if code else code_lines(cells))
        case ExplainFormat.MARKDOWN:
            write(explanation_markdown(code, _shown(code)) if code else codes_markdown())
        case ExplainFormat.JSON:
            write(explanations_json([(c, _shown(c)) for c in ([code] if code else Code)]))


def _known(name: str) -> Code:
    found = {code.value: code for code in Code}
    if name.lower() not in found:
        help_ = did_you_mean(name, list(found), "a finding")
        complain([line(f'cjpeace: unknown finding "{name}"; {help_}')])
        raise typer.Exit(2)
    return found[name.lower()]


def _shown(code: Code) -> FindingWords:
    """What is found in the example."""
    told = EXPLANATIONS[code]
    agenda = loads(EXAMPLE_HEAD + told.example)
    found = check(agenda, date.fromisoformat(told.as_of))
    return next(finding_words(one, agenda) for one in found if one.code is code)
