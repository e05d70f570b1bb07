"""Cadences as they are read, and what is told of those that are wrong, word for word."""

import pytest
from tests.reading.agenda_text import CADENCE, DATES, changed, told

from cjpeace import loads
from cjpeace.core.agenda import Mechanism
from cjpeace.core.rules.cadence import Basis


def talks(cadence: str, more: str = "") -> Mechanism:
    return loads(changed(f"{CADENCE}\n", f"{cadence}\n{more}")).mechanisms["talks"]


def test_one_rule_is_one_era_that_begins_when_the_agenda_was_adopted() -> None:
    (era,) = talks("{every: 2 years, when: autumn, until: 2030, note: x, source: agenda}").cadence
    assert (str(era.every), str(era.since), str(era.until)) == ("2 years", "1999-09-17", "2030")
    assert (len(era.when), era.note, era.source) == (1, "x", ("agenda",))


def test_a_list_of_rules_is_as_many_eras() -> None:
    eras = talks("[{every: 2 years, since: 1998}, {every: year, since: 2005}]").cadence
    assert [(str(era.every), str(era.since)) for era in eras] == [
        ("2 years", "1998"),
        ("1 year", "2005"),
    ]


def test_without_a_cadence_there_are_no_eras() -> None:
    assert loads(changed(f"    cadence: {CADENCE}\n", "")).mechanisms["talks"].cadence == ()


def test_several_parts_of_a_period_are_read_in_order() -> None:
    (era,) = talks("{every: year, when: [31 May, 30 November]}").cadence
    assert [pattern.month for pattern in era.when if hasattr(pattern, "month")] == [5, 11]


def test_a_basis_is_fixed_unless_it_rolls() -> None:
    assert talks(CADENCE).basis is Basis.FIXED
    assert talks(CADENCE, "    basis: fixed\n").basis is Basis.FIXED
    assert talks("{every: 2 years, until: 2030}", "    basis: rolling\n").basis is Basis.ROLLING
    assert talks("[{every: 2 years}]", "    basis: rolling\n").basis is Basis.ROLLING


KEYS = "accepted: every, when, rrule, since, until, note, source"
EVERY = "the interval: 2 years, 6 months, quarter, annual"
IN_YEARS = (
    "accepted with years: a month, a season, Q1 to Q4, H1, H2, two of a kind (July to August), "
    "or a day (31 May, second Tuesday of September)"
)
IN_MONTHS = "accepted with months: a day (15, last day, second Tuesday, last Friday)"
IN_ORDER = "list the eras in order of `since`"
SUCH_A_RULE = "write a rule as in {every: 2 years, since: 2001}"
A_RULE = "a cadence is a rule or a list of rules, not"

