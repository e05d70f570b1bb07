from datetime import date, datetime

import pytest
from tests.writing.ical.given_ical import AS_OF, event, named, shown, talks, zone_of

from cjpeace.core.agenda import Agenda
from cjpeace.writing.ical.ical_span import Shape, days_of, hours_of

ONLY_SESSIONS = "place: somewhere"


def _days(agenda: Agenda, as_of: str = AS_OF) -> tuple[str, str, str]:
    found = days_of(named(agenda, as_of, silent=True)[0][1])
    return found.shape.value, str(found.start), str(found.end)


def _recorded(session: str, keys: str = ONLY_SESSIONS) -> Agenda:
    return talks(f"{{{session}}}", keys=keys)


@pytest.mark.parametrize(
    ("session", "shape", "start", "end"),
    [
        ("held: 2025-10-14", "days", "2025-10-14", "2025-10-15"),
        ("held: 2025-10-14~", "days", "2025-10-14", "2025-10-15"),
        ("held: 2025-10-14/2025-10-16", "days", "2025-10-14", "2025-10-17"),
        ("held: 2024-06-01/", "days", "2024-06-01", "2024-06-02"),
        ("held: 2025-01-01/2025-12-31", "days", "2025-01-01", "2026-01-01"),
        ("held: 2025-10", "window", "2025-10-01", "2025-11-01"),
        ("held: 2025-10-14/2025-11", "window", "2025-10-14", "2025-12-01"),
        ("held: 2000-21", "window", "2000-03-01", "2000-06-01"),
        ("held: 2000-07/2000-10", "window", "2000-07-01", "2000-11-01"),
        ("held: 2000-07/2000-11-02", "last day", "2000-11-02", "2000-11-03"),
        ("held: 2000", "last day", "2000-12-31", "2001-01-01"),
        ("tentative: 2027-01/2027-04", "window", "2027-01-01", "2027-05-01"),
        ("confirmed: H1 2027", "last day", "2027-06-30", "2027-07-01"),
        ("cancelled: 2027, reason: rain", "last day", "2027-12-31", "2028-01-01"),
    ],
)
def test_a_session_lies_on_its_days_over_its_window_or_on_the_last_day_of_it(
    session: str, shape: str, start: str, end: str
) -> None:
    assert _days(_recorded(session)) == (shape, start, end)


def test_124_days_are_a_window_and_125_are_not() -> None:
    assert _days(event("expected: 2027-01-01/2027-05-04")) == ("window", "2027-01-01", "2027-05-05")
    assert _days(event("expected: 2027-01-01/2027-05-05")) == (
        "last day", "2027-05-05", "2027-05-06",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "shape", "start", "end"),
    [
        ("cadence: {every: year, since: 2027}", "last day", "2027-12-31", "2028-01-01"),
        ("cadence: {every: year, when: autumn, since: 2027}", "window", "2027-09-01", "2027-12-01"),
        ("cadence: {every: year, when: 31 May, since: 2027}", "days", "2027-05-31", "2027-06-01"),
        (
            "cadence: {every: year, when: 31 May, since: 2027}\n    lasts: 3 days",
            *("days", "2027-05-31", "2027-06-03"),
        ),
        (
            "cadence: {every: year, when: February, since: 2027}\n    lasts: 4 weeks",
            *("window", "2027-02-01", "2027-03-01"),
        ),
    ],
)
def test_a_slot_has_a_day_only_where_its_rule_names_one(
    keys: str, shape: str, start: str, end: str
) -> None:
    assert _days(talks(keys=keys)) == (shape, start, end)


def test_an_event_is_expected_within_its_dates_and_on_its_day() -> None:
    assert _days(event("expected: 2027-05-01/2027-05-31"))[0] == Shape.WINDOW.value
    assert _days(event("expected: 2027-05-01"))[0] == Shape.DAYS.value


def test_a_window_without_end_is_shown_on_its_first_day() -> None:
    assert _days(event("expected: 2026-05-01/..")) == ("no end", "2026-05-01", "2026-05-02")


@pytest.mark.parametrize("as_of", ["2027-01-01", "2027-08-01"])
def test_what_is_late_or_overdue_is_shown_on_the_last_day_of_its_window(as_of: str) -> None:
    agenda = talks(keys="cadence: {every: year, when: autumn, since: 2026}")
    assert _days(agenda, as_of) == ("last day", "2026-11-30", "2026-12-01")


