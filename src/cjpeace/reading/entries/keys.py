"""The keys of an agenda file: the one list of what may be written, of which kind, and what it says.

The reader reads by these definitions, and messages and documentation quote them.
"""

from cjpeace.reading.entries.entry import Key, Keys
from cjpeace.reading.entries.kinds import (
    BASIS,
    CLOCK,
    CLOSED,
    DATE,
    DATE_OR_NONE_YET,
    EVERY,
    HOLIDAYS,
    HOST,
    HOURS,
    ID,
    LENGTH,
    LIST,
    MAPPING,
    NAME,
    NUMBER,
    NUMBERS,
    PARAGRAPH,
    RRULE,
    SESSION_LENGTH,
    TEXT,
    WHEN,
    ZONE,
)


class AgendaKeys(Keys):
    """The top of the file."""

    called = "an agenda"
    id = Key(ID, "what names the agenda in every calendar entry; default: the title as a slug")
    title = Key(TEXT, "what the agreement is called; may be left out where there is an `id`")
    adopted = Key(DATE, "when it was adopted; the default of `since`")
    reviewed = Key(DATE, "when the record was last looked after")
    updated = Key(DATE, "when the file was last changed in a way that readers should notice")
    parties = Key(MAPPING, "the sides of the agreement, by key")
    defaults = Key(MAPPING, "`grace` and `notice` where a mechanism or event has none of its own")
    agreement = Key(LIST, "the text of the agreement, section by section")
    sources = Key(MAPPING, "the documents that are cited, by key")
    mechanisms = Key(MAPPING, "the recurring meetings, by key")
    events = Key(MAPPING, "what happens once, by key")
    commitments = Key(MAPPING, "the undertakings without a date, by key")


class PartyKeys(Keys):
    """A side of the agreement."""

    called = "a party"
    name = Key(TEXT, "what the party is called")
    capital = Key(TEXT, "its capital")
    timezone = Key(ZONE, "the time zone of its capital, as in America/Toronto")
    holidays = Key(HOLIDAYS, "the country, or country and region, whose holidays it keeps")
    closed = Key(CLOSED, "the days of every year on which its government is closed")
    hours = Key(HOURS, "its working hours, 09:00-17:00 where they are not given")


class DefaultsKeys(Keys):
    """What holds for all mechanisms and events."""

    called = "the defaults"
    grace = Key(LENGTH, "how long after its window a meeting is only late, not overdue")
    notice = Key(LENGTH, "how long before the end of its window a meeting should have a date")


class SectionKeys(Keys):
    """A section of the agreement."""

    called = "a section"
    section = Key(TEXT, "the heading of the section")
    paragraphs = Key(MAPPING, "the text of each paragraph, by its number")


class SourceKeys(Keys):
    """A document that is cited."""

    called = "a source"
    title = Key(TEXT, "what the document is called")
    url = Key(TEXT, "its address")
    language = Key(TEXT, "the language it is written in, as in `ja`")
    seen = Key(DATE, "when it was last read")


class EraKeys(Keys):
    """One rule of a cadence."""

    called = "a cadence"
    every = Key(EVERY, "the interval: 2 years, 6 months, quarter, annual")
    when = Key(WHEN, "the part of the period in which it falls: autumn, 31 May, last Friday")
    rrule = Key(RRULE, "instead of both: a rule of RFC 5545, whose first day is `since`")
    since = Key(DATE, "from when the rule counts; default: `adopted`")
    until = Key(DATE, "when the rule lapses")
    note = Key(TEXT, "what else is to be said")
    source = Key(NAME, "the document that says so: a name from `sources`, or an address")


class SessionKeys(Keys):
    """A session on record."""

    called = "a session"
    held = Key(DATE, "the day or days on which it was held")
    confirmed = Key(DATE, "the date on which both sides have agreed")
    tentative = Key(DATE, "the date that is proposed")
    postponed = Key(DATE_OR_NONE_YET, "the new date, or `..` when there is none yet")
    cancelled = Key(DATE, "the date it had")
    unknown = Key(DATE, "the interval in which the record does not show what was held")
    planned = Key(DATE, "the date it had before, or a list of them in order")
    number = Key(NUMBER, "which one it is in the series")
    numbers = Key(NUMBERS, "the first and last number that an unknown interval hides: 5-9")
    title = Key(TEXT, "a title of its own")
    host = Key(HOST, "the party that hosts it, `none` by video or in a third country")
    place = Key(TEXT, "where it is held")
    at = Key(CLOCK, "the local time at which it begins")
    lasts = Key(SESSION_LENGTH, "how long it lasts")
    timezone = Key(ZONE, "the time zone of `at`; default: the host's")
    reason = Key(TEXT, "why it was postponed or cancelled")
    doubt = Key(TEXT, "what is not certain about it")
    note = Key(TEXT, "what else is to be said")
    source = Key(NAME, "the document that says so: a name from `sources`, or an address")
    updated = Key(DATE, "when this entry was last changed")


