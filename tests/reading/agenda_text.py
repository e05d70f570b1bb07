"""A small valid agenda to put mistakes into, and what the reader then tells."""

from cjpeace.core.diagnostic import Diagnostic
from cjpeace.reading.agenda_file import read_text

AGENDA = """\
id: test
title: Test
adopted: 1999-09-17
parties:
  canada: {name: Canada, timezone: America/Toronto}
  japan: {name: Japan, timezone: Asia/Tokyo}
defaults: {grace: 3 months}
agreement:
  - section: One
    paragraphs:
      1: First.
      2: Second.
sources:
  agenda: {title: The text}
mechanisms:
  talks:
    title: Talks
    paragraph: 1
    cadence: {every: 2 years}
    hosts: [canada, japan]
    sessions:
      - {number: 1, held: 2001, host: canada, source: agenda}
  other:
    title: Other
events:
  workshop: {title: Workshop, expected: 2005}
commitments:
  mines: {title: Mines, carried_by: talks}
"""

SESSION = "{number: 1, held: 2001, host: canada, source: agenda}"
EVENT = "{title: Workshop, expected: 2005}"
COMMITMENT = "{title: Mines, carried_by: talks}"
CADENCE = "{every: 2 years}"
HOSTS = "hosts: [canada, japan]"


def changed(old: str, new: str) -> str:
    """The agenda with one piece of its text replaced."""
    assert old in AGENDA
    return AGENDA.replace(old, new, 1)


def told(text: str) -> list[str]:
    """All that the reader tells about a text: `line:column [text marked there] message; help`."""
    return [_shown(diagnostic) for diagnostic in read_text("agenda.yaml", text).diagnostics]


def _shown(diagnostic: Diagnostic) -> str:
    place, line = diagnostic.place, diagnostic.source_line
    marked = line[place.column - 1 :][: place.width]
    where = f"{place.line}:{place.column} [{marked}]"
    return f"{where} {diagnostic.message}" + (f"; {diagnostic.help}" if diagnostic.help else "")


DATES = (
    "accepted: a year (2025), a month (2025-10), a day (2025-10-14), a season (2000-23 or autumn "
    "2000), a quarter (2026-33 or Q1 2026), a half (2026-40 or H1 2026), or two of them with a "
    "slash"
)
