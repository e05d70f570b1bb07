"""Random agendas that the design accepts, questions to ask of them, and their YAML text."""

import json
import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from .reading import Window, dated

Plain = dict[str, Any]

PARTIES: Plain = {
    "canada": {"name": "Canada", "capital": "Ottawa", "timezone": "America/Toronto"},
    "japan": {"name": "Japan", "capital": "Tokyo", "timezone": "Asia/Tokyo"},
    "norway": {"name": "Norway", "capital": "Oslo", "timezone": "Europe/Oslo"},
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "fall", "winter")
YEARLY = ("year", "annual", "yearly", "1 year", "2 years", "biennial", "3 years", "triennial")
PERIODS = (
    *("year", "2 years", "3 years", "biennial", "quinquennial", "quadrennial", "decennial"),
    *("6 months", "semiannual", "quarter", "quarterly", "monthly", "5 months", "18 months"),
    *("90 days", "100 days", "26 weeks", "7 weeks", "weekly"),
)
SPANS = (
    *("July to August", "November to February", "spring to summer", "autumn to winter"),
    *("winter to spring", "Q2 to Q3", "Q4 to Q1", "H2 to H1", "december to january"),
)
WINDOW_LISTS = (
    *(["spring", "autumn"], ["June", "December"], ["Q1", "Q3"], ["autumn", "winter"]),
    *(["H1", "H2"], ["March to April", "Q4"], ["winter", "July"]),
)
OVERLAPPING_LISTS = (["autumn", "October"], ["H1", "spring"], ["Q4", "winter"])
YEAR_DAYS = (
    *("31 May", "29 February", "1 January", "31 December", "second Tuesday of September"),
    *("last Friday of March", "first Monday of January", "fourth Thursday of November"),
)
MONTH_DAYS = (15, 1, 31, 30, "last day", "second Tuesday", "last Friday", "first Sunday")
WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def random_agenda(rng: Random) -> Plain:
    """Make a valid agenda of few mechanisms and events that tries every rule of section 3."""
    agenda: Plain = {
        "id": "random",
        "title": "Random agenda",
        "adopted": _day(rng, 1988, 2004).isoformat(),
        "parties": {key: PARTIES[key] for key in list(PARTIES)[: rng.choice((2, 2, 3))]},
    }
    if rng.random() < 0.5:
        agenda["defaults"] = {"grace": _grace(rng)}
    parties = list(agenda["parties"])
    agenda["mechanisms"] = {
        f"mechanism-{n}": _mechanism(rng, agenda["adopted"], parties)
        for n in range(1, rng.randint(1, 4) + 1)
    }
    events = {f"event-{n}": _event(rng, parties) for n in range(1, rng.randint(0, 3) + 1)}
    if events:
        agenda["events"] = events
    return agenda


def random_question(rng: Random) -> tuple[date, date, date]:
    """Ask as of a day, from a day, to a day; the last two in order."""
    as_of = rng.choice((_day(rng, 1995, 2029), _edge(rng, 1995, 2029)))
    first, last = sorted((_edge(rng, 1990, 2034), _edge(rng, 1990, 2034)))
    return as_of, first, last


# Mechanisms


def _mechanism(rng: Random, adopted: str | int, parties: list[str]) -> Plain:
    kind = rng.choice(("none", *["rolling"] * 3, *["single"] * 7, *["eras"] * 5))
    mechanism: Plain = {"title": rng.choice(("Talks", "Symposium on Peace", "Review"))}
    if kind == "single":
        mechanism["cadence"] = _single(rng, adopted)
    if kind == "eras":
        mechanism["cadence"] = _eras(rng, adopted)
    if kind == "rolling":
        mechanism |= {"cadence": _rolling(rng, adopted), "basis": "rolling"}
    if kind == "single" and rng.random() < 0.1:
        mechanism["basis"] = "fixed"
    mechanism |= _habits(rng, parties)
    edges = _edges_of(mechanism.get("cadence"), adopted)
    sessions = _sessions(rng, edges, parties, rolling=kind == "rolling")
    if sessions:
        mechanism["sessions"] = sessions
    return mechanism


