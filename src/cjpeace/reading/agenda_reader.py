"""From plain data to an agenda: every key read, every reference followed, every problem noted."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from cjpeace.core.agenda import (
    Acceptance,
    Agenda,
    Commitment,
    Event,
    Mechanism,
    Party,
    Path,
    Section,
    Source,
)
from cjpeace.core.edtf import parse_edtf
from cjpeace.reading.cadence_reader import read_basis, read_cadence
from cjpeace.reading.entry import Entry, Keys
from cjpeace.reading.keys import (
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
from cjpeace.reading.kinds import ID_ACCEPTED, is_id
from cjpeace.reading.names import Names, refer_to_sources
from cjpeace.reading.problem import Problem
from cjpeace.reading.session_reader import read_event_session, read_session
from cjpeace.reading.yaml_text import Data

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
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:100].strip("-")


_STAND_IN = parse_edtf("2000")
"""In place of an `adopted` that cannot be read, so that only this is reported, once."""


class _Reader:
    """The reading of one file: what its parts refer to, and what holds for all of them."""

    def __init__(self, top: Entry) -> None:
        self.top, self.problems = top, top.problems
        self.names = Names.of(top.data)
        self.adopted = top.get(AgendaKeys.adopted)
        if self.adopted is None and top.has(AgendaKeys.adopted):
            self.adopted = _STAND_IN
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
            adopted=self.adopted,
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
            top.problem(("title",), f'no id can be made of "{title}"', "give the agenda an `id`")
        self._refuse_shared_keys()
        self._refuse_cycles("mechanisms", "succeeds")
        self._refuse_cycles("events", "follows")
        return agenda

    def _each(
        self, name: str, keys: type[Keys], make: Callable[[str, Entry], T | None]
    ) -> dict[str, T]:
        """What each entry of a mapping says, by its key, in the order of the file."""
        found: dict[str, T] = {}
        for key, data in self.top.children(name).items():
            step = key if isinstance(key, str | int) else str(key)
            if not is_id(key) and name != "sources":
                message = f'"{key}" cannot be the key of {keys.called}'
                self.top.problem((name, step), message, ID_ACCEPTED, at_key=True)
            made = make(str(key), Entry(data, (name, step), keys, self.problems))
            if made is not None:
                found[str(key)] = made
        return found

    def _sections(self) -> list[Section]:
        found: list[Section] = []
        seen: set[object] = set()
        for number, data in enumerate(self.top.items("agreement")):
            entry = Entry(data, ("agreement", number), SectionKeys, self.problems)
            paragraphs: dict[int, str] = {}
            for key, text in entry.children("paragraphs").items():
                within: Path = ("paragraphs", key if isinstance(key, int) else str(key))
                if not isinstance(key, int) or isinstance(key, bool):
                    message = f'"{key}" is not the number of a paragraph'
                    entry.problem(within, message, "number the paragraphs", at_key=True)
                elif not isinstance(text, str):
                    entry.problem(within, f"paragraph {key} takes text", "put it in quotes")
                elif key in seen:
                    entry.problem(within, f"paragraph {key} comes twice", at_key=True)
                else:
                    paragraphs[key] = text
                seen.add(key)
            found.append(Section(entry.get(SectionKeys.section), paragraphs))
        return found

    def _mechanism(self, key: str, entry: Entry) -> Mechanism:
        keys = MechanismKeys
        for name, what in ((keys.pairs_with, "a mechanism"), (keys.succeeds, "a mechanism")):
            entry.refer(name, self.names.mechanisms, what)
        entry.refer(keys.hosts, self.names.parties, "a party")
        entry.refer(keys.paragraph, self.names.paragraphs, "a paragraph")
        refer_to_sources(entry, keys.source, self.names)
        cadence = read_cadence(entry, self.adopted, self.names)
        mechanism = Mechanism(
            key=key,
            title=entry.need(keys.title) or "",
            path=entry.path,
            paragraphs=entry.several(keys.paragraph),
            cadence=cadence,
            basis=read_basis(entry, cadence),
            hosts=entry.several(keys.hosts),
            at=entry.get(keys.at),
            timezone=entry.get(keys.timezone),
            lasts=entry.get(keys.lasts),
            grace=entry.get(keys.grace) or self.grace,
            notice=entry.get(keys.notice) or self.notice,
            place=entry.get(keys.place),
            pairs_with=entry.several(keys.pairs_with),
            convened_by=entry.get(keys.convened_by),
            succeeds=entry.get(keys.succeeds),
            accept=self._acceptance(entry),
            sessions=tuple(
                session
                for number, data in enumerate(entry.items("sessions"))
                if (session := read_session(data, entry, number, self.names))
            ),
            note=entry.get(keys.note),
            source=entry.several(keys.source),
            reviewed=entry.get(keys.reviewed),
            updated=entry.get(keys.updated),
        )
        _refuse_hours_without_time(mechanism, entry)
        _refuse_endless_overlap(mechanism, entry)
        return mechanism

    def _event(self, key: str, entry: Entry) -> Event | None:
        keys = EventKeys
        entry.refer(keys.follows, self.names.recurring_or_not, "an event or mechanism")
        entry.refer(keys.paragraph, self.names.paragraphs, "a paragraph")
        title = entry.need(keys.title) or ""
        session = read_event_session(entry, self.names)
        grace, notice = entry.get(keys.grace), entry.get(keys.notice)
        if session is None:
            return None
        return Event(
            key=key,
            title=title,
            path=entry.path,
            session=session,
            paragraphs=entry.several(keys.paragraph),
            convened_by=entry.get(keys.convened_by),
            follows=entry.get(keys.follows),
            grace=grace or self.grace,
            notice=notice or self.notice,
            accept=self._acceptance(entry),
        )

    def _acceptance(self, entry: Entry) -> Acceptance:
        accept = Entry(entry.children("accept"), (*entry.path, "accept"), AcceptKeys, self.problems)
        codes = [key for key in AcceptKeys.by_name.values() if key is not AcceptKeys.until]
        reasons = {key.name: reason for key in codes if (reason := accept.get(key)) is not None}
        return Acceptance(reasons, accept.get(AcceptKeys.until))

    def _commitment(self, key: str, entry: Entry) -> Commitment:
        keys = CommitmentKeys
        entry.refer(keys.carried_by, self.names.recurring_or_not, "a mechanism or event")
        entry.refer(keys.paragraph, self.names.paragraphs, "a paragraph")
        refer_to_sources(entry, keys.source, self.names)
        return Commitment(
            key=key,
            path=entry.path,
            title=entry.get(keys.title),
            paragraphs=entry.several(keys.paragraph),
            carried_by=entry.several(keys.carried_by),
            done=entry.get(keys.done),
            note=entry.get(keys.note),
            source=entry.several(keys.source),
        )

    def _refuse_shared_keys(self) -> None:
        for key in self.names.events:
            if key in self.names.mechanisms:
                message = f'"{key}" names both a mechanism and an event'
                self.top.problem(("events", str(key)), message, "rename one", at_key=True)

    def _refuse_cycles(self, section: str, key: str) -> None:
        """Note each chain of references within a section that comes back to where it began."""
        data = self.top.data.get(section)
        entries = data if isinstance(data, dict) else {}
        after = {n: e.get(key) for n, e in entries.items() if isinstance(e, dict)}
        told: set[object] = set()
        for start in after:
            chain: list[object] = [start]
            while (
                (step := after.get(chain[-1])) in after and step not in chain and step not in told
            ):
                chain.append(step)
            if step == start and start not in told:
                shown = " -> ".join(str(name) for name in [*chain, start])
                message = f"`{key}` goes round in a circle: {shown}"
                self.top.problem((section, str(start), key), message, "remove one of them")
            told.update(chain)


def _party(key: str, entry: Entry) -> Party:
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


def _refuse_hours_without_time(mechanism: Mechanism, entry: Entry) -> None:
    timed = mechanism.at or any(session.at for session in mechanism.sessions)
    if mechanism.lasts is not None and mechanism.lasts.minutes and not timed:
        message = f'"{mechanism.lasts}" needs to know when a session begins'
        entry.problem(("lasts",), message, "add `at`, or give the length in days")


MOST_OVERLAPPED = 1000
"""A session that covers more slots than this is taken for a mistake."""


def _refuse_endless_overlap(mechanism: Mechanism, entry: Entry) -> None:
    if not mechanism.cadence:
        return
    shortest = min(
        (e.every.months * 28 + e.every.days) / max(1, len(e.when)) for e in mechanism.cadence
    )
    for session in mechanism.sessions:
        window = session.meant
        days = (window.end.toordinal() if window.end else 0) - window.start.toordinal()
        if session.recorded.value != "unknown" and days / shortest > MOST_OVERLAPPED:
            message = f"a session cannot cover more than {MOST_OVERLAPPED} slots of its cadence"
            help_ = "write when it was held, or `unknown` for an interval without a record"
            entry.problem(session.path[len(entry.path) :], message, help_)
