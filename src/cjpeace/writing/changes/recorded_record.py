"""What was put on record, as the stable JSON has it."""

from msgspec import Struct

from cjpeace.core.agenda import Mechanism
from cjpeace.core.changes.recorded import Result
from cjpeace.core.diagnostic import Place
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.findings.finding_record import finding_record
from cjpeace.writing.layout.stable_json import Record


class Done(Struct, frozen=True):
    """What was done to a file: `added`, `updated`, or `unchanged`, and whether it was written."""

    action: str
    written: bool
    file: str
    line: int
    diff: str


def recorded_record(
    done: Done, result: Result, places: list[Place], *, prefix: bool = False
) -> Record:
    """The fields of an answer of `record`; `places` are those of its findings."""
    owner, agenda = result.recording.owner, result.agenda
    recurring = isinstance(owner, Mechanism)
    occurrence = result.occurrence
    findings = zip(result.findings, places, strict=True)
    return {
        "action": done.action,
        "written": done.written,
        "file": done.file,
        "line": done.line,
        "mechanism": owner.key if recurring else None,
        "event": None if recurring else owner.key,
        "occurrence": occurrence and occurrence_record(occurrence, agenda, prefix=prefix),
        "filled": {key: getattr(result.recording.session, key) for key in result.recording.filled},
        "statuses": [
            {
                "id": one.occurrence.id,
                "before": _status(one.before),
                "after": _status(one.after),
            }
            for one in result.consequences
        ],
        "findings": [
            finding_record(finding, agenda, done.file, place) for finding, place in findings
        ],
        "settled": [
            {"code": one.code.value, "occurrence": one.occurrence and one.occurrence.id}
            for one in result.settled
        ],
        "diff": done.diff,
    }


def _status(occurrence: Occurrence | None) -> str | None:
    return None if occurrence is None else occurrence.status.value