def _habits(rng: Random, parties: list[str]) -> Plain:
    habits: Plain = {}
    if rng.random() < 0.7:
        habits["hosts"] = rng.sample(parties, rng.randint(1, len(parties)))
    if rng.random() < 0.4:
        habits["lasts"] = rng.choice(("2 days", "3 days", "1 day", "5 days"))
    if rng.random() < 0.5:
        habits["grace"] = _grace(rng)
    if rng.random() < 0.2:
        habits["convened_by"] = "United Nations"
    elif rng.random() < 0.25:
        habits["accept"] = _accept(rng)
    return habits


def _grace(rng: Random) -> str:
    return rng.choice(
        ("3 months", "1 month", "6 months", "10 days", "2 weeks", "45 days", "1 year")
    )


def _accept(rng: Random) -> Plain:
    codes = rng.choice((["overdue"], ["overdue"], ["unreported"], ["overdue", "unreported"]))
    until = _written_day(rng, _day(rng, 2000, 2028), exact=0.6)
    return dict.fromkeys(codes, "known and accepted") | {"until": until}


def _edges_of(cadence: Plain | list[Plain] | None, adopted: str | int) -> list[date]:
    """List the days near which sessions are telling: anchors, untils, and adoption."""
    eras = cadence if isinstance(cadence, list) else [cadence or {}]
    starts = [dated(era["since"]).window.start for era in eras if "since" in era]
    ends = [dated(era["until"]).window.end for era in eras if "until" in era]
    return [*starts, *ends, dated(adopted).window.start]


# Cadences


def _single(rng: Random, adopted: str | int) -> Plain:
    rule = _rule(rng)
    anchor = dated(adopted).window.start
    if rng.random() < 0.75:
        anchor, rule["since"] = _since(rng, _edge(rng, 1990, 2012))
    if rng.random() < 0.3:
        rule["until"] = _until(rng, anchor, anchor + timedelta(rng.randint(900, 8000)))
    elif rng.random() < 0.1:
        rule |= {"every": rng.choice(YEARLY), "when": rng.choice(OVERLAPPING_LISTS)}
    return rule


def _rolling(rng: Random, adopted: str | int) -> Plain:
    rule: Plain = {"every": rng.choice([every for every in PERIODS if every != "weekly"])}
    anchor = dated(adopted).window.start
    if rng.random() < 0.7:
        anchor, rule["since"] = _since(rng, _edge(rng, 1990, 2012))
    if rng.random() < 0.3:
        rule["until"] = _until(rng, anchor, anchor + timedelta(rng.randint(900, 8000)))
    return rule


def _eras(rng: Random, adopted: str | int) -> list[Plain]:
    """Lay two or three eras in order, some with a gap before the next."""
    eras = [_rule(rng) for _ in range(rng.choice((2, 2, 3)))]
    anchor = dated(adopted).window.start
    if rng.random() < 0.6:
        anchor, eras[0]["since"] = _since(rng, _edge(rng, 1990, 2000))
    for era, successor in pairwise(eras):
        latest, successor["since"] = _since(rng, anchor + timedelta(rng.randint(450, 4000)))
        if rng.random() < 0.45 and (latest - anchor).days > 500:
            era["until"] = _until(rng, anchor, latest)
        anchor = latest
    if rng.random() < 0.3:
        eras[-1]["until"] = _until(rng, anchor, anchor + timedelta(rng.randint(900, 5000)))
    return eras


def _since(rng: Random, day: date) -> tuple[date, str | int]:
    written = _written_day(rng, day, exact=0.35)
    return dated(written).window.start, written


def _until(rng: Random, anchor: date, latest: date) -> str | int:
    """Write a window that ends after `anchor` and at or before `latest`."""
    for _ in range(20):
        day = anchor + timedelta(rng.randint(30, (latest - anchor).days))
        written = _written_day(rng, day, exact=0.4)
        window = dated(written).window
        if anchor < window.start and window.end <= latest:
            return written
    return str(latest - timedelta(1))


def _rule(rng: Random) -> Plain:
    match rng.choice(("plain", "plain", "window", "window", "windows", "year", "month", "week")):
        case "window":
            when = rng.choice((*MONTHS, *SEASONS, *["Q1", "Q4", "H1", "H2"] * 2, *SPANS))
            return {"every": rng.choice(YEARLY), "when": when}
        case "windows":
            return {"every": rng.choice(YEARLY), "when": rng.choice(WINDOW_LISTS)}
        case "year":
            return {"every": rng.choice(YEARLY), "when": _one_or_two(rng, YEAR_DAYS)}
        case "month":
            every = rng.choice(("6 months", "semiannual", "quarter", "monthly", "4 months"))
            return {"every": every, "when": _one_or_two(rng, MONTH_DAYS)}
        case "week":
            every = rng.choice(("3 weeks", "weekly", "10 weeks", "26 weeks"))
            return {"every": every, "when": _one_or_two(rng, WEEKDAYS)}
        case _:
            return {"every": rng.choice(PERIODS)}


