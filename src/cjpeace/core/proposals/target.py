"""The target: the occurrence for which days are sought, and the window in which they are."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Mechanism, Owner
from cjpeace.core.dates.duration import Duration, Unit, shifted
from cjpeace.core.dates.window import Window
from cjpeace.core.history.event import event_occurrence
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import OPEN, Occurrence, Status
from cjpeace.core.proposals.engagement import knows_its_days

USUAL_NOTICE = Duration(3, Unit.MONTH)
"""How long before it a meeting is set, where the agenda does not say."""

AHEAD = Duration(1, Unit.YEAR)
"""How far beyond its notice a meeting is sought that has no window, or none that lies ahead."""

LONGEST = Duration(10, Unit.YEAR)
"""No more of a window than this is searched."""


class NothingAheadError(Exception):
    """No day of the window lies after the one asked about."""


class Target(Struct, frozen=True):
    """What days are sought for. `window` has an end, and begins after the day asked about.

    `occurrence` is None for a further meeting of a mechanism that owes none there; `before` is an
    open occurrence without days that comes before it.
    """

    agenda: Agenda
    owner: Owner
    window: Window
    occurrence: Occurrence | None = None
    before: Occurrence | None = None

    @property
    def notice(self) -> Duration:
        """How long before it a meeting should be set."""
        return self.owner.notice or USUAL_NOTICE

    @property
    def host(self) -> str | None:
        """Who hosts it, None when unknown."""
        return self.occurrence.host if self.occurrence else None

    @property
    def days(self) -> int:
        """How many days it lasts."""
        session = self.occurrence.session if self.occurrence else None
        if session is not None and session.lasts is not None:
            return max(1, session.lasts.most_days)
        return self.owner.days if isinstance(self.owner, Mechanism) else 1


def target(agenda: Agenda, name: str, as_of: date, within: Window | None = None) -> Target | None:
    """What a name asks days for; None when the agenda has no such thing, or it is not open.

    `name` is a mechanism, whose next open occurrence without days is meant (within a window, the
    first that it could be), an event, or an occurrence: `symposium/2026`. Raises
    NothingAheadError.
    """
    key, slash, _ = name.partition("/")
    if key in agenda.events and not slash:
        event = agenda.events[key]
        once = event_occurrence(event, as_of)
        if once is None or once.status not in _MAY_COME | {Status.OVERDUE}:
            return None
        return Target(agenda, event, _window(event, once, as_of, within), once)
    if key not in agenda.mechanisms:
        return None
    mechanism = agenda.mechanisms[key]
    ahead = islice(_open(mechanism, as_of), _MOST)
    if slash:
        named = next((one for one in ahead if one.id == name), None)
        if named is None:
            return None
        return Target(agenda, mechanism, _window(mechanism, named, as_of, within), named)
    found, before = _first(ahead, as_of, within)
    return Target(agenda, mechanism, _window(mechanism, found, as_of, within), found, before)


_MAY_COME = OPEN - {Status.UNREPORTED}

_MOST = 5000
"""Further ahead no occurrence is looked for: a daily rule reaches so 13 years."""


def _first(
    ahead: Iterator[Occurrence], as_of: date, within: Window | None
) -> tuple[Occurrence | None, Occurrence | None]:
    """The first open occurrence without days, in a window if there is one, and one before it."""
    before = None
    for one in ahead:
        if within is not None and within.ended_by(one.begins):
            break
        if knows_its_days(one) and not one.window.ended_by(as_of):
            continue
        if within is None or within.overlaps(one.window):
            return one, before
        before = before or one
    return None, before


def _open(mechanism: Mechanism, as_of: date) -> Iterator[Occurrence]:
    """The open occurrences of a mechanism that may still come, in order."""
    history = History(mechanism, as_of)
    starts = [entry.order[0] for entry in history.entries if entry.status in OPEN]
    for one in history.occurrences(min([history.settled_before, *starts])):
        over = one.extra and one.window.ended_by(as_of)
        if one.status in _MAY_COME and not over:
            yield one


def _window(
    owner: Owner, occurrence: Occurrence | None, as_of: date, within: Window | None
) -> Window:
    """The days after `as_of` in which it is sought: those asked for, else those it is due in."""
    first = shifted(as_of, 1)
    if within is None:
        within = _due_in(owner, occurrence, first)
    start = max(within.start, first)
    usual = AHEAD.after((owner.notice or USUAL_NOTICE).after(start))
    end = min(within.end or usual, LONGEST.after(start))
    if end <= start:
        raise NothingAheadError
    return Window(start, end)


def _due_in(owner: Owner, occurrence: Occurrence | None, first: date) -> Window:
    if occurrence is None:
        return Window(first, None)
    window = occurrence.window
    if knows_its_days(occurrence):
        window = occurrence.slot or Window(first, None)  # other days than those it has
    if not window.ended_by(first):
        return window
    grace_ends = owner.grace.after(window.end) if owner.grace and window.end else None
    if grace_ends is not None and grace_ends > first:
        return Window(first, grace_ends)
    return Window(first, None)