def _hours(session: str, keys: str = ONLY_SESSIONS) -> tuple[str, str, str, bool] | None:
    agenda = _recorded(session, keys)
    found = hours_of(named(agenda)[0][1], agenda, zone_of)
    return found and (
        found.zone,
        f"{found.start:%Y-%m-%d %H:%M %z}",
        f"{found.end:%Y-%m-%d %H:%M %z}",
        found.length_is_known,
    )


@pytest.mark.parametrize(
    ("session", "zone", "start", "end"),
    [
        (
            "confirmed: 2027-02-02, at: 19:00, lasts: 90 minutes, timezone: Asia/Tokyo",
            *("Asia/Tokyo", "2027-02-02 19:00 +0900", "2027-02-02 20:30 +0900"),
        ),
        (
            "confirmed: 2027-02-02, at: 23:00, lasts: 3 hours, host: japan",
            *("Asia/Tokyo", "2027-02-02 23:00 +0900", "2027-02-03 02:00 +0900"),
        ),
        (
            "confirmed: 2027-03-13, at: 23:30, lasts: 4 hours, host: canada",
            *("America/Toronto", "2027-03-13 23:30 -0500", "2027-03-14 04:30 -0400"),
        ),
        (
            "confirmed: 2027-11-06, at: 23:30, lasts: 4 hours, host: canada",
            *("America/Toronto", "2027-11-06 23:30 -0400", "2027-11-07 02:30 -0500"),
        ),
        (
            "confirmed: 2027-03-14, at: 02:30, lasts: 1 hour, host: canada",  # the clocks skip it
            *("America/Toronto", "2027-03-14 02:30 -0500", "2027-03-14 04:30 -0400"),
        ),
    ],
)
def test_a_session_with_a_time_lasts_as_long_as_it_says(
    session: str, zone: str, start: str, end: str
) -> None:
    assert _hours(session) == (zone, start, end, True)


def test_the_sessions_own_time_zone_and_length_go_before_the_mechanisms_and_the_hosts() -> None:
    keys = 'at: "09:00"\n    lasts: 2 hours\n    timezone: America/Toronto\n    hosts: [japan]'
    day = "confirmed: 2027-02-02, host: japan"
    assert _hours(day, keys) == (
        "America/Toronto", "2027-02-02 09:00 -0500", "2027-02-02 11:00 -0500", True,
    )  # fmt: skip
    own = f"{day}, at: 10:30, lasts: 30 minutes, timezone: Europe/Paris"
    assert _hours(own, keys) == (
        "Europe/Paris", "2027-02-02 10:30 +0100", "2027-02-02 11:00 +0100", True,
    )  # fmt: skip


@pytest.mark.parametrize("lasts", ["", ", lasts: 2 days"])
def test_a_session_whose_hours_are_not_stated_is_shown_for_an_hour_and_says_so(lasts: str) -> None:
    session = f"confirmed: 2027-02-02, at: 19:00, host: japan{lasts}"
    assert _hours(session) == (
        "Asia/Tokyo", "2027-02-02 19:00 +0900", "2027-02-02 20:00 +0900", False,
    )  # fmt: skip
    assert "Length: not stated, shown as one hour" in shown(_recorded(session))["DESCRIPTION"]


@pytest.mark.parametrize(
    "session",
    [
        "confirmed: 2027-02-02, at: 19:00",  # in which zone?
        "confirmed: 2027-02-02, at: 19:00, host: none",
        "confirmed: 2027-02-02/2027-02-03, at: 19:00, host: japan",
        "confirmed: 2027-02-02/, at: 19:00, host: japan",
        "confirmed: 2027-02, at: 19:00, host: japan",
        "confirmed: 2027-02-02, host: japan",
        "held: 0001-01-01, at: 00:30, host: japan",
    ],
)
def test_a_time_that_belongs_to_no_single_moment_leaves_the_days_whole(session: str) -> None:
    assert _hours(session) is None


def test_a_slot_on_a_day_has_the_time_of_its_mechanism() -> None:
    keys = (
        "cadence: {every: month, when: second Tuesday, since: 2026-12}\n"
        '    at: "08:30"\n    timezone: Asia/Tokyo'
    )
    agenda = talks(keys=keys)
    found = hours_of(named(agenda)[0][1], agenda, zone_of)
    assert found
    assert found.start == datetime(2026, 12, 8, 8, 30, tzinfo=zone_of("Asia/Tokyo"))
    assert days_of(named(agenda)[0][1]).start == date(2026, 12, 8)
