"""Recurrence rules as RFC 5545 writes them: read, shown, and refused with the reason, word for word."""

from datetime import date
from random import Random

import pytest
from tests.core.rules.rrule_predicate import random_rule

from cjpeace.core.rules.rrule import Frequency, NumberedWeekday, RecurrenceRule, UnreadableRuleError
from cjpeace.core.rules.rrule_text import parse_rrule

KNOWN = (
    "accepted: FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, "
    "BYSETPOS, WKST, as in FREQ=MONTHLY;BYDAY=-1FR"
)
WEEKDAYS = (
    "weekdays are MO, TU, WE, TH, FR, SA, SU, with a number before it for the n-th (2TU) or "
    "the n-th last (-1FR)"
)
EACH_OR_ONE = "add BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12, or the one month that is meant"

REFUSED = [
    ("", "the rule is empty", "write one, as in FREQ=MONTHLY;BYDAY=-1FR", ""),
    ("RRULE:", "the rule is empty", "write one, as in FREQ=MONTHLY;BYDAY=-1FR", ""),
    (
        "FREQ=DAILY;",
        "the rule has an empty part",
        "write one semicolon between two parts, none at the end",
        "",
    ),
    (
        "FREQ=DAILY;;COUNT=2",
        "the rule has an empty part",
        "write one semicolon between two parts, none at the end",
        "",
    ),
    ("FREQ = DAILY", '"FREQ = DAILY" has a space in it', 'write it without: "FREQ=DAILY"', ""),
    (
        "FREQ=WEEKLY; BYDAY=MO, WE",
        '"FREQ=WEEKLY; BYDAY=MO, WE" has a space in it',
        'write it without: "FREQ=WEEKLY;BYDAY=MO,WE"',
        "",
    ),
    (
        "DTSTART:19970902\nRRULE:FREQ=DAILY",
        '"DTSTART:19970902 RRULE:FREQ=DAILY" is more than a rule',
        "write what follows RRULE: alone, as in FREQ=MONTHLY;BYDAY=-1FR",
        "",
    ),
    (
        "FREQ=DAILY:COUNT=2",
        '"FREQ=DAILY:COUNT=2" is more than a rule',
        "write what follows RRULE: alone, as in FREQ=MONTHLY;BYDAY=-1FR",
        "",
    ),
    (
        "FREQ=DAILY;BYDAY=1.5",
        '"FREQ=DAILY;BYDAY=1.5" has a character that no rule has: "."',
        "write letters, digits and =;,+- alone, as in FREQ=MONTHLY;BYDAY=-1FR",
        "BYDAY=1.5",
    ),
    (
        "FREQ=DAİLY",
        '"FREQ=DAİLY" has a character that no rule has: "İ"',
        "write letters, digits and =;,+- alone, as in FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=DAİLY",
    ),
    (
        "INTERVAL=2",
        '"INTERVAL=2" has no FREQ',
        "add FREQ=DAILY, FREQ=WEEKLY, FREQ=MONTHLY or FREQ=YEARLY",
        "",
    ),
    ("WEEKLY", "WEEKLY is not a part of a rule", KNOWN, "WEEKLY"),
    ("FREQ", "FREQ has no value", "write one, as in FREQ=MONTHLY;BYDAY=-1FR", "FREQ"),
    ("FREQ=", "FREQ= has no value", "write one, as in FREQ=MONTHLY;BYDAY=-1FR", "FREQ="),
    (
        "FREQ=WEEKLY;BYDAY",
        "BYDAY has no value",
        "write one, as in FREQ=MONTHLY;BYDAY=-1FR",
        "BYDAY",
    ),
    (
        "FREQ=WEEKLY;BYDAY=",
        "BYDAY= has no value",
        "write one, as in FREQ=MONTHLY;BYDAY=-1FR",
        "BYDAY=",
    ),
    (
        "FREQ=FORTNIGHTLY",
        "FREQ=FORTNIGHTLY is no frequency",
        "accepted: DAILY, WEEKLY, MONTHLY, YEARLY",
        "FREQ=FORTNIGHTLY",
    ),
    (
        "FREQ=WEKLY",
        "FREQ=WEKLY is no frequency",
        "did you mean WEEKLY? accepted: DAILY, WEEKLY, MONTHLY, YEARLY",
        "FREQ=WEKLY",
    ),
    (
        "FREQ=HOURLY",
        "FREQ=HOURLY is more often than daily",
        "accepted: DAILY, WEEKLY, MONTHLY, YEARLY; the time of day goes in `at`",
        "FREQ=HOURLY",
    ),
    (
        "FREQ=minutely",
        "FREQ=MINUTELY is more often than daily",
        "accepted: DAILY, WEEKLY, MONTHLY, YEARLY; the time of day goes in `at`",
        "FREQ=minutely",
    ),
    (
        "FREQ=SECONDLY;BYDAY=MO",
        "FREQ=SECONDLY is more often than daily",
        "accepted: DAILY, WEEKLY, MONTHLY, YEARLY; the time of day goes in `at`",
        "FREQ=SECONDLY",
    ),
    (
        "FREQ=DAILY;BYHOUR=9",
        "BYHOUR=9 has no place in a rule of days",
        "leave it out, and write the time of day in `at`",
        "BYHOUR=9",
    ),
    (
        "FREQ=DAILY;BYMINUTE=30",
        "BYMINUTE=30 has no place in a rule of days",
        "leave it out, and write the time of day in `at`",
        "BYMINUTE=30",
    ),
    (
        "FREQ=DAILY;BYSECOND=0",
        "BYSECOND=0 has no place in a rule of days",
        "leave it out, and write the time of day in `at`",
        "BYSECOND=0",
    ),
    (
        "FREQ=WEEKLY;BYDAYS=MO",
        "BYDAYS=MO is not a part of a rule",
        f"did you mean BYDAY? {KNOWN}",
        "BYDAYS=MO",
    ),
    ("FREQ=WEEKLY;X-FOO=1", "X-FOO=1 is not a part of a rule", KNOWN, "X-FOO=1"),
    (
        "FREQ=WEEKLY;DTSTART=19970902",
        "DTSTART=19970902 has no place in a rule of days",
        "the day on which the rule begins is said by `since`",
        "DTSTART=19970902",
    ),
    (
        "FREQ=WEEKLY;EXDATE=19970902",
        "EXDATE=19970902 has no place in a rule of days",
        "a day on which it does not meet is a session that is `cancelled`",
        "EXDATE=19970902",
    ),
    (
        "FREQ=WEEKLY;RDATE=1",
        "RDATE=1 has no place in a rule of days",
        "further days are sessions on record",
        "RDATE=1",
    ),
    (
        "FREQ=MONTHLY;RSCALE=CHINESE",
        "RSCALE=CHINESE has no place in a rule of days",
        "the calendar is always the Gregorian one",
        "RSCALE=CHINESE",
    ),
    (
        "FREQ=MONTHLY;SKIP=BACKWARD",
        "SKIP=BACKWARD has no place in a rule of days",
        "days that a month lacks are always left out",
        "SKIP=BACKWARD",
    ),
    (
        "FREQ=MONTHLY;EXRULE=1",
        "EXRULE=1 has no place in a rule of days",
        "write the days that are meant, not those that are not",
        "EXRULE=1",
    ),
    (
        "FREQ=MONTHLY;DTEND=1",
        "DTEND=1 has no place in a rule of days",
        "how long a session is, is said by `lasts`",
        "DTEND=1",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO;BYDAY=WE",
        "BYDAY is given twice",
        "join the two: BYDAY=MO,WE",
        "BYDAY=WE",
    ),
    ("FREQ=WEEKLY;FREQ=DAILY", "FREQ is given twice", "keep the one that is meant", "FREQ=DAILY"),
    (
        "FREQ=WEEKLY;COUNT=2;count=3",
        "COUNT is given twice",
        "keep the one that is meant",
        "count=3",
    ),
    (
        "FREQ=DAILY;INTERVAL=0",
        "INTERVAL=0 is no interval",
        "write 1 or more, or leave INTERVAL out for every day",
        "INTERVAL=0",
    ),
    (
        "FREQ=YEARLY;INTERVAL=-1",
        "INTERVAL=-1 is no number of periods",
        "write digits alone, 20 at the most",
        "INTERVAL=-1",
    ),
    (
        "FREQ=YEARLY;INTERVAL=1.5",
        '"FREQ=YEARLY;INTERVAL=1.5" has a character that no rule has: "."',
        "write letters, digits and =;,+- alone, as in FREQ=MONTHLY;BYDAY=-1FR",
        "INTERVAL=1.5",
    ),
    (
        "FREQ=YEARLY;INTERVAL=100000000000000000000000",
        "INTERVAL=100000000000000000000000 is no number of periods",
        "write digits alone, 20 at the most",
        "INTERVAL=100000000000000000000000",
    ),
    (
        "FREQ=DAILY;COUNT=0",
        "COUNT=0 leaves no day: the one on which the rule begins is the first",
        "write 1 or more, or leave COUNT out",
        "COUNT=0",
    ),
    (
        "FREQ=DAILY;COUNT=x",
        "COUNT=X is no number of days",
        "write digits alone, 20 at the most",
        "COUNT=x",
    ),
    (
        "FREQ=DAILY;COUNT=10;UNTIL=20301231",
        "COUNT=10 and UNTIL=20301231 would both end the rule",
        "keep the one that is meant",
        "UNTIL=20301231",
    ),
    (
        "FREQ=DAILY;UNTIL=20301231T000000Z",
        "UNTIL=20301231T000000Z is a time, and the rule is one of days",
        "write the last day that is meant, as in UNTIL=20301231",
        "UNTIL=20301231T000000Z",
    ),
    (
        "FREQ=DAILY;UNTIL=20301231t235959",
        "UNTIL=20301231T235959 is a time, and the rule is one of days",
        "write the last day that is meant, as in UNTIL=20301231",
        "UNTIL=20301231t235959",
    ),
    (
        "FREQ=DAILY;UNTIL=2030-12-31",
        "UNTIL=2030-12-31 is no day",
        "write eight digits, year, month, day, as in UNTIL=20301231",
        "UNTIL=2030-12-31",
    ),
    (
        "FREQ=DAILY;UNTIL=20300230",
        "UNTIL=20300230 is not in the calendar",
        "write a day that there is",
        "UNTIL=20300230",
    ),
    (
        "FREQ=DAILY;UNTIL=2030",
        "UNTIL=2030 is no day",
        "write eight digits, year, month, day, as in UNTIL=20301231",
        "UNTIL=2030",
    ),
    (
        "FREQ=DAILY;UNTIL=00000101",
        "UNTIL=00000101 is not in the calendar",
        "write a day that there is",
        "UNTIL=00000101",
    ),
    (
        "FREQ=DAILY;WKST=XX",
        "WKST=XX is no weekday",
        "weekdays are MO, TU, WE, TH, FR, SA, SU",
        "WKST=XX",
    ),
    (
        "FREQ=DAILY;WKST=1MO",
        "WKST=1MO is no weekday",
        "weekdays are MO, TU, WE, TH, FR, SA, SU",
        "WKST=1MO",
    ),
    ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13 is out of range", "months are 1 to 12", "BYMONTH=13"),
    ("FREQ=YEARLY;BYMONTH=0", "BYMONTH=0 is out of range", "months are 1 to 12", "BYMONTH=0"),
    ("FREQ=YEARLY;BYMONTH=-1", "BYMONTH=-1 is out of range", "months are 1 to 12", "BYMONTH=-1"),
    (
        "FREQ=YEARLY;BYMONTH=SEP",
        '"SEP" in BYMONTH is no number',
        "write numbers with commas between them, as in BYMONTHDAY=1,15,-1",
        "BYMONTH=SEP",
    ),
    ("FREQ=YEARLY;BYMONTH=009", "BYMONTH=009 is out of range", "months are 1 to 12", "BYMONTH=009"),
    (
        "FREQ=YEARLY;BYMONTH=1,,2",
        '"" in BYMONTH is no number',
        "write numbers with commas between them, as in BYMONTHDAY=1,15,-1",
        "BYMONTH=1,,2",
    ),
    (
        "FREQ=YEARLY;BYWEEKNO=54",
        "BYWEEKNO=54 is out of range",
        "weeks of a year are 1 to 53, or -1 (the last) to -53",
        "BYWEEKNO=54",
    ),
    (
        "FREQ=YEARLY;BYWEEKNO=0",
        "BYWEEKNO=0 is out of range",
        "weeks of a year are 1 to 53, or -1 (the last) to -53",
        "BYWEEKNO=0",
    ),
    (
        "FREQ=YEARLY;BYYEARDAY=367",
        "BYYEARDAY=367 is out of range",
        "days of a year are 1 to 366, or -1 (the last) to -366",
        "BYYEARDAY=367",
    ),
    (
        "FREQ=YEARLY;BYYEARDAY=-367",
        "BYYEARDAY=-367 is out of range",
        "days of a year are 1 to 366, or -1 (the last) to -366",
        "BYYEARDAY=-367",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "BYMONTHDAY=32 is out of range",
        "days of a month are 1 to 31, or -1 (the last) to -31",
        "BYMONTHDAY=32",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-32",
        "BYMONTHDAY=-32 is out of range",
        "days of a month are 1 to 31, or -1 (the last) to -31",
        "BYMONTHDAY=-32",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "BYMONTHDAY=0 is out of range",
        "days of a month are 1 to 31, or -1 (the last) to -31",
        "BYMONTHDAY=0",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1,+0",
        "BYMONTHDAY=0 is out of range",
        "days of a month are 1 to 31, or -1 (the last) to -31",
        "BYMONTHDAY=1,+0",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1-5",
        '"1-5" in BYMONTHDAY is no number',
        "write numbers with commas between them, as in BYMONTHDAY=1,15,-1",
        "BYMONTHDAY=1-5",
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0",
        "BYSETPOS=0 is out of range",
        "positions are 1 to 366, or -1 (the last) to -366",
        "BYSETPOS=0",
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367",
        "BYSETPOS=367 is out of range",
        "positions are 1 to 366, or -1 (the last) to -366",
        "BYSETPOS=367",
    ),
    (
        "FREQ=MONTHLY;BYDAY=54MO",
        "BYDAY=54MO is out of range",
        "weekdays of a year are 1 to 53, or -1 (the last) to -53",
        "BYDAY=54MO",
    ),
    (
        "FREQ=MONTHLY;BYDAY=0MO",
        "BYDAY=0MO is out of range",
        "weekdays of a year are 1 to 53, or -1 (the last) to -53",
        "BYDAY=0MO",
    ),
    ("FREQ=MONTHLY;BYDAY=MONDAY", '"MONDAY" in BYDAY is no weekday', WEEKDAYS, "BYDAY=MONDAY"),
    ("FREQ=MONTHLY;BYDAY=TU2", '"TU2" in BYDAY is no weekday', WEEKDAYS, "BYDAY=TU2"),
    ("FREQ=MONTHLY;BYDAY=1", '"1" in BYDAY is no weekday', WEEKDAYS, "BYDAY=1"),
    ("FREQ=MONTHLY;BYDAY=100MO", '"100MO" in BYDAY is no weekday', WEEKDAYS, "BYDAY=100MO"),
    (
        "FREQ=MONTHLY;BYWEEKNO=20",
        "BYWEEKNO=20 does not go with FREQ=MONTHLY",
        "weeks of a year go with FREQ=YEARLY",
        "BYWEEKNO=20",
    ),
    (
        "FREQ=WEEKLY;BYWEEKNO=20",
        "BYWEEKNO=20 does not go with FREQ=WEEKLY",
        "weeks of a year go with FREQ=YEARLY",
        "BYWEEKNO=20",
    ),
    (
        "FREQ=DAILY;BYWEEKNO=20",
        "BYWEEKNO=20 does not go with FREQ=DAILY",
        "weeks of a year go with FREQ=YEARLY",
        "BYWEEKNO=20",
    ),
    (
        "FREQ=DAILY;BYYEARDAY=100",
        "BYYEARDAY=100 does not go with FREQ=DAILY",
        "days of a year go with FREQ=YEARLY",
        "BYYEARDAY=100",
    ),
    (
        "FREQ=WEEKLY;BYYEARDAY=100",
        "BYYEARDAY=100 does not go with FREQ=WEEKLY",
        "days of a year go with FREQ=YEARLY",
        "BYYEARDAY=100",
    ),
    (
        "FREQ=MONTHLY;BYYEARDAY=100",
        "BYYEARDAY=100 does not go with FREQ=MONTHLY",
        "days of a year go with FREQ=YEARLY",
        "BYYEARDAY=100",
    ),
    (
        "FREQ=WEEKLY;BYMONTHDAY=13",
        "BYMONTHDAY=13 does not go with FREQ=WEEKLY",
        "days of a month go with FREQ=MONTHLY, and days of a week are named in BYDAY",
        "BYMONTHDAY=13",
    ),
    (
        "FREQ=WEEKLY;BYDAY=2TU",
        "BYDAY=2TU does not go with FREQ=WEEKLY",
        "write BYDAY=TU; weekdays are numbered within a month (FREQ=MONTHLY) or a year",
        "BYDAY=2TU",
    ),
    (
        "FREQ=DAILY;BYDAY=MO,-1FR",
        "BYDAY=-1FR does not go with FREQ=DAILY",
        "write BYDAY=FR; weekdays are numbered within a month (FREQ=MONTHLY) or a year",
        "BYDAY=MO,-1FR",
    ),
    (
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO",
        "BYDAY=1MO does not go with BYWEEKNO=20",
        "write BYDAY=MO; a week has each weekday once",
        "BYDAY=1MO",
    ),
    (
        "FREQ=MONTHLY;BYSETPOS=1",
        "BYSETPOS=1 has no days to choose from",
        "name them in another BY part, as in BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "BYSETPOS=1",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYSETPOS=1,-1",
        "BYSETPOS=-1,1 has no days to choose from",
        "name them in another BY part, as in BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "BYSETPOS=1,-1",
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=20;BYDAY=MO",
        "BYWEEKNO=20 with INTERVAL=2 has two meanings: weeks at the turn of a year are in one year by number, in another by date",
        "leave INTERVAL out, or number the weekday in the year: BYDAY=20MO",
        "BYWEEKNO=20",
    ),
    (
        "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=-1",
        "BYWEEKNO=-1 with INTERVAL=3 has two meanings: weeks at the turn of a year are in one year by number, in another by date",
        "leave INTERVAL out, or number the weekday in the year: BYDAY=-1MO",
        "BYWEEKNO=-1",
    ),
    (
        "FREQ=YEARLY;BYMONTHDAY=13",
        "BYMONTHDAY=13 with FREQ=YEARLY and no BYMONTH has two meanings: in each month, or in the one in which the rule begins",
        EACH_OR_ONE,
        "BYMONTHDAY=13",
    ),
    (
        "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR",
        "BYMONTHDAY=13 with FREQ=YEARLY and no BYMONTH has two meanings: in each month, or in the one in which the rule begins",
        EACH_OR_ONE,
        "BYMONTHDAY=13",
    ),
    (
        "FREQ=YEARLY;BYWEEKNO=20;BYMONTHDAY=13",
        "BYMONTHDAY=13 with FREQ=YEARLY and no BYMONTH has two meanings: in each month, or in the one in which the rule begins",
        EACH_OR_ONE,
        "BYMONTHDAY=13",
    ),
]


