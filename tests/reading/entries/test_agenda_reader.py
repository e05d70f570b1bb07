"""An agenda as it is read, and what is told of all that is wrong with it, word for word."""

from datetime import time

import pytest
from tests.reading.agenda_text import (
    AGENDA,
    CADENCE,
    COMMITMENT,
    DATES,
    EVENT,
    HOSTS,
    SESSION,
    changed,
    told,
)

from cjpeace import loads
from cjpeace.reading.entries.agenda_reader import read_agenda, slug
from cjpeace.reading.yaml.problem import Problem


def test_a_valid_agenda_is_told_nothing_of() -> None:
    assert told(AGENDA) == []


def test_the_sections_are_read_in_the_order_of_the_file() -> None:
    agenda = loads(AGENDA)
    assert (agenda.id, agenda.title, str(agenda.adopted)) == ("test", "Test", "1999-09-17")
    assert list(agenda.parties) == ["canada", "japan"]
    assert [dict(section.paragraphs) for section in agenda.agreement] == [
        {1: "First.", 2: "Second."}
    ]
    assert list(agenda.sources) == ["agenda"]
    assert list(agenda.mechanisms) == ["talks", "other"]
    assert (list(agenda.events), list(agenda.commitments)) == (["workshop"], ["mines"])


def test_an_agenda_needs_no_more_than_a_title() -> None:
    agenda = loads("title: Entente Québec-Japon (2001)")
    assert (agenda.id, agenda.mechanisms) == ("entente-quebec-japon-2001", {})


def test_a_party_is_read() -> None:
    text = changed(
        "{name: Japan, timezone: Asia/Tokyo}",
        "{capital: 東京, timezone: Asia/Tokyo, holidays: JP, hours: 9:00-17:45, "
        "closed: [29 December/3 January, 1 May]}",
    )
    party = loads(text).parties["japan"]
    assert (party.name, party.capital, party.timezone) == ("japan", "東京", "Asia/Tokyo")
    assert (party.holidays, party.hours) == ("JP", (time(9), time(17, 45)))
    assert party.closed == (((12, 29), (1, 3)), ((5, 1), (5, 1)))


def test_a_mechanism_is_read() -> None:
    more = (
        "at: 18:30\n    lasts: 2 hours\n    timezone: Asia/Tokyo\n    grace: 2 weeks\n"
        "    notice: 1 year\n    place: Tokyo\n    pairs_with: other\n    convened_by: UN\n"
        "    succeeds: other\n    accept: {overdue: known, until: 2030}\n    note: x\n"
        "    source: agenda\n    reviewed: 2026\n    updated: 2026-05"
    )
    found = loads(changed(HOSTS, more)).mechanisms["talks"]
    assert (found.at, str(found.lasts), found.timezone) == (time(18, 30), "2 hours", "Asia/Tokyo")
    assert (str(found.grace), str(found.notice), found.place) == ("2 weeks", "1 year", "Tokyo")
    assert (found.pairs_with, found.convened_by, found.succeeds) == (("other",), "UN", "other")
    assert (found.accept.reasons, str(found.accept.until)) == ({"overdue": "known"}, "2030")
    assert (found.note, found.source, found.paragraphs) == ("x", ("agenda",), (1,))
    assert (str(found.reviewed), str(found.updated)) == ("2026", "2026-05")


def test_defaults_hold_where_nothing_else_is_said() -> None:
    agenda = loads(changed("{grace: 3 months}", "{grace: 3 months, notice: 6 months}"))
    mechanism, event = agenda.mechanisms["talks"], agenda.events["workshop"]
    assert [str(mechanism.grace), str(mechanism.notice)] == ["3 months", "6 months"]
    assert [str(event.grace), str(event.notice)] == ["3 months", "6 months"]


def test_a_commitment_is_read() -> None:
    written = "{paragraph: [1, 2], carried_by: [talks, workshop], done: 2002, note: x}"
    found = loads(changed(COMMITMENT, written)).commitments["mines"]
    assert (found.title, found.paragraphs) == (None, (1, 2))
    assert (found.carried_by, str(found.done), found.note) == (("talks", "workshop"), "2002", "x")


