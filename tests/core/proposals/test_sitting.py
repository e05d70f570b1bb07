"""When the sides sit by video: by their own clocks on that very day, and at whose cost."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.core.proposals.given_proposals import agenda, ask, codes, only

from cjpeace.core.agenda import Party
from cjpeace.core.proposals.sitting import Sitting, inconvenience, sittings_from
from cjpeace.reading.zone_data import newest_zone_data

CANADA = Party("canada", "Canada", "America/Toronto")
JAPAN = Party("japan", "Japan", "Asia/Tokyo")
WEST = Party("west", "British Columbia", "America/Vancouver")
HOUR = timedelta(hours=1)


def at(party: Party, written: str, hours: int = 1) -> Sitting:
    start = datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(party.timezone))
    return Sitting(party, start, start + hours * HOUR)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("2027-06-09T09:00", 0),
        ("2027-06-09T16:00", 0),
        ("2027-06-09T17:00", 60),
        ("2027-06-09T08:30", 30),
        ("2027-06-09T22:00", 360),
        ("2027-06-09T02:00", 420),
        ("2027-06-09T00:30", 510),
    ],
)
def test_hours_outside_are_counted_from_the_nearest_working_hours(
    written: str, minutes: int
) -> None:
    assert at(JAPAN, written).minutes_outside == minutes


def test_a_party_may_have_its_own_working_hours() -> None:
    early = Party("e", "E", "Asia/Tokyo", hours=(time(7), time(15)))
    assert at(early, "2027-06-09T07:00").minutes_outside == 0
    assert at(early, "2027-06-09T15:00").minutes_outside == 60


def test_working_hours_may_pass_midnight() -> None:
    night = Party("n", "N", "Asia/Tokyo", hours=(time(22), time(6)))
    assert at(night, "2027-06-09T23:00").minutes_outside == 0
    assert at(night, "2027-06-09T02:00").minutes_outside == 0


def test_a_sitting_may_fall_on_two_days() -> None:
    assert at(JAPAN, "2027-06-09T23:30").days == (date(2027, 6, 9), date(2027, 6, 10))
    assert at(JAPAN, "2027-06-09T23:00").days == (date(2027, 6, 9),)


def test_who_is_worst_off_counts_before_the_sum() -> None:
    shared = (at(CANADA, "2027-06-09T17:00"), at(JAPAN, "2027-06-09T08:00"))
    one_sided = (at(CANADA, "2027-06-09T10:00"), at(JAPAN, "2027-06-09T18:00"))
    assert inconvenience(shared) == (60, 120)
    assert inconvenience(one_sided) == (120, 120)


@pytest.mark.parametrize(
    ("day", "ways"), [("2027-03-14", 46), ("2027-11-07", 50), ("2027-06-09", 48)]
)
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(day: str, ways: int) -> None:
    found = list(sittings_from(date.fromisoformat(day), (CANADA, JAPAN), HOUR, ZoneInfo))
    assert len(found) == ways


TALKS = agenda(talks='cadence: {every: year, since: 2020}\nlasts: 60 minutes\nat: "10:00"')


@pytest.mark.parametrize(
    ("day", "ottawa", "tokyo"),
    [
        ("2027-03-12", "2027-03-12T05:30-05:00", "2027-03-12T19:30+09:00"),
        ("2027-03-11", "2027-03-11T17:30-05:00", "2027-03-12T07:30+09:00"),
        ("2027-03-15", "2027-03-15T18:00-04:00", "2027-03-16T07:00+09:00"),
        ("2027-11-08", "2027-11-08T17:30-05:00", "2027-11-09T07:30+09:00"),
    ],
)
def test_torontos_clocks_change_and_tokyos_do_not(day: str, ottawa: str, tokyo: str) -> None:
    """The burden is shared; a Friday evening in Ottawa would be a Saturday in Tokyo."""
    found = only(ask(TALKS, "talks", "2026-12-01", day, video=True))
    (sittings,) = found.hours
    assert [one.start.isoformat(timespec="minutes") for one in sittings] == [ottawa, tokyo]


def test_vancouvers_clocks_change_no_longer() -> None:
    zone = newest_zone_data().zone
    june, december = (
        list(sittings_from(day, (WEST, JAPAN), HOUR, zone))[17]
        for day in (date(2027, 6, 9), date(2027, 12, 8))
    )
    assert [f"{one.start:%d %H:%M}" for one in june] == ["09 08:30", "10 00:30"]
    assert [f"{one.start:%d %H:%M}" for one in december] == ["08 08:30", "09 00:30"]


def test_hours_by_video_count_for_who_is_worst_off() -> None:
    found = only(ask(TALKS, "talks", "2026-06-01", "2027-03-11", video=True))
    assert codes(found) == ["hours -3"]
    assert (found.host, found.place) == ("none", None)


def test_by_video_the_day_counts_that_it_is_on_each_side() -> None:
    """An evening in Ottawa on 28 April 2027 would be Showa Day in Tokyo: so it is at night there."""
    found = only(ask(TALKS, "talks", "2026-06-01", "2027-04-28", video=True))
    (sittings,) = found.hours
    assert [one.start.date().isoformat() for one in sittings] == ["2027-04-28", "2027-04-28"]


def test_a_length_that_is_told_in_days_sits_for_two_hours_on_each() -> None:
    one = agenda(talks="cadence: {every: year, since: 2020}\nlasts: 2 days")
    found = only(ask(one, "talks", "2026-06-01", "2027-06-09/2027-06-10", video=True))
    assert len(found.hours) == 2
    for sittings in found.hours:
        assert {one.end - one.start for one in sittings} == {timedelta(hours=2)}
