"""The worked examples of RFC 5545, section 3.8.5.3, that are rules of whole days: all of them.

Times are left out, as sessions have theirs in `at`; so UNTIL is the last day before that time.
"""

from datetime import date
from itertools import islice

import pytest

from cjpeace.core.rules.rrule import UnreadableRuleError
from cjpeace.core.rules.rrule_grid import RuleDays
from cjpeace.core.rules.rrule_text import parse_rrule

EXAMPLES = [
    (
        "daily for 10 occurrences",
        "FREQ=DAILY;COUNT=10",
        "1997-09: 2 3 4 5 6 7 8 9 10 11",
    ),
    (
        "daily until December 24, 1997",
        "FREQ=DAILY;UNTIL=19971223",
        (
            "1997-09: 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; "
            "1997-10: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 "
            "31; 1997-11: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 "
            "29 30; 1997-12: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23"
        ),
    ),
    (
        "every other day, forever",
        "FREQ=DAILY;INTERVAL=2",
        (
            "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; "
            "1997-10: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; "
            "1997-11: 1 3 5 7 9 11 13 15 17 19 21 23 25 27 29; 1997-12: 1 3 ..."
        ),
    ),
    (
        "every 10 days, 5 occurrences",
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        "1997-09: 2 12 22; 1997-10: 2 12",
    ),
    (
        "every day in January, for 3 years",
        "FREQ=YEARLY;UNTIL=20000131;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        "".join(f"{year}-01: {' '.join(map(str, range(1, 32)))}; " for year in (1998, 1999, 2000)),
    ),
    (
        "the same, written otherwise",
        "FREQ=DAILY;UNTIL=20000131;BYMONTH=1",
        "".join(f"{year}-01: {' '.join(map(str, range(1, 32)))}; " for year in (1998, 1999, 2000)),
    ),
    (
        "weekly for 10 occurrences",
        "FREQ=WEEKLY;COUNT=10",
        "1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4",
    ),
    (
        "weekly until December 24, 1997",
        "FREQ=WEEKLY;UNTIL=19971223",
        "1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4 11 18 25; 1997-12: 2 9 16 23",
    ),
    (
        "every other week, forever",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        (
            "1997-09: 2 16 30; 1997-10: 14 28; 1997-11: 11 25; 1997-12: 9 23; 1998-01: 6 20; "
            "1998-02: 3 17 ..."
        ),
    ),
    (
        "weekly on Tuesday and Thursday for five weeks",
        "FREQ=WEEKLY;UNTIL=19971006;WKST=SU;BYDAY=TU,TH",
        "1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2",
    ),
    (
        "the same, written otherwise",
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        "1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2",
    ),
    (
        "every other week on Monday, Wednesday, and Friday until December 24, 1997",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR",
        (
            "1997-09: 1 3 5 15 17 19 29; 1997-10: 1 3 13 15 17 27 29 31; 1997-11: 10 12 14 24 26 28; "
            "1997-12: 8 10 12 22"
        ),
    ),
    (
        "every other week on Tuesday and Thursday, for 8 occurrences",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "1997-09: 2 4 16 18 30; 1997-10: 2 14 16",
    ),
    (
        "monthly on the first Friday for 10 occurrences",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        (
            "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5; 1998-01: 2; 1998-02: 6; 1998-03: 6; "
            "1998-04: 3; 1998-05: 1; 1998-06: 5"
        ),
    ),
    (
        "monthly on the first Friday until December 24, 1997",
        "FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR",
        "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5",
    ),
    (
        "every other month on the first and last Sunday of the month for 10 occurrences",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1997-09: 7 28; 1997-11: 2 30; 1998-01: 4 25; 1998-03: 1 29; 1998-05: 3 31",
    ),
    (
        "monthly on the second-to-last Monday of the month for 6 months",
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        "1997-09: 22; 1997-10: 20; 1997-11: 17; 1997-12: 22; 1998-01: 19; 1998-02: 16",
    ),
    (
        "monthly on the third-to-the-last day of the month, forever",
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        "1997-09: 28; 1997-10: 29; 1997-11: 28; 1997-12: 29; 1998-01: 29; 1998-02: 26 ...",
    ),
    (
        "monthly on the 2nd and 15th of the month for 10 occurrences",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "1997-09: 2 15; 1997-10: 2 15; 1997-11: 2 15; 1997-12: 2 15; 1998-01: 2 15",
    ),
    (
        "monthly on the first and last day of the month for 10 occurrences",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1997-09: 30; 1997-10: 1 31; 1997-11: 1 30; 1997-12: 1 31; 1998-01: 1 31; 1998-02: 1",
    ),
    (
        "every 18 months on the 10th thru 15th of the month for 10 occurrences",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "1997-09: 10 11 12 13 14 15; 1999-03: 10 11 12 13",
    ),
    (
        "every Tuesday, every other month",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        (
            "1997-09: 2 9 16 23 30; 1997-11: 4 11 18 25; 1998-01: 6 13 20 27; "
            "1998-03: 3 10 17 24 31 ..."
        ),
    ),
    (
        "yearly in June and July for 10 occurrences",
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        (
            "1997-06: 10; 1997-07: 10; 1998-06: 10; 1998-07: 10; 1999-06: 10; 1999-07: 10; "
            "2000-06: 10; 2000-07: 10; 2001-06: 10; 2001-07: 10"
        ),
    ),
    (
        "every other year on January, February, and March for 10 occurrences",
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        (
            "1997-03: 10; 1999-01: 10; 1999-02: 10; 1999-03: 10; 2001-01: 10; 2001-02: 10; "
            "2001-03: 10; 2003-01: 10; 2003-02: 10; 2003-03: 10"
        ),
    ),
    (
        "every third year on the 1st, 100th, and 200th day for 10 occurrences",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        (
            "1997-01: 1; 1997-04: 10; 1997-07: 19; 2000-01: 1; 2000-04: 9; 2000-07: 18; 2003-01: 1; "
            "2003-04: 10; 2003-07: 19; 2006-01: 1"
        ),
    ),
    (
        "every 20th Monday of the year, forever",
        "FREQ=YEARLY;BYDAY=20MO",
        "1997-05: 19; 1998-05: 18; 1999-05: 17 ...",
    ),
    (
        "Monday of week number 20, forever",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "1997-05: 12; 1998-05: 11; 1999-05: 17 ...",
    ),
    (
        "every Thursday in March, forever",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "1997-03: 13 20 27; 1998-03: 5 12 19 26; 1999-03: 4 11 18 25 ...",
    ),
    (
        "every Thursday, but only during June, July, and August, forever",
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        (
            "1997-06: 5 12 19 26; 1997-07: 3 10 17 24 31; 1997-08: 7 14 21 28; "
            "1998-06: 4 11 18 25; 1998-07: 2 9 16 23 30; 1998-08: 6 13 20 27; "
            "1999-06: 3 10 17 24; 1999-07: 1 8 15 22 29; 1999-08: 5 12 19 26 ..."
        ),
    ),
    (
        "every Friday the 13th, forever (begun on the first of them, for lack of EXDATE)",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "1998-02: 13; 1998-03: 13; 1998-11: 13; 1999-08: 13; 2000-10: 13 ...",
    ),
    (
        "the first Saturday that follows the first Sunday of the month, forever",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        (
            "1997-09: 13; 1997-10: 11; 1997-11: 8; 1997-12: 13; 1998-01: 10; 1998-02: 7; 1998-03: 7; "
            "1998-04: 11; 1998-05: 9; 1998-06: 13 ..."
        ),
    ),
    (
        "every 4 years, the first Tuesday after a Monday in November (U.S. Presidential Election)",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "1996-11: 5; 2000-11: 7; 2004-11: 2 ...",
    ),
    (
        "the third instance into the month of one of Tuesday, Wednesday, or Thursday, 3 months",
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        "1997-09: 4; 1997-10: 7; 1997-11: 6",
    ),
    (
        "the second-to-last weekday of the month",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        (
            "1997-09: 29; 1997-10: 30; 1997-11: 27; 1997-12: 30; 1998-01: 29; 1998-02: 26; "
            "1998-03: 30 ..."
        ),
    ),
    (
        "days generated makes a difference because of WKST: Monday",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        "1997-08: 5 10 19 24",
    ),
    (
        "changing only WKST from MO to SU, yields different results",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        "1997-08: 5 17 19 31",
    ),
    (
        "an invalid date (February 30) is ignored",
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        "2007-01: 15 30; 2007-02: 15; 2007-03: 15 30",
    ),
]


