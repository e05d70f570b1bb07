"""Clashes: which planned days are in each other's way, in one agenda and across several."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from textwrap import indent
from zoneinfo import ZoneInfo

import pytest
from tests.core.given import HEAD, day

from cjpeace import loads
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.findings.clash import Clash, clashes
from cjpeace.core.findings.planned import Planned, planned_days
from cjpeace.core.history.occurrence import Status

AS_OF = day("2026-01-01")


def planned(mechanisms: str, head: str = HEAD) -> list[Planned]:
    return planned_days(loads(f"{head}mechanisms:\n{indent(mechanisms, '  ')}"), AS_OF)


def two(first: str, second: str, keys: str = "") -> list[str]:
    """What is found of a session of `a` and one of `b`, `b` with more keys."""
    return told(
        planned(
            f"a: {{title: A, sessions: [{{{first}}}]}}\n"
            f"b: {{title: B, sessions: [{{{second}}}]{keys}}}\n"
        )
    )


def told(given: list[Planned]) -> list[str]:
    return [said(clash) for clash in clashes(given, ZoneInfo)]


def said(clash: Clash) -> str:
    more = f" +{clash.more}" if clash.more else ""
    return f"{clash.planned.id} > {clash.other.id}{more}"


def test_the_later_of_two_that_share_a_day_clashes() -> None:
    assert two("confirmed: 2026-05-06/2026-05-08", "tentative: 2026-05-08") == [
        "b/2026-05-08 > a/2026-05-06"
    ]
    assert two("tentative: 2026-05-08", "confirmed: 2026-05-06/2026-05-08") == [
        "a/2026-05-08 > b/2026-05-06"
    ]


def test_days_that_only_touch_do_not_clash() -> None:
    assert two("confirmed: 2026-05-06/2026-05-08", "tentative: 2026-05-09") == []


@pytest.mark.parametrize(
    "other",
    [
        "tentative: 2026-05",
        "tentative: spring 2026",
        "held: 2025-05-06",
        "cancelled: 2026-05-06, reason: storm",
        "planned: 2026-05-06, postponed: .., reason: storm",
        "planned: 2026-05-06, postponed: 2027, reason: storm",
    ],
)
def test_what_has_no_day_or_will_not_be_then_is_in_nobodys_way(other: str) -> None:
    assert two("confirmed: 2026-05-06", other) == []


def test_a_session_that_was_moved_to_a_day_is_planned_for_it() -> None:
    moved = "planned: 2026-03-01, postponed: 2026-05-06, reason: storm"
    assert two("confirmed: 2026-05-06", moved) == ["b/2026-05-06 > a/2026-05-06"]


def test_a_new_date_that_has_passed_is_planned_no_more() -> None:
    running = "confirmed: 2025-12-20/2026-01-10"
    moved = "planned: 2025-03-01, postponed: 2025-12-25, reason: storm"
    later = "confirmed: 2026-05-06"
    given = planned(f"a: {{title: A, sessions: [{{{running}}}, {{{moved}}}, {{{later}}}]}}\n")
    assert [one.id for one in given] == ["a/2025-12-20", "a/2026-05-06"]


def test_a_session_held_later_is_looking_back_planned_for_its_day() -> None:
    assert two("planned: 2026-05-06, held: 2026-09-09", "confirmed: 2026-05-06") == [
        "b/2026-05-06 > a/2026-09-09"
    ]


def test_an_open_date_is_taken_by_its_first_day() -> None:
    assert two("confirmed: 2026-05-06/..", "confirmed: 2026-05-07") == []
    assert two("confirmed: 2026-05-06/..", "confirmed: 2026-05-06") == [
        "b/2026-05-06 > a/2026-05-06"
    ]


def test_events_and_what_others_convene_are_looked_at_too() -> None:
    agenda = loads(
        HEAD
        + """
mechanisms:
  talks: {title: Talks, sessions: [{confirmed: 2026-05-06}]}
events:
  summit: {title: Summit, convened_by: UN, confirmed: 2026-05-01/2026-05-20}
