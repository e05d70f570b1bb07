"""The ids and parties that a command was asked about, and which of them the agendas know."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct, field

from cjpeace.core.agenda import Agenda
from cjpeace.core.nearest import did_you_mean

ITEM = "a mechanism or event"
PARTY = "a party"

Name = tuple[str, str]
"""What a name is to name, and the name."""


class Asked(Struct):
    """What was asked for by name, and the names there are, gathered agenda by agenda."""

    names: set[Name] = field(default_factory=set)
    known: set[Name] = field(default_factory=set)

    def chosen(self, agenda: Agenda, ids: list[str] | None) -> frozenset[str] | None:
        """The keys of the mechanisms and events of an agenda that ids name; None without ids."""
        if not ids:
            return None
        self.knows(agenda, "")
        self.names.update((ITEM, id_) for id_ in ids)
        return frozenset(id_.removeprefix(f"{agenda.id}/") for id_ in ids)

    def named(self, agenda: Agenda, ids: list[str], names: Collection[str], what: str) -> list[str]:
        """Those of the names of an agenda that ids mean; `what` is what an id can name."""
        self._learn(agenda, what, names)
        self.names.update((what, id_) for id_ in ids)
        meant = (id_.removeprefix(f"{agenda.id}/") for id_ in ids)
        return [name for name in meant if name in names]

    def knows(self, agenda: Agenda, key: str) -> bool:
        """Whether an agenda has a mechanism or event of this key; its keys are remembered."""
        self._learn(agenda, ITEM, (*agenda.mechanisms, *agenda.events))
        return key in agenda.mechanisms or key in agenda.events

    def note(self, id_: str) -> None:
        """Remember that a mechanism or event was asked for."""
        self.names.add((ITEM, id_))

    def party(self, agenda: Agenda, party: str | None) -> str | None:
        """A party that an option names."""
        if party is not None:
            self.known.update((PARTY, known) for known in agenda.parties)
            self.names.add((PARTY, party))
        return party

    def add(self, other: "Asked") -> None:
        """Take over what was gathered elsewhere."""
        self.names |= other.names
        self.known |= other.known

    def unknown(self) -> Iterator[str]:
        """A sentence on each name that none of the agendas has."""
        for what, name in sorted(self.names - self.known):
            known = sorted(
                each for of, each in self.known if of == what and ("/" in each) == ("/" in name)
            )
            yield f'unknown {what.split(" ", 1)[1]} "{name}"; {did_you_mean(name, known, what)}'

    def _learn(self, agenda: Agenda, what: str, names: Iterable[str]) -> None:
        for name in names:
            self.known.update(((what, name), (what, f"{agenda.id}/{name}")))


def own_id(agenda: Agenda, id_: str) -> str:
    """An id without the agenda's: `talks/2026` too, in an agenda that is named like its talks."""
    own = id_.removeprefix(f"{agenda.id}/")
    key = own.partition("/")[0]
    return own if key in agenda.mechanisms or key in agenda.events else id_
