"""What should have been done: promises that have lapsed, and plans without an outcome."""

from collections.abc import Iterator

from cjpeace.core.agenda import Event
from cjpeace.core.findings.finding import Code, Finding, Lapse
from cjpeace.core.history.history import History
from cjpeace.core.history.lapsed import lapsed
from cjpeace.core.history.occurrence import OPEN, Occurrence, Status


def overdue(history: History) -> Iterator[Finding]:
    """The finding for a mechanism that is overdue, with all that has lapsed since the last held."""
    last = history.overdue_slot
    if last is None:
        return
    missed = lapsed(history)
    assert missed is not None  # noqa: S101 - one slot at least has lapsed, the one overdue
    since = missed.first.laid.end
    assert since is not None  # noqa: S101 - what has no end does not lapse
    following = history.occurrences(last.window.start)
    found = next(one for one in following if one.status is Status.OVERDUE)
    next_open = next((o for o in following if o.slot is not None and o.status in OPEN), None)
    lapse = Lapse(since, missed.count, history.last_held, next_open)
    yield Finding(Code.OVERDUE, history.mechanism.path, history.mechanism, found, lapse)


def unreported(history: History) -> Iterator[Finding]:
    """A finding for each session of a mechanism that was planned and has no outcome."""
    starts = [entry.order[0] for entry in history.entries if entry.status is Status.UNREPORTED]
    if not starts:
        return
    for occurrence in history.occurrences(min(starts)):
        if occurrence.status is Status.UNREPORTED:
            yield _without_outcome(occurrence)
        if occurrence.begins > max(starts):
            return


def lapsed_event(event: Event, occurrence: Occurrence) -> Iterator[Finding]:
    """The finding for an event that is overdue, or was planned and has no outcome."""
    if occurrence.status is Status.OVERDUE:
        end = occurrence.window.end
        assert end is not None  # noqa: S101 - a window without an end is never overdue
        yield Finding(Code.OVERDUE, event.path, event, occurrence, Lapse(end, 1, None))
    if occurrence.status is Status.UNREPORTED:
        yield _without_outcome(occurrence)


def _without_outcome(occurrence: Occurrence) -> Finding:
    session = occurrence.session
    assert session is not None  # noqa: S101 - a session is what lacks an outcome
    path = (*session.path, session.recorded.value)
    return Finding(Code.UNREPORTED, path, occurrence.owner, occurrence)
