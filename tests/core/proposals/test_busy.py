"""Busy times are found by day or by hour, however many and however long they are."""

from datetime import UTC, date, datetime, timedelta
from time import process_time

from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import thorough

from cjpeace.core.dates.window import Window
from cjpeace.core.proposals.busy import BusyDays, BusyHours, BusyTimes

START = datetime(2027, 6, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def hours(begin: int, length: int, calendar: str = "a.ics") -> BusyHours:
    return BusyHours(START + begin * HOUR, START + (begin + length) * HOUR, "", calendar)


@thorough
@given(
    st.lists(st.builds(hours, st.integers(0, 60), st.integers(1, 30), st.sampled_from(["a", "b"]))),
    st.integers(0, 60),
    st.integers(1, 10),
)
def test_hours_are_found_as_by_looking_at_each(
    times: list[BusyHours], begin: int, length: int
) -> None:
    start, end = START + begin * HOUR, START + (begin + length) * HOUR
    overlapping = {time.calendar for time in times if time.start < end and time.end > start}
    found = list(BusyTimes(times).within(start, end))
    assert {time.calendar for time in found} == overlapping
    assert all(time.start < end and time.end > start for time in found)


def test_days_are_found_by_any_day_of_theirs() -> None:
    away = BusyDays(Window(date(2027, 6, 1), date(2027, 6, 4)), "Leave", "a.ics")
    times = BusyTimes([away])
    assert list(times.on(date(2027, 6, 3))) == [away]
    assert list(times.on(date(2027, 6, 4))) == []
    assert list(times.on(date(2027, 5, 31))) == []


def test_many_long_times_are_looked_through_in_no_time() -> None:
    times = BusyTimes([hours(0, 24 * 365 + n % 7) for n in range(100_000)])
    began = process_time()
    for n in range(10_000):
        list(times.within(START + n * HOUR, START + (n + 1) * HOUR))
    assert process_time() - began < 10