def told(text: str) -> tuple[list[date], bool]:
    """The days of an example, and whether more follow."""
    months = [group.split(":") for group in text.removesuffix(" ...").split(";") if group.strip()]
    days = [
        date.fromisoformat(f"{month.strip()}-{int(number):02}")
        for month, numbers in months
        for number in numbers.split()
    ]
    return days, text.endswith("...")


@pytest.mark.parametrize(
    ("rule", "text"),
    [example[1:] for example in EXAMPLES],
    ids=[f"{number + 1}, {example[0]}" for number, example in enumerate(EXAMPLES)],
)
def test_the_worked_examples_of_the_rfc_come_out_as_printed(rule: str, text: str) -> None:
    days, more = told(text)
    found = RuleDays(parse_rrule(rule), days[0])
    assert list(islice(found.on_or_after(date.min), len(days) + 1))[: len(days)] == days
    assert (next(found.on_or_after(days[-1]), None), found.last is None) == (days[-1], more)
    assert found.last is None or found.last == days[-1]
    assert list(found.before(days[-1])) == days[-2::-1]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
        "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
        "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    ],
)
def test_the_examples_that_go_by_hours_and_minutes_are_sent_to_at(rule: str) -> None:
    with pytest.raises(UnreadableRuleError) as caught:
        parse_rrule(rule)
    assert "`at`" in caught.value.help


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU", "1997-01: 5 12 19 26; 1999-01: 3 10 17 ..."),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "1997-09: 30; 1997-10: 31; 1997-11: 28"),
        ("FREQ=DAILY;COUNT=10;INTERVAL=2", "1997-09: 2 4 6 8 10 12 14 16 18 20"),
        ("FREQ=YEARLY;BYMONTH=1", "1998-01: 7; 1999-01: 7; 2000-01: 7"),
    ],
)
def test_the_rules_that_explain_the_grammar_mean_what_it_says(rule: str, text: str) -> None:
    days, _ = told(text)
    assert (
        list(islice(RuleDays(parse_rrule(rule), days[0]).on_or_after(date.min), len(days))) == days
    )
