"""What an agenda means on a day, read slowly from the design and by nothing but walking.

An agenda is the YAML file as plain data. `occurrences` is what `timeline` must hold, `findings`
what `check` must find of the codes `overdue` and `unreported`. Every cadence but `rrule` is read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateutil.relativedelta import relativedelta

Plain = dict[str, Any]
Key = tuple[int, int, int, tuple[int, ...], tuple[int, ...]]

FOREVER = date.max
"""The end of an open window."""

STATUS_KEYS = ("held", "confirmed", "tentative", "postponed", "cancelled", "unknown")
MEETINGS = ("held", "confirmed", "tentative")
OTHERS = (("postponed",), ("cancelled",))
OPEN = ("late", "due", "postponed", "projected", "confirmed", "tentative", "unreported")
LAPSED = "lapsed"
"""Deadline and grace have passed; overdue, missed or unknown is told from the other slots."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = ("first", "second", "third", "fourth", "last")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
PARTS = (
    {month: (month, 1) for month in range(1, 13)}
    | {21 + season: (3 + 3 * season, 3) for season in range(4)}
    | {33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)}
    | {40 + half: (1 + 6 * half, 6) for half in range(2)}
)
"""EDTF's code of a part of a year -> its first month and its length in months."""

NAMES = {name: code for code, name in enumerate(MONTHS, start=1)} | {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "q1": 33,
    "q2": 34,
    "q3": 35,
    "q4": 36,
    "h1": 40,
    "h2": 41,
}
WORDS = {
    "annual": "1 year",
    "yearly": "1 year",
    "semiannual": "6 months",
    "quarterly": "3 months",
    "monthly": "1 month",
    "weekly": "1 week",
    "biennial": "2 years",
    "triennial": "3 years",
    "quadrennial": "4 years",
    "quinquennial": "5 years",
    "decennial": "10 years",
}


# Every occurrence is a window


@dataclass(frozen=True, order=True)
class Window:
    """Half-open, in days; an open one ends at FOREVER."""

    start: date
    end: date

    def overlaps(self, other: "Window") -> bool:
        return self.start < other.end and other.start < self.end

    def shared_days(self, other: "Window") -> int:
        return max(0, (min(self.end, other.end) - max(self.start, other.start)).days)

    def days_from(self, other: "Window") -> int:
        """Count 0 when they overlap, 1 when they touch."""
        if self.overlaps(other):
            return 0
        return (max(self.start, other.start) - min(self.end, other.end)).days + 1

    def closed(self) -> "Window":
        """Take an open window by its first day."""
        return Window(self.start, self.start + timedelta(1)) if self.end == FOREVER else self


@dataclass(frozen=True)
class Dated:
    """A date of the file: as written, as EDTF, as a window."""

    written: str
    edtf: str
    window: Window


def dated(written: str | int) -> Dated:
    """Read a date of the file.

    >>> dated("autumn 2000").edtf
    '2000-23'
    """
    text = str(written).strip()
    if "/" not in text:
        edtf, window = _point(text)
        return Dated(text, edtf, window)
    left, right = text.split("/")
    edtf, window = _point(left)
    if right == "..":
        return Dated(text, f"{edtf}/..", Window(window.start, FOREVER))
    if right == "":
        return Dated(text, f"{edtf}/", window)
    until, last = _point(right)
    return Dated(text, f"{edtf}/{until}", Window(window.start, last.end))


def _point(text: str) -> tuple[str, Window]:
    bare = text.rstrip("?~%")
    suffix = text[len(bare) :]
    edtf = _words_as_edtf(bare)
    return edtf + suffix, _edtf_window(edtf)


def _words_as_edtf(text: str) -> str:
    match text.lower().split():
        case [name, year] if name in NAMES:
            return f"{year}-{NAMES[name]:02}"
        case _:
            return text


def _edtf_window(edtf: str) -> Window:
    numbers = [int(part) for part in edtf.split("-")]
    match numbers:
        case [year]:
            return Window(date(year, 1, 1), date(year + 1, 1, 1))
        case [year, code]:
            return months_of(year, *PARTS[code])
        case [year, month, day]:
            return Window(date(year, month, day), date(year, month, day) + timedelta(1))
    raise ValueError(edtf)


