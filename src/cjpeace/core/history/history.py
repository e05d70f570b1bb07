"""The history of one mechanism as it reads on a day: its occurrences, in the order of its slots."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.agenda import Mechanism, Recorded, Session
from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.edtf import edtf_of
from cjpeace.core.dates.window import Window
from cjpeace.core.history import standing
from cjpeace.core.history.fate import Because, Fate
from cjpeace.core.history.occurrence import OPEN, Occurrence, Status
from cjpeace.core.history.placed import Entry, Order, gaps_in_numbers, placed
from cjpeace.core.history.record_gap import RecordGaps
from cjpeace.core.history.turn import Turn
from cjpeace.core.rules.slots import Slot

ANSWERED = (Status.HELD, Status.UNREPORTED, Status.CONFIRMED)
"""The statuses of a later slot that keep an earlier one from being overdue."""


class Step(Struct, frozen=True):
    """An occurrence in its place, and what it follows from.

    `turn` is the one before it, from which its number and host follow where it states none.
    """

    order: Order
    slot: Slot | None
    entry: Entry | None
    fate: Fate
    turn: Turn
    occurrence: Occurrence


class History:
    """One mechanism, its slots and its sessions, on the day `as_of`."""

    def __init__(self, mechanism: Mechanism, as_of: date) -> None:
        self.mechanism, self.as_of = mechanism, as_of
        self.slots, self.entries = placed(mechanism, as_of)
        at_slots = [entry for entry in self.entries if entry.slot is not None]
        self._at_slot = {entry.slot: entry for entry in at_slots}
        self._answered = [entry for entry in at_slots if entry.status in ANSWERED]
        self._orders = [entry.order for entry in self.entries]
        self._hidden = gaps_in_numbers(self.entries)
        self.gaps = RecordGaps(s for s in mechanism.sessions if s.recorded is Recorded.UNKNOWN)
        self.settled = standing.settled_by(mechanism.grace, as_of)
        """The last day of which the grace is over for what ends on it or before."""
        self.last_lapse = self._last_lapse()
        self.overdue_slot = self._overdue_slot()
        """The slot that is overdue, if one is."""
        self.settled_before = self.slots.running_from(self.settled)
        """A day before which only slots begin whose grace is over."""

    @property
    def last_held(self) -> Session | None:
        """The latest session that has been held."""
        held = [entry.session for entry in self.entries if entry.status is Status.HELD]
        return max(held, key=lambda session: session.own.window.order, default=None)

    @property
    def last_answered(self) -> Slot | None:
        """The last slot that a session has answered by being held."""
        held = [entry.slot for entry in self.entries if entry.status is Status.HELD and entry.slot]
        return held[-1] if held else None

    def occurrences(self, start: date) -> Iterator[Occurrence]:
        """The occurrences in order whose slot, or own date if extra, begins on or after `start`.

        There is no end to them where a rule has none. What lies before is summed up, not walked.
        """
        return (step.occurrence for step in self.steps(start))

    def steps(self, start: date) -> Iterator[Step]:
        """The same occurrences, each with what it follows from."""
        waiting: list[Step] = []
        for step in self._turns(min(start, self.settled_before)):
            found = step.occurrence
            if waiting and found.status in OPEN and not found.extra:
                overdue = _completed(waiting[0].occurrence, found)
                waiting[0] = replace(waiting[0], occurrence=overdue)
                yield from (one for one in waiting if one.order[0] >= start)
                waiting = []
            if waiting or found.status is Status.OVERDUE:
                waiting.append(step)
            elif step.order[0] >= start:
                yield step
        yield from (one for one in waiting if one.order[0] >= start)

    def fate_of(self, slot: Slot) -> Fate | None:
        """The status of a slot, and why; None for one that is neither owed nor answered."""
        return self._fate(slot, self._at_slot.get(slot))

    def hides_numbers(self, day: date) -> bool:
        """Whether the numbers show that the record lacks sessions there; none stands on the day."""
        return self._hidden[bisect_left(self._orders, (day, date.min, 0))] is not None

    def alone(self, entry: Entry) -> Occurrence | None:
        """The occurrence of a session with only the number and host that it states itself.

        None if nothing of it is known on the day.
        """
        fate = None if entry.status is None else self._fate(entry.slot, entry)
        return None if fate is None else self._occurrence(fate, entry.slot, entry)

    def _last_lapse(self) -> Slot | None:
        """The last slot whose grace is over with nothing held, cancelled or planned for it."""
        lapsed = [e.slot for e in self.entries if e.slot and e.status is Status.MISSED]
        last = max(lapsed, key=lambda slot: slot.order, default=None)
        for slot in self.slots.backward(self.settled):
            if last is not None and slot.order <= last.order:
                break
            if self._is_bare(slot) and self._promise(slot) is Status.MISSED:
                return slot
        return last

    def _overdue_slot(self) -> Slot | None:
        slot = self.last_lapse
        if slot is None or self._answered_after(slot) or self._unclaimable(slot):
            return None
        return slot

    def _is_bare(self, slot: Slot) -> bool:
        """Whether a slot is owed and nothing is known of a session for it."""
        entry = self._at_slot.get(slot)
        return slot.owed and (entry is None or entry.status is None)

    def _promise(self, slot: Slot) -> Status:
        return standing.of_promise(slot.window, self.mechanism.grace, self.as_of)

    def _turns(self, start: date) -> Iterator[Step]:
        turn = self._turn_at(start)
        for order, slot, entry in self._walk(start):
            fate = self._fate(slot, entry)
            if fate is not None:
                found, after = turn.passed(self._occurrence(fate, slot, entry))
                yield Step(order, slot, entry, fate, turn, found)
                turn = after

    def _walk(self, start: date) -> Iterator[tuple[Order, Slot | None, Entry | None]]:
        """The slots and extra sessions in order, from those that begin on or after a day."""
        extras = [e for e in self.entries if e.slot is None and e.order[0] >= start]
        for slot in self.slots.forward(start):
            order = (*slot.order, 0)
            while extras and extras[0].order < order:
                yield extras[0].order, None, extras.pop(0)
            entry = self._at_slot.get(slot)
            if entry is not None or slot.owed:
                yield order, slot, entry
        yield from ((entry.order, None, entry) for entry in extras)

    def _fate(self, slot: Slot | None, entry: Entry | None) -> Fate | None:
        """The status of what stands at a place, and why; None if nothing is known to."""
        if entry is None or entry.status is None:
            if slot is None or not slot.owed:
                return None
            return self._settled(Fate(self._promise(slot), Because.WINDOW), slot)
        seen_early = entry.session.recorded is Recorded.HELD and entry.status is not Status.HELD
        convened = entry.status is Status.UNKNOWN  # what others convene is never unreported
        because = Because.LOOKING_BACK if seen_early else Because.RECORDED
        fate = Fate(entry.status, Because.OTHERS if convened else because, entry.session)
        return fate if slot is None else self._settled(fate, slot)

    def _occurrence(self, fate: Fate, slot: Slot | None, entry: Entry | None) -> Occurrence:
        """What stands at a place, with the number and host that are stated."""
        laid = None if slot is None else slot.laid
        if entry is not None and entry.status is not None:
            edtf, session = entry.date, entry.session
            number, host = session.number, session.host
            return Occurrence(
                self.mechanism, fate.status, edtf.window, edtf, laid, session, number, host
            )
        assert slot is not None  # noqa: S101 - nothing else stands at a place without a session
        return Occurrence(self.mechanism, fate.status, slot.window, _date_of(slot.window), laid)

    def _settled(self, fate: Fate, slot: Slot) -> Fate:
        """The fate of a slot, where MISSED so far only means that it has lapsed."""
        if fate.status is not Status.MISSED:
            return fate
        unclaimable = self._unclaimable(slot)
        if unclaimable is not None:
            return unclaimable
        later = self._answered_after(slot)
        if later is not None:
            return Fate(Status.MISSED, Because.ANSWERED_LATER, later)
        if slot != self.last_lapse:
            return Fate(Status.MISSED, Because.LAPSED_LATER, self.last_lapse)
        return Fate(Status.OVERDUE, Because.LAST)

    def _unclaimable(self, slot: Slot) -> Fate | None:
        """The fate of a lapse that cannot be claimed: others convene, or the record has a gap."""
        if self.mechanism.convened_by is not None:
            return Fate(Status.UNKNOWN, Because.OTHERS)
        numbers = self._hidden[bisect_left(self._orders, (*slot.order, 0))]
        if numbers is not None:
            return Fate(Status.UNKNOWN, Because.NUMBERS, numbers)
        gap = self.gaps.over(slot.window)
        return None if gap is None else Fate(Status.UNKNOWN, Because.GAP, gap)

    def _answered_after(self, slot: Slot) -> Session | None:
        """The first session after a slot that keeps it from being overdue."""
        place = bisect_right(self._answered, (*slot.order, 0), key=lambda entry: entry.order)
        return self._answered[place].session if place < len(self._answered) else None

    def _turn_at(self, start: date) -> Turn:
        """The turn before the first slot that begins on or after a day before which all lapsed."""
        turn = Turn(self.mechanism.hosts)
        before: Order = (date.min, date.min, -1)
        first = self._last_plain_statement(start)
        for place, entry in enumerate(self.entries[first:], first):
            if entry.order[0] >= start:
                return self._after_silence(turn, before, (start, date.min, -1), place)
            if place > first or first == 0:
                turn = self._after_silence(turn, before, entry.order, place)
            fate = self._fate(entry.slot, entry)
            if fate is not None:
                _, turn = turn.passed(self._occurrence(fate, entry.slot, entry))
            before = entry.order
        return self._after_silence(turn, before, (start, date.min, -1), len(self.entries))

    def _last_plain_statement(self, start: date) -> int:
        """The place of the last entry before a day after which all that went before is moot."""
        hosts = self.mechanism.hosts
        for place in range(bisect_left(self._orders, (start, date.min, -1)) - 1, 0, -1):
            entry = self.entries[place]
            session = entry.session
            if (
                entry.status is Status.HELD
                and session.number is not None
                and (not hosts or session.host in hosts)
            ):
                return place
        return 0

    def _after_silence(self, turn: Turn, before: Order, after: Order, place: int) -> Turn:
        """The turn after the slots between two places, which no session answers."""
        everywhere = self.mechanism.convened_by is not None or self._hidden[place] is not None
        if not everywhere and not self.gaps.merged:
            return turn
        end = shifted(after[0], self.slots.longest)
        spans = [None] if everywhere else self.gaps.between(before[0], end)
        if any(self._has_slot(before, after, span) for span in spans):
            return turn.after_gap()
        return turn

    def _has_slot(self, before: Order, after: Order, span: Window | None) -> bool:
        """Whether a slot is owed between two places, and overlaps a span if one is given."""
        start = before[0]
        if span is not None:
            start = max(start, self.slots.running_from(span.start))
        for slot in self.slots.forward(start):
            if (*slot.order, 0) >= after or (span and span.ended_by(slot.window.start)):
                return False
            if (*slot.order, 0) > before and slot.owed and (not span or span.overlaps(slot.window)):
                return True
        return False


_date_of = lru_cache(maxsize=4096)(edtf_of)
"""The slots of one rule come again and again: in many mechanisms, and in every question."""


def _completed(overdue: Occurrence, following: Occurrence) -> Occurrence:
    """An overdue occurrence with what it does not state itself from the next open one."""
    number = following.number if overdue.number is None else overdue.number
    return replace(overdue, number=number, host=overdue.host or following.host)
