"""Pairing: which session answers which slot, whatever the day one asks about.

Sessions and slots are paired in order of date, so that as many sessions as possible answer a slot,
then with the fewest days between them, the longest overlap, the earlier slots and the earlier
sessions. Only the slots near a session are ever looked at.
"""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.duration import Duration, shifted
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.dates.window import Window
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.slots import ListedSlots, Slot, Slots, overlapping

IN_TURN = (
    (Recorded.HELD, Recorded.CONFIRMED, Recorded.TENTATIVE),
    (Recorded.POSTPONED,),
    (Recorded.CANCELLED,),
)
"""The sessions that are paired first, then those that take what is left."""

Answers = dict[int, Slot]
"""The slot that each session answers, by the session's position in the file."""


def answers(slots: Slots, sessions: tuple[Session, ...], grace: Duration | None) -> Answers:
    """The slots that the sessions answer; those that answer none are left out."""
    return _in_turn(slots, sessions, grace, {}, IN_TURN)


def rolling_answers(
    era: Era, sessions: tuple[Session, ...], grace: Duration | None, as_of: date
) -> tuple[Slots, Answers]:
    """The slots that follow from the sessions, and the answers, where the basis is rolling.

    One period is laid from the anchor and one from the end of each session; each session answers
    the one laid before it. A session not known yet on `as_of` lays nothing.
    """
    meetings = sorted(
        (p for p, session in enumerate(sessions) if _counts(session, era.anchor)),
        key=lambda position: sessions[position].own.window.order,
    )
    slots: list[Slot] = []
    found: Answers = {}
    begin: date | None = era.anchor
    waiting: int | None = None
    for position in meetings:
        session = sessions[position]
        if session.recorded is Recorded.HELD and not known(session, as_of):
            waiting = position if waiting is None else waiting
            continue
        waiting = None
        slot = _period(era, begin)
        if slot is not None:
            slots.append(slot)
            found[position] = slot
        begin = _day_after(session)
    open_slot = _period(era, begin)
    if open_slot is not None:
        slots.append(open_slot)
        if waiting is not None:
            found[waiting] = open_slot
    listed = ListedSlots(slots)
    return listed, _in_turn(listed, sessions, grace, found, IN_TURN[1:])


def _counts(session: Session, anchor: date) -> bool:
    return session.recorded in IN_TURN[0] and session.own.window.start >= anchor


def known(session: Session, as_of: date) -> bool:
    """Whether a session that the file records as held was known on a day: begun, or planned."""
    return session.own.window.start <= as_of or still_ahead(session, as_of) is not None


def still_ahead(session: Session, as_of: date) -> EdtfDate | None:
    """The first of the dates planned for a session whose end still lies after a day."""
    return next((date for date in session.planned if not date.window.ended_by(as_of)), None)


def _period(era: Era, begin: date | None) -> Slot | None:
    if begin is None or (era.lapse and begin >= era.lapse):
        return None
    end = era.every.after(begin)
    if end <= begin:
        return None
    laid = Window(begin, end)
    return Slot(laid if not era.lapse else Window(begin, min(end, era.lapse)), laid)


def _day_after(session: Session) -> date | None:
    window = session.own.window
    return shifted(window.start, 1) if window.end is None else window.end


class _Choice(Struct, frozen=True):
    """The best pairing of some last sessions with some last slots: its worth, and its first pair.

    `slot` and `session` are positions in the lists paired; `rest` is the choice for what follows.
    """

    count: int
    gap: int
    overlap: int
    slot: int
    session: int
    rest: "_Choice | None"


_NOTHING = _Choice(0, 0, 0, -1, -1, None)


