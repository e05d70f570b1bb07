"""Regular expressions for an agenda's values that mean the same in every dialect.

A JSON Schema has no flag that ignores case, and validators read its patterns as JavaScript or as
Python: these use what both have. They allow all that the parsers of the core do, and what no
expression can tell (the 29th of February, the order of two dates) is left to those.
"""

from collections.abc import Iterable

from cjpeace.core.agenda import NOBODY
from cjpeace.core.dates.duration import Unit
from cjpeace.core.dates.edtf import LONGEST, MONTHS
from cjpeace.core.dates.pattern import ORDINALS, WEEKDAYS
from cjpeace.core.rules.rrule import BY_NAMES, DAY_NAMES, Frequency
from cjpeace.core.rules.rule_text import ADJECTIVES, EVERY_UNITS

SEASONS = ("spring", "summer", "autumn", "fall", "winter")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
HALVES = ("H1", "H2")
KINDS_OF_WINDOW = (MONTHS, SEASONS, QUARTERS, HALVES)
"""The names of parts of a year; a span is of two from the same line."""


def whole(expression: str) -> str:
    """An expression that the whole of a text has to match."""
    return f"^(?:{expression})$"


def _word(word: str) -> str:
    """A word in any case.

    >>> _word("Q1")
    '[Qq]1'
    """
    return "".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else c for c in word)


def _words(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(_word(word) for word in words)})"


def _padded(expression: str) -> str:
    return rf"\s*(?:{expression})\s*"


_COUNT = "0*[1-9][0-9]*"
_SEVERAL = f"(?=[0-9]{{1,30}} ){_COUNT} "
_LONG = tuple(number for number, days in enumerate(LONGEST, 1) if days > 30)  # noqa: PLR2004 - of days
_SHORT = tuple(number for number in range(1, 13) if number not in (*_LONG, 2))
_DAYS_OF = {31: "0[1-9]|[12][0-9]|3[01]", 30: "0[1-9]|[12][0-9]|30", 29: "0[1-9]|[12][0-9]"}


def _month_days() -> str:
    """A month and a day of it as digits, the 29th of February included."""
    parts = ((_LONG, 31), (_SHORT, 30), ((2,), 29))
    sides = ((("|".join(f"{m:02}" for m in months)), _DAYS_OF[days]) for months, days in parts)
    return "|".join(f"(?:{months})-(?:{days})" for months, days in sides)


_YEAR = "(?!0000)[0-9]{4}"
_DAY = f"{_YEAR}-(?:{_month_days()})"
_PART = "(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])"
_NAMED = f"{_words((*MONTHS, *SEASONS, *QUARTERS, *HALVES))} {_YEAR}"
_SIDE = f"(?:{_DAY}|{_YEAR}(?:-{_PART})?|{_NAMED})[?~%]?"

ONE_DAY = whole(f"{_DAY}[?~%]?")
DATE = whole(rf"{_SIDE}(?:/(?:{_SIDE}|\.\.)?)?")
DATE_OR_NONE_YET = whole(rf"\.\.|{_SIDE}(?:/(?:{_SIDE}|\.\.)?)?")


def length_in(*units: Unit) -> str:
    """A length in one of these units: "2 days", "1 day" or "day"."""
    return whole(f"(?:{_SEVERAL})?{_words(unit.value for unit in units)}[Ss]?")


def every_in(*units: Unit) -> str:
    """An interval in one of these units: a number of them, one of them, or an adjective."""
    names = [unit.value for unit in units]
    alone = [*names, *(word for word, said in ADJECTIVES.items() if said.unit in units)]
    return whole(_padded(f"{_SEVERAL}{_words(names)}[Ss]?|{_words(alone)}"))


EVERY = every_in(*EVERY_UNITS)

_SPACE = r"\s+"
_DAY_OF = {31: "0?[1-9]|[12][0-9]|3[01]", 30: "0?[1-9]|[12][0-9]|30", 29: "0?[1-9]|[12][0-9]"}


def _days_of_year(space: str) -> str:
    """A day of a month by its name, in which the 31st of June does not occur."""
    days = {
        most: [m for m, n in zip(MONTHS, LONGEST, strict=True) if n == most] for most in _DAY_OF
    }
    return "|".join(f"(?:{_DAY_OF[n]}){space}{_words(months)}" for n, months in days.items())


_WEEKDAY = f"{_words(ORDINALS)}{_SPACE}{_words(WEEKDAYS)}|{_word('last')}{_SPACE}{_word('day')}"
_OF = f"{_SPACE}{_word('of')}{_SPACE}"
_WINDOWS = "|".join(
    f"{_words(kind)}(?:{_SPACE}{_word('to')}{_SPACE}{_words(kind)})?" for kind in KINDS_OF_WINDOW
)

WHEN_OF_YEAR = whole(
    _padded(f"{_WINDOWS}|(?:{_WEEKDAY}){_OF}{_words(MONTHS)}|{_days_of_year(_SPACE)}")
)
WHEN_OF_MONTH = whole(_padded(f"0?[1-9]|[12][0-9]|3[01]|{_WEEKDAY}"))
WHEN_OF_WEEK = whole(_padded(_words(WEEKDAYS)))

_ONE_CLOSED = _padded(_days_of_year(" "))
CLOSED = whole(f"{_ONE_CLOSED}(?:/{_ONE_CLOSED})?")

_CLOCK = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
CLOCK = whole(_CLOCK)
HOURS = whole(f"{_padded(_CLOCK)}-{_padded(_CLOCK)}")

NUMBERS = whole("(?=[0-9]{1,6}(?:-|$))0*[1-9][0-9]*(?:-(?=[0-9]{1,6}$)0*[1-9][0-9]*)?")

_NUMBER = "[+-]?[0-9]{1,2}"
_LARGE_NUMBER = "[+-]?[0-9]{1,3}"
_VALUES = {
    "INTERVAL": "(?=[0-9]{1,20}(?:;|$|\\s))" + _COUNT,
    "COUNT": "(?=[0-9]{1,20}(?:;|$|\\s))" + _COUNT,
    "UNTIL": "[0-9]{8}",
    "WKST": _words(DAY_NAMES),
    "BYDAY": rf"(?:[+-]?[0-9]{{1,2}})?{_words(DAY_NAMES)}",
    "BYMONTH": "[0-9]{1,2}",
    "BYYEARDAY": _LARGE_NUMBER,
    "BYSETPOS": _LARGE_NUMBER,
    "FREQ": _words(frequency.name for frequency in Frequency),
}


def _part_of_rule(name: str) -> str:
    value = _VALUES.get(name, _NUMBER)
    several = f"(?:,{value})*" if name in BY_NAMES else ""
    return f"{_word(name)}={value}{several}"


_PARTS = "|".join(_part_of_rule(name) for name in (*BY_NAMES, "INTERVAL", "COUNT", "UNTIL", "WKST"))
_FREQ = _part_of_rule("FREQ")
RRULE = whole(_padded(f"(?:{_word('RRULE')}:)?(?:(?:{_PARTS});)*{_FREQ}(?:;(?:{_PARTS}))*"))
"""A rule with one FREQ, at any place of it."""

WHEN = whole(f"{WHEN_OF_YEAR}|{WHEN_OF_MONTH}|{WHEN_OF_WEEK}")
ID = whole("(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*")
PARTY_KEY = whole(f"(?!{NOBODY}$)(?=.{{1,100}}$)[a-z0-9]+(?:-[a-z0-9]+)*")
ZONE = whole("[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*")
HOLIDAYS = whole("[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
PARAGRAPH_KEY = whole("[1-9][0-9]*")
