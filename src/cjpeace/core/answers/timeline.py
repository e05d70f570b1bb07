"""The timeline: every occurrence of an agenda whose window meets a span of time."""

from collections.abc import Iterator
from datetime import date

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.dates.duration import Duration, Unit, shifted
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.history.event import event_occurrence
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.core.history.placed import Entry

AHEAD = Duration(5, Unit.YEAR)
"""How far a timeline looks ahead when it is not told."""

FAR = Duration(100, Unit.YEAR)
"""What stands so much later is taken alone, its number and host as stated: no slots are counted."""


def default_span(as_of: date) -> Window:
    """All of the past, and five years ahead, the day five years from now included."""
    return Window(date.min, shifted(AHEAD.after(min(as_of, date.max - ONE_DAY)), 1))


def picture_span(agendas: list[Agenda], as_of: date) -> Window:
    """From five years before the first was adopted, or all of it, to five years ahead."""
    usual = default_span(as_of)
    adopted = [agenda.adopted.window.start.year for agenda in agendas if agenda.adopted]
    if adopted:
        year = min(adopted) - AHEAD.count
    else:
        firsts = (first for one in agendas for first in earlier(one, as_of, usual))
        year = min((first.window.start.year for first in firsts), default=as_of.year)
    start = date(min(max(1, year), as_of.year), 1, 1)
    return Window(start, usual.end)


def earlier(agenda: Agenda, as_of: date, span: Window) -> list[Occurrence]:
    """The first occurrence of each mechanism that has one before the start of a span.

    Where the span has no start, simply the first.
    """
    found = []
    before = Window(date.min, span.start if span.start > date.min else span.end)
    for mechanism in agenda.mechanisms.values():
        first = next(mechanism_timeline(mechanism, as_of, before), None)
        if first is not None and (first.window.start < span.start or span.start == date.min):
            found.append(first)
    return found


def timeline(
    agenda: Agenda, as_of: date, span: Window, keys: frozenset[str] | None = None
) -> list[Occurrence]:
    """The occurrences whose window meets `span`, by the end of their window.

    `keys` are those of the mechanisms and events asked for, None for all.
    """
    asked = agenda.only(keys)
    found = [o for m in asked.mechanisms.values() for o in mechanism_timeline(m, as_of, span)]
    events = (event_occurrence(event, as_of) for event in asked.events.values())
    found += (o for o in events if o is not None and o.window.overlaps(span))
    return sorted(found, key=lambda occurrence: occurrence.order)


def mechanism_timeline(mechanism: Mechanism, as_of: date, span: Window) -> Iterator[Occurrence]:
    """The occurrences of one mechanism whose window meets `span`, in the order of its slots."""
    history = History(mechanism, as_of)
    entries = [entry for entry in history.entries if entry.date.window.overlaps(span)]
    near, far = near_and_far(entries, max(as_of, span.end or date.max))
    first = min([shifted(span.start, -history.slots.longest), *near[:1]])
    for occurrence in history.occurrences(first):
        if span.ended_by(occurrence.begins) and not (near and occurrence.begins <= near[-1]):
            break
        if occurrence.window.overlaps(span):
            yield occurrence
    yield from filter(None, map(history.alone, far))


def recorded_from(mechanism: Mechanism, as_of: date, day: date) -> Iterator[Occurrence]:
    """The sessions of one mechanism on record whose window begins on or after a day."""
    history = History(mechanism, as_of)
    entries = [entry for entry in history.entries if entry.date.window.start >= day]
    near, far = near_and_far(entries, max(as_of, day))
    for occurrence in history.occurrences(near[0]) if near else ():
        if occurrence.begins > near[-1]:
            break
        if occurrence.session is not None and occurrence.window.start >= day:
            yield occurrence
    yield from filter(None, map(history.alone, far))


def near_and_far(entries: list[Entry], day: date) -> tuple[list[date], list[Entry]]:
    """Where the entries stand that do not lie far after a day, in order, and those that do."""
    limit = FAR.after(day)
    near = [entry.order[0] for entry in entries if entry.order[0] <= limit]
    return near, [entry for entry in entries if entry.order[0] > limit]
