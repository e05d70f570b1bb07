"""How fast the next ten days of a rule begun in 1998 are found, against the engines in use.

    python benchmarks/rrule.py [SECONDS]

Each engine is asked for the ten days from each of 10,000 random days of 1998 to 2098, the same
ones for all. Those that walk from the beginning of the rule are stopped after so many SECONDS
(default 5), and what they did by then is counted. `prepared`: the rule is read once; cold is the
first time through the days, warm the second. `from text`: the rule is read for each question.
Needs recurring-ical-events and ical besides what the tests need.
"""

import gc
import platform
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from importlib.metadata import version
from itertools import islice
from random import Random
from time import perf_counter

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr
from ical.calendar_stream import IcsCalendarStream

from cjpeace.core.rules.rrule_grid import RuleDays
from cjpeace.core.rules.rrule_text import parse_rrule

RULES = (
    ("a", "FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=2TU", date(1998, 9, 8), 366 * 22),
    ("b", "FREQ=DAILY", date(1998, 1, 1), 10),
    ("c", "FREQ=WEEKLY;BYDAY=MO,WE", date(1998, 1, 5), 36),
    ("d", "FREQ=MONTHLY;BYDAY=-1FR", date(1998, 1, 30), 320),
    ("e", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", date(1998, 5, 11), 366 * 11),
)
"""The rules, the day each begins, and a number of days in which it has ten."""

Ask = Callable[[date], list[date]]
"""The next ten days from a day on."""

Engine = Callable[[str, date, int], Ask]
"""What reads a rule and then answers."""


def cjpeace(rule: str, start: date, _: int) -> Ask:
    """This engine."""
    days = RuleDays(parse_rrule(rule), start)
    return lambda day: list(islice(days.on_or_after(day), 10))


def dateutil(rule: str, start: date, _: int) -> Ask:
    """python-dateutil as it comes."""
    return _dateutil(rule, start, cache=False)


def dateutil_cached(rule: str, start: date, _: int) -> Ask:
    """python-dateutil and its cache, which keeps every day that it has walked over."""
    return _dateutil(rule, start, cache=True)


def _dateutil(rule: str, start: date, *, cache: bool) -> Ask:
    found = rrulestr(rule, dtstart=_midnight(start), cache=cache)
    return lambda day: [d.date() for d in found.xafter(_midnight(day), count=10, inc=True)]


def recurring(rule: str, start: date, span: int) -> Ask:
    """recurring-ical-events, asked for a span that holds ten: its `after` does not come back."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(_calendar(rule, start)))

    def ask(day: date) -> list[date]:
        found = query.between(max(day, start), max(day, start) + timedelta(days=span))
        return sorted(event["DTSTART"].dt for event in found)[:10]

    return ask


def ical(rule: str, start: date, _: int) -> Ask:
    """The library of that name."""
    calendar = IcsCalendarStream.calendar_from_ics(_calendar(rule, start))

    def ask(day: date) -> list[date]:
        events = calendar.timeline.start_after(day - timedelta(days=1))
        return [event.start for event in islice(events, 10)]

    return ask


NAMES: dict[Engine, str] = {
    cjpeace: "cjpeace",
    dateutil: "python-dateutil",
    dateutil_cached: "python-dateutil, cache=True",
    recurring: "recurring-ical-events",
    ical: "ical",
}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as dateutil takes it


def _calendar(rule: str, start: date) -> str:
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cjpeace//benchmark//EN", "BEGIN:VEVENT"),
        *("UID:1", "DTSTAMP:19980101T000000Z", f"DTSTART;VALUE=DATE:{start:%Y%m%d}"),
        *(f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}", "SUMMARY:x", f"RRULE:{rule}"),
        *("END:VEVENT", "END:VCALENDAR", ""),
    )
    return "\r\n".join(lines)


def main() -> None:
    """Ask every engine the same, and print answers a second, ratios and memory."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    rng = Random(1998)
    days = [date(1998, 1, 1) + timedelta(days=rng.randrange(36890)) for _ in range(10_000)]
    libraries = ("python-dateutil", "recurring-ical-events", "ical")
    print(f"{platform.platform()}, {platform.machine()}, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in libraries))
    print(f"the next ten days, {len(days):,} random days, answers a second (times as many)\n")
    for name, rule, start, span in RULES:
        _agree(rule, start, span, days[:8])
        _compare(f"({name}) {rule}", (rule, start, span), days, seconds)


def _agree(rule: str, start: date, span: int, days: list[date]) -> None:
    for day in days:
        answers = [e(rule, start, span)(day) for e in (cjpeace, dateutil, recurring, ical)]
        if any(answer != answers[0] for answer in answers):
            raise SystemExit(f"{rule}: the engines disagree on what follows {day}: {answers}")


def _compare(title: str, rule: tuple[str, date, int], days: list[date], seconds: float) -> None:
    ask = cjpeace(*rule)
    cold, warm = _rate(ask, days, 60), _rate(ask, days, 60)
    text = _rate(_from_text(cjpeace, rule), days, 60)
    print(f"{title}\n  {'cjpeace':32}{cold:9,.0f} cold {warm:9,.0f} warm {text:9,.0f} from text")
    for engine in (dateutil, recurring, ical):
        ask = engine(*rule)
        one = _rate(ask, days, seconds)
        other = _rate(_from_text(engine, rule), days, seconds)
        print(
            f"  {NAMES[engine]:32}{one:9,.0f} prepared ({cold / one:,.0f} and {warm / one:,.0f} "
            f"times) {other:9,.0f} from text ({text / other:,.0f} times)"
        )
    ask = dateutil_cached(*rule)
    ask(max(days))
    kept = _rate(ask, days, seconds)
    print(f"  {NAMES[dateutil_cached]:32}{kept:9,.0f} warm ({warm / kept:,.1f} times)")
    sizes = ((NAMES[e], *_memory(e, rule, days[:300])) for e in (cjpeace, dateutil_cached))
    print("  KiB kept: " + ", ".join(f"{name} {size:,.1f}" for name, size in sizes) + "\n")


def _from_text(engine: Engine, rule: tuple[str, date, int]) -> Ask:
    def ask(day: date) -> list[date]:
        return engine(*rule)(day)

    return ask


def _rate(ask: Ask, days: list[date], seconds: float) -> float:
    """Answers a second, over all the days or those that are reached in so many seconds."""
    gc.collect()
    begin = now = perf_counter()
    answers = 0
    for day in days:
        ask(day)
        answers += 1
        now = perf_counter()
        if now - begin > seconds:
            break
    return answers / (now - begin)


def _memory(engine: Engine, rule: tuple[str, date, int], days: list[date]) -> Iterator[float]:
    """KiB that the engine keeps for one rule that has been asked for those days."""
    gc.collect()
    tracemalloc.start()
    ask = engine(*rule)
    for day in days:
        ask(day)
    gc.collect()
    yield tracemalloc.get_traced_memory()[0] / 1024
    tracemalloc.stop()


if __name__ == "__main__":
    main()
