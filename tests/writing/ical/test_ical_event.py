import pytest
from tests.interop.lint import events, faults
from tests.writing.ical.given_ical import HEAD, event, made, shown, talks

from cjpeace import loads

FREE = ("TRANSPARENT", "FREE")
ONLY_SESSIONS = "note: none"


def _told(properties: dict[str, str]) -> tuple[str, str, str, str]:
    names = ("SUMMARY", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
    return tuple(properties[name] for name in names)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("session", "told"),
    [
        ("held: 2026-09-09", ("Talks", "CONFIRMED", *FREE)),
        ("held: 2026-09-09/2026-09-10, number: 3", ("Talks, 3rd", "CONFIRMED", *FREE)),
        ("held: 2026-09", ("[held Sep 2026] Talks", "CONFIRMED", *FREE)),
        ("held: 2025", ("[held in 2025] Talks", "CONFIRMED", *FREE)),
        ("held: 2025~", ("[held in about 2025] Talks", "CONFIRMED", *FREE)),
        ("confirmed: 2026-12-12", ("Talks", "CONFIRMED", "OPAQUE", "BUSY")),
        ("confirmed: 2026-12", ("[date to be set: Dec 2026] Talks", "TENTATIVE", *FREE)),
        ("confirmed: H1 2027", ("[by 30 Jun 2027] Talks", "TENTATIVE", *FREE)),
        ("tentative: 2026-12-12", ("[tentative] Talks", "TENTATIVE", "OPAQUE", "TENTATIVE")),
        ("tentative: winter 2026", ("[date to be set: winter 2026] Talks", "TENTATIVE", *FREE)),
        ("confirmed: 2026-09-09", ("[no outcome on record] Talks", "TENTATIVE", *FREE)),
        ("tentative: 2026-09", ("[no outcome on record: Sep 2026] Talks", "TENTATIVE", *FREE)),
        ("cancelled: 2026-12-12, reason: rain", ("[cancelled] Talks", "CANCELLED", *FREE)),
        ("cancelled: 2026-12, reason: rain", ("[cancelled: Dec 2026] Talks", "CANCELLED", *FREE)),
        (
            "postponed: 2027-02-02, planned: [2026-01-01, 2026-09], reason: rain",
            ("[moved from Sep 2026] Talks", "TENTATIVE", "OPAQUE", "TENTATIVE"),
        ),
        (
            "postponed: 2027-02-02, reason: rain",
            ("[moved] Talks", "TENTATIVE", "OPAQUE", "TENTATIVE"),
        ),
        (
            "postponed: 2027-02, planned: 2026-09-09, reason: rain",
            ("[postponed, date to be set: Feb 2027] Talks", "TENTATIVE", *FREE),
        ),
        (
            "postponed: 2027, planned: 2026-09-09, reason: rain",
            ("[postponed, by 31 Dec 2027] Talks", "TENTATIVE", *FREE),
        ),
        (
            "postponed: .., planned: 2026-09-09, reason: rain",
            ("[postponed, no new date] Talks", "TENTATIVE", *FREE),
        ),
    ],
)
def test_a_session_says_its_status_and_takes_nobodys_time_unless_it_has_a_day(
    session: str, told: tuple[str, str, str, str]
) -> None:
    assert _told(shown(talks(f"{{{session}}}", keys=ONLY_SESSIONS))) == told


@pytest.mark.parametrize(
    ("as_of", "summary", "status"),
    [
        ("2025-11-24", "[by 31 Dec 2026] Talks", "projected"),
        ("2026-11-24", "[by 31 Dec 2026] Talks", "due"),
        ("2027-02-02", "[late] Talks", "late"),
        ("2027-06-06", "[overdue] Talks", "overdue"),
        ("2028-06-06", "[missed: 2026] Talks", "missed"),
    ],
)
def test_a_promise_that_nothing_answers_says_so(as_of: str, summary: str, status: str) -> None:
    properties = shown(talks(), as_of)
    assert _told(properties) == (summary, "TENTATIVE", *FREE)
    assert properties["X-CJPEACE-STATUS"] == status
    assert properties["X-CJPEACE-WINDOW"] == "2026"


@pytest.mark.parametrize(
    ("keys", "summary"),
    [
        ("cadence: {every: year, when: 31 May, since: 2027}", "[expected] Talks"),
        (
            "cadence: {every: year, when: autumn, since: 2027}",
            "[date to be set: autumn 2027] Talks",
        ),
        ("cadence: {every: 2 years, since: 2027-09-17}", "[by 16 Sep 2029] Talks"),
    ],
)
def test_a_promise_ahead_is_shown_at_its_own_precision(keys: str, summary: str) -> None:
    assert _told(shown(talks(keys=keys))) == (summary, "TENTATIVE", *FREE)


