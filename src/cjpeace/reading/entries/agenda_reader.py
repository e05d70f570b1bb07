"""From plain data to an agenda: every key read, every reference followed, every problem noted."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from cjpeace.core.agenda import (
    NOBODY,
    Acceptance,
    Agenda,
    Commitment,
    Event,
    Mechanism,
    Party,
    Path,
    Recorded,
    Section,
    Session,
    Source,
)
from cjpeace.reading.entries.cadence_reader import read_basis, read_cadence
from cjpeace.reading.entries.circles import circles
from cjpeace.reading.entries.contradictions import refuse_endless_overlap, refuse_repetition
from cjpeace.reading.entries.entry import Entry, Keys
from cjpeace.reading.entries.keys import (
    AcceptKeys,
    AgendaKeys,
    CommitmentKeys,
    DefaultsKeys,
    EventKeys,
    MechanismKeys,
    PartyKeys,
    SectionKeys,
    SourceKeys,
)
from cjpeace.reading.entries.kinds import ID_ACCEPTED, is_id
from cjpeace.reading.entries.names import Names
from cjpeace.reading.entries.session_reader import (
    LIKELY_STATUSES,
    read_event_session,
    read_session,
    refuse_hours_without_time,
)
from cjpeace.reading.yaml.key_text import key_text, step
from cjpeace.reading.yaml.problem import Problem
from cjpeace.reading.yaml.shortened import quoted, shortened
from cjpeace.reading.yaml.yaml_text import Data

T = TypeVar("T")


def read_agenda(data: Data, problems: list[Problem]) -> Agenda | None:
    """The agenda that plain data holds; None, with the problems added, where it holds none."""
    before = len(problems)
    top = Entry(data, (), AgendaKeys, problems)
    agenda = _Reader(top).agenda() if isinstance(data, dict) else None
    return agenda if len(problems) == before else None


def slug(title: str) -> str:
    """A title as an id.

    >>> slug("Entente Québec-Japon (2001)")
    'entente-quebec-japon-2001'
    """
    dashed = "".join("-" if unicodedata.category(c) == "Pd" else c for c in title)
    plain = unicodedata.normalize("NFKD", dashed).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:100].strip("-")


class _Reader:
    """The reading of one file: what its parts refer to, and what holds for all of them."""

    def __init__(self, top: Entry) -> None:
        self.top, self.problems = top, top.problems
        self.names = Names.of(top)
        defaults = Entry(top.children("defaults"), ("defaults",), DefaultsKeys, self.problems)
        self.grace = defaults.get(DefaultsKeys.grace)
        self.notice = defaults.get(DefaultsKeys.notice)

    def agenda(self) -> Agenda:
        top = self.top
        id_ = top.get(AgendaKeys.id)
        title = top.get(AgendaKeys.title) if top.has(AgendaKeys.id) else top.need(AgendaKeys.title)
        agenda = Agenda(
            id=id_ or slug(title or ""),
            title=title or id_ or "",
            adopted=top.get(AgendaKeys.adopted),
            reviewed=top.get(AgendaKeys.reviewed),
            updated=top.get(AgendaKeys.updated),
            parties=self._each("parties", PartyKeys, _party),
            agreement=tuple(self._sections()),
            sources=self._each("sources", SourceKeys, _source),
            mechanisms=self._each("mechanisms", MechanismKeys, self._mechanism),
            events=self._each("events", EventKeys, self._event),
            commitments=self._each("commitments", CommitmentKeys, self._commitment),
            grace=self.grace,
            notice=self.notice,
        )
        if title and not agenda.id:
            top.problem(
                ("title",), f"no id can be made of {quoted(title)}", "give the agenda an `id`"
            )
        self._refuse_shared_keys()
        self._refuse_cycles("mechanisms", "succeeds")
        self._refuse_cycles("events", "follows")
        return agenda

    def _each(
        self, name: str, keys: type[Keys], make: Callable[[str, Entry], T | None]
    ) -> dict[str, T]:
        """What each entry of a mapping says, by its key, in the order of the file."""
        likely = LIKELY_STATUSES | _LIKELY_PROMISES if keys is EventKeys else {}
        found: dict[str, T] = {}
        empty = False
        for key, data in self.top.children(name).items():
            if empty and key in keys.by_name and not isinstance(data, dict):
                continue  # one of its keys, not indented
            empty = data is None
            if not is_id(key) and name != "sources":
                message = f"{quoted(key_text(key))} cannot be the key of {keys.called}"
                self.top.problem((name, step(key)), message, ID_ACCEPTED, at_key=True)
            made = make(str(key), Entry(data, (name, step(key)), keys, self.problems, likely))
            if made is not None:
                found[str(key)] = made
        return found

    def _sections(self) -> list[Section]:
        found: list[Section] = []
        seen: set[object] = set()
        for number, data in enumerate(self.top.items("agreement")):
            entry = Entry(data, ("agreement", number), SectionKeys, self.problems)
            paragraphs = self._paragraphs(entry, seen)
            found.append(Section(entry.get(SectionKeys.section), paragraphs))
        return found

    def _paragraphs(self, entry: Entry, seen: set[object]) -> dict[int, str]:
        paragraphs: dict[int, str] = {}
        for key, text in entry.children("paragraphs").items():
            within: Path = ("paragraphs", step(key))
            if not isinstance(key, int) or isinstance(key, bool):
                message = f"{quoted(key_text(key))} is not the number of a paragraph"
                entry.problem(within, message, "number the paragraphs", at_key=True)
            elif key < 1:
                message = f"{key} is not the number of a paragraph"
                entry.problem(within, message, "paragraphs count from 1", at_key=True)
            elif not isinstance(text, str):
                entry.problem(within, f"paragraph {key} takes text", "put it in quotes")
            elif not text.strip():
                entry.problem(within, f"paragraph {key} is empty", "write its text")
            elif key in seen:
                entry.problem(within, f"paragraph {key} comes twice", at_key=True)
            else:
                paragraphs[key] = text
            seen.add(key)
        return paragraphs

    def _mechanism(self, key: str, entry: Entry) -> Mechanism:
        keys = MechanismKeys
        names = self.names
        cadence = read_cadence(entry, self.top, names)
        mechanism = Mechanism(
            key=key,
            title=entry.need(keys.title) or "",
            path=entry.path,
            paragraphs=entry.names(keys.paragraph, names.paragraphs),
            cadence=cadence,
            basis=read_basis(entry, cadence),
            hosts=entry.names(keys.hosts, names.parties),
            grace=entry.get(keys.grace) or self.grace,
            notice=entry.get(keys.notice) or self.notice,
            pairs_with=entry.names(keys.pairs_with, names.mechanisms),
            succeeds=entry.name(keys.succeeds, names.mechanisms),
            accept=self._acceptance(entry),
            sessions=tuple(
                session
                for number, data in enumerate(entry.items("sessions"))
                if (session := read_session(data, entry, number, names))
            ),
            source=entry.names(keys.source, names.sources),
            **entry.given(_TAKEN_OVER),
        )
        if entry.has(keys.lasts) and not any(session.at for session in mechanism.sessions):
            refuse_hours_without_time(entry, keys.lasts, keys.at)
        refuse_repetition(mechanism, entry)
        refuse_endless_overlap(mechanism, entry)
        return mechanism

    def _event(self, key: str, entry: Entry) -> Event | None:
        keys = EventKeys
        title = entry.need(keys.title) or ""
        session = read_event_session(entry, self.names)
        event = Event(
            key=key,
            title=title,
            path=entry.path,
            session=session or _NO_SESSION,
            paragraphs=entry.names(keys.paragraph, self.names.paragraphs),
            convened_by=entry.get(keys.convened_by),
            follows=entry.name(keys.follows, self.names.events_or_mechanisms),
            grace=entry.get(keys.grace) or self.grace,
            notice=entry.get(keys.notice) or self.notice,
            accept=self._acceptance(entry),
        )
        return event if session else None

    def _acceptance(self, entry: Entry) -> Acceptance:
        if not entry.has(MechanismKeys.accept):
            return _NOTHING_ACCEPTED
        accept = Entry(entry.children("accept"), (*entry.path, "accept"), AcceptKeys, self.problems)
        codes = [key for key in AcceptKeys.by_name.values() if key is not AcceptKeys.until]
        reasons = {key.name: reason for key in codes if (reason := accept.get(key)) is not None}
        return Acceptance(reasons, accept.get(AcceptKeys.until))

    def _commitment(self, key: str, entry: Entry) -> Commitment:
        keys = CommitmentKeys
        return Commitment(
            key=key,
            path=entry.path,
            title=entry.get(keys.title),
            paragraphs=entry.names(keys.paragraph, self.names.paragraphs),
            carried_by=entry.names(keys.carried_by, self.names.mechanisms_or_events),
            done=entry.get(keys.done),
            note=entry.get(keys.note),
            source=entry.names(keys.source, self.names.sources),
        )

    def _refuse_shared_keys(self) -> None:
        mechanisms = self.top.data.get("mechanisms")
        for key in _mapping(self.top.data.get("events")):
            if key in _mapping(mechanisms):
                message = f"{quoted(key_text(key))} names both a mechanism and an event"
                self.top.problem(("events", step(key)), message, "rename one", at_key=True)

    def _refuse_cycles(self, section: str, key: str) -> None:
        """Note each chain of references within a section that comes back to where it began."""
        entries = _mapping(self.top.data.get(section))
        after = {name: _mapping(entry).get(key) for name, entry in entries.items()}
        for circle in circles(
            {n: s for n, s in after.items() if isinstance(s, str) and s in after}
        ):
            shown = " -> ".join(shortened(key_text(name)) for name in [*circle, circle[0]])
            message = f"`{key}` goes round in a circle: {shown}"
            self.top.problem((section, step(circle[0]), key), message, "remove one of them")


_TAKEN_OVER = {
    key.name: key
    for key in (
        MechanismKeys.at,
        MechanismKeys.timezone,
        MechanismKeys.lasts,
        MechanismKeys.place,
        MechanismKeys.convened_by,
        MechanismKeys.note,
        MechanismKeys.reviewed,
        MechanismKeys.updated,
    )
}
"""The keys whose values a mechanism takes over as they are, under the same name."""

_LIKELY_PROMISES = dict.fromkeys(("promised", "due", "by"), "expected")
"""What people write instead of the key that only events have."""

_NOTHING_ACCEPTED = Acceptance()

_NO_SESSION = Session(Recorded.EXPECTED, None, ())
"""In place of what is on record of an event where that cannot be read."""


def _mapping(data: Data) -> dict[object, Data]:
    return data if isinstance(data, dict) else {}


def _party(key: str, entry: Entry) -> Party:
    if key == NOBODY:
        message = f'no party can be called "{key}"'
        entry.problem((), message, "it is the host of what no party hosts", at_key=True)
    return Party(
        key=key,
        name=entry.get(PartyKeys.name) or key,
        timezone=entry.need(PartyKeys.timezone) or "",
        capital=entry.get(PartyKeys.capital),
        holidays=entry.get(PartyKeys.holidays),
        closed=entry.several(PartyKeys.closed),
        hours=entry.get(PartyKeys.hours),
    )


def _source(key: str, entry: Entry) -> Source:
    return Source(
        key=key,
        title=entry.get(SourceKeys.title),
        url=entry.get(SourceKeys.url),
        language=entry.get(SourceKeys.language),
        seen=entry.get(SourceKeys.seen),
    )
