"""What the schema asks of several keys at once is told where it is broken, in words."""

import pytest
from jsonschema import Draft202012Validator
from tests.reading.schema.schema_cases import keys_as_text

from cjpeace.reading.agenda_file import read_text
from cjpeace.reading.schema.schema import agenda_schema
from cjpeace.reading.yaml.yaml_text import parse_yaml

VALIDATOR = Draft202012Validator(agenda_schema())
MECHANISM = "title: T\nadopted: 2000\nmechanisms:\n  m: {{title: M, {}}}\n"
SESSION = MECHANISM.replace("{}", "sessions: [{{{}}}]")
CADENCE = MECHANISM.replace("{}", "cadence: {{{}}}")
EVENT = "title: T\nevents:\n  e: {{title: E, {}}}\n"


@pytest.mark.parametrize(
    ("frame", "right", "wrong"),
    [
        (SESSION, "held: 2001", "number: 1"),
        (SESSION, "held: 2001", "held: 2001, confirmed: 2002"),
        (SESSION, "cancelled: 2001, reason: x", "cancelled: 2001"),
        (SESSION, "postponed: 2001, reason: x", "postponed: 2001"),
        (SESSION, "postponed: .., planned: 2000, reason: x", "postponed: .., reason: x"),
        (
            SESSION,
            "postponed: .., planned: [2000], reason: x",
            "postponed: .., planned: [], reason: x",
        ),
        (SESSION, "unknown: 2001, numbers: 1-2", "held: 2001, numbers: 1-2"),
        (SESSION, "unknown: 2001, number: 1", "unknown: 2001, number: 1, numbers: 1-2"),
        (SESSION, 'held: 2001, lasts: 2 hours, at: "9:00"', "held: 2001, lasts: 2 hours"),
        (SESSION, "unknown: 2001", "expected: 2001"),
        (EVENT, "expected: 2001", "unknown: 2001"),
        (EVENT, "cancelled: 2001, reason: x", "cancelled: 2001"),
        (EVENT, "postponed: .., planned: 2000, reason: x", "postponed: .., reason: x"),
        (EVENT, "expected: 2001", "expected: 2001, held: 2001"),
        (EVENT, 'held: 2001, lasts: 2 hours, at: "9:00"', "held: 2001, lasts: 2 hours"),
        (CADENCE, "every: year", "when: autumn"),
        (CADENCE, "every: year, when: autumn", "every: year, when: last Friday"),
        (CADENCE, "every: year, when: [31 May, 1 June]", "every: year, when: [31 May, 15]"),
        (CADENCE, "every: 2 months, when: [15, last day]", "every: 2 months, when: autumn"),
        (CADENCE, "every: quarterly, when: 15", "every: quarterly, when: 31 May"),
        (CADENCE, "every: 3 weeks, when: Tuesday", "every: 3 weeks, when: 15"),
        (CADENCE, "every: 10 days", "every: 10 days, when: Tuesday"),
        (CADENCE, "every: year", "every: year, when: []"),
        (CADENCE, "rrule: FREQ=DAILY, since: 2001-01-01", "rrule: FREQ=DAILY, since: 2001-01"),
        (CADENCE, "every: year", "every: year, rrule: FREQ=DAILY, since: 2001-01-01"),
        (
            MECHANISM,
            "cadence: [{every: year}, {every: year, since: 2005}]",
            "cadence: [{every: year}, {every: 2 years}]",
        ),
        (MECHANISM, "cadence: [{every: year}]", "cadence: []"),
        (MECHANISM, "basis: rolling, cadence: {every: year}", "basis: rolling"),
        (
            MECHANISM,
            "basis: rolling, cadence: [{every: year}]",
            "basis: rolling, cadence: {every: year, when: autumn}",
        ),
        (
            MECHANISM,
            "basis: rolling, cadence: {every: year, until: 2004}",
            "basis: rolling, cadence: [{every: year}, {every: year, since: 2005}]",
        ),
        (MECHANISM, 'at: "9:00", lasts: 2 hours', "lasts: 2 hours"),
        (MECHANISM, 'lasts: 2 hours, sessions: [{held: 2001, at: "9:00"}]', "lasts: 2 hours"),
        (MECHANISM, 'at: "9:00", sessions: [{held: 2001, lasts: 2 hours}]', "hosts: [m, m]"),
    ],
)
def test_the_right_one_is_right_to_both_and_the_wrong_one_to_neither(
    frame: str, right: str, wrong: str
) -> None:
    assert verdicts(frame.format(right)) == (True, True)
    assert verdicts(frame.format(wrong)) == (False, False)


def verdicts(text: str) -> tuple[bool, bool]:
    """Whether the schema and the reader take a text."""
    valid = VALIDATOR.is_valid(keys_as_text(parse_yaml(text).data))
    return valid, read_text("agenda.yaml", text).agenda is not None


def test_an_agenda_needs_a_title_or_an_id_and_a_party_its_zone() -> None:
    assert verdicts("title: T\n") == verdicts("id: t\n") == (True, True)
    assert verdicts("adopted: 2000\n") == (False, False)
    assert verdicts("id: t\nparties: {japan: {}}\n") == (False, False)


def test_no_party_can_be_nobody() -> None:
    assert verdicts("id: t\nparties: {none: {timezone: Asia/Tokyo}}\n") == (False, False)