class MechanismKeys(Keys):
    """A recurring meeting."""

    called = "a mechanism"
    title = Key(TEXT, "what it is called")
    paragraph = Key(PARAGRAPH, "the paragraphs of the agreement that found it")
    cadence = Key(LIST, "one rule, or a list of rules by era; without it nothing is owed")
    basis = Key(BASIS, "whether slots keep the grid (fixed) or count from the last session")
    hosts = Key(NAME, "the parties that host it, in turn")
    at = Key(CLOCK, "the local time at which it begins")
    timezone = Key(ZONE, "the time zone of `at`; default: the host's")
    lasts = Key(SESSION_LENGTH, "how long a session lasts; default: 1 day")
    grace = Key(LENGTH, "how long after its window it is only late, not overdue")
    notice = Key(LENGTH, "how long before the end of its window it should have a date")
    place = Key(TEXT, "where it always meets")
    pairs_with = Key(NAME, "the mechanisms that meet back to back with it")
    convened_by = Key(TEXT, "who convenes it, when it is not the parties")
    succeeds = Key(NAME, "the mechanism that it replaces")
    accept = Key(MAPPING, "findings that are known and accepted, with the reason, and until when")
    sessions = Key(LIST, "what is on record, in any order")
    note = Key(TEXT, "what else is to be said")
    source = Key(NAME, "the document that says so: a name from `sources`, or an address")
    reviewed = Key(DATE, "when its record was last looked after")
    updated = Key(DATE, "when this entry was last changed")


class EventKeys(Keys):
    """Something that happens once."""

    called = "an event"
    title = Key(TEXT, "what it is called")
    paragraph = Key(PARAGRAPH, "the paragraphs of the agreement that found it")
    expected = Key(DATE, "the window in which it is to be held, while nothing else is known")
    held = SessionKeys.held
    confirmed = SessionKeys.confirmed
    tentative = SessionKeys.tentative
    postponed = SessionKeys.postponed
    cancelled = SessionKeys.cancelled
    planned = SessionKeys.planned
    number = SessionKeys.number
    host = SessionKeys.host
    place = SessionKeys.place
    at = SessionKeys.at
    lasts = SessionKeys.lasts
    timezone = SessionKeys.timezone
    reason = SessionKeys.reason
    doubt = SessionKeys.doubt
    convened_by = Key(TEXT, "who convenes it, when it is not the parties")
    follows = Key(NAME, "the event or mechanism that it follows up")
    grace = Key(LENGTH, "how long after its window it is only late, not overdue")
    notice = Key(LENGTH, "how long before the end of its window it should have a date")
    accept = Key(MAPPING, "findings that are known and accepted, with the reason, and until when")
    note = SessionKeys.note
    source = SessionKeys.source
    updated = SessionKeys.updated


class AcceptKeys(Keys):
    """Findings that are known and accepted."""

    called = "`accept`"
    overdue = Key(TEXT, "why it is accepted that a meeting is overdue")
    unreported = Key(TEXT, "why it is accepted that no outcome is recorded")
    unscheduled = Key(TEXT, "why it is accepted that no date is set")
    holiday = Key(TEXT, "why it is accepted that a session falls on a holiday")
    conflict = Key(TEXT, "why it is accepted that sessions overlap")
    host_order = Key(TEXT, "why it is accepted that hosts are out of turn", name="host-order")
    stale = Key(TEXT, "why it is accepted that the record was not reviewed")
    until = Key(DATE, "the last day on which they are accepted")


class CommitmentKeys(Keys):
    """An undertaking without a date."""

    called = "a commitment"
    title = Key(TEXT, "what is undertaken, in a few words")
    paragraph = Key(PARAGRAPH, "the paragraphs of the agreement that say so")
    carried_by = Key(NAME, "the mechanisms or events that carry it, where the text says so")
    done = Key(DATE, "when it was fulfilled")
    note = Key(TEXT, "what else is to be said")
    source = Key(NAME, "the document that says so: a name from `sources`, or an address")
