"""The days of a rule: the same as a walk finds, from any day, forward and backward, and at once."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, pairwise
from random import Random

import pytest
from tests.core.given import day
from tests.core.rules.rrule_predicate import expected, random_rule

from cjpeace.core.rules.rrule import RecurrenceRule, UnreadableRuleError
from cjpeace.core.rules.rrule_grid import Periods, RuleDays, RuleGrid
from cjpeace.core.rules.rrule_text import parse_rrule

FOUR_CENTURIES = timedelta(days=146097)


def random_days(seed: int, text: str = "") -> tuple[Random, RecurrenceRule, RuleDays] | None:
    """A random rule from one of its days on; None when it has none for 30 years."""
    rng = Random(seed)
    rule = parse_rrule(text or random_rule(rng))
    asked = date(1990, 1, 1) + timedelta(rng.randrange(12000))
    start = next(RuleGrid(rule, asked).ascending(asked, asked + timedelta(11000)), None)
    return (rng, rule, RuleDays(rule, start)) if start else None


@pytest.mark.parametrize("block", range(25))
def test_the_days_are_those_of_which_the_rule_is_true_one_by_one(block: int) -> None:
    compared = 0
    for seed in range(block * 20, block * 20 + 20):
        rng = Random(seed)
        text = random_rule(rng)
        first = date(1990, 1, 1) + timedelta(rng.randrange(12000))
        last = first + timedelta(rng.choice((400, 3000)))
        days = expected(text, first, last)
        grid = RuleGrid(parse_rrule(text), first)
        assert list(grid.ascending(first, last)) == days, (text, first)
        assert list(grid.descending(last, first)) == days[::-1], (text, first)
        asked = [first + timedelta(n) for n in rng.sample(range((last - first).days), 40)]
        assert [d for d in asked if grid.has(d)] == [d for d in asked if d in set(days)], text
        compared += bool(days)
    assert compared >= 8


@pytest.mark.parametrize("block", range(15))
def test_seeking_equals_walking_forward_and_backward(block: int) -> None:
    for seed in range(block * 30, block * 30 + 30):
        found = random_days(seed)
        if found is None:
            continue
        rng, rule, days = found
        walk = list(islice(days.on_or_after(date.min), 300))
        assert walk[0] == days.start
        assert all(one < next_ for one, next_ in pairwise(walk)), rule
        for _ in range(10):
            asked = walk[0] + timedelta(rng.randint(-5, (walk[-1] - walk[0]).days))
            later = [d for d in walk if d >= asked]
            assert list(islice(days.on_or_after(asked), len(later))) == later, (rule, asked)
            assert list(days.before(asked)) == [d for d in reversed(walk) if d < asked]


@pytest.mark.parametrize("block", range(15))
def test_counting_days_equals_walking_over_them(block: int) -> None:
    for seed in range(block * 30, block * 30 + 30):
        found = random_days(seed)
        if found is None:
            continue
        rng, rule, days = found
        for years in (0, 1, 3, 40, rng.choice((0, 0, 0, 500))):
            first = date(1980, 1, 1) + timedelta(rng.randrange(12000))
            last = first + timedelta(rng.randint(0, 366 * years))
            counted = days.grid.count(first, last)
            assert counted == len(list(days.grid.ascending(first, last))), (rule, first, last)


@pytest.mark.parametrize("block", range(10))
def test_four_centuries_later_the_same_days_come_again(block: int) -> None:
    for seed in range(1000 + block * 30, 1000 + block * 30 + 30):
        found = random_days(seed)
        if found:
            _, rule, days = found
            walk = list(islice(days.on_or_after(date.min), 40))
            shifted = RuleDays(rule, days.start + FOUR_CENTURIES).on_or_after(date.min)
            later = [d + FOUR_CENTURIES for d in walk if d < date(9600, 1, 1)]
            assert list(islice(shifted, len(later))) == later, rule


@pytest.mark.parametrize("block", range(10))
def test_count_and_until_end_a_rule_where_walking_ends(block: int) -> None:
    for seed in range(2000 + block * 20, 2000 + block * 20 + 20):
        found = random_days(seed)
        if found is None:
            continue
        rng, rule, days = found
        count = rng.choice((1, 2, 10, 100, 1500))
        walk = list(islice(days.on_or_after(date.min), count + 1))
        counted = RuleDays(parse_rrule(f"{rule};COUNT={count}"), days.start)
        if len(walk) <= count:
            assert counted.last is None
            continue
        assert counted.last == walk[-2]
        assert list(counted.on_or_after(date.min)) == walk[:-1]
        assert next(counted.before(date.max)) == walk[-2]
        assert (counted.is_instance(walk[-2]), counted.is_instance(walk[-1])) == (True, False)
        eve = walk[-1] - timedelta(1)
        until = RuleDays(parse_rrule(f"{rule};UNTIL={eve:%Y%m%d}"), days.start)
        assert until.last == walk[-2]
        assert list(until.on_or_after(date.min)) == walk[:-1]
        assert next(until.before(date.max)) == walk[-2]


@pytest.mark.parametrize("block", range(5))
def test_the_ends_of_the_calendar_cut_the_days_and_change_none(block: int) -> None:
    for seed in range(3000 + block * 40, 3000 + block * 40 + 40):
        rng = Random(seed)
        rule = parse_rrule(random_rule(rng))
        late = date.max - timedelta(rng.randrange(1500))
        alike = RuleGrid(rule, late - FOUR_CENTURIES)
        expected_ = [
            d + FOUR_CENTURIES for d in alike.ascending(date(9595, 1, 1), date(9599, 12, 31))
        ]
        assert list(RuleGrid(rule, late).ascending(date(9995, 1, 1))) == expected_, (rule, late)
        early = date.min + timedelta(rng.randrange(1500))
        alike = RuleGrid(rule, early + FOUR_CENTURIES)
        expected_ = [
            d - FOUR_CENTURIES for d in alike.descending(date(405, 12, 31), date(401, 1, 1))
        ]
        assert list(RuleGrid(rule, early).descending(date(5, 12, 31))) == expected_, (rule, early)


class Counting:
    """Periods that count how often they are asked what they hold."""

    def __init__(self, periods: Periods) -> None:
        self.periods, self.cycle, self.number = periods, periods.cycle, periods.number
        self.asked = 0

    def days(self, number: int) -> tuple[int, tuple[int, ...]]:
        self.asked += 1
        return self.periods.days(number)


def counting(text: str, start: str) -> tuple[RuleGrid, Counting]:
    grid = RuleGrid(parse_rrule(text), day(start))
    grid.periods = periods = Counting(grid.periods)
    return grid, periods


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=2TU", "1998-09-08"),
        ("FREQ=DAILY", "1998-01-01"),
        ("FREQ=DAILY;INTERVAL=3;BYDAY=MO", "1998-01-05"),
        ("FREQ=WEEKLY;BYDAY=MO,WE", "1998-01-05"),
        ("FREQ=WEEKLY;BYMONTH=1,7;BYDAY=TU;WKST=SU", "1998-01-06"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "1998-01-30"),
        ("FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=31", "1998-01-31"),
        ("FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO", "1998-12-28"),
    ],
)
@pytest.mark.parametrize("asked", ["1998-06-01", "2026-11-24", "9000-01-01"])
def test_the_next_and_the_last_day_are_found_without_walking_there(
    text: str, start: str, asked: str
) -> None:
    grid, periods = counting(text, start)
    assert next(grid.ascending(day(asked))) < day(asked) + timedelta(366 * 4)
    assert next(grid.descending(day(asked))) > day(asked) - timedelta(366 * 4)
    assert periods.asked <= 6


@pytest.mark.parametrize(
    ("text", "start", "cycle"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "1998-02-01", 400),
        ("FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366", "1998-02-01", 100),
        ("FREQ=YEARLY;BYMONTH=2;BYWEEKNO=1", "1998-02-01", 400),
        ("FREQ=MONTHLY;BYMONTH=2,4;BYMONTHDAY=31", "1998-02-01", 400),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTH=3", "1998-02-01", 400),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3", "1998-02-02", 1),
        ("FREQ=WEEKLY;BYMONTH=4;BYDAY=MO,TU;BYSETPOS=3", "1998-02-02", 20871),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "1998-02-02", 400),
        ("FREQ=DAILY;BYDAY=TU;BYSETPOS=2", "1998-02-03", 400),
    ],
)
def test_a_rule_that_never_comes_is_given_up_after_one_cycle_of_the_calendar(
    text: str, start: str, cycle: int
) -> None:
    grid, periods = counting(text, start)
    assert grid.periods.cycle == cycle
    assert next(grid.ascending(day(start)), None) is None
    assert next(grid.descending(day("9000-01-01")), None) is None
    assert periods.asked == 2 * (cycle + 1)


@pytest.mark.parametrize(
    ("text", "start", "asked", "found"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2000-02-29", "2096-03-01", "2104-02-29"),
        ("FREQ=YEARLY;INTERVAL=100", "2000-02-29", "2000-03-01", "2400-02-29"),
        ("FREQ=MONTHLY;INTERVAL=1200;BYMONTHDAY=29", "2000-02-29", "2000-03-01", "2400-02-29"),
        ("FREQ=DAILY;INTERVAL=1461;BYMONTH=2;BYMONTHDAY=29", "1904-02-29", "2097-01-01", None),
        ("FREQ=DAILY;INTERVAL=13;BYMONTHDAY=13;BYDAY=FR", "1998-02-13", "1998-02-14", "1998-11-13"),
        ("FREQ=WEEKLY;INTERVAL=52;BYMONTH=2;BYDAY=MO", "1998-02-02", "2020-01-01", "2270-02-28"),
    ],
)
def test_a_day_that_comes_after_centuries_is_found(
    text: str, start: str, asked: str, found: str | None
) -> None:
    days = RuleDays(parse_rrule(text), day(start)).on_or_after(day(asked))
    assert next(days, None) == (found and day(found))


MANY = ",".join(map(str, [*range(1, 367), *range(-366, 0)] * 20))


def hostile() -> Iterator[tuple[str, str]]:
    for number in (10**18, 10**20 - 1):
        for frequency in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
            yield f"FREQ={frequency};INTERVAL={number}", "1998-02-02"
        yield f"FREQ=DAILY;INTERVAL={number};BYMONTH=2;BYDAY=MO", "1998-02-02"
        yield f"FREQ=WEEKLY;INTERVAL={number};BYMONTH=2;BYDAY=MO,TU;BYSETPOS=1", "1998-02-02"
        yield f"FREQ=MONTHLY;INTERVAL={number};BYMONTH=2;BYDAY=1MO", "1998-02-02"


@pytest.mark.parametrize(("text", "start"), list(hostile()))
def test_an_interval_longer_than_the_calendar_leaves_the_first_day(text: str, start: str) -> None:
    days = RuleDays(parse_rrule(text), day(start))
    assert list(days.on_or_after(date.min)) == [day(start)] == list(days.before(date.max))
    assert days.last is None
    assert RuleDays(parse_rrule(f"{text};COUNT=2"), day(start)).last is None
    assert RuleDays(parse_rrule(f"{text};UNTIL=99991231"), day(start)).last == day(start)


@pytest.mark.parametrize(
    ("text", "start", "last"),
    [
        ("FREQ=DAILY;COUNT=1000000000", "1998-02-02", None),
        ("FREQ=DAILY;COUNT=2922637", "1998-02-02", "9999-12-30"),
        ("FREQ=DAILY;COUNT=2922638", "1998-02-02", "9999-12-31"),
        ("FREQ=DAILY;COUNT=2922639", "1998-02-02", None),
        ("FREQ=WEEKLY;COUNT=99999999999999999999", "1998-02-02", None),
        ("FREQ=MONTHLY;BYDAY=1MO,20TU;COUNT=1000000000", "1998-02-02", None),
    ],
)
def test_a_count_may_run_up_to_the_end_of_the_calendar(
    text: str, start: str, last: str | None
) -> None:
    assert RuleDays(parse_rrule(text), day(start)).last == (last and day(last))


@pytest.mark.parametrize(
    ("text", "start", "count"),
    [
        ("FREQ=MONTHLY;INTERVAL=7;BYMONTHDAY=31", "1998-01-31", 5000),
        ("FREQ=MONTHLY;BYDAY=-1FR", "1998-01-30", 70000),
        ("FREQ=WEEKLY;BYMONTH=2", "1998-02-02", 20000),
        ("FREQ=WEEKLY;INTERVAL=3;BYMONTH=2,3;BYDAY=MO,TU;BYSETPOS=-1", "1998-02-03", 9000),
        ("FREQ=DAILY;INTERVAL=2;BYMONTH=2", "1998-02-02", 50000),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,SU", "1998-12-28", 1001),
        ("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29,28", "1996-02-29", 2000),
    ],
)
def test_the_last_of_very_many_days_is_computed_from_one_cycle(
    text: str, start: str, count: int
) -> None:
    grid, periods = counting(text, start)
    walk = list(islice(RuleGrid(grid.rule, day(start)).ascending(day(start)), count))
    assert grid.counted(day(start), count) == walk[-1]
    assert periods.asked <= 2 * periods.cycle + 2


def test_long_lists_are_read_as_what_they_hold() -> None:
    rule = parse_rrule(f"FREQ=YEARLY;BYYEARDAY={MANY};BYSETPOS={MANY}")
    assert (len(rule.by_year_day), len(rule.by_set_pos)) == (732, 732)
    found = RuleDays(rule, day("1998-01-01")).on_or_after(day("2026-11-24"))
    assert list(islice(found, 2)) == [day("2026-11-24"), day("2026-11-25")]


@pytest.mark.parametrize(
    ("text", "start", "message", "help_"),
    [
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=2TU",
            "1998-09-01",
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=2TU does not fall on 1998-09-01, the day it begins",
            "write `since: 1996-09-10` or `since: 1998-09-08`, where it does",
        ),
        (
            "FREQ=YEARLY;BYMONTH=9",
            "1998-10-08",
            "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=8 does not fall on 1998-10-08, the day it begins",
            "write `since: 1998-09-08` or `since: 1999-09-08`, where it does",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO;UNTIL=19981010",
            "1998-10-08",
            "FREQ=WEEKLY;UNTIL=19981010;BYDAY=MO does not fall on 1998-10-08, the day it begins",
            "write `since: 1998-10-05`, where it does",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2",
            "1998-01-30",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 falls on no day at all",
            "name days that there are",
        ),
        (
            "FREQ=DAILY;UNTIL=19980101",
            "1998-01-30",
            "UNTIL=19980101 lies before 1998-01-30, on which the rule begins",
            "write a last day from 1998-01-30 on",
        ),
        (
            f"FREQ=YEARLY;BYYEARDAY={MANY};BYMONTH=2",
            "1998-03-01",
            "FREQ=YEARLY;BYMONTH=2;BYYEARDAY=-366,-365,-364,-363,-362,... does not fall on 1998-03-01, the day it begins",
            "write `since: 1998-02-28` or `since: 1999-02-01`, where it does",
        ),
    ],
)
def test_a_rule_begins_on_one_of_its_days_or_is_told_the_nearest(
    text: str, start: str, message: str, help_: str
) -> None:
    with pytest.raises(UnreadableRuleError) as caught:
        RuleDays(parse_rrule(text), day(start))
    assert (caught.value.message, caught.value.help) == (message, help_)


def test_nothing_lies_before_the_first_day_nor_after_the_last() -> None:
    days = RuleDays(parse_rrule("FREQ=DAILY;COUNT=3"), day("1998-01-30"))
    assert list(days.before(day("1998-01-30"))) == list(days.before(date.min)) == []
    assert list(days.on_or_after(day("1998-02-02"))) == list(days.on_or_after(date.max)) == []
    assert [days.is_instance(day(f"1998-01-{n}")) for n in (29, 30, 31)] == [False, True, True]
    assert days.last == day("1998-02-01")


def test_the_grid_goes_on_before_the_first_day_and_after_the_last() -> None:
    grid = RuleDays(parse_rrule("FREQ=WEEKLY;INTERVAL=2;COUNT=3"), day("1998-01-30")).grid
    assert next(grid.descending(day("1998-01-29"))) == day("1998-01-16")
    assert list(islice(grid.ascending(day("1998-01-31")), 3))[-1] == day("1998-03-13")
    assert str(grid.rule) == "FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=FR"
