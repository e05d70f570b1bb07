"""A session put into the text of an agenda, or changed there; every other character stays."""

from collections.abc import Sequence as Several

from cjpeace.core.agenda import Path
from cjpeace.editing.change import Change
from cjpeace.editing.entry_place import place
from cjpeace.editing.list_text import SESSIONS, added_item
from cjpeace.editing.mapping_text import changed_keys
from cjpeace.editing.node import Mapping, Node, Sequence
from cjpeace.editing.splice import NotEditableError, spliced


def with_session(text: str, path: Path, entries: Several[Change]) -> str:
    """The text with a session added, whose path it then has; raises NotEditableError."""
    trail = place(text, path[:2])
    mechanism = _mapping(trail[-1])
    if mechanism.pair(SESSIONS) is not None:
        place(text, path[:3])  # refuses a list that an alias shares
    return spliced(text, added_item(text, mechanism, int(path[3]), entries))


def with_changes(text: str, path: Path, changes: Several[Change]) -> str:
    """The text with the session or event at a path changed; raises NotEditableError."""
    trail = place(text, path)
    around = trail[-2] if len(trail) > 1 else trail[-1]
    neighbours = around.items if isinstance(around, Sequence) else ()
    others = [one for one in neighbours if isinstance(one, Mapping)]
    return spliced(text, changed_keys(text, _mapping(trail[-1]), changes, others))


def _mapping(node: Node) -> Mapping:
    if not isinstance(node, Mapping) or not node.pairs:
        raise NotEditableError("its place in the file cannot be told", "write it by hand")
    return node
