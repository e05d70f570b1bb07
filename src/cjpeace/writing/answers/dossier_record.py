"""A dossier as the stable JSON has it: the record of its entry, with all that is known of it."""

from cjpeace.core.agenda import Agenda, Event, Mechanism, Session, Source
from cjpeace.core.answers.dossier import Dossier, Paragraph, Subject
from cjpeace.core.answers.overview import Entry
from cjpeace.core.answers.run import Run
from cjpeace.core.dates.edtf import edtf_of
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.writing.answers.item_record import item_record
from cjpeace.writing.answers.occurrence_record import occurrence_record
from cjpeace.writing.layout.delimited import OCCURRENCE_COLUMNS
from cjpeace.writing.layout.stable_json import Record
from cjpeace.writing.words.run_words import run_words

Shown = tuple[Agenda, Subject]
"""What was asked about, and the agenda that it is of."""

SESSION_COLUMNS = (*OCCURRENCE_COLUMNS, "planned", "lasts", "reason", "doubt", "note")
"""The columns of sessions as CSV."""


def subjects_record(shown: list[Shown], *, prefix: bool) -> Record:
    """The fields of an answer: paragraphs asked about, entries, and the sources that they cite."""
    dossiers = [(agenda, dossier) for agenda, subject in shown for dossier in subject.dossiers]
    paragraphs = [
        {**_paragraph_record(subject.paragraph), "agenda": agenda.id}
        for agenda, subject in shown
        if subject.paragraph is not None
    ]
    cited = {(agenda.id, key): agenda for agenda, one in dossiers for key in cited_keys(one)}
    return {
        "paragraphs": paragraphs,
        "items": [dossier_record(one, agenda, prefix=prefix) for agenda, one in dossiers],
        "sources": [
            {**source_record(agenda.sources.get(key), key), "agenda": agenda.id}
            for (_, key), agenda in cited.items()
        ],
    }


def session_records(shown: list[Shown], *, prefix: bool) -> list[Record]:
    """The sessions of all entries, each newest first."""
    return [
        session_record(occurrence, agenda, prefix=prefix)
        for agenda, subject in shown
        for dossier in subject.dossiers
        for occurrence in _told(dossier)
    ]


def dossier_record(dossier: Dossier, agenda: Agenda, *, prefix: bool) -> Record:
    """An entry with all that is known of it.

    `sessions` are its occurrences, newest first, as far as they are on record or come next; `runs`
    the slots without a record between them; `gaps` what is recorded as unknown.
    """
    entry = dossier.item.entry
    runs = [one for one in dossier.chapters if isinstance(one, Run)]
    return {
        **item_record(dossier.item, agenda, prefix=prefix),
        "text": [_paragraph_record(one) for one in dossier.paragraphs],
        **_terms(entry),
        "carries": _keys(dossier.carries),
        "succeeds": _keys(dossier.succeeds),
        "succeeded_by": _keys(dossier.succeeded_by),
        "follows": _keys(dossier.follows),
        "followed_by": _keys(dossier.followed_by),
        "pairs_with": _keys(dossier.pairs_with),
        "sessions": [session_record(one, agenda, prefix=prefix) for one in _told(dossier)],
        "runs": [_run_record(run) for run in runs],
        "gaps": [_gap_record(gap) for gap in dossier.gaps],
    }


def session_record(occurrence: Occurrence, agenda: Agenda, *, prefix: bool) -> Record:
    """An occurrence with what is written about its session."""
    session = occurrence.session
    return {
        **occurrence_record(occurrence, agenda, prefix=prefix),
        "planned": [str(edtf) for edtf in session.planned] if session else [],
        "lasts": str(session.lasts) if session and session.lasts else None,
        "reason": session.reason if session else None,
        "doubt": session.doubt if session else None,
        "note": session.note if session else None,
    }


def source_record(source: Source | None, key: str) -> Record:
    """A source; one that is cited by its address is its own key."""
    if source is None:
        return {"key": key, "title": None, "url": key, "language": None, "seen": None}
    return {
        "key": key,
        "title": source.title,
        "url": source.url,
        "language": source.language,
        "seen": str(source.seen) if source.seen else None,
    }


def cited_keys(dossier: Dossier) -> list[str]:
    """The sources of a dossier, each once: its own, those of its rules, those of its sessions."""
    entry = dossier.item.entry
    keys: list[str] = []
    match entry:
        case Mechanism():
            keys += (key for era in reversed(entry.cadence) for key in era.source)
            keys += entry.source
        case Event():
            keys += entry.session.source
        case _:
            keys += entry.source
    for chapter in dossier.chapters:
        match chapter:
            case Occurrence(session=session) if session:
                keys += session.source
            case Run(gaps=gaps):
                keys += (key for gap in gaps for key in gap.source)
            case Session(source=source):
                keys += source
            case _:
                pass
    return list(dict.fromkeys(keys))


def _told(dossier: Dossier) -> list[Occurrence]:
    if dossier.item.occurrence is not None:
        return [dossier.item.occurrence]
    return [one for one in dossier.chapters if isinstance(one, Occurrence)]


def _terms(entry: Entry) -> Record:
    """What holds for each session of an entry; null or empty where it has no such key."""
    mechanism = entry if isinstance(entry, Mechanism) else None
    owner = entry if isinstance(entry, Mechanism | Event) else None
    at = mechanism.at if mechanism else None
    return {
        "basis": mechanism.basis.value if mechanism else None,
        "lasts": str(mechanism.lasts) if mechanism and mechanism.lasts else None,
        "at": at.strftime("%H:%M") if at else None,
        "timezone": mechanism.timezone if mechanism else None,
        "place": mechanism.place if mechanism else None,
        "grace": str(owner.grace) if owner and owner.grace else None,
        "notice": str(owner.notice) if owner and owner.notice else None,
        "accepted": dict(owner.accept.reasons) if owner else {},
        "accepted_until": str(owner.accept.until) if owner and owner.accept.until else None,
        "note": entry.session.note if isinstance(entry, Event) else entry.note,
        "source": list(entry.session.source if isinstance(entry, Event) else entry.source),
        "reviewed": str(mechanism.reviewed) if mechanism and mechanism.reviewed else None,
    }


def _paragraph_record(paragraph: Paragraph) -> Record:
    return {
        "paragraph": paragraph.number,
        "section": paragraph.section,
        "text": paragraph.text.strip(),
    }


def _run_record(run: Run) -> Record:
    return {
        "status": run.status.value,
        "slots": len(run.slots),
        "first": str(edtf_of(run.slots[0])),
        "last": str(edtf_of(run.slots[-1])),
        "numbers": [list(numbers) for numbers in run.numbers],
        "missing": run.missing if run.numbers else None,
        "within": run.within if run.numbers else None,
        "words": run_words(run),
    }


def _gap_record(gap: Session) -> Record:
    numbers = gap.numbers or (gap.number and (gap.number, gap.number))
    return {
        "unknown": str(gap.own),
        "numbers": [list(numbers)] if numbers else [],
        "doubt": gap.doubt,
        "note": gap.note,
        "source": list(gap.source),
    }


def _keys(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.key for entry in entries]
