"""What the tests of calendars are given: a small agenda, and the file that is made of it."""

from datetime import date, datetime
from functools import cache

from tests.interop.lint import events

from cjpeace import loads
from cjpeace.cli.calendar_range import Wanted, entries
from cjpeace.core.agenda import Agenda
from cjpeace.reading.zone_data import newest_zone_data
from cjpeace.writing.ical.ical import Feed, Publication, feed
from cjpeace.writing.ical.ical_identity import Named

HEAD = """\
id: given
title: An agenda
adopted: 2000-01-01
parties:
  canada: {name: Canada, capital: Ottawa, timezone: America/Toronto}
  japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo}
defaults: {grace: 3 months}
agreement: [{section: One, paragraphs: {1: They meet.}}]
sources: {record: {title: The record, url: "https://example.org/"}}
"""

zone_of = cache(newest_zone_data().zone)

AS_OF = "2026-11-24"


def talks(*sessions: str, keys: str = "cadence: {every: year, since: 2026}") -> Agenda:
    """An agenda whose only mechanism, `talks`, has these sessions."""
    listed = "".join(f"\n      - {session}" for session in sessions)
    talks = f"  talks:\n    title: Talks\n    {keys}"
    return loads(f"{HEAD}mechanisms:\n{talks}" + (f"\n    sessions:{listed}" if sessions else ""))


def event(keys: str) -> Agenda:
    """An agenda with nothing but the event `summit`."""
    return loads(f"{HEAD}events:\n  summit: {{title: Summit, {keys}}}")


def named(agenda: Agenda, as_of: str = AS_OF, *, silent: bool = False) -> list[Named]:
    return entries(agenda, date.fromisoformat(as_of), Wanted(silent=silent))


def made(agenda: Agenda, as_of: str = AS_OF, otherwise: datetime | None = None) -> Feed:
    """The calendar of an agenda as it stands on a day, what was missed or is unknown included."""
    publication = Publication("0.1", zone_of, 2026, otherwise=otherwise)
    return feed([(agenda, named(agenda, as_of, silent=True))], publication)


def shown(agenda: Agenda, as_of: str = AS_OF) -> dict[str, str]:
    """The first event of a calendar, by the names of its properties."""
    return events(made(agenda, as_of).content)[0]
