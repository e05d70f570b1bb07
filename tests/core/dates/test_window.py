"""The window: half-open, in days, sometimes without an end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.given import day, thorough, window

from cjpeace.core.dates.window import Window

windows = st.builds(
    lambda start, days: Window(start, start + timedelta(days)),
    st.dates(date(2000, 1, 1), date(2000, 3, 31)),
    st.integers(1, 60),
)


def days_of(one: Window) -> set[date]:
    assert one.end is not None
    return {one.start + timedelta(n) for n in range((one.end - one.start).days)}


@pytest.mark.parametrize("end", ["2025-01-01", "2024-12-31"])
def test_a_window_of_no_days_cannot_be_made(end: str) -> None:
    with pytest.raises(ValueError, match=rf"^a window ends after it starts: 2025-01-01 to {end}$"):
        Window(day("2025-01-01"), day(end))


def test_windows_are_equal_by_their_days() -> None:
    assert window("2026-40") == window("2026-01/2026-06") != window("2026-33")


def test_windows_stand_by_start_then_end_and_an_open_end_comes_last() -> None:
    in_order = ["2024", "2025-01-01", "2025", "2025/2026", "2025/.."]
    mixed = sorted(in_order)[::-1]
    assert sorted(mixed, key=lambda text: window(text).order) == in_order


def test_the_last_day_is_the_one_before_the_end() -> None:
    assert window("2025-10-14/2025-10-15").last_day == day("2025-10-15")
    assert window("2025/..").last_day is None


def test_a_window_has_ended_on_the_day_after_its_last() -> None:
    october = window("2025-10")
    assert not october.ended_by(day("2025-10-31"))
    assert october.ended_by(day("2025-11-01"))
    assert not window("2025-10/..").ended_by(date.max)


def test_windows_that_touch_do_not_overlap_and_are_a_day_apart() -> None:
    assert not window("2025").overlaps(window("2026"))
    assert window("2025").gap_days(window("2026")) == 1
    assert window("2026").gap_days(window("2025")) == 1


def test_an_open_window_overlaps_whatever_ends_after_it_began() -> None:
    assert window("2025/..").overlaps(window("9000"))
    assert window("2025/..").gap_days(window("9000")) == 0
    assert not window("2025/..").overlaps(window("2024"))
    assert window("2025/..").gap_days(window("2024")) == 1
    assert window("9999-11-01/..").overlap_days(window("2000/..")) == 60


@thorough
@given(windows, windows)
def test_windows_overlap_by_the_days_they_have_in_common(one: Window, other: Window) -> None:
    common = days_of(one) & days_of(other)
    assert one.overlaps(other) == bool(common)
    assert one.overlap_days(other) == len(common)


@thorough
@given(windows, windows)
def test_a_gap_is_counted_from_the_last_day_to_the_first(one: Window, other: Window) -> None:
    apart = min(abs((a - b).days) for a in days_of(one) for b in days_of(other))
    assert one.gap_days(other) == other.gap_days(one) == apart
