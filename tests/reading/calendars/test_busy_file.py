"""Busy times of calendar files, each kind of entry that calendar programs write."""

from contextlib import suppress
from pathlib import Path
from random import Random
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from tests.reading.calendars.given_calendar import CUSTOM_ZONE, YEAR, calendar, read, told

from cjpeace.core.proposals.busy import BusyHours
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.calendars import busy_file


def test_a_time_is_read_by_the_clocks_of_its_zone(tmp_path: Path) -> None:
    summer = (
        "DTSTART;TZID=America/Toronto:20270701T100000\nDTEND;TZID=America/Toronto:20270701T113000"
    )
    winter = "DTSTART;TZID=America/Toronto:20271201T100000\nDURATION:PT1H"
    assert told(read(tmp_path, calendar(summer, winter))) == [
        "2027-07-01 14:00-15:30",
        "2027-12-01 15:00-16:00",
    ]


def test_a_zone_by_the_name_that_windows_has_for_it_is_known(tmp_path: Path) -> None:
    text = calendar("DTSTART;TZID=Tokyo Standard Time:20270701T100000\nDURATION:PT1H")
    assert told(read(tmp_path, text)) == ["2027-07-01 01:00-02:00"]


def test_a_zone_may_be_of_the_files_own_making(tmp_path: Path) -> None:
    events = (
        "DTSTART;TZID=Our Own:20270701T100000\nDURATION:PT1H",
        "DTSTART;TZID=Our Own:20271201T100000\nDURATION:PT1H",
    )
    assert told(read(tmp_path, calendar(CUSTOM_ZONE, *events))) == [
        "2027-07-01 14:00-15:00",
        "2027-12-01 15:00-16:00",
    ]


def test_british_columbia_keeps_its_summer_time_in_winter(tmp_path: Path) -> None:
    text = calendar("DTSTART;TZID=America/Vancouver:20271201T100000\nDURATION:PT1H")
    assert told(read(tmp_path, text)) == ["2027-12-01 17:00-18:00"]


def test_a_time_without_a_zone_is_that_of_the_calendar_else_the_one_given(tmp_path: Path) -> None:
    event = "DTSTART:20270701T100000\nDURATION:PT1H"
    own = calendar("X-WR-TIMEZONE:Asia/Tokyo", event)
    assert told(read(tmp_path, own, zone="America/Toronto")) == ["2027-07-01 01:00-02:00"]
    assert told(read(tmp_path, calendar(event), zone="America/Toronto")) == [
        "2027-07-01 14:00-15:00"
    ]


def test_whole_days_are_days_wherever_one_is(tmp_path: Path) -> None:
    events = (
        "DTSTART;VALUE=DATE:20270701\nDTEND;VALUE=DATE:20270704",
        "DTSTART;VALUE=DATE:20270801",
        "DTSTART;VALUE=DATE:20270901\nDURATION:P2D",
    )
    assert told(read(tmp_path, calendar(*events))) == [
        "2027-07-01/2027-07-03",
        "2027-08-01",
        "2027-09-01/2027-09-02",
    ]


@pytest.mark.parametrize(
    "free",
    ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
)
def test_what_leaves_its_time_free_is_not_busy(tmp_path: Path, free: str) -> None:
    event = "DTSTART:20270701T100000Z\nDURATION:PT1H"
    assert read(tmp_path, calendar(f"{event}\n{free}")) == ()
    assert len(read(tmp_path, calendar(event))) == 1


@pytest.mark.parametrize(
    "busy", ["TRANSP:OPAQUE", "STATUS:TENTATIVE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"]
)
def test_what_may_take_its_time_is_busy(tmp_path: Path, busy: str) -> None:
    assert read(tmp_path, calendar(f"DTSTART:20270701T100000Z\nDURATION:PT1H\n{busy}"))


def test_a_time_that_takes_none_is_not_busy(tmp_path: Path) -> None:
    assert read(tmp_path, calendar("DTSTART:20270701T100000Z")) == ()


