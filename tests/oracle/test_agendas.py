"""The random agendas are what they say, and the reading answers every one of them."""

from datetime import date
from random import Random

import pytest
import ryaml

from .agendas import random_agenda, random_question, to_yaml
from .reading import MEETINGS, STATUS_KEYS, dated, findings, occurrences

KEYS = [
    *("id", "mechanism", "event", "number", "status", "start", "end", "slot", "date", "host"),
    "extra",
]


@pytest.mark.parametrize("seed", range(300))
def test_the_yaml_text_reads_back_to_equal_data(seed: int) -> None:
    agenda = random_agenda(Random(seed))
    assert ryaml.loads(to_yaml(agenda)) == agenda  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(500))
def test_every_question_has_an_answer_in_order_within_its_days(seed: int) -> None:
    rng = Random(seed)
    agenda = random_agenda(rng)
    as_of, first, last = random_question(rng)
    rows = occurrences(agenda, as_of, first, last)
    assert all(list(row) == KEYS for row in rows)
    assert all(row["start"] <= str(last) and (row["end"] or "9") > str(first) for row in rows)
    assert rows == sorted(rows, key=lambda row: (row["end"] or "9", row["start"], row["id"]))
    assert all(finding["code"] in ("overdue", "unreported") for finding in findings(agenda, as_of))


@pytest.mark.parametrize("seed", range(200))
def test_looking_further_changes_nothing_nearer(seed: int) -> None:
    rng = Random(seed)
    agenda = random_agenda(rng)
    as_of, first, last = random_question(rng)
    near = occurrences(agenda, as_of, first, last)
    far = occurrences(agenda, as_of, first, date(2060, 1, 1))
    assert near == [row for row in far if row["start"] <= str(last)]


@pytest.mark.parametrize("seed", range(200))
def test_at_most_one_slot_of_a_mechanism_is_overdue(seed: int) -> None:
    rng = Random(seed)
    agenda = random_agenda(rng)
    rows = occurrences(agenda, random_question(rng)[0], date(1980, 1, 1), date(2040, 1, 1))
    overdue = [row["mechanism"] for row in rows if row["status"] == "overdue" and row["mechanism"]]
    assert len(overdue) == len(set(overdue))


@pytest.mark.parametrize("seed", range(300))
def test_an_agenda_keeps_the_rules_of_the_file(seed: int) -> None:
    agenda = random_agenda(Random(seed))
    for mechanism in agenda["mechanisms"].values():
        for session in mechanism.get("sessions", []):
            (status,) = set(STATUS_KEYS) & set(session)
            assert ("reason" in session) == (status in ("postponed", "cancelled"))
            assert status != "postponed" or "planned" in session
        _check_eras(mechanism.get("cadence", {"every": "year"}), agenda["adopted"])


def test_the_agendas_reach_every_status() -> None:
    seen = set()
    for seed in range(200):
        rng = Random(seed)
        agenda, (as_of, _, _) = random_agenda(rng), random_question(rng)
        rows = occurrences(agenda, as_of, date(1980, 1, 1), date(2040, 1, 1))
        seen |= {(row["status"], row["slot"] is not None, row["extra"]) for row in rows}
    slots = {status for status, has_slot, _ in seen if has_slot}
    extras = {status for status, _, extra in seen if extra}
    always = {"postponed", "cancelled", "unreported", "unknown", *MEETINGS}
    assert slots == {*always, "projected", "due", "late", "overdue", "missed"}
    assert extras == always


def _check_eras(cadence: dict | list, adopted: str | int) -> None:  # type: ignore[type-arg]
    eras = cadence if isinstance(cadence, list) else [cadence]
    anchors = [dated(era.get("since", adopted)).window.start for era in eras]
    assert anchors == sorted(set(anchors))
    for era, anchor, successor in zip(eras, anchors, [*anchors[1:], date.max], strict=True):
        if "until" in era:
            assert anchor < dated(era["until"]).window.end <= successor