WRONG = {
    # what a cadence is
    "2 years": [f'19:14 [2 years] {A_RULE} "2 years"; {SUCH_A_RULE}'],
    "[]": [f"19:14 [[] {A_RULE} an empty list; {SUCH_A_RULE}"],
    "": [f"19:13 [ ] {A_RULE} nothing; {SUCH_A_RULE}"],
    # keys
    "{evry: 2 years}": ['19:15 [evry] unknown key "evry" in a cadence; did you mean "every"?'],
    "{every: year, by: x}": [f'19:28 [by] unknown key "by" in a cadence; {KEYS}'],
    "{}": [f'19:5 [cadence] a cadence needs "every"; {EVERY}'],
    "{every: year, source: [agenda, agneda]}": [
        '19:45 [agneda] unknown source "agneda"; "agenda" is a source here; or give an address'
    ],
    "{every: 2 years, note: 5, when: atumn, until: x}": [
        '19:37 [5] "note" takes text, not the number 5; put it in quotes',
        (
            '19:46 [atumn] "atumn" does not say when in a period of 2 years; '
            f'did you mean "Autumn"? {IN_YEARS}'
        ),
        f'19:60 [x] "x" is not a date; {DATES}',
    ],
    # `every`
    "{every: }": ['19:22 [}] "every" has no value; it takes an interval such as 2 years or annual'],
    "{every: 2}": [
        '19:22 [2] "every" takes an interval such as 2 years or annual, not the number 2; ' + EVERY
    ],
    "{every: 0 years}": ['19:22 [0 years] "0 years" is no time at all; the least is "1 year"'],
    "{every: 10000000000 years}": [
        (
            '19:22 [10000000000 years] "10000000000 years" is longer than 400 years; '
            "write a shorter length"
        )
    ],
    "{every: biannual}": [
        (
            '19:22 [biannual] "biannual" means two things: twice a year (6 months), or every second '
            'year (2 years); write "6 months" or "2 years"'
        )
    ],
    # `when`
    "{every: 2 years, when: [atumn, 31 June]}": [
        (
            '19:38 [atumn] "atumn" does not say when in a period of 2 years; '
            f'did you mean "Autumn"? {IN_YEARS}'
        ),
        "19:45 [31 June] June never has a day 31; its last day is 30",
    ],
    "{every: 2 years, when: 15}": [
        f'19:37 [15] "15" does not say when in a period of 2 years; {IN_YEARS}'
    ],
    "{every: monthly, when: 32}": [
        f'19:37 [32] "32" does not say when in a period of 1 month; {IN_MONTHS}'
    ],
    "{every: weekly, when: autumn}": [
        (
            '19:36 [autumn] "autumn" does not say when in a period of 1 week; '
            "accepted with weeks: a weekday (Tuesday)"
        )
    ],
    "{every: 10 days, when: Tuesday}": [
        (
            '19:37 [Tuesday] "Tuesday" does not say when in a period of 10 days; '
            "`when` goes with years, months or weeks: leave it out"
        )
    ],
    "{every: 2 years, when: [autumn, 31 May]}": [
        "19:37 [[] `when` mixes days and longer windows; keep to one of the two"
    ],
    "{every: 2 years, when: []}": [
        "19:37 [[] `when` names nothing; name a part of the period, or leave it out"
    ],
    "{every: 2 years, when: }": [
        (
            '19:37 [}] "when" has no value; '
            "it takes a part of the period such as autumn or 31 May, or a list"
        )
    ],
    "{every: 2 years, when: {a: 1}}": [
        (
            '19:37 [{] "when" takes a part of the period such as autumn or 31 May, or a list, not a '
            "mapping; the part of the period in which it falls: autumn, 31 May, last Friday"
        )
    ],
    # `since` and `until`
    "{every: 2 years, since: 9999-12}": [
        (
            '19:38 [9999-12] "9999-12" lies at the edge of the calendar; '
            "dates from 0001 to the end of November 9999 can be used"
        )
    ],
    "{every: 2 years, until: 1990}": [
        (
            "19:38 [1990] the rule ends (1990) before it begins (1999-09-17); "
            "write an `until` after `since`"
        )
    ],
    # eras
    "[{every: 2 years, since: 2005}, {every: year, since: 2001}]": [
        "19:67 [2001] this era begins (2001) no later than the one before it (2005); " + IN_ORDER
    ],
    "[{every: 2 years, since: 2005}, {every: 6 months, since: 2005-01-01}]": [
        "19:71 [2005-01-01] this era begins (2005-01-01) no later than the one before it (2005); "
        + IN_ORDER
    ],
}


@pytest.mark.parametrize("cadence", WRONG)
def test_a_wrong_cadence_is_told_word_for_word(cadence: str) -> None:
    assert told(changed(CADENCE, cadence)) == WRONG[cadence]


def test_a_later_era_says_when_it_takes_over() -> None:
    eras = changed(CADENCE, "[{every: year, since: 1998}, {every: 2 years}]")
    assert told(eras) == [
        (
            '19:43 [{] a cadence needs "since": each era after the first says when it takes over; '
            "from when the rule counts; default: `adopted`"
        )
    ]


def test_without_adopted_a_cadence_says_when_it_begins() -> None:
    assert told(changed("adopted: 1999-09-17\n", "")) == [
        (
            '18:5 [cadence] a cadence needs "since", as the agenda has no `adopted`; '
            "from when the rule counts; default: `adopted`"
        )
    ]


ONE_RULE = "a rolling basis takes exactly one rule; give one rule, or leave `basis` out"

WRONG_BASIS = {
    f"cadence: {CADENCE}\n    basis: roling": [
        '20:12 [roling] "roling" is not a basis; accepted: fixed, rolling'
    ],
    f"cadence: {CADENCE}\n    basis: 5": [
        (
            '20:12 [5] "basis" takes fixed or rolling, not the number 5; '
            "whether slots keep the grid (fixed) or count from the last session"
        )
    ],
    "cadence: {every: 2 years, when: autumn}\n    basis: rolling": [
        (
            "20:12 [rolling] a rolling basis takes `every` alone; "
            "leave out `when` and `rrule`, or `basis`"
        )
    ],
    "cadence: [{every: 2 years}, {every: year, since: 2005}]\n    basis: rolling": [
        f"20:12 [rolling] {ONE_RULE}"
    ],
    "basis: rolling": [f"19:12 [rolling] {ONE_RULE}"],
    # a rule that cannot be read is no second mistake
    "cadence: {evry: 2 years}\n    basis: rolling": [
        '19:15 [evry] unknown key "evry" in a cadence; did you mean "every"?'
    ],
}


@pytest.mark.parametrize("basis", WRONG_BASIS)
def test_a_wrong_basis_is_told_word_for_word(basis: str) -> None:
    assert told(changed(f"cadence: {CADENCE}", basis)) == WRONG_BASIS[basis]
