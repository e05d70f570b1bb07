"""What is likely meant by a key that there is not."""

import pytest
from tests.reading.agenda_text import EVENT, SESSION, changed, told

CHOICE = "the choice is held, confirmed, tentative, postponed, cancelled"
SESSION_KEYS = (
    "accepted: held, confirmed, tentative, postponed, cancelled, unknown, planned, number, numbers, "
    "title, host, place, at, lasts, timezone, reason, doubt, note, source, updated"
)

SESSIONS = {
    # words for a status
    "{date: 2001}": [
        f'22:10 [date] unknown key "date" in a session; did you mean "held"? {CHOICE}'
    ],
    "{Scheduled: 2001}": [
        (
            '22:10 [Scheduled] unknown key "Scheduled" in a session; '
            f'did you mean "confirmed"? {CHOICE}'
        )
    ],
    "{moved: 2001, place: Tokyo}": [
        f'22:10 [moved] unknown key "moved" in a session; did you mean "postponed"? {CHOICE}'
    ],
    "{held: 2001, date: 2001}": [
        f'22:22 [date] unknown key "date" in a session; {SESSION_KEYS}',
    ],
    # no space after the colon
    "{held:2001}": [
        '22:10 [held:2001] unknown key "held:2001" in a session; write a space after the colon: "held: 2001"'
    ],
    # a comma within a text
    "{held: 2001, place: Tokyo, Japan}": [
        (
            '22:36 [Japan] unknown key "Japan" in a session; text with a comma needs quotes here: '
            f'`place: "Tokyo, Japan"`; {SESSION_KEYS}'
        )
    ],
    "{held: 2001, Japan, place: Tokyo}": [
        f'22:22 [Japan] unknown key "Japan" in a session; {SESSION_KEYS}'
    ],
    "{held: 2001, place: Tokyo, titel}": [
        '22:36 [titel] unknown key "titel" in a session; did you mean "title"?'
    ],
}


@pytest.mark.parametrize("session", SESSIONS)
def test_what_is_meant_by_an_unknown_key_is_told_once(session: str) -> None:
    assert told(changed(SESSION, session)) == SESSIONS[session]


def test_an_event_may_be_expected() -> None:
    assert told(changed(EVENT, "{title: W, due: 2005}")) == [
        f'26:24 [due] unknown key "due" in an event; did you mean "expected"? {CHOICE}, expected'
    ]


def test_keys_that_are_not_indented_are_no_entries_of_their_own() -> None:
    text = "title: T\nmechanisms:\n  talks:\n  title: Talks\n  hosts: [x]\n  other: {title: O}\n"
    (found,) = told(text)
    assert found.startswith("3:9 [] a mechanism is a mapping, not nothing; write its keys below it")


def test_an_address_cut_off_at_a_comma_is_told_whole() -> None:
    text = "title: T\nsources:\n  s: {title: S, url: https://example.org/a,b}\n"
    assert told(text) == [
        (
            '3:44 [b] unknown key "b" in a source; text with a comma needs quotes here: '
            '`url: "https://example.org/a,b"`; accepted: title, url, language, seen'
        )
    ]


def test_an_address_without_its_beginning_is_told_with_it() -> None:
    assert told(changed("source: agenda", "source: www.example.org/a")) == [
        (
            '22:55 [www.example.org/a] unknown source "www.example.org/a"; an address begins with '
            'https://, as in "https://www.example.org/a"'
        )
    ]
