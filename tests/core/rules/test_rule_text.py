"""`every` and `when` as an agenda writes them: what is read, and what is refused and why."""

import pytest

from cjpeace.core.dates.duration import Duration, Unit
from cjpeace.core.dates.pattern import (
    DayOfMonth,
    DayOfYear,
    Months,
    Pattern,
    Weekday,
    WeekdayOfMonth,
)
from cjpeace.core.rules.rule_text import month_number, parse_every, parse_when, parse_yearly_span
from cjpeace.core.unreadable import UnreadableError

INTERVALS = (
    "accepted: a number and a unit (2 years, 6 months, 3 weeks, 10 days, quarter, year) or one of "
    "annual, yearly, semiannual, quarterly, monthly, weekly, biennial, triennial, quadrennial, "
    "quinquennial, decennial"
)
LENGTHS = 'accepted: a number and a unit (years, quarters, months, weeks, days), as in "2 years"'
WITH_YEARS = (
    "accepted with years: a month, a season, Q1 to Q4, H1, H2, two of a kind (July to August), "
    "or a day (31 May, second Tuesday of September)"
)
WITH_MONTHS = "accepted with months: a day (15, last day, second Tuesday, last Friday)"
WITH_WEEKS = "accepted with weeks: a weekday (Tuesday)"
WITHOUT_WHEN = "`when` goes with years, months or weeks: leave it out"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2 years", "2 years"),
        ("6 months", "6 months"),
        ("3 weeks", "3 weeks"),
        ("10 days", "10 days"),
        ("quarter", "1 quarter"),
        ("year", "1 year"),
        ("week", "1 week"),
        ("day", "1 day"),
        ("month", "1 month"),
        ("annual", "1 year"),
        ("yearly", "1 year"),
        ("semiannual", "6 months"),
        ("quarterly", "1 quarter"),
        ("monthly", "1 month"),
        ("weekly", "1 week"),
        ("biennial", "2 years"),
        ("triennial", "3 years"),
        ("quadrennial", "4 years"),
        ("quinquennial", "5 years"),
        ("decennial", "10 years"),
        ("Annual", "1 year"),
        (" 2 YEARS ", "2 years"),
        ("400 years", "400 years"),
    ],
)
def test_an_interval_is_a_number_and_a_unit_or_an_adjective(text: str, shown: str) -> None:
    assert str(parse_every(text)) == shown


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        (
            "biannual",
            '"biannual" means two things: twice a year (6 months), or every second year (2 years)',
            'write "6 months" or "2 years"',
        ),
        (
            "bimonthly",
            (
                '"bimonthly" means two things: twice a month (every month, on two days), '
                "or every second month (2 months)"
            ),
            'write "2 months", or "month" with two days in `when`',
        ),
        (
            "BiWeekly",
            (
                '"BiWeekly" means two things: twice a week (every week, on two days), '
                "or every second week (2 weeks)"
            ),
            'write "2 weeks", or "week" with two days in `when`',
        ),
        ("2 fortnights", '"2 fortnights" is not a length of time', LENGTHS),
        ("1.5 years", '"1.5 years" is not a length of time', LENGTHS),
        ("-1 years", '"-1 years" is not a length of time', LENGTHS),
        ("2 hours", '"2 hours" is not a length of time', LENGTHS),
        ("0 years", '"0 years" is no time at all', 'the least is "1 year"'),
        ("401 years", '"401 years" is longer than 400 years', "write a shorter length"),
        (
            "100000000000000000 years",
            '"100000000000000000 years" is longer than 400 years',
            "write a shorter length",
        ),
        ("fortnight", '"fortnight" is not an interval', INTERVALS),
        ("", '"" is not an interval', INTERVALS),
        ("bienial", '"bienial" is not an interval', f'did you mean "biennial"? {INTERVALS}'),
        ("years", '"years" is not an interval', f'did you mean "year"? {INTERVALS}'),
    ],
)
def test_an_interval_is_refused_with_what_is_wrong(text: str, message: str, help_: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_every(text)
    assert (caught.value.message, caught.value.help) == (message, help_)


@pytest.mark.parametrize("digits", [19, 20, 400])
def test_an_interval_of_endless_digits_is_refused(digits: int) -> None:
    with pytest.raises(UnreadableError):
        parse_every("1" + "0" * (digits - 1) + " years")


YEAR, MONTH = Duration(2, Unit.YEAR), Duration(1, Unit.MONTH)
QUARTER, WEEK, DAY = Duration(1, Unit.QUARTER), Duration(3, Unit.WEEK), Duration(10, Unit.DAY)


@pytest.mark.parametrize(
    ("text", "every", "pattern"),
    [
        ("November", YEAR, Months(11, 1)),
        ("spring", YEAR, Months(3, 3)),
        ("summer", YEAR, Months(6, 3)),
        ("autumn", YEAR, Months(9, 3)),
        ("fall", YEAR, Months(9, 3)),
        ("winter", YEAR, Months(12, 3)),
        ("Q1", YEAR, Months(1, 3)),
        ("q4", YEAR, Months(10, 3)),
        ("H1", YEAR, Months(1, 6)),
        ("h2", YEAR, Months(7, 6)),
        ("July to August", YEAR, Months(7, 2)),
        ("November to February", YEAR, Months(11, 4)),
        ("winter to spring", YEAR, Months(12, 6)),
        ("Q4 to Q1", YEAR, Months(10, 6)),
        ("H2 to H1", YEAR, Months(7, 12)),
        ("31 May", YEAR, DayOfYear(5, DayOfMonth(31))),
        ("29 February", YEAR, DayOfYear(2, DayOfMonth(29))),
        ("second Tuesday of September", YEAR, DayOfYear(9, WeekdayOfMonth(1, 1))),
        ("last  FRIDAY of march", YEAR, DayOfYear(3, WeekdayOfMonth(4, 4))),
        ("last day of May", YEAR, DayOfYear(5, DayOfMonth(31))),
        ("15", MONTH, DayOfMonth(15)),
        ("last day", MONTH, DayOfMonth(31)),
        ("second Tuesday", MONTH, WeekdayOfMonth(1, 1)),
        ("Last Friday", QUARTER, WeekdayOfMonth(4, 4)),
        ("31", QUARTER, DayOfMonth(31)),
        ("Tuesday", WEEK, Weekday(1)),
        ("SUNDAY", WEEK, Weekday(6)),
    ],
)
def test_when_names_a_part_of_the_period(text: str, every: Duration, pattern: Pattern) -> None:
    assert parse_when(text, every) == pattern


@pytest.mark.parametrize(
    ("text", "every", "help_"),
    [
        ("15", YEAR, WITH_YEARS),
        ("Tuesday", YEAR, WITH_YEARS),
        ("second Tuesday", YEAR, WITH_YEARS),
        ("Q5", YEAR, WITH_YEARS),
        ("July to Q3", YEAR, WITH_YEARS),
        ("", YEAR, WITH_YEARS),
        ("autum", YEAR, f'did you mean "Autumn"? {WITH_YEARS}'),
        ("31 Mai", YEAR, f'did you mean "May"? {WITH_YEARS}'),
        ("second Tuesday of Setpember", YEAR, f'did you mean "September"? {WITH_YEARS}'),
        ("31 May", MONTH, WITH_MONTHS),
        ("autumn", MONTH, WITH_MONTHS),
        ("32", MONTH, WITH_MONTHS),
        ("0", MONTH, WITH_MONTHS),
        ("100", MONTH, WITH_MONTHS),
        ("Tuesday", MONTH, WITH_MONTHS),
        ("fifth Monday", MONTH, WITH_MONTHS),
        ("autumn", QUARTER, WITH_MONTHS),
        ("15", WEEK, WITH_WEEKS),
        ("autumn", WEEK, WITH_WEEKS),
        ("first Tuesday", WEEK, WITH_WEEKS),
        ("Tuesday", DAY, WITHOUT_WHEN),
        ("15", DAY, WITHOUT_WHEN),
    ],
)
def test_when_is_refused_with_what_the_interval_takes(
    text: str, every: Duration, help_: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_when(text, every)
    message = f'"{text}" does not say when in a period of {every}'
    assert (caught.value.message, caught.value.help) == (message, help_)


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("31 June", "June never has a day 31", "its last day is 30"),
        ("30 February", "February never has a day 30", "its last day is 29"),
        ("0 May", "May never has a day 0", "its last day is 31"),
    ],
)
def test_a_day_that_its_month_never_has_is_refused(text: str, message: str, help_: str) -> None:
    for parse in (lambda: parse_when(text, YEAR), lambda: parse_yearly_span(f"1 May/{text}")):
        with pytest.raises(UnreadableError) as caught:
            parse()
        assert (caught.value.message, caught.value.help) == (message, help_)


def test_a_month_is_numbered_in_any_case() -> None:
    assert [month_number(name) for name in ("January", "MAY", "december")] == [1, 5, 12]
    assert [month_number(name) for name in ("spring", "Q1", "Mai", "")] == [None] * 4


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("29 December/3 January", ((12, 29), (1, 3))),
        ("1 may / 5 MAY", ((5, 1), (5, 5))),
        ("29 February", ((2, 29), (2, 29))),
    ],
)
def test_a_yearly_span_is_one_day_or_two(
    text: str, span: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    assert parse_yearly_span(text) == span


@pytest.mark.parametrize("text", ["", "1 May/", "29 Dec/3 Jan", "1 May/2 May/3 May", "May", "1.5."])
def test_what_is_no_yearly_span_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_yearly_span(text)
    assert caught.value.message == f'"{text}" is not a span of days'
    assert caught.value.help == (
        "accepted: a day or two of every year, as in 29 December/3 January"
    )
