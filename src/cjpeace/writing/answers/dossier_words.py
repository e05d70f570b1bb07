"""A dossier in words: what a page about one entry says, before it is laid out."""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import (
    NOBODY,
    Acceptance,
    Agenda,
    Commitment,
    Event,
    Mechanism,
    Recorded,
    Session,
)
from cjpeace.core.answers.dossier import Chapter, Dossier
from cjpeace.core.answers.overview import Entry
from cjpeace.core.answers.run import Run
from cjpeace.core.answers.upcoming import Upcoming
from cjpeace.core.history.occurrence import Occurrence, Status
from cjpeace.writing.words.ahead_words import ahead_words, settled_words, short_standing
from cjpeace.writing.words.cadence_words import NO_CADENCE, era_words, hosts_words
from cjpeace.writing.words.citations import Citations
from cjpeace.writing.words.run_words import numbers_words, run_words
from cjpeace.writing.words.words import date_words, day_words, listed, ordinal, when_words


class Row(Struct, frozen=True):
    """A line of a history: number and date where it has them, what it says, and notes to it."""

    words: str
    number: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
    status: Status | None = None


class Page(Struct, frozen=True):
    """An entry in words: labelled fields, and its history newest first."""

    title: str
    subtitle: str
    fields: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def page(dossier: Dossier, agenda: Agenda, as_of: date, cited: Citations) -> Page:
    """What to say of an entry; the sources that it cites are added to `cited`."""
    item = dossier.item
    entry = item.entry
    match entry:
        case Mechanism():
            fields = _mechanism(entry, dossier, agenda, as_of, cited)
        case Event():
            fields = _event(entry, dossier, agenda, as_of, cited)
        case Commitment():
            fields = _commitment(entry, dossier, cited)
    fields += _relations(dossier)
    rows = tuple(_row(one, dossier, agenda, as_of, cited) for one in dossier.chapters)
    paragraphs = [str(number) for number in entry.paragraphs]
    named = f"paragraph{'s' if len(paragraphs) > 1 else ''} {listed(paragraphs)}"
    subtitle = [item.kind.value, entry.key, named if paragraphs else "beyond the text"]
    if not agenda.agreement and not paragraphs:
        subtitle.pop()
    kept = tuple((label, text) for label, text in fields if text)
    return Page(item.title, ", ".join(subtitle), kept, rows)


Fields = list[tuple[str, str]]


def _mechanism(
    mechanism: Mechanism, dossier: Dossier, agenda: Agenda, as_of: date, cited: Citations
) -> Fields:
    one, held = dossier.item.ahead, dossier.item.last_held
    fields = [
        ("next", ahead_words(one, agenda, as_of) if one else settled_words(dossier.item)),
        ("last held", _last_held(held) if held else "none on record"),
        *_cadence(mechanism, cited),
        ("hosts", hosts_words(mechanism, agenda)),
        ("convened by", mechanism.convened_by or ""),
        ("lasts", str(mechanism.lasts or "")),
        ("begins at", mechanism.at.strftime("%H:%M") if mechanism.at else ""),
        ("time zone", mechanism.timezone or ""),
        ("place", mechanism.place or ""),
    ]
    if mechanism.cadence and mechanism.convened_by is None:
        fields.append(("grace", f"{mechanism.grace} after a window" if mechanism.grace else "none"))
        notice = f"a date is due {mechanism.notice} before a window ends"
        fields.append(("notice", notice if mechanism.notice else ""))
    fields.append(("note", mechanism.note or ""))
    fields.append(("accepted", _accepted(mechanism.accept)))
    fields.append(("sources", cited.mark(mechanism.source).strip()))
    fields.append(("reviewed", date_words(mechanism.reviewed) if mechanism.reviewed else ""))
    return fields


def _cadence(mechanism: Mechanism, cited: Citations) -> Fields:
    if not mechanism.cadence:
        return [("cadence", f"{NO_CADENCE}: sessions are recorded, none is owed")]
    fields = []
    for nth, era in enumerate(reversed(mechanism.cadence)):
        note = f"; {era.note}" if era.note else ""
        words = f"{era_words(era, mechanism.basis)}{note}{cited.mark(era.source)}"
        fields.append(("before" if nth else "cadence", words))
    return fields


def _last_held(session: Session) -> str:
    number = f", the {ordinal(session.number)}" if session.number else ""
    return date_words(session.own) + number


def _accepted(accept: Acceptance) -> str:
    until = f", until {date_words(accept.until)}" if accept.until else ""
    return "; ".join(f"{code}: {reason}{until}" for code, reason in accept.reasons.items())