def test_a_source_may_be_an_address() -> None:
    text = changed("source: agenda", "source: [agenda, https://example.org/, http://example.org/]")
    (session,) = loads(text).mechanisms["talks"].sessions
    assert session.source == ("agenda", "https://example.org/", "http://example.org/")


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Canada-Japan Action Agenda", "canada-japan-action-agenda"),
        ("  Entente  Québec/Japon!", "entente-quebec-japon"),
        ("Canada–Japan — Action", "canada-japan-action"),
        ("日本", ""),
        ("x" * 150, "x" * 100),
        ("a" * 99 + " b", "a" * 99),
    ],
)
def test_a_slug_is_an_id_made_of_a_title(title: str, made: str) -> None:
    assert slug(title) == made


def test_data_that_is_no_mapping_holds_no_agenda() -> None:
    problems: list[Problem] = []
    assert read_agenda([], problems) is None
    assert [problem.message for problem in problems] == ["an agenda is a mapping, not a list"]


TOP = (
    "accepted: id, title, adopted, reviewed, updated, parties, defaults, agreement, sources, "
    "mechanisms, events, commitments"
)
PARTY = "accepted: name, capital, timezone, holidays, closed, hours"
MECHANISM = (
    "accepted: title, paragraph, cadence, basis, hosts, at, timezone, lasts, grace, notice, place, "
    "pairs_with, convened_by, succeeds, accept, sessions, note, source, reviewed, updated"
)
FINDINGS = "accepted: overdue, unreported, unscheduled, holiday, conflict, host-order, stale, until"
IDS = "accepted: a-z, 0-9 and single hyphens, 100 characters at most"
LENGTHS = 'accepted: a number and a unit (years, months, weeks, days), as in "2 years"'
A_DATE = "a date such as 2025, 2025-10 or autumn 2000"
CANADA = "  canada: {name: Canada, timezone: America/Toronto}"

WRONG_TOP = {
    ("events:", "x: 5\nevents:"): [
        f'25:1 [x] unknown key "x" in an agenda; {TOP}',
    ],
    ("commitments:", "commitment:"): [
        '27:1 [commitment] unknown key "commitment" in an agenda; did you mean "commitments"?',
    ],
    ("id: test", "id: Test Agenda"): [
        f'1:5 [Test Agenda] "Test Agenda" is not an id; {IDS}',
    ],
    ("id: test", "id: 5"): [
        '1:5 [5] "id" takes an id of a-z, 0-9 and hyphens, not the number 5; what names the agenda in every calendar entry; default: the title as a slug',
    ],
    ("id: test\ntitle: Test\n", ""): [
        '1:1 [a] an agenda needs "title"; what the agreement is called; may be left out where there is an `id`',
    ],
    ("id: test\ntitle: Test\n", "titel: Test\n"): [
        '1:1 [titel] unknown key "titel" in an agenda; did you mean "title"?',
    ],
    ("title: Test\n", "title: 2000\n"): [
        '2:8 [2000] "title" takes text, not the number 2000; put it in quotes',
    ],
    ("title: Test\n", 'title: ""\n'): [
        '2:8 [""] the text is empty; write something, or leave the key out',
    ],
    ("id: test\ntitle: Test\n", "title: 日本\n"): [
        '1:8 [日本] no id can be made of "日本"; give the agenda an `id`',
    ],
    ("1999-09-17", "1999-02-30"): [
        '3:10 [1999-02-30] "1999-02-30" is not a date: February 1999 has no day 30; write a day that the month has',
    ],
    ("1999-09-17", "[1999]"): [
        f'3:10 [[] "adopted" takes {A_DATE}, not a list; when it was adopted; the default of `since`',
    ],
    ("1999-09-17", "17 September 1999"): [
        '3:10 [17 September 1999] "17 September 1999" is not a date; write 1999-09-17',
    ],
    ("events:", "reviewed: x\nupdated: y\nevents:"): [
        f'25:11 [x] "x" is not a date; {DATES}',
        f'26:10 [y] "y" is not a date; {DATES}',
    ],
    (f"events:\n  workshop: {EVENT}", "events: []"): [
        '25:9 [[] "events" takes a mapping, not a list; what happens once, by key; begin each with its key and a colon, not with `- `',
    ],
    (f"commitments:\n  mines: {COMMITMENT}", "commitments:"): [
        '27:13 [] "commitments" takes a mapping, not nothing; the undertakings without a date, by key',
    ],
    ("{grace: 3 months}", "{grase: 3 months}"): [
        '7:12 [grase] unknown key "grase" in the defaults; did you mean "grace"?',
    ],
    ("{grace: 3 months}", "{grace: 3}"): [
        '7:19 [3] "grace" takes a length such as 3 months, not the number 3; how long after its window a meeting is only late, not overdue',
    ],
    ("{grace: 3 months}", "{notice: soon}"): [
        f'7:20 [soon] "soon" is not a length of time; {LENGTHS}',
    ],
    ("{grace: 3 months}", "3 months"): [
        '7:11 [3 months] "defaults" takes a mapping, not "3 months"; `grace` and `notice` where a mechanism or event has none of its own',
    ],
    ("{grace: 3 months}", "{grace: 0 months}"): [
        '7:19 [0 months] "0 months" is no time at all; the least is "1 month"',
    ],
}

