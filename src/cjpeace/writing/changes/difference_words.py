"""A difference in words: one line for each entry or occurrence that is not as it was.

Windows without a session that change alike, as those of a rule do, are one line.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.core.changes.difference import Difference
from cjpeace.core.changes.item_difference import ItemChange, Kind
from cjpeace.core.changes.occurrence_difference import Detail, OccurrenceChange
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.changes.item_change_words import item_words
from cjpeace.writing.changes.occurrence_change_words import occurrence_words, whole_words


class Told(Struct, frozen=True):
    """One line: what it is about (`symposium/2026`), and what has become of it.

    `owner` is what it is grouped under: the key of a mechanism or event, else "".
    """

    owner: str
    name: str
    words: str


def told(difference: Difference, *, prefix: bool) -> Iterator[Told]:
    """The lines of a difference, each mechanism's together; `prefix` puts the agenda's id first."""
    before = f"{difference.agenda.id}/" if prefix else ""
    items = {(one.kind, one.key): one for one in difference.items if _is_told(one, difference)}
    commitments = [items.pop(name) for name in list(items) if name[0] is Kind.COMMITMENT]
    for one in [one for name, one in items.items() if name[0] not in _OWNERS]:
        begin = "" if one.kind is Kind.AGENDA else before
        yield Told("", begin + _name(one), item_words(one))
    found = {
        owner: list(changes)
        for owner, changes in groupby(difference.occurrences, lambda one: one.shown.owner.key)
    }
    for key in _keys(difference):
        item = next((items[kind, key] for kind in _OWNERS if (kind, key) in items), None)
        yield from _of_owner(item, found.get(key, []), difference, before)
    for one in commitments:
        yield Told(one.key, before + one.key, item_words(one))


_OWNERS = (Kind.MECHANISM, Kind.EVENT)


def _keys(difference: Difference) -> list[str]:
    """The keys of all mechanisms, then of all events, in the order of the later file."""
    versions = [one for one in (difference.after, difference.before) if one is not None]
    mechanisms = [key for one in versions for key in one.mechanisms]
    return list(dict.fromkeys([*mechanisms, *(key for one in versions for key in one.events)]))


_BESIDES = (Kind.PARTY, Kind.PARAGRAPH, Kind.SOURCE)
"""What is not told of an agenda that is new or gone as a whole."""


def _is_told(item: ItemChange, difference: Difference) -> bool:
    whole = difference.before is None or difference.after is None
    return not (whole and item.kind in _BESIDES)


def _name(item: ItemChange) -> str:
    """What an entry is called at the begin of its line."""
    match item.kind:
        case Kind.AGENDA:
            found = item.after or item.before
            return found.id if isinstance(found, Agenda) else item.key
        case Kind.PARTY | Kind.PARAGRAPH | Kind.SOURCE:
            return f"{item.kind.value} {item.key}"
        case Kind.MECHANISM | Kind.EVENT | Kind.COMMITMENT:
            return item.key


def _of_owner(
    item: ItemChange | None, changes: list[OccurrenceChange], difference: Difference, before: str
) -> Iterator[Told]:
    """What has become of a mechanism or event, and of its occurrences."""
    if item is not None:
        words, whole = item_words(item), item.before is None or item.after is None
        if whole:
            words += _counted([c for c in changes if not (c.before and c.after)], difference)
            changes = [change for change in changes if change.before and change.after]
        yield Told(item.key, before + item.key, words)
    ordered = sorted(changes, key=_way)
    for _, alike in groupby(enumerate(ordered), lambda pair: _likeness(*pair)):
        run = [change for _, change in alike]
        name, words = run[0].shown.id, occurrence_words(run[0], difference)
        if len(run) > 1:
            name += f" to {run[-1].shown.id.partition('/')[2]}"
            words = _of_run(run, difference)
        yield Told(run[0].shown.owner.key, before + name, words)


def _counted(changes: list[OccurrenceChange], difference: Difference) -> str:
    """The occurrences that have come or gone with their mechanism or event."""
    if not changes:
        return ""
    if len(changes) == 1:
        return f": {whole_words(changes[0].shown, difference.agenda)}"
    shown = Counter(change.shown.status.value for change in changes)
    return f": {', '.join(f'{count} {status}' for status, count in shown.items())}"


def _of_run(run: list[OccurrenceChange], difference: Difference) -> str:
    """What has become of windows without a session that change alike."""
    first, windows = run[0], f"{len(run)} windows"
    if first.before is None:
        return f"{windows} new, the first {whole_words(first.shown, difference.after)}"
    if first.after is None:
        return f"{windows} gone, the first {whole_words(first.before, difference.before)}"
    return f"{windows} change, the first: {occurrence_words(first, difference)}"


def _way(change: OccurrenceChange) -> int:
    """What changes comes first, by date, then the windows that go, then those that come."""
    if _has_session(change.before) or _has_session(change.after):
        return 0
    return 1 if change.after is None else 2 * (change.before is None)


def _likeness(place: int, change: OccurrenceChange) -> object:
    """What windows have in common that are told together; a session stands for itself."""
    if _has_session(change.before) or _has_session(change.after):
        return place
    if change.before and change.after and Detail.STATUS not in change.details:
        return change.details
    statuses = tuple(one and one.status.value for one in (change.before, change.after))
    return (statuses, change.details)


def _has_session(occurrence: Occurrence | None) -> bool:
    return occurrence is not None and occurrence.session is not None