def _event(event: Event, dossier: Dossier, agenda: Agenda, as_of: date, cited: Citations) -> Fields:
    item, session = dossier.item, event.session
    occurrence = item.occurrence
    if item.ahead:
        fields = [("next", ahead_words(item.ahead, agenda, as_of))]
    elif occurrence is None:
        fields = [("status", f"nothing of it was known on {day_words(as_of)}")]
    else:
        said = settled_words(item) or "held"
        fields = [("status", f"{said}, {date_words(occurrence.date)}")]
    if occurrence is not None:
        fields.append(("host", _host(session.host, agenda)))
        fields += [("place", session.place or ""), ("time", _time(session))]
        fields.append(("planned", _planned(session)))
        fields += _remarks(session)
    fields.append(("convened by", event.convened_by or ""))
    fields.append(("grace", str(event.grace or "") if item.ahead else ""))
    fields.append(("accepted", _accepted(event.accept)))
    fields.append(("sources", cited.mark(session.source).strip()))
    return fields


def _commitment(commitment: Commitment, dossier: Dossier, cited: Citations) -> Fields:
    done = dossier.item.done
    return [
        ("status", f"done {date_words(done)}" if done else "an undertaking without a date"),
        ("note", commitment.note or ""),
        ("sources", cited.mark(commitment.source).strip()),
    ]


def _relations(dossier: Dossier) -> Fields:
    related = (
        ("carries", dossier.carries),
        ("carried by", dossier.carried_by),
        ("succeeds", dossier.succeeds),
        ("succeeded by", dossier.succeeded_by),
        ("follows", dossier.follows),
        ("followed by", dossier.followed_by),
        ("pairs with", dossier.pairs_with),
    )
    return [(label, "; ".join(map(_named, entries))) for label, entries in related]


def _named(entry: Entry) -> str:
    return f"{entry.key} ({entry.title})" if entry.title else entry.key


def _row(chapter: Chapter, dossier: Dossier, agenda: Agenda, as_of: date, cited: Citations) -> Row:
    match chapter:
        case Run():
            words = run_words(chapter) + cited.mark(
                key for gap in chapter.gaps for key in gap.source
            )
            notes = [note for gap in chapter.gaps for note in _notes(gap)]
            return Row(words, notes=tuple(notes), status=chapter.status)
        case Session():
            return _gap(chapter, cited)
        case Occurrence():
            ahead = dossier.item.ahead
            leads = ahead if ahead and ahead.occurrence == chapter else None
            return _occurrence(chapter, leads, agenda, as_of, cited)


def _gap(gap: Session, cited: Citations) -> Row:
    rows = gap.numbers or (gap.number and (gap.number, gap.number))
    numbers = f"{numbers_words((rows,))}: " if rows else ""
    words = f"{numbers}no record in {date_words(gap.own)}{cited.mark(gap.source)}"
    return Row(words, notes=_notes(gap), status=Status.UNKNOWN)


def _occurrence(
    occurrence: Occurrence, leads: Upcoming | None, agenda: Agenda, as_of: date, cited: Citations
) -> Row:
    session = occurrence.session
    number = ordinal(occurrence.number) if occurrence.number else ""
    words = [_status(occurrence, leads, as_of), _host(occurrence.host, agenda)]
    if session is None:
        said = "; ".join(word for word in words if word)
        return Row(said, number, when_words(occurrence), (), occurrence.status)
    words += [session.title or "", session.place or "", _time(session)]
    planned = _planned(session)
    notes = [f"planned for {planned}"] if planned else []
    notes += _postponed(session)
    notes += _notes(session)
    said = "; ".join(word for word in words if word) + cited.mark(session.source)
    return Row(said, number, date_words(occurrence.date), tuple(notes), occurrence.status)


def _status(occurrence: Occurrence, leads: Upcoming | None, as_of: date) -> str:
    words = occurrence.status.value
    if leads is not None:
        standing = short_standing(leads, as_of)
        words = standing if words in standing else f"{words}, {standing}"
    owner = occurrence.owner
    answers_nothing = occurrence.extra and isinstance(owner, Mechanism) and owner.cadence
    return f"{words}, extra: it answers no slot" if answers_nothing else words


def _host(host: str | None, agenda: Agenda) -> str:
    if host is None:
        return ""
    return "no host" if host == NOBODY else agenda.parties[host].name


def _time(session: Session) -> str:
    words = [session.at.strftime("%H:%M") if session.at else "", session.timezone or ""]
    words += [f"for {session.lasts}" if session.lasts else ""]
    return " ".join(word for word in words if word)


def _planned(session: Session) -> str:
    return ", then ".join(date_words(edtf) for edtf in session.planned)


def _postponed(session: Session) -> list[str]:
    if session.recorded is not Recorded.POSTPONED:
        return []
    return [f"postponed to {date_words(session.date) if session.date else 'no new date'}"]


def _remarks(session: Session) -> Fields:
    remarks = (("reason", session.reason), ("doubt", session.doubt), ("note", session.note))
    return [(label, text) for label, text in remarks if text]


def _notes(session: Session) -> tuple[str, ...]:
    return tuple(f"{label}: {text}" for label, text in _remarks(session))
