"""The timeline of an agenda: its rows, on one scale."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.agenda import Agenda, Event, Mechanism
from cjpeace.core.answers.timeline import earlier, picture_span
from cjpeace.writing.site.entry import Told, path_of
from cjpeace.writing.site.facets import Facets
from cjpeace.writing.site.front import Listed
from cjpeace.writing.site.lane import Lane, Mark, event_marks, mechanism_lane
from cjpeace.writing.site.scale import Scale, percent


class Row(Struct, frozen=True):
    """A row of the timeline: what it is called, where that leads, and its marks."""

    title: str
    link: str | None
    facets: Facets | None
    lane: Lane


class Timeline:
    """The rows of one agenda; `facets` and `told` are those of its entries by their identity."""

    def __init__(
        self, agenda: Agenda, as_of: date, facets: dict[int, Facets], told: dict[int, Told]
    ) -> None:
        self._agenda, self._as_of, self._facets = agenda, as_of, facets
        span = picture_span([agenda], as_of)
        self.scale = Scale.over(span)
        self.today = percent(self.scale.at(as_of))
        self.earlier = earlier(agenda, as_of, span)

        self._lanes = {key: self._lane(one) for key, one in told.items()}

    def rows(self, listed: list[Listed]) -> Iterator[Row]:
        """A row for each mechanism, and one for all events."""
        for one in listed:
            entry = one.item.entry
            if isinstance(entry, Mechanism):
                lane = self._lanes[id(entry)]
                yield Row(one.item.title, f"{path_of(entry)}.html", one.facets, lane)
        events = [one.item.entry for one in listed if isinstance(one.item.entry, Event)]
        marks = [mark for event in events for mark in self._event_marks(event)]
        if marks:
            marks.sort(key=lambda mark: float(mark.x.rstrip("%")))
            yield Row("Events", None, None, Lane(tuple(marks)))

    def alone(self, one: Told) -> Row:
        """The row of one entry, for its own page."""
        return Row(one.title, None, None, self._lanes[id(one.dossier.item.entry)])

    def _event_marks(self, event: Event) -> Iterator[Mark]:
        page, facets = f"{path_of(event)}.html", self._facets.get(id(event))
        for mark in self._lanes[id(event)].marks:
            yield replace(mark, page=page, facets=facets)

    def _lane(self, one: Told) -> Lane:
        if isinstance(one.dossier.item.entry, Event):
            return Lane(tuple(event_marks(one.dossier, self._agenda, self._as_of, self.scale)))
        return mechanism_lane(one.dossier, self._agenda, self._as_of, self.scale)


def statuses(rows: list[Row]) -> set[str]:
    """The statuses of the marks of some rows."""
    return {mark.status for row in rows for mark in row.lane.marks}
