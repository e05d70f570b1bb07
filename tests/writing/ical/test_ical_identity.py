from datetime import UTC, datetime
from itertools import pairwise
from random import Random

import pytest
from tests.oracle.agendas import random_agenda, to_yaml
from tests.writing.ical.given_ical import HEAD, event, named, talks

from cjpeace import loads
from cjpeace.core.agenda import Agenda, Recorded
from cjpeace.writing.ical.ical_identity import sequence, stamp

YEARLY = "cadence: {every: year, since: 2005, until: 2006}"


def _uids(agenda: Agenda, as_of: str = "2026-11-24") -> list[str]:
    return sorted(uid.removesuffix("@given") for uid, _ in named(agenda, as_of, silent=True))


def _titles(agenda: Agenda) -> dict[str, str]:
    return {uid.removesuffix("@given"): o.title for uid, o in named(agenda, silent=True)}


def _sequence(agenda: Agenda, uid: str, as_of: str) -> int:
    found = dict(named(agenda, as_of, silent=True))
    return sequence(found[f"{uid}@given"], agenda)


@pytest.mark.parametrize(
    ("keys", "uid"),
    [
        ("cadence: {every: year, since: 2026, until: 2026}", "talks-2026"),
        ("cadence: {every: 6 months, since: 2026, until: 2026-06}", "talks-2026-40"),
        ("cadence: {every: year, when: autumn, since: 2026, until: 2026}", "talks-2026-23"),
        ("cadence: {every: year, when: May, since: 2026, until: 2026}", "talks-2026-05"),
        ("cadence: {every: year, when: 31 May, since: 2026, until: 2026}", "talks-2026-05-31"),
        ("cadence: {every: 2 years, since: 2025-09-17, until: 2027-09-16}", "talks-2025-09-17"),
    ],
)
def test_the_uid_of_a_slot_is_the_mechanism_and_the_window_as_laid(keys: str, uid: str) -> None:
    assert _uids(talks(keys=keys)) == [uid]


LIFE = [
    ("2025-06-01", ""),
    ("2026-02-01", ""),
    ("2026-03-01", "{tentative: 2026-09}"),
    ("2026-04-01", "{tentative: 2026-09-09}"),
    ("2026-05-01", "{confirmed: 2026-09-09}"),
    ("2026-06-01", "{confirmed: 2026-10-10, planned: 2026-09-09}"),
    ("2026-07-01", "{postponed: .., planned: [2026-09-09, 2026-10-10], reason: rain}"),
    ("2026-08-01", "{postponed: 2027-01, planned: [2026-09-09, 2026-10-10], reason: rain}"),
    ("2027-02-02", "{postponed: 2027-01, planned: [2026-09-09, 2026-10-10], reason: rain}"),
    ("2027-06-02", "{postponed: 2027-01, planned: [2026-09-09, 2026-10-10], reason: rain}"),
    ("2027-06-03", "{confirmed: 2027-07-07, planned: [2026-09-09, 2026-10-10, 2027-01]}"),
    ("2027-07-09", "{confirmed: 2027-07-07, planned: [2026-09-09, 2026-10-10, 2027-01]}"),
    ("2027-07-10", "{held: 2027-07-07/2027-07-08, planned: [2026-09-09, 2026-10-10, 2027-01]}"),
]
"""What becomes of a slot, from projected to held: the day, and what is on record then."""


def test_a_slot_keeps_its_uid_all_its_life_and_its_sequence_rises() -> None:
    agendas = [(as_of, talks(session) if session else talks()) for as_of, session in LIFE]
    sequences = [_sequence(agenda, "talks-2026", as_of) for as_of, agenda in agendas]
    assert all(before < after for before, after in pairwise(sequences))
    assert len(set(sequences)) == len(LIFE)