@cache
def months_of(year: int, first_month: int, months: int) -> Window:
    start = date(year, first_month, 1)
    return Window(start, start + relativedelta(months=months))


@cache
def unit_edtf(window: Window) -> str | None:
    """Name a window that is a year, half, quarter, season, month or day."""
    year = window.start.year
    if window == _edtf_window(str(year)):
        return str(year)
    for code, (first_month, months) in PARTS.items():
        if window == months_of(year, first_month, months):
            return f"{year}-{code:02}"
    return str(window.start) if window.end - window.start == timedelta(1) else None


def window_edtf(window: Window) -> str:
    """Name any window that has an end: by a unit, else by its first and last year, month or day."""
    last = window.end - timedelta(1)
    if (unit := unit_edtf(window)) is not None:
        return unit
    if (window.start.month, window.start.day, window.end.month, window.end.day) == (1, 1, 1, 1):
        return f"{window.start.year}/{last.year}"
    if window.start.day == window.end.day == 1:
        return f"{str(window.start)[:7]}/{str(last)[:7]}"
    return f"{window.start}/{last}"


def window_id(window: Window) -> str:
    """`the EDTF of its window when that is a year ... or day, else its first day`."""
    return unit_edtf(window) or str(window.start)


def quantity(text: str) -> tuple[int, str]:
    """Read `every`, `grace` or `lasts` as a number and a unit in the plural.

    >>> quantity("quarter"), quantity("biennial"), quantity("10 days")
    ((3, 'months'), (2, 'years'), (10, 'days'))
    """
    words = WORDS.get(text.strip().lower(), text).lower().split()
    number = int(words[0]) if len(words) == 2 else 1
    unit = words[-1].rstrip("s") + "s"
    return (3 * number, "months") if unit == "quarters" else (number, unit)


def length(number: int, unit: str) -> relativedelta:
    return relativedelta(**{unit: number})  # type: ignore[arg-type]


# Cadence


@dataclass(frozen=True)
class Slot:
    """A window in which a session is owed.

    `window` is what counts, `laid` what the rule laid; they differ when the slot was cut.
    """

    window: Window
    laid: Window

    @property
    def cut(self) -> bool:
        return self.window != self.laid


@dataclass(frozen=True)
class Grid:
    """The windows of one rule, in order, from before its anchor to well past `reach`."""

    windows: tuple[Window, ...]
    kept: frozenset[Window]
    """Those that the rule lays if nothing ends it."""
    until: date
    """The day on which `until` ends the rule, FOREVER without one."""

    def before(self, window: Window) -> Window:
        return max(other for other in self.windows if other < window)

    def after(self, window: Window) -> Window:
        return min(other for other in self.windows if other > window)


@dataclass(frozen=True)
class Layout:
    """The slots of a mechanism in order, and the ones imagined that nobody can answer."""

    slots: tuple[Slot, ...] = ()
    imagined: tuple[Window, ...] = ()


def fixed_layout(eras: Sequence[Plain], adopted: date, lasts: int, reach: date) -> Layout:
    anchors = [anchor_of(rule, adopted) for rule in eras]
    grids = [_grid(rule, anchor, lasts, reach) for rule, anchor in zip(eras, anchors, strict=True)]
    takeovers = [*anchors[1:], FOREVER]
    rows = [_slots(grid, end) for grid, end in zip(grids, takeovers, strict=True)]
    imagined = [_imagined_after(*era) for era in zip(grids, takeovers, rows, strict=True)]
    rows = [
        _without_overlaps(row, successor)
        for row, successor in zip(rows, [*rows[1:], []], strict=True)
    ]
    return Layout(
        tuple(sorted((slot for row in rows for slot in row), key=lambda slot: slot.window)),
        (*_imagined_before(grids, rows), *(window for found in imagined for window in found)),
    )


def anchor_of(rule: Plain, adopted: date) -> date:
    return dated(rule["since"]).window.start if "since" in rule else adopted


