"""One mistake is told once: what follows from it is not told again."""

import pytest
from tests.reading.agenda_text import CADENCE, EVENT, HOSTS, SESSION, changed, told

HEAD = "title: T\nadopted: 1999\n"
NAMES_NONE = "  none: {timezone: UTC}\n  canada: {name: Canada"

ONE_MISTAKE = {
    "party no mapping": (changed("canada: {name: Canada, timezone: America/Toronto}", "canada: Canada"), '5:11 [Canada] a party is a mapping, not "Canada"'),
    "mechanism without value": (changed("  other:\n    title: Other\n", "  other:\n"), "23:9 [] a mechanism is a mapping, not nothing"),
    "event no mapping": (changed(EVENT, "5"), "26:13 [5] an event is a mapping, not the number 5"),
    "era no mapping": (changed(CADENCE, "[{every: 2 years}, 5]"), "19:33 [5] a cadence is a mapping, not the number 5"),
    "rule no mapping": (changed(CADENCE, "[5]"), "19:15 [5] a cadence is a mapping, not the number 5"),
    "adopted misspelt": (changed("adopted:", "adpoted:"), '3:1 [adpoted] unknown key "adpoted" in an agenda'),
    "later era without since": (changed(CADENCE, "[{every: 2 years}, {every: year}]"), '19:33 [{] a cadence needs "since": each era after the first says when it takes over'),
    "later era, since misspelt": (changed(CADENCE, "[{every: year, since: 2005}, {every: year, sice: 2007}]"), '19:57 [sice] unknown key "sice" in a cadence'),
    "later era, bad since": (changed(CADENCE, "[{every: year, since: 2005}, {every: year, since: soon}]"), '19:64 [soon] "soon" is not a date'),
    "bad since, until": (changed(CADENCE, "{every: year, since: soon, until: 1990}"), '19:35 [soon] "soon" is not a date'),
    "bad adopted, until": (changed("adopted: 1999-09-17", "adopted: soon").replace(CADENCE, "{every: year, until: 1990}"), '3:10 [soon] "soon" is not a date'),
    "rolling, cadence empty": (changed(f"cadence: {CADENCE}", "cadence: []\n    basis: rolling"), "19:14 [[] a cadence is a rule or a list of rules, not an empty list"),
    "rolling, cadence no rule": (changed(f"cadence: {CADENCE}", "cadence: 5\n    basis: rolling"), "19:14 [5] a cadence is a rule or a list of rules, not the number 5"),
    "rolling, bad rule in a list": (changed(f"cadence: {CADENCE}", "cadence: [{every: 2 yeers}]\n    basis: rolling"), '19:23 [2 yeers] "2 yeers" is not a length of time'),
    "host a number": (changed("host: canada", "host: 5"), '22:39 [5] "host" takes a party, or `none`, not the number 5'),
    "hosts with a number": (changed(HOSTS, "hosts: [canada, 5]"), '20:21 [5] "hosts" takes a name, not the number 5'),
    "hosts true": (changed(HOSTS, "hosts: true"), '20:12 [true] "hosts" takes a name, not true'),
    "paragraph in quotes": (changed("paragraph: 1", 'paragraph: "1"'), '18:16 ["1"] "paragraph" takes the number of a paragraph, not "1"'),
    "pairs_with a number": (changed(HOSTS, "pairs_with: 5"), '20:17 [5] "pairs_with" takes a name, not the number 5'),
    "follows a number": (changed(EVENT, "{title: W, expected: 2005, follows: 5}"), '26:49 [5] "follows" takes a name, not the number 5'),
    "carried_by a number": (changed("carried_by: talks", "carried_by: 5"), '28:37 [5] "carried_by" takes a name, not the number 5'),
    "numbers of an event": (changed(EVENT, "{title: W, held: 2005, numbers: 1-2}"), '26:36 [numbers] unknown key "numbers" in an event'),
    "unknown of an event": (changed(EVENT, "{title: W, unknown: 2005}"), '26:24 [unknown] unknown key "unknown" in an event'),
    "parties misspelt": (changed("parties:", "partys:"), '4:1 [partys] unknown key "partys" in an agenda'),
    "parties a list": (changed("parties:\n  canada: {name: Canada, timezone: America/Toronto}\n  japan: {name: Japan, timezone: Asia/Tokyo}\n", "parties: [canada, japan]\n"), '4:10 [[] "parties" takes a mapping, not a list'),
    "sources misspelt": (changed("sources:", "source:"), '13:1 [source] unknown key "source" in an agenda'),
    "mechanisms misspelt": (changed("mechanisms:", "mechanism:"), '15:1 [mechanism] unknown key "mechanism" in an agenda'),
    "paragraphs misspelt": (changed("paragraphs:", "paragraph:"), '10:5 [paragraph] unknown key "paragraph" in a section'),
    "agreement a mapping": (changed("  - section: One\n", "    section: One\n"), '9:5 [s] "agreement" takes a list, not a mapping'),
    "null as a key": (HEAD + "mechanisms:\n  ~: {title: x}\n", '4:3 [~] "null" cannot be the key of a mechanism'),
    "a list within a list of paragraphs": (changed("paragraph: 1", "paragraph: [[1]]"), '18:17 [[] "paragraph" takes the number of a paragraph, not a list'),
    "a mapping as a paragraph": (changed("paragraph: 1", "paragraph: {a: 1}"), '18:16 [{] "paragraph" takes the number of a paragraph, not a mapping'),
    "a mapping as hosts": (changed(HOSTS, "hosts: {canada: 1}"), '20:12 [{] "hosts" takes a name, not a mapping'),
    "a list within hosts": (changed(HOSTS, "hosts: [[canada]]"), '20:13 [[] "hosts" takes a name, not a list'),
    "a list within pairs_with": (changed(HOSTS, "pairs_with: [[other]]"), '20:18 [[] "pairs_with" takes a name, not a list'),
    "a list as succeeds": (changed(HOSTS, "succeeds: [other]"), '20:15 [[] "succeeds" takes a name, not a list'),
    "a mapping as succeeds": (changed(HOSTS, "succeeds: {a: b}"), '20:15 [{] "succeeds" takes a name, not a mapping'),
    "a list as follows": (changed(EVENT, "{title: W, expected: 2005, follows: [talks]}"), '26:49 [[] "follows" takes a name, not a list'),
    "a list within carried_by": (changed("carried_by: talks", "carried_by: [[talks]]"), '28:38 [[] "carried_by" takes a name, not a list'),
    "a mapping as host": (changed("host: canada", "host: {canada: 1}"), '22:39 [{] "host" takes a party, or `none`, not a mapping'),
    "a circle behind a chain": (HEAD + "mechanisms:\n  a: {title: A, succeeds: b}\n  b: {title: B, succeeds: c}\n  c: {title: C, succeeds: b}\n", "5:27 [c] `succeeds` goes round in a circle: b -> c -> b"),
    "hours of a session without a time": (changed(SESSION, "{held: 2001, lasts: 3 hours}"), '22:29 [3 hours] "3 hours" needs to know when a session begins'),
    "hours of an event without a time": (changed(EVENT, "{title: W, expected: 2005, lasts: 2 hours}"), '26:47 [2 hours] "2 hours" needs to know when a session begins'),
    "hours and a time that cannot be read": (changed(SESSION, "{held: 2001, lasts: 3 hours, at: soon}"), '22:42 [soon] "soon" is not a time of day'),
    "hours and a time misspelt in the mechanism": (changed(HOSTS, "att: 9:00\n    lasts: 3 hours"), '20:5 [att] unknown key "att" in a mechanism'),
    "a party called none": (changed("  canada: {name: Canada", NAMES_NONE), '5:3 [none] no party can be called "none"'),
    "a mechanism that pairs with itself": (changed(HOSTS, "pairs_with: [other, talks]"), '20:25 [talks] "talks" cannot meet back to back with itself'),
    "a host that comes twice": (changed(HOSTS, "hosts: [canada, japan, canada]"), '20:28 [canada] "canada" comes twice, so that nobody knows whose turn follows'),
    "an empty paragraph": (changed("1: First.", "1: ''"), "11:10 [''] paragraph 1 is empty"),
    "a paragraph 0": (changed("2: Second.", "0: Second."), "12:7 [0] 0 is not the number of a paragraph"),
    "a paragraph before 0": (changed("2: Second.", "-1: Second."), "12:7 [-1] -1 is not the number of a paragraph"),
    "a number that no series reaches": (changed(SESSION, "{held: 2001, number: 10000000}"), "22:30 [10000000] 10000000 is more than any series has"),
    "a key of other sessions that looks like none of these": (changed(SESSION, "{held: 2001, grace: 2 months}"), '22:22 [grace] unknown key "grace" in a session'),
    "true as a key": (HEAD + "true: x\n", '3:1 [true] unknown key "true" in an agenda'),
    "the title of an event": (changed("title: Workshop", "title: 5"), '26:21 [5] "title" takes text, not the number 5'),
    "a host where there are no parties": (HEAD + "mechanisms:\n  m: {title: M, sessions: [{held: 2001, host: canada}]}\n", '4:47 [canada] unknown party "canada"'),
    "a session that covers the calendar": (changed(CADENCE, "{every: month}").replace("held: 2001", "held: 1999/2090"), "22:27 [1999/2090] a session cannot cover more than 1000 slots of its cadence"),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE_MISTAKE)
