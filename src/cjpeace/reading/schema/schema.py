"""The form of an agenda file as a JSON Schema (2020-12), made from what the reader reads by.

Every key has a title and a description, for editors that complete keys and show help. What no
schema can say (whether a name is defined, a day exists in its year, a rule ends after it begins)
only the reader tells.
"""

from typing import Any

from cjpeace.reading.entries.entry import Key, Keys
from cjpeace.reading.entries.keys import (
    AcceptKeys,
    AgendaKeys,
    CommitmentKeys,
    DefaultsKeys,
    EraKeys,
    EventKeys,
    MechanismKeys,
    PartyKeys,
    SectionKeys,
    SessionKeys,
    SourceKeys,
)
from cjpeace.reading.entries.kinds import TEXT
from cjpeace.reading.schema import schema_patterns
from cjpeace.reading.schema.schema_kinds import Schema, definition, definitions
from cjpeace.reading.schema.schema_rules import later_era, rules

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def agenda_schema() -> Schema:
    """The schema, as plain data; always the same."""
    parts = {_called(keys): _mapping(keys) for keys in _PARTS}
    return {
        "$schema": DIALECT,
        **_mapping(AgendaKeys),
        "title": "An agenda of cjpeace",
        "description": "What was promised, and what became of it.",
        "$defs": {**parts, **definitions()},
    }


_PARTS: tuple[type[Keys], ...] = (
    PartyKeys,
    DefaultsKeys,
    SectionKeys,
    SourceKeys,
    MechanismKeys,
    EraKeys,
    SessionKeys,
    EventKeys,
    AcceptKeys,
    CommitmentKeys,
)


def _called(keys: type[Keys]) -> str:
    """What a mapping is called, without its article: "party"."""
    return keys.called.strip("`").split(" ")[-1]


def _mapping(keys: type[Keys]) -> Schema:
    """A mapping with these keys and no others."""
    summary = (keys.__doc__ or "").splitlines()[0]
    return {
        "title": _called(keys).capitalize(),
        "description": summary,
        "type": "object",
        "properties": {name: _property(keys, key) for name, key in keys.by_name.items()},
        "additionalProperties": False,
        **rules(keys),
    }


def _property(keys: type[Keys], key: Key[Any]) -> Schema:
    """What stands under a key, and what an editor shows of it."""
    says = key.says[:1].upper() + key.says[1:]
    takes = f"takes {key.kind.accepted}" + (", or a list" if key in _SEVERAL else "")
    return {
        "title": f"{_called(keys).capitalize()}: {key.name}",
        "description": f"{says} ({takes})",
        **_value(key),
    }


def _value(key: Key[Any]) -> Schema:
    if key in _STRUCTURE:
        return _STRUCTURE[key]
    one = _reference(definition(key.kind))
    return _one_or_several(one, _SEVERAL[key]) if key in _SEVERAL else one


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _one_or_several(one: Schema, of_list: Schema) -> Schema:
    """A value or a list of them, by its type, so that what is wrong is told of the one meant."""
    return {"if": {"type": "array"}, "then": {"items": one, **of_list}, "else": one}


def _list(keys: type[Keys]) -> Schema:
    return {"type": "array", "items": _reference(_called(keys))}


def _by_key(pattern: str, value: Schema) -> Schema:
    """A mapping whose keys are names that the file gives."""
    return {"type": "object", "patternProperties": {pattern: value}, "additionalProperties": False}


def _by_id(keys: type[Keys], pattern: str = schema_patterns.ID) -> Schema:
    return _by_key(pattern, _reference(_called(keys)))


_ERA = _reference(_called(EraKeys))

_STRUCTURE: dict[Key[Any], Schema] = {
    AgendaKeys.parties: _by_id(PartyKeys, schema_patterns.PARTY_KEY),
    AgendaKeys.defaults: _reference(_called(DefaultsKeys)),
    AgendaKeys.agreement: _list(SectionKeys),
    AgendaKeys.sources: {
        "type": "object",
        "additionalProperties": _reference(_called(SourceKeys)),
    },
    AgendaKeys.mechanisms: _by_id(MechanismKeys),
    AgendaKeys.events: _by_id(EventKeys),
    AgendaKeys.commitments: _by_id(CommitmentKeys),
    SectionKeys.paragraphs: _by_key(schema_patterns.PARAGRAPH_KEY, _reference(definition(TEXT))),
    MechanismKeys.sessions: _list(SessionKeys),
    MechanismKeys.accept: _reference(_called(AcceptKeys)),
    EventKeys.accept: _reference(_called(AcceptKeys)),
    MechanismKeys.cadence: {
        "if": {"type": "array"},
        "then": {"minItems": 1, "prefixItems": [_ERA], "items": later_era(_ERA)},
        "else": _ERA,
    },
}
"""The keys that hold further mappings, with what stands there."""

_ANY: Schema = {}
_SEVERAL: dict[Key[Any], Schema] = {
    PartyKeys.closed: _ANY,
    MechanismKeys.paragraph: _ANY,
    MechanismKeys.hosts: {"uniqueItems": True},
    MechanismKeys.pairs_with: _ANY,
    MechanismKeys.source: _ANY,
    EraKeys.when: {"minItems": 1},
    EraKeys.source: _ANY,
    SessionKeys.planned: _ANY,
    SessionKeys.source: _ANY,
    EventKeys.paragraph: _ANY,
    CommitmentKeys.paragraph: _ANY,
    CommitmentKeys.carried_by: _ANY,
    CommitmentKeys.source: _ANY,
}
"""The keys that take one value or a list, with what a list has to be."""
