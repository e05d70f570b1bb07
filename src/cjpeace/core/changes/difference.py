"""What is different between two versions of an agenda, on the same day, for somebody who reads it.

A mechanism, event or commitment is the same one when its key is; one with another key has gone and
come, unless it `succeeds` the one that has gone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.agenda import Acceptance, Agenda, Mechanism, Owner, Recorded
from cjpeace.core.answers.timeline import default_span, mechanism_timeline, recorded_from
from cjpeace.core.changes.item_difference import ItemChange, item_changes
from cjpeace.core.changes.occurrence_difference import OccurrenceChange, occurrence_changes
from cjpeace.core.findings.clash import Clash
from cjpeace.core.findings.finding import Finding
from cjpeace.core.history.event import event_occurrence
from cjpeace.core.history.occurrence import Occurrence


class Difference(Struct, frozen=True):
    """What is different between `before` and `after`; None where there was no such agenda."""

    before: Agenda | None
    after: Agenda | None
    items: tuple[ItemChange, ...] = ()
    occurrences: tuple[OccurrenceChange, ...] = ()

    @property
    def agenda(self) -> Agenda:
        """The later of the two."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a difference is of something
        return found


def difference(before: Agenda | None, after: Agenda | None, as_of: date) -> Difference:
    """What is different on a day, of all that is recorded and what lies ahead for five years."""
    old, new = before or _NONE, after or _NONE
    mechanisms, events = _changed(old.mechanisms, new.mechanisms), _changed(old.events, new.events)
    laid = [key for key in mechanisms if _laid(old, key) != _laid(new, key)]
    gone = [o for key in laid for o in _occurrences(old.mechanisms.get(key), as_of)]
    come = [o for key in laid for o in _occurrences(new.mechanisms.get(key), as_of)]
    found = occurrence_changes(
        [*gone, *_events(old, events, as_of)],
        [*come, *_events(new, events, as_of)],
        heirs(old, new),
    )
    place = {key: number for number, key in enumerate((*mechanisms, *events))}
    found.sort(key=lambda change: (place[change.shown.owner.key], change.shown.order))
    return Difference(before, after, tuple(item_changes(before, after)), tuple(found))


_NONE = Agenda("", "")


def _laid(agenda: Agenda, key: str) -> Mechanism | None:
    """A mechanism without what is told of it once, and not of each occurrence."""
    if key not in agenda.mechanisms:
        return None
    return replace(agenda.mechanisms[key], **_TOLD_ONCE)


_TOLD_ONCE: dict[str, Any] = {
    "title": "",
    "place": None,
    "at": None,
    "timezone": None,
    "note": None,
    "source": (),
    "paragraphs": (),
    "pairs_with": (),
    "accept": Acceptance(),
    "notice": None,
    "reviewed": None,
    "updated": None,
}


def heirs(before: Agenda, after: Agenda) -> dict[str, str]:
    """The mechanisms that are new, each with the one from before that it succeeds."""
    return {
        mechanism.key: mechanism.succeeds
        for mechanism in after.mechanisms.values()
        if mechanism.succeeds in before.mechanisms and mechanism.key not in before.mechanisms
    }


def touched(before: Agenda, after: Agenda) -> frozenset[str] | None:
    """The keys of what may have other calendar entries than before; None when all of it may."""
    if _without_entries(before) != _without_entries(after):
        return None
    mechanisms = _changed(before.mechanisms, after.mechanisms)
    return frozenset((*mechanisms, *_changed(before.events, after.events)))


def bearing(agenda: Agenda, keys: frozenset[str] | None, as_of: date) -> Agenda:
    """What may have other findings when these keys are touched: they, and all they may clash with.

    Only meetings that lie ahead clash with others.
    """
    if keys is None:
        return agenda
    owners: list[Owner] = [*agenda.mechanisms.values(), *agenda.events.values()]
    return agenda.only(keys | {one.key for one in owners if _lies_ahead(one, as_of)})


def _lies_ahead(owner: Owner, as_of: date) -> bool:
    """Whether a session of it has, or had, a date that is not over."""
    sessions = owner.sessions if isinstance(owner, Mechanism) else (owner.session,)
    return any(
        not edtf.window.ended_by(as_of)
        for session in sessions
        if session.recorded is not Recorded.UNKNOWN
        for edtf in (session.own, *session.planned)
    )


def _without_entries(agenda: Agenda) -> Agenda:
    """What all entries of a calendar may show something of."""
    return replace(agenda, mechanisms={}, events={}, commitments={}, reviewed=None)


def new_findings(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings of `after` that are not in `before`, whatever line they have moved to."""
    known = Counter(map(_identity, before))
    new = []
    for finding in after:
        identity = _identity(finding)
        if known[identity]:
            known[identity] -= 1
        else:
            new.append(finding)
    return new


def _identity(finding: Finding) -> tuple[str, ...]:
    owner, occurrence = finding.owner, finding.occurrence
    identity = (
        finding.code.value,
        owner.key if owner is not None else "",
        occurrence.id if occurrence is not None else "",
    )
    if isinstance(finding.detail, Clash):  # whichever of the two is the later one
        both = (finding.detail.planned, finding.detail.other)
        return (finding.code.value, *sorted(f"{one.agenda}/{one.id}" for one in both))
    return identity


def _changed(before: Mapping[str, Owner], after: Mapping[str, Owner]) -> list[str]:
    """The keys under which there is something else than before, in the order of the later file."""
    return [key for key in {**after, **before} if before.get(key) != after.get(key)]


def _occurrences(mechanism: Mechanism | None, as_of: date) -> Iterable[Occurrence]:
    if mechanism is None:
        return
    span = default_span(as_of)
    yield from mechanism_timeline(mechanism, as_of, span)
    if span.end is not None:
        yield from recorded_from(mechanism, as_of, span.end)


def _events(agenda: Agenda, keys: Iterable[str], as_of: date) -> list[Occurrence]:
    found = (event_occurrence(agenda.events[k], as_of) for k in keys if k in agenda.events)
    return [occurrence for occurrence in found if occurrence is not None]
