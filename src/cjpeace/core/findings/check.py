"""The check: everything that is wrong with the state of affairs that an agenda records."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Event, Mechanism, Owner
from cjpeace.core.dates.duration import Duration, Unit
from cjpeace.core.findings.acceptance import accepts
from cjpeace.core.findings.clash import Clash, clashes
from cjpeace.core.findings.day_off import Holidays
from cjpeace.core.findings.finding import Code, Finding, Lapse, Severity
from cjpeace.core.findings.host_order import host_order
from cjpeace.core.findings.lapse import lapsed_event, overdue, unreported
from cjpeace.core.findings.meetings import ZoneOf
from cjpeace.core.findings.planned import (
    Planned,
    is_planned,
    planned_day,
    planned_days,
    planned_steps,
)
from cjpeace.core.findings.time_off import has_met_on_weekend, time_off
from cjpeace.core.findings.unscheduled import unscheduled, unscheduled_event
from cjpeace.core.findings.upkeep import ran_out, stale, stale_agenda
from cjpeace.core.history.event import event_occurrence
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence

__all__ = [
    "Checked",
    "Code",
    "Finding",
    "Lapse",
    "Severity",
    "check",
    "check_alone",
    "checked",
    "planned_days",
]


class Checked(Struct, frozen=True):
    """What was found in one agenda alone, and its planned days, to be held against others'."""

    findings: tuple[Finding, ...]
    planned: tuple[Planned, ...]


def check(
    agenda: Agenda,
    as_of: date,
    holidays: Holidays | None = None,
    zone_of: ZoneOf | None = None,
) -> list[Finding]:
    """All findings that are not accepted.

    Those of the agenda come first, then those of mechanisms and of events in the order of the
    file, then conflicts. Without `holidays` no planned day is a holiday, without `zone_of` no hours
    are compared.
    """
    found = checked(agenda, as_of, holidays)
    conflicts = (_conflict(clash, agenda) for clash in clashes(found.planned, zone_of))
    return [*found.findings, *conflicts]


def check_alone(agenda: Agenda, as_of: date, holidays: Holidays | None = None) -> list[Finding]:
    """All findings but conflicts, which depend on the other agendas too."""
    return list(checked(agenda, as_of, holidays).findings)


def checked(agenda: Agenda, as_of: date, holidays: Holidays | None = None) -> Checked:
    """All findings but conflicts, and what is needed to find those."""
    findings = list(stale_agenda(agenda, as_of))
    planned: list[Planned] = []
    checking = _Check(agenda, as_of, holidays, planned)
    for mechanism in agenda.mechanisms.values():
        findings += _unaccepted(mechanism, checking.mechanism(mechanism), as_of)
    for event in agenda.events.values():
        findings += _unaccepted(event, checking.event(event), as_of)
    return Checked(tuple(findings), tuple(planned))


def _unaccepted(owner: Owner, found: Iterator[Finding], as_of: date) -> list[Finding]:
    if not owner.accept.reasons:
        return list(found)
    seen = list(found)
    kept = [one for one in seen if not accepts(owner.accept, one.code.value, as_of)]
    if owner.convened_by is None:
        kept += ran_out(owner, kept, as_of)
    return kept


HORIZON = Duration(10, Unit.YEAR)
"""Governments do not know yet which holidays they will keep after so long."""


class _Check:
    """The check of one agenda on a day, which notes the planned days on its way."""

    def __init__(
        self, agenda: Agenda, as_of: date, holidays: Holidays | None, planned: list[Planned]
    ) -> None:
        self.agenda, self.as_of, self.holidays, self.planned = agenda, as_of, holidays, planned
        self.horizon = HORIZON.after(as_of)

    def mechanism(self, mechanism: Mechanism) -> Iterator[Finding]:
        history = History(mechanism, self.as_of)
        steps = planned_steps(history)
        self._note(step.occurrence for step in steps)
        if mechanism.convened_by is not None:
            return
        yield from overdue(history)
        yield from unreported(history)
        yield from unscheduled(history)
        weekends_count = bool(steps) and not has_met_on_weekend(history)
        for step in steps:
            yield from self._time_off(step.occurrence, weekends_count=weekends_count)
            yield from host_order(step)
        yield from stale(mechanism, self.as_of)

    def event(self, event: Event) -> Iterator[Finding]:
        occurrence = event_occurrence(event, self.as_of)
        if occurrence is None:
            return
        planned = is_planned(occurrence, self.as_of)
        if planned:
            self._note(iter([occurrence]))
        if event.convened_by is not None:
            return
        yield from lapsed_event(event, occurrence)
        yield from unscheduled_event(event, occurrence, self.as_of)
        if planned:
            yield from self._time_off(occurrence, weekends_count=True)

    def _time_off(self, occurrence: Occurrence, *, weekends_count: bool) -> Iterator[Finding]:
        holidays = self.holidays if occurrence.window.start < self.horizon else None
        return time_off(occurrence, self.agenda, holidays, weekends_count=weekends_count)

    def _note(self, occurrences: Iterator[Occurrence]) -> None:
        found = (planned_day(one, self.agenda, self.as_of) for one in occurrences)
        self.planned.extend(one for one in found if one is not None)


def _conflict(clash: Clash, agenda: Agenda) -> Finding:
    owners: dict[str, Owner] = {**agenda.mechanisms, **agenda.events}
    return Finding(Code.CONFLICT, clash.path, owners[clash.planned.key], detail=clash)
