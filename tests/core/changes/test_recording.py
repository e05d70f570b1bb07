from datetime import date

import pytest
from msgspec.structs import replace
from tests.core.given import day, events, mechanism

from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.changes.recording import (
    Recording,
    added,
    changed,
    filled,
    position,
    recording,
    updated,
    with_session,
)
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence

YEARLY = "cadence: {every: year, since: 2020}\n"
TURNS = "hosts: [canada, japan]\n"


def said(status: str, written: str, number: int | None = None) -> Session:
    found = None if written == ".." else parse_edtf(written)
    return Session(Recorded(status), found, (), number=number, reason="x")


def rivals(keys: str, new: Session, as_of: str = "2026-06-01") -> list[str]:
    """The sessions that a new one may be, as `held 2020`."""
    found = recording(mechanism(keys), new, day(as_of))
    return [f"{one.recorded.value} {one.date or '..'}" for one in found.rivals]


def certain(keys: str, new: Session) -> bool:
    return recording(mechanism(keys), new, day("2026-06-01")).certain


def sessions(*written: str) -> str:
    return "sessions:\n" + "".join(f"  - {{{one}}}\n" for one in written)


def test_a_session_for_a_slot_that_nothing_answers_is_nothing_on_record() -> None:
    keys = YEARLY + sessions("held: 2025-05-05", "tentative: 2027-05")
    assert rivals(keys, said("confirmed", "2026-10-10")) == []


def test_the_session_that_would_lose_its_slot_may_be_the_one() -> None:
    keys = YEARLY + sessions("held: 2025-05-05", "tentative: 2026-05")
    assert rivals(keys, said("confirmed", "2026-10-10")) == ["tentative 2026-05"]


def test_the_session_that_keeps_its_slot_may_be_the_one() -> None:
    keys = YEARLY + sessions("held: 2026-05-05")
    assert rivals(keys, said("held", "2026-12-05")) == ["held 2026-05-05"]


def test_a_session_that_takes_another_slot_when_one_is_added_is_another() -> None:
    keys = YEARLY + "grace: 3 months\n" + sessions("held: 2024-10", "held: 2026-01-15")
    assert rivals(keys, said("confirmed", "2026-10-10")) == []


def test_a_session_late_for_its_slot_is_the_one_that_was_postponed() -> None:
    keys = "cadence: {every: 5 years, when: spring, since: 2020}\n" + sessions(
        "planned: 2020-04, postponed: 2022-01, reason: x"
    )
    assert rivals(keys, said("held", "2022-08")) == ["postponed 2022-01"]


def test_what_was_postponed_to_no_date_may_be_any_later_session() -> None:
    keys = YEARLY + sessions("planned: 2024-05, postponed: .., reason: x")
    assert rivals(keys, said("confirmed", "2026-10")) == ["postponed .."]
    assert rivals(keys, said("held", "2023-10")) == []


def test_a_number_decides_which_session_it_is() -> None:
    keys = YEARLY + sessions("number: 1, held: 2025-05", "number: 2, tentative: 2026-05")
    assert rivals(keys, said("confirmed", "2026-10", number=1)) == ["held 2025-05"]
    assert rivals(keys, said("confirmed", "2026-10", number=3)) == []


def test_with_a_rolling_basis_any_session_that_is_planned_may_be_the_one() -> None:
    keys = "basis: rolling\ncadence: {every: year, since: 2024}\n" + sessions(
        "held: 2025-05-05", "tentative: 2026-05"
    )
    assert rivals(keys, said("confirmed", "2026-10")) == ["tentative 2026-05"]


def test_without_a_cadence_only_the_same_days_tell() -> None:
    keys = sessions("tentative: 2026-10", "tentative: 2026-12")
    assert rivals(keys, said("confirmed", "2026-10-04")) == ["tentative 2026-10"]


