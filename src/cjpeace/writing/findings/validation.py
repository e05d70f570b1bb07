"""What came of looking at the form of files: in a sentence, as JSON, as annotations."""

from msgspec import Struct

from cjpeace.core.diagnostic import Diagnostic
from cjpeace.writing.findings.annotations import Level, annotation
from cjpeace.writing.layout.json_document import json_document
from cjpeace.writing.layout.stable_json import SCHEMA, Record


class Validated(Struct, frozen=True):
    """One file, the id of its agenda when it is valid, and else what is wrong with it."""

    name: str
    id: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def summary(files: list[Validated]) -> str:
    """How many of the files are valid, in words.

    >>> summary([Validated("a.yaml", "a"), Validated("b.yaml", "b")])
    '2 agendas are valid'
    """
    invalid = [file for file in files if file.diagnostics]
    if not invalid:
        alone = f"{files[0].name} is valid" if len(files) == 1 else ""
        return alone or f"{len(files):,} agendas are valid"
    mistakes = sum(len(file.diagnostics) for file in invalid)
    told = f"{mistakes:,} mistake{'' if mistakes == 1 else 's'}"
    are = "is" if len(invalid) == 1 else "are"
    return f"{len(invalid):,} of {len(files):,} agendas {are} invalid: {told}"


def validation_json(files: list[Validated]) -> str:
    """The files and all diagnostics as JSON. It depends on no day, so none is given."""
    diagnostics = [_record(one) for file in files for one in file.diagnostics]
    valid = sum(not file.diagnostics for file in files)
    document = {
        "schema": SCHEMA,
        "files": len(files),
        "valid": valid,
        "diagnostics": diagnostics,
    }
    return json_document(document)


def validation_annotations(files: list[Validated]) -> str:
    """An annotation for each diagnostic, in lines."""
    found = (one for file in files for one in file.diagnostics)
    return "".join(f"{annotation(Level.ERROR, 'invalid agenda', one)}\n" for one in found)


def _record(diagnostic: Diagnostic) -> Record:
    """A diagnostic; line and column are null when it is about the file as a whole."""
    place = diagnostic.place
    return {
        "file": diagnostic.file,
        "line": place.line or None,
        "column": place.column or None,
        "message": diagnostic.message,
        "help": diagnostic.help or None,
    }
