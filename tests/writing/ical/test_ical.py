from random import Random

import pytest
from tests.interop.lint import events, faults
from tests.oracle.agendas import random_agenda, to_yaml
from tests.program import ROOT
from tests.writing.ical.given_ical import HEAD, made, named, talks, zone_of

from cjpeace import loads
from cjpeace.reading.agenda_file import BUNDLED
from cjpeace.reading.load import load
from cjpeace.writing.ical.ical import Publication, feed

EVERYTHING = ROOT / "tests" / "interop" / "everything.yaml"


def _head(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").partition("BEGIN:VEVENT")[0].splitlines()


def test_the_calendar_begins_with_what_it_is_in_the_order_that_clients_want() -> None:
    agenda = loads(HEAD.replace("adopted", "reviewed: 2026-05\nadopted") + "events: {}")
    said = "An agenda\\, adopted 1 Jan 2000\\, record reviewed May 2026"
    assert _head(made(agenda).content) == [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cjpeace//cjpeace 0.1//EN"),
        *("CALSCALE:GREGORIAN", "NAME:An agenda", "X-WR-CALNAME:An agenda"),
        *(f"DESCRIPTION:{said}", f"X-WR-CALDESC:{said}"),
        *("REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H", "END:VCALENDAR"),
    ]


def test_the_address_of_the_calendar_follows_when_it_is_known() -> None:
    publication = Publication("0.1", zone_of, 2026, address="https://example.org/a.ics")
    content = feed([(talks(), [])], publication).content
    assert _head(content)[-2:] == ["SOURCE;VALUE=URI:https://example.org/a.ics", "END:VCALENDAR"]


def test_a_calendar_of_several_agendas_is_called_after_them() -> None:
    agendas = [loads(f"id: a{n}\ntitle: Agenda {n}") for n in range(5)]
    names = [
        _head(feed([(a, []) for a in agendas[:most]], Publication("0.1", zone_of, 2026)).content)[4]
        for most in (2, 3, 5)
    ]
    assert names == [
        "NAME:Agenda 0\\, Agenda 1",
        "NAME:Agenda 0\\, Agenda 1\\, Agenda 2",
        "NAME:Agenda 0\\, and 4 more",
    ]


@pytest.mark.parametrize(
    "property_", ["METHOD", "ORGANIZER", "ATTENDEE", "VALARM", "VTODO", "RDATE", "RECURRENCE-ID"]
)
def test_nothing_that_some_client_refuses_is_written(property_: str) -> None:
    assert property_.encode() not in made(load(BUNDLED)).content


def test_only_the_time_zones_that_are_used_are_declared_in_order() -> None:
    agenda = talks(
        "{held: 2025-02-02, at: '09:00', timezone: Europe/Paris}",
        "{held: 2024-02-02, at: '09:00', timezone: Asia/Tokyo}",
        "{held: 2023-02-02, at: '09:00', timezone: America/Vancouver}",
        "{held: 2022-02-02, timezone: Australia/Sydney}",
    )
    head = _head(made(agenda).content)
    zones = [line for line in head if line.startswith("TZID")]
    assert zones == ["TZID:Asia/Tokyo", "TZID:Europe/Paris"]


def test_with_utc_there_are_no_time_zones() -> None:
    agenda = talks("{held: 2025-02-02, at: '09:00', timezone: Europe/Paris}")
    content = feed([(agenda, named(agenda))], Publication("0.1", zone_of, 2026, utc=True)).content
    assert b"TZID" not in content
    assert b"DTSTART:20250202T080000Z" in content


def test_the_events_stand_by_start_then_uid() -> None:
    agenda = loads(
        f"{HEAD}events:\n  b: {{title: B, held: 2026-01-01}}\n  a: {{title: A, held: 2026-01-01}}\n"
        "  c: {title: C, held: 2025-01-01}\n  d: {title: D, held: 2026-01-01, at: '09:00', host: japan}"
    )
    assert [event["UID"][0] for event in events(made(agenda).content)] == ["c", "a", "b", "d"]


def test_an_empty_calendar_is_a_calendar() -> None:
    content = feed([(talks(), [])], Publication("0.1", zone_of, 2026)).content
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert not faults(content)


@pytest.mark.parametrize("path", [BUNDLED, str(EVERYTHING)])
@pytest.mark.parametrize("as_of", ["1999-09-17", "2012-02-29", "2026-11-24", "2040-01-01"])
def test_every_octet_is_as_it_should_be(path: str, as_of: str) -> None:
    content = made(load(path), as_of).content
    assert not faults(content)
    assert len(events(content)) > 10


@pytest.mark.parametrize("seed", range(40))
def test_every_octet_of_any_agenda_is_as_it_should_be(seed: int) -> None:
    rng = Random(seed)
    agenda = loads(to_yaml(random_agenda(rng)))
    assert not faults(made(agenda, f"{rng.randrange(1990, 2040)}-05-05").content)
