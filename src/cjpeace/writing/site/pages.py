"""The pages of a site: a front page for each agenda, and one for each mechanism and event."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.answers.overview import entries
from cjpeace.writing.answers.next_text import NOTHING
from cjpeace.writing.answers.picture import MARKS
from cjpeace.writing.ical.ical_span import ZoneOf
from cjpeace.writing.site.address import Base
from cjpeace.writing.site.entry import Told, is_page, path_of, told
from cjpeace.writing.site.front import Front, Listed, Part
from cjpeace.writing.site.lane import STATUS_NAMES
from cjpeace.writing.site.rendering import STATIC, rendered, static_file
from cjpeace.writing.site.timeline import Timeline, statuses
from cjpeace.writing.words.words import date_words, day_words

Files = dict[str, bytes]
"""The files of a site by their path below its folder."""

MOST_LISTED = 200
"""A page lists no more than that, a mechanism with its row of the timeline counted as four."""

A_MECHANISM = 4


class Edition(Struct, frozen=True):
    """What all pages say alike: the day, where the site will be, and the program's version."""

    as_of: date
    zone_of: ZoneOf
    base: Base
    version: str


def agenda_pages(agenda: Agenda, edition: Edition, *, above: bool) -> Files:
    """The pages of one agenda with what they need; `above` when a list of agendas lies above."""
    return _Pages(agenda, edition, above=above).files()


def list_of_agendas(fronts: list[tuple[Agenda, Front]], edition: Edition) -> Files:
    """A page over the sites of several agendas, each in the folder of its id."""
    shown = [(agenda, front.groups(MOST_OVER)) for agenda, front in fronts]
    values = {"shown": shown, "path": "index.html", "root": "", "title": "Agendas"}
    values["nothing"] = f"{NOTHING.capitalize()}."
    page = rendered("agendas.html", **values, **_said(edition))
    return {"index.html": page, **_static()}


MOST_OVER = 5
"""So many of what is overdue and of what is next are shown of each agenda."""

MOST_CARDS = 40
"""A group has no more of them where the entries need further pages."""


def _static() -> Files:
    return {name: static_file(name) for name in STATIC}


def _said(edition: Edition) -> dict[str, object]:
    return {
        "as_of": edition.as_of,
        "base": edition.base,
        "version": edition.version,
        "day_words": day_words,
        "date_words": date_words,
        "names": {status.value: name for status, name in STATUS_NAMES.items()},
        "path_of": path_of,
        "is_page": is_page,
        "used": statuses,
    }


class _Pages:
    """The pages of one agenda."""

    def __init__(self, agenda: Agenda, edition: Edition, *, above: bool) -> None:
        self._agenda, self._edition = agenda, edition
        as_of = edition.as_of
        self._front = Front(agenda, as_of)
        self._told: dict[int, Told] = {
            id(entry): told(agenda, entry, as_of, edition.zone_of) for entry in entries(agenda)
        }
        self._timeline = Timeline(agenda, as_of, self._front.facets, self._told)
        self._said = {
            **_said(edition),
            "agenda": agenda,
            "above": above,
            "scale": self._timeline.scale,
            "today": self._timeline.today,
            "marks": [(status.value, STATUS_NAMES[status]) for status in MARKS],
        }

    def files(self) -> Files:
        """Every page by its path, the front page last: it leads to all others."""
        made = {**_static(), "filters.css": self._filters()}
        for one in self._told.values():
            entry = one.dossier.item.entry
            if is_page(entry):
                made[f"{path_of(entry)}.html"] = self._entry_page(one)
        return {**made, **dict(reversed(list(self._fronts())))}

    def _filters(self) -> bytes:
        return rendered("filters.css", choices=self._front.choices())

    def _entry_page(self, one: Told) -> bytes:
        entry = one.dossier.item.entry
        path = path_of(entry)
        facets = self._front.facets.get(id(entry))
        return rendered(
            "entry.html",
            path=f"{path}.html",
            feed=f"{path}.ics",
            root="../",
            title=one.title,
            one=one,
            entry=entry,
            kind=one.dossier.item.kind.value,
            status=facets.status if facets else "",
            rows=[self._timeline.alone(one)],
            **self._said,
        )

    def _fronts(self) -> Iterator[tuple[str, bytes]]:
        parts = _paginated(list(self._front.parts()))
        paths = [_front_path(number) for number in range(1, len(parts) + 1)]
        most = MOST_CARDS if len(parts) > 1 else None
        for number, (path, chosen) in enumerate(zip(paths, parts, strict=True)):
            yield path, self._front_page(path, paths, number, chosen, most)

    def _front_page(
        self, path: str, paths: list[str], number: int, parts: list[Part], most: int | None
    ) -> bytes:
        """A front page; the further ones go on with the timeline and the sections."""
        return rendered(
            "front.html",
            path=path,
            paths=paths,
            number=number,
            feed="calendar.ics",
            root="",
            title=self._agenda.title,
            groups=[] if number else self._front.groups(most),
            choices=self._front.choices(),
            chapters=parts,
            rows=list(self._timeline.rows([one for part in parts for one in part.listed])),
            earlier=[] if number else self._timeline.earlier,
            **self._said,
        )


def _front_path(number: int) -> str:
    return "index.html" if number == 1 else f"entries-{number}.html"


def _paginated(parts: list[Part]) -> list[list[Part]]:
    """The parts by page, as much on each as it has room for; a long part is continued."""
    pages: list[list[Part]] = [[]]
    room = MOST_LISTED
    for part in parts:
        taken: list[Listed] = []
        for one in part.listed:
            size = A_MECHANISM if isinstance(one.item.entry, Mechanism) else 1
            if size > room:
                pages[-1] += [replace(part, listed=tuple(taken))] if taken else []
                pages.append([])
                taken, room = [], MOST_LISTED
            taken.append(one)
            room -= size
        pages[-1].append(replace(part, listed=tuple(taken)))
    return pages
