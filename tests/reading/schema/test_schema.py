"""The schema says of a file what the reader says, but for a list of differences."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.oracle.agendas import to_yaml
from tests.reading.schema.schema_cases import VALUES, keys_as_text, mutations

from cjpeace.core.dates.duration import Duration
from cjpeace.core.rules.rule_text import EVERY_UNITS, parse_when
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.agenda_file import bundled_path, read_text
from cjpeace.reading.entries import keys, kinds
from cjpeace.reading.entries.entry import Keys, Kind
from cjpeace.reading.schema.schema import agenda_schema
from cjpeace.reading.schema.schema_kinds import definition
from cjpeace.reading.yaml.yaml_text import parse_yaml

EVERY_KEY = (Path(__file__).parent / "every_key.yaml").read_text("utf-8")
SCHEMA = agenda_schema()
VALIDATOR = Draft202012Validator(SCHEMA)

DIFFERENCES = {
    "a name that the file does not define": (
        r"unknown (party|mechanism|event or mechanism|mechanism or event|paragraph|source) ",
        "paragraph: [1, 2]",
        "paragraph: [1, 9]",
    ),
    "a time zone that the database lacks": (
        r"is not a time zone$",
        "timezone: Asia/Tokyo, holidays",
        "timezone: Asia/Tokio, holidays",
    ),
    "a country whose holidays are not known": (
        r"^no holidays are known for ",
        "holidays: JP",
        "holidays: ZZ",
    ),
    "the 29th of February of a year that is no leap year": (
        r"is not a date: February \d+ has no day 29$",
        "held: 2000-09-06",
        "held: 2001-02-29",
    ),
    "the edge of the calendar": (
        r"edge of the calendar$",
        "held: 2000-09-06",
        "held: 9999-12-31",
    ),
    "a span that ends before it begins": (
        r"ends before it begins$",
        "held: 2000-09-06",
        "held: 2000-09-06/2000-09-05",
    ),
    "numbers that count backwards": (
        r"counts backwards or from 0$",
        "numbers: 3-4",
        "numbers: 4-3",
    ),
    "a length beyond all measure": (
        r"is longer than (400 years|a year)$",
        "grace: 1 month",
        "grace: 401 years",
    ),
    "an `until` before its `since`": (
        r"the rule ends \(.*\) before it begins",
        "until: 2004",
        "until: 1998",
    ),
    "eras that are not in order": (
        r"this era begins \(.*\) no later than",
        "since: 2005",
        "since: 1999",
    ),
    "a first era without `since` in an agenda without `adopted`": (
        r'"since", as the agenda has no `adopted`$',
        "adopted: 1999-09-17\n",
        "",
    ),
    "a rule that RFC 5545 forbids, or that begins on another day": (
        r"FREQ|BY[A-Z]+|COUNT|UNTIL|INTERVAL|a rule begins on a day|the rule",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=1MO",
    ),
    "`when` that mixes days and longer windows": (
        r"`when` mixes days and longer windows$",
        "when: [31 May, 30 November]",
        "when: [31 May, autumn]",
    ),
    "a mechanism that meets back to back with itself": (
        r"cannot meet back to back with itself$",
        "pairs_with: reviews",
        "pairs_with: talks",
    ),
    "a session that covers more slots than can be meant": (
        r"a session cannot cover more than 1000 slots",
        "confirmed: 2031-05-31",
        "confirmed: 2013/2999",
    ),
    "one key for a mechanism and an event": (
        r"names both a mechanism and an event$",
        "  launch: {",
        "  talks: {",
    ),
    "a paragraph that comes in two sections": (
        r"^paragraph \d+ comes twice$",
        "{3: Mines will be cleared.}",
        "{2: Mines will be cleared.}",
    ),
    "references that go round in a circle": (
        r"goes round in a circle",
        "follows: talks",
        "follows: workshop",
    ),
    "a title of which no id can be made": (
        r"^no id can be made of ",
        "id: every-key\ntitle: An agenda with every key there is",
        "title: 日加平和",
    ),
    "a key that YAML takes for a number or a truth value": (
        r"^\"(\d+|true|false|null)\" cannot be the key of ",
        "  launch: {",
        "  5: {",
    ),
    "the number of a paragraph in quotes": (
        r"^\"\d+\" is not the number of a paragraph$",
        "{3: Mines",
        '{"3": Mines',
    ),
    "a whole number with a decimal point": (
        r"takes .*, not the number \d+\.0$",
        "paragraph: 2\n    expected",
        "paragraph: 2.0\n    expected",
    ),
    "a line break at the end of a value, for Python's expressions only": (
        r"\n",
        "held: 2000-09-06",
        'held: "2000-09-06\\n"',
    ),
}
"""What the schema lets pass: how the reader says it, and a change of the file that shows it."""


def _refused(text: str) -> bool:
    """Whether the schema refuses what YAML 1.2 reads in a text."""
    return not VALIDATOR.is_valid(keys_as_text(parse_yaml(text).data))


def _told(text: str) -> list[str]:
    return [diagnostic.message for diagnostic in read_text("agenda.yaml", text).diagnostics]


def test_the_schema_is_one_of_its_dialect() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_accepts_the_bundled_agenda_and_one_with_every_key() -> None:
    for text in (bundled_path().read_text("utf-8"), EVERY_KEY):
        assert [e.message for e in VALIDATOR.iter_errors(keys_as_text(parse_yaml(text).data))] == []
        assert _told(text) == []


@pytest.mark.parametrize("seed", range(6))
def test_schema_and_reader_agree_on_changed_agendas(seed: int) -> None:
    verdicts = set()
    for data in mutations(parse_yaml(EVERY_KEY).data, Random(seed), 130):
        text = to_yaml(data)
        parsed = parse_yaml(text)
        if parsed.faults or not parsed.readable:
            continue
        told, refused = _told(text), _refused(text)
        verdicts.add(refused)
        if refused:
            assert told, text
        else:
            assert [message for message in told if not _is_known_difference(message)] == [], text
    assert verdicts == {True, False}


def _is_known_difference(message: str) -> bool:
    return any(re.search(said, message) for said, _, _ in DIFFERENCES.values())


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_is_one(name: str) -> None:
    said, old, new = DIFFERENCES[name]
    assert EVERY_KEY.count(old) == 1
    text = EVERY_KEY.replace(old, new)
    assert not _refused(text)
    assert any(re.search(said, message) for message in _told(text)), _told(text)


ALL_KINDS = {
    name: kind for name, kind in vars(kinds).items() if isinstance(kind, Kind) and definition(kind)
}
PERIODS = [Duration(1, unit) for unit in EVERY_UNITS]


@pytest.mark.parametrize("name", ALL_KINDS)
def test_a_kind_of_value_is_the_same_to_both(name: str) -> None:
    kind = ALL_KINDS[name]
    validator = Draft202012Validator(
        {"$ref": f"#/$defs/{definition(kind)}", "$defs": SCHEMA["$defs"]}
    )
    compared = 0
    for value in VALUES:
        refused, told = not validator.is_valid(value), _refusal(kind, value)
        if refused:
            assert told is not None, value
        elif told is not None:
            assert _is_known_difference(told), (value, told)
        else:
            compared += 1
    assert compared >= 2


def _refusal(kind: Kind[Any], value: Any) -> str | None:
    """What the reader says of a value, None when it takes it, wherever that may be."""
    if kind is kinds.WHEN and kind.read(value) is not None:
        return None if any(_falls_in(period, str(value)) for period in PERIODS) else "no part"
    if kind is kinds.PARAGRAPH and kind.read(value) is not None and value < 1:
        return "no agreement has such a paragraph"
    try:
        return None if value is not None and kind.read(value) is not None else "another type"
    except UnreadableError as error:
        return error.message


def _falls_in(period: Duration, when: str) -> bool:
    try:
        parse_when(when, period)
    except UnreadableError:
        return False
    return True


def test_every_key_is_in_the_schema_with_a_title_and_a_description() -> None:
    mappings = [sort for sort in vars(keys).values() if _is_keys(sort)]
    assert len(mappings) == 11
    for sort in mappings:
        called = sort.called.strip("`").split(" ")[-1]
        said = SCHEMA if sort is keys.AgendaKeys else SCHEMA["$defs"][called]
        assert list(said["properties"]) == list(sort.by_name)
        assert said["additionalProperties"] is False
        for name, key in sort.by_name.items():
            shown = said["properties"][name]
            assert shown["title"].endswith(f": {name}")
            assert key.says[1:] in shown["description"]
            assert key.kind.accepted in shown["description"]


def _is_keys(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Keys) and value is not Keys


def test_the_example_has_every_key() -> None:
    written = set(_keys(parse_yaml(EVERY_KEY).data))
    known = {name for sort in vars(keys).values() if _is_keys(sort) for name in sort.by_name}
    assert known <= written


def _keys(data: object) -> Iterator[object]:
    if isinstance(data, dict):
        yield from data
    for value in (
        data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    ):
        yield from _keys(value)


def test_every_definition_that_is_named_is_there() -> None:
    text = json.dumps(SCHEMA)
    named = set(re.findall(r'"#/\$defs/([^"]+)"', text))
    assert named == set(SCHEMA["$defs"])


def test_patterns_use_what_javascript_and_python_share() -> None:
    for pattern in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(SCHEMA)):
        groups = set(re.findall(r"\(\?(.)", pattern))
        escapes = set(re.findall(r"\\\\(.)", pattern))
        assert groups <= {":", "=", "!"}
        assert escapes <= {".", "s", "S"}
