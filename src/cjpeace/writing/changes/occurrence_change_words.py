"""What has become of an occurrence: "confirmed for 14-15 Oct 2026 in Ottawa (was: due in 2026)"."""

from collections.abc import Callable

from cjpeace.core.agenda import NOBODY, Agenda
from cjpeace.core.changes.difference import Difference
from cjpeace.core.changes.occurrence_difference import Detail, OccurrenceChange
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.changes.item_change_words import changed_text, labelled, value_words, was
from cjpeace.writing.layout.cells import visible
from cjpeace.writing.words.words import date_words, ordinal, when_words


def standing(occurrence: Occurrence) -> str:  # noqa: PLR0911 - one per status
    """How an occurrence stands: its status, its date and its place."""
    status, date = occurrence.status, date_words(occurrence.date)
    place = occurrence.session and occurrence.session.place
    where = f" in {visible(place)}" if place else ""
    match status:
        case Status.HELD:
            return f"held {_in(occurrence)}{where}"
        case Status.CONFIRMED | Status.TENTATIVE:
            return f"{status.value} for {date}{where}"
        case Status.UNREPORTED:
            return f"planned for {date}{where}, no outcome on record"
        case Status.CANCELLED:
            return f"cancelled, planned for {date}"
        case Status.POSTPONED if occurrence.session and occurrence.session.date is None:
            return "postponed to no date yet"
        case Status.POSTPONED:
            return f"postponed to {date}{where}"
        case Status.PROJECTED | Status.DUE | Status.LATE:
            return f"{status.value} {_in(occurrence)}"
        case Status.OVERDUE | Status.MISSED:
            return f"{status.value}, was due {_in(occurrence)}"
        case Status.UNKNOWN:
            return f"not on record {_in(occurrence)}"


def _in(occurrence: Occurrence) -> str:
    """When, so that it follows a verb: "in 2026", "by 31 Dec 2026", "for autumn 2027"."""
    words = when_words(occurrence)
    if words.startswith(("in ", "by ", "from ", "no ")) or occurrence.status is Status.HELD:
        return words
    return f"for {words}"


def occurrence_words(change: OccurrenceChange, difference: Difference) -> str:
    """What has become of an occurrence."""
    before, after = change.before, change.after
    if before is None:
        return f"new: {whole_words(change.shown, difference.after)}"
    if after is None:
        return f"gone (was: {whole_words(before, difference.before)})"
    details = set(change.details)
    parts = []
    if details & {Detail.STATUS, Detail.DATE}:
        parts.append(was(standing(after), standing(before)))
        details -= {Detail.PLACE, Detail.PLANNED}  # the standings say so
    said = (_DETAILS[detail] for detail in change.details if detail in details & _DETAILS.keys())
    return "; ".join([*parts, *(say(before, after, difference) for say in said)])


def whole_words(occurrence: Occurrence, agenda: Agenda | None) -> str:
    """How an occurrence stands, with its number and host."""
    parts = [standing(occurrence)]
    if occurrence.number is not None:
        parts.append(ordinal(occurrence.number))
    if occurrence.host is not None:
        parts.append(host_name(occurrence, agenda))
    return ", ".join(parts)


def host_name(occurrence: Occurrence, agenda: Agenda | None) -> str:
    """Who hosts it, by name."""
    if occurrence.host == NOBODY:
        return "no host"
    party = agenda.parties.get(occurrence.host or "") if agenda is not None else None
    return visible(party.name) if party else "unknown"


Said = Callable[[Occurrence, Occurrence, Difference], str]


def _number(before: Occurrence, after: Occurrence, _: Difference) -> str:
    numbers = (ordinal(o.number) if o.number is not None else "no number" for o in (after, before))
    return was(*numbers)


def _host(before: Occurrence, after: Occurrence, difference: Difference) -> str:
    name = host_name(after, difference.after)
    now = "no host" if after.host == NOBODY else f"hosted by {name}"
    now = "host unknown" if after.host is None else now
    return was(now, host_name(before, difference.before))


def _stated(label: str, value: Callable[[Occurrence], object]) -> Said:
    """Words for what a session states."""

    def say(before: Occurrence, after: Occurrence, _: Difference) -> str:
        now, then = value(after), value(before)
        if isinstance(now, str) and isinstance(then, str):
            return changed_text(label, now, then)
        return was(labelled(label, value_words(now)), value_words(then))

    return say


def _of_session(label: str, name: str) -> Said:
    return _stated(label, lambda one: getattr(one.session, name, None))


_DETAILS: dict[Detail, Said] = {
    Detail.ID: lambda before, _, __: f"before as {before.id}",
    Detail.NUMBER: _number,
    Detail.HOST: _host,
    Detail.PLACE: lambda before, after, _: was(
        f"in {visible(after.place or 'no place')}", visible(before.place or "none")
    ),
    Detail.AT: _of_session("begins at", "at"),
    Detail.TIMEZONE: _of_session("time zone", "timezone"),
    Detail.LASTS: _of_session("lasts", "lasts"),
    Detail.TITLE: _stated("title", lambda one: one.title),
    Detail.PLANNED: _of_session("planned before for", "planned"),
    Detail.REASON: _of_session("reason", "reason"),
    Detail.DOUBT: _of_session("doubt", "doubt"),
    Detail.NOTE: _of_session("note", "note"),
    Detail.SOURCE: _of_session("source", "source"),
}
"""Words for the details that a standing does not say."""
