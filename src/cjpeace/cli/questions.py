"""The questions that `cjpeace init` asks on a terminal; a bad answer is asked for again."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import typer

from cjpeace.cli import answers
from cjpeace.writing.new_agenda import NewAgenda, NewMechanism, NewParty

T = TypeVar("T")


def asked(known: NewAgenda, year: int) -> NewAgenda:
    """An agenda of what is known and what is answered; rules begin with `year` where unknown."""
    typer.echo("An empty answer leaves a thing out, or takes what stands in brackets.")
    title = known.title or _ask("Title of the agreement", answers.text)
    id_ = known.id or _key(title)
    adopted = known.adopted or _optional("Adopted on, as in 1999-09-17", answers.date)
    parties = known.parties or tuple(_parties())
    mechanism = known.mechanism or _mechanism([party.key for party in parties], adopted, year)
    return NewAgenda(title, id_, adopted, parties, mechanism)


def _parties() -> Iterator[NewParty]:
    keys: list[str] = []
    while name := _optional("A party, as in Japan; empty for no more", answers.text):
        key = _key(name, taken=keys)
        zone = _ask("  Its time zone, as in Asia/Tokyo", answers.zone)
        holidays = _optional("  Whose holidays it keeps, as in JP or CA-ON", answers.holidays)
        keys.append(key or answers.key_of(name))
        yield NewParty(keys[-1], name, zone, holidays)


def _mechanism(parties: list[str], adopted: str, year: int) -> NewMechanism | None:
    title = _optional("A meeting that recurs, as in Annual talks", answers.text)
    if not title:
        return None
    key = _key(title) or answers.key_of(title)
    every = _ask("  How often, as in 2 years, year, 6 months", answers.every)
    example = "autumn or 31 May" if "year" in every or every.endswith("al") else "last Friday"
    when = _optional(f"  When in it, as in {example}", lambda said: answers.when(said, every))
    since = _ask("  Since when", answers.date, adopted or str(year))
    return NewMechanism(key, title, every, when, "" if since == adopted else since, _hosts(parties))


def _hosts(parties: list[str]) -> tuple[str, ...]:
    if not parties:
        return ()
    question = "  Who hosts it in turn (- for nobody)"
    return _ask(question, lambda said: answers.hosts(said, parties), ", ".join(parties))


def _key(name: str, taken: list[str] | None = None) -> str:
    """The id of something, asked for where none can be made of its name; else empty."""
    made = answers.key_of(name)
    if made and made not in (taken or ()):
        return ""
    return _ask(f'  An id for "{name}", of a-z, 0-9 and hyphens', answers.free_key(taken or []))


def _ask(question: str, read: Callable[[str], T], default: str | None = None) -> T:
    shown = bool(default)
    answer: T = typer.prompt(question, default=default, value_proc=read, show_default=shown)
    return answer


def _optional(question: str, read: Callable[[str], str]) -> str:
    """An answer, or an empty text for none."""
    return _ask(question, lambda said: read(said) if said.strip() else "", "")