def end_of(rule: Plain) -> date:
    return dated(rule["until"]).window.end if "until" in rule else FOREVER


def _slots(grid: Grid, takeover: date) -> list[Slot]:
    """Cut `the slot that is running when a rule ends`, leave out those that begin later."""
    end = min(grid.until, takeover)
    return [
        Slot(Window(window.start, min(window.end, end)), window)
        for window in grid.windows
        if window in grid.kept and window.start < end
    ]


def _without_overlaps(slots: list[Slot], successor: list[Slot]) -> list[Slot]:
    """Leave out a cut slot `when it overlaps a slot of the successor`."""
    return [
        slot
        for slot in slots
        if not (slot.cut and any(slot.window.overlaps(other.window) for other in successor))
    ]


def _imagined_before(grids: list[Grid], rows: list[list[Slot]]) -> list[Window]:
    firsts = [
        (slot.window, grid.before(slot.laid))
        for grid, row in zip(grids, rows, strict=True)
        for slot in row[:1]
    ]
    return [min(firsts)[1]] if firsts else []


def _imagined_after(grid: Grid, takeover: date, slots: list[Slot]) -> list[Window]:
    if not slots or grid.until > min(takeover, FOREVER - timedelta(1)):
        return []
    if any(slot.cut for slot in slots):
        return []
    following = grid.after(slots[-1].laid)
    return [following] if following.start < takeover else []


def _grid(rule: Plain, anchor: date, lasts: int, reach: date) -> Grid:
    number, unit = quantity(rule["every"])
    limit = reach + length(3 * number, unit) + relativedelta(years=2)
    windows: set[Window] = set()
    kept: set[Window] = set()
    k = -2
    while True:
        found = list(_windows_at(rule, anchor, k, lasts))
        if min(found).start > limit:
            break
        windows.update(found)
        if k >= 0:
            kept.update(window for window in found if _is_kept(rule, window, anchor))
        k += 1
    return Grid(tuple(sorted(windows)), frozenset(kept), end_of(rule))


def _is_kept(rule: Plain, window: Window, anchor: date) -> bool:
    """Drop windows `that end on or before the anchor`, and `days before the anchor`."""
    if "when" in rule and not _is_day(_whens(rule)[0]):
        return window.end > anchor
    return window.start >= anchor


def _windows_at(rule: Plain, anchor: date, k: int, lasts: int) -> Iterator[Window]:
    number, unit = quantity(rule["every"])
    if "when" not in rule:
        yield Window(anchor + length(k * number, unit), anchor + length((k + 1) * number, unit))
        return
    for when in _whens(rule):
        if not _is_day(when):
            yield _named_window(when, anchor.year + k * number)
            continue
        day = _DAY_IN[unit](when, anchor, k * number)
        yield Window(day, day + timedelta(lasts))


def _whens(rule: Plain) -> list[str]:
    when = rule["when"]
    return [str(item).lower() for item in (when if isinstance(when, list) else [when])]


def _is_day(when: str) -> bool:
    return when.split(" to ", maxsplit=1)[0] not in NAMES


def _named_window(when: str, year: int) -> Window:
    """Lay `winter`, `Q1` or `July to August` in the year of its first month."""
    first, _, last = when.partition(" to ")
    first_month, _ = PARTS[NAMES[first]]
    last_month, months = PARTS[NAMES[last or first]]
    return months_of(year, first_month, (last_month - first_month) % 12 + months)


def _day_in_year(when: str, anchor: date, years: int) -> date:
    year = anchor.year + years
    if " of " in when:
        day, month = when.split(" of ")
        return _day_in(year, NAMES[month], day)
    day, month = when.split()
    return _day_in(year, NAMES[month], day)


def _day_in_month(when: str, anchor: date, months: int) -> date:
    month = anchor.replace(day=1) + relativedelta(months=months)
    return _day_in(month.year, month.month, when)


def _day_in_week(when: str, anchor: date, weeks: int) -> date:
    monday = anchor - timedelta(anchor.weekday())
    return monday + timedelta(WEEKDAYS.index(when), weeks=weeks)


