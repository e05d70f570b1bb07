"""Findings: what is wrong with the state of affairs that an agenda records."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Mechanism, Owner, Path, Session
from cjpeace.core.event import event_occurrence
from cjpeace.core.history import History
from cjpeace.core.occurrence import OPEN, Occurrence, Status


class Severity(Enum):
    """Whether a finding counts for the exit code, or only when asked to."""

    ERROR = "error"
    WARNING = "warning"


class Code(Enum):
    """The stable name of a kind of finding."""

    OVERDUE = "overdue"
    UNREPORTED = "unreported"


class Finding(Struct, frozen=True):
    """One thing to see to. `path` is the key in the file that it is about.

    `next_open` is the occurrence that would settle a lapse, if another is to come.
    """

    code: Code
    severity: Severity
    occurrence: Occurrence
    path: Path
    lapse: "Lapse | None" = None
    next_open: Occurrence | None = None

    @property
    def owner(self) -> Owner:
        """The mechanism or event that it is about."""
        return self.occurrence.owner


class Lapse(Struct, frozen=True):
    """How far a promise has lapsed.

    `since` is the first day after the first slot, as laid, that is missed or overdue after the
    last one held; `missed` counts those slots.
    """

    since: date
    missed: int
    last_held: Session | None


def check(agenda: Agenda, as_of: date) -> list[Finding]:
    """All findings that are not accepted, mechanisms first, each in the order of the file."""
    found = [f for m in agenda.mechanisms.values() for f in _of_mechanism(m, as_of)]
    found += (f for e in agenda.events.values() for f in _of_event(event_occurrence(e, as_of)))
    return [finding for finding in found if not _accepted(finding, as_of)]


def _accepted(finding: Finding, as_of: date) -> bool:
    accept = finding.owner.accept
    if accept.until is not None and accept.until.window.ended_by(as_of):
        return False
    return finding.code.value in accept.reasons


def _of_mechanism(mechanism: Mechanism, as_of: date) -> Iterator[Finding]:
    if mechanism.convened_by is not None:
        return
    history = History(mechanism, as_of)
    if history.overdue_slot is not None:
        yield _overdue(history)
    yield from _unreported(history)


def _overdue(history: History) -> Finding:
    """The finding for a lapse, by a walk over the slots since the last one held."""
    answered = history.last_answered
    lapsed: list[Occurrence] = []
    for occurrence in history.occurrences(answered.window.start if answered else date.min):
        if occurrence.slot is None or (answered and occurrence.slot == answered.laid):
            continue
        if occurrence.status in (Status.MISSED, Status.OVERDUE):
            lapsed.append(occurrence)
        elif occurrence.status in OPEN and lapsed and lapsed[-1].status is Status.OVERDUE:
            return _lapse(history, lapsed, occurrence)
    return _lapse(history, lapsed, None)


def _lapse(history: History, lapsed: list[Occurrence], next_open: Occurrence | None) -> Finding:
    laid = lapsed[0].slot
    assert laid is not None  # noqa: S101 - only slots lapse
    assert laid.end is not None  # noqa: S101 - and none without an end
    lapse = Lapse(laid.end, len(lapsed), history.last_held)
    path = history.mechanism.path
    return Finding(Code.OVERDUE, Severity.ERROR, lapsed[-1], path, lapse, next_open)


def _unreported(history: History) -> Iterator[Finding]:
    starts = [entry.order[0] for entry in history.entries if entry.status is Status.UNREPORTED]
    if not starts:
        return
    for occurrence in history.occurrences(min(starts)):
        if occurrence.status is Status.UNREPORTED:
            yield _without_outcome(occurrence)
        if occurrence.begins > max(starts):
            return


def _without_outcome(occurrence: Occurrence) -> Finding:
    session = occurrence.session
    assert session is not None  # noqa: S101 - a session is what lacks an outcome
    path = (*session.path, session.recorded.value)
    return Finding(Code.UNREPORTED, Severity.ERROR, occurrence, path)


def _of_event(occurrence: Occurrence | None) -> Iterator[Finding]:
    if occurrence is None:
        return
    if occurrence.status is Status.OVERDUE:
        end = occurrence.window.end
        assert end is not None  # noqa: S101 - a window without an end is never overdue
        lapse = Lapse(end, 1, None)
        yield Finding(Code.OVERDUE, Severity.ERROR, occurrence, occurrence.owner.path, lapse)
    if occurrence.status is Status.UNREPORTED:
        yield _without_outcome(occurrence)
