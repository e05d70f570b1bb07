"""Proposals in words: their days, and what speaks for and against them."""

from collections.abc import Iterable, Sequence
from datetime import date

from cjpeace.core.agenda import NOBODY, Agenda, Party, Session
from cjpeace.core.dates.window import Window
from cjpeace.core.proposals.long_holiday import LongHoliday
from cjpeace.core.proposals.propose import Proposal
from cjpeace.core.proposals.reason import Reason, ReasonCode
from cjpeace.core.proposals.sitting import Sitting
from cjpeace.core.proposals.target import Target
from cjpeace.writing.words.words import (
    date_words,
    day_words,
    distance,
    listed,
    month_words,
    ordinal,
    title_words,
    when_words,
    window_words,
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def days_words(window: Window) -> str:
    """Days with their weekdays: "15-16 Dec 2026 (Tue-Wed)"."""
    last = window.last_day or window.start
    first, end = WEEKDAYS[window.start.weekday()][:3], WEEKDAYS[last.weekday()][:3]
    return f"{window_words(window)} ({first if last == window.start else f'{first}-{end}'})"


def target_words(target: Target) -> str:
    """What days are sought for: "Political-Military Talks, 13th"."""
    return title_words(target.occurrence) if target.occurrence else target.owner.title


def sought_words(target: Target, days: int, *, by_video: bool) -> str:
    """How many days are sought in which window, who hosts, and what comes before it."""
    window, agenda = target.window, target.agenda
    said = f"{_counted(days, 'day')} in a row" if days > 1 else "a day"
    hosted = "by video" if by_video else _host_words(target.host, agenda)
    said += f" within {window_words(window)}; {hosted}"
    said += f"; notice {target.notice}"
    if target.before is not None:
        before = f"{title_words(target.before)}, {when_words(target.before)}"
        said += f"; before it comes {before}, without a day yet"
    return said


def reason_words(reason: Reason, as_of: date) -> str:  # noqa: C901, PLR0911 - one per reason
    """A reason as part of a sentence."""
    match reason.code:
        case ReasonCode.PAIRED | ReasonCode.ELSEWHERE:
            return _next_to(reason)
        case ReasonCode.SEASON:
            return f"the month of {listed(_some([_session(s) for s in reason.sessions]))}"
        case ReasonCode.ROOM_FOR_PAIR:
            title = reason.pair.title if reason.pair else ""
            return f"{_list_of(reason.days)} is free too, for {title}, without a day yet"
        case ReasonCode.SHORT_NOTICE:
            return f"short notice: in {distance(as_of, reason.days[0])}"
        case ReasonCode.WEEKEND:
            return _weekend(reason.days)
        case ReasonCode.OTHERS | ReasonCode.OTHERS_LIKELY:
            return _others(reason)
        case ReasonCode.LONG_HOLIDAY:
            return f"within {_holiday(reason.holiday)}"
        case ReasonCode.AROUND_HOLIDAY:
            return f"close to {_holiday(reason.holiday)}"
        case ReasonCode.TRAVEL:
            off = "a day off" if len(reason.days) == 1 else "days off"
            return f"{_names(reason.parties)} would travel on {_list_of(reason.days)}, {off}"
        case ReasonCode.HOURS:
            return f"{_length(reason.minutes)} outside working hours for {_names(reason.parties)}"


def sitting_words(sitting: Sitting) -> str:
    """When one side sits: "Ottawa 25 May 2027 17:30-19:30 EDT"."""
    party, start, end = sitting.party, sitting.start, sitting.end
    until = f"{end:%H:%M}" if len(sitting.days) == 1 else f"{day_words(end.date())} {end:%H:%M}"
    zone = start.tzname() or ""
    said = f"{party.capital or party.name} {day_words(start.date())} {start:%H:%M}-{until}"
    return f"{said} {zone}" if zone.isalpha() else said


def clock_note(sittings: Sequence[Sitting]) -> str:
    """The hours of a meeting by video as a note: "17:30 in Ottawa, 06:30 on 26 May in Tokyo"."""
    first = sittings[0].start.date()
    parts = []
    for sitting in sittings:
        start, where = sitting.start, sitting.party.capital or sitting.party.name
        on = "" if start.date() == first else f" on {_short(start.date())}"
        parts.append(f"{start:%H:%M}{on} in {where}")
    return ", ".join(parts)


def place_words(proposal: Proposal, agenda: Agenda) -> str:
    """Where a proposal would be held, as far as its pair says; else nothing."""
    party = agenda.parties.get(proposal.host or "")
    hosted = f"host {party.name}" if party else ""
    return ", ".join(part for part in (proposal.place, hosted) if part)


def _host_words(host: str | None, agenda: Agenda) -> str:
    if host == NOBODY:
        return "no host"
    party = agenda.parties.get(host or "")
    return f"host {party.name}" if party else "host not known"


def _weekend(days: tuple[date, ...]) -> str:
    if len(days) > 4:  # noqa: PLR2004 - two weekends are still told day by day
        return f"weekends: {len(days)} of its days"
    return f"a weekend: {_list_of(days)}"


def _next_to(reason: Reason) -> str:
    one = reason.engagement
    assert one is not None  # noqa: S101 - the reason is that meeting
    side = "before" if one.days.start > reason.days[0] else "after"
    said = f"the day {side} {title_words(one.occurrence)} ({window_words(one.days)})"
    said += f" in {one.city}" if one.city else ""
    return f"{said}, without a day to travel" if reason.code is ReasonCode.ELSEWHERE else said


def _others(reason: Reason) -> str:
    one = reason.engagement
    assert one is not None  # noqa: S101 - likewise
    title = title_words(one.occurrence)
    if one.like is None:
        return f"during {title} ({window_words(one.days)})"
    return f"likely during {title}, whose last one was on {date_words(one.like.own)}"


def _holiday(holiday: LongHoliday | None) -> str:
    assert holiday is not None  # noqa: S101 - likewise
    names = dict.fromkeys(off.name for off in holiday.offs if off.name)
    called = holiday.name or f"a long holiday ({', '.join(filter(None, names))})"
    return f"{called} in {holiday.party.name}, {window_words(holiday.days)}"


def _session(session: Session) -> str:
    if session.number is None:
        return f"that of {month_words(session)}"
    return f"the {ordinal(session.number)} ({month_words(session)})"


def _some(names: list[str]) -> list[str]:
    """The last three of several, and how many there are besides."""
    return names if len(names) <= 3 else [f"{len(names) - 3} more", *names[-3:]]  # noqa: PLR2004


def _names(parties: Iterable[Party]) -> str:
    return listed([party.name for party in parties])


def _list_of(days: Iterable[date]) -> str:
    return listed([f"{WEEKDAYS[day.weekday()]} {day_words(day)}" for day in days])


def _short(day: date) -> str:
    return day_words(day).rsplit(" ", 1)[0]


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = (_counted(hours, "hour") if hours else "", f"{rest} minutes" if rest else "")
    return " ".join(part for part in parts if part)


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"
