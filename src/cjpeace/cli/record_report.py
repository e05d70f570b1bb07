"""What `cjpeace record` did, or would do: the lines that changed, and what follows from them."""

from enum import StrEnum

from cjpeace.cli.output import complain, on_terminal, say, terminal_width, write
from cjpeace.cli.recorder import Plan, Wanted
from cjpeace.core.changes.recorded import Result, concerned, result
from cjpeace.reading.whole_check import check
from cjpeace.writing.changes.recorded_text import change_lines, diff_lines, result_lines
from cjpeace.writing.layout.styled import line
from cjpeace.writing.layout.unified_diff import changed_lines, unified_diff


class RecordFormat(StrEnum):
    """How what was done is written."""

    TEXT = "text"
    JSON = "json"


def report(
    planned: Plan, wanted: Wanted, format: RecordFormat, *, dry_run: bool, prefix: bool
) -> None:
    """Say what was done; of a dry run the patch is the answer, and the rest goes to stderr."""
    after = planned.after or planned.before
    diff = unified_diff(planned.before.name, planned.before.text, after.text)
    found = _result(planned, wanted)
    match format:
        case RecordFormat.JSON:
            _write_json(planned, wanted, found, diff, dry_run=dry_run, prefix=prefix)
        case RecordFormat.TEXT:
            if dry_run:
                _write_diff(diff)
            elif diff:
                changed = changed_lines(planned.before.text, after.text)
                say(change_lines(where(planned), _done(planned), changed))
            if not diff:
                say([line(f"{where(planned)}: that is on record already; nothing was written")])
            lines = result_lines(found, terminal_width())
            complain(lines) if dry_run else say(lines)


def where(planned: Plan) -> str:
    """The line of the session as it then stands: "agenda.yaml:17"."""
    after = planned.after or planned.before
    return f"{after.name}:{after.place(planned.path).line}"


def _write_diff(diff: str) -> None:
    if on_terminal():
        say(diff_lines(diff))
    else:
        write(diff)


def _done(planned: Plan) -> str:
    what = "session" if len(planned.path) > 2 else "event"  # noqa: PLR2004 - a list below a key
    return f"{what} {'added' if planned.recording.target is None else 'changed'}"


def _result(planned: Plan, wanted: Wanted) -> Result:
    before, after = planned.before.agenda, (planned.after or planned.before).agenda
    assert before is not None  # noqa: S101 - only valid files are changed
    assert after is not None  # noqa: S101 - and stay so
    sides = (concerned(agenda, planned.recording) for agenda in (before, after))
    was, now = (check(agenda, wanted.as_of) for agenda in sides)
    return result(planned.recording, before, after, (was, now), wanted.as_of)


def _write_json(
    planned: Plan, wanted: Wanted, found: Result, diff: str, *, dry_run: bool, prefix: bool
) -> None:
    from cjpeace.writing.changes.recorded_record import Done, recorded_record
    from cjpeace.writing.layout.stable_json import json_text  # json is for this only

    after = planned.after or planned.before
    action = "added" if planned.recording.target is None else "updated"
    number = after.place(planned.path).line
    done = Done(
        action if diff else "unchanged", bool(diff) and not dry_run, after.name, number, diff
    )
    places = [after.place(finding.path, at_key=True) for finding in found.findings]
    write(json_text(wanted.as_of, **recorded_record(done, found, places, prefix=prefix)))