@pytest.mark.parametrize(
    ("text", "message", "help_", "part"), REFUSED, ids=[row[0] or "nothing" for row in REFUSED]
)
def test_what_the_rfc_forbids_or_leaves_open_is_refused_with_the_reason_and_the_place(
    text: str, message: str, help_: str, part: str
) -> None:
    with pytest.raises(UnreadableRuleError) as caught:
        parse_rrule(text)
    error = caught.value
    assert (error.message, error.help, error.part) == (message, help_, part)
    assert error.part in text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", RecurrenceRule(Frequency.DAILY)),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=2TU",
            RecurrenceRule(
                Frequency.YEARLY, interval=2, by_month=(9,), by_day=(NumberedWeekday(1, 2),)
            ),
        ),
        (
            "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=-1,1,15;BYSETPOS=-1",
            RecurrenceRule(Frequency.MONTHLY, count=10, by_month_day=(-1, 1, 15), by_set_pos=(-1,)),
        ),
        (
            "FREQ=YEARLY;UNTIL=20301231;BYWEEKNO=-1,20;BYYEARDAY=-366,366;WKST=SU",
            RecurrenceRule(
                Frequency.YEARLY,
                until=date(2030, 12, 31),
                by_week_no=(-1, 20),
                by_year_day=(-366, 366),
                week_start=6,
            ),
        ),
        ("FREQ=WEEKLY;UNTIL=08991231", RecurrenceRule(Frequency.WEEKLY, until=date(899, 12, 31))),
    ],
)
def test_a_rule_is_read_as_its_parts_and_prints_as_what_makes_it(
    text: str, rule: RecurrenceRule
) -> None:
    assert parse_rrule(text) == rule
    assert str(rule) == text


