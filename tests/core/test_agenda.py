"""What an agenda says of its sessions and mechanisms, before a day is looked at."""

import pytest
from tests.core.given import HEAD, mechanism, window

from cjpeace import loads
from cjpeace.core.agenda import Recorded, Session, closed
from cjpeace.core.dates.edtf import parse_edtf


def session(own: str | None, *planned: str) -> Session:
    date = None if own is None else parse_edtf(own)
    return Session(Recorded.HELD, date, (), tuple(parse_edtf(text) for text in planned))


def test_a_session_is_dated_by_its_own_date() -> None:
    assert str(session("2022-08", "2020-04", "2022-01").own) == "2022-08"


def test_a_session_postponed_to_none_is_dated_by_the_last_plan() -> None:
    assert str(session(None, "2020-04", "2022-01").own) == "2022-01"


def test_a_session_was_first_meant_for_the_first_plan() -> None:
    assert session("2022-08", "2020-04", "2022-01").meant == window("2020-04")
    assert session("2022-08").meant == window("2022-08")
    assert session("2022-08", "2020-04-27/..").meant == window("2020-04-27")


@pytest.mark.parametrize(
    ("text", "taken"),
    [("2001/..", "2001-01-01"), ("2001-05/..", "2001-05-01"), ("2001/", "2001"), ("2001", "2001")],
)
def test_an_open_date_is_taken_by_its_first_day(text: str, taken: str) -> None:
    assert closed(parse_edtf(text)) == window(taken)


@pytest.mark.parametrize(
    ("lasts", "days"), [("2 days", 2), ("1 week", 7), ("90 minutes", 1), ("25 hours", 2)]
)
def test_a_session_takes_whole_days(lasts: str, days: int) -> None:
    assert mechanism(f"lasts: {lasts}\nat: 10:00\n").days == days


def test_a_session_takes_a_day_unless_more_is_said() -> None:
    assert mechanism("hosts: [canada]\n").days == 1


SEVERAL = loads(
    f"""\
{HEAD}agreement: [{{paragraphs: {{1: Talks will be held}}}}]
mechanisms: {{visits: {{title: V}}, talks: {{title: T}}, calls: {{title: C}}}}
events: {{summit: {{title: S, held: 2000}}, party: {{title: P, held: 2001}}}}
commitments: {{peace: {{title: Peace}}}}
"""
)


def test_an_agenda_of_some_keys_alone_keeps_their_order_and_who_its_parties_are() -> None:
    only = SEVERAL.only({"talks", "party", "visits", "nothing"})
    assert (list(only.mechanisms), list(only.events)) == (["visits", "talks"], ["party"])
    assert (only.id, only.title, only.parties) == (SEVERAL.id, SEVERAL.title, SEVERAL.parties)
    assert (only.agreement, only.commitments) == ((), {})


def test_an_agenda_of_which_nothing_was_asked_for_is_all_of_it() -> None:
    assert SEVERAL.only(None) is SEVERAL
    assert (SEVERAL.only(()).mechanisms, SEVERAL.only(()).events) == ({}, {})
