"""What has lapsed since the last session held: counted as a walk over all occurrences counts it."""

from datetime import date, timedelta
from random import Random
from time import process_time

import pytest
from tests.core.given import day, edtf, mechanism
from tests.oracle.agendas import random_agenda, random_question, to_yaml

from cjpeace import loads
from cjpeace.core.agenda import Mechanism
from cjpeace.core.history.history import History
from cjpeace.core.history.lapsed import LAPSED, Lapsed, lapsed

YEARLY = "cadence: {every: year, since: 2001}\n"


def told(keys: str, as_of: str) -> tuple[str, int] | None:
    """The first slot that lapsed since the last one held, and how many did."""
    found = lapsed(History(mechanism(keys), day(as_of)))
    return None if found is None else (edtf(found.first.window), found.count)


def walked(one: Mechanism, as_of: date) -> Lapsed | None:
    history = History(one, as_of)
    overdue, answered = history.overdue_slot, history.last_answered
    if overdue is None:
        return None
    found = []
    for step in history.steps(date.min):
        late = step.slot is not None and step.occurrence.status in LAPSED
        if late and step.slot and (answered is None or step.slot.order > answered.order):
            found.append(step.slot)
        if step.slot == overdue:
            break
    return Lapsed(found[0], len(found))


def test_nothing_has_lapsed_of_what_is_not_overdue() -> None:
    assert told(YEARLY + "sessions: [{held: 2002-05}]", "2003-06-01") is None


def test_what_lapsed_is_told_by_the_first_slot_after_the_last_held_and_their_number() -> None:
    keys = YEARLY + "sessions: [{held: 2002-05}, {cancelled: 2004-05, reason: x}]"
    assert told(keys, "2006-06-01") == ("2003", 2)


def test_slots_without_a_record_have_not_lapsed() -> None:
    keys = YEARLY + "sessions: [{unknown: 2003-06/2005-02}, {unknown: 2008}, {unknown: 2005/2006}]"
    assert told(keys, "2010-06-01") == ("2001", 4)
    assert told(keys.replace("2003-06/", "2001/"), "2010-06-01") == ("2007", 2)


def test_slots_that_the_numbers_show_to_be_held_have_not_lapsed() -> None:
    numbers = "sessions: [{held: 2002, number: 1}, {held: 2006/2007, planned: 1990, number: 5}]"
    assert told(YEARLY + numbers, "2010-06-01") == ("2007", 3)
    first = "sessions: [{held: 2008-02, planned: 1990, number: 5}]"
    assert told(YEARLY + first, "2010-06-01") == ("2009", 1)


def test_a_slot_that_begins_with_the_last_held_and_ends_before_it_came_before() -> None:
    keys = "cadence: {every: year, when: [autumn, September], since: 2001}\nsessions: [{held: 2001-10}]"
    assert told(keys, "2002-12-15") == ("2002-09", 2)


def test_slots_within_their_grace_have_not_lapsed() -> None:
    keys = "cadence: {every: 1 day, since: 2001}\ngrace: 1 month\n"
    assert told(keys, "2001-03-10") == ("2001-01-01", 40)


@pytest.mark.parametrize("seeds", [range(n, n + 40) for n in range(0, 240, 40)], ids=str)
def test_counting_what_lapsed_equals_walking_over_all_occurrences(seeds: range) -> None:
    for seed in seeds:
        rng = Random(seed)
        agenda, (as_of, _, _) = loads(to_yaml(random_agenda(rng))), random_question(rng)
        for one in agenda.mechanisms.values():
            assert (seed, lapsed(History(one, as_of))) == (seed, walked(one, as_of))


RULES = (
    *("every: 1 day", "every: 3 weeks", "every: month", "every: 5 months", "every: 10 days"),
    *(
        "every: year, when: [autumn, October, winter]",
        "every: 2 years, when: [31 May, last Friday of May]",
    ),
    *(
        "every: month, when: [15, second Tuesday, last day]",
        "every: 1 week, when: [Monday, Friday]",
    ),
    *("rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA'", "rrule: FREQ=DAILY;BYMONTH=3;BYDAY=TU"),
    *("rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "rrule: FREQ=MONTHLY;BYDAY=-1FR;COUNT=90"),
)
BEGUN = {
    "WEEKLY": "2000-01-01",
    "DAILY": "2000-03-07",
    "YEARLY": "2000-02-29",
    "MONTHLY": "2000-01-28",
}


@pytest.mark.parametrize("number", range(len(RULES)))
@pytest.mark.parametrize("seed", range(6))
def test_counting_equals_walking_for_each_kind_of_rule(number: int, seed: int) -> None:
    rng = Random(seed)
    rules = []
    for year, text in ((2000, RULES[number]), (2007, rng.choice(RULES[:4]))):
        since = next((on for word, on in BEGUN.items() if word in text), f"{year}-03-17")
        until = f", until: {rng.choice((2005, 2006))}" if rng.random() < 0.5 else ""
        until = "" if "COUNT" in text or year == 2007 else until
        rules.append(f"{{{text}, since: {since}{until}}}")
    rules = rules[: rng.randint(1, 2)]
    lines = [f"cadence: [{', '.join(rules)}]", f"lasts: {rng.choice((1, 4, 40))} days"]
    lines += [f"grace: {rng.choice(('10 days', '3 months', '2 years'))}"] if seed % 2 else []
    lines += ["sessions:", *(f"  - {session(rng)}" for _ in range(rng.randint(0, 6)))]
    one = mechanism("\n".join(lines if len(lines) > 4 else lines[:3]))
    as_of = date(2004, 1, 1) + timedelta(rng.randint(0, 3000))
    assert lapsed(History(one, as_of)) == walked(one, as_of)


def session(rng: Random) -> str:
    begin = date(2000, 1, 1) + timedelta(rng.randint(0, 3000))
    end = begin + timedelta(rng.randint(0, 300))
    match rng.choice(("held", "unknown", "unknown", "cancelled", "postponed")):
        case "held":
            return f"{{held: {begin}}}"
        case "unknown":
            return f"{{unknown: {begin}/{end}}}"
        case "cancelled":
            return f"{{cancelled: {begin}, reason: x}}"
        case _:
            return f"{{postponed: {end}, planned: {begin}, reason: x}}"


@pytest.mark.parametrize("rule", RULES)
def test_what_lapsed_in_two_thousand_years_is_counted_at_once(rule: str) -> None:
    since = {"WEEKLY": "0001-01-02", "DAILY": "0001-03-06", "YEARLY": "0004-02-29"}
    begun = next((on for word, on in since.items() if word in rule), "0001-01-26")
    keys = f"cadence: {{{rule.removesuffix(';COUNT=90')}, since: {begun}}}\n"
    history = History(mechanism(keys + "sessions: [{unknown: 0100/0200}]"), date(2026, 11, 24))
    begin = process_time()
    found = lapsed(history)
    assert found is not None
    assert found.count > 400
    assert process_time() - begin < 0.1
