"""The warnings of an agenda on a day, read slowly from the design: all but `conflict`.

Nobody has holidays here: of `holiday` there is only the weekend.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from dateutil.relativedelta import relativedelta

from . import reading
from .reading import Entry, Turn, dated, length, mechanism_entries, quantity

Plain = dict[str, Any]

PLANNED = ("confirmed", "tentative", "postponed")
DAY = re.compile(r"\d{4}-\d\d-\d\d[?~%]?")


def decorated(agenda: Plain, rng: Random) -> Plain:
    """Add what the warnings are about to a random agenda: notice, reviews, waivers, some days."""
    if rng.random() < 0.6:
        agenda.setdefault("defaults", {})["notice"] = rng.choice(("6 months", "2 years", "40 days"))
    if rng.random() < 0.6:
        agenda["reviewed"] = rng.choice(("2020", "2011-05-31", "2026-03", "1999-12-31/.."))
    for mechanism in agenda["mechanisms"].values():
        if rng.random() < 0.3:
            mechanism["notice"] = rng.choice(("1 year", "3 months"))
        if rng.random() < 0.3:
            mechanism["reviewed"] = rng.choice(("2005", "2015-10", "2024-02-29"))
    for item in [*agenda["mechanisms"].values(), *agenda.get("events", {}).values()]:
        if rng.random() < 0.3 and "convened_by" not in item:
            codes = rng.sample(("unscheduled", "holiday", "host-order", "stale", "overdue"), 2)
            item["accept"] = dict.fromkeys(codes, "known")
            if rng.random() < 0.7:
                item["accept"]["until"] = rng.choice(("2008-06-30", "2019", "2025-10"))
    return agenda


def warnings(agenda: Plain, as_of: date) -> list[Plain]:
    """All warnings but conflicts, each as its code, what it is about, and what tells it apart."""
    found = [{"code": "stale", "about": None}] if _is_stale(agenda, as_of) else []
    for name, mechanism in agenda["mechanisms"].items():
        raised = list(_of_mechanism(agenda, mechanism, as_of))
        found += _kept(name, mechanism, raised, as_of)
    for name, event in agenda.get("events", {}).items():
        raised = list(_of_event(agenda, event, as_of))
        found += _kept(name, event, raised, as_of)
    return found


def _of_mechanism(agenda: Plain, mechanism: Plain, as_of: date) -> Iterator[Plain]:
    soon = as_of + _notice(agenda, mechanism) if _has_notice(agenda, mechanism) else None
    entries = mechanism_entries(agenda, mechanism, as_of, soon or as_of)
    lacking = [entry for entry in entries if soon and _lacks_date(entry) and _end(entry) <= soon]
    yield from ({"code": "unscheduled", "id": _id(entry)} for entry in lacking[:1])
    usual = any(_weekend(entry) for entry in entries if entry.status == "held")
    for entry, turn in _with_turns(entries, mechanism.get("hosts", [])):
        if _is_planned(entry, as_of):
            if not usual and _length(entry) <= 5 and _weekend(entry):
                yield {"code": "holiday", "id": _id(entry)}
            stated = entry.session.host if entry.session else None
            if stated in mechanism.get("hosts", []) and turn not in (None, stated):
                yield {"code": "host-order", "id": _id(entry), "expected": turn}
    if _is_stale(mechanism, as_of):
        yield {"code": "stale"}


def _of_event(agenda: Plain, event: Plain, as_of: date) -> Iterator[Plain]:
    entry = reading._event_entry(agenda, event, as_of)
    if entry is None:
        return
    lacking = entry.status in ("projected", "due", "late") and _end(entry) < date.max
    if lacking and _has_notice(agenda, event) and _end(entry) <= as_of + _notice(agenda, event):
        yield {"code": "unscheduled", "id": None}
    if _is_planned(entry, as_of) and _length(entry) <= 5 and _weekend(entry):
        yield {"code": "holiday", "id": None}


def _kept(name: str, item: Plain, raised: list[Plain], as_of: date) -> list[Plain]:
    """What is left of the warnings of an item after its waiver, and what that itself raises."""
    if "convened_by" in item:
        return []
    accept = item.get("accept", {})
    over = "until" in accept and dated(accept["until"]).window.end <= as_of
    kept = [one for one in raised if over or one["code"] not in accept]
    reasons = [code for code in accept if code != "until"]
    if over and reasons:
        hidden = {one["code"] for one in kept} & set(reasons)
        kept.append({"code": "accepted-until", "hides": sorted(hidden - {"overdue", "unreported"})})
    return [{**one, "about": name} for one in kept]


def _has_notice(agenda: Plain, item: Plain) -> bool:
    return "notice" in item or "notice" in agenda.get("defaults", {})


def _notice(agenda: Plain, item: Plain) -> relativedelta:
    return length(*quantity(item.get("notice", agenda.get("defaults", {}).get("notice"))))


def _lacks_date(entry: Entry) -> bool:
    if entry.status == "postponed":
        return entry.slot is not None and entry.session is not None and entry.session.own is None
    return entry.status in ("projected", "due", "late")


def _is_planned(entry: Entry, as_of: date) -> bool:
    dated_ = entry.session is not None and entry.session.own is not None
    return entry.status in PLANNED and dated_ and _end(entry) > as_of


def _with_turns(entries: list[Entry], hosts: list[str]) -> Iterator[tuple[Entry, str | None]]:
    """The occurrences, each with the host whose turn it is before it."""
    turn = Turn(hosts, host=hosts[0] if hosts else None)
    for entry in entries:
        yield entry, turn.host
        again = Entry(entry.slot, entry.session, entry.status, entry.shown)
        if entry.session is not None:
            again.number, again.host = entry.session.number, entry.session.host
        if again.extra:
            reading._count_extra(again, turn)
        else:
            reading._count_slot(again, turn)


def _days(entry: Entry) -> list[date]:
    """The days of a date that names days; none for a month and the like."""
    assert entry.shown is not None
    sides = [side for side in entry.shown.edtf.split("/") if side not in ("", "..")]
    if not all(DAY.fullmatch(side) for side in sides):
        return []
    window = entry.shown.window.closed()
    return [window.start + timedelta(n) for n in range((window.end - window.start).days)]


def _length(entry: Entry) -> int:
    return len(_days(entry))


def _weekend(entry: Entry) -> bool:
    return any(day.weekday() > 4 for day in _days(entry))


def _end(entry: Entry) -> date:
    assert entry.shown is not None
    return entry.shown.window.end


def _id(entry: Entry) -> str:
    return reading._slot_id(entry)


def _is_stale(item: Plain, as_of: date) -> bool:
    if "reviewed" not in item:
        return False
    end = dated(item["reviewed"]).window.end
    return end < date.max and end - timedelta(1) + relativedelta(years=1) < as_of