def test_what_others_convene_and_nobody_recorded_is_not_known() -> None:
    agenda = talks(keys="convened_by: UN\n    cadence: {every: year, since: 2020, until: 2020}")
    assert _told(shown(agenda)) == ("[no record: 2020] Talks", "TENTATIVE", *FREE)


@pytest.mark.parametrize(
    ("date", "summary"),
    [
        ("2026-09-09", "[no outcome on record] Talks"),
        ("2026-09", "[no outcome on record: Sep 2026] Talks"),
    ],
)
def test_what_others_convene_and_planned_has_no_outcome_on_record(date: str, summary: str) -> None:
    found = shown(talks(f"{{confirmed: {date}}}", keys="convened_by: UN"))
    assert _told(found) == (summary, "TENTATIVE", *FREE)
    assert found["X-CJPEACE-STATUS"] == "unknown"
    said = "Status: unknown, its time has passed and no outcome is on record"
    assert found["DESCRIPTION"].split("\n")[0] == said


@pytest.mark.parametrize(
    ("keys", "summary"),
    [
        ("expected: 2026-05-01/..", "[no deadline] Summit"),
        ("expected: 2027-05", "[date to be set: May 2027] Summit"),
        ("expected: 2027-05-05", "[expected] Summit"),
        ("expected: 2026-01", "[overdue] Summit"),
        (
            "postponed: .., planned: 2026-02-02, reason: rain",
            "[postponed, no new date] Summit",
        ),
    ],
)
def test_an_event_says_what_is_known_of_it(keys: str, summary: str) -> None:
    assert _told(shown(event(keys))) == (summary, "TENTATIVE", *FREE)


def test_a_slot_that_was_postponed_to_no_date_is_to_be_held_within_its_window() -> None:
    session = "{postponed: .., planned: 2026-09-09, reason: rain}"
    assert shown(talks(session))["SUMMARY"] == "[postponed, by 31 Dec 2026] Talks"


def test_only_what_was_held_has_a_category() -> None:
    assert shown(talks("{held: 2026-09-09}"))["CATEGORIES"] == "held"
    assert "CATEGORIES" not in shown(talks("{confirmed: 2026-12-12}"))


@pytest.mark.parametrize(
    ("session", "window"),
    [
        ("held: 2026-09-09", None),
        ("tentative: 2026-12-12/2026-12-13", None),
        ("held: 2026-09~", "2026-09~"),
        ("tentative: autumn 2027", "2027-23"),
        ("confirmed: 2027", "2027"),
    ],
)
def test_a_window_is_kept_word_for_word_where_the_days_are_not_those_of_the_meeting(
    session: str, window: str | None
) -> None:
    found = shown(talks(f"{{{session}}}", keys=ONLY_SESSIONS))
    assert found.get("X-CJPEACE-WINDOW") == window


def test_the_description_says_all_that_is_known_its_status_first() -> None:
    agenda = talks(
        "{postponed: 2027-02-02, planned: [2026-01-01, autumn 2026], reason: rain, host: japan, "
        'at: "09:00", lasts: 2 hours, doubt: the hour, note: "one\\ntwo", source: [record, "https://b.org/"]}',
        keys="paragraph: 1\n    convened_by: both",
    )
    assert shown(agenda)["DESCRIPTION"].split("\n") == [
        "Status: postponed to 2 Feb 2027",
        "Convened by: both",
        "Host: Japan",
        "Ottawa: 1 Feb 2027 19:00-21:00 EST",
        "Tokyo: 2 Feb 2027 09:00-11:00 JST",
        "Planned before: 1 Jan 2026, autumn 2026",
        "Reason: rain",
        "Doubt: the hour",
        *("Note: one", "two"),
        "Paragraph 1: They meet.",
        *("Source: The record, https://example.org/", "Source: https://b.org/"),
    ]