_DAY_IN: dict[str, Callable[[str, date, int], date]] = {
    "years": _day_in_year,
    "months": _day_in_month,
    "weeks": _day_in_week,
}


def _day_in(year: int, month: int, when: str) -> date:
    """Find `15`, `last day` or `second Tuesday`; a day that a month lacks is its last."""
    window = months_of(year, month, 1)
    days = [window.start + timedelta(n) for n in range((window.end - window.start).days)]
    if when == "last day":
        return days[-1]
    if when.isdigit():
        return days[min(int(when), len(days)) - 1]
    ordinal, weekday = when.split()
    matches = [day for day in days if WEEKDAYS[day.weekday()] == weekday]
    return matches[-1 if ordinal == "last" else ORDINALS.index(ordinal)]


# Sessions


@dataclass(frozen=True)
class Session:
    """A session of the file. `own` is None when it was postponed to no date yet."""

    place_in_file: int
    status: str
    own: Dated | None
    planned: tuple[Dated, ...]
    number: int | None
    host: str | None

    @property
    def extent(self) -> Dated:
        return self.own or self.planned[-1]

    @property
    def meant(self) -> Window:
        """`The date it was first meant for`; an open one `is taken by its first day`."""
        return (self.planned[0] if self.planned else self.extent).window.closed()

    def planned_ahead(self, as_of: date) -> Dated | None:
        return next((planned for planned in self.planned if planned.window.end > as_of), None)

    def is_known(self, as_of: date) -> bool:
        """Tell whether `as_of` knows it, or it is held later with no planned date ahead."""
        if self.status != "held" or self.extent.window.start <= as_of:
            return True
        return self.planned_ahead(as_of) is not None


def session_of(entry: Plain, place_in_file: int = 0) -> Session | None:
    """Read a session, or an event; None for an event that is only expected."""
    status = next((key for key in STATUS_KEYS if key in entry), None)
    if status is None:
        return None
    planned = entry.get("planned", [])
    return Session(
        place_in_file,
        status,
        None if entry[status] == ".." else dated(entry[status]),
        tuple(dated(item) for item in (planned if isinstance(planned, list) else [planned])),
        entry.get("number"),
        entry.get("host"),
    )


# Which session answers which slot


def paired_in_turn(
    groups: Sequence[tuple[str, ...]],
    layout: Layout,
    sessions: list[Session],
    grace: relativedelta,
    answers: dict[Slot, Session],
) -> dict[Slot, Session]:
    """Add to `answers` those of each group of statuses, `with the slots left` by those before."""
    reachable = {session: _answerable(session, sessions, layout, grace) for session in sessions}
    for group in groups:
        members = [session for session in sessions if session.status in group]
        members.sort(key=lambda session: (session.meant, session.place_in_file))
        choices = [
            [i for i in reachable[member] if layout.slots[i] not in answers] for member in members
        ]
        answers = answers | _paired(members, choices, layout.slots)
    return answers


def _answerable(
    session: Session, sessions: list[Session], layout: Layout, grace: relativedelta
) -> list[int]:
    meant = session.meant
    windows = [slot.window for slot in layout.slots]
    touched = [window for window in (*windows, *layout.imagined) if window.overlaps(meant)]
    others = [other.meant for other in sessions if other is not session]
    spare = all(any(other.overlaps(window) for other in others) for window in touched)
    nearest = None if touched else _nearest(meant, [*windows, *layout.imagined])
    return [
        i
        for i, window in enumerate(windows)
        if window.overlaps(meant)
        or (spare and window.end <= meant.start and meant.end <= window.end + grace)
        or window == nearest
    ]


def _nearest(meant: Window, windows: list[Window]) -> Window | None:
    """`The nearer of the last slot that ended before it and the next one; the former when equal`."""
    ended = [window for window in windows if window.end <= meant.start]
    ahead = [window for window in windows if window.start >= meant.end]
    near = []
    if ended:
        near.append(max(ended, key=lambda window: (window.end, window.start)))
    if ahead:
        near.append(min(ahead))
    return min(near, key=meant.days_from, default=None)