def _in_turn(
    slots: Slots,
    sessions: tuple[Session, ...],
    grace: Duration | None,
    found: Answers,
    turns: tuple[tuple[Recorded, ...], ...],
) -> Answers:
    if not sessions:
        return found
    near = Neighbourhood(slots, sessions, grace)
    for turn in turns:
        group = [p for p in near.windows if sessions[p].recorded in turn and p not in found]
        if not group:
            continue
        if len(group) > 1:
            group.sort(key=lambda p: (*near.windows[p].order, p))
        taken = set(found.values())
        able = ((p, [s for s in near.answerable(p) if s not in taken]) for p in group)
        options = {position: slots for position, slots in able if slots}
        if _leave_no_choice(options):
            found |= {position: slots[0] for position, slots in options.items()}
            continue
        for cluster in _clusters(options):
            found |= _best_pairs(cluster, options, near.windows)
    return found


def _leave_no_choice(options: dict[int, list[Slot]]) -> bool:
    """Whether each session, in order, can answer one slot alone, and they lie in the same order."""
    last = (date.min, date.min)
    for slots in options.values():
        if len(slots) > 1 or slots[0].order <= last:
            return False
        last = slots[0].order
    return True


class Neighbourhood:
    """The slots around each session, and which of them it can answer.

    Sessions are named by their position in the file.
    """

    def __init__(self, slots: Slots, sessions: tuple[Session, ...], grace: Duration | None) -> None:
        self.slots, self.grace = slots, grace
        self.windows = windows = {
            position: session.meant
            for position, session in enumerate(sessions)
            if session.recorded is not Recorded.UNKNOWN
        }
        self._overlapped = {p: overlapping(slots, window) for p, window in windows.items()}
        self._sessions_over: dict[Window, int] = {}
        for overlapped in self._overlapped.values():
            for slot in overlapped:
                before = self._sessions_over.get(slot.window, 0)
                self._sessions_over[slot.window] = before + 1

    def answerable(self, position: int) -> list[Slot]:
        """The slots that a session can answer, in order."""
        found = self._overlapped[position]
        for slot in found:
            if self._sessions_over[slot.window] == 1:
                return found  # it has nobody else: neither grace nor nearness counts
        window = self.windows[position]
        imagined = [other for other in self._imagined(window.start) if other.overlaps(window)]
        further = []
        if self.grace is not None and all(map(self._is_shared, imagined)):
            further += self._within_grace(window, self.grace)
        if not found and not imagined:
            further += self._nearest(window)
        if len(found) + len(further) < 2:  # noqa: PLR2004 - one alone is in order
            return found or further
        return sorted({*found, *further}, key=lambda slot: slot.order)

    def _imagined(self, day: date) -> tuple[Window, ...]:
        """The imagined windows, if one may end after a day: to lay them takes time."""
        return self.slots.imagined if day < self.slots.imagined_until else ()

    def _is_shared(self, imagined: Window) -> bool:
        """Whether more than one session overlaps an imagined slot."""
        return sum(imagined.overlaps(window) for window in self.windows.values()) > 1

    def _within_grace(self, window: Window, grace: Duration) -> list[Slot]:
        if window.end is None:
            return []
        found: list[Slot] = []
        reach = shifted(grace.earliest_start(window.end), -self.slots.longest)
        for slot in self.slots.backward(window.start):
            if slot.window.start < reach or len(found) > len(self.windows) + MANY:
                break  # if this one could be taken, so could a later one, with fewer days between
            end = slot.window.end
            if end is not None and end <= window.start and window.end <= grace.after(end):
                found.append(slot)
        return found

    def _nearest(self, window: Window) -> list[Slot]:
        before = self._last_ended(window.start)
        after = self._next(window)
        if before and after:
            late = window.start - _end(before[0]) <= after[0].start - _end(window)
            return (before if late else after)[1]
        return (before or after or (window, []))[1]

    def _last_ended(self, day: date) -> tuple[Window, list[Slot]] | None:
        best: Slot | None = None
        for slot in self.slots.backward(day):
            if best and shifted(slot.window.start, self.slots.longest) <= (best.window.end or day):
                break
            if slot.window.ended_by(day) and (
                best is None or _end(slot.window) > _end(best.window)
            ):
                best = slot
        after = date.min if best is None else _end(best.window)
        imagined = [w for w in self._imagined(after) if w.ended_by(day)]
        last = max(imagined, key=_end, default=None)
        if best and (last is None or _end(best.window) >= _end(last)):
            return best.window, [best]
        return None if last is None else (last, [])

    def _next(self, window: Window) -> tuple[Window, list[Slot]] | None:
        end = _end(window)
        slot = next(self.slots.forward(end), None)
        imagined = [w for w in self._imagined(end) if w.start >= end]
        first = min(imagined, key=lambda w: w.order, default=None)
        if slot and (first is None or slot.order <= first.order):
            return slot.window, [slot]
        return None if first is None else (first, [])


