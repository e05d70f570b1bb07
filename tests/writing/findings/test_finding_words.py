"""Findings in words, asserted word for word: message, note and help."""

import pytest
from tests.core.given import HEAD, day

from cjpeace import check, loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.diagnostic import Place
from cjpeace.core.findings.check import planned_days
from cjpeace.core.findings.clash import clashes
from cjpeace.core.findings.finding import Finding
from cjpeace.writing.findings.finding_record import clash_record, finding_record
from cjpeace.writing.findings.finding_words import FindingWords, clash_words, finding_words
from cjpeace.writing.layout.stable_json import Record

PARTIES = HEAD.replace("America/Toronto}", "America/Toronto, holidays: CA-ON}").replace(
    "Asia/Tokyo}", "Asia/Tokyo, holidays: JP, closed: [29 December/3 January]}"
)
TALKS = "mechanisms:\n  talks: {title: Talks, "
ACCEPT = "or accept it with a reason (`accept`)"


def asked(text: str, as_of: str, code: str) -> tuple[Finding, Agenda]:
    agenda = loads(PARTIES + text)
    found = [one for one in check(agenda, day(as_of)) if one.code.value == code]
    return found[0], agenda


def words(text: str, as_of: str, code: str) -> FindingWords:
    return finding_words(*asked(text, as_of, code))


def record(text: str, as_of: str, code: str) -> Record:
    finding, agenda = asked(text, as_of, code)
    return finding_record(finding, agenda, "agenda.yaml", Place(7, 3))


def talks(keys: str) -> str:
    return f"{TALKS}{keys}}}\n"


def test_overdue() -> None:
    keys = (
        "hosts: [canada, japan], cadence: {every: 2 years, since: 2001-09-17}, "
        "sessions: [{number: 12, held: 2022-12-15, host: canada}]"
    )
    said = words(talks(keys), "2026-11-24", "overdue")
    assert said.message == "no talks session on record since 15 Dec 2022; due every 2 years"
    assert said.note == (
        "owed since 17 Sep 2025; a session before 17 Sep 2027, the 13th, hosted by Japan, "
        "settles it"
    )
    assert said.help == (
        "record it with `cjpeace record talks DATE --held`, find a date with `cjpeace propose "
        f"talks`, end the cadence (`until`), {ACCEPT}"
    )


def test_overdue_of_a_rule_that_has_ended() -> None:
    said = words(talks("cadence: {every: year, since: 2001, until: 2002}"), "2026-01-01", "overdue")
    assert said.message == "no talks session on record so far; due every year"
    assert said.note == (
        "owed since 1 Jan 2002, 2 windows without a session; no further window is laid"
    )
    assert said.help == (
        "record it with `cjpeace record talks DATE --held`, end the cadence (`until`), " + ACCEPT
    )


def test_an_overdue_event() -> None:
    said = words("events: {visit: {title: Visit, expected: 2001}}\n", "2026-01-01", "overdue")
    assert said == FindingWords(
        "visit was promised (in 2001), and nothing of it is on record",
        "",
        "record what became of it (`cjpeace record visit DATE --held`, or `--confirmed`, "
        "`--postponed`, `--cancelled`), or accept the lapse with a reason (`accept`)",
    )


def test_unreported() -> None:
    said = words(
        talks("sessions: [{number: 3, tentative: 2025-05-06}]"), "2026-01-01", "unreported"
    )
    assert said == FindingWords(
        "the 3rd talks session was tentative for 6 May 2025, and no outcome is on record",
        "",
        "replace `tentative` by what became of it: `held`, `postponed` or `cancelled` "
        f"(`cjpeace record talks DATE --held`), {ACCEPT}",
    )