def test_a_rule_keeps_the_time_of_day_when_clocks_change(tmp_path: Path) -> None:
    event = (
        "UID:1\nDTSTART;TZID=America/Toronto:20271101T090000\nDURATION:PT1H\n"
        "RRULE:FREQ=WEEKLY;COUNT=3"
    )
    assert told(read(tmp_path, calendar(event))) == [
        "2027-11-01 13:00-14:00",
        "2027-11-08 14:00-15:00",
        "2027-11-15 14:00-15:00",
    ]


def test_a_rule_ends_at_the_instant_that_it_names(tmp_path: Path) -> None:
    event = (
        "UID:1\nDTSTART;TZID=America/Toronto:20270601T200000\nDURATION:PT1H\n"
        "RRULE:FREQ=DAILY;UNTIL=20270604T000000Z"
    )
    assert told(read(tmp_path, calendar(event))) == [
        "2027-06-02 00:00-01:00",
        "2027-06-03 00:00-01:00",
        "2027-06-04 00:00-01:00",
    ]


def test_a_rule_ends_before_a_time_of_its_last_day_that_lies_beyond_its_end(tmp_path: Path) -> None:
    event = (
        "UID:1\nDTSTART;TZID=America/Toronto:20270601T200000\nDURATION:PT1H\n"
        "RRULE:FREQ=DAILY;UNTIL=20270603T233000Z"
    )
    assert len(read(tmp_path, calendar(event))) == 2


def test_exceptions_and_further_dates_change_a_rule(tmp_path: Path) -> None:
    event = (
        "UID:1\nDTSTART:20270601T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n"
        "EXDATE:20270602T100000Z\nEXDATE;VALUE=DATE:20270603\n"
        "RDATE:20270610T120000Z\nRDATE;VALUE=PERIOD:20270611T120000Z/PT3H"
    )
    assert told(read(tmp_path, calendar(event))) == [
        "2027-06-01 10:00-11:00",
        "2027-06-04 10:00-11:00",
        "2027-06-10 12:00-13:00",
        "2027-06-11 12:00-15:00",
    ]


SERIES = "UID:1\nDTSTART:20270601T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4"


def test_a_moved_instance_is_busy_at_its_new_time_only(tmp_path: Path) -> None:
    moved = "UID:1\nRECURRENCE-ID:20270602T100000Z\nDTSTART:20270612T150000Z\nDURATION:PT2H"
    assert told(read(tmp_path, calendar(SERIES, moved))) == [
        "2027-06-01 10:00-11:00",
        "2027-06-03 10:00-11:00",
        "2027-06-04 10:00-11:00",
        "2027-06-12 15:00-17:00",
    ]


def test_a_cancelled_instance_is_free(tmp_path: Path) -> None:
    gone = "UID:1\nRECURRENCE-ID:20270602T100000Z\nDTSTART:20270602T100000Z\nSTATUS:CANCELLED"
    assert len(read(tmp_path, calendar(SERIES, gone))) == 3


def test_a_change_may_be_of_all_that_follow(tmp_path: Path) -> None:
    onwards = (
        "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270603T100000Z\n"
        "DTSTART:20270603T140000Z\nDURATION:PT30M"
    )
    assert told(read(tmp_path, calendar(SERIES, onwards))) == [
        "2027-06-01 10:00-11:00",
        "2027-06-02 10:00-11:00",
        "2027-06-03 14:00-14:30",
        "2027-06-04 14:00-14:30",
    ]


def test_a_series_from_years_ago_is_found_without_a_walk(tmp_path: Path) -> None:
    event = "UID:1\nDTSTART:00010101T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"
    started = process_time()
    found = told(read(tmp_path, calendar(event)))
    assert "2027-01-01 10:00-11:00" in found
    assert "2027-12-31 10:00-11:00" in found
    assert len(found) < 370
    assert process_time() - started < 10


def test_an_event_that_its_rule_misses_counts_as_the_first(tmp_path: Path) -> None:
    event = "UID:1\nDTSTART:20270601T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3"
    assert told(read(tmp_path, calendar(event))) == [
        "2027-06-01 10:00-11:00",
        "2027-06-04 10:00-11:00",
        "2027-06-11 10:00-11:00",
    ]


