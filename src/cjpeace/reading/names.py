"""The names that a file defines, to which its other parts refer."""

from collections.abc import Collection

from msgspec import Struct

from cjpeace.core.agenda import NOBODY
from cjpeace.core.nearest import did_you_mean
from cjpeace.reading.entry import Entry, Key
from cjpeace.reading.yaml_text import Data


class Names(Struct, frozen=True):
    """The keys of each section of a file, read before what they stand for."""

    parties: Collection[object]
    mechanisms: Collection[object]
    events: Collection[object]
    paragraphs: Collection[object]
    sources: Collection[object]

    @property
    def recurring_or_not(self) -> Collection[object]:
        """The mechanisms and the events."""
        return [*self.mechanisms, *self.events]

    @property
    def hosts(self) -> Collection[object]:
        """Who can host a session: a party, or nobody."""
        return [*self.parties, NOBODY]

    @classmethod
    def of(cls, top: dict[object, Data]) -> "Names":
        """The names that the top of a file defines."""
        sections = top.get("agreement")
        paragraphs: list[object] = []
        for section in sections if isinstance(sections, list) else []:
            if isinstance(section, dict):
                paragraphs += _keys(section.get("paragraphs"))
        return cls(
            _keys(top.get("parties")),
            _keys(top.get("mechanisms")),
            _keys(top.get("events")),
            dict.fromkeys(paragraphs),
            _keys(top.get("sources")),
        )


def _keys(data: Data) -> Collection[object]:
    return dict.fromkeys(data) if isinstance(data, dict) else []


def is_address(text: str) -> bool:
    """Whether a source is given by its address rather than by its name."""
    return text.startswith(("https://", "http://"))


def refer_to_sources(entry: Entry, key: Key[str], names: Names) -> None:
    """Note each source of an entry that is neither an address nor a name from `sources`."""
    for within, item in entry.each(key):
        if isinstance(item, str) and item not in names.sources and not is_address(item):
            help_ = did_you_mean(item, map(str, names.sources), "a source")
            entry.problem(within, f'unknown source "{item}"', f"{help_}; or give an address")
