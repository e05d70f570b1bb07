"""A recurrence rule of a calendar file: our own rules of days, at the time of day of the event."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace

from cjpeace.core.rules.rrule import Frequency, RecurrenceRule
from cjpeace.core.rules.rrule_grid import RuleDays, RuleGrid
from cjpeace.core.rules.rrule_text import parse_rrule
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.calendars.busy_moment import Clocks, Moment
from cjpeace.reading.calendars.event_values import event_words

_OF_THE_CLOCK = {"BYHOUR": "hour", "BYMINUTE": "minute", "BYSECOND": "second"}


class Rule:
    """The moments at which a rule lets an event begin, from its first one on."""

    def __init__(self, days: RuleDays, local: Moment, until: Moment | None, clocks: Clocks) -> None:
        self._days, self._local, self._until, self._clocks = days, local, until, clocks

    def between(self, first: date, last: date) -> Iterator[Moment]:
        """The moments on days from `first` to `last`, by the clocks of the event."""
        for day in self._days.on_or_after(first):
            if day > last:
                return
            moment = self._at(day)
            if self._is_over(moment):
                return
            yield moment

    def _is_over(self, moment: Moment) -> bool:
        """Whether a moment of the last day comes after the time of day with which a rule ends."""
        if isinstance(self._until, datetime) and isinstance(moment, datetime):
            return moment > self._until
        return False

    def _at(self, day: date) -> Moment:
        if not isinstance(self._local, datetime):
            return day
        time = self._local.replace(year=day.year, month=day.month, day=day.day)
        return self._clocks.instant(time)


def rule_of(event: Any, recur: Any, local: Moment, clocks: Clocks) -> Rule:
    """A rule of an event that begins at a local time; raises UnreadableError."""
    until = _until(recur, local, clocks)
    try:
        rule = parse_rrule(_text(recur, local))
        last_day = _local_day(until, local, clocks)
        days = _days(replace(rule, until=last_day) if last_day else rule, _day_of(local))
    except UnreadableError as error:
        message = f"{event_words(event)}: {error.message}"
        help_ = "mend its rule in the calendar program, or export the file without it"
        raise UnreadableError(message, help_) from None
    return Rule(days, local, until, clocks)


def _until(recur: Any, local: Moment, clocks: Clocks) -> Moment | None:
    """The last moment that a rule may take: a day, or an instant."""
    given = (recur.get("UNTIL") or [None])[0]
    if not isinstance(given, datetime):
        return given if isinstance(given, date) else None
    if given.tzinfo is None and isinstance(local, datetime):
        given = given.replace(tzinfo=clocks.zone(local))
    return clocks.instant(given)


def _text(recur: Any, local: Moment) -> str:
    """A rule without its end, and without what says once more when the event begins."""
    parts = recur.to_ical().decode("utf-8", "replace").split(";")
    kept = (part for part in parts if not part.upper().startswith(("UNTIL=", "X-")))
    if not isinstance(local, datetime):
        return ";".join(kept)
    clock = {f"{name}={getattr(local, part)}" for name, part in _OF_THE_CLOCK.items()}
    return ";".join(part for part in kept if part.upper() not in clock)


def _local_day(until: Moment | None, local: Moment, clocks: Clocks) -> date | None:
    return None if until is None else clocks.day(until, local)


def _days(rule: RecurrenceRule, start: date) -> RuleDays:
    """The days of a rule; an event that begins on none of them counts as the first all the same."""
    begun = rule.begun(start)
    grid = RuleGrid(begun, start)
    first = (
        next(grid.ascending(start, rule.until or date.max), None) if _lasts(rule, start) else None
    )
    if first == start:
        return RuleDays(rule, start)
    if first is None or rule.count == 1:
        return RuleDays(RecurrenceRule(Frequency.DAILY, count=1), start)
    return RuleDays(replace(begun, count=rule.count and rule.count - 1), first)


def _lasts(rule: RecurrenceRule, start: date) -> bool:
    return rule.until is None or rule.until >= start


def _day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
