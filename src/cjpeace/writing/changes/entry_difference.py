"""Calendar entries of two versions of an agenda: which come, vanish, and look different.

Entries are the same ones when their UID is. They are compared by what a calendar shows of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda
from cjpeace.core.dates.window import Window
from cjpeace.writing.ical.ical_identity import Named, sequence
from cjpeace.writing.ical.ical_span import Hours, ZoneOf, days_of, hours_of
from cjpeace.writing.ical.ical_words import Describer, summary
from cjpeace.writing.words.words import day_words, window_words


class Shown(Struct, frozen=True):
    """What a calendar shows of an entry; `start` and `end` are days, or times with their offset.

    `zone` is that of times, `when` says them in words, `sequence` is the version of the entry.
    """

    uid: str
    summary: str
    start: str
    end: str
    zone: str
    when: str
    place: str
    status: str
    description: str
    sequence: int


COMPARED = ("summary", "start", "end", "zone", "place", "status", "description")


class EntryChange(Struct, frozen=True):
    """An entry before and after, None where there is none; `fields` are what looks different."""

    before: Shown | None
    after: Shown | None
    fields: tuple[str, ...] = ()

    @property
    def shown(self) -> Shown:
        """The later of the two."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change is of something
        return found

    @property
    def is_step_back(self) -> bool:
        """Whether its SEQUENCE falls, so that some calendars keep what they have."""
        return bool(self.before and self.after and self.after.sequence < self.before.sequence)


def shown_entries(agenda: Agenda, named: Iterable[Named], zone_of: ZoneOf) -> list[Shown]:
    """What a calendar shows of occurrences."""
    describer = Describer(agenda, zone_of)
    return [_shown(one, agenda, describer, zone_of) for one in named]


def entry_changes(before: Iterable[Shown], after: Iterable[Shown]) -> Iterator[EntryChange]:
    """The entries that are not as they were, by start, then UID."""
    old, new = ({one.uid: one for one in entries} for entries in (before, after))
    uids = sorted({**old, **new}, key=lambda uid: ((new.get(uid) or old[uid]).start, uid))
    for uid in uids:
        was, now = old.get(uid), new.get(uid)
        if was is None or now is None:
            yield EntryChange(was, now)
        else:
            fields = tuple(f for f in COMPARED if getattr(was, f) != getattr(now, f))
            if fields:
                yield EntryChange(was, now, fields)


def _shown(named: Named, agenda: Agenda, describer: Describer, zone_of: ZoneOf) -> Shown:
    uid, occurrence = named
    days = days_of(occurrence)
    hours = hours_of(occurrence, agenda, zone_of)
    start: date = hours.start if hours else days.start
    end: date = hours.end if hours else days.end
    return Shown(
        uid,
        summary(occurrence, days),
        start.isoformat(),
        end.isoformat(),
        hours.zone if hours else "",
        _hours_words(hours) if hours else window_words(Window(days.start, days.end)),
        occurrence.place or "",
        occurrence.status.value,
        describer.description(occurrence, days, hours),
        sequence(occurrence, agenda),
    )


def _hours_words(hours: Hours) -> str:
    start, end = hours.start, hours.end
    until = f"{end:%H:%M}" if end.date() == start.date() else f"{day_words(end)} {end:%H:%M}"
    return f"{day_words(start)} {start:%H:%M} to {until}"