@pytest.mark.parametrize("seed", range(500))
def test_any_rule_reads_back_equal(seed: int) -> None:
    rule = parse_rrule(random_rule(Random(seed)))
    assert parse_rrule(str(rule)) == rule
    assert hash(parse_rrule(str(rule))) == hash(rule)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("RRULE:FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
        ("rrule:freq=weekly;byday=mo;wkst=su", "FREQ=WEEKLY;BYDAY=MO;WKST=SU"),
        ("  FREQ=DAILY\n", "FREQ=DAILY"),
        ("COUNT=3;FREQ=DAILY", "FREQ=DAILY;COUNT=3"),
        ("BYDAY=WE,MO;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("FREQ=MONTHLY;BYDAY=+1MO,01MO,1MO;BYMONTHDAY=+07", "FREQ=MONTHLY;BYMONTHDAY=7;BYDAY=1MO"),
        ("FREQ=MONTHLY;BYDAY=1MO,MO", "FREQ=MONTHLY;BYDAY=MO,1MO"),
        ("FREQ=YEARLY;INTERVAL=01;BYMONTH=09;WKST=MO", "FREQ=YEARLY;BYMONTH=9"),
        ("FREQ=DAILY;INTERVAL=1000000000000000000", "FREQ=DAILY;INTERVAL=1000000000000000000"),
    ],
)
def test_case_order_prefix_and_signs_do_not_matter(text: str, shown: str) -> None:
    assert str(parse_rrule(text)) == shown


