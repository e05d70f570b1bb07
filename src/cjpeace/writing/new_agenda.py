"""The text of a new agenda: what is known of it, and comments that show how to go on."""

import json
import re

from msgspec import Struct


class NewParty(Struct, frozen=True):
    """A side of the agreement, under its key."""

    key: str
    name: str
    timezone: str
    holidays: str = ""


class NewMechanism(Struct, frozen=True):
    """A meeting that recurs, under its key; what is empty is not written."""

    key: str
    title: str
    every: str
    when: str = ""
    since: str = ""
    hosts: tuple[str, ...] = ()


class NewAgenda(Struct, frozen=True):
    """What is known of an agenda when it begins; an empty `id` is that of the title."""

    title: str
    id: str = ""
    adopted: str = ""
    parties: tuple[NewParty, ...] = ()
    mechanism: NewMechanism | None = None


def new_agenda_text(agenda: NewAgenda) -> str:
    """The file, every line of it as a person would write it."""
    parts = [
        _HEAD,
        *([f"id: {agenda.id}"] if agenda.id else []),
        f"title: {scalar(agenda.title)}",
        *([f"adopted: {_dated(agenda.adopted)}"] if agenda.adopted else [_ADOPTED]),
        "",
        *_parties(agenda.parties),
        "",
        _DEFAULTS,
        "",
        *_mechanism(agenda.mechanism, agenda.parties),
        "",
        _EXAMPLES,
    ]
    return "\n".join(parts)


_HEAD = """\
# What was promised, and what became of it. `cjpeace next` tells what comes and what is overdue,
# `cjpeace validate` every mistake in this file; what follows a # is for people.
#
# A date is as exact as it is known: 2026, 2026-10, 2026-10-14, autumn 2026, Q3 2026; from and to,
# 2026-10-14/2026-10-15; open, 2026-10-14/..; with ? uncertain, ~ approximate.
#
# For completion and help in an editor: cjpeace schema > agenda.schema.json, and as the first line
#   # yaml-language-server: $schema=agenda.schema.json
"""
_ADOPTED = (
    "# adopted: 2026-01-31    # when it was agreed; a rule counts from then, or from its `since`"
)
_DEFAULTS = """\
# Past its window a meeting is late for as long as `grace`, then overdue; `notice` is how long
# before the end of its window it should have a date.
defaults: {grace: 3 months, notice: 6 months}"""
_EXAMPLES = """\
# What happens once, under an id of its own:
# events:
#   workshop: {title: Follow-up workshop, expected: 2027}

# What is promised without a date:
# commitments:
#   training: {title: Training of observers}
"""


def _parties(parties: tuple[NewParty, ...]) -> list[str]:
    """Who takes part, or how to say so."""
    if not parties:
        return [
            "# Who takes part; `holidays` is a country, or a country and a region:",
            "# parties:",
            "#   canada: {name: Canada, timezone: America/Toronto, holidays: CA-ON}",
        ]
    return ["parties:", *(f"  {party.key}: {_party(party)}" for party in parties)]


def _party(party: NewParty) -> str:
    pairs = [f"name: {scalar(party.name)}", f"timezone: {scalar(party.timezone)}"]
    if party.holidays:
        pairs.append(f"holidays: {scalar(party.holidays)}")
    return f"{{{', '.join(pairs)}}}"


def _mechanism(mechanism: NewMechanism | None, parties: tuple[NewParty, ...]) -> list[str]:
    if mechanism is None:
        return [
            "# What recurs, under an id of its own:",
            "# mechanisms:",
            "#   talks:",
            "#     title: Talks",
            "#     cadence: {every: 2 years, when: autumn, since: 2026}",
        ]
    hosts = ", ".join(scalar(host) for host in mechanism.hosts)
    return [
        "mechanisms:",
        f"  {mechanism.key}:",
        f"    title: {scalar(mechanism.title)}",
        f"    cadence: {_cadence(mechanism)}",
        *([f"    hosts: [{hosts}]    # in turn"] if hosts else []),
        *_sessions(parties),
    ]


def _cadence(mechanism: NewMechanism) -> str:
    pairs = [f"every: {_dated(mechanism.every)}"]
    if mechanism.when:
        pairs.append(f"when: {_dated(mechanism.when)}")
    if mechanism.since:
        pairs.append(f"since: {_dated(mechanism.since)}")
    return f"{{{', '.join(pairs)}}}"


def _sessions(parties: tuple[NewParty, ...]) -> list[str]:
    """How to record a session, in comments."""
    host = f", host: {parties[0].key}" if parties else ""
    return [
        "    # What is on record, in any order. One key says what became of a session: held,",
        "    # confirmed, tentative, postponed, cancelled, or unknown for a gap in the record.",
        "    # sessions:",
        f"    #   - {{number: 1, held: 2025-10-14/2025-10-15{host}}}",
        "    #   - {number: 2, planned: autumn 2026, postponed: 2027-03, reason: an election}",
    ]


_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ./()&'-]*", re.ASCII)
_DATE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 /.-]*", re.ASCII)
"""What dates and intervals are made of, but for a qualifier."""
_OTHER_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
"""Words that YAML, or what used to be YAML, does not take for text."""


def scalar(text: str) -> str:
    """A text as YAML writes it: as it is, or in quotes where it would mean something else.

    >>> print(scalar("Talks"), scalar("Talks: the second"), scalar("no"), scalar("2026"))
    Talks "Talks: the second" "no" "2026"
    """
    plain = bool(_PLAIN.fullmatch(text)) or (not text.isascii() and text.replace(" ", "").isalpha())
    if plain and text == text.strip() and text.lower() not in _OTHER_WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _dated(text: str) -> str:
    """A date or interval as YAML writes it; one that it takes for a number is read all the same."""
    return text if _DATE.fullmatch(text) else scalar(text)
