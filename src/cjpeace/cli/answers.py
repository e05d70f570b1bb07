"""What people answer, or give as options, when they begin an agenda: each is read before it counts.

What cannot be read raises typer.BadParameter, upon which a question is asked again.
"""

import re
from collections.abc import Callable, Collection
from typing import Any, TypeVar
from unicodedata import category

import typer
from msgspec import Struct

from cjpeace.cli.clock import today
from cjpeace.core.agenda import NOBODY
from cjpeace.core.nearest import did_you_mean, nearest
from cjpeace.core.rules.rule_text import parse_every, parse_when
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entries import kinds
from cjpeace.reading.entries.agenda_reader import slug
from cjpeace.reading.entries.entry import Kind
from cjpeace.writing.layout.cells import visible
from cjpeace.writing.new_agenda import NewAgenda, NewMechanism, NewParty


def text(answer: str) -> str:
    """A text on one line, in which nothing is invisible."""
    folded = re.sub(r"\s*[\r\n\t]+\s*", " ", answer).strip()
    if not folded:
        raise typer.BadParameter("the text is empty")
    if any(category(character) in _UNSEEN for character in folded):
        raise typer.BadParameter(f'"{visible(folded)}" holds a control character')
    return folded


T = TypeVar("T")

_UNSEEN = ("Cc", "Cs", "Cn", "Zl", "Zp")
"""Control characters, bytes that are no text, and what breaks lines."""


def of_kind(kind: Kind[Any], answer: str) -> str:
    """A text of a kind, as it was written."""
    written = text(answer)
    try:
        kind.read(written)
    except UnreadableError as error:
        near = "" if error.help else nearest(written, kind.names())
        help_ = error.help or (f'did you mean "{near}"?' if near else kind.accepted)
        raise _bad(error.message, help_) from None
    return written


def date(answer: str) -> str:
    """A date, as imprecise as it is known."""
    return of_kind(kinds.DATE, answer)


def zone(answer: str) -> str:
    """A time zone."""
    return of_kind(kinds.ZONE, answer)


def holidays(answer: str) -> str:
    """A country, or a country and region; nothing for none."""
    return of_kind(kinds.HOLIDAYS, answer) if answer.strip() else ""


def key_of(name: str) -> str:
    """The key of something that is called so; empty where no key can be made of it."""
    made = slug(name)
    return made if kinds.is_id(made) and made != NOBODY else ""


def free_key(taken: Collection[str]) -> Callable[[str], str]:
    """A reader of keys that refuses those that are taken."""

    def read(answer: str) -> str:
        key = of_kind(kinds.ID, answer)
        if key in taken or key == NOBODY:
            raise _bad(f'"{key}" is taken', "write another one")
        return key

    return read


def keyed(answer: str, what: str) -> tuple[str, str]:
    """The key of what is written as KEY=NAME, or as NAME alone, and its name."""
    match = re.match(r"([a-z0-9-]+)=", answer, re.ASCII)
    name = text(answer[match.end() :] if match else answer)
    if match:
        return of_kind(kinds.ID, match[1]), name
    if not key_of(name):
        message = f'no id can be made of "{name}"'
        raise _bad(message, f"write one before it, as in {what}={name}")
    return key_of(name), name


def party(answer: str) -> NewParty:
    """A party written as [KEY=]NAME,ZONE[,HOLIDAYS]; its name may have commas too."""
    *names, last = (part.strip() for part in answer.split(","))
    if len(names) > 1 and not kinds.is_zone(last) and kinds.is_zone(names[-1]):
        *names, zone_ = names
        return _party(names, zone_, holidays(last))
    if not names:
        raise _bad(f'"{visible(last)}" has no time zone', "write NAME,ZONE as in Japan,Asia/Tokyo")
    looks_like_holidays = re.fullmatch("[A-Z]{2}(?:-.*)?", last) and len(names) > 1
    return _party(names[:-1], names[-1], last) if looks_like_holidays else _party(names, last, "")


def _party(names: list[str], zone_: str, holidays_: str) -> NewParty:
    key, name = keyed(", ".join(names), "KEY")
    if key == NOBODY:
        raise _bad(f'no party can be called "{key}"', "it is the host of what no party hosts")
    return NewParty(key, name, zone(zone_), holidays(holidays_))


def every(answer: str) -> str:
    """An interval."""
    return of_kind(kinds.EVERY, answer)


def when(answer: str, every_: str) -> str:
    """A part of the period of an interval."""
    written = text(answer)
    try:
        parse_when(written, parse_every(every_))
    except UnreadableError as error:
        raise _bad(error.message, error.help) from None
    return written


def hosts(answer: str, parties: list[str]) -> tuple[str, ...]:
    """The parties that host in turn, their keys with commas between them; a hyphen for none."""
    if answer.strip() == "-":
        return ()
    found = tuple(dict.fromkeys(part.strip() for part in answer.split(",") if part.strip()))
    for host in found:
        if host not in parties:
            message = f'"{visible(host)}" is no party'
            raise _bad(message, did_you_mean(host, parties, "a party"))
    return found


class Rule(Struct, frozen=True):
    """What options say of a first mechanism; empty where they say nothing."""

    title: str
    every: str
    when: str
    since: str
    hosts: str


def mechanism(rule: Rule, parties: tuple[NewParty, ...], adopted: str) -> NewMechanism | None:
    """The mechanism that options describe; None where they describe none."""
    if not rule.title:
        if rule != Rule("", "", "", "", ""):
            raise typer.BadParameter("is missing, and other options tell of it", param_hint=TITLE)
        return None
    if not rule.every:
        raise typer.BadParameter("needs --every", param_hint=TITLE)
    keys = [one.key for one in parties]
    return NewMechanism(
        *_at(TITLE, lambda: keyed(rule.title, "KEY")),
        every=rule.every,
        when=_at("--when", lambda: when(rule.when, rule.every)) if rule.when else "",
        since=rule.since or ("" if adopted else str(today().year)),
        hosts=_at("--hosts", lambda: hosts(rule.hosts, keys)) if rule.hosts else tuple(keys),
    )


TITLE = "--mechanism"


def _at(option: str, read: Callable[[], T]) -> T:
    """What is read; a mistake in it is told of an option."""
    try:
        return read()
    except typer.BadParameter as error:
        raise typer.BadParameter(error.message, param_hint=option) from None


def distinct(parties: list[NewParty]) -> tuple[NewParty, ...]:
    """The parties of options, no two under the same key."""
    keys = [one.key for one in parties]
    for key in keys:
        if keys.count(key) > 1:
            message = f'"{key}" is the key of two; write KEY=NAME for one of them'
            raise typer.BadParameter(message, param_hint="--party")
    return tuple(parties)


def refuse_nameless(agenda: NewAgenda) -> None:
    """Refuse a title of which no id can be made, where no id is given."""
    if not agenda.id and not key_of(agenda.title):
        message = f'no id can be made of "{agenda.title}"; give one with --id'
        raise typer.BadParameter(message, param_hint="--title")


def id_(answer: str) -> str:
    """The id of an agenda."""
    return of_kind(kinds.ID, answer)


def _bad(message: str, help_: str) -> typer.BadParameter:
    return typer.BadParameter(f"{message}; {help_}" if help_ else message)
