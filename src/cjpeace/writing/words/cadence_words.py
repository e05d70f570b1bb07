"""A cadence in words, by era: "yearly since 2005, before every 2 years in autumn"."""

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.dates.duration import Duration, Unit
from cjpeace.core.dates.edtf import LONGEST, MONTHS, MONTHS_IN, Precision, first_month
from cjpeace.core.dates.pattern import (
    LAST_DAY,
    ORDINALS,
    WEEKDAYS,
    DayOfMonth,
    DayOfYear,
    Months,
    Pattern,
    Weekday,
    WeekdayOfMonth,
)
from cjpeace.core.rules.cadence import Basis, Era
from cjpeace.writing.words.words import SEASONS, date_words, every_words, listed, ordinal

NO_CADENCE = "no cadence"


def cadence_words(mechanism: Mechanism) -> str:
    """The rules of a mechanism, the newest first with the date from which it holds."""
    if not mechanism.cadence:
        return NO_CADENCE
    *older, newest = mechanism.cadence
    words = [era_words(newest, mechanism.basis)]
    words += [f"before {rule_words(era, mechanism.basis)}{_lapse(era)}" for era in reversed(older)]
    return ", ".join(words)


def rule_words(era: Era, basis: Basis = Basis.FIXED) -> str:
    """What a rule says, without from when: "every 2 years in autumn"."""
    often = _often(era.every)
    if basis is Basis.ROLLING:
        return f"{often} after the last session,"
    if era.rule is not None:
        return f"{often} by the rule {era.rule}"
    if not era.when:
        return often
    named = listed(list(dict.fromkeys(map(_named, era.when))))
    return f"{often} {'on' if era.on_days else 'in'} {named}"


def era_words(era: Era, basis: Basis = Basis.FIXED) -> str:
    """What a rule says, and from when to when: "yearly since 2005"."""
    since = date_words(era.since)
    force = f"from {since}{_lapse(era)}" if era.until else f"since {since}"
    return f"{rule_words(era, basis)} {force}"


def pattern_words(pattern: Pattern) -> str:
    """A pattern as an agenda writes it.

    >>> pattern_words(Months(9, 3)), pattern_words(Months(7, 2)), pattern_words(DayOfMonth(31))
    ('autumn', 'July to August', 'last day')
    """
    match pattern:
        case Months():
            return _months(pattern)
        case DayOfYear(month=month, pattern=DayOfMonth(number=number)):
            last = number == LAST_DAY > LONGEST[month - 1]
            return f"{'last day of' if last else number} {MONTHS[month - 1].capitalize()}"
        case DayOfYear():
            return f"{pattern_words(pattern.pattern)} of {MONTHS[pattern.month - 1].capitalize()}"
        case DayOfMonth(number=number):
            return "last day" if number == LAST_DAY else str(number)
        case WeekdayOfMonth():
            return f"{ORDINALS[pattern.ordinal]} {WEEKDAYS[pattern.weekday].capitalize()}"
        case Weekday():
            return WEEKDAYS[pattern.number].capitalize()


def hosts_words(mechanism: Mechanism, agenda: Agenda) -> str:
    """Who hosts, and whether they take turns; empty when no turns are on record."""
    names = [agenda.parties[key].name for key in mechanism.hosts]
    if not names:
        return ""
    return f"{listed(names)} in turn" if len(names) > 1 else f"hosted by {names[0]}"


def _often(every: Duration) -> str:
    return _ONCE[every.unit] if every.count == 1 else every_words(every)


_ONCE = {
    Unit.YEAR: "yearly",
    Unit.QUARTER: "quarterly",
    Unit.MONTH: "monthly",
    Unit.WEEK: "weekly",
    Unit.DAY: "daily",
    Unit.HOUR: "hourly",
    Unit.MINUTE: "every minute",
}


def _lapse(era: Era) -> str:
    return "" if era.until is None else f" until {date_words(era.until)}"


def _named(pattern: Pattern) -> str:
    """A pattern as it follows "in" or "on": "autumn", "the 15th"."""
    words = pattern_words(pattern)
    match pattern:
        case DayOfMonth(number=number):
            return "the last day" if number == LAST_DAY else f"the {ordinal(number)}"
        case WeekdayOfMonth() | DayOfYear(pattern=WeekdayOfMonth()):
            return f"the {words}"
        case Months() if " to " in words:
            return f"the months {words}"
        case Months() | DayOfYear() | Weekday():
            return f"the {words}" if words.startswith("last day") else words


def _months(pattern: Months) -> str:
    name = _NAMES.get((pattern.month, pattern.count))
    if name:
        return name
    last = (pattern.month + pattern.count - 2) % 12
    return f"{MONTHS[pattern.month - 1].capitalize()} to {MONTHS[last].capitalize()}"


_NAMES = {
    **{(number, 1): name.capitalize() for number, name in enumerate(MONTHS, 1)},
    **{
        (first_month(precision, number), MONTHS_IN[precision]): name
        for precision, names in (
            (Precision.SEASON, SEASONS),
            (Precision.QUARTER, ("Q1", "Q2", "Q3", "Q4")),
            (Precision.HALF, ("H1", "H2")),
        )
        for number, name in enumerate(names, 1)
    },
}
"""The months that have one name, as (first month, how many)."""
