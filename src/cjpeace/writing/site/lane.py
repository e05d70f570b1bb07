"""A row of the timeline: its rules, windows and marks, each in its place on the width."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.agenda import Agenda, Mechanism, Session
from cjpeace.core.answers.dossier import Dossier
from cjpeace.core.answers.run import Run, is_bare
from cjpeace.core.answers.timeline import mechanism_timeline
from cjpeace.core.dates.duration import shifted
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.answers.picture import LEGEND
from cjpeace.writing.layout.cells import shortened
from cjpeace.writing.site.anchor import Anchors
from cjpeace.writing.site.facets import Facets
from cjpeace.writing.site.scale import Scale, Span, percent
from cjpeace.writing.words.ahead_words import short_standing
from cjpeace.writing.words.cadence_words import rule_words
from cjpeace.writing.words.run_words import run_words
from cjpeace.writing.words.words import date_words, ordinal, when_words


class Mark(Struct, frozen=True):
    """A mark at `x` that leads to an anchor; `side` is where its words have room.

    `bar` is its window, which may be `open`; `ticks` are the slots that it stands for. It has a
    `page` and `facets` where those of its row are not its own.
    """

    status: str
    x: str
    words: str
    anchor: str
    side: str
    bar: Span | None = None
    ticks: tuple[str, ...] = ()
    open: bool = False
    page: str = ""
    facets: Facets | None = None


class EraBand(Struct, frozen=True):
    """The stretch in which a rule holds, and what it says as far as there is room."""

    span: Span
    words: str


class Lane(Struct, frozen=True):
    """The marks of one row in the order of time, and the rules behind them."""

    marks: tuple[Mark, ...] = ()
    eras: tuple[EraBand, ...] = ()


STATUS_NAMES = {status: status.value for status in Status} | {
    Status.UNKNOWN: LEGEND[Status.UNKNOWN]
}
"""What the site calls each status."""

MOST_PAST = 200
MOST_AHEAD = 24
MOST_TICKS = 80
"""Rows with more of them, as a daily rule has, show the nearest ones."""


def mechanism_lane(dossier: Dossier, agenda: Agenda, as_of: date, scale: Scale) -> Lane:
    """The row of a mechanism."""
    mechanism = dossier.item.entry
    if not isinstance(mechanism, Mechanism):
        return Lane()
    anchors = Anchors(dossier.chapters)
    drawn = _Drawn(agenda, as_of, scale)
    placed = [
        one
        for run in dossier.chapters
        if isinstance(run, Run) and scale.shows(run.window)
        for one in [drawn.run(run, anchors.of(run))]
    ]
    ahead = dossier.item.ahead
    for occurrence in _nearest(mechanism, as_of, Window(scale.start, scale.end)):
        leads = ahead if ahead and anchors.are_same(ahead.occurrence, occurrence) else None
        said = short_standing(leads, as_of) if leads else None
        placed += drawn.occurrence(occurrence, said, anchors.of(occurrence))
    placed.sort(key=lambda one: one[0])
    return Lane(tuple(mark for _, mark in placed), tuple(_eras(mechanism, scale)))


def event_marks(dossier: Dossier, agenda: Agenda, as_of: date, scale: Scale) -> list[Mark]:
    """The mark of an event, and those of the days it was planned for."""
    occurrence = dossier.item.occurrence
    if occurrence is None or not scale.shows(occurrence.window):
        return []
    drawn = _Drawn(agenda, as_of, scale)
    return [mark for _, mark in drawn.occurrence(occurrence, None, None)]


def _nearest(mechanism: Mechanism, as_of: date, span: Window) -> list[Occurrence]:
    found = [o for o in mechanism_timeline(mechanism, as_of, span) if not is_bare(o)]
    past = [o for o in found if o.status is not Status.PROJECTED]
    ahead = [o for o in found if o.status is Status.PROJECTED]
    return past[-MOST_PAST:] + ahead[:MOST_AHEAD]


Placed = tuple[float, Mark]
"""A mark and the place by which marks are ordered."""


class _Drawn:
    """Marks on one scale; an agenda names the hosts."""

    def __init__(self, agenda: Agenda, as_of: date, scale: Scale) -> None:
        self._agenda, self._as_of, self._scale = agenda, as_of, scale

    def run(self, run: Run, anchor: str | None) -> Placed:
        """A run of slots without a record, as a bar with a tick a slot."""
        scale = self._scale
        shown = [slot for slot in run.slots if scale.shows(slot)]
        ticks = [percent(scale.middle(slot)) for slot in shown] if len(shown) <= MOST_TICKS else []
        x = scale.middle(run.window)
        mark = self._mark(run.status, x, run_words(run), anchor)
        return x, replace(mark, bar=scale.span(run.window), ticks=tuple(ticks))

    def occurrence(
        self, occurrence: Occurrence, standing: str | None, anchor: str | None
    ) -> Iterator[Placed]:
        """An occurrence, and marks at the dates from which it was moved."""
        window, session = occurrence.window, occurrence.session
        name = self._name(occurrence)
        said = standing or STATUS_NAMES[occurrence.status]
        x = self._scale.middle(self._stands(_shown(window, session)))
        words = f"{name}{when_words(occurrence)}: {said}{self._host(occurrence)}"
        mark = self._mark(occurrence.status, x, words, anchor)
        yield x, replace(mark, bar=self._bar(window), open=window.end is None)
        for planned in session.planned if session else ():
            if not planned.window.overlaps(window) and self._scale.shows(planned.window):
                x = self._scale.middle(planned.window)
                moved = f"{name}planned for {date_words(planned)}: {said}, {when_words(occurrence)}"
                yield x, self._mark(Status.POSTPONED, x, moved, anchor)

    def _mark(self, status: Status, x: float, words: str, anchor: str | None) -> Mark:
        return Mark(status.value, percent(min(max(x, 0.6), 99.4)), words, anchor or "", _side(x))

    def _bar(self, window: Window) -> Span | None:
        """A window as a bar; none where the mark itself covers it."""
        wide = self._scale.at(window.end or date.max) - self._scale.at(window.start)
        return self._scale.span(window) if wide > LEAST_BAR else None

    def _stands(self, window: Window) -> Window:
        """Where a mark stands: what has begun and never ends, on the day itself."""
        if window.end is None and window.start <= self._as_of:
            return Window(self._as_of, shifted(self._as_of, 1))
        return window

    def _name(self, occurrence: Occurrence) -> str:
        if not isinstance(occurrence.owner, Mechanism):
            return f"{occurrence.title}, "
        return f"{ordinal(occurrence.number)}, " if occurrence.number else ""

    def _host(self, occurrence: Occurrence) -> str:
        party = self._agenda.parties.get(occurrence.host or "")
        return f", {party.name}" if party else ""


def _shown(window: Window, session: Session | None) -> Window:
    """Of a session whose date is less exact than its plan, the planned date is where it stands."""
    within = [p.window for p in session.planned if p.window.overlaps(window)] if session else []
    return within[0] if within else window


_LEFT, _RIGHT = 35, 65


def _side(x: float) -> str:
    if x < _LEFT:
        return "start"
    return "end" if x > _RIGHT else "middle"


LEAST_BAR = 0.3
"""A window narrower than that, in percent, lies behind its mark."""

LETTERS = 1.55
"""The letters that one percent of the width has room for."""

LEAST_LETTERS = 6


def _eras(mechanism: Mechanism, scale: Scale) -> Iterator[EraBand]:
    """Where each rule holds, up to the next."""
    eras = mechanism.cadence
    for number, era in enumerate(eras, 1):
        following = eras[number].anchor if number < len(eras) else date.max
        end = min(era.lapse or date.max, following)
        if end <= era.anchor or not scale.shows(Window(era.anchor, end)):
            continue
        room = int((scale.at(end) - scale.at(era.anchor)) * LETTERS)
        words = rule_words(era, mechanism.basis).rstrip(",") if room >= LEAST_LETTERS else ""
        yield EraBand(scale.span(Window(era.anchor, end)), shortened(words, room))