WRONG_PARTY = {
    (CANADA, f"{CANADA}\n  Peru: {{timezone: UTC}}"): [
        f'6:3 [Peru] "Peru" cannot be the key of a party; {IDS}',
    ],
    (CANADA, f"{CANADA}\n  1: {{timezone: UTC}}"): [
        f'6:3 [1] "1" cannot be the key of a party; {IDS}',
    ],
    (CANADA, f"{CANADA}\n  日本: {{timezone: UTC}}"): [
        f'6:3 [日本] "日本" cannot be the key of a party; {IDS}',
    ],
    (", timezone: America/Toronto", ""): [
        '5:3 [canada] a party needs "timezone"; the time zone of its capital, as in America/Toronto',
    ],
    ("America/Toronto", "America/Torono"): [
        '5:36 [America/Torono] "America/Torono" is not a time zone; did you mean "America/Toronto"?',
    ],
    ("America/Toronto", "Mars/Base"): [
        '5:36 [Mars/Base] "Mars/Base" is not a time zone; accepted: a time zone such as Asia/Tokyo',
    ],
    ("name: Canada", "nam: Canada"): [
        '5:12 [nam] unknown key "nam" in a party; did you mean "name"?',
    ],
    ("name: Canada", "name: Canada, x: y"): [
        f'5:26 [x] unknown key "x" in a party; {PARTY}',
    ],
    ("name: Canada", "holidays: Canada"): [
        '5:22 [Canada] "Canada" is not a country or region; accepted: a country (JP), or a country and a region (CA-ON)',
    ],
    ("name: Canada", "closed: [29 Febuary, 5]"): [
        '5:21 [29 Febuary] "29 Febuary" is not a span of days; accepted: a day or two of every year, as in 29 December/3 January',
        '5:33 [5] "closed" takes a list of yearly spans such as 29 December/3 January, not the number 5; the days of every year on which its government is closed',
    ],
    ("name: Canada", "closed: 31 April"): [
        "5:20 [31 April] April never has a day 31; its last day is 30",
    ],
    ("name: Canada", "hours: 17:00-09:00"): [
        '5:19 [17:00-09:00] "17:00-09:00" ends before it begins; write the opening time first',
    ],
    ("name: Canada", "name: 5, capital: []"): [
        '5:18 [5] "name" takes text, not the number 5; put it in quotes',
        '5:30 [[] "capital" takes text, not a list; its capital',
    ],
}

WRONG_TEXT = {
    ("section: One", "sektion: One"): [
        '9:5 [sektion] unknown key "sektion" in a section; did you mean "section"?',
    ],
    ("section: One", "section: 5"): [
        '9:14 [5] "section" takes text, not the number 5; put it in quotes',
    ],
    ("      2: Second.", "      two: Second."): [
        '12:7 [two] "two" is not the number of a paragraph; number the paragraphs',
    ],
    ("      2: Second.", "      2: [x]"): [
        "12:10 [[] paragraph 2 takes text; put it in quotes",
    ],
    ("      2: Second.", "      2:"): [
        "12:9 [] paragraph 2 takes text; put it in quotes",
    ],
    ("      2: Second.", "  - section: Two\n    paragraphs: {1: Again}"): [
        "13:18 [1] paragraph 1 comes twice",
    ],
    ("  - section: One", "  - 5\n  - section: One"): [
        "9:5 [5] a section is a mapping, not the number 5; accepted: section, paragraphs",
    ],
    ("      2: Second.", "  - section: Two\n    paragraphs: [x]"): [
        '13:17 [[] "paragraphs" takes a mapping, not a list; the text of each paragraph, by its number; begin each with its key and a colon, not with `- `',
    ],
    ("{title: The text}", "The text"): [
        '14:11 [The text] a source is a mapping, not "The text"; accepted: title, url, language, seen',
    ],
    ("{title: The text}", "{titel: The text}"): [
        '14:12 [titel] unknown key "titel" in a source; did you mean "title"?',
    ],
    ("{title: The text}", "{title: 5, url: [x], language: 1, seen: May}"): [
        '14:19 [5] "title" takes text, not the number 5; put it in quotes',
        '14:27 [[] "url" takes text, not a list; its address',
        '14:42 [1] "language" takes text, not the number 1; put it in quotes',
        f'14:51 [May] "May" is not a date; {DATES}',
    ],
}

