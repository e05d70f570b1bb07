"""All that is told of two versions of an agenda."""

from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.core.changes.difference import Difference
from cjpeace.core.diagnostic import Place
from cjpeace.core.findings.check import Finding
from cjpeace.writing.changes.entry_difference import EntryChange


class PlacedFinding(Struct, frozen=True):
    """A finding, of which agenda, and where in its file it stands."""

    finding: Finding
    agenda: Agenda
    file: str
    place: Place


class Compared(Struct, frozen=True):
    """What is different, the findings that have come and gone, and the calendar entries."""

    difference: Difference
    new: tuple[PlacedFinding, ...] = ()
    gone: tuple[PlacedFinding, ...] = ()
    entries: tuple[EntryChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different for a reader."""
        difference = self.difference
        return not (
            difference.items or difference.occurrences or self.new or self.gone or self.entries
        )
