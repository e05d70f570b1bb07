"""What the shell offers where an id, a party or an agenda is to be typed.

Only keys are offered, never a title: shells evaluate what they are offered, and a key is made of
a-z, 0-9 and hyphens. An agenda with mistakes gives its keys all the same, one that is no YAML none.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from cjpeace.cli.here import found_here
from cjpeace.core.findings.finding import Code
from cjpeace.reading.agenda_file import BUNDLED, Found, ReadFile, expanded
from cjpeace.reading.entries.agenda_reader import slug
from cjpeace.reading.entries.kinds import is_id
from cjpeace.reading.yaml.yaml_text import parse_yaml

Completer = Callable[[Any, str], list[str]]
"""Takes the context of a command line and the beginning of a word, and tells what it may become."""


def complete_names(command: Any) -> None:
    """Let a command offer names wherever it takes some."""
    for parameter in command.params:
        completer = _COMPLETERS.get((parameter.metavar or "").strip("[].")) or _BY_NAME.get(
            parameter.name
        )
        if completer is not None:
            parameter.shell_complete = partial(_items, completer)


def _items(completer: Completer, context: Any, incomplete: str) -> list[Any]:
    from typer._click.shell_completion import CompletionItem  # where a shell asks only

    return [CompletionItem(value) for value in completer(context, incomplete)]


_EVENTS_TOO = ("mechanisms", "events")
_SECTIONS = {
    "pace": ("mechanisms",),
    "show": ("mechanisms", "events", "commitments"),
}
"""What an id may name in a command, where it is not a mechanism or an event."""


def _ids(context: Any, incomplete: str) -> list[str]:
    sections = _SECTIONS.get(context.info_name, _EVENTS_TOO)
    agendas = list(_agendas(context))
    prefixes = [f"{_id(agenda)}/" if len(agendas) > 1 else "" for agenda in agendas]
    found = (
        f"{prefix}{key}"
        for prefix, agenda in zip(prefixes, agendas, strict=True)
        for section in sections
        for key in _keys(agenda, section)
    )
    return [id_ for id_ in dict.fromkeys(found) if id_.startswith(incomplete)]


def _parties(context: Any, incomplete: str) -> list[str]:
    keys = (key for agenda in _agendas(context) for key in _keys(agenda, "parties"))
    return [key for key in dict.fromkeys(keys) if key.startswith(incomplete)]


def _bundled(_: Any, incomplete: str) -> list[str]:
    """The one name that no file has; for files, what is offered is left to the shell."""
    return [BUNDLED] if incomplete and BUNDLED.startswith(incomplete) else []


def _codes(_: Any, incomplete: str) -> list[str]:
    return [code.value for code in Code if code.value.startswith(incomplete)]


_COMPLETERS: dict[str, Completer] = {"ID": _ids, "PARTY": _parties, "CODE": _codes}
"""By what the help calls a value."""
_BY_NAME: dict[str, Completer] = {"agenda": _bundled}

_FALLS_BACK = ("next", "timeline", "why", "list", "show", "pace")
"""The commands that answer from the bundled agenda where there is none."""


MOST_READ = 4_000_000
"""Bytes of agendas after which no more is read: somebody waits with a finger on a key."""


def _agendas(context: Any) -> Iterator[dict[object, Any]]:
    """The data of the agendas that a command line means so far, as far as they can be read."""
    fallback = [BUNDLED] if context.info_name in _FALLS_BACK else []
    left = MOST_READ
    for name in context.params.get("agenda") or found_here() or fallback:
        for found in expanded(name):
            text = _text(found, left)
            left -= len(text)
            data = parse_yaml(text).data
            if isinstance(data, dict):
                yield data


def _text(found: Found, most: int) -> str:
    """The text of a file that is no longer than that, else nothing."""
    if isinstance(found, ReadFile):
        return found.text
    try:
        if not os.path.isfile(found) or os.path.getsize(found) > most:
            return ""
        with open(found, encoding="utf-8-sig") as stream:
            return stream.read()
    except (OSError, ValueError):
        return ""


def _id(agenda: dict[object, Any]) -> str:
    id_ = agenda.get("id")
    return id_ if is_id(id_) and isinstance(id_, str) else slug(str(agenda.get("title", "")))


def _keys(agenda: dict[object, Any], section: str) -> list[str]:
    held = agenda.get(section)
    return [str(key) for key in held if is_id(key)] if isinstance(held, dict) else []
