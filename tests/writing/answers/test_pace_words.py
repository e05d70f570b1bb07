from datetime import date

import pytest
from tests.core.given import day, mechanism
from tests.program import ROOT

from cjpeace import load
from cjpeace.core.answers.pace import pace
from cjpeace.writing.answers.pace_words import (
    interval_words,
    kept_words,
    next_words,
    promised_words,
    ratio_words,
    reason_words,
    trend_words,
)

TODAY = date(2026, 11, 24)


def bundled(key: str, as_of: date = TODAY) -> list[str]:
    found = pace(load(str(ROOT / "data/agenda.yaml")).mechanisms[key], as_of)
    following = (
        [trend_words(found.trend), next_words(found.forecast, as_of)] if found.forecast else []
    )
    return [promised_words(found), kept_words(found), *following]


def of(
    *sessions: str, cadence: str = "{every: year, since: 2000}", as_of: str = "2026-11-24"
) -> str:
    lines = "\n".join(f"  - {{{session}}}" for session in sessions)
    found = pace(mechanism(f"cadence: {cadence}\nsessions:\n{lines}"), day(as_of))
    return next_words(found.forecast, day(as_of)) if found.forecast else reason_words(found)


def test_the_pace_of_the_symposium() -> None:
    assert bundled("symposium") == [
        (
            "yearly since 2005, before every 2 years in autumn: "
            "about 24 intervals from the 1st to the 18th"
        ),
        (
            "17 intervals of about 19 months, give or take 1 day, "
            "from the 1st (Sep 1998) to the 18th (14-15 Oct 2025): 1.41 times the promised interval"
        ),
        "slower: about 18 months each up to the 10th (Apr 2012), about 20 months each since",
        "about May 2027, give or take 1 day, 4 months after its window (2026)",
    ]


def test_a_mechanism_without_a_promise_is_not_compared() -> None:
    assert bundled("deputy-ministers-2-plus-2") == [
        "no cadence: no interval was promised",
        "4 intervals of about 2.6 years, from the 1st (29 Aug 2011) to the 5th (10 Mar 2022)",
        "slower: about 2.3 years each up to the 3rd (19 Apr 2016), about 2.9 years each since",
        "about Oct 2024, which has passed with no session on record since; no window is laid",
    ]


@pytest.mark.parametrize(
    ("sessions", "words"),
    [
        (("held: 2001",), "no session held has a number on record; 3 are needed"),
        (
            ("number: 12, held: 2001",),
            "1 session held has a number on record (the 12th); 3 are needed",
        ),
        (
            ("number: 1, held: 2001", "number: 2, held: 2002"),
            "2 sessions held have a number on record (the 1st and the 2nd); 3 are needed",
        ),
        (
            ("number: 1, held: 2001", "number: 3, held: 2002", "number: 2, held: 2003"),
            "the numbers on record do not rise with their dates",
        ),
    ],
)
def test_no_figure_says_why(sessions: tuple[str, ...], words: str) -> None:
    assert of(*sessions) == words


THREE = (
    "number: 1, held: 2010-02-01",
    "number: 2, held: 2011-02-01",
    "number: 3, held: 2012-02-01",
)


@pytest.mark.parametrize(
    ("cadence", "as_of", "words"),
    [
        ("{every: year, since: 2000}", "2012-06-01", "about Jan 2013, within its window (2013)"),
        (
            "{every: year, when: July, since: 2000}",
            "2012-02-02",
            "about Jan 2013, 5 months before its window (Jul 2013)",
        ),
        (
            "{every: 6 months, since: 2000}",
            "2012-06-01",
            "about Jan 2013, 4 weeks after its window (H2 2012)",
        ),
        (
            "{every: 5 years, since: 2010}",
            "2014-06-01",
            (
                "about Jan 2013, which has passed with no session on record since, "
                "23 months before its window (2015-2019)"
            ),
        ),
        (
            "{every: year, since: 2000, until: 2012}",
            "2012-06-01",
            "about Jan 2013; no window is laid",
        ),
    ],
)
def test_the_next_is_compared_with_its_window(cadence: str, as_of: str, words: str) -> None:
    assert of(*THREE, cadence=cadence, as_of=as_of) == words


def test_a_date_that_is_set_is_told_beside_the_pace() -> None:
    assert of(*THREE, "confirmed: 2013-03-04", as_of="2012-06-01") == (
        "about Jan 2013, within its window (2013); confirmed, 4 Mar 2013"
    )


def test_a_figure_that_the_precision_does_not_carry_is_not_given() -> None:
    assert interval_words(0.4) == "0 days"
    assert "give or take" not in of(*THREE, as_of="2012-06-01")


def test_two_parts_of_a_record_are_told_in_the_same_unit() -> None:
    assert trend_words(None) == "too few numbered sessions for a trend"
    in_2010 = pace(load(str(ROOT / "data/agenda.yaml")).mechanisms["symposium"], date(2010, 11, 24))
    assert trend_words(in_2010.trend) == (
        "faster: about 25 months each up to the 3rd (Nov 2002), about 18 months each since"
    )


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.0, "as promised"),
        (0.985, "as promised"),
        (1.03, "1.03 times the promised interval"),
        (0.5, "0.50 times the promised interval"),
    ],
)
def test_a_ratio_within_a_fiftieth_is_as_promised(ratio: float, words: str) -> None:
    assert ratio_words(ratio) == words