@pytest.mark.parametrize(
    ("session", "line"),
    [
        ("held: 2026-09-09", "Status: held"),
        ("held: 2026-09-09?", "When: 9 Sep 2026?"),
        ("held: 2024-06-01/", "When: from 1 Jun 2024"),
        ("held: 2026-09", "When: Sep 2026"),
        ("held: 2026-09-09, host: none", "Host: none, by video or in a third country"),
        ("confirmed: 2027-02-02, at: 19:00", "Begins at: 19:00, local time"),
        (
            "confirmed: 2027-02-02/2027-02-03, at: 19:00, host: japan",
            "Begins at: 19:00, Asia/Tokyo",
        ),
        (
            "confirmed: 2027-02-02, at: 23:00, lasts: 3 hours, host: japan",
            "Tokyo: 2 Feb 2027 23:00 to 3 Feb 2027 02:00 JST",
        ),
        ("confirmed: 2026-09-09", "Status: unreported, its time has passed and no outcome is on"),
        ("postponed: .., planned: 2026-09-09, reason: r", "Status: postponed, no new date on"),
    ],
)
def test_the_description_has_a_line_for_each_thing(session: str, line: str) -> None:
    description = shown(talks(f"{{{session}}}", keys=ONLY_SESSIONS))["DESCRIPTION"]
    assert [each for each in description.split("\n") if each.startswith(line)]


def test_nothing_is_said_that_the_days_of_the_entry_say() -> None:
    assert shown(talks("{held: 2026-09-09}", keys=ONLY_SESSIONS))["DESCRIPTION"] == "Status: held"


def test_the_place_is_where_it_is_held_and_never_guessed_from_the_host() -> None:
    assert shown(talks("{held: 2026-09-09, place: 'Here, there'}"))["LOCATION"] == "Here, there"
    assert "LOCATION" not in shown(talks("{held: 2026-09-09, host: japan}"))


@pytest.mark.parametrize(
    ("session", "start", "end"),
    [
        (
            "held: 2008-03-20, at: 18:30, lasts: 2 hours, host: canada",
            ";TZID=America/Toronto:20080320T183000",
            ";TZID=America/Toronto:20080320T203000",
        ),
        (  # the rule of today would have it an hour earlier
            "held: 2006-03-20, at: 18:30, lasts: 2 hours, host: canada",
            *(":20060320T233000Z", ":20060321T013000Z"),
        ),
        (
            "held: 2025-12-10, at: 09:00, lasts: 2 hours, timezone: America/Vancouver",
            *(":20251210T170000Z", ":20251210T190000Z"),
        ),
        (
            "confirmed: 2026-12-10, at: 09:00, lasts: 2 hours, timezone: America/Vancouver",
            *(":20261210T160000Z", ":20261210T180000Z"),
        ),
        (  # it begins before the clocks change and ends within the hour that comes twice
            "confirmed: 2027-11-07, at: 00:30, lasts: 1 hour, host: canada",
            *(":20271107T043000Z", ":20271107T053000Z"),
        ),
        (
            "held: 2026-09-09, at: 09:00, lasts: 1 hour, timezone: UTC",
            *(":20260909T090000Z", ":20260909T100000Z"),
        ),
        (  # never changed from UTC since, but not called so
            "held: 2026-09-09, at: 09:00, lasts: 1 hour, timezone: Africa/Abidjan",
            ";TZID=Africa/Abidjan:20260909T090000",
            ";TZID=Africa/Abidjan:20260909T100000",
        ),
        ("held: 2026-09-09", ";VALUE=DATE:20260909", ";VALUE=DATE:20260910"),
        ("held: 0999-09-09", ";VALUE=DATE:09990909", ";VALUE=DATE:09990910"),
    ],
)
def test_a_start_is_in_the_zone_in_utc_or_a_day(session: str, start: str, end: str) -> None:
    content = made(talks(f"{{{session}}}", keys=ONLY_SESSIONS)).content
    assert f"\r\nDTSTART{start}\r\nDTEND{end}\r\n" in content.decode()
    assert not faults(content)


def test_a_title_of_several_lines_is_shown_on_one_and_a_note_keeps_them() -> None:
    found = shown(talks('{held: 2026-09-09, title: "One\\ntwo", note: "three\\nfour"}'))
    assert found["SUMMARY"] == "One two"
    assert "Note: three\nfour" in found["DESCRIPTION"]


def test_entries_from_which_characters_were_left_out_are_named() -> None:
    agenda = loads(
        f'{HEAD}events:\n  a: {{title: "Bell\\a", held: 2026}}\n  b: {{title: B, held: 2026}}\n'
        '  c: {title: C, held: 2026, place: "\\u007f"}\n  d: {title: D, held: 2026, note: "\\b"}'
    )
    feed = made(agenda)
    assert sorted(feed.unclean) == ["a@given", "c@given", "d@given"]
    assert events(feed.content)[0]["SUMMARY"] == "[held in 2026] Bell"
