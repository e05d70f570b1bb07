"""Sessions and events as they are read, and what is told of those that are wrong, word for word."""

from datetime import time

import pytest
from tests.reading.agenda_text import CADENCE, DATES, EVENT, SESSION, changed, told

from cjpeace import loads
from cjpeace.core.agenda import Recorded, Session
from cjpeace.core.dates.duration import Duration, Unit


def session(written: str) -> Session:
    (found,) = loads(changed(SESSION, written)).mechanisms["talks"].sessions
    return found


def test_everything_on_record_of_a_session_is_read() -> None:
    found = session(
        "{planned: [autumn 2000, 2001-03], held: 2001-10-14/2001-10-15, number: 4, title: Fourth, "
        "host: japan, place: 東京, at: 9:30, lasts: 90 minutes, timezone: Asia/Tokyo, "
        "reason: storm, doubt: the day, note: x, source: [agenda, 'https://example.org/'], "
        "updated: 2026-05}"
    )
    assert (found.recorded, str(found.date)) == (Recorded.HELD, "2001-10-14/2001-10-15")
    assert [str(date) for date in found.planned] == ["2000-23", "2001-03"]
    assert (found.number, found.title, found.host, found.place) == (4, "Fourth", "japan", "東京")
    assert (found.at, found.lasts) == (time(9, 30), Duration(90, Unit.MINUTE))
    assert (found.timezone, found.reason, found.doubt) == ("Asia/Tokyo", "storm", "the day")
    assert (found.note, found.source) == ("x", ("agenda", "https://example.org/"))
    assert (str(found.updated), found.path) == ("2026-05", ("mechanisms", "talks", "sessions", 0))


@pytest.mark.parametrize(
    "status", ["held", "confirmed", "tentative", "postponed", "cancelled", "unknown"]
)
def test_the_key_that_carries_the_date_is_the_status(status: str) -> None:
    found = session(f"{{{status}: 2001-10, reason: x}}")
    assert (found.recorded.value, str(found.date)) == (status, "2001-10")


def test_a_session_may_be_postponed_to_no_new_date() -> None:
    found = session("{planned: 2001-10, postponed: .., reason: x}")
    assert (found.date, str(found.own)) == (None, "2001-10")


def test_an_unknown_interval_may_say_which_numbers_it_hides() -> None:
    assert session("{unknown: 2001/2004, numbers: 5-9}").numbers == (5, 9)
    assert session("{unknown: 2001/2004, number: 5}").number == 5


def test_nobody_may_host_a_session() -> None:
    assert session("{held: 2001, host: none}").host == "none"


def test_what_is_expected_of_an_event_is_read() -> None:
    event = loads(changed(EVENT, "{title: Workshop, expected: 2005/.., follows: talks}")).events
    found = event["workshop"]
    assert (found.title, found.follows) == ("Workshop", "talks")
    assert (found.session.recorded, str(found.session.date)) == (Recorded.EXPECTED, "2005/..")
    assert found.session.title is None
    assert str(found.grace) == "3 months"


STATUSES = "one of held, confirmed, tentative, postponed, cancelled, unknown"
NO_STATUS = f"a session needs one key that says what became of it; {STATUSES}"
BELOW = "write its keys below it, indented further; "
KEYS = (
    "accepted: held, confirmed, tentative, postponed, cancelled, unknown, planned, number, numbers, "
    "title, host, place, at, lasts, timezone, reason, doubt, note, source, updated"
)
NOT_BOTH = "keep one of them; a date it had before goes under `planned`"
PLANNED = (
    'a session needs "planned" when it is postponed to no new date; '
    "the date it had before, or a list of them in order"
)
POSTPONED = 'a session needs "reason" when it is postponed; why it was postponed or cancelled'
CANCELLED = 'a session needs "reason" when it is cancelled; why it was postponed or cancelled'
A_DATE = "a date such as 2025, 2025-10 or autumn 2000"
WHEN_HELD = "the day or days on which it was held"