def _one_or_two(rng: Random, whens: Iterable[str | int]) -> str | int | list[str | int]:
    first, second = rng.sample(list(whens), 2)
    return [first, second] if rng.random() < 0.3 else first


# Sessions


def _sessions(rng: Random, edges: list[date], parties: list[str], *, rolling: bool) -> list[Plain]:
    days: list[date] = []
    for _ in range(rng.randint(0, 7)):
        days.append(_session_day(rng, edges, days))
    sessions = [_session(rng, day) for day in sorted(days)]
    if rolling:
        sessions = _apart(sessions)
    _count(rng, sessions)
    for session in sessions:
        if "unknown" not in session and rng.random() < 0.4:
            session["host"] = rng.choice((*parties, *parties, "none"))
    if rng.random() < 0.2:
        rng.shuffle(sessions)
    return sessions


def _session_day(rng: Random, edges: list[date], earlier: list[date]) -> date:
    """Take a day near an edge of the cadence, near or at another session, or anywhere."""
    match rng.choice(("edge", "anniversary", "near", "same", "any", "any", "start")):
        case "edge":
            return rng.choice(edges) + timedelta(rng.randint(-40, 40))
        case "anniversary":
            edge = rng.choice(edges).replace(day=1)
            return edge.replace(year=rng.randint(1992, 2028)) + timedelta(rng.randint(-20, 20))
        case "near" if earlier:
            return rng.choice(earlier) + timedelta(rng.randint(-60, 90))
        case "same" if earlier:
            return rng.choice(earlier)
        case "start":
            return _edge(rng, 1992, 2028)
        case _:
            return _day(rng, 1986, 2030)


def _session(rng: Random, day: date) -> Plain:
    status = rng.choice(
        (
            *("held", "held", "held", "held", "held", "held", "confirmed", "tentative"),
            *("postponed", "cancelled", "unknown"),
        )
    )
    if status == "unknown":
        years = (day.year, day.year + rng.randint(0, 3))
        return {"unknown": rng.choice((day.year, f"{years[0]}/{years[1]}", _extent(rng, day)))}
    session: Plain = {status: _date(rng, day)}
    if status == "postponed":
        moved = day + timedelta(rng.randint(20, 900))
        session = {"planned": _planned(rng, day + timedelta(10)), "postponed": _date(rng, moved)}
        if rng.random() < 0.35:
            session["postponed"] = ".."
    elif rng.random() < 0.35:
        session = {"planned": _planned(rng, day), **session}
    if status in ("postponed", "cancelled"):
        session["reason"] = "storm"
    return session


def _planned(rng: Random, day: date) -> str | int | list[str | int]:
    """Write one date, or several in order, that came before `day`."""
    days = sorted(
        day - timedelta(rng.randint(1, rng.choice((60, 400, 1100))))
        for _ in range(rng.choice((1, 1, 1, 2, 3)))
    )
    dates = [_extent(rng, earlier) for earlier in days]
    return dates[0] if len(dates) == 1 and rng.random() < 0.8 else dates


def _count(rng: Random, sessions: list[Plain]) -> None:
    """State numbers on all, some or none, rising with the date, with holes."""
    stated = rng.choice((0, 0.4, 0.8, 1))
    number = rng.choice((0, 0, 0, 2, 5))
    for session in sessions:
        number += rng.choice((1, 1, 1, 1, 2, 3))
        if "unknown" in session and rng.random() < 0.4:
            session["numbers"] = f"{number}-{number + 2}"
            number += 2
        elif rng.random() < stated:
            session["number"] = number


def _apart(sessions: list[Plain]) -> list[Plain]:
    """Keep the sessions of a rolling basis whose dates do not overlap."""
    kept: list[Plain] = []
    taken: list[Window] = []
    for session in sessions:
        key = next((key for key in ("held", "confirmed", "tentative") if key in session), None)
        if key is not None:
            window = dated(session[key]).window.closed()
            if any(window.overlaps(other) for other in taken):
                continue
            taken.append(window)
        kept.append(session)
    return kept


