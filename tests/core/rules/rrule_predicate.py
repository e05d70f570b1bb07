"""The obvious reading of a recurrence rule: ask of each day, one by one, whether the rule has it.

Written from RFC 5545 section 3.3.10 alone, and sharing nothing with the engine. Also random rules
to ask it about.
"""

from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from random import Random

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def parts_of(text: str) -> dict[str, str]:
    return dict(part.split("=") for part in text.split(";"))


def begun(text: str, start: date) -> dict[str, str]:
    """The parts of a rule, with those that are derived from the day on which it begins."""
    parts = parts_of(text)
    if any(name in parts for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")):
        return parts
    match parts["FREQ"]:
        case "WEEKLY":
            parts["BYDAY"] = NAMES[start.weekday()]
        case "MONTHLY":
            parts["BYMONTHDAY"] = str(start.day)
        case "YEARLY" if "BYWEEKNO" in parts:
            parts["BYDAY"] = NAMES[start.weekday()]
        case "YEARLY":
            parts.setdefault("BYMONTH", str(start.month))
            parts["BYMONTHDAY"] = str(start.day)
    return parts


def expected(text: str, start: date, last: date) -> list[date]:
    """The days from `start` to `last` of a rule without an end, of which `start` may be none."""
    parts = begun(text, start)
    week_start = NAMES.index(parts.get("WKST", "MO"))
    limits = {name: set(map(int, parts[name].split(","))) for name in FACTS if name in parts}
    byday = parts["BYDAY"].split(",") if "BYDAY" in parts else None
    within = "month" if parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts else "year"
    positions = [int(number) for number in parts.get("BYSETPOS", "0").split(",")]
    first = period(parts, week_start, start)
    periods: dict[int, list[date]] = defaultdict(list)
    day, end = start - timedelta(days=400), last + timedelta(days=400)
    while day < end:
        day += timedelta(days=1)
        number = period(parts, week_start, day)
        if (number - first) % int(parts.get("INTERVAL", "1")):
            continue
        facts = facts_of(day, week_start)
        if any(not limit & facts[name] for name, limit in limits.items()):
            continue
        if byday is None or facts[within] & set(byday):
            periods[number].append(day)
    if positions == [0]:
        return [day for days in periods.values() for day in days if start <= day <= last]
    found = set()
    for days in periods.values():
        found |= {days[n - (n > 0)] for n in positions if -len(days) <= n <= len(days)}
    return sorted(day for day in found if start <= day <= last)


def period(parts: dict[str, str], week_start: int, day: date) -> int:
    match parts["FREQ"]:
        case "YEARLY" if "BYWEEKNO" in parts:
            return week_of(day, week_start)[0]
        case "YEARLY":
            return day.year
        case "MONTHLY":
            return day.year * 12 + day.month
        case "WEEKLY":
            return first_of_week(day, week_start).toordinal() // 7
        case _:
            return day.toordinal()


FACTS = ("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY")


@cache
def facts_of(day: date, week_start: int) -> dict[str, set[int] | set[str]]:
    """All that may be said of a day, counted from both ends."""
    _, week, weeks = week_of(day, week_start)
    next_month = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    to_month_end = (next_month - day).days
    to_year_end = (date(day.year + 1, 1, 1) - day).days
    day_of_year = (day - date(day.year, 1, 1)).days + 1
    return {
        "BYMONTH": {day.month},
        "BYWEEKNO": {week, week - weeks - 1},
        "BYYEARDAY": {day_of_year, -to_year_end},
        "BYMONTHDAY": {day.day, -to_month_end},
        "month": names(day, day.day, to_month_end),
        "year": names(day, day_of_year, to_year_end),
    }


def names(day: date, from_start: int, to_end: int) -> set[str]:
    name = NAMES[day.weekday()]
    forward, backward = (from_start + 6) // 7, (to_end + 6) // 7
    return {name, f"{forward}{name}", f"-{backward}{name}"}


def first_of_week(day: date, week_start: int) -> date:
    while day.weekday() != week_start:
        day -= timedelta(days=1)
    return day


@cache
def week_of(day: date, week_start: int) -> tuple[int, int, int]:
    """The year of a week, its number, and how many weeks that year has.

    Week 1 has at least four days of its year, so the year is that of the week's fourth day, and
    28 December is always in the last week.
    """
    fourth = first_of_week(day, week_start) + timedelta(days=3)
    year = fourth.year
    number = ((fourth - date(year, 1, 1)).days) // 7 + 1
    last = first_of_week(date(year, 12, 28), week_start) + timedelta(days=3)
    return year, number, ((last - date(year, 1, 1)).days) // 7 + 1


def random_rule(rng: Random) -> str:
    """Any rule that is allowed, without an end, and often one that has odd parts together."""
    frequency = rng.choice(("DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"))
    parts = {"FREQ": frequency}
    weeks = frequency == "YEARLY" and rng.random() < 0.3
    if not weeks and rng.random() < 0.4:
        parts["INTERVAL"] = str(rng.choice((2, 2, 3, 4, 5, 7, 10, 18, 30)))
    if rng.random() < 0.4:
        parts["BYMONTH"] = some(rng, range(1, 13))
    if weeks:
        edges = (1, 52, 53, -1, -52, -53)
        parts["BYWEEKNO"] = some(rng, rng.choice((edges, [*range(1, 54), *range(-53, 0)])))
    if frequency == "YEARLY" and rng.random() < 0.2:
        parts["BYYEARDAY"] = some(rng, [*range(1, 367), *range(-366, 0)], 20)
    numbered_days = frequency in ("DAILY", "MONTHLY") or (
        frequency == "YEARLY" and "BYMONTH" in parts
    )
    if numbered_days and rng.random() < 0.4:
        parts["BYMONTHDAY"] = some(rng, [*range(1, 32), *range(-31, 0)], 6)
    if rng.random() < 0.5:
        parts["BYDAY"] = random_weekdays(rng, frequency in ("MONTHLY", "YEARLY") and not weeks)
    if len(parts) > 1 + ("INTERVAL" in parts) and rng.random() < 0.35:
        most = 366 if frequency == "YEARLY" and rng.random() < 0.2 else 4
        parts["BYSETPOS"] = some(rng, [*range(1, most), *range(1 - most, 0)])
    if rng.random() < 0.4:
        parts["WKST"] = rng.choice(NAMES)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def random_weekdays(rng: Random, numbered: bool) -> str:  # noqa: FBT001 - a fact of the rule
    chosen = rng.sample(NAMES, rng.choice((1, 1, 2, 3, 5)))
    if not numbered or rng.random() < 0.4:
        return ",".join(chosen)
    ordinals = ("", 1, 2, 3, 4, 5, -1, -2, -4, -5, 20, -20, 53)
    return ",".join(f"{rng.choice(ordinals)}{name}" for name in chosen)


def some(rng: Random, numbers: range | tuple[int, ...] | list[int], most: int = 3) -> str:
    return ",".join(map(str, rng.sample(numbers, min(len(numbers), rng.randint(1, most)))))
