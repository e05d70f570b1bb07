"""What became of the occurrences of a mechanism or event when something was put on record."""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Path
from cjpeace.core.answers.timeline import default_span, timeline
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence


class Consequence(Struct, frozen=True):
    """An occurrence before and after; None where there was, or now is, none of its id."""

    before: Occurrence | None
    after: Occurrence | None

    @property
    def occurrence(self) -> Occurrence:
        """The occurrence as it now is, or was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - there is one, before or after
        return found


def consequences(
    before: Agenda, after: Agenda, key: str, path: Path, as_of: date
) -> list[Consequence]:
    """The occurrences of one mechanism or event whose status differs, in order.

    The one that the session or event at a path of `after` answers is among them in any case.
    """
    span = _span(after, path, as_of)
    keys = frozenset((key,))
    old = {one.id: one for one in timeline(before, as_of, span, keys)}
    new = {one.id: one for one in timeline(after, as_of, span, keys)}
    found = [
        Consequence(old.get(id_), new.get(id_))
        for id_ in {**old, **new}
        if _standing(old.get(id_)) != _standing(new.get(id_)) or _is_at(new.get(id_), path)
    ]
    return sorted(found, key=lambda one: one.occurrence.order)


def recorded_occurrence(found: list[Consequence], path: Path) -> Occurrence | None:
    """The occurrence of the session or event at a path; None when it is not known on the day."""
    return next((one.after for one in found if _is_at(one.after, path)), None)


def _standing(occurrence: Occurrence | None) -> object:
    return None if occurrence is None else (occurrence.status, occurrence.date)


def _is_at(occurrence: Occurrence | None, path: Path) -> bool:
    return bool(occurrence and occurrence.session and occurrence.session.path == path)


def _span(agenda: Agenda, path: Path, as_of: date) -> Window:
    """All of the past and five years ahead, and as far as the session itself."""
    span = default_span(as_of)
    section, key = path[0], str(path[1])
    if section == "events":
        session = agenda.events[key].session
    else:
        session = agenda.mechanisms[key].sessions[int(path[3])]
    end = session.own.window.end
    return Window(span.start, None if end is None or span.end is None else max(end, span.end))
