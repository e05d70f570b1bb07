"""The warnings against an independent, slow reading of the definition, on random agendas."""

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest
from tests.oracle import warnings
from tests.oracle.agendas import random_agenda, random_question, to_yaml

from cjpeace import loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.findings.check import check_alone
from cjpeace.core.findings.day_off import Holidays
from cjpeace.core.findings.finding import Finding, OutOfTurn, Severity, Waiver

Plain = dict[str, Any]

CHUNKS = [range(first, first + 50) for first in range(0, 400, 50)]


@pytest.mark.parametrize("seeds", CHUNKS, ids=lambda seeds: f"{seeds[0]}-{seeds[-1]}")
def test_warnings_are_those_that_the_definition_says(seeds: range) -> None:
    for seed in seeds:
        rng = Random(seed)
        plain = warnings.decorated(random_agenda(rng), rng)
        as_of, _, _ = random_question(rng)
        ours = counted(rows(loads(to_yaml(plain)), as_of))
        theirs = counted(warnings.warnings(plain, as_of))
        assert (seed, ours - theirs, theirs - ours) == (seed, Counter(), Counter())


def test_the_random_agendas_have_warnings_of_every_kind() -> None:
    codes: Counter[str] = Counter()
    for seed in range(100):
        rng = Random(seed)
        plain = warnings.decorated(random_agenda(rng), rng)
        codes.update(row["code"] for row in warnings.warnings(plain, random_question(rng)[0]))
    assert min(codes.values()) >= 5
    assert set(codes) == {"unscheduled", "holiday", "host-order", "stale", "accepted-until"}


def rows(agenda: Agenda, as_of: date) -> list[Plain]:
    nothing: Holidays = lambda _code, _day: None  # noqa: E731 - short, and typed by what it is
    found = check_alone(agenda, as_of, nothing)
    return [row(finding) for finding in found if finding.severity is Severity.WARNING]


def row(finding: Finding) -> Plain:
    about = None if finding.owner is None else finding.owner.key
    told: Plain = {"code": finding.code.value, "about": about}
    if finding.occurrence is not None:
        _, slash, part = finding.occurrence.id.partition("/")
        told["id"] = part if slash else None
    match finding.detail:
        case OutOfTurn():
            told["expected"] = finding.detail.expected
        case Waiver():
            hides = {code.value for code in finding.detail.hides}
            told["hides"] = sorted(hides - {"overdue", "unreported"})
        case _:
            pass
    return told


def counted(told: list[Plain]) -> Counter[str]:
    return Counter(repr(sorted(row.items())) for row in told)
