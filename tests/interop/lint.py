"""A calendar file checked octet by octet, with no calendar library: what tolerant clients let pass.

`faults` tells what is wrong with a file; `events` what its entries say, unfolded and unescaped.
"""

import re
from typing import NamedTuple

HEAD = (
    *("BEGIN", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION"),
    *("X-WR-CALDESC", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"),
)
EVENT = (
    *("BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"),
    *("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "CATEGORIES", "LOCATION", "DESCRIPTION"),
    *("X-CJPEACE-STATUS", "X-CJPEACE-WINDOW", "END"),
)
MAY_BE_ABSENT = {"CATEGORIES", "LOCATION", "X-CJPEACE-WINDOW"}
OBSERVANCE = ("BEGIN", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "END")
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"}
FORMS = {
    "UID": r"[!-~]+@[a-z0-9-]+",
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "LAST-MODIFIED": r"\d{8}T\d{6}Z",
    "SEQUENCE": r"\d{1,10}",
    "STATUS": "TENTATIVE|CONFIRMED|CANCELLED",
    "TRANSP": "OPAQUE|TRANSPARENT",
    "X-MICROSOFT-CDO-BUSYSTATUS": "FREE|TENTATIVE|BUSY",
    "CATEGORIES": "held",
    "VERSION": r"2\.0",
    "CALSCALE": "GREGORIAN",
    "PRODID": r"-//cjpeace//cjpeace \d+\.\d+//EN",
    "TZOFFSETFROM": r"[+-]\d{4}",
    "TZOFFSETTO": r"[+-]\d{4}",
}
TEXT = re.compile(r"(?:[^\\;,\x00-\x1f\x7f]|\\[\\;,n])*")


class Line(NamedTuple):
    """A content line, unfolded."""

    name: str
    parameters: str
    value: str


def faults(content: bytes) -> list[str]:
    """What is wrong with a calendar file."""
    found = list(_octets(content))
    lines = _lines(content)
    blocks = _blocks(lines)
    head, zones, entries = blocks[0], blocks[1:-1], [b for b in blocks if _is(b, "VEVENT")]
    names = [line.name for line in head]
    if names not in ([*HEAD], [*HEAD, "SOURCE"]):
        found.append(f"the calendar begins {names}")
    if blocks[-1] != [Line("END", "", "VCALENDAR")]:
        found.append("the calendar does not end")
    zones = [block for block in zones if not _is(block, "VEVENT")]
    for zone in zones:
        found += _zone_faults(zone)
    for entry in entries:
        found += _event_faults(entry)
    for line in lines:
        if line.name in TEXTS and not TEXT.fullmatch(line.value):
            found.append(f"{line.name} is not escaped: {line.value!r}")
        if line.name in FORMS and not re.fullmatch(FORMS[line.name], line.value):
            found.append(f"{line.name} is {line.value!r}")
    keys = [(_value(e, "DTSTART"), _value(e, "UID")) for e in entries]
    if keys != sorted(keys):
        found.append("the events are not in order")
    if len({uid for _, uid in keys}) != len(keys):
        found.append("two events share a UID")
    declared = [_value(zone, "TZID") for zone in zones]
    used = {m[1] for line in lines if (m := re.search("TZID=([^;]+)", line.parameters))}
    if declared != sorted(used):
        found.append(f"time zones {declared} are declared, {sorted(used)} are used")
    return found


def events(content: bytes) -> list[dict[str, str]]:
    """The properties of each event, texts as they were meant; times with their parameters."""
    return [
        {
            line.name: _meant(line.value) if line.name in TEXTS else line.parameters + line.value
            for line in block[1:-1]
        }
        for block in _blocks(_lines(content))
        if _is(block, "VEVENT")
    ]


def _octets(content: bytes) -> list[str]:
    lines = content.split(b"\r\n")
    found = ["it does not end with a line"] if lines.pop() != b"" else []
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], b""], strict=True), 1):
        if len(line) > 75:
            found.append(f"line {number} has {len(line)} octets")
        if b"\r" in line or b"\n" in line:
            found.append(f"line {number} has a bare CR or LF")
        if not line.strip():
            found.append(f"line {number} is empty")
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append(f"line {number} is folded within a character")
        in_escape = (len(line) - len(line.rstrip(b"\\"))) % 2
        if in_escape and not following.startswith(b" \\"):  # a backslash of two may be parted
            found.append(f"line {number} is folded within an escape")
    return found


def _lines(content: bytes) -> list[Line]:
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    matches = [re.fullmatch(r"([A-Z-]+)((?:;[A-Z]+=[^;:]+)*):(.*)", one) for one in unfolded]
    assert all(matches), [one for one, match in zip(unfolded, matches, strict=True) if not match]
    return [Line(m[1], m[2], m[3]) for m in matches if m]


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """The head of the calendar, each time zone, each event, and the end."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        begins = line.name == "BEGIN" and line.value in ("VTIMEZONE", "VEVENT")
        if begins or line == Line("END", "", "VCALENDAR"):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _is(block: list[Line], kind: str) -> bool:
    return block[0] == Line("BEGIN", "", kind)


def _value(block: list[Line], name: str) -> str:
    return next(line.value for line in block if line.name == name)


def _event_faults(block: list[Line]) -> list[str]:
    names = [line.name for line in block]
    expected = [name for name in EVENT if name not in MAY_BE_ABSENT or name in names]
    found = [] if names == expected else [f"an event has {names}"]
    start, end = (next(line for line in block if line.name == n) for n in ("DTSTART", "DTEND"))
    if start.parameters != end.parameters or start.value >= end.value:
        found.append(f"it lasts from {start} to {end}")
    form = r"\d{8}" if start.parameters == ";VALUE=DATE" else r"\d{8}T\d{6}"
    form += "" if start.parameters else "Z"
    if not (re.fullmatch(form, start.value) and re.fullmatch(form, end.value)):
        found.append(f"{start} and {end} are no times")
    return found


def _zone_faults(block: list[Line]) -> list[str]:
    kinds = [line.value for line in block if line.name == "BEGIN"][1:]
    found = [] if kinds in (["STANDARD"], ["STANDARD", "DAYLIGHT"]) else [f"a zone has {kinds}"]
    inner = [line.name for line in block[2:-1]]
    rules = ["RRULE"] * (len(kinds) - 1)
    one = [name for name in OBSERVANCE if name != "RRULE" or rules]
    if inner != one * len(kinds):
        found.append(f"a zone has {inner}")
    for line in block:
        if line.name == "DTSTART" and not line.value.startswith("1970"):
            found.append(f"a zone begins {line.value}")
        if line.name == "RRULE" and not re.fullmatch(
            r"FREQ=YEARLY;BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU);BYMONTH=\d+", line.value
        ):
            found.append(f"a zone has the rule {line.value}")
    return found


def _meant(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)
