"""The timeline: every occurrence of an agenda whose window meets a span of time."""

from collections.abc import Iterator
from datetime import date

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.duration import Duration, Unit, shifted
from cjpeace.core.event import event_occurrence
from cjpeace.core.history import History
from cjpeace.core.occurrence import Occurrence
from cjpeace.core.window import ONE_DAY, Window

AHEAD = Duration(5, Unit.YEAR)
"""How far a timeline looks ahead when it is not told."""


def default_span(as_of: date) -> Window:
    """All of the past, and five years ahead, the day five years from now included."""
    return Window(date.min, shifted(AHEAD.after(min(as_of, date.max - ONE_DAY)), 1))


def timeline(
    agenda: Agenda, as_of: date, span: Window, keys: frozenset[str] | None = None
) -> list[Occurrence]:
    """The occurrences whose window meets `span`, by the end of their window.

    `keys` are those of the mechanisms and events asked for, None for all.
    """
    mechanisms = (m for m in agenda.mechanisms.values() if keys is None or m.key in keys)
    found = [o for m in mechanisms for o in mechanism_timeline(m, as_of, span)]
    chosen = (event for event in agenda.events.values() if keys is None or event.key in keys)
    events = (event_occurrence(event, as_of) for event in chosen)
    found += (o for o in events if o is not None and o.window.overlaps(span))
    return sorted(found, key=lambda occurrence: occurrence.order)


def mechanism_timeline(mechanism: Mechanism, as_of: date, span: Window) -> Iterator[Occurrence]:
    """The occurrences of one mechanism whose window meets `span`, in the order of its slots."""
    history = History(mechanism, as_of)
    moved = [e.order[0] for e in history.entries if e.date.window.overlaps(span)]
    start = min([shifted(span.start, -history.slots.longest), *moved])
    last_entry = max((e.order[0] for e in history.entries), default=date.min)
    for occurrence in history.occurrences(start):
        if occurrence.window.overlaps(span):
            yield occurrence
        elif _is_past(occurrence, span) and _starts(occurrence) > last_entry:
            return


def _is_past(occurrence: Occurrence, span: Window) -> bool:
    return span.ended_by(occurrence.window.start)


def _starts(occurrence: Occurrence) -> date:
    return (occurrence.slot or occurrence.window).start
