import pytest
from tests.core.given import window

from cjpeace.core.answers.run import Numbers, Run
from cjpeace.core.history.occurrence import Status
from cjpeace.writing.words.run_words import numbers_words, run_words, slots_words


def years(first: int, last: int, **more: object) -> Run:
    slots = tuple(window(str(year)) for year in range(first, last + 1))
    return Run(Status.UNKNOWN, slots, **more)  # type: ignore[arg-type]


def test_a_run_says_its_arithmetic() -> None:
    run = years(2006, 2011, numbers=((5, 5), (7, 9)), missing=4, within=6)
    assert run_words(run) == "5th, 7th to 9th: no record, within 6 slots (2006 to 2011)"


def test_numbers_that_fell_in_several_runs_are_not_claimed_for_one() -> None:
    run = years(2013, 2016, numbers=((1, 11),), missing=10, within=10)
    assert run_words(run) == (
        "10 of the 1st to 11th: no record, within 10 slots, 4 of them here (2013 to 2016)"
    )


def test_a_run_without_numbers_says_only_where_it_is() -> None:
    assert run_words(years(2006, 2006)) == "no record within 1 slot (2006)"


def test_a_missed_run_speaks_of_the_record() -> None:
    run = Run(Status.MISSED, (window("2004-23"),))
    assert run_words(run) == "no session on record within 1 slot (autumn 2004): missed"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [(((5, 5),), "5th"), (((1, 2),), "1st and 2nd"), (((1, 2), (4, 9)), "1st and 2nd, 4th to 9th")],
)
def test_numbers_in_words(numbers: Numbers, words: str) -> None:
    assert numbers_words(numbers) == words


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        (("2006", "2007", "2008"), "2006 to 2008"),
        (("2000-23", "2002-23"), "autumn 2000 to autumn 2002"),
        (("1999-09-17/2001-09-16", "2001-09-17/2003-09-16"), "17 Sep 1999-16 Sep 2003"),
    ],
)
def test_slots_are_told_by_their_first_and_last(slots: tuple[str, ...], words: str) -> None:
    assert slots_words([window(slot) for slot in slots]) == words
