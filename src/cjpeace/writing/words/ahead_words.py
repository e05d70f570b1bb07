"""What needs doing or comes next, in one phrase: "in 2026 (19th, Canada): 5 weeks left"."""

from datetime import date

from cjpeace.core.agenda import Agenda, Commitment, Event, Mechanism
from cjpeace.core.answers.overview import Item
from cjpeace.core.answers.upcoming import Upcoming
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.words.standing_words import standing_words
from cjpeace.writing.words.words import host_words, ordinal, when_words


def ahead_words(one: Upcoming, agenda: Agenda, as_of: date, *, named: bool = True) -> str:
    """When it is, or was to be, and how it stands; with its number and host if `named`."""
    occurrence = one.occurrence
    names = [ordinal(occurrence.number)] if occurrence.number else []
    host = host_words(occurrence, agenda)
    names += [] if host == "-" else [host]
    within = f" ({', '.join(names)})" if named and names else ""
    return f"{when_words(occurrence)}{within}: {short_standing(one, as_of)}"


def short_standing(one: Upcoming, as_of: date) -> str:
    """How something stands, without what was held last: "14 months overdue"."""
    words = standing_words(one, as_of)
    match one.occurrence.status:
        case Status.OVERDUE:
            return f"{words.split(', ', 1)[0]} overdue"
        case Status.LATE:
            return words.split(", ", 1)[0]
        case _:
            return words


def settled_words(item: Item) -> str:
    """What to say of an entry that needs nothing, and of which nothing is to come."""
    match item.entry:
        case Mechanism(cadence=()):
            return "nothing is owed"
        case Mechanism():
            return "no further window is laid"
        case Commitment():
            return ""
        case Event():
            return _settled_event(item.occurrence)


def _settled_event(occurrence: Occurrence | None) -> str:
    if occurrence is None:
        return "not known of then"
    match occurrence.status:
        case Status.HELD:
            return ""
        case Status.UNKNOWN:
            return "no outcome on record"
        case status:
            return str(status.value)