def test_free_busy_periods_are_read(tmp_path: Path) -> None:
    component = (
        "BEGIN:VFREEBUSY\nUID:1\n"
        "FREEBUSY;FBTYPE=BUSY:20270701T100000Z/PT1H,20270702T100000Z/20270702T113000Z\n"
        "FREEBUSY;FBTYPE=FREE:20270703T100000Z/PT1H\nFREEBUSY:20270704T100000Z/PT1H\n"
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270705T100000Z/PT1H\nEND:VFREEBUSY"
    )
    assert told(read(tmp_path, calendar(component))) == [
        "2027-07-01 10:00-11:00",
        "2027-07-02 10:00-11:30",
        "2027-07-04 10:00-11:00",
        "2027-07-05 10:00-11:00",
    ]


def test_a_busy_time_has_the_title_of_its_event_and_the_name_of_its_file(tmp_path: Path) -> None:
    event = "DTSTART:20270701T100000Z\nDURATION:PT1H\nSUMMARY:日加 PM\\, 13th"
    (found,) = read(tmp_path, calendar(event))
    assert isinstance(found, BusyHours)
    assert (found.title, found.calendar) == ("日加 PM, 13th", str(tmp_path / "busy.ics"))


def test_events_far_from_the_window_are_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, calendar("DTSTART:20200701T100000Z\nDURATION:PT1H")) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file holds no calendar"),
        ("hello", "the file holds no calendar"),
        ("BEGIN:VCALENDAR\n", "the file is not complete: BEGIN:VCALENDAR has no END"),
        ("BEGIN:VCALENDAR\nEND:VEVENT\n", "the file is not complete: END:VEVENT ends nothing"),
        (
            "BEGIN:VCALENDAR\nwhat is this\nEND:VCALENDAR\n",
            (
                "the file is not a calendar: Content line could not be parsed into parts: "
                "'what is this': Invalid content line"
            ),
        ),
        (
            calendar("DTSTART:20270230T100000Z\nSUMMARY:Talks"),
            (
                'the event "Talks": its DTSTART cannot be read: Wrong datetime format: '
                "20270230T100000Z"
            ),
        ),
        (calendar("SUMMARY:Talks"), 'the event "Talks": its DTSTART is missing'),
        (
            calendar("SUMMARY:Talks\nDTSTART;TZID=Nowhere:20270701T100000"),
            (
                'the event "Talks" of 2027-07-01: the file does not say what its time zone '
                '"Nowhere" is'
            ),
        ),
        (
            calendar("SUMMARY:Talks\nDTSTART:20270701T100000Z\nRRULE:FREQ=SECONDLY"),
            'the event "Talks" of 2027-07-01: FREQ=SECONDLY is more often than daily',
        ),
        (
            calendar("SUMMARY:Talks\nDTSTART;VALUE=DATE:20270701\nDTEND:20270702T100000Z"),
            (
                'the event "Talks" of 2027-07-01: it begins on a day and ends at a time, or the '
                "reverse"
            ),
        ),
        (
            calendar(CUSTOM_ZONE.replace("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=SECONDLY")),
            "a time zone has a rule that no zone has: FREQ=SECONDLY",
        ),
        (
            "BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 100_000,
            "more than 8 components stand inside each other",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path, text)
    assert caught.value.message == message


EDGES = """\
UID:1
DTSTART;TZID=America/Toronto:99991231T235900
DURATION:P9999D
RRULE:FREQ=DAILY
EXDATE;TZID=America/Toronto:99991231T235900
RDATE;TZID=Asia/Tokyo:00010101T000000
"""


def test_the_edges_of_the_calendar_are_no_trouble(tmp_path: Path) -> None:
    assert read(tmp_path, calendar(EDGES)) == ()
    first = "DTSTART;TZID=Asia/Tokyo:00010101T000000\nDTEND;TZID=Asia/Tokyo:99991231T000000"
    (found,) = read(tmp_path, calendar(first))
    assert isinstance(found, BusyHours)
    assert (found.start.year, found.end.year) == (1, 9999)