@pytest.mark.parametrize("as_of", ["2026-11-24"])
@pytest.mark.parametrize(
    "session",
    [
        "{cancelled: 2026-09-09, reason: rain}",
        "{held: 2026-09-09}",
        "{held: 2027-01-15}",
        "{postponed: 2027-03, planned: 2026-09-09, reason: rain}",
    ],
)
def test_a_session_of_any_status_has_the_uid_of_its_slot(session: str, as_of: str) -> None:
    assert "talks-2026" in _uids(talks(session), as_of)
    assert len(_uids(talks(session), as_of)) == len(_uids(talks(), as_of))


def test_a_promise_that_nothing_answers_rises_as_the_days_pass() -> None:
    days = ("2025-06-01", "2026-02-01", "2027-02-01", "2027-06-01", "2028-06-01")
    assert [_sequence(talks(), "talks-2026", day) for day in days] == [0, 1, 2, 3, 4]


def test_updated_counts_for_more_than_moves_and_moves_for_more_than_statuses() -> None:
    as_of = "2026-11-24"
    held = _sequence(talks("{held: 2026-09-09}"), "talks-2026", as_of)
    moved = _sequence(talks("{tentative: 2027, planned: 2026-09-09}"), "talks-2026", as_of)
    noted = _sequence(talks("{tentative: 2026-12, updated: 2026-08-01}"), "talks-2026", as_of)
    assert held < moved < noted < 2**31


def test_a_step_back_rises_with_updated_which_no_file_tells_otherwise() -> None:
    agreed = talks("{confirmed: 2026-12-12, updated: 2026-08-01}")
    doubted = talks("{tentative: 2026-12-12, updated: 2026-08-02}")
    before, after = (_sequence(a, "talks-2026", "2026-11-24") for a in (agreed, doubted))
    assert before < after


def test_the_highest_sequence_fits_in_31_bits() -> None:
    planned = ", ".join(["2026-01-01"] * 99)
    agenda = talks(f"{{held: 2026-09-09, planned: [{planned}], updated: 9998-12-31}}")
    assert _sequence(agenda, "talks-2026", "2026-11-24") < 2**31


@pytest.mark.parametrize("seed", range(25))
def test_as_days_pass_no_sequence_falls_and_no_two_entries_share_a_uid(seed: int) -> None:
    """In any agenda, from the day on which the last of its sessions had begun."""
    agenda = loads(to_yaml(random_agenda(Random(seed))))
    sessions = [s for m in agenda.mechanisms.values() for s in m.sessions]
    sessions += [e.session for e in agenda.events.values()]
    held = [s.own.window.start.year for s in sessions if s.recorded is Recorded.HELD]
    last: dict[str, int] = {}
    first = max([2000, *held]) + 1
    for year in range(first, first + 30, 4):
        found = named(agenda, f"{year}-05-05", silent=True)
        assert len({uid for uid, _ in found}) == len(found)
        for uid, occurrence in found:
            now = sequence(occurrence, agenda)
            assert now >= last.get(uid, 0), (uid, year)
            last[uid] = now


def test_an_extra_session_has_the_date_it_was_first_meant_for_also_when_it_moves() -> None:
    extra = "{held: 2005-03-01}", "{held: 2005-09-09}"
    moved = "{held: 2005-03-01}", "{planned: 2005-09-09, held: 2005-11-11}"
    expected = ["talks-2005", "talks-2005-09-09", "talks-2006"]
    assert _uids(talks(*extra, keys=YEARLY)) == _uids(talks(*moved, keys=YEARLY)) == expected


def test_an_extra_session_with_the_name_of_a_slot_leaves_it_to_the_slot() -> None:
    both = talks("{held: 2005, title: A}", "{held: 2005, title: B}", keys=YEARLY)
    turned = talks("{held: 2005, title: B}", "{held: 2005, title: A}", keys=YEARLY)
    assert _uids(both) == ["talks-2005", "talks-2005.2", "talks-2006"]
    extras = [
        (uid, o.extra)
        for a in (both, turned)
        for uid, o in named(a)
        if uid.startswith("talks-2005")
    ]
    assert extras == [("talks-2005@given", False), ("talks-2005.2@given", True)] * 2