def test_unscheduled() -> None:
    keys = "cadence: {every: year, since: 2026}, notice: 6 months, grace: 3 months"
    said = words(talks(keys), "2026-11-24", "unscheduled")
    help_ = (
        "find a date with `cjpeace propose talks`, set it with `cjpeace record talks DATE "
        f"--confirmed`, {ACCEPT}"
    )
    assert said == FindingWords(
        "no date is set for the talks session (in 2026)",
        "its window ends on 31 Dec 2026, and a date should be set 6 months before; without a "
        "meeting it is overdue from 1 Apr 2027",
        help_,
    )
    assert words(talks(keys), "2027-02-01", "unscheduled").note == (
        "its window ended on 31 Dec 2026; without a meeting it is overdue from 1 Apr 2027"
    )


def test_an_unscheduled_event_is_called_by_its_key() -> None:
    text = "events: {visit: {title: Visit, expected: autumn 2026, notice: 3 months}}\n"
    said = words(text, "2026-10-01", "unscheduled")
    assert said.message == "no date is set for visit (autumn 2026)"


def test_a_holiday() -> None:
    said = words(
        talks("sessions: [{number: 7, confirmed: 2026-10-12/2026-10-13}]"), "2026-01-01", "holiday"
    )
    assert said == FindingWords(
        "the 7th talks session is confirmed for 12-13 Oct 2026, on Thanksgiving Day (Canada) and "
        "Sports Day (Japan)",
        "Mon 12 Oct 2026 is Thanksgiving Day (Canada) and Sports Day (Japan)",
        f"choose other days with `cjpeace propose talks`, {ACCEPT}",
    )


@pytest.mark.parametrize(
    ("session", "message", "note"),
    [
        (
            "tentative: 2026-12-29",
            "the talks session is tentative for 29 Dec 2026, on a closed day (Japan)",
            "Tue 29 Dec 2026 is a closed day (Japan)",
        ),
        (
            "planned: 2026-03-02, postponed: 2026-06-06, reason: storm",
            "the talks session is postponed to 6 Jun 2026, on a weekend",
            "Sat 6 Jun 2026: none is on record as held on a weekend",
        ),
        (
            "confirmed: 2026-12-25/2026-12-27",
            (
                "the talks session is confirmed for 25-27 Dec 2026, on Christmas Day (Canada), "
                "Boxing Day (Canada) and a weekend"
            ),
            (
                "Fri 25 Dec 2026 is Christmas Day (Canada); Sat 26 Dec 2026 is Boxing Day (Canada); "
                "Sun 27 Dec 2026: none is on record as held on a weekend"
            ),
        ),
        (
            "confirmed: 2026-05-01/2026-05-08",
            (
                "the talks session is confirmed for 1-8 May 2026, on Constitution Day (Japan), "
                "Greenery Day (Japan), Children's Day (Japan) and Substitute Holiday (Japan)"
            ),
            (
                "Sun 3 May 2026 is Constitution Day (Japan); Mon 4 May 2026 is Greenery Day (Japan); "
                "Tue 5 May 2026 is Children's Day (Japan); "
                "Wed 6 May 2026 is Substitute Holiday (Japan)"
            ),
        ),
    ],
)
def test_days_off(session: str, message: str, note: str) -> None:
    said = words(talks(f"sessions: [{{{session}}}]"), "2026-01-01", "holiday")
    assert (said.message, said.note) == (message, note)


def test_many_days_off_are_counted() -> None:
    said = words(talks("sessions: [{confirmed: 2026-12-25/2027-01-03}]"), "2026-01-01", "holiday")
    assert said.message == (
        "the talks session is confirmed for 25 Dec 2026-3 Jan 2027, on Christmas Day (Canada), "
        "Boxing Day (Canada), Boxing Day (observed) (Canada), a closed day (Japan) and 3 more"
    )
    assert said.note.count(";") == 6
    assert said.note.endswith("; and 3 more days")