def _event(rng: Random, parties: list[str]) -> Plain:
    event: Plain = {"title": "Workshop"}
    day = _day(rng, 1992, 2029)
    session = _session(rng, day)
    if "unknown" in session or rng.random() < 0.35:
        session = {"expected": rng.choice((_date(rng, day), f"{day.isoformat()}/.."))}
    event |= session
    if rng.random() < 0.3:
        event["host"] = rng.choice((*parties, "none"))
    if "expected" not in event and rng.random() < 0.3:
        event["number"] = rng.randint(1, 12)
    if rng.random() < 0.4:
        event["grace"] = _grace(rng)
    if rng.random() < 0.25:
        event["convened_by"] = "United Nations"
    elif rng.random() < 0.3:
        event["accept"] = _accept(rng)
    return event


# Dates


def _day(rng: Random, first_year: int, last_year: int) -> date:
    start = date(first_year, 1, 1)
    return start + timedelta(rng.randrange((date(last_year + 1, 1, 1) - start).days))


def _edge(rng: Random, first_year: int, last_year: int) -> date:
    """Take a first or last day of a month as often as any other."""
    day = _day(rng, first_year, last_year)
    last = monthrange(day.year, day.month)[1]
    return day.replace(day=rng.choice((1, 1, last, day.day)))


def _date(rng: Random, day: date) -> str | int:
    """Write an extent, sometimes an open or an approximate one."""
    match rng.random():
        case chance if chance < 0.05:
            return rng.choice((f"{day.isoformat()}/", f"{day.year}/", f"{day:%Y-%m}/"))
        case chance if chance < 0.09:
            return rng.choice((f"{day.isoformat()}/..", f"{day.year}/.."))
        case chance if chance < 0.16:
            return f"{_extent(rng, day)}{rng.choice('?~%')}"
    return _extent(rng, day)


def _extent(rng: Random, day: date) -> str | int:
    if rng.random() < 0.25:
        return f"{day.isoformat()}/{day + timedelta(rng.choice((1, 2, 4, 30)))}"
    if rng.random() < 0.08:
        after = (day.replace(day=1) + timedelta(rng.choice((32, 63)))).strftime("%Y-%m")
        return f"{day:%Y-%m}/{after}"
    return _written_day(rng, day, exact=0.5)


def _written_day(rng: Random, day: date, exact: float) -> str | int:
    """Write the day itself, or a window in which it lies or nearly lies."""
    if rng.random() < exact:
        return day.isoformat()
    month = MONTHS[day.month - 1]
    return rng.choice(
        (
            day.year,
            f"{day:%Y-%m}",
            f"{month} {day.year}",
            f"{rng.choice(SEASONS)} {day.year}",
            f"{day.year}-{rng.randint(21, 24)}",
            f"{day.year}-{rng.choice((33, 34, 35, 36, 40, 41))}",
            f"Q{rng.randint(1, 4)} {day.year}",
            f"h{rng.randint(1, 2)} {day.year}",
        )
    )


# YAML


def to_yaml(agenda: Plain) -> str:
    """Write plain data as YAML 1.2 text that reads back to equal data."""
    return "\n".join(_lines(agenda)) + "\n"


def _lines(mapping: Plain, indent: str = "") -> list[str]:
    lines = []
    for key, value in mapping.items():
        if isinstance(value, dict) and value:
            lines += [f"{indent}{key}:", *_lines(value, indent + "  ")]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{key}:")
            lines += [f"{indent}  - {_flow(item)}" for item in value]
        else:
            lines.append(f"{indent}{key}: {_flow(value)}")
    return lines


def _flow(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(item) for item in value) + "]"
        case str():
            return value if _is_plain(value) else json.dumps(value)
        case None:
            return "null"
    return str(value)


def _is_plain(text: str) -> bool:
    """Tell whether YAML reads the bare text as a string, without asking what kind of number."""
    words = re.fullmatch(r"[A-Za-z][A-Za-z0-9 /.-]*[A-Za-z0-9]", text)
    dates = re.fullmatch(r"\d{4}-\d\d(-\d\d)?(/[0-9-]+)?", text)
    return bool(words or dates) and text.lower() not in WORDS_OF_YAML