WRONG_MECHANISM = {
    ("  other:\n", "  Other:\n"): [
        f'23:3 [Other] "Other" cannot be the key of a mechanism; {IDS}',
    ],
    ("  other:\n", "  2-plus--2:\n"): [
        f'23:3 [2-plus--2] "2-plus--2" cannot be the key of a mechanism; {IDS}',
    ],
    ("    title: Other", "    titel: Other"): [
        '24:5 [titel] unknown key "titel" in a mechanism; did you mean "title"?',
    ],
    ("    title: Other", "    note: x"): [
        '23:3 [other] a mechanism needs "title"; what it is called',
    ],
    ("    title: Other", "    title: Other\n    rule: x"): [
        f'25:5 [rule] unknown key "rule" in a mechanism; {MECHANISM}',
    ],
    ("paragraph: 1", "paragraph: 3"): [
        '18:16 [3] unknown paragraph "3"; known here: 1, 2',
    ],
    ("paragraph: 1", "paragraph: [1, 3]"): [
        '18:20 [3] unknown paragraph "3"; known here: 1, 2',
    ],
    ("paragraph: 1", "paragraph: 1.5"): [
        '18:16 [1.5] "paragraph" takes the number of a paragraph, not the number 1.5; the paragraphs of the agreement that found it',
    ],
    (HOSTS, "hosts: [canada, jpan]"): [
        '20:21 [jpan] unknown party "jpan"; "japan" is a party here',
    ],
    (HOSTS, "hosts:"): [
        '20:11 [] "hosts" has no value; it takes a name',
    ],
    (HOSTS, "at: 25:00"): [
        '20:9 [25:00] "25:00" is not a time of day; accepted: hours and minutes from 00:00 to 23:59, as in 09:30',
    ],
    (HOSTS, "at: 9"): [
        '20:9 [9] "at" takes a time of day such as 18:30, not the number 9; the local time at which it begins',
    ],
    (HOSTS, "timezone: Asia/Tokio"): [
        '20:15 [Asia/Tokio] "Asia/Tokio" is not a time zone; did you mean "Asia/Tokyo"?',
    ],
    (HOSTS, "lasts: 2 hours"): [
        '20:12 [2 hours] "2 hours" needs to know when a session begins; add `at`, or give the length in days',
    ],
    (HOSTS, "lasts: 400 days"): [
        '20:12 [400 days] "400 days" is longer than a year; write how long a session lasts',
    ],
    (HOSTS, "lasts: 2"): [
        '20:12 [2] "lasts" takes a length such as 2 days or 90 minutes, not the number 2; how long a session lasts; default: 1 day',
    ],
    (HOSTS, "grace: 2 monhts"): [
        f'20:12 [2 monhts] "2 monhts" is not a length of time; {LENGTHS}',
    ],
    (HOSTS, "notice: 2 hours"): [
        f'20:13 [2 hours] "2 hours" is not a length of time; {LENGTHS}',
    ],
    (HOSTS, "place: 5"): [
        '20:12 [5] "place" takes text, not the number 5; put it in quotes',
    ],
    (HOSTS, "pairs_with: othr"): [
        '20:17 [othr] unknown mechanism "othr"; "other" is a mechanism here',
    ],
    (HOSTS, "succeeds: workshop"): [
        '20:15 [workshop] unknown mechanism "workshop"; known here: talks, other',
    ],
    (HOSTS, "convened_by: [UN]"): [
        '20:18 [[] "convened_by" takes text, not a list; who convenes it, when it is not the parties',
    ],
    (HOSTS, "accept: overdue"): [
        '20:13 [overdue] "accept" takes a mapping, not "overdue"; findings that are known and accepted, with the reason, and until when',
    ],
    (HOSTS, "accept: {overdu: x}"): [
        '20:14 [overdu] unknown key "overdu" in `accept`; did you mean "overdue"?',
    ],
    (HOSTS, "accept: {xyz: x}"): [
        f'20:14 [xyz] unknown key "xyz" in `accept`; {FINDINGS}',
    ],
    (HOSTS, "accept: {overdue: , until: soon}"): [
        '20:23 [,] "overdue" has no value; it takes text',
        f'20:32 [soon] "soon" is not a date; {DATES}',
    ],
    (HOSTS, "source: agneda"): [
        '20:13 [agneda] unknown source "agneda"; "agenda" is a source here; or give an address',
    ],
    (HOSTS, "source: 5"): [
        '20:13 [5] "source" takes a name, not the number 5; the document that says so: a name from `sources`, or an address',
    ],
    (HOSTS, "note: [x]"): [
        '20:11 [[] "note" takes text, not a list; what else is to be said',
    ],
    (HOSTS, "reviewed: soon\n    updated: 5.5"): [
        f'20:15 [soon] "soon" is not a date; {DATES}',
        f'21:14 [5.5] "updated" takes {A_DATE}, not the number 5.5; when this entry was last changed',
    ],
    (f"    sessions:\n      - {SESSION}", "    sessions: {held: 2001}"): [
        '21:15 [{] "sessions" takes a list, not a mapping; what is on record, in any order; begin each with `- `',
    ],
    (f"    sessions:\n      - {SESSION}", "    sessions:"): [
        '21:14 [] "sessions" takes a list, not nothing; what is on record, in any order; begin each with `- `',
    ],
}

