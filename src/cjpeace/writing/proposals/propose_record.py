"""Proposals as records of fixed fields: the stable JSON, and rows for CSV and Markdown."""

from datetime import date

from cjpeace.core.agenda import Agenda
from cjpeace.core.dates.edtf import edtf_of
from cjpeace.core.proposals.bar import Bar, Tally
from cjpeace.core.proposals.propose import Proposal, Proposals
from cjpeace.core.proposals.reason import Reason
from cjpeace.core.proposals.sitting import Sitting
from cjpeace.writing.answers.occurrence_record import occurrence_record, window_record
from cjpeace.writing.layout.stable_json import Record
from cjpeace.writing.proposals.bar_words import bars_words, tally_label
from cjpeace.writing.proposals.propose_words import (
    days_words,
    reason_words,
    sitting_words,
)

COLUMNS = ("rank", "date", "start", "end", "score", "host", "place", "hours", "reasons")
"""The columns of a proposal as CSV."""


def proposals_record(found: Proposals, command: str, *, prefix: bool) -> Record:
    """The answer as the stable JSON has it. `record` is a command that takes the first."""
    question = found.question
    target = question.target
    occurrence = target.occurrence
    return {
        "mechanism": target.owner.key if target.owner.key in target.agenda.mechanisms else None,
        "event": target.owner.key if target.owner.key in target.agenda.events else None,
        "agenda": target.agenda.id,
        "occurrence": occurrence and occurrence_record(occurrence, target.agenda, prefix=prefix),
        "window": window_record(target.window),
        "days": question.days,
        "video": question.by_video,
        "proposals": [_proposal(one, question.as_of) for one in found.best],
        "open": found.open,
        "barred_days": found.barred_days,
        "barred": [_tally(tally) for tally in found.tallies],
        "least_barred": found.least_barred and _least(found.least_barred, question.as_of),
        "record": command or None,
    }


def rows(found: Proposals) -> list[Record]:
    """The proposals with one value a column."""
    return [
        _proposal(one, found.question.as_of)
        | {
            "rank": rank,
            "hours": [sitting_words(sitting) for sittings in one.hours for sitting in sittings],
            "reasons": [reason_words(reason, found.question.as_of) for reason in one.reasons],
        }
        for rank, one in enumerate(found.best, 1)
    ]


def table(found: Proposals, agenda: Agenda) -> list[list[str]]:
    """A header and the words of each proposal."""
    head = ["", "Days", "Score", "Host", "Why"]
    body = [
        [
            str(rank),
            days_words(one.window),
            str(one.score),
            agenda.parties[one.host].name if one.host in agenda.parties else "-",
            "; ".join(_hours(one) + [reason_words(r, found.question.as_of) for r in one.reasons]),
        ]
        for rank, one in enumerate(found.best, 1)
    ]
    return [head, *body]


def _hours(one: Proposal) -> list[str]:
    return [", ".join(map(sitting_words, sittings)) for sittings in one.hours]


def _proposal(one: Proposal, as_of: date) -> Record:
    return {
        "date": str(edtf_of(one.window)),
        **(window_record(one.window) or {}),
        "score": one.score,
        "host": one.host,
        "place": one.place,
        "hours": [[_sitting(sitting) for sitting in sittings] for sittings in one.hours],
        "reasons": [_reason(reason, as_of) for reason in one.reasons],
    }


def _least(one: Proposal, as_of: date) -> Record:
    return _proposal(one, as_of) | {
        "bars": [_bar(bar) for bar in one.bars],
        "says": bars_words(one.bars),
    }


def _reason(reason: Reason, as_of: date) -> Record:
    return {
        "code": reason.code.value,
        "points": reason.points,
        "says": reason_words(reason, as_of),
    }


def _sitting(sitting: Sitting) -> Record:
    return {
        "party": sitting.party.key,
        "timezone": sitting.party.timezone,
        "start": sitting.start.isoformat(),
        "end": sitting.end.isoformat(),
        "minutes_outside": sitting.minutes_outside,
    }


def _tally(tally: Tally) -> Record:
    return {
        "bar": tally.kind.value,
        "party": tally.party and tally.party.key,
        "what": tally_label(tally),
        "days": tally.days,
        "bars": [_bar(bar) for bar in tally.bars],
    }


def _bar(bar: Bar) -> Record:
    return {"bar": bar.kind.value, "day": bar.day.isoformat(), "says": bars_words((bar,))}