def _paired(
    sessions: list[Session], choices: list[list[int]], slots: Sequence[Slot]
) -> dict[Slot, Session]:
    """Try every pairing in order; the best is the least `Key`."""

    @cache
    def best(i: int, free: int) -> Key:
        if i == len(sessions):
            return 0, 0, 0, (), ()
        found = [best(i + 1, free)]
        found += [with_pair(i, j, best(i + 1, j + 1)) for j in choices[i] if j >= free]
        return min(found)

    def with_pair(i: int, j: int, rest: Key) -> Key:
        """Most sessions, fewest days, longest overlap, earlier slots, earlier sessions."""
        meant, slot = sessions[i].meant, slots[j].window
        missing, days, overlap, slot_places, session_places = rest
        return (
            missing - 1,
            days + meant.days_from(slot),
            overlap - meant.shared_days(slot),
            (j, *slot_places),
            (i, *session_places),
        )

    *_, slot_places, session_places = best(0, 0)
    pairs = zip(slot_places, session_places, strict=True)
    return {slots[j]: sessions[i] for j, i in pairs}


def rolled(
    rule: Plain, anchor: date, sessions: list[Session], as_of: date
) -> tuple[Layout, dict[Slot, Session]]:
    """Lay a period from the anchor and after each session, each answered by the next session."""
    number, unit = quantity(rule["every"])
    meetings = [
        session
        for session in sessions
        if session.status in MEETINGS and session.extent.window.start >= anchor
    ]
    meetings.sort(key=lambda session: (session.extent.window.closed(), session.place_in_file))
    known = [session for session in meetings if session.is_known(as_of)]
    later = meetings[meetings.index(known[-1]) + 1 :] if known else meetings
    answering: list[Session | None] = [*known, *later[:1]] if later else [*known, None]
    starts = [anchor, *(session.extent.window.closed().end for session in known)]
    answers: dict[Slot, Session] = {}
    slots: list[Slot] = []
    for start, session in zip(starts, answering, strict=True):
        laid = Window(start, start + length(number, unit))
        slot = Slot(Window(start, min(laid.end, end_of(rule))), laid)
        if start >= end_of(rule) or slot in slots:
            continue
        slots.append(slot)
        if session is not None:
            answers[slot] = session
    return Layout(tuple(sorted(slots, key=lambda slot: slot.window))), answers


# Status on a day


@dataclass
class Entry:
    """One occurrence in the making: a slot and its session, an extra session, or an event."""

    slot: Slot | None
    session: Session | None
    status: str | None = None
    """None when the session is not known yet and nothing else is there."""
    shown: Dated | None = None
    number: int | None = None
    host: str | None = None

    @property
    def extra(self) -> bool:
        return self.slot is None

    @property
    def place(self) -> tuple[Window, bool, int]:
        """`In the order of the slots, extra sessions among them by their own date`."""
        if self.slot is not None:
            return self.slot.window, False, 0
        assert self.session is not None
        return self.session.extent.window, True, self.session.place_in_file


def mechanism_entries(agenda: Plain, mechanism: Plain, as_of: date, last: date) -> list[Entry]:
    """Answer with all that is there on `as_of`, in the order of the slots."""
    entries = [session_of(entry, i) for i, entry in enumerate(mechanism.get("sessions", []))]
    recorded = [session for session in entries if session is not None]
    sessions = [session for session in recorded if session.status != "unknown"]
    hidden = [session.extent.window for session in recorded if session.status == "unknown"]
    grace = grace_of(agenda, mechanism)
    layout, answers = _laid_and_answered(agenda, mechanism, sessions, as_of, last)
    everything = _in_order(layout, answers, sessions)
    held = _held_places(everything)
    unclaimable = {
        id(entry)
        for place, entry in enumerate(everything)
        if "convened_by" in mechanism
        or (entry.slot is not None and any(entry.slot.window.overlaps(w) for w in hidden))
        or _numbers_show_more(held, place)
    }
    for entry in everything:
        _stand(entry, as_of, grace)
    there = [entry for entry in everything if entry.status is not None]
    _tell_lapses(there, unclaimable)
    _tell_unreported(there, mechanism)
    _count(there, mechanism.get("hosts", []))
    return there