"""
    )
    assert told(planned_days(agenda, AS_OF)) == ["talks/2026-05-06 > summit"]


def test_mechanisms_that_are_paired_may_share_their_days_whoever_says_so() -> None:
    assert two("confirmed: 2026-05-06", "confirmed: 2026-05-06", ", pairs_with: a") == []
    both = "a: {title: A, pairs_with: [b], sessions: [{confirmed: 2026-05-06}]}\n"
    other = "b: {title: B, sessions: [{confirmed: 2026-05-06}]}\n"
    third = "c: {title: C, sessions: [{confirmed: 2026-05-06}]}\n"
    assert told(planned(both + other)) == []
    assert told(planned(both + other + third)) == ["c/2026-05-06 > a/2026-05-06 +1"]


def test_a_conflict_that_either_accepts_is_none() -> None:
    accept = ", accept: {conflict: two delegations}"
    assert two("confirmed: 2026-05-06", "confirmed: 2026-05-06", accept) == []
    assert two("confirmed: 2026-05-06", "confirmed: 2026-05-05/2026-05-06", accept) == []
    over = ", accept: {conflict: two delegations, until: 2025-12-31}"
    assert len(two("confirmed: 2026-05-06", "confirmed: 2026-05-06", over)) == 1


TORONTO = "timezone: America/Toronto"
OTTAWA = f"place: Ottawa, {TORONTO}, lasts: 2 hours"


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (f'at: "09:00", {OTTAWA}', f'at: "11:00", {OTTAWA}', False),
        (f'at: "09:00", {OTTAWA}', f'at: "10:59", {OTTAWA}', True),
        (f'at: "11:00", {OTTAWA}', f'at: "09:00", {OTTAWA}', False),
        (f'at: "09:00", {OTTAWA}', f'at: "14:00", place: ottawa, {TORONTO}', False),
        (f'at: "09:00", {OTTAWA}', f'at: "14:00", place: Tokyo, {TORONTO}', True),
        (f'at: "09:00", {OTTAWA}', f'at: "14:00", {TORONTO}', False),
        (f'at: "09:00", {TORONTO}', f'at: "10:00", {TORONTO}', False),
        (f'at: "09:00", {TORONTO}', f'at: "09:59", {TORONTO}', True),
        (f'at: "09:00", {OTTAWA}', "place: Ottawa", True),
        (f'at: "09:00", {OTTAWA}', 'at: "14:00", place: Ottawa', True),
        (f'at: "09:00", {OTTAWA}', 'at: "09:00", host: canada, place: Ottawa', True),
        (f'at: "09:00", {OTTAWA}', 'at: "12:00", host: canada, place: Ottawa', False),
    ],
)
def test_hours_tell_meetings_in_one_place_apart(first: str, second: str, *, clash: bool) -> None:
    found = two(f"confirmed: 2026-05-06, {first}", f"confirmed: 2026-05-06, {second}")
    assert bool(found) is clash


def test_hours_may_overlap_across_zones_on_different_dates() -> None:
    evening = f'confirmed: 2026-05-06, at: "20:00", {OTTAWA}'
    tokyo = "timezone: Asia/Tokyo, lasts: 2 hours"
    morning = f'confirmed: 2026-05-07, at: "10:00", {tokyo}'
    assert two(evening, morning) == ["b/2026-05-07 > a/2026-05-06"]
    assert two(evening, f'confirmed: 2026-05-07, at: "11:00", {tokyo}') == []


def test_a_meeting_with_hours_in_the_host_s_capital_is_there() -> None:
    head = HEAD.replace("name: Canada", "name: Canada, capital: Ottawa")
    sessions = (
        'a: {title: A, at: "09:00", sessions: [{confirmed: 2026-05-06, host: canada}]}\n'
        'b: {title: B, at: "14:00", place: Ottawa, timezone: America/Toronto, '
        "sessions: [{confirmed: 2026-05-06}]}\n"
        'c: {title: C, at: "18:00", sessions: [{confirmed: 2026-05-06, host: japan}]}\n'
    )
    assert told(planned(sessions, head)) == [
        "a/2026-05-06 > c/2026-05-06",
        "b/2026-05-06 > c/2026-05-06",
    ]


def test_without_zones_a_meeting_with_hours_takes_its_day() -> None:
    keys = f'at: "09:00", {OTTAWA}'
    given = planned(
        f"a: {{title: A, sessions: [{{confirmed: 2026-05-06, {keys}}}]}}\n"
        f"b: {{title: B, sessions: [{{confirmed: 2026-05-06, {keys.replace('09', '15')}}}]}}\n"
    )
    assert len(clashes(given)) == 1
    assert clashes(given, ZoneInfo) == []


def agenda(id_: str, other: str, mechanisms: str) -> list[Planned]:
    head = HEAD.replace("id: given", f"id: {id_}").replace("  japan: {name: Japan", other)
    return planned(mechanisms, head)


KOREA = "  korea: {name: Korea"
JAPAN = "  japan: {name: Japan"


def test_a_party_of_two_agendas_can_only_be_at_one_meeting() -> None:
    talks = "talks: {title: Talks, sessions: [{confirmed: 2026-05-06}]}\n"
    given = [*agenda("one", JAPAN, talks), *agenda("two", KOREA, talks)]
    (clash,) = clashes(given)
    assert (clash.planned.agenda, clash.other.agenda) == ("two", "one")
    assert clash.shared == ("Canada",)
    assert clash.path == ("mechanisms", "talks", "sessions", 0, "confirmed")


def test_agendas_that_share_no_party_do_not_clash() -> None:
    talks = "talks: {title: Talks, sessions: [{confirmed: 2026-05-06}]}\n"
    others = [
        Planned(
            "other", "talks", recurring=True, id="talks/2026-05-06", title="Talks", number=None,
            status=Status.CONFIRMED, date=parse_edtf("2026-05-06"),
            window=parse_edtf("2026-05-06").window, path=(), parties=(("peru", "Peru"),),
        )
    ]  # fmt: skip
    assert clashes([*planned(talks), *others]) == []


def test_what_others_convene_and_two_agendas_record_is_one_meeting() -> None:
    summit = "summit: {title: Summit, convened_by: UN, sessions: [{confirmed: 2026-05-06}]}\n"
    talks = "talks: {title: Talks, sessions: [{confirmed: 2026-05-06}]}\n"
    assert clashes([*agenda("one", JAPAN, summit), *agenda("two", KOREA, summit)]) == []
    (clash,) = clashes([*agenda("one", JAPAN, summit), *agenda("two", KOREA, summit + talks)])
    assert (clash.planned.key, clash.shared) == ("talks", ("Canada", "Korea"))
    (clash,) = clashes([*agenda("one", JAPAN, summit + talks), *agenda("two", KOREA, summit)])
    assert (clash.planned.key, clash.shared) == ("talks", ("Canada", "Japan"))


def test_what_is_found_does_not_depend_on_the_order_of_the_agendas() -> None:
    talks = "talks: {title: Talks, sessions: [{confirmed: 2026-05-06}]}\n"
    visit = "visit: {title: Visit, sessions: [{confirmed: 2026-05-04/2026-05-06}]}\n"
    one, other = agenda("one", JAPAN, talks), agenda("two", KOREA, visit)
    assert clashes([*one, *other]) == clashes([*other, *one])


@pytest.mark.parametrize("seed", range(60))
def test_the_sweep_finds_what_looking_at_every_pair_does(seed: int) -> None:
    given = some_planned(Random(seed))
    found = {
        (c.planned.agenda, c.planned.id): (c.more + 1, (c.other.agenda, c.other.id))
        for c in clashes(given, ZoneInfo)
    }
    expected = slowly(given)
    assert {key: count for key, (count, _) in found.items()} == {
        key: len(others) for key, others in expected.items()
    }
    assert all(other in expected[key] for key, (_, other) in found.items())


def some_planned(rng: Random) -> list[Planned]:
    """Meetings of two agendas with one party each, close together, some with hours."""
    return [_one(rng, number) for number in range(rng.randint(2, 30))]


def _one(rng: Random, number: int) -> Planned:
    agenda_ = rng.choice(("one", "two"))
    first = date(2026, 5, 1) + timedelta(rng.randint(0, 12))
    timed = rng.random() < 0.6
    last = first if timed else first + timedelta(rng.randint(0, 3))
    written = parse_edtf(f"{first}/{last}" if last > first else str(first))
    return Planned(
        agenda=agenda_,
        key=rng.choice("abcd"),
        recurring=True,
        id=f"{number}",
        title="Talks",
        number=None,
        status=Status.CONFIRMED,
        date=written,
        window=written.window,
        path=(),
        parties=(("canada", "Canada"),),
        pairs=(rng.choice("abcd"),) if rng.random() < 0.3 else (),
        where=rng.choice(("Ottawa", "ottawa", "Tokyo", None)),
        at=time(rng.randint(0, 23)) if timed else None,
        zone=rng.choice(("America/Toronto", "Asia/Tokyo")) if timed else None,
        minutes=rng.choice((0, 30, 240)) if timed else 0,
    )


def slowly(given: list[Planned]) -> dict[tuple[str, str], set[tuple[str, str]]]:
    pairs = {(p.agenda, p.key, q) for p in given for q in p.pairs}
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for p in given:
        for q in given:
            joined = {(p.agenda, p.key, q.key), (q.agenda, q.key, p.key)} & pairs
            if p is q or (p.agenda == q.agenda and joined):
                continue
            if _in_the_way(p, q):
                found.setdefault((p.agenda, p.id), set()).add((q.agenda, q.id))
    return found


def _in_the_way(p: Planned, q: Planned) -> bool:
    """Whether `p` is in the way of `q`, which comes before it."""
    mine, theirs = _hours(p), _hours(q)
    overlap = bool(mine and theirs and mine[0] < theirs[1] and theirs[0] < mine[1])
    if p.window.overlaps(q.window):
        apart = None not in (p.where, q.where) and str(p.where).lower() != str(q.where).lower()
        return _order(q) < _order(p) and bool(not mine or not theirs or apart or overlap)
    return bool(overlap and mine and theirs and (theirs, _order(q)) < (mine, _order(p)))


def _hours(p: Planned) -> tuple[datetime, datetime] | None:
    if p.at is None or p.zone is None:
        return None
    begin = datetime.combine(p.window.start, p.at, ZoneInfo(p.zone)).astimezone(UTC)
    return begin, begin + timedelta(minutes=p.minutes or 60)


def _order(p: Planned) -> tuple[object, ...]:
    begin = _hours(p) or (datetime.min.replace(tzinfo=UTC),)
    return (*p.window.order, begin[0], p.agenda, p.key, p.id)