def test_entries_of_one_name_are_told_apart_by_what_they_say_not_by_where_they_stand() -> None:
    sessions = (
        *("{held: 2005-05-05, number: 2, title: B}", "{held: 2005-05-05, number: 1, title: C}"),
        *("{held: 2005-05-05, title: D, place: Here}", "{held: 2005-05-05, title: D}"),
    )
    forwards, backwards = (
        talks(*sessions, keys="note: none"),
        talks(*sessions[::-1], keys="note: none"),
    )
    day = "talks-2005-05-05"
    assert _titles(forwards) == _titles(backwards)
    assert _titles(forwards) == {day: "D", f"{day}.2": "D", f"{day}.3": "C", f"{day}.4": "B"}


def test_two_slots_that_begin_on_one_day_are_told_apart_by_their_ends() -> None:
    keys = "cadence: {every: year, when: [April to May, April to July], since: 2026, until: 2026}"
    found = {uid: o.window.end for uid, o in named(talks(keys=keys), silent=True)}
    assert {uid: str(end) for uid, end in found.items()} == {
        "talks-2026-04-01@given": "2026-06-01",
        "talks-2026-04-01.2@given": "2026-08-01",
    }


def test_an_event_that_is_called_like_a_slot_has_a_name_of_its_own() -> None:
    agenda = loads(
        f"{HEAD}mechanisms:\n  talks: {{title: Talks, cadence: {{every: year, since: 2026}}}}\n"
        "events:\n  talks-2026: {title: The talks, expected: 2026}\n"
        "  talks-of-2026: {title: Others, expected: 2026}\n  plain: {title: Plain, expected: 2026}"
    )
    found = _uids(agenda)
    assert "talks-2026" in found
    assert {"talks-2026.event", "talks-of-2026.event", "plain"} <= set(found)


def test_correcting_a_note_or_adding_an_older_session_leaves_the_other_uids() -> None:
    rule = "cadence: [{every: year, since: 1990, note: NOTE}]"
    sessions = "{held: 2005-05-05}", "{held: 2006}", "{held: 2006-07-07}"
    before = _uids(talks(*sessions, keys=rule))
    assert _uids(talks(*sessions, keys=rule.replace("NOTE", "Another note"))) == before
    assert _uids(talks("{held: 1999-02}", *sessions, keys=rule)) == before


def _stamp(agenda: Agenda, otherwise: datetime | None = None) -> str:
    return f"{stamp(named(agenda)[0][1], agenda, otherwise):%Y-%m-%d %H:%M %Z}"


def test_the_stamp_is_the_newest_updated_then_what_is_given_then_the_adoption() -> None:
    given = datetime(2024, 1, 2, 3, 4, tzinfo=UTC)
    session, keys = "{held: 2026-01-01}", "cadence: {every: year, since: 2026}"
    assert _stamp(talks(session)) == "2000-01-01 00:00 UTC"
    assert _stamp(talks(session), given) == "2024-01-02 03:04 UTC"
    updated = talks("{held: 2026-01-01, updated: 2025-05-05}", keys=keys)
    assert _stamp(updated, given) == "2025-05-05 00:00 UTC"
    mechanism = talks(
        "{held: 2026-01-01, updated: 2025-05-05}", keys=f"{keys}\n    updated: 2026-06"
    )
    assert _stamp(mechanism) == "2026-06-01 00:00 UTC"
    assert _stamp(event("held: 2026-01-01, updated: 2026-07-07")) == "2026-07-07 00:00 UTC"


def test_the_stamp_of_an_agenda_without_any_date_is_the_first_of_all_days() -> None:
    agenda = loads("title: T\nevents: {e: {title: E, held: 2026-01-01}}")
    assert _stamp(agenda) == "1970-01-01 00:00 UTC"
    reviewed = loads("title: T\nreviewed: 2026-05\nevents: {e: {title: E, held: 2026}}")
    assert _stamp(reviewed) == "2026-05-01 00:00 UTC"
