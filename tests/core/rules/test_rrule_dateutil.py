"""The engine and python-dateutil agree on thousands of rules, but for the differences named here."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

import pytest
from dateutil.rrule import rrule, rrulestr
from tests.core.given import day
from tests.core.rules.rrule_predicate import NAMES, expected, parts_of, random_rule

from cjpeace.core.rules.rrule_grid import RuleGrid
from cjpeace.core.rules.rrule_text import parse_rrule


def by_dateutil(text: str, start: date, last: date) -> list[date]:
    found = rrulestr(f"{text};UNTIL={last:%Y%m%d}", dtstart=datetime(*start.timetuple()[:3]))  # noqa: DTZ001
    assert isinstance(found, rrule)
    return [moment.date() for moment in found]


def by_engine(text: str, start: date, last: date) -> list[date]:
    return list(RuleGrid(parse_rrule(text), start).ascending(start, last))


def begun_before_its_interval(text: str) -> bool:
    """WEEKLY with BYSETPOS: dateutil's first set begins with DTSTART, ours with the week.

    "A set of recurrence instances starts at the beginning of the interval defined by the FREQ rule
    part", says section 3.3.10, and its example of an interval is a week.
    """
    return "FREQ=WEEKLY" in text and "BYSETPOS" in text


def in_weeks_across_the_turn_of_the_year(text: str) -> bool:
    """BYWEEKNO: dateutil gives weeks 1, 52 and 53, and the negative ones, wrong days at the turn.

    It takes the number of weeks of the year before from the length of this year, overlooks that a
    negative number may mean week 1 of the year after, and with BYSETPOS lets such a week count in
    two years, part in the one and part in the other.
    """
    return "BYWEEKNO" in text


def of_weekdays_with_and_without_a_number(text: str) -> bool:
    """BYDAY=MO,1TU: dateutil takes the days that are both, so none; the RFC has a list of days."""
    weekdays = parts_of(text).get("BYDAY", "").split(",")
    return len({weekday in NAMES for weekday in weekdays}) > 1


def of_a_weekday_that_no_month_has(text: str) -> bool:
    """MONTHLY;BYDAY=20MO: dateutil stops with an IndexError; the RFC allows 1 to 53, and ignores."""
    weekdays = parts_of(text).get("BYDAY", "").split(",")
    return any(weekday.lstrip("-").startswith(("20", "53")) for weekday in weekdays)


DIFFERENCES: tuple[Callable[[str], bool], ...] = (
    begun_before_its_interval,
    in_weeks_across_the_turn_of_the_year,
    of_weekdays_with_and_without_a_number,
    of_a_weekday_that_no_month_has,
)


def random_series(seed: int) -> tuple[str, date, date] | None:
    """A random rule, with all that derives from its beginning said, and six years of it."""
    rng = Random(seed)
    asked = date(1990, 1, 1) + timedelta(rng.randrange(12000))
    grid = RuleGrid(parse_rrule(random_rule(rng)), asked)
    start = next(grid.ascending(asked, asked + timedelta(4000)), None)
    return None if start is None else (str(grid.rule), start, start + timedelta(2200))


@pytest.mark.parametrize("block", range(40))
def test_the_engine_agrees_with_dateutil_where_no_difference_is_named(block: int) -> None:
    compared = 0
    for seed in range(block * 100, block * 100 + 100):
        series = random_series(seed)
        if series is None or any(difference(series[0]) for difference in DIFFERENCES):
            continue
        assert by_engine(*series) == by_dateutil(*series), series
        compared += 1
    assert compared >= 40


@pytest.mark.parametrize("block", range(8))
def test_weeks_by_number_differ_from_dateutil_at_the_turn_of_the_year_alone(block: int) -> None:
    def inner(days: list[date]) -> list[date]:
        return [day for day in days if (1, 4) <= (day.month, day.day) <= (12, 28)]

    for seed in range(100000 + block * 200, 100000 + block * 200 + 200):
        series = random_series(seed)
        if series and "BYWEEKNO" in series[0] and "BYSETPOS" not in series[0]:
            assert inner(by_engine(*series)) == inner(by_dateutil(*series)), series


@pytest.mark.parametrize("block", range(8))
def test_weekly_positions_differ_from_dateutil_in_the_first_week_alone(block: int) -> None:
    for seed in range(200000 + block * 200, 200000 + block * 200 + 200):
        series = random_series(seed)
        if series and begun_before_its_interval(series[0]):
            text, start, last = series
            week_start = NAMES.index(parts_of(text).get("WKST", "MO"))
            monday = start - timedelta((start.weekday() - week_start) % 7)
            assert by_engine(text, monday, last) == by_dateutil(text, monday, last), series


NAMED = [
    (
        "the first week begins on Monday, not on the Wednesday of DTSTART",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2",
        "2026-09-02 2026-09-09 2026-09-16",
        "2026-09-04 2026-09-09 2026-09-16",
    ),
    (
        "2022-01-01 is in week 52 of 2021, which has no week 53",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SA",
        "2016-01-02 2021-01-02 2027-01-02",
        "2016-01-02 2021-01-02 2022-01-01 2027-01-02",
    ),
    (
        "so 2022-01-02 is the last day of week 52",
        "FREQ=YEARLY;BYMONTH=1;BYWEEKNO=52;BYDAY=SU",
        "2017-01-01 2022-01-02 2023-01-01",
        "2017-01-01 2023-01-01",
    ),
    (
        "of 53 weeks, week -53 is the first, though it begins in the year before",
        "FREQ=YEARLY;BYWEEKNO=-53;BYDAY=WE",
        "2003-12-31 2008-12-31 2014-12-31 2020-01-01",
        "2020-01-01",
    ),
    (
        "of 52 weeks, week -52 is the first",
        "FREQ=YEARLY;BYWEEKNO=-52;BYDAY=MO",
        "2012-01-02 2012-12-31 2013-12-30 2015-01-05",
        "2012-01-02 2015-01-05",
    ),
    (
        "the first day of a set of one is that one: week 1 of 2019 begins on 2018-12-31",
        "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;BYSETPOS=1",
        "2018-01-01 2018-12-31 2019-12-30 2021-01-04",
        "2018-01-01 2019-12-30 2021-01-04",
    ),
    (
        "the weekday that BYWEEKNO leaves open is that of DTSTART, not each",
        "FREQ=YEARLY;BYWEEKNO=20",
        "1998-05-11 1999-05-17",
        "1998-05-11 1998-05-12 1998-05-13 1998-05-14 1998-05-15 1998-05-16 1998-05-17 1999-05-17",
    ),
    (
        "every Monday and the first Tuesday, not what is both",
        "FREQ=MONTHLY;BYDAY=MO,1TU",
        "2026-09-01 2026-09-07 2026-09-14",
        "",
    ),
]


@pytest.mark.parametrize(
    ("text", "ours", "theirs"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED]
)
def test_where_the_two_differ_the_day_by_day_reading_is_on_our_side(
    text: str, ours: str, theirs: str
) -> None:
    days = [day(word) for word in ours.split()]
    assert by_engine(text, days[0], days[-1]) == days == expected(text, days[0], days[-1])
    assert by_dateutil(text, days[0], days[-1]) == [day(word) for word in theirs.split()]


def test_a_weekday_that_no_month_has_is_ignored_where_dateutil_stops() -> None:
    text, start = "FREQ=MONTHLY;BYDAY=1MO,53TU", day("2026-09-07")
    assert by_engine(text, start, day("2026-11-30")) == [
        *(day("2026-09-07"), day("2026-10-05"), day("2026-11-02"))
    ]
    with pytest.raises(IndexError):
        by_dateutil(text, start, day("2026-11-30"))
