"""The names that a file defines, to which its other parts refer."""

from msgspec import Struct

from cjpeace.core.agenda import NOBODY
from cjpeace.reading.entries.entry import Entry, Key
from cjpeace.reading.entries.keys import AgendaKeys, SectionKeys
from cjpeace.reading.entries.known import Known

_Names = dict[object, None] | None


class Names(Struct, frozen=True):
    """The keys of each section of a file, read before what they stand for."""

    parties: Known
    hosts: Known
    """Who can host a session: a party, or nobody."""
    mechanisms: Known
    events_or_mechanisms: Known
    mechanisms_or_events: Known
    paragraphs: Known
    sources: Known

    @classmethod
    def of(cls, top: Entry) -> "Names":
        """The names that the top of a file defines."""
        parties = _keys(top, AgendaKeys.parties)
        mechanisms, events = _keys(top, AgendaKeys.mechanisms), _keys(top, AgendaKeys.events)
        either = None if mechanisms is None or events is None else {**mechanisms, **events}
        return cls(
            parties=Known(parties, "a party"),
            hosts=Known(parties and {**parties, NOBODY: None}, "a party", NOBODY.__eq__),
            mechanisms=Known(mechanisms, "a mechanism"),
            events_or_mechanisms=Known(either, "an event or mechanism"),
            mechanisms_or_events=Known(either, "a mechanism or event"),
            paragraphs=Known(_paragraphs(top), "a paragraph"),
            sources=Known(
                _keys(top, AgendaKeys.sources), "a source", is_address, "; or give an address"
            ),
        )


def _keys(entry: Entry, key: Key[object]) -> _Names:
    """The keys of a mapping within an entry, none when it is absent, None when it is no mapping."""
    data = entry.data.get(key.name)
    if isinstance(data, dict):
        return dict.fromkeys(data)
    return None if entry.has(key) or entry.unclear(key) else {}


def _paragraphs(top: Entry) -> _Names:
    sections = top.data.get(AgendaKeys.agreement.name, [])
    if not isinstance(sections, list) or top.unclear(AgendaKeys.agreement):
        return None
    found: dict[object, None] = {}
    for section in sections:
        names = _keys(Entry(section, (), SectionKeys, []), SectionKeys.paragraphs)
        if names is None:
            return None
        found |= names
    return found


def is_address(text: object) -> bool:
    """Whether a source is given by its address rather than by its name."""
    return isinstance(text, str) and text.startswith(("https://", "http://"))
