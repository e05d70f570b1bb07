"""What the keys of a mapping ask of each other, in JSON Schema: which must be there, which not."""

from typing import Any

from cjpeace.core.agenda import Recorded
from cjpeace.core.dates.duration import Unit
from cjpeace.core.rules.cadence import Basis
from cjpeace.reading.entries.entry import Key, Keys
from cjpeace.reading.entries.keys import (
    AgendaKeys,
    EraKeys,
    EventKeys,
    MechanismKeys,
    PartyKeys,
    SessionKeys,
)
from cjpeace.reading.schema import schema_patterns
from cjpeace.reading.schema.schema_kinds import Schema


def rules(keys: type[Keys]) -> Schema:
    """What a mapping with these keys has to fulfil beyond the values of each."""
    return _RULES.get(keys, {})


def later_era(era: Schema) -> Schema:
    """An era after the first, which says when it takes over."""
    return {**era, **_with(EraKeys.since)}


def _with(*keys: Key[Any]) -> Schema:
    return {"required": [key.name for key in keys]}


def _if(condition: Schema, then: Schema) -> Schema:
    return {"if": condition, "then": then}


def _where(key: Key[Any], says: Schema) -> Schema:
    """That a key is there and says something."""
    return {**_with(key), "properties": {key.name: says}}


def _matching(pattern: str, what: str, *also: str) -> Schema:
    """A text that matches, or a value of another type; `what` is said where it does not."""
    said = {"pattern": pattern, "patternErrorMessage": f"Write {what}."}
    return {"type": ["string", *also] if also else "string", **said}


def _without(*keys: Key[Any]) -> Schema:
    return {"properties": {key.name: False for key in keys}}


def _one_status(keys: type[Keys]) -> Schema:
    """That exactly one key says what became of a meeting."""
    names = [recorded.value for recorded in Recorded if recorded.value in keys.by_name]
    return {"oneOf": [{"required": [name]} for name in names]}


_REASONS = {
    key.name: [SessionKeys.reason.name] for key in (SessionKeys.postponed, SessionKeys.cancelled)
}
_NO_DATE_YET = _if(
    _where(SessionKeys.postponed, {"const": ".."}), _where(SessionKeys.planned, {"minItems": 1})
)

_HOURS = {"type": "string", "pattern": schema_patterns.length_in(Unit.HOUR, Unit.MINUTE)}
_IN_HOURS = _where(SessionKeys.lasts, _HOURS)
_TIMED = _with(SessionKeys.at)


def _of_when(says: Schema) -> Schema:
    """What `when` has to be, alone or in a list."""
    items = {"minItems": 1, "items": says}
    return {
        "properties": {EraKeys.when.name: {"if": {"type": "array"}, "then": items, "else": says}}
    }


def _every(*units: Unit) -> Schema:
    return _where(EraKeys.every, {"pattern": schema_patterns.every_in(*units)})


_OF_YEAR = _matching(
    schema_patterns.WHEN_OF_YEAR,
    "a part of a year: autumn, October, Q1, July to August, 31 May, second Tuesday of September",
)
_OF_MONTH = _matching(
    schema_patterns.WHEN_OF_MONTH, "a day of a month: 15, last day, last Friday", "integer"
)
_OF_WEEK = _matching(schema_patterns.WHEN_OF_WEEK, "a day of the week: Tuesday")
_WHENS = [
    _if(_every(Unit.YEAR), _of_when(_OF_YEAR)),
    _if(_every(Unit.QUARTER, Unit.MONTH), _of_when(_OF_MONTH)),
    _if(_every(Unit.WEEK), _of_when(_OF_WEEK)),
    _if(_every(Unit.DAY), _without(EraKeys.when)),
]
_ON_A_DAY = _matching(schema_patterns.ONE_DAY, "a day on which the rule falls: 2026-01-30")

_EVERY_ALONE = _without(EraKeys.when, EraKeys.rrule)
_ONE_PLAIN_RULE = {**_EVERY_ALONE, "maxItems": 1, "items": _EVERY_ALONE}
_SESSIONS = MechanismKeys.sessions.name

_RULES: dict[type[Keys], Schema] = {
    AgendaKeys: {"anyOf": [_with(AgendaKeys.title), _with(AgendaKeys.id)]},
    PartyKeys: _with(PartyKeys.timezone),
    EraKeys: {
        "oneOf": [_with(EraKeys.every), _with(EraKeys.rrule)],
        "allOf": [
            _if(
                _with(EraKeys.rrule),
                {"properties": {EraKeys.when.name: False, EraKeys.since.name: _ON_A_DAY}},
            ),
            *_WHENS,
        ],
    },
    SessionKeys: {
        **_one_status(SessionKeys),
        "dependentRequired": {**_REASONS, SessionKeys.numbers.name: [SessionKeys.unknown.name]},
        "not": _with(SessionKeys.number, SessionKeys.numbers),
        "allOf": [_NO_DATE_YET],
    },
    EventKeys: {
        **_with(EventKeys.title),
        **_one_status(EventKeys),
        "dependentRequired": _REASONS,
        "allOf": [_NO_DATE_YET, _if(_IN_HOURS, _TIMED)],
    },
    MechanismKeys: {
        **_with(MechanismKeys.title),
        "allOf": [
            _if(
                _where(MechanismKeys.basis, {"const": Basis.ROLLING.value}),
                _where(MechanismKeys.cadence, _ONE_PLAIN_RULE),
            ),
            _if(
                _IN_HOURS,
                {"anyOf": [_TIMED, _where(MechanismKeys.sessions, {"contains": _TIMED})]},
            ),
            _if(
                {"not": _TIMED},
                {"properties": {_SESSIONS: {"items": _if(_IN_HOURS, _TIMED)}}},
            ),
        ],
    },
}
