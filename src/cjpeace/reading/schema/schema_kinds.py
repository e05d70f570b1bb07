"""What each kind of value is in JSON Schema: a name, and what the schema says of a value."""

from typing import Any

from cjpeace.core.dates.duration import Unit
from cjpeace.core.rules.cadence import Basis
from cjpeace.reading.entries import kinds
from cjpeace.reading.entries.entry import Kind
from cjpeace.reading.schema import schema_patterns

Schema = dict[str, Any]
"""A JSON Schema, or a part of one, as plain data."""

_NOT_BLANK = r"\S"
_LAST_YEAR = 9998
"""The last year that an agenda can name as a whole."""


def definition(kind: Kind[Any]) -> str:
    """The name of the definition of a kind; empty for a kind that stands for structure."""
    return _NAMES.get(kind, "")


def definitions() -> Schema:
    """The definition of each kind of value, by its name."""
    return {
        name: {"title": _capital(kind.accepted), **_SAYS[name]} for kind, name in _NAMES.items()
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(pattern: str, *examples: str, what: str = "") -> Schema:
    """A text that matches, with a message for editors that would show the pattern instead."""
    said = {"patternErrorMessage": f"Write {what}."} if what else {}
    return {"type": "string", "pattern": pattern, **said, "examples": list(examples)}


def _text_or_number(text: Schema, least: int, most: int) -> Schema:
    """A text that YAML reads as a whole number when it consists of digits."""
    return {**text, "type": ["string", "integer"], "minimum": least, "maximum": most}


_DATES = ("2025-10-14", "autumn 2000")
_LONG_UNITS = (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY)
_SHORT_UNITS = (Unit.WEEK, Unit.DAY, Unit.HOUR, Unit.MINUTE)

_NAMES: dict[Kind[Any], str] = {
    kinds.TEXT: "text",
    kinds.NAME: "name",
    kinds.HOST: "host",
    kinds.ID: "id",
    kinds.DATE: "date",
    kinds.DATE_OR_NONE_YET: "date-or-none-yet",
    kinds.LENGTH: "length",
    kinds.SESSION_LENGTH: "session-length",
    kinds.EVERY: "every",
    kinds.WHEN: "when",
    kinds.RRULE: "rrule",
    kinds.NUMBER: "number",
    kinds.NUMBERS: "numbers",
    kinds.PARAGRAPH: "paragraph",
    kinds.CLOCK: "clock",
    kinds.HOURS: "hours",
    kinds.CLOSED: "closed",
    kinds.ZONE: "zone",
    kinds.HOLIDAYS: "holidays",
    kinds.BASIS: "basis",
}

_SAYS: dict[str, Schema] = {
    "text": _text(_NOT_BLANK, what="some text, in quotes where it looks like a number"),
    "name": _text(_NOT_BLANK, what="a name"),
    "host": _text(_NOT_BLANK, "none", what="the key of a party, or none"),
    "id": _text(schema_patterns.ID, "canada-japan-1999", what="a-z, 0-9 and single hyphens"),
    "date": _text_or_number(
        _text(schema_patterns.DATE, *_DATES, what="a date: 2025, 2025-10, autumn 2000"),
        1000,
        _LAST_YEAR,
    ),
    "date-or-none-yet": _text_or_number(
        _text(schema_patterns.DATE_OR_NONE_YET, "..", *_DATES, what="a date, or .. for none yet"),
        1000,
        _LAST_YEAR,
    ),
    "length": _text(
        schema_patterns.length_in(*_LONG_UNITS), "3 months", what="a length: 3 months, 2 weeks"
    ),
    "session-length": _text(
        schema_patterns.length_in(*_SHORT_UNITS),
        *("2 days", "90 minutes"),
        what="a length: 2 days, 90 minutes",
    ),
    "every": _text(
        schema_patterns.EVERY,
        *("year", "2 years", "6 months"),
        what="an interval: 2 years, 6 months, quarter, annual; biannual and the like mean two",
    ),
    "when": _text_or_number(
        _text(
            schema_patterns.WHEN,
            *("autumn", "31 May", "last Friday"),
            what="a part of the period: autumn, 31 May, last Friday",
        ),
        1,
        31,
    ),
    "rrule": _text(
        schema_patterns.RRULE,
        "FREQ=MONTHLY;BYDAY=-1FR",
        what="a rule of days by RFC 5545: FREQ=MONTHLY;BYDAY=-1FR",
    ),
    "number": {"type": "integer", "minimum": 1, "maximum": kinds.HIGHEST_NUMBER},
    "numbers": _text_or_number(
        _text(schema_patterns.NUMBERS, "7-9", what="a span of numbers: 7-9"), 1, 999_999
    ),
    "paragraph": {"type": "integer", "minimum": 1},
    "clock": _text(schema_patterns.CLOCK, "09:30", what="a time of day: 09:30"),
    "hours": _text(schema_patterns.HOURS, "09:00-17:30", what="a span of hours: 09:00-17:30"),
    "closed": _text(
        schema_patterns.CLOSED,
        "29 December/3 January",
        what="a day or two of every year: 29 December/3 January",
    ),
    "zone": _text(
        schema_patterns.ZONE,
        *("America/Toronto", "Asia/Tokyo"),
        what="a time zone: America/Toronto",
    ),
    "holidays": _text(
        schema_patterns.HOLIDAYS, "JP", "CA-ON", what="a country, or country and region: CA-ON"
    ),
    "basis": {"enum": [basis.value for basis in Basis]},
}