def grace_of(agenda: Plain, item: Plain) -> relativedelta:
    text = item.get("grace", agenda.get("defaults", {}).get("grace"))
    return relativedelta() if text is None else length(*quantity(text))


def _laid_and_answered(
    agenda: Plain, mechanism: Plain, sessions: list[Session], as_of: date, last: date
) -> tuple[Layout, dict[Slot, Session]]:
    if "cadence" not in mechanism:
        return Layout(), {}
    cadence = mechanism["cadence"]
    eras: list[Plain] = cadence if isinstance(cadence, list) else [cadence]
    adopted = dated(agenda["adopted"]).window.start
    grace = grace_of(agenda, mechanism)
    if mechanism.get("basis") == "rolling":
        layout, answers = rolled(eras[0], anchor_of(eras[0], adopted), sessions, as_of)
        return layout, paired_in_turn(OTHERS, layout, sessions, grace, answers)
    reach = _reach(eras, adopted, sessions, max(as_of, last))
    layout = fixed_layout(eras, adopted, _days_laid(mechanism), reach)
    return layout, paired_in_turn((MEETINGS, *OTHERS), layout, sessions, grace, {})


def _days_laid(mechanism: Plain) -> int:
    number, unit = quantity(mechanism.get("lasts", "1 day"))
    return {"days": number, "weeks": 7 * number}.get(unit, 1)


def _reach(eras: list[Plain], adopted: date, sessions: list[Session], day: date) -> date:
    """Find the last day that any question touches."""
    days = [day, adopted]
    days += [
        dated(rule[key]).window.end for rule in eras for key in ("since", "until") if key in rule
    ]
    days += [session.extent.window.closed().end for session in sessions]
    days += [planned.window.closed().end for session in sessions for planned in session.planned]
    return max(days)


def _in_order(layout: Layout, answers: dict[Slot, Session], sessions: list[Session]) -> list[Entry]:
    entries = [Entry(slot, answers.get(slot)) for slot in layout.slots]
    answering = list(answers.values())
    entries += [Entry(None, session) for session in sessions if session not in answering]
    return sorted(entries, key=lambda entry: entry.place)


def _held_places(everything: list[Entry]) -> list[tuple[int, int | None]]:
    """List the place and the number of each session recorded as held, `whatever as_of`."""
    return [
        (place, entry.session.number)
        for place, entry in enumerate(everything)
        if entry.session is not None and entry.session.status == "held"
    ]


def _numbers_show_more(held: list[tuple[int, int | None]], place: int) -> bool:
    """Compare the numbers of the held sessions around a slot with how many are recorded."""
    numbered = [(i, number) for i, number in held if number is not None]
    before = max([(i, number) for i, number in numbered if i < place], default=(-1, 0))
    after = min([(i, number) for i, number in numbered if i >= place], default=None)
    if after is None:
        return False
    recorded = sum(before[0] < i < after[0] for i, _ in held)
    return after[1] - before[1] - 1 > recorded


def _stand(entry: Entry, as_of: date, grace: relativedelta) -> None:
    """Set status and date, each slot by itself; forget a session that is not known yet."""
    if entry.session is not None and not entry.session.is_known(as_of):
        entry.session = None
    if entry.session is not None:
        entry.status, entry.shown = _session_standing(entry.session, entry.slot, as_of, grace)
    elif entry.slot is not None and not entry.slot.cut:
        entry.shown = _window_dated(entry.slot.window)
        entry.status = _promise_standing(entry.slot.window, as_of, grace)


def _window_dated(window: Window) -> Dated:
    return Dated(window_edtf(window), window_edtf(window), window)


def _promise_standing(window: Window, as_of: date, grace: relativedelta) -> str:
    if as_of < window.start:
        return "projected"
    if as_of < window.end:
        return "due"
    return "late" if as_of < window.end + grace else LAPSED


