"""The names by which a link reaches each session on the page of its mechanism."""

from datetime import date

from cjpeace.core.answers.dossier import Chapter
from cjpeace.core.answers.run import Run
from cjpeace.core.history.occurrence import Occurrence

Thing = tuple[object, ...]


class Anchors:
    """What the pieces of one history are called within its page."""

    def __init__(self, chapters: tuple[Chapter, ...]) -> None:
        self._names: dict[Thing, str] = {}
        taken: set[str] = set()
        for chapter in chapters:
            wanted = name = _name(chapter)
            number = 1
            while name in taken:
                number += 1
                name = f"{wanted}.{number}"
            taken.add(name)
            self._names[_thing(chapter)] = name

    def of(self, chapter: Chapter) -> str | None:
        """The name of a piece; None when the page does not tell of it."""
        return self._names.get(_thing(chapter))

    @staticmethod
    def are_same(one: Chapter, other: Chapter) -> bool:
        """Whether two pieces are one, told by their place in the file or among the slots."""
        return _thing(one) == _thing(other)


def _name(chapter: Chapter) -> str:
    match chapter:
        case Run(slots=slots):
            return f"run-{slots[0].start}"
        case Occurrence():
            return f"on-{chapter.id.partition('/')[2] or 'day'}"
        case _:
            return f"gap-{chapter.own.window.start}"


def _thing(chapter: Chapter) -> Thing:
    """What tells a piece from the others: the place of its session, or its slot."""
    match chapter:
        case Run(slots=slots):
            return ("run", *slots[0].order)
        case Occurrence(session=None):
            window = chapter.slot or chapter.window
            return ("slot", window.start, window.end or date.max)
        case Occurrence(session=session) if session:
            return session.path
        case Occurrence():
            return ()
        case _:
            return ("gap", *chapter.path)
