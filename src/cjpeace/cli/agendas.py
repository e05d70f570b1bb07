"""Which agendas a command is asked about, and what to say of those that cannot be read."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from cjpeace.cli.output import complain
from cjpeace.core.agenda import Agenda
from cjpeace.core.nearest import did_you_mean
from cjpeace.reading.agenda_file import BUNDLED, ReadFile, read_files
from cjpeace.writing.styled import line

DEFAULTS = ("agenda.yaml", "data/agenda.yaml")


class AgendaFiles:
    """The agendas that were named, or are found here, read one at a time.

    After the reading, `failed` tells whether one was invalid; those are described on stderr.
    """

    def __init__(self, named: list[str] | None, *, or_bundled: bool) -> None:
        self.failed = False
        self._what = "a mechanism or event"
        self._keys: set[str] = set()
        self._parties: set[str] = set()
        self._asked: set[str] = set()
        self._asked_parties: set[str] = set()
        self._names = named or _found_here()
        if not self._names and not or_bundled:
            complain([line("cjpeace: no agenda here: name one with -a (`-a bundled` works)")])
            raise SystemExit(2)
        self._fallback = not self._names

    @property
    def several(self) -> bool:
        """Whether more than one agenda may be meant, so that ids need the agenda's before them."""
        return len(self._names) > 1 or any(os.path.isdir(name) for name in self._names)

    def files(self) -> Iterator[ReadFile]:
        """The files with a valid agenda, in the order they were named."""
        for file in read_files(self._names or [BUNDLED]):
            if file.agenda is None:
                self.failed = True
                _describe(file)
            else:
                if self._fallback:
                    _say_bundled(file.agenda)
                yield file

    def chosen(self, agenda: Agenda, ids: list[str] | None) -> frozenset[str] | None:
        """The keys of the mechanisms and events of an agenda that ids name; None without ids."""
        if not ids:
            return None
        self.knows(agenda, "")
        self._asked.update(ids)
        return frozenset(id_.removeprefix(f"{agenda.id}/") for id_ in ids)

    def named(self, agenda: Agenda, ids: list[str], names: Collection[str], what: str) -> list[str]:
        """Those of the names of an agenda that ids mean; `what` is what an id can name."""
        self._what = what
        self._keys.update(known for name in names for known in (name, f"{agenda.id}/{name}"))
        self._asked.update(ids)
        meant = (id_.removeprefix(f"{agenda.id}/") for id_ in ids)
        return [name for name in meant if name in names]

    def knows(self, agenda: Agenda, key: str) -> bool:
        """Whether an agenda has a mechanism or event of this key; its keys are remembered."""
        for known in (*agenda.mechanisms, *agenda.events):
            self._keys.update((known, f"{agenda.id}/{known}"))
        return key in agenda.mechanisms or key in agenda.events

    def ask(self, id_: str) -> None:
        """Note that something was asked for; `finish` complains when none of them has it."""
        self._asked.add(id_)

    def party(self, agenda: Agenda, party: str | None) -> str | None:
        """A party that an option names."""
        self._parties.update(agenda.parties)
        if party is not None:
            self._asked_parties.add(party)
        return party

    def finish(self) -> None:
        """Leave with 2 when an agenda was invalid, or something asked for is in none of them."""
        for asked, known, what in (
            (self._asked, self._keys, self._what),
            (self._asked_parties, self._parties, "a party"),
        ):
            for name in sorted(asked - known):
                help_ = did_you_mean(name, sorted(known), what)
                complain([line(f'cjpeace: unknown {what.split(" ", 1)[1]} "{name}"; {help_}')])
                self.failed = True
        if self.failed:
            raise SystemExit(2)

    def valid(self) -> list[Agenda]:
        """The valid agendas, of which there is one at least: without any the program ends."""
        found = [file.agenda for file in self.files() if file.agenda is not None]
        if not found:
            raise SystemExit(2)
        return found


def _found_here() -> list[str]:
    named = os.environ.get("CJPEACE_AGENDA")
    if named:
        return [named]
    return [name for name in DEFAULTS if Path(name).is_file()][:1]


def _describe(file: ReadFile) -> None:
    from cjpeace.writing.diagnostic_text import (
        diagnostic_lines,  # only where something is wrong
    )

    for diagnostic in file.diagnostics:
        complain([*diagnostic_lines(diagnostic), ()])


def _say_bundled(agenda: Agenda) -> None:
    reviewed = f", reviewed {agenda.reviewed}" if agenda.reviewed else ""
    said = f"cjpeace: no agenda here, so this is the bundled one: {agenda.title}{reviewed}"
    complain([line(said)])
