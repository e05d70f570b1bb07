"""Occurrences written as the stable JSON, or the same fields as CSV."""

from collections.abc import Iterable
from datetime import date

from cjpeace.cli.options import Format
from cjpeace.cli.output import write
from cjpeace.core.agenda import Agenda
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.layout.delimited import OCCURRENCE_COLUMNS, csv_text
from cjpeace.writing.layout.stable_json import json_text


def write_occurrences(
    occurrences: Iterable[tuple[Occurrence, Agenda, dict[str, str]]],
    as_of: date,
    format: Format,
    *,
    prefix: bool,
) -> None:
    """Write occurrences with the fields that a command adds to each."""
    records = [
        occurrence_record(occurrence, agenda, prefix=prefix) | more
        for occurrence, agenda, more in occurrences
    ]
    if format is Format.JSON:
        write(json_text(as_of, occurrences=records))
    else:
        more = tuple(name for name in ("group",) if records and name in records[0])
        write(csv_text(records, (*more, *OCCURRENCE_COLUMNS)))
