"""All that is known of an entry or a paragraph, as a Markdown document."""

from datetime import date

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.dossier import Dossier, Paragraph, Subject
from cjpeace.writing.answers.dossier_words import page
from cjpeace.writing.layout.cells import visible
from cjpeace.writing.layout.delimited import escaped, markdown_text
from cjpeace.writing.words.citations import Citations, source_words
from cjpeace.writing.words.words import day_words

Shown = tuple[Agenda, Subject]
"""What was asked about, and the agenda that it is of."""


def subject_markdown(shown: list[Shown], as_of: date, *, prefix: bool) -> str:
    """Each subject as a document, its history as a table, its sources numbered at the end.

    `prefix` names the agenda, where there are several.
    """
    return "\n".join(_document(agenda, one, as_of, prefix=prefix) for agenda, one in shown)


def _document(agenda: Agenda, subject: Subject, as_of: date, *, prefix: bool) -> str:
    cited = Citations()
    blocks = [escaped(agenda.title)] if prefix else []
    if subject.paragraph is not None:
        blocks.append(_quoted(subject.paragraph))
    for dossier in subject.dossiers:
        blocks += _blocks(dossier, agenda, as_of, cited, quoting=subject.paragraph is None)
    sources = "\n".join(_cited(agenda, cited))
    return "\n\n".join(block for block in [*blocks, sources] if block) + "\n"


def _blocks(
    dossier: Dossier, agenda: Agenda, as_of: date, cited: Citations, *, quoting: bool
) -> list[str]:
    told = page(dossier, agenda, as_of, cited)
    rows = [[row.number, row.date, "; ".join((row.words, *row.notes))] for row in told.rows]
    return [
        f"## {escaped(told.title)}",
        f"{escaped(told.subtitle)}; as of {day_words(as_of)}",
        *(_quoted(paragraph) for paragraph in dossier.paragraphs if quoting),
        "\n".join(f"- {label}: {escaped(text)}" for label, text in told.fields),
        markdown_text([["Number", "Date", "What"], *rows]).rstrip("\n") if rows else "",
    ]


def _quoted(paragraph: Paragraph) -> str:
    under = f", {escaped(paragraph.section)}" if paragraph.section else ""
    return f"> **Paragraph {paragraph.number}{under}.** {escaped(paragraph.text.strip())}"


def _cited(agenda: Agenda, cited: Citations) -> list[str]:
    lines = []
    for number, key in enumerate(cited.keys, 1):
        source = agenda.sources.get(key)
        if source is None:
            lines.append(f"{number}. <{visible(key)}>")
        else:
            address = f" <{visible(source.url)}>" if source.url else ""
            lines.append(f"{number}. {escaped(source_words(source))}{address}")
    return lines