WRONG_CIRCLES = {
    (HOSTS, "succeeds: talks"): [
        "20:15 [talks] `succeeds` goes round in a circle: talks -> talks; remove one of them",
    ],
    (
        "    title: Other",
        "    title: Other\n    succeeds: third\n  third: {title: T, succeeds: fourth}\n  fourth: {title: F, succeeds: other}",
    ): [
        "25:15 [third] `succeeds` goes round in a circle: other -> third -> fourth -> other; remove one of them",
    ],
    (EVENT, "{title: W, expected: 2005, follows: workshop}"): [
        "26:49 [workshop] `follows` goes round in a circle: workshop -> workshop; remove one of them",
    ],
    (
        f"  workshop: {EVENT}",
        "  a: {title: A, held: 2001, follows: c}\n  b: {title: B, held: 2001, follows: a}\n  c: {title: C, held: 2001, follows: b}",
    ): [
        "26:38 [c] `follows` goes round in a circle: a -> c -> b -> a; remove one of them",
    ],
    ("  workshop:", "  talks:"): [
        '26:3 [talks] "talks" names both a mechanism and an event; rename one',
    ],
}

WRONG_COMMITMENT = {
    (COMMITMENT, "5"): [
        "28:10 [5] a commitment is a mapping, not the number 5; accepted: title, paragraph, carried_by, done, note, source",
    ],
    (COMMITMENT, "{titel: M}"): [
        '28:11 [titel] unknown key "titel" in a commitment; did you mean "title"?',
    ],
    (COMMITMENT, "{title: 5, paragraph: 9, carried_by: tlks, done: soon, note: 1, source: x}"): [
        '28:18 [5] "title" takes text, not the number 5; put it in quotes',
        '28:32 [9] unknown paragraph "9"; known here: 1, 2',
        '28:47 [tlks] unknown mechanism or event "tlks"; "talks" is a mechanism or event here',
        f'28:59 [soon] "soon" is not a date; {DATES}',
        '28:71 [1] "note" takes text, not the number 1; put it in quotes',
        '28:82 [x] unknown source "x"; known here: agenda; or give an address',
    ],
    (COMMITMENT, "{carried_by: [canada]}"): [
        '28:24 [canada] unknown mechanism or event "canada"; known here: talks, other, workshop',
    ],
    ("  mines:", "  Mines:"): [
        f'28:3 [Mines] "Mines" cannot be the key of a commitment; {IDS}',
    ],
    ("  mines:", "  5:"): [
        f'28:3 [5] "5" cannot be the key of a commitment; {IDS}',
    ],
}

WRONG = {
    **{("agenda", *change): lines for change, lines in WRONG_TOP.items()},
    **{("party", *change): lines for change, lines in WRONG_PARTY.items()},
    **{("text", *change): lines for change, lines in WRONG_TEXT.items()},
    **{("mechanism", *change): lines for change, lines in WRONG_MECHANISM.items()},
    **{("circle", *change): lines for change, lines in WRONG_CIRCLES.items()},
    **{("commitment", *change): lines for change, lines in WRONG_COMMITMENT.items()},
}


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case[0]}: {case[2]}")
def test_a_mistake_is_told_word_for_word(case: tuple[str, str, str]) -> None:
    _, old, new = case
    assert told(changed(old, new)) == WRONG[case]


