"""Findings in words: what is the matter, what is known of it, and what to do."""

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.findings.clash import Clash
from cjpeace.core.findings.finding import Age, Finding, Lapse, OutOfTurn, TimeOff, Undated, Waiver
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.core.rules.cadence import Era
from cjpeace.writing.findings.clash_words import clash_words
from cjpeace.writing.findings.finding_parts import FindingWords, called
from cjpeace.writing.findings.warning_words import (
    age_words,
    out_of_turn_words,
    time_off_words,
    undated_words,
    waiver_words,
)
from cjpeace.writing.words.words import (
    date_words,
    day_words,
    every_words,
    ordinal,
    when_words,
)

__all__ = ["FindingWords", "clash_words", "finding_words"]


def finding_words(finding: Finding, agenda: Agenda) -> FindingWords:
    """What to say of a finding."""
    occurrence, owner = finding.occurrence, finding.owner
    match finding.detail:
        case Clash() as clash:
            return clash_words(clash)
        case Age() as age:
            return age_words(age, owner)
        case Waiver() as waiver:
            return waiver_words(waiver, owner)
        case detail:
            assert occurrence is not None  # noqa: S101 - all others are about a meeting
            return _of_meeting(detail, occurrence, agenda)


def _of_meeting(
    detail: Lapse | Undated | TimeOff | OutOfTurn | None, occurrence: Occurrence, agenda: Agenda
) -> FindingWords:
    match detail:
        case Lapse():
            return _lapsed(detail, occurrence, agenda)
        case Undated():
            return undated_words(detail, occurrence)
        case TimeOff():
            return time_off_words(detail, occurrence)
        case OutOfTurn():
            return out_of_turn_words(detail, occurrence, agenda)
        case None:
            return _unreported(occurrence)


def _lapsed(lapse: Lapse, occurrence: Occurrence, agenda: Agenda) -> FindingWords:
    mechanism = occurrence.owner
    if not isinstance(mechanism, Mechanism):
        return _lapsed_event(occurrence)
    held, key = lapse.last_held, mechanism.key
    since = f"since {date_words(held.own)}" if held else "so far"
    every = every_words(_rule_of(occurrence, mechanism).every)
    message = f"no {key} session on record {since}; due {every}"
    proposed = f"find a date with `cjpeace propose {key}`, " if lapse.next_open else ""
    help_ = (
        f"record it with `cjpeace record {key} DATE --held`, {proposed}"
        "end the cadence (`until`), or accept it with a reason (`accept`)"
    )
    return FindingWords(message, _owed(lapse, agenda), help_)


def _rule_of(occurrence: Occurrence, mechanism: Mechanism) -> Era:
    """The era that laid the slot of an occurrence."""
    begun = [era for era in mechanism.cadence if era.anchor <= occurrence.window.start]
    return begun[-1] if begun else mechanism.cadence[0]


def _owed(lapse: Lapse, agenda: Agenda) -> str:
    owed, next_open = f"owed since {day_words(lapse.since)}", lapse.next_open
    if lapse.missed > 1:
        owed += f", {lapse.missed} windows without a session"
    if next_open is None or next_open.window.end is None:
        return f"{owed}; no further window is laid"
    session = f"a session before {day_words(next_open.window.end)}"
    party = agenda.parties.get(next_open.host or "")
    known = [f"the {ordinal(next_open.number)}"] if next_open.number else []
    known += [f"hosted by {party.name}"] if party else []
    return f"{owed}; {', '.join([session, *known])}{',' if known else ''} settles it"


def _lapsed_event(occurrence: Occurrence) -> FindingWords:
    when = when_words(occurrence)
    help_ = (
        f"record what became of it (`cjpeace record {occurrence.owner.key} DATE --held`, or "
        "`--confirmed`, `--postponed`, `--cancelled`), or accept the lapse with a reason (`accept`)"
    )
    message = f"{occurrence.owner.key} was promised ({when}), and nothing of it is on record"
    return FindingWords(message, "", help_)


def _unreported(occurrence: Occurrence) -> FindingWords:
    session = occurrence.session
    assert session is not None  # noqa: S101 - a session is what lacks an outcome
    key, recorded = occurrence.owner.key, session.recorded.value
    planned = f"{called(occurrence)} was {recorded} for {date_words(occurrence.date)}"
    message = f"{planned}, and no outcome is on record"
    help_ = (
        f"replace `{recorded}` by what became of it: `held`, `postponed` or `cancelled` "
        f"(`cjpeace record {key} DATE --held`), or accept it with a reason (`accept`)"
    )
    return FindingWords(message, "", help_)