def _session_standing(
    session: Session, slot: Slot | None, as_of: date, grace: relativedelta
) -> tuple[str, Dated]:
    own = session.extent
    match session.status:
        case "held":
            ahead = None if own.window.start <= as_of else session.planned_ahead(as_of)
            return ("held", own) if ahead is None else ("confirmed", ahead)
        case "confirmed" | "tentative":
            return (session.status if as_of < own.window.end else "unreported"), own
        case "cancelled":
            return "cancelled", own
    if slot is None:
        return "postponed", own
    if session.own is None:
        own = _window_dated(slot.window)
    return _postponed_standing(own.window.end, as_of, grace), own


def _postponed_standing(deadline: date, as_of: date, grace: relativedelta) -> str:
    if as_of < deadline:
        return "postponed"
    return "late" if as_of < deadline + grace else LAPSED


def _tell_lapses(there: list[Entry], unclaimable: set[int]) -> None:
    """Tell overdue from missed, and both from unknown."""
    lapsed = [i for i, entry in enumerate(there) if entry.status == LAPSED]
    for i in lapsed:
        there[i].status = "missed"
    if lapsed:
        later = [entry.status for entry in there[lapsed[-1] :] if not entry.extra]
        if not {"held", "unreported", "confirmed"} & set(later):
            there[lapsed[-1]].status = "overdue"
    for i in lapsed:
        if id(there[i]) in unclaimable:
            there[i].status = "unknown"


def _tell_unreported(there: list[Entry], item: Plain) -> None:
    for entry in there:
        if entry.status == "unreported" and "convened_by" in item:
            entry.status = "unknown"


def _event_entry(agenda: Plain, event: Plain, as_of: date) -> Entry | None:
    """`An event is its own window`; None while its session is not known yet."""
    session, grace = session_of(event), grace_of(agenda, event)
    entry = Entry(None, session, number=event.get("number"), host=event.get("host"))
    if session is None:
        entry.shown = dated(event["expected"])
        entry.status = _promise_standing(entry.shown.window, as_of, grace)
    elif not session.is_known(as_of):
        return None
    else:
        entry.status, entry.shown = _session_standing(session, None, as_of, grace)
        if session.status == "postponed" and session.own is not None:
            entry.status = _postponed_standing(session.own.window.end, as_of, grace)
    if entry.status == LAPSED:
        entry.status = "overdue"
    if entry.status in ("overdue", "unreported") and "convened_by" in event:
        entry.status = "unknown"
    return entry


# Numbers and hosts


@dataclass
class Turn:
    """What the next open occurrence would have; None is unknown."""

    hosts: list[str]
    number: int | None = None
    host: str | None = None

    def take_number(self, number: int | None) -> None:
        self.number = None if number is None else number + 1

    def take_host(self, host: str | None) -> None:
        """Move the turn; `none` moves none, `nor does a host not in hosts`."""
        if host is None:
            self.host = None
        elif host in self.hosts:
            self.host = self.hosts[(self.hosts.index(host) + 1) % len(self.hosts)]


def _count(there: list[Entry], hosts: list[str]) -> None:
    turn = Turn(hosts, host=hosts[0] if hosts else None)
    for entry in there:
        if entry.session is not None:
            entry.number, entry.host = entry.session.number, entry.session.host
        if entry.extra:
            _count_extra(entry, turn)
        else:
            _count_slot(entry, turn)
    for i, entry in enumerate(there):
        if entry.status == "overdue":
            _show_next(entry, there[i + 1 :])


def _count_extra(entry: Entry, turn: Turn) -> None:
    """`Moves both when it states them, and has none otherwise`."""
    if entry.status in ("postponed", "cancelled"):
        return
    if entry.number is not None:
        turn.take_number(entry.number)
    if entry.host is not None:
        turn.take_host(entry.host)


def _count_slot(entry: Entry, turn: Turn) -> None:
    if entry.status in OPEN:
        entry.number = turn.number if entry.number is None else entry.number
        entry.host = turn.host if entry.host is None else entry.host
    if entry.status in OPEN or entry.status == "held":
        turn.take_number(entry.number)
        turn.take_host(entry.host)
    if entry.status == "unknown":
        turn.number = turn.host = None


