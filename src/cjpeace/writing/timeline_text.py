"""Occurrences in words."""

from cjpeace.core.agenda import Agenda
from cjpeace.core.occurrence import Occurrence
from cjpeace.writing.words import host_words, title_words, when_words


def table(found: list[tuple[Occurrence, Agenda]], *, prefix: bool) -> list[list[str]]:
    """A header and the words of each occurrence."""
    rows = [["When", "What", "Host", "Status"]]
    for occurrence, agenda in found:
        title = title_words(occurrence)
        title = f"{agenda.id}: {title}" if prefix else title
        host = host_words(occurrence, agenda)
        rows.append([when_words(occurrence), title, host, occurrence.status.value])
    return rows
