"""When a session begins and ends by the clocks of each capital, with the date on each side."""

from datetime import datetime

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Party
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.ical.ical_span import Hours, ZoneOf, hours_of
from cjpeace.writing.words.words import day_words


class LocalTime(Struct, frozen=True):
    """A time in one capital; `moment` is the start as programs read it."""

    where: str
    day: str
    hours: str
    zone: str
    moment: str


def local_times(occurrence: Occurrence, agenda: Agenda, zone_of: ZoneOf) -> tuple[LocalTime, ...]:
    """The times in all capitals, in the order of the file; none where no moment is known."""
    if occurrence.window.end is None:
        return ()
    hours = hours_of(occurrence, agenda, zone_of)
    if hours is None:
        return ()
    return tuple(_of(party, hours, zone_of) for party in agenda.parties.values())


def _of(party: Party, hours: Hours, zone_of: ZoneOf) -> LocalTime:
    zone = zone_of(party.timezone)
    start, end = hours.start.astimezone(zone), hours.end.astimezone(zone)
    name = start.tzname() or ""
    return LocalTime(
        party.capital or party.name,
        day_words(start.date()),
        f"{start:%H:%M}{_until(start, end) if hours.length_is_known else ''}",
        name if name.isalpha() else f"UTC{start:%z}",
        start.isoformat(timespec="minutes"),
    )


def _until(start: datetime, end: datetime) -> str:
    if end.date() == start.date():
        return f" to {end:%H:%M}"
    return f" to {end:%H:%M} on {day_words(end.date())}"