def test_a_period_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    component = "BEGIN:VFREEBUSY\nFREEBUSY:20270231T100000Z/PT1H\nEND:VFREEBUSY"
    with pytest.raises(UnreadableError, match=r"cannot be read|not a calendar"):
        read(tmp_path, calendar(component))


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "busy.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\r\n\xff\xfe")
    with pytest.raises(UnreadableError, match="the file is not UTF-8"):
        busy_file.read_busy(str(path), YEAR, ZoneInfo, ZoneInfo("UTC"))
    with pytest.raises(UnreadableError, match="no file can have this name"):
        busy_file.read_busy("a\x00b", YEAR, ZoneInfo, ZoneInfo("UTC"))


def test_a_file_that_is_too_large_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(busy_file, "LARGEST", 100)
    with pytest.raises(UnreadableError, match="the file is larger than"):
        read(tmp_path, calendar(SERIES))


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be read: no such file or directory"):
        busy_file.read_busy(str(tmp_path / "none.ics"), YEAR, ZoneInfo, ZoneInfo("UTC"))


def test_more_busy_times_than_anybody_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(busy_file, "MOST", 3)
    with pytest.raises(UnreadableError, match="there are more than 3 times from 2027-01-01"):
        read(tmp_path, calendar(SERIES))


HOSTILE = {
    "a rule from the year 1 for events that last 8000 years": calendar(
        "UID:1\nDTSTART;VALUE=DATE:00010101\nDURATION:P3000000D\nRRULE:FREQ=DAILY"
    ),
    "many changes of all that follow, each far longer than the last": calendar(
        "UID:1\nDTSTART:20270101T100000Z\nRRULE:FREQ=DAILY",
        *(
            "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270102T100000Z\n"
            "DTSTART:99990102T110000Z\nDURATION:P99999D\nSTATUS:CANCELLED"
            for _ in range(500)
        ),
    ),
    "an interval beyond the calendar": calendar(
        "UID:1\nDTSTART:20270101T100000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;INTERVAL=99999999999"
    ),
    "an end of the calendar": calendar("UID:1\nDTSTART:99991231T235900Z\nDURATION:P9999D"),
    "a count beyond the calendar": calendar(
        "UID:1\nDTSTART:20270101T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=99999999999"
    ),
    "a zone with a change in each week since the year 1": calendar(
        CUSTOM_ZONE.replace("19700308", "00010101").replace("BYMONTH=3;BYDAY=2SU", "BYDAY=SU"),
        "UID:1\nDTSTART;TZID=Our Own:20270701T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY",
    ),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_has_an_answer_or_an_error_soon(text: str, tmp_path: Path) -> None:
    started = process_time()
    with suppress(UnreadableError):
        read(tmp_path, text)
    assert process_time() - started < 10


VALUES = (
    *("99991231", "00010101T000000Z", "20270230", "PT9999H", "-P1D", "P99999999D", "FREQ=DAILY"),
    *("FREQ=HOURLY", "FREQ=YEARLY;INTERVAL=0", "FREQ=DAILY;UNTIL=00010101", "", "x", "\x00", "日"),
    *("FREQ=DAILY;BYHOUR=1,2", "20270701T100000Z/PT1H", "20270702T100000Z/20270701T100000Z"),
)


@pytest.mark.parametrize("seed", range(60))
def test_any_odd_value_has_an_answer_or_an_error(seed: int, tmp_path: Path) -> None:
    """Values of a good file are exchanged for others, or lose a digit."""
    random = Random(seed)
    moved = "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270602T100000Z\nDTSTART:20270612T150000Z"
    days = "UID:2\nDTSTART;VALUE=DATE:20270601\nDTEND;VALUE=DATE:20270603\nRRULE:FREQ=MONTHLY"
    more = f"{SERIES}\nEXDATE:20270602T100000Z\nRDATE;VALUE=PERIOD:20270611T120000Z/PT3H"
    lines = calendar(CUSTOM_ZONE, more, moved, days).split("\r\n")
    valued = [n for n, line in enumerate(lines) if line[:4] not in ("BEGI", "END:", "")]
    for number in random.sample(valued, 2):
        name, _, value = lines[number].partition(":")
        lines[number] = f"{name}:{random.choice((*VALUES, value[:-1]))}"
    with suppress(UnreadableError):
        read(tmp_path, "\r\n".join(lines))