def test_one_mistake_is_told_once(name: str) -> None:
    text, expected = ONE_MISTAKE[name]
    assert [line.split("; ")[0] for line in told(text)] == [expected]


ALLOWED = {
    "a planned date beside what is expected": changed(
        EVENT, "{title: W, planned: 2004, expected: 2005}"
    ),
    "a meeting brought forward": changed(SESSION, "{planned: [2002, 2001-10], held: 2001}"),
    "hours where the mechanism says when": changed(
        HOSTS, "hosts: [canada, japan]\n    at: 9:00"
    ).replace("held: 2001", "held: 2001, lasts: 3 hours"),
    "lengths in any case": changed("3 months", "3 Months").replace("2 years", "2 Years"),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_may_be_meant_is_no_mistake(name: str) -> None:
    assert told(ALLOWED[name]) == []


def test_a_wrong_date_of_an_event_hides_no_other_mistake() -> None:
    text = changed(EVENT, "{title: W, held: x, convened_by: 5, accept: {overdu: y}}")
    assert [line.split("; ")[0] for line in told(text)] == [
        '26:30 [x] "x" is not a date',
        '26:46 [5] "convened_by" takes text, not the number 5',
        '26:58 [overdu] unknown key "overdu" in `accept`',
    ]


def test_each_wrong_part_of_a_period_is_told_at_its_own_place() -> None:
    text = changed(CADENCE, "{every: month, when: [true, 32]}")
    assert [line.split("]")[0] for line in told(text)] == ["19:36 [true", "19:42 [32"]


def test_the_help_for_a_title_of_an_event_is_its_own() -> None:
    assert told(changed("title: Workshop", "title: []"))[0].endswith("; what it is called")


def test_a_line_separator_moves_no_line() -> None:
    text = HEAD + 'mechanisms:\n  m:\n    title: "a\u2028b"\n    hots: x\n'
    assert [line.split("]")[0] for line in told(text)] == ["6:5 [hots"]


def test_a_byte_order_mark_in_a_text_moves_no_column() -> None:
    (found,) = told("\ufefftitle: T\ntitle: T\n")
    assert found.startswith('2:1 [title] the key "title" comes twice, first in line 1')
