"""Agendas with every sort of right and wrong value, for the reader and the schema to agree on."""

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.oracle.agendas import random_agenda

Path = tuple[Any, ...]

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 15, 31, 32, 999, 2025, 9998, 9999, 1_000_000, 1_000_001, 2.5),
    *([], {}, "", " ", "x", "none", "..", ["x"], [1], [None], "A", "a-b", "a--b", "-a", "a" * 101),
    # dates
    *("2025", "2025-02-30", "2025-02-29", "2024-02-29", "2025-04-31", "2025-00-10", "2025-10"),
    *("2025-13", "2025-20", "2025-22", "2025-25", "2025-33", "2025-37", "2025-40", "2025-42"),
    *("0000", "0001", "9999", "9999-11", "9999-12-31", "99999", "2025 ", "2025!", "2025?"),
    *("2025-10-14/2025-10-15", "2025/2024", "2025/", "2025/..", "../2025", "/2025", "2025-10-14~"),
    *("autumn 2000", "Fall 2000%", "autumn  2000", "Febuary 2000", "february 2000", "May 0000"),
    *("Q5 2026", "q1 2026", "h2 2026/H1 2027", "2025-10-14/autumn 2026", "2025-1-1", "20251014"),
    # lengths and intervals
    *("3 months", "month", "Months", "0 months", "2 years", "400 years", "401 years", "3  weeks"),
    *("90 minutes", "2 hours", "1 day", "2 days", "5 quarters", "quarter", "quarters", "years"),
    *("annual", "Biennial", " yearly ", "biannual", "bimonthly", "semiannual", "2 fortnights"),
    *(f"{'0' * 29}1 days", f"{'0' * 30}1 days", "1.5 years", "-1 years", "2years", "366 days"),
    # parts of a period
    *("autumn", "Q1", "H3", "July to August", "july to Q1", "Q4 to Q1", " Winter ", "to", "H1 to"),
    *("31 May", "31 June", "29 February", "30 february", "0 May", "May 31", "last day of June"),
    *("second Tuesday of September", "fifth Tuesday of May", "last day", "Last  Friday", "Tuesday"),
    *("15", "015", "32", "0", "00", "07", ["31 May", "30 November"], ["autumn", "31 May"]),
    # rules
    *("FREQ=YEARLY;BYMONTH=9;BYDAY=2TU", "RRULE:freq=daily", "FREQ=HOURLY", " FREQ=DAILY "),
    *("BYDAY=MO;FREQ=WEEKLY;INTERVAL=2;UNTIL=20301231", "FREQ=DAILY;", "FREQ=DAILY; COUNT=3"),
    *("FREQ=MONTHLY;BYMONTHDAY=1,15,-1;WKST=SU", "FREQ=YEARLY;BYYEARDAY=366,-366;COUNT=10"),
    *("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYMONTH=+1", "FREQ=DAILY;FREQ=DAILY", "BYDAY=MO"),
    # times, days of every year, zones, countries
    *("09:30", "9:30", "24:00", "09:60", "930", "09:00-17:30", "09:00 - 17:30", "09:00-"),
    *("29 December/3 January", "29 december", "31 June/1 July", "1 May/2 May/3 May", "1  May"),
    *("Asia/Tokyo", "UTC", "../UTC", "Etc/GMT+5", "Asia/", "JP", "CA-ON", "jp", "CA-", "CA-QCCC"),
    # closed choices, numbers and names
    *("fixed", "rolling", "Fixed", "7-9", "9-7", "0-3", "7", "007-9", "7-", "1000000-1000001"),
    *("canada", "talks", ["canada", "canada"], ["canada", "japan"], "https://example.org/a,b"),
)  # fmt: skip

NAMES = (
    *("held", "cancelled", "expected", "unknown", "number", "numbers", "reason", "every", "rrule"),
    *("when", "since", "at", "lasts", "basis", "id", "title", "titel", "overdue", "Canada", "none"),
)


def mutations(full: Any, rng: Random, count: int) -> Iterator[Any]:
    """So many agendas with one thing changed, some of them still valid."""
    for number in range(count):
        agenda = random_agenda(rng) if number % 3 == 0 else full
        yield _changed(copy.deepcopy(agenda), rng)


def _changed(agenda: Any, rng: Random) -> Any:
    *before, last = rng.choice(list(_sites(agenda)))
    holder = _at(agenda, before)
    choice = rng.choice(("value", "value", "value", "drop", "rename", "add", "list"))
    if isinstance(holder, list):
        holder[last] = rng.choice(VALUES)
    elif isinstance(holder, dict):
        match choice:
            case "value":
                holder[last] = rng.choice(VALUES)
            case "drop":
                del holder[last]
            case "rename":
                holder[rng.choice((f"{last}s", str(last)[:-1] or "x", *NAMES))] = holder.pop(last)
            case "add":
                holder[rng.choice(NAMES)] = rng.choice(VALUES)
            case "list":
                holder[last] = [holder[last]]
    return agenda


def _sites(data: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of everything within plain data."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _sites(value, (*path, key))


def _at(data: Any, path: list[Any]) -> Any:
    for step in path:
        data = data[step]
    return data


def keys_as_text(data: Any) -> Any:
    """Plain data as JSON has it: a key is always text."""
    if isinstance(data, dict):
        return {str(key): keys_as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [keys_as_text(item) for item in data]
    return data
