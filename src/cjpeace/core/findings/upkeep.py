"""The upkeep of a file: records that nobody has looked after, and waivers that have run out."""

from collections.abc import Iterable, Iterator
from datetime import date

from cjpeace.core.agenda import Agenda, Mechanism, Owner
from cjpeace.core.dates.duration import Duration, Unit
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.findings.acceptance import has_run_out
from cjpeace.core.findings.finding import Age, Code, Finding, Waiver

YEAR = Duration(1, Unit.YEAR)


def stale_agenda(agenda: Agenda, as_of: date) -> Iterator[Finding]:
    """The finding for an agenda that was last reviewed over a year ago."""
    if agenda.reviewed is not None and _is_stale(agenda.reviewed, as_of):
        yield Finding(Code.STALE, ("reviewed",), detail=Age(agenda.reviewed))


def stale(mechanism: Mechanism, as_of: date) -> Iterator[Finding]:
    """The finding for a mechanism whose own record was last reviewed over a year ago."""
    reviewed = mechanism.reviewed
    if reviewed is not None and _is_stale(reviewed, as_of):
        path = (*mechanism.path, "reviewed")
        yield Finding(Code.STALE, path, mechanism, detail=Age(reviewed))


def _is_stale(reviewed: EdtfDate, as_of: date) -> bool:
    """Whether more than a year has passed since the last day of a date."""
    last = reviewed.window.last_day
    return last is not None and YEAR.after(last) < as_of


def ran_out(owner: Owner, found: Iterable[Finding], as_of: date) -> Iterator[Finding]:
    """The finding for a waiver that has run out; it hides those of `found` that it names."""
    accept = owner.accept
    if accept.until is None or not has_run_out(accept, as_of):
        return
    hides = {one.code: one.code for one in found if one.code.value in accept.reasons}
    path = (*owner.path, "accept", "until")
    waiver = Waiver(accept.until, tuple(accept.reasons), tuple(hides))
    yield Finding(Code.ACCEPTED_UNTIL, path, owner, detail=waiver)