def test_a_host_out_of_turn() -> None:
    keys = "hosts: [canada, japan], sessions: [{number: 2, held: 2025-05-08, host: japan}, "
    help_ = f"correct `host`, or the hosts of the sessions before it, {ACCEPT}"
    said = words(
        talks(keys + "{number: 3, confirmed: 2026-05-07, host: japan}]"), "2026-01-01", "host-order"
    )
    assert said == FindingWords(
        "the 3rd talks session is to be hosted by Japan, but it is the turn of Canada",
        "hosts in turn: Canada, Japan; the one before it is that of Japan (the 2nd, 8 May 2025)",
        help_,
    )


def test_the_very_first_host_out_of_turn() -> None:
    keys = "hosts: [canada, japan], sessions: [{confirmed: 2026-05-07, host: japan}]"
    said = words(talks(keys), "2026-01-01", "host-order")
    assert said.note == "hosts in turn: Canada, Japan; the very first host is the first"


def test_a_turn_that_follows_from_the_order_names_no_session() -> None:
    keys = (
        "hosts: [canada, japan], cadence: {every: year, since: 2025}, "
        "sessions: [{held: 2025-05-08, host: canada}, {confirmed: 2027-05-07, host: japan}]"
    )
    said = words(talks(keys), "2026-01-01", "host-order")
    assert said.note == "hosts in turn: Canada, Japan; the one before it is that of Japan"


def test_stale() -> None:
    help_ = "look for what has been held or announced since, and set `reviewed` to that day"
    assert words("reviewed: 2025-05-31\n", "2026-07-06", "stale") == FindingWords(
        "the record was last reviewed over a year ago (31 May 2025)",
        "a review is good for a year: this one was until 31 May 2026",
        help_,
    )
    assert words(talks("reviewed: May 2025"), "2026-07-06", "stale") == FindingWords(
        "the record of talks was last reviewed over a year ago (May 2025)",
        "a review is good for a year: this one was until 31 May 2026",
        f"{help_}, {ACCEPT}",
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            "cadence: {every: year, since: 2020}, accept: {overdue: known, until: 2025}",
            FindingWords(
                "the waiver of talks for overdue ran out on 31 Dec 2025",
                "it would still hide: overdue",
                "see to what it hid, or set a later `until`",
            ),
        ),
        (
            "accept: {overdue: known, holiday: known, until: 2025}",
            FindingWords(
                "the waiver of talks for overdue and holiday ran out on 31 Dec 2025",
                "nothing that it names is found now",
                "remove `accept`, or set a later `until`",
            ),
        ),
        (
            "accept: {conflict: known, until: 2025}",
            FindingWords(
                "the waiver of talks for conflict ran out on 31 Dec 2025",
                "",
                "remove `accept`, or set a later `until`",
            ),
        ),
    ],
)
def test_a_waiver_that_has_run_out(keys: str, said: FindingWords) -> None:
    assert words(talks(keys), "2026-07-06", "accepted-until") == said


LUNCH = (
    '  lunch: {title: Lunch, at: "12:00", place: Ottawa, timezone: America/Toronto, '
    "sessions: [{number: 4, confirmed: 2026-05-06}]}\n"
)


def test_a_conflict() -> None:
    sessions = talks("sessions: [{number: 2, confirmed: 2026-05-05/2026-05-06, host: japan}]")
    said = words(sessions + LUNCH, "2026-01-01", "conflict")
    assert said == FindingWords(
        "the 4th lunch session (6 May 2026, 12:00 America/Toronto, Ottawa) overlaps "
        "the 2nd talks session (5-6 May 2026, Japan)",
        "Canada and Japan would have to be at both",
        f"move one of them, add `pairs_with` where they share their days on purpose, {ACCEPT}",
    )


def test_a_conflict_with_an_event_and_more() -> None:
    text = talks("sessions: [{confirmed: 2026-05-05/2026-05-06}]") + LUNCH
    text += "events: {visit: {title: Visit, confirmed: 2026-05-06/2026-05-07}}\n"
    agenda = loads(PARTIES + text)
    found = [one for one in check(agenda, day("2026-01-01")) if one.code.value == "conflict"]
    assert finding_words(found[1], agenda).message == (
        "visit (6-7 May 2026) overlaps the talks session (5-6 May 2026) and 1 more"
    )
    assert finding_words(found[1], agenda).help == f"move one of them, {ACCEPT}"


