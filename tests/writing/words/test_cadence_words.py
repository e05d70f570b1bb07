import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import eras, mechanism, rule, talks, thorough
from tests.program import ROOT

from cjpeace import load
from cjpeace.core.dates.pattern import DayOfMonth
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.rule_text import parse_every, parse_when
from cjpeace.writing.words.cadence_words import (
    cadence_words,
    hosts_words,
    pattern_words,
    rule_words,
)

BUNDLED = {
    "symposium": "yearly since 2005, before every 2 years in autumn",
    "pol-mil-talks": "every 2 years since 17 Sep 1999",
    "lecture-series": "every 2 years in November since 1999",
    "defence-ministers": "no cadence",
    "npt-review": "every 5 years in spring since 1995",
    "undof": "yearly on 30 June and 31 December since Jul 2002, "
    "before yearly on 31 May and 30 November until 31 May 2002",
}


@pytest.mark.parametrize("key", BUNDLED)
def test_a_cadence_is_told_by_era_the_newest_first(key: str) -> None:
    agenda = load(str(ROOT / "data/agenda.yaml"))
    assert cadence_words(agenda.mechanisms[key]) == BUNDLED[key]


@pytest.mark.parametrize(
    ("every", "when", "words"),
    [
        ("year", [], "yearly"),
        ("quarter", [], "quarterly"),
        ("month", [], "monthly"),
        ("week", [], "weekly"),
        ("1 day", [], "daily"),
        ("10 days", [], "every 10 days"),
        ("semiannual", [], "every 6 months"),
        ("2 years", ["fall"], "every 2 years in autumn"),
        ("2 years", ["spring", "autumn"], "every 2 years in spring and autumn"),
        ("year", ["H1"], "yearly in H1"),
        ("year", ["July to August"], "yearly in the months July to August"),
        ("year", ["Q4 to Q1"], "yearly in the months October to March"),
        ("year", ["31 May"], "yearly on 31 May"),
        ("year", ["29 February"], "yearly on 29 February"),
        ("year", ["last day of February"], "yearly on the last day of February"),
        ("year", ["last day of March"], "yearly on 31 March"),
        ("year", ["second Tuesday of September"], "yearly on the second Tuesday of September"),
        ("month", ["1", "15"], "monthly on the 1st and the 15th"),
        ("month", ["last day"], "monthly on the last day"),
        ("quarter", ["last Friday"], "quarterly on the last Friday"),
        ("3 weeks", ["Tuesday"], "every 3 weeks on Tuesday"),
    ],
)
def test_a_rule_in_words(every: str, when: list[str], words: str) -> None:
    assert rule_words(rule(every, "2000", *when)) == words


def test_a_rule_that_lapsed_says_from_when_to_when() -> None:
    keys = "cadence: {every: year, since: 2000, until: 2010-06}"
    assert cadence_words(mechanism(keys)) == "yearly from 2000 until Jun 2010"


def test_a_rolling_rule_counts_from_the_last_session() -> None:
    keys = "cadence: {every: 2 years, since: 2000}\nbasis: rolling"
    assert cadence_words(mechanism(keys)) == "every 2 years after the last session, since 2000"


@thorough
@given(eras(), st.data())
def test_a_pattern_is_written_as_an_agenda_takes_it(era: Era, data: st.DataObject) -> None:
    if not era.when:
        return
    pattern = data.draw(st.sampled_from(era.when))
    assert parse_when(pattern_words(pattern), era.every) == pattern


def test_the_last_day_of_a_month_is_written_as_such() -> None:
    assert pattern_words(DayOfMonth(31)) == "last day"
    assert parse_when("last day", parse_every("month")) == DayOfMonth(31)


@pytest.mark.parametrize(
    ("hosts", "words"),
    [
        ("", ""),
        ("hosts: [canada]", "hosted by Canada"),
        ("hosts: [japan, canada]", "Japan and Canada in turn"),
    ],
)
def test_hosts_in_words(hosts: str, words: str) -> None:
    agenda = talks(f"cadence: {{every: year, since: 2000}}\n{hosts}")
    assert hosts_words(agenda.mechanisms["talks"], agenda) == words