def test_hours_are_no_mistake_where_a_session_says_when_it_begins() -> None:
    timed = changed(HOSTS, "lasts: 2 hours").replace("held: 2001", "held: 2001-05-01, at: 9:00")
    assert told(timed) == []


def test_a_chain_of_references_that_ends_is_no_circle() -> None:
    chain = "".join(f"  m{n}: {{title: M, succeeds: m{n + 1}}}\n" for n in range(500))
    assert told(f"title: T\nmechanisms:\n{chain}  m500: {{title: M}}\n") == []


TWELVE = """\
title: 日加 Test
adopted: Febuary 1999
parties:
  japan: {name: 日本, capital: 東京, timezone: Asia/Tokio}
  Canada: {timezone: America/Toronto}
defaults: {grace: 3 months}
agreement:
  - section: 対話
    paragraphs: {1: One, two: Two}
sources:
  bluebook: {title: 外交青書, ulr: "https://example.org/"}
mechanisms:
  talks:
    title: 政軍対話
    paragraph: 3
    cadence: {every: bimonthly, since: 1999}
    sessions:
      - {place: 東京, held: 2001-02-30, number: 0}
      - {place: 東京, held: 2002, source: blubook}
events:
  workshop: {title: 作業部会, follows: talk, expected: 2005}
commitments:
  mines: {title: 地雷, carried_by: [workshop], status: done}
"""


def test_twelve_mistakes_are_twelve_diagnostics_at_their_places() -> None:
    assert [line.split(";")[0] for line in told(TWELVE)] == [
        '2:10 [Febuary 1999] "Febuary 1999" is not a date',
        '4:44 [Asia/Tokio] "Asia/Tokio" is not a time zone',
        '5:3 [Canada] "Canada" cannot be the key of a party',
        '9:26 [two] "two" is not the number of a paragraph',
        '11:27 [ulr] unknown key "ulr" in a source',
        '15:16 [3] unknown paragraph "3"',
        (
            '16:22 [bimonthly] "bimonthly" means two things: twice a month (every month, on two days), '
            "or every second month (2 months)"
        ),
        '18:27 [2001-02-30] "2001-02-30" is not a date: February 2001 has no day 30',
        "18:47 [0] 0 is not a number of a session",
        '19:41 [blubook] unknown source "blubook"',
        '21:36 [talk] unknown event or mechanism "talk"',
        '23:46 [status] unknown key "status" in a commitment',
    ]


def test_keys_that_come_twice_hide_no_other_mistake() -> None:
    text = TWELVE.replace("    title: 政軍対話\n", "    title: 政軍対話\n    title: 政軍対話\n")
    text += "  mines: {title: x}\n"
    found = [line.split(";")[0] for line in told(text)]
    assert len(found) == 14
    assert '15:5 [title] the key "title" comes twice, first in line 14' in found
    assert found[-1] == '25:3 [mines] the key "mines" comes twice, first in line 24'
    assert '16:16 [3] unknown paragraph "3"' in found


def test_a_mistake_that_an_alias_repeats_is_told_once() -> None:
    text = "title: T\nmechanisms:\n  a: &a {title: A, hots: x}\n  b: *a\n"
    assert [line[:11] for line in told(text)] == ["3:20 [hots]"]


def test_mistakes_in_many_mechanisms_are_told_in_their_order() -> None:
    text = "title: T\nmechanisms:\n" + "".join(
        f"  m{number}:\n    titel: M\n" for number in range(100)
    )
    assert [line[: line.index(" ")] for line in told(text)] == [
        f"{4 + 2 * number}:5" for number in range(100)
    ]


def test_an_era_and_its_sessions_are_told_of_in_one_run() -> None:
    text = changed(CADENCE, "{evry: year}").replace("held: 2001", "hled: 2001")
    assert [line.split(";")[0] for line in told(text)] == [
        '19:15 [evry] unknown key "evry" in a cadence',
        '22:21 [hled] unknown key "hled" in a session',
    ]


def test_the_id_of_an_agenda_stands_for_its_title() -> None:
    assert loads("id: canada-japan").title == "canada-japan"