WRONG = {
    # what a session is
    "held 2001": [f'22:9 [held 2001] a session is a mapping, not "held 2001"; {KEYS}'],
    "": [f"22:8 [ ] a session is a mapping, not nothing; {BELOW}{KEYS}"],
    "[2001]": [f"22:9 [[] a session is a mapping, not a list; {KEYS}"],
    # its status
    "{}": [f"22:9 [{{] {NO_STATUS}"],
    "{number: 1}": [f"22:9 [{{] {NO_STATUS}"],
    "{hled: 2001}": ['22:10 [hled] unknown key "hled" in a session; did you mean "held"?'],
    "{canceled: 2001}": [
        '22:10 [canceled] unknown key "canceled" in a session; did you mean "cancelled"?'
    ],
    "{held: 2001, confirmed: 2002}": [
        f'22:22 [confirmed] a session is either "held" or "confirmed", not both; {NOT_BOTH}'
    ],
    "{held: 2001, expected: 2002}": [
        f'22:22 [expected] unknown key "expected" in a session; {KEYS}'
    ],
    # what goes with a status
    "{postponed: 2003}": [f"22:9 [{{] {POSTPONED}"],
    "{cancelled: 2003}": [f"22:9 [{{] {CANCELLED}"],
    "{postponed: ..}": [f"22:9 [{{] {PLANNED}", f"22:9 [{{] {POSTPONED}"],
    "{postponed: .., planned: [], reason: x}": [f"22:9 [{{] {PLANNED}"],
    "{postponed: .., planed: 2001, reason: x}": [
        '22:25 [planed] unknown key "planed" in a session; did you mean "planned"?'
    ],
    "{cancelled: 2003, reason: }": ['22:35 [}] "reason" has no value; it takes text'],
    "{held: 2001, numbers: 1-3}": [
        "22:22 [numbers] `numbers` goes with `unknown` only; write `number`"
    ],
    "{unknown: 2001/2003, numbers: 1-3, number: 2}": [
        "22:30 [numbers] either `number` or `numbers`; keep one"
    ],
    # dates
    "{held: 2001-02-30}": [
        (
            '22:16 [2001-02-30] "2001-02-30" is not a date: February 2001 has no day 30; '
            "write a day that the month has"
        )
    ],
    "{held: Febuary 2001}": [
        '22:16 [Febuary 2001] "Febuary 2001" is not a date; did you mean "February"?'
    ],
    "{held: }": [f'22:16 [}}] "held" has no value; it takes {A_DATE}'],
    "{held: true}": [f'22:16 [true] "held" takes {A_DATE}, not true; {WHEN_HELD}'],
    "{held: 2001.5}": [f'22:16 [2001.5] "held" takes {A_DATE}, not the number 2001.5; {WHEN_HELD}'],
    "{held: [2001]}": [f'22:16 [[] "held" takes {A_DATE}, not a list; {WHEN_HELD}'],
    "{held: ..}": [f'22:16 [..] ".." is not a date; {DATES}'],
    "{held: 2002/2001}": [
        '22:16 [2002/2001] "2002/2001" ends before it begins; write the earlier date first'
    ],
    "{postponed: [2001], reason: x}": [
        (
            '22:21 [[] "postponed" takes a date, or `..` for none yet, not a list; '
            "the new date, or `..` when there is none yet"
        )
    ],
    "{held: 2003, planned: [2001, 日本]}": [f'22:38 [日本] "日本" is not a date; {DATES}'],
    "{cancelled: .., planned: 2001, reason: x}": [f'22:21 [..] ".." is not a date; {DATES}'],
    # the other keys
    "{held: 2001, number: 0}": ["22:30 [0] 0 is not a number of a session; sessions count from 1"],
    "{held: 2001, number: fourth}": [
        (
            '22:30 [fourth] "number" takes a whole number from 1, not "fourth"; '
            "which one it is in the series"
        )
    ],
    "{unknown: 2001, numbers: 9-5}": ['22:34 [9-5] "9-5" counts backwards or from 0; write 5-9'],
    "{held: 2001, host: jpan}": ['22:28 [jpan] unknown party "jpan"; "japan" is a party here'],
    "{held: 2001, host: France}": [
        '22:28 [France] unknown party "France"; known here: canada, japan, none'
    ],
    "{held: 2001, host: [canada, japan]}": [
        (
            '22:28 [[] "host" takes a party, or `none`, not a list; '
            "the party that hosts it, `none` by video or in a third country"
        )
    ],
    "{held: 2001, at: 24:00}": [
        '22:26 [24:00] "24:00" is not a time of day; accepted: hours and minutes from 00:00 to 23:59, as in 09:30'
    ],
    "{held: 2001, lasts: a while}": [
        (
            '22:29 [a while] "a while" is not a length of time; '
            'accepted: a number and a unit (weeks, days, hours, minutes), as in "2 weeks"'
        )
    ],
    "{held: 2001, timezone: Tokyo}": [
        '22:32 [Tokyo] "Tokyo" is not a time zone; did you mean "Asia/Tokyo"?'
    ],
    "{held: 2001, reason: ''}": [
        "22:30 [''] the text is empty; write something, or leave the key out"
    ],
    "{held: 2001, source: agneda}": [
        '22:30 [agneda] unknown source "agneda"; "agenda" is a source here; or give an address'
    ],
    "{held: 2001, source: [agenda, 'ftp://x']}": [
        "22:39 ['ftp://x'] unknown source \"ftp://x\"; known here: agenda; or give an address"
    ],
    # several at once
    "{held: x, confirmed: y}": [
        f'22:16 [x] "x" is not a date; {DATES}',
        f'22:19 [confirmed] a session is either "held" or "confirmed", not both; {NOT_BOTH}',
        f'22:30 [y] "y" is not a date; {DATES}',
    ],
    "{place: 東京, held: 2001, number: x, host: jpn}": [
        '22:41 [x] "number" takes a whole number from 1, not "x"; which one it is in the series',
        '22:50 [jpn] unknown party "jpn"; "japan" is a party here',
    ],
}