@pytest.mark.parametrize(
    ("on_record", "new", "sure"),
    [
        ("tentative: 2026-10", said("confirmed", "2026-10-04"), True),
        ("tentative: 2026-10-04", said("confirmed", "2026-10"), False),
        ("held: 2026-10-04", said("held", "2026-10-04"), True),
        ("held: 2026-10", said("held", "2026-10-04"), False),
        ("confirmed: 2026-10-04", said("cancelled", "2026-10-04"), True),
        ("confirmed: 2026-10-04", said("held", "2026-10-05"), False),
        ("confirmed: 2026-10-04", said("postponed", "2026-11"), True),
    ],
)
def test_what_lies_within_the_planned_days_is_surely_the_session(
    on_record: str, new: Session, *, sure: bool
) -> None:
    assert certain(YEARLY + sessions(on_record), new) is sure


def dates(session: Session) -> list[str]:
    return [str(one) for one in session.planned]


def test_an_old_date_goes_behind_those_planned_before() -> None:
    (target,) = mechanism(sessions("planned: 2026-01, tentative: 2026-05")).sessions
    assert dates(changed(target, said("confirmed", "2026-06"))) == ["2026-01", "2026-05"]
    assert dates(changed(target, said("confirmed", "2026-05"))) == ["2026-01"]


def test_a_date_on_which_it_was_held_was_no_plan_unless_it_was_not_held() -> None:
    (target,) = mechanism(sessions("held: 2026-01")).sessions
    assert dates(changed(target, said("held", "2026-01-15"))) == []
    assert dates(changed(target, said("postponed", "2026-09"))) == ["2026-01"]


def test_a_gap_that_is_filled_was_no_plan() -> None:
    (target,) = mechanism(sessions("number: 5, unknown: 2005/2007")).sessions
    after = changed(target, said("held", "2006-05", number=5))
    assert (after.recorded, dates(after), after.number) == (Recorded.HELD, [], 5)


def test_what_is_not_said_anew_stays() -> None:
    (target,) = mechanism(
        sessions('tentative: 2026-05, place: Rome, at: "09:00", source: "https://a.org"')
    ).sessions
    new = replace(said("held", "2026-05"), place="Oslo", source=("https://a.org", "https://b.org"))
    after = changed(target, new)
    assert (after.place, after.at, after.source) == (
        "Oslo",
        target.at,
        ("https://a.org", "https://b.org"),
    )


def numbers(keys: str, new: Session, as_of: str = "2026-06-01") -> tuple[object, ...]:
    """The number and host that a session gets, and which of them were filled in."""
    found = filled(added(recording(mechanism(keys), new, day(as_of))), day(as_of))
    return found.session.number, found.session.host, *found.filled


def test_number_and_host_follow_from_the_order() -> None:
    keys = YEARLY + TURNS + sessions("number: 4, held: 2025-05, host: canada")
    assert numbers(keys, said("confirmed", "2026-10")) == (5, "japan", "number", "host")
    assert numbers(keys, said("held", "2026-05")) == (5, "japan", "number", "host")


def test_what_does_not_meet_takes_no_number() -> None:
    keys = YEARLY + TURNS + sessions("number: 4, held: 2025-05, host: canada")
    for status in ("cancelled", "postponed"):
        assert numbers(keys, said(status, "2026-10")) == (None, None)


def test_where_the_record_has_a_hole_no_number_is_filled_in() -> None:
    keys = YEARLY + TURNS + sessions("number: 1, held: 2020-05, host: canada", "unknown: 2021/2025")
    assert numbers(keys, said("held", "2026-05")) == (None, None)


def test_what_was_missed_and_turns_up_takes_no_number() -> None:
    keys = YEARLY + TURNS + sessions("number: 1, held: 2020-05, host: canada", "held: 2024-05")
    assert numbers(keys, said("held", "2022-05")) == (None, None)


