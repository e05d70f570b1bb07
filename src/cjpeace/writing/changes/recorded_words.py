"""What a recording came to, in words."""

from collections.abc import Iterator

from cjpeace.core.agenda import NOBODY, Agenda, Mechanism
from cjpeace.core.changes.consequence import Consequence
from cjpeace.core.changes.recorded import Result
from cjpeace.core.findings.finding import Finding
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.findings.finding_words import finding_words
from cjpeace.writing.words.words import date_words, ordinal, window_words

Row = tuple[str, str]
"""What a line is about, and what it says."""


def recorded_rows(result: Result) -> Iterator[Row]:
    """Each thing to say of a recording, with what it is about; empty where that stays the same."""
    yield "answers", answer_words(result)
    if result.recording.filled:
        yield "filled in", filled_words(result)
    about = "status"
    for one in result.consequences:
        words = consequence_words(one)
        if words:
            yield about, words
            about = ""
    about = "check"
    for finding in result.findings:
        said = finding_words(finding, result.agenda).message
        yield about, f"{finding.severity.value}: {finding.code.value}: {said}"
        about = ""
    if about:
        yield about, f"finds nothing in {result.recording.owner.key}"
    if result.settled:
        yield "settled", ", ".join(map(_settled, result.settled))


def _settled(finding: Finding) -> str:
    """A finding that is no more: "overdue (talks/2024)"."""
    about = f" ({finding.occurrence.id})" if finding.occurrence is not None else ""
    return f"{finding.code.value}{about}"


def answer_words(result: Result) -> str:
    """What the session answers: "the slot 2026, as the 19th, hosted by Canada"."""
    occurrence, owner = result.occurrence, result.recording.owner
    if not isinstance(owner, Mechanism):
        return f"the event {owner.key}"
    if occurrence is None:
        return "nothing that is known on that day"
    if occurrence.slot is None:
        what = "no slot: it is a session beside those that are owed"
    else:
        what = f"the slot {window_words(occurrence.slot)} ({occurrence.id})"
    return ", ".join([what, *_known(occurrence, result.agenda)])


def _known(occurrence: Occurrence, agenda: Agenda) -> Iterator[str]:
    if occurrence.number is not None:
        yield f"as the {ordinal(occurrence.number)}"
    party = agenda.parties.get(occurrence.host or "")
    if party is not None:
        yield f"hosted by {party.name}"
    elif occurrence.host == NOBODY:
        yield "hosted by nobody"


def filled_words(result: Result) -> str:
    """What was filled in: "number 19 and host canada, as `next` has them"."""
    session = result.recording.session
    values = {"number": session.number, "host": session.host}
    words = " and ".join(f"{key} {values[key]}" for key in result.recording.filled)
    return f"{words}, as `next` has {'it' if len(result.recording.filled) == 1 else 'them'}"


def consequence_words(one: Consequence) -> str:
    """What became of an occurrence: "symposium/2026: due -> confirmed"."""
    before, after = one.before, one.after
    if before is None:
        return f"{one.occurrence.id}: {_standing(one.occurrence)}, new"
    if after is None:
        return f"{before.id}: {_standing(before)} -> gone"
    if before.status is after.status and before.date == after.date:
        return ""
    if before.status is after.status:
        return f"{after.id}: {_standing(before)} -> {_standing(after)}"
    return f"{after.id}: {before.status.value} -> {after.status.value}"


def _standing(occurrence: Occurrence) -> str:
    return f"{occurrence.status.value} ({date_words(occurrence.date)})"
