"""What needs doing and what comes next."""

from bisect import insort
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Mechanism, Session
from cjpeace.core.history.event import event_occurrence
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import NEEDS_DOING, OPEN, Occurrence, Status
from cjpeace.core.history.placed import Entry


class Group(Enum):
    """The heading under which an occurrence is listed."""

    OVERDUE = "overdue"
    NEXT = "next"
    OTHERS = "others"


class Upcoming(Struct, frozen=True):
    """An occurrence that needs doing or comes next, and the latest session held before it."""

    occurrence: Occurrence
    last_held: Session | None = None

    @property
    def group(self) -> Group:
        """Others' business is listed apart, however late it is."""
        if self.occurrence.owner.convened_by is not None:
            return Group.OTHERS
        return Group.OVERDUE if self.occurrence.status in NEEDS_DOING else Group.NEXT


class Wanted(Struct, frozen=True):
    """Which occurrences are asked for: of some mechanisms and events, of one host, before a day."""

    keys: frozenset[str] | None = None
    host: str | None = None
    before: date | None = None

    def key(self, key: str) -> bool:
        """Whether a mechanism or event is asked for."""
        return self.keys is None or key in self.keys

    def occurrence(self, occurrence: Occurrence) -> bool:
        """Whether an occurrence of it is asked for."""
        if self.host is not None and occurrence.host != self.host:
            return False
        return self.before is None or occurrence.window.start < self.before


EVERYTHING = Wanted()


def upcoming(agenda: Agenda, as_of: date, wanted: Wanted = EVERYTHING) -> list[Upcoming]:
    """Each mechanism and event once: what needs doing, else what is open first; by end."""
    mechanisms = (m for m in agenda.mechanisms.values() if wanted.key(m.key))
    found = [leading(History(mechanism, as_of)) for mechanism in mechanisms]
    found += _events(agenda, as_of, wanted)
    chosen = (one for one in found if one and wanted.occurrence(one.occurrence))
    return sorted(chosen, key=lambda one: one.occurrence.order)


def foremost(found: Iterable[Upcoming], most: int) -> list[Upcoming]:
    """The first so many of each group, in the order they came in.

    Of some agendas taken together these are the same as of those that are foremost in each.
    """
    groups: dict[Group, list[Upcoming]] = {group: [] for group in Group}
    for one in found:
        if len(groups[one.group]) < most:
            groups[one.group].append(one)
    return [one for group in groups.values() for one in group]


def all_upcoming(
    agenda: Agenda, as_of: date, most: int, wanted: Wanted = EVERYTHING
) -> list[Upcoming]:
    """The first so many of all occurrences that need doing or end after `as_of`; by end."""
    mechanisms = (m for m in agenda.mechanisms.values() if wanted.key(m.key))
    found = [o for m in mechanisms for o in _first_ending(m, as_of, most, wanted)]
    ahead = (one for one in _events(agenda, as_of, wanted) if _is_ahead(one.occurrence, as_of))
    found += (one for one in ahead if wanted.occurrence(one.occurrence))
    return sorted(found, key=lambda one: one.occurrence.order)[:most]


def _events(agenda: Agenda, as_of: date, wanted: Wanted) -> Iterator[Upcoming]:
    for event in agenda.events.values():
        if wanted.key(event.key):
            occurrence = event_occurrence(event, as_of)
            if occurrence is not None and occurrence.status in OPEN | {Status.OVERDUE}:
                yield Upcoming(occurrence)


def leading(history: History) -> Upcoming | None:
    """The overdue, late or unreported occurrence of a mechanism, else its first open one."""
    pressing: dict[Status, Occurrence] = {}
    first_open: Occurrence | None = None
    to_do = [entry.order[0] for entry in history.entries if entry.status in NEEDS_DOING]
    last_to_do = max([history.as_of, *to_do])
    for occurrence in _may_lead(history):
        if occurrence.status in NEEDS_DOING:
            pressing.setdefault(occurrence.status, occurrence)
        elif occurrence.status in OPEN:
            first_open = first_open or occurrence
        if first_open and occurrence.begins > last_to_do:
            break
        if _leads_for_sure(pressing, history):
            break  # there may be many late ones
    for status in NEEDS_DOING:
        if status in pressing:
            return Upcoming(pressing[status], history.last_held)
    return None if first_open is None else Upcoming(first_open, history.last_held)


def _leads_for_sure(pressing: dict[Status, Occurrence], history: History) -> bool:
    """Whether nothing more pressing can come than what was found."""
    overdue = history.overdue_slot is not None
    return (Status.OVERDUE if overdue else Status.LATE) in pressing


def _may_lead(history: History) -> Iterator[Occurrence]:
    """Those occurrences among which the leading one is sure to be, the open ones in order.

    Old ones are sought, not walked to: the one that is overdue, and the first of each status.
    """
    recent, overdue = history.settled_before, history.overdue_slot
    if overdue is not None and overdue.window.start < recent:
        steps = history.steps(overdue.window.start)
        yield next(step.occurrence for step in steps if step.slot == overdue)
    old: dict[Status, Entry] = {}
    for entry in history.entries:
        if entry.status in OPEN and entry.order[0] < recent and not _is_stale(entry, history.as_of):
            old.setdefault(entry.status, entry)
    for entry in old.values():
        steps = history.steps(entry.order[0])
        yield next(step.occurrence for step in steps if step.entry is entry)
    for step in history.steps(recent):
        if step.entry is None or not _is_stale(step.entry, history.as_of):
            yield step.occurrence


def _is_stale(entry: Entry, as_of: date) -> bool:
    """Whether it is an extra session whose new date went by: it stays postponed for ever."""
    postponed = entry.slot is None and entry.status is Status.POSTPONED
    return postponed and entry.date.window.ended_by(as_of)


def _first_to_do(history: History) -> date:
    """The start of the earliest slot or extra session that may still be open or overdue."""
    starts = [e.order[0] for e in history.entries if e.status in OPEN]
    if history.overdue_slot is not None:
        starts.append(history.overdue_slot.window.start)
    return min([history.settled_before, *starts])


def _first_ending(
    mechanism: Mechanism, as_of: date, most: int, wanted: Wanted
) -> Iterator[Upcoming]:
    """Those of one mechanism among which the `most` that end first are sure to be."""
    history = History(mechanism, as_of)
    last_held = history.last_held
    recorded = [(entry.order[0], entry.date.window) for entry in history.entries]
    never = wanted.host is not None and wanted.host not in mechanism.hosts
    ends: list[date] = []
    for occurrence in history.occurrences(_first_to_do(history)):
        begins = occurrence.begins
        full = len(ends) >= most and begins >= ends[-1]
        over = wanted.before is not None and begins >= wanted.before
        if begins > as_of and (never or over or full):
            later = (window for start, window in recorded if start >= begins)
            within = ends[-1] if full else date.max
            if not any(window.order[1] <= within for window in later):
                return
        if _is_ahead(occurrence, as_of) and wanted.occurrence(occurrence):
            yield Upcoming(occurrence, last_held)
            insort(ends, occurrence.window.order[1])
            del ends[most:]


def _is_ahead(occurrence: Occurrence, as_of: date) -> bool:
    if occurrence.status in NEEDS_DOING:
        return True
    done = occurrence.status in (Status.HELD, Status.CANCELLED)
    return not done and not occurrence.window.ended_by(as_of)