def test_a_message_quotes_only_the_beginning_of_a_long_rule() -> None:
    for text in ("FREQ=" + "X" * 10**6, "FREQ=DAILY;" + "X" * 10**6, "X " * 10**6):
        with pytest.raises(UnreadableRuleError) as caught:
            parse_rrule(text)
        assert len(caught.value.message) < 100
        assert len(caught.value.help) < 200
    numbers = ",".join(map(str, range(1, 367)))
    with pytest.raises(UnreadableRuleError) as caught:
        parse_rrule(f"FREQ=DAILY;BYYEARDAY={numbers}")
    assert caught.value.message == (
        "BYYEARDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19... does not go with FREQ=DAILY"
    )


@pytest.mark.parametrize(
    ("text", "start", "begun"),
    [
        ("FREQ=DAILY;BYMONTH=1", "1998-01-30", "FREQ=DAILY;BYMONTH=1"),
        ("FREQ=WEEKLY;COUNT=3", "1998-01-30", "FREQ=WEEKLY;COUNT=3;BYDAY=FR"),
        ("FREQ=WEEKLY;BYDAY=MO", "1998-01-30", "FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=MONTHLY;INTERVAL=2", "1998-01-30", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=30"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "1998-01-30", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("FREQ=YEARLY", "1998-01-30", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30"),
        ("FREQ=YEARLY;BYMONTH=1,3", "1998-01-30", "FREQ=YEARLY;BYMONTH=1,3;BYMONTHDAY=30"),
        ("FREQ=YEARLY;BYWEEKNO=5", "1998-01-30", "FREQ=YEARLY;BYWEEKNO=5;BYDAY=FR"),
        ("FREQ=YEARLY;BYYEARDAY=30", "1998-01-30", "FREQ=YEARLY;BYYEARDAY=30"),
        ("FREQ=YEARLY;BYDAY=5FR", "1998-01-30", "FREQ=YEARLY;BYDAY=5FR"),
    ],
)
def test_what_a_rule_leaves_open_is_taken_from_the_day_it_begins(
    text: str, start: str, begun: str
) -> None:
    assert str(parse_rrule(text).begun(date.fromisoformat(start))) == begun


def test_no_rule_can_be_built_that_could_not_be_read() -> None:
    with pytest.raises(UnreadableRuleError, match="BYMONTH=13 is out of range"):
        RecurrenceRule(Frequency.YEARLY, by_month=(13,))
    with pytest.raises(UnreadableRuleError, match="INTERVAL=-1 is no interval"):
        RecurrenceRule(Frequency.YEARLY, interval=-1)
