"""The calendars of a site: each is the one that `export` makes of the same entries."""

import json

from tests.interop.lint import events, faults
from tests.writing.site.given_site import DAY, made, several, talks

from cjpeace import load
from cjpeace.cli.calendar_range import Wanted, entries
from cjpeace.core.answers.timeline import default_span, timeline
from cjpeace.reading.zone_data import newest_zone_data
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.ical.ical import Publication, feed
from cjpeace.writing.layout.stable_json import json_text

ZONES = newest_zone_data()


def _exported(agendas: list[object], address: str | None = None) -> bytes:
    named = [(agenda, entries(agenda, DAY, Wanted())) for agenda in agendas]  # type: ignore[arg-type]
    publication = Publication("0.1", ZONES.zone, ZONES.year, address=address)
    return feed(named, publication).content  # type: ignore[arg-type]


def test_the_calendar_of_all_is_the_export() -> None:
    agenda = load()
    assert made(agenda)["calendar.ics"] == _exported([agenda])
    both = [load(), talks('{confirmed: 2026-12-12, at: "20:00", host: canada}')]
    files = several(both, url="https://example.org/")
    assert files["calendar.ics"] == _exported(list(both), "https://example.org/calendar.ics")
    address = "https://example.org/given/calendar.ics"
    assert files["given/calendar.ics"] == _exported([both[1]], address)


def test_each_entry_is_in_the_calendar_of_its_own_mechanism_or_event() -> None:
    files = made(load(), url="https://example.org/")
    whole = events(files["calendar.ics"])
    parts = {path: content for path, content in files.items() if path.count("/") == 1}
    found = [e for path, content in parts.items() if path.endswith("ics") for e in events(content)]
    assert sorted(e["UID"] for e in found) == sorted(e["UID"] for e in whole)
    for path, content in parts.items():
        if path.endswith(".ics"):
            assert not faults(content), path
            key = path.rpartition("/")[2].removesuffix(".ics")
            assert all(e["UID"].startswith(key) for e in events(content))
            unfolded = content.replace(b"\r\n ", b"").decode()
            assert f"SOURCE;VALUE=URI:https://example.org/{path}\r\n" in unfolded


def test_a_calendar_of_one_mechanism_is_called_by_its_title_and_the_agendas() -> None:
    content = made(talks())["mechanisms/talks.ics"].decode()
    assert "\r\nNAME:Talks\\, An agenda\r\n" in content


def test_the_data_are_those_of_the_timeline_and_what_the_agenda_names() -> None:
    agenda = load()
    content = made(agenda)["agenda.json"].decode()
    data = json.loads(content)
    assert content == json_text(DAY, **{key: data[key] for key in list(data)[2:]})
    assert (data["schema"], data["as_of"]) == (1, "2026-11-24")
    found = timeline(agenda, DAY, default_span(DAY))
    assert data["occurrences"] == [occurrence_record(o, agenda, prefix=False) for o in found]
    assert [one["id"] for one in data["agendas"]] == ["canada-japan-1999"]
    assert {"symposium", "mine-action", "acsa-2018"} <= {item["id"] for item in data["items"]}