def test_a_session_that_takes_the_slot_of_another_takes_nothing_else() -> None:
    keys = YEARLY + TURNS + sessions("number: 4, held: 2025-05-05, host: canada")
    assert numbers(keys, said("held", "2025-10")) == (None, None)
    keys = YEARLY + TURNS + sessions("confirmed: 2026-05-05")
    assert numbers(keys, said("confirmed", "2026-10")) == (None, None)


def test_a_number_that_another_session_has_is_not_filled_in() -> None:
    keys = YEARLY + sessions("number: 1, held: 2025-05", "number: 2, confirmed: 2027-05")
    assert numbers(keys, said("confirmed", "2026-10")) == (None, None)


def test_an_additional_session_takes_no_number() -> None:
    keys = YEARLY + TURNS + sessions("number: 1, confirmed: 2026-05, host: canada")
    assert numbers(keys, said("confirmed", "2026-10")) == (None, None)


def test_a_new_session_stands_where_its_date_does_in_the_list() -> None:
    rising = mechanism(sessions("held: 2020", "held: 2022"))
    falling = mechanism(sessions("held: 2022", "held: 2020"))
    mixed = mechanism(sessions("held: 2022", "held: 2020", "held: 2024"))
    none = mechanism("")
    placed = [position(one, said("held", "2021")) for one in (rising, falling, mixed, none)]
    assert placed == [1, 1, 3, 0]
    assert position(falling, said("held", "2023")) == 0


def occurrence(keys: str, id_: str, as_of: date) -> Occurrence:
    found = History(mechanism(keys), as_of).occurrences(date.min)
    return next(one for one in found if one.id == id_)


def test_a_session_that_is_to_be_a_slot_was_planned_for_it_where_its_date_is_not() -> None:
    as_of = day("2026-06-01")
    keys = YEARLY + sessions("held: 2024-05")
    slot = occurrence(keys, "talks/2025", as_of)
    found = recording(mechanism(keys), said("held", "2026-05"), as_of, slot)
    assert dates(found.session) == ["2025"]
    found = recording(mechanism(keys), said("held", "2025-05"), as_of, slot)
    assert dates(found.session) == []


def test_a_session_that_is_named_is_surely_meant_unless_its_outcome_is_on_record() -> None:
    as_of = day("2026-06-01")
    for status, sure in (("tentative", True), ("held", False), ("cancelled", False)):
        keys = YEARLY + sessions(f"{status}: 2025-05, reason: x")
        slot = occurrence(keys, "talks/2025", as_of)
        found = recording(mechanism(keys), said("held", "2025-12"), as_of, slot)
        assert (len(found.rivals), found.certain) == (1, sure)


def test_what_is_postponed_is_what_is_planned_or_else_the_next_slot() -> None:
    as_of = day("2026-06-01")
    planned = mechanism(YEARLY + sessions("held: 2025-05", "confirmed: 2026-07"))
    found = updated(recording(planned, said("postponed", ".."), as_of))
    assert (dates(found.session), found.session.date) == (["2026-07"], None)
    bare = mechanism(YEARLY + sessions("held: 2025-05"))
    found = recording(bare, said("postponed", "2027-02"), as_of)
    assert (found.target, dates(found.session)) == (None, ["2026"])


def test_an_event_is_always_the_one_on_record() -> None:
    event = events("summit: {title: Summit, expected: 2000-11}").events["summit"]
    found = updated(recording(event, said("held", "2000-11-05"), day("2001-01-01")))
    assert (found.certain, dates(found.session)) == (True, ["2000-11"])


def test_a_recording_can_be_tried_on_a_mechanism() -> None:
    one = mechanism(sessions("held: 2020", "held: 2022"))
    new = replace(said("held", "2021"), path=("mechanisms", "talks", "sessions", 1))
    tried = with_session(one, Recording(one, new))
    assert [str(each.own) for each in tried.sessions] == ["2020", "2021", "2022"]
    assert [each.path[-1] for each in tried.sessions] == [0, 1, 2]
