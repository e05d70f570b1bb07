"""A trace as a record: the occurrence, each step in words with its place, and the facts."""

from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.trace import Trace
from cjpeace.writing.answers.occurrence_record import occurrence_record, window_record
from cjpeace.writing.answers.why_words import Explained
from cjpeace.writing.layout.stable_json import Record

Placed = tuple[Explained, str | None, int | None]
"""A step with the file and line that it refers to."""


def trace_record(trace: Trace, steps: list[Placed], agenda: Agenda, *, prefix: bool) -> Record:
    """The occurrence and its trace as the stable JSON has them."""
    return {
        "occurrence": occurrence_record(trace.occurrence, agenda, prefix=prefix),
        "trace": [
            {
                "step": step.name,
                "says": step.says,
                "file": file,
                "line": line,
                "source": list(step.source),
            }
            for step, file, line in steps
        ],
        "facts": _facts(trace),
    }


def _facts(trace: Trace) -> Record:
    rule, slot, deadline, turn = trace.rule, trace.slot, trace.deadline, trace.turn
    return {
        "every": None if rule is None else str(rule.era.every),
        "anchor": None if rule is None else rule.era.anchor.isoformat(),
        "era": None if rule is None else rule.number,
        "k": None if slot is None else slot.number,
        "slot": None if slot is None else window_record(slot.slot.laid),
        "cut": None if slot is None or slot.slot.owed else window_record(slot.slot.window),
        "sessions": [
            {
                "date": str(step.session.own),
                "gap": step.gap,
                "overlap": step.overlap,
                "able": step.able,
                "answers": step.answers and window_record(step.answers.laid),
            }
            for step in trace.sessions
        ],
        "deadline": None if deadline is None else deadline.deadline.isoformat(),
        "grace_ends": None if deadline is None else deadline.grace_ends.isoformat(),
        "status": trace.fate.status.value,
        "because": trace.fate.because.name.lower().replace("_", "-"),
        "number_before": None if turn is None else turn.number,
        "host_before": None if turn is None else turn.host,
    }
