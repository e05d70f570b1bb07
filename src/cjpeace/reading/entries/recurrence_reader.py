"""The recurrence rule of an era (`rrule`), and what it asks of the other keys."""

from cjpeace.core.dates.duration import Duration, Unit
from cjpeace.core.dates.edtf import EdtfDate, Precision
from cjpeace.core.rules.rrule import Frequency, RecurrenceRule
from cjpeace.core.rules.rrule_grid import RuleDays
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entries.entry import Entry
from cjpeace.reading.entries.keys import EraKeys


def read_rule(era: Entry, since: EdtfDate | None) -> RecurrenceRule | None:
    """The rule of an era that has one; None where it cannot be used, with what is wrong noted.

    `since` is its DTSTART, which must be a day, and one on which the rule falls.
    """
    rule = era.get(EraKeys.rrule)
    for key in (EraKeys.every, EraKeys.when):
        if era.has(key):
            message = f"a cadence has either `rrule` or `{key.name}`"
            era.problem((key.name,), message, "keep one of them", at_key=True)
    if rule is None or since is None:
        return None
    if since.first.precision is not Precision.DAY or since.last is not None:
        message = f"a rule begins on a day, and `since` is {since.written}"
        place = ("since",) if era.has(EraKeys.since) else ("rrule",)
        era.problem(place, message, "write `since` as a day on which the rule falls")
        return None
    try:
        RuleDays(rule, since.window.start)
    except UnreadableError as error:
        _refuse(era, error)
        return None
    return rule


def _refuse(era: Entry, error: UnreadableError) -> None:
    """Note what a rule and its first day say against each other, at the one to be changed."""
    if error.part == "DTSTART" and era.has(EraKeys.since):
        era.problem(("since",), error.message, error.help)
        return
    parts = str(era.data["rrule"]).split(";")
    named = (part for part in parts if part.strip().upper().startswith(f"{error.part}="))
    era.problem(("rrule",), error.message, error.help, part=next(named, ""))


def interval_of(rule: RecurrenceRule) -> Duration:
    """How often the periods of a rule follow each other.

    >>> str(interval_of(RecurrenceRule(Frequency.YEARLY, interval=2)))
    '2 years'
    """
    return Duration(rule.interval, _UNITS[rule.frequency])


_UNITS = {
    Frequency.DAILY: Unit.DAY,
    Frequency.WEEKLY: Unit.WEEK,
    Frequency.MONTHLY: Unit.MONTH,
    Frequency.YEARLY: Unit.YEAR,
}