MANY = 400
"""So many slots more than there are sessions are looked at for one that is late.

As many as there are sessions would do, but where windows of different lengths overlap.
"""


def _end(window: Window) -> date:
    return window.end or date.max


def _clusters(options: dict[int, list[Slot]]) -> list[list[int]]:
    """The sessions in groups whose slots do not reach into each other's."""
    clusters: list[tuple[tuple[date, date], list[int]]] = []
    for position, slots in options.items():
        reach, members = slots[-1].order, [position]
        while clusters and clusters[-1][0] >= slots[0].order:
            earlier_reach, earlier = clusters.pop()
            reach, members = max(reach, earlier_reach), earlier + members
        clusters.append((reach, members))
    return [members for _, members in clusters]


def _best_pairs(
    cluster: list[int], options: dict[int, list[Slot]], windows: dict[int, Window]
) -> Answers:
    """The best pairing of one cluster, by dynamic programming from the last session back.

    `best[k]` is the choice for the sessions seen so far and the slots from the k-th on; below
    `lowest`, the first slot that any of them can answer, it is that of `lowest`.
    """
    if len(cluster) == 1 and len(options[cluster[0]]) == 1:
        return {cluster[0]: options[cluster[0]][0]}
    slots = sorted({slot for p in cluster for slot in options[p]}, key=lambda slot: slot.order)
    place = {slot: index for index, slot in enumerate(slots)}
    best = [_NOTHING] * (len(slots) + 1)
    lowest = len(slots)
    for session in range(len(cluster) - 1, -1, -1):
        position = cluster[session]
        able = {place[slot] for slot in options[position]}
        later, later_lowest = best[:], lowest
        lowest = min(lowest, *able)
        for index in range(max(*able, later_lowest - 1), lowest - 1, -1):
            choice = _better(later[max(index, later_lowest)], best[index + 1])
            if index in able:
                rest = later[max(index + 1, later_lowest)]
                window = slots[index].window
                pair = window.gap_days(windows[position]), window.overlap_days(windows[position])
                choice = _better(choice, _with(pair, index, session, rest))
            best[index] = choice
    found: Answers = {}
    choice = best[lowest]
    while choice.rest is not None:
        found[cluster[choice.session]] = slots[choice.slot]
        choice = choice.rest
    return found


def _with(pair: tuple[int, int], slot: int, session: int, rest: _Choice) -> _Choice:
    gap, overlap = pair
    return _Choice(rest.count + 1, rest.gap + gap, rest.overlap + overlap, slot, session, rest)


def _better(one: _Choice, other: _Choice) -> _Choice:
    if one is other:
        return one
    worth = (one.count, -one.gap, one.overlap)
    other_worth = (other.count, -other.gap, other.overlap)
    if worth != other_worth:
        return one if worth > other_worth else other
    return other if _comes_first(other, one) else one


def _comes_first(one: _Choice, other: _Choice) -> bool:
    """Whether a choice of the same worth takes the earlier slots, then the earlier sessions."""
    earlier_session: bool | None = None
    first, second = one, other
    while first is not second and first.rest is not None and second.rest is not None:
        if first.slot != second.slot:
            return first.slot < second.slot
        if earlier_session is None and first.session != second.session:
            earlier_session = first.session < second.session
        first, second = first.rest, second.rest
    return bool(earlier_session)