def _show_next(entry: Entry, later: list[Entry]) -> None:
    """`Whenever they meet, it is that session`: the next open slot's number and host."""
    following = next((e for e in later if e.status in OPEN and not e.extra), None)
    if following is None:
        return
    entry.number = following.number if entry.number is None else entry.number
    entry.host = following.host if entry.host is None else entry.host


# The answers


def occurrences(agenda: Plain, as_of: date, first: date, last: date) -> list[Plain]:
    """Hold what `timeline` must: what meets `first` to `last`, by end, start and id."""
    rows = []
    for name, mechanism in agenda.get("mechanisms", {}).items():
        entries = mechanism_entries(agenda, mechanism, as_of, last)
        rows += [_row(entry, name, None) for entry in entries if _meets(entry, first, last)]
    for name, event in agenda.get("events", {}).items():
        entry = _event_entry(agenda, event, as_of)
        if entry is not None and _meets(entry, first, last):
            rows.append(_row(entry, None, name))
    return sorted(rows, key=lambda row: (row["end"] or "9999-12-31", row["start"], row["id"]))


def _meets(entry: Entry, first: date, last: date) -> bool:
    window = _date_of(entry).window
    return window.start <= last and first < window.end


def _date_of(entry: Entry) -> Dated:
    assert entry.shown is not None
    return entry.shown


def _row(entry: Entry, mechanism: str | None, event: str | None) -> Plain:
    shown = _date_of(entry)
    return {
        "id": event or f"{mechanism}/{_slot_id(entry)}",
        "mechanism": mechanism,
        "event": event,
        "number": entry.number,
        "status": entry.status,
        **_bounds(shown.window),
        "slot": None if entry.slot is None else _bounds(entry.slot.laid),
        "date": shown.edtf,
        "host": entry.host,
        "extra": event is None and entry.extra,
    }


def _slot_id(entry: Entry) -> str:
    if entry.slot is not None:
        return window_id(entry.slot.laid)
    assert entry.session is not None
    return window_id(entry.session.extent.window)


def _bounds(window: Window) -> Plain:
    end = None if window.end == FOREVER else str(window.end)
    return {"start": str(window.start), "end": end}


def findings(agenda: Plain, as_of: date) -> list[Plain]:
    """Find what is overdue and unreported, mechanisms first, in the order of the file."""
    found = []
    for name, mechanism in agenda.get("mechanisms", {}).items():
        entries = mechanism_entries(agenda, mechanism, as_of, as_of)
        found += _findings_of({"mechanism": name, "event": None}, mechanism, entries, as_of)
    for name, event in agenda.get("events", {}).items():
        entry = _event_entry(agenda, event, as_of)
        entries = [] if entry is None else [entry]
        found += _findings_of({"mechanism": None, "event": name}, event, entries, as_of)
    return found


def _findings_of(whose: Plain, item: Plain, entries: list[Entry], as_of: date) -> list[Plain]:
    found = [
        {"code": "overdue", **whose, **_lapse(entries)}
        for entry in entries
        if entry.status == "overdue"
    ]
    found += [{"code": "unreported", **whose} for entry in entries if entry.status == "unreported"]
    return [finding for finding in found if not _is_accepted(item, finding["code"], as_of)]


def _is_accepted(item: Plain, code: str, as_of: date) -> bool:
    accept = item.get("accept", {})
    if code not in accept:
        return False
    return "until" not in accept or as_of < dated(accept["until"]).window.end


def _lapse(entries: list[Entry]) -> Plain:
    """Add what an overdue finding says: since when, last held, how many were missed."""
    held = [i for i, entry in enumerate(entries) if entry.status == "held" and not entry.extra]
    after = entries[held[-1] + 1 :] if held else entries
    missed = [entry for entry in after if entry.status in ("missed", "overdue")]
    first = missed[0]
    end = (_date_of(first).window if first.slot is None else first.slot.laid).end
    dates = [_date_of(entry) for entry in entries if entry.status == "held"]
    latest = max(dates, key=lambda dated_: dated_.window, default=None)
    return {
        "since": str(end),
        "last_held": None if latest is None else latest.written,
        "missed": len(missed),
    }
