"""The core against an independent, slow reading of the definition, on random agendas."""

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest
from tests.oracle import reading
from tests.oracle.agendas import random_agenda, random_question, to_yaml

from cjpeace import loads
from cjpeace.core.agenda import Agenda, Mechanism, Owner
from cjpeace.core.answers.timeline import timeline
from cjpeace.core.answers.upcoming import Group, all_upcoming, upcoming
from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.findings.check import check
from cjpeace.core.findings.finding import Severity
from cjpeace.core.history.occurrence import NEEDS_DOING, OPEN, Occurrence, Status

Plain = dict[str, Any]

CHUNKS = [range(first, first + 50) for first in range(0, 400, 50)]


def in_chunks(chunks: list[range]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("seeds", chunks, ids=lambda seeds: f"{seeds[0]}-{seeds[-1]}")


def asked(seed: int) -> tuple[Plain, Agenda, date, date, date]:
    """A random agenda as plain data and as read, a day to ask about, and a first and last day."""
    rng = Random(seed)
    plain = random_agenda(rng)
    return plain, loads(to_yaml(plain)), *random_question(rng)


def occurrence_row(occurrence: Occurrence) -> Plain:
    slot = occurrence.slot
    return {
        "id": occurrence.id,
        **named(occurrence.owner),
        "number": occurrence.number,
        "status": occurrence.status.value,
        **bounds(occurrence.window),
        "slot": None if slot is None else bounds(slot),
        "date": str(occurrence.date),
        "host": occurrence.host,
        "extra": occurrence.extra,
    }


def named(owner: Owner) -> Plain:
    recurring = isinstance(owner, Mechanism)
    return {
        "mechanism": owner.key if recurring else None,
        "event": None if recurring else owner.key,
    }


def bounds(window: Window) -> Plain:
    end = None if window.end is None else window.end.isoformat()
    return {"start": window.start.isoformat(), "end": end}


def finding_rows(agenda: Agenda, as_of: date) -> list[Plain]:
    rows = []
    for finding in check(agenda, as_of):
        if finding.severity is Severity.WARNING or finding.owner is None:
            continue
        row = {"code": finding.code.value, **named(finding.owner)}
        if finding.lapse is not None:
            held = finding.lapse.last_held
            row |= {
                "since": finding.lapse.since.isoformat(),
                "last_held": None if held is None else held.own.written,
                "missed": finding.lapse.missed,
            }
        rows.append(row)
    return rows


def counted(rows: list[Plain]) -> Counter[str]:
    """The rows whatever their order, and that of their keys."""
    return Counter(repr(sorted(row.items())) for row in rows)


@in_chunks(CHUNKS)
def test_occurrences_are_those_that_the_definition_says(seeds: range) -> None:
    for seed in seeds:
        plain, agenda, as_of, first, last = asked(seed)
        found = timeline(agenda, as_of, Window(first, last + ONE_DAY))
        ours = counted([occurrence_row(occurrence) for occurrence in found])
        theirs = counted(reading.occurrences(plain, as_of, first, last))
        assert (seed, ours - theirs, theirs - ours) == (seed, Counter(), Counter())


@in_chunks(CHUNKS)
def test_findings_are_those_that_the_definition_says(seeds: range) -> None:
    for seed in seeds:
        plain, agenda, as_of, _, _ = asked(seed)
        ours = counted(finding_rows(agenda, as_of))
        theirs = counted(reading.findings(plain, as_of))
        assert (seed, ours - theirs, theirs - ours) == (seed, Counter(), Counter())


@in_chunks(CHUNKS)
def test_what_is_upcoming_is_in_the_timeline_and_each_mechanism_once(seeds: range) -> None:
    for seed in seeds:
        _, agenda, as_of, _, _ = asked(seed)
        found = [one.occurrence for one in upcoming(agenda, as_of)]
        assert len({one.owner.key for one in found}) == len(found), seed
        for one in found:
            beside = timeline(agenda, as_of, one.window, frozenset({one.owner.key}))
            assert occurrence_row(one) in [occurrence_row(other) for other in beside], seed


@in_chunks(CHUNKS[:4])
def test_what_is_upcoming_is_what_the_definition_says_needs_doing_or_lies_ahead(
    seeds: range,
) -> None:
    for seed in seeds:
        plain, agenda, as_of, _, _ = asked(seed)
        rows = reading.occurrences(plain, as_of, date(1980, 1, 1), FAR)
        assert (seed, *leading(agenda, as_of)) == (seed, *leading_by(rows, agenda, as_of))
        ours = [occurrence_row(one.occurrence) for one in all_upcoming(agenda, as_of, 12)]
        ahead = sorted((row for row in rows if lies_ahead(row, as_of)), key=by_end)
        assert (seed, ours[: len(ahead)]) == (seed, ahead[: len(ours)])


FAR = date(2042, 1, 1)
"""How far the slow reading looks; a mechanism has what is next by then, if it ever has."""

RANKS = [*(status.value for status in NEEDS_DOING), "open"]


def leading(agenda: Agenda, as_of: date) -> list[str]:
    """What each mechanism that is upcoming leads with: overdue, late, unreported, or open."""
    found = [one.occurrence for one in upcoming(agenda, as_of)]
    return sorted(f"{o.owner.key} {rank(o.status.value)}" for o in found if o.slot or o.extra)


def leading_by(rows: list[Plain], agenda: Agenda, as_of: date) -> list[str]:
    best = []
    for key in agenda.mechanisms:
        own = [row for row in rows if row["mechanism"] == key and not is_stale(row, as_of)]
        ranks = {rank(row["status"]) for row in own}
        best += [f"{key} {rank}" for rank in RANKS if rank in ranks][:1]
    return sorted(best)


def rank(status: str) -> str:
    return "open" if Status(status) in OPEN and Status(status) not in NEEDS_DOING else status


def lies_ahead(row: Plain, as_of: date) -> bool:
    if row["status"] in RANKS:
        return True
    ends = row["end"] is not None and str(as_of) < row["end"] <= str(FAR)
    return ends and row["status"] not in ("held", "cancelled")


def is_stale(row: Plain, as_of: date) -> bool:
    """Whether it is an extra session that stays postponed though its new date went by."""
    moved = row["status"] == "postponed" and row["extra"]
    return moved and row["end"] is not None and row["end"] <= str(as_of)


def by_end(row: Plain) -> tuple[str, str, str]:
    return (row["end"] or "9999", row["start"], row["id"])


@in_chunks(CHUNKS)
def test_what_others_convene_is_grouped_apart(seeds: range) -> None:
    for seed in seeds:
        _, agenda, as_of, _, _ = asked(seed)
        for one in upcoming(agenda, as_of):
            others = one.occurrence.owner.convened_by is not None
            pressing = one.occurrence.status in NEEDS_DOING
            expected = Group.OTHERS if others else Group.OVERDUE if pressing else Group.NEXT
            assert one.group is expected
