"""Occurrences of two versions of an agenda, each with the one that it was, and what has changed."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.history.local_time import start_time
from cjpeace.core.history.occurrence import Occurrence


class Detail(Enum):
    """What of an occurrence can change; the value is its name in answers."""

    ID = "id"
    STATUS = "status"
    DATE = "date"
    NUMBER = "number"
    HOST = "host"
    PLACE = "place"
    AT = "at"
    TIMEZONE = "timezone"
    LASTS = "lasts"
    TITLE = "title"
    PLANNED = "planned"
    REASON = "reason"
    DOUBT = "doubt"
    NOTE = "note"
    SOURCE = "source"


class OccurrenceChange(Struct, frozen=True):
    """An occurrence before and after; None where it was not, or is no more."""

    before: Occurrence | None
    after: Occurrence | None
    details: tuple[Detail, ...] = ()

    @property
    def shown(self) -> Occurrence:
        """The later of the two."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change is of something
        return found


def occurrence_changes(
    before: Iterable[Occurrence], after: Iterable[Occurrence], heirs: Mapping[str, str]
) -> list[OccurrenceChange]:
    """What has become of occurrences, and which are new; what is as it was is left out.

    Two are the same one when their id is. Of those left over two are when one mechanism succeeds
    the other (`heirs`, by key) and the rest of the id is the same; then, when both are sessions of
    one number, or first meant for the same days: a session may move to another slot.
    """
    gone, come = list(before), list(after)
    changes: list[OccurrenceChange] = []
    for sameness in (_exactly, _by_id, _heir(heirs), _by_number(heirs), _by_first_date(heirs)):
        changes += _paired(gone, come, sameness)
    changes = [change for change in changes if change.details]
    changes += (OccurrenceChange(one, None) for one in gone)
    changes += (OccurrenceChange(None, one) for one in come)
    return changes


Sameness = Callable[[Occurrence], Hashable]
"""What two occurrences have in common that are the same one; None when that cannot be said."""


def _paired(
    gone: list[Occurrence], come: list[Occurrence], sameness: Sameness
) -> Iterator[OccurrenceChange]:
    """The pairs of which the same can be said, in order; they are taken out of both lists."""
    waiting: dict[Hashable, list[Occurrence]] = {}
    for one in gone:
        waiting.setdefault(sameness(one), []).append(one)
    waiting.pop(None, None)
    left, paired = [], set()
    for one in come:
        alike = waiting.get(sameness(one))
        if alike:
            was = alike.pop(0)
            paired.add(id(was))
            yield OccurrenceChange(was, one, tuple(_details(was, one)))
        else:
            left.append(one)
    gone[:] = [one for one in gone if id(one) not in paired]
    come[:] = left


def _exactly(one: Occurrence) -> Hashable:
    """All that is compared, so that of several with one id those that stay are found first."""
    return (one.id, one.status, str(one.date), one.number, one.host, _session(one, "title"))


def _by_id(one: Occurrence) -> Hashable:
    return one.id


def _heir(heirs: Mapping[str, str]) -> Sameness:
    def same(one: Occurrence) -> Hashable:
        return (heirs.get(one.owner.key, one.owner.key), one.id.partition("/")[2])

    return same


def _by_number(heirs: Mapping[str, str]) -> Sameness:
    def same(one: Occurrence) -> Hashable:
        number = _session(one, "number")
        return None if number is None else (heirs.get(one.owner.key, one.owner.key), number)

    return same


def _by_first_date(heirs: Mapping[str, str]) -> Sameness:
    def same(one: Occurrence) -> Hashable:
        session = one.session
        return session and (heirs.get(one.owner.key, one.owner.key), session.meant.order)

    return same


def _details(before: Occurrence, after: Occurrence) -> Iterator[Detail]:
    if before.id != after.id:
        yield Detail.ID
    if before.status is not after.status:
        yield Detail.STATUS
    if (before.date, before.window) != (after.date, after.window):
        yield Detail.DATE
    if before.number != after.number:
        yield Detail.NUMBER
    if before.host != after.host:
        yield Detail.HOST
    for detail, shown in _STATED:
        stated = _session(before, detail.value) != _session(after, detail.value)
        if stated and shown(before) != shown(after):
            yield detail
    if _on_record(before) and _on_record(after):
        yield from (
            d for d in _OF_SESSIONS if _session(before, d.value) != _session(after, d.value)
        )


_STATED: tuple[tuple[Detail, Callable[[Occurrence], object]], ...] = (
    (Detail.PLACE, lambda one: one.place),
    (Detail.AT, start_time),
    (Detail.TITLE, lambda one: one.title),
    (Detail.REASON, lambda one: one.session and one.session.reason),
)
"""What a session states, else its mechanism: where that changes, it is told once, of that one."""

_OF_SESSIONS = (
    *(Detail.TIMEZONE, Detail.LASTS, Detail.PLANNED, Detail.DOUBT, Detail.NOTE),
    Detail.SOURCE,
)
"""What is told of a session that was there before; of a new one it would only add to the news."""


def _on_record(one: Occurrence) -> Session | None:
    """Its session, unless that is a promise alone."""
    promised = one.session is not None and one.session.recorded is Recorded.EXPECTED
    return None if promised else one.session


def _session(one: Occurrence, name: str) -> Hashable:
    return getattr(_on_record(one), name, None)
