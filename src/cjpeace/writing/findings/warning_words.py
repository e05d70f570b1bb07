"""Warnings in words: no date, a day off, a host out of turn, an old record, an old waiver."""

from datetime import date
from itertools import groupby

from cjpeace.core.agenda import Agenda, Mechanism, Owner
from cjpeace.core.dates.window import ONE_DAY
from cjpeace.core.findings.day_off import DayOff
from cjpeace.core.findings.finding import Age, OutOfTurn, TimeOff, Undated, Waiver
from cjpeace.core.findings.upkeep import YEAR
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.findings.finding_parts import FindingWords, called, some_listed
from cjpeace.writing.words.words import date_words, day_words, listed, ordinal, when_words

ACCEPT = "or accept it with a reason (`accept`)"


def undated_words(undated: Undated, occurrence: Occurrence) -> FindingWords:
    """A meeting without a date although its window ends soon, or has ended."""
    owner, key = occurrence.owner, occurrence.owner.key
    last = day_words(undated.deadline - ONE_DAY)
    ended = occurrence.status is Status.LATE
    note = f"its window ended on {last}" if ended else f"its window ends on {last}"
    if owner.notice is not None and not ended:
        note += f", and a date should be set {owner.notice} before"
    note += f"; without a meeting it is overdue from {day_words(undated.overdue_from)}"
    help_ = (
        f"find a date with `cjpeace propose {key}`, "
        f"set it with `cjpeace record {key} DATE --confirmed`, {ACCEPT}"
    )
    message = f"no date is set for {called(occurrence)} ({when_words(occurrence)})"
    return FindingWords(message, note, help_)


def time_off_words(time_off: TimeOff, occurrence: Occurrence) -> FindingWords:
    """A planned session on days on which a party is off, or at an unusual weekend."""
    names = list(dict.fromkeys(_of_party(off) for off in time_off.days_off))
    names += ["a weekend"] if time_off.weekend else []
    message = f"{called(occurrence)} {_planned(occurrence)}, on {some_listed(names)}"
    days = [
        f"{_weekday(day)} is {listed([_of_party(off) for off in off_then])}"
        for day, off_then in groupby(time_off.days_off, key=lambda off: off.day)
    ]
    if time_off.weekend:
        weekend = listed([_weekday(day) for day in time_off.weekend])
        days.append(f"{weekend}: none is on record as held on a weekend")
    propose = f"choose other days with `cjpeace propose {occurrence.owner.key}`, {ACCEPT}"
    more = [f"and {len(days) - MOST_DAYS} more days"] if len(days) > MOST_DAYS else []
    return FindingWords(message, "; ".join([*days[:MOST_DAYS], *more]), propose)


MOST_DAYS = 6
"""Of more days off than so many the others are counted."""

_PLANNED = {
    Status.CONFIRMED: "is confirmed for",
    Status.TENTATIVE: "is tentative for",
    Status.POSTPONED: "is postponed to",
}


def _planned(occurrence: Occurrence) -> str:
    return f"{_PLANNED[occurrence.status]} {date_words(occurrence.date)}"


def _of_party(off: DayOff) -> str:
    return f"{off.name or 'a closed day'} ({off.party.name})"


def _weekday(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day_words(day)}"


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def out_of_turn_words(turn: OutOfTurn, occurrence: Occurrence, agenda: Agenda) -> FindingWords:
    """A planned session that another party should host."""
    owner = occurrence.owner
    hosts = owner.hosts if isinstance(owner, Mechanism) else ()
    names = {key: party.name for key, party in agenda.parties.items()}
    stated, expected = names[str(occurrence.host)], names[turn.expected]
    message = f"{called(occurrence)} is to be hosted by {stated}, but it is the turn of {expected}"
    note = f"hosts in turn: {', '.join(names[key] for key in hosts)}"
    note += f"; {_one_before(turn, names)}" if turn.last else "; the very first host is the first"
    help_ = f"correct `host`, or the hosts of the sessions before it, {ACCEPT}"
    return FindingWords(message, note, help_)


def _one_before(turn: OutOfTurn, names: dict[str, str]) -> str:
    said = f"the one before it is that of {names[str(turn.last)]}"
    if turn.after is None:
        return said
    number = f"the {ordinal(turn.after.number)}, " if turn.after.number else ""
    return f"{said} ({number}{date_words(turn.after.own)})"


def age_words(age: Age, owner: Owner | None) -> FindingWords:
    """A record that was last reviewed over a year ago."""
    what = f"the record of {owner.key}" if owner else "the record"
    last = age.reviewed.window.last_day
    assert last is not None  # noqa: S101 - a review without an end is never over a year ago
    message = f"{what} was last reviewed over a year ago ({date_words(age.reviewed)})"
    note = f"a review is good for a year: this one was until {day_words(YEAR.after(last))}"
    help_ = "look for what has been held or announced since, and set `reviewed` to that day"
    return FindingWords(message, note, f"{help_}, {ACCEPT}" if owner else help_)


def waiver_words(waiver: Waiver, owner: Owner | None) -> FindingWords:
    """A waiver that has run out."""
    last = waiver.until.window.last_day
    assert last is not None  # noqa: S101 - a waiver without an end never runs out
    of = f" of {owner.key}" if owner else ""
    message = f"the waiver{of} for {listed(waiver.reasons)} ran out on {day_words(last)}"
    if waiver.hides:
        note = f"it would still hide: {', '.join(code.value for code in waiver.hides)}"
        return FindingWords(message, note, "see to what it hid, or set a later `until`")
    note = "" if "conflict" in waiver.reasons else "nothing that it names is found now"
    return FindingWords(message, note, "remove `accept`, or set a later `until`")
