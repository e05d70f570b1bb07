"""What a library makes of a calendar file: `python consumers.py NAME FILE` writes it as JSON.

A row an event: UID, title, status, start and end, times in UTC. Run in a process of its own, so
that what these libraries import and warn about stays outside the tests.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

Row = tuple[str, str, str, str, str]


def _icalendar(content: bytes) -> Iterator[Row]:
    import icalendar

    calendar = icalendar.Calendar.from_ical(content)
    faults = [*calendar.errors, *(fault for each in calendar.walk() for fault in each.errors)]
    assert not faults, faults
    for event in calendar.walk("VEVENT"):
        yield _row(event["UID"], event["SUMMARY"], event["STATUS"], event.start, event.end)


def _recurring_ical_events(content: bytes) -> Iterator[Row]:
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(content)
    for event in recurring_ical_events.of(calendar).between((1980, 1, 1), (2060, 1, 1)):
        yield _row(event["UID"], event["SUMMARY"], event["STATUS"], event.start, event.end)


def _ical(content: bytes) -> Iterator[Row]:
    from ical.calendar_stream import IcsCalendarStream

    calendar = IcsCalendarStream.calendar_from_ics(content.decode())
    shown = {event.uid for event in calendar.timeline}
    for event in calendar.events:
        assert event.uid in shown
        assert event.status
        yield _row(event.uid, event.summary, event.status.value, event.dtstart, event.end)


def _vobject(content: bytes) -> Iterator[Row]:
    import vobject

    (calendar,) = vobject.readComponents(content.decode())
    calendar.validate(raiseException=True)
    for event in getattr(calendar, "vevent_list", []):
        times = event.dtstart.value, event.dtend.value
        yield _row(event.uid.value, event.summary.value, event.status.value, *times)


CONSUMERS = {
    "icalendar": _icalendar,
    "recurring_ical_events": _recurring_ical_events,
    "ical": _ical,
    "vobject": _vobject,
}
"""By the name of the module that has to be installed."""


def _row(uid: Any, title: Any, status: Any, start: date, end: date) -> Row:
    return str(uid), str(title), str(status), _written(start), _written(end)


def _written(moment: date) -> str:
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return str(moment)


if __name__ == "__main__":
    read = CONSUMERS[sys.argv[1]](Path(sys.argv[2]).read_bytes())
    sys.stdout.write(json.dumps(sorted(read)))