@pytest.mark.parametrize("written", WRONG)
def test_a_wrong_session_is_told_word_for_word(written: str) -> None:
    assert told(changed(SESSION, written)) == WRONG[written]


@pytest.mark.parametrize("key", ["place", "title", "reason", "doubt", "note"])
def test_a_text_of_a_session_is_text(key: str) -> None:
    found = told(changed(SESSION, f"{{held: 2001, {key}: 5}}"))
    assert [line.split(";")[0] for line in found] == [
        f'22:{24 + len(key)} [5] "{key}" takes text, not the number 5'
    ]


def test_a_session_cannot_cover_the_calendar() -> None:
    monthly = changed("{every: 2 years}", "{every: month}")
    assert told(monthly.replace(SESSION, "{held: 1999/2090}"))[0].split("] ")[1] == (
        "a session cannot cover more than 1000 slots of its cadence; "
        "write when it was held, or `unknown` for an interval without a record"
    )
    assert told(monthly.replace(SESSION, "{held: 1999/2070}")) == []
    assert told(monthly.replace(SESSION, "{unknown: 1999/2090}")) == []
    assert told(monthly.replace(SESSION, "{held: 1999/..}")) == []


EVENT_STATUSES = "one of held, confirmed, tentative, postponed, cancelled, expected"
EVENT_KEYS = (
    "accepted: title, paragraph, expected, held, confirmed, tentative, postponed, cancelled, "
    "planned, number, host, place, at, lasts, timezone, reason, doubt, convened_by, follows, "
    "grace, notice, accept, note, source, updated"
)

WRONG_EVENT = {
    "{title: W}": [
        f"26:13 [{{] an event needs one key that says what became of it; {EVENT_STATUSES}"
    ],
    "{title: W, expcted: 2005}": [
        '26:24 [expcted] unknown key "expcted" in an event; did you mean "expected"?'
    ],
    "{title: W, expected: 2005, held: 2006}": [
        f'26:40 [held] an event is either "expected" or "held", not both; {NOT_BOTH}'
    ],
    "{title: W, postponed: ..}": [
        f"26:3 [workshop] {PLANNED.replace('a session', 'an event')}",
        f"26:3 [workshop] {POSTPONED.replace('a session', 'an event')}",
    ],
    "{title: W, cancelled: 2005}": [
        f"26:3 [workshop] {CANCELLED.replace('a session', 'an event')}"
    ],
    "{expected: 2005}": ['26:3 [workshop] an event needs "title"; what it is called'],
    "{title: W, expected: 2005, rule: x}": [
        f'26:40 [rule] unknown key "rule" in an event; {EVENT_KEYS}'
    ],
    "{title: W, expected: 2005, hosts: [canada]}": [
        '26:40 [hosts] unknown key "hosts" in an event; did you mean "host"?'
    ],
    "{title: W, expected: ..}": [f'26:34 [..] ".." is not a date; {DATES}'],
    "{title: W, expected: 2005, follows: tlks}": [
        '26:49 [tlks] unknown event or mechanism "tlks"; "talks" is an event or mechanism here'
    ],
    "{title: W, expected: 2005, follows: mines}": [
        '26:49 [mines] unknown event or mechanism "mines"; known here: talks, other, workshop'
    ],
    "{title: W, expected: 2005, paragraph: 9, grace: 5}": [
        '26:51 [9] unknown paragraph "9"; known here: 1, 2',
        (
            '26:61 [5] "grace" takes a length such as 3 months, not the number 5; '
            "how long after its window it is only late, not overdue"
        ),
    ],
    "{title: W, expected: 2005, convened_by: [UN], accept: {overdue: 5}}": [
        (
            '26:53 [[] "convened_by" takes text, not a list; '
            "who convenes it, when it is not the parties"
        ),
        ('26:77 [5] "overdue" takes text, not the number 5; put it in quotes'),
    ],
}


@pytest.mark.parametrize("written", WRONG_EVENT)
def test_a_wrong_event_is_told_word_for_word(written: str) -> None:
    assert told(changed(EVENT, written)) == WRONG_EVENT[written]


def test_sessions_that_cover_too_many_slots_together_are_told_once() -> None:
    sessions = "".join("\n      - {held: 1990/2001}" for _ in range(400))
    text = changed(CADENCE, "{every: week}").replace(f"\n      - {SESSION}", sessions)
    (found,) = told(text)
    assert found.startswith(
        "341:16 [1990/2001] sessions cannot cover more than 200000 slots together; write when"
    )
