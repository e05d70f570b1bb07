"""Findings in words: what is the matter, what is known of it, and what to do."""

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.cadence import Era
from cjpeace.core.check import Code, Finding, Lapse
from cjpeace.core.occurrence import Occurrence
from cjpeace.writing.words import (
    date_words,
    day_words,
    every_words,
    ordinal,
    when_words,
)


class FindingWords(Struct, frozen=True):
    """The sentence of a finding, a note with the arithmetic, and what to do about it."""

    message: str
    note: str
    help: str


def finding_words(finding: Finding, agenda: Agenda) -> FindingWords:
    """What to say of a finding."""
    match finding.code:
        case Code.OVERDUE if isinstance(finding.owner, Mechanism):
            return _lapsed_mechanism(finding, finding.owner, agenda)
        case Code.OVERDUE:
            return _lapsed_event(finding)
        case Code.UNREPORTED:
            return _unreported(finding)


def _lapsed_mechanism(finding: Finding, mechanism: Mechanism, agenda: Agenda) -> FindingWords:
    lapse = finding.lapse
    assert lapse is not None  # noqa: S101 - a lapse is what this finding is
    held = lapse.last_held
    since = f"since {date_words(held.own)}" if held else "so far"
    every = every_words(_rule_of(finding.occurrence, mechanism).every)
    message = f"no {mechanism.key} session on record {since}; due {every}"
    help_ = (
        "add what was held under `sessions`, set a date (`confirmed`), end the cadence (`until`), "
        "or accept the lapse with a reason (`accept`)"
    )
    return FindingWords(message, _owed(lapse, finding.next_open, agenda), help_)


def _rule_of(occurrence: Occurrence, mechanism: Mechanism) -> Era:
    """The era that laid the slot of an occurrence."""
    begun = [era for era in mechanism.cadence if era.anchor <= occurrence.window.start]
    return begun[-1] if begun else mechanism.cadence[0]


def _owed(lapse: Lapse, next_open: Occurrence | None, agenda: Agenda) -> str:
    owed = f"owed since {day_words(lapse.since)}"
    if lapse.missed > 1:
        owed += f", {lapse.missed} windows without a session"
    if next_open is None or next_open.window.end is None:
        return f"{owed}; no further window is laid"
    session = f"a session before {day_words(next_open.window.end)}"
    party = agenda.parties.get(next_open.host or "")
    known = [f"the {ordinal(next_open.number)}"] if next_open.number else []
    known += [f"hosted by {party.name}"] if party else []
    return f"{owed}; {', '.join([session, *known])}{',' if known else ''} settles it"


def _lapsed_event(finding: Finding) -> FindingWords:
    occurrence = finding.occurrence
    when = when_words(occurrence)
    help_ = (
        "replace `expected` by what became of it (`held`, `confirmed`, `postponed`, `cancelled`), "
        "or accept the lapse with a reason (`accept`)"
    )
    message = f"{occurrence.owner.key} was promised ({when}), and nothing of it is on record"
    return FindingWords(message, "", help_)


def _unreported(finding: Finding) -> FindingWords:
    occurrence = finding.occurrence
    session = occurrence.session
    assert session is not None  # noqa: S101 - a session is what lacks an outcome
    which = f"the {ordinal(occurrence.number)} " if occurrence.number else ""
    what = f"{which}{occurrence.owner.key}"
    if isinstance(occurrence.owner, Mechanism):
        what += " session"
    recorded = session.recorded.value
    message = (
        f"{what} was {recorded} for {date_words(occurrence.date)}, and no outcome is on record"
    )
    help_ = (
        f"replace `{recorded}` by what became of it: `held`, `postponed` or `cancelled`, "
        "or accept it with a reason (`accept`)"
    )
    return FindingWords(message, "", help_)