def test_a_conflict_with_another_agenda_names_it() -> None:
    other = PARTIES.replace("id: given", "id: other").replace("japan:", "korea:")
    days = [
        one
        for head, span in ((PARTIES, "2026-05-06"), (other, "2026-05-06/2026-05-07"))
        for one in planned_days(
            loads(head + talks(f"sessions: [{{confirmed: {span}}}]")), day("2026-01-01")
        )
    ]
    (clash,) = clashes(days)
    assert clash_words(clash) == FindingWords(
        "the talks session (6-7 May 2026) overlaps the given/talks session (6 May 2026)",
        "Canada would have to be at both",
        f"move one of them, {ACCEPT}",
    )
    told = clash_record(clash, "other.yaml", Place(9, 21))
    assert (told["agenda"], told["with"]) == ("other", "given/talks/2026-05-06")
    assert (told["file"], told["line"], told["column"]) == ("other.yaml", 9, 21)
    assert told["parties"] == ["canada"]


def test_every_record_begins_with_the_same_fields() -> None:
    common = [
        *("code", "severity", "mechanism", "event", "occurrence", "message", "note", "help"),
        *("file", "line", "column", "agenda"),
    ]
    stale = record("reviewed: 2020\n", "2026-01-01", "stale")
    assert list(stale) == [*common, "reviewed"]
    assert (stale["mechanism"], stale["event"], stale["occurrence"]) == (None, None, None)
    assert stale["reviewed"] == "2020"
    keys = "cadence: {every: year, since: 2020}, accept: {overdue: known, until: 2025}"
    waiver = record(talks(keys), "2026-01-01", "accepted-until")
    assert list(waiver) == [*common, "until", "accepted", "hides"]
    assert (waiver["until"], waiver["accepted"], waiver["hides"]) == (
        "2025",
        ["overdue"],
        ["overdue"],
    )
    lapse = record(talks(keys), "2026-01-01", "overdue")
    assert list(lapse) == [*common, "since", "last_held", "missed"]
    assert (lapse["mechanism"], lapse["since"], lapse["missed"]) == ("talks", "2021-01-01", 6)


def test_the_records_of_warnings_tell_what_they_rest_on() -> None:
    keys = "cadence: {every: year, since: 2026}, notice: 6 months, grace: 3 months"
    undated = record(talks(keys), "2026-11-24", "unscheduled")
    assert (undated["occurrence"], undated["severity"]) == ("talks/2026", "warning")
    assert (undated["deadline"], undated["overdue_from"]) == ("2027-01-01", "2027-04-01")
    off = record(talks("sessions: [{confirmed: 2026-12-26/2026-12-29}]"), "2026-01-01", "holiday")
    assert off["days_off"] == [
        {"day": "2026-12-26", "party": "canada", "name": "Boxing Day"},
        {"day": "2026-12-27", "party": None, "name": "weekend"},
        {"day": "2026-12-28", "party": "canada", "name": "Boxing Day (observed)"},
        {"day": "2026-12-29", "party": "japan", "name": None},
    ]
    hosts = "hosts: [canada, japan], sessions: [{confirmed: 2026-05-07, host: japan}]"
    assert record(talks(hosts), "2026-01-01", "host-order")["expected_host"] == "canada"
    both = talks("sessions: [{confirmed: 2026-05-06}, {confirmed: 2026-05-06, number: 3}]")
    clash = record(both, "2026-01-01", "conflict")
    assert (clash["with"], clash["more"], clash["parties"]) == (
        "given/talks/2026-05-06",
        0,
        ["canada", "japan"],
    )
