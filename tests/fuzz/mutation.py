"""Agendas changed at random in ways that keep them nearly right: by line, by token, by word."""

import re
from pathlib import Path
from random import Random

from cjpeace.core.rules.rule_text import ADJECTIVES, TWO_MEANINGS
from cjpeace.reading.entries import keys
from cjpeace.reading.entries.entry import Keys

TESTS = Path(__file__).parent.parent
TOKEN = re.compile(r"\w[\w./:-]*|[^\w\s]|\n *|\s+")


def _key_names() -> list[str]:
    mappings = [value for value in vars(keys).values() if isinstance(value, type)]
    return sorted({n for m in mappings if issubclass(m, Keys) for n in m.by_name})


KEYS = _key_names()
VALUES = (
    *ADJECTIVES,
    *TWO_MEANINGS,
    *("2025", "2025-10", "2025-10-14", "2026-33", "2000-24", "2026-40", "2026-02-30", "2001/.."),
    *("2011-10-03/", "../..", "..", "2025-10-14/2025-10-15", "1984?", "2004-06~", "2004%", "0001"),
    *("9999", "9999-11-30", "9999-12", "0000", "autumn 2000", "Q3 2026", "H2 2026", "fall 2000"),
    *("2 years", "0 years", "400 years", "6 months", "3 weeks", "1 day", "quarter", "year", "18"),
    *("autumn", "winter", "31 May", "29 February", "last Friday", "second Tuesday of September"),
    *("July to August", "November to February", "Q1", "H1", "last day", "15", "31", "Tuesday"),
    *("FREQ=DAILY", "FREQ=YEARLY;BYMONTH=9;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU"),
    *("FREQ=MONTHLY;BYDAY=-1FR;COUNT=10", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "FREQ=MONTHLY;"),
    *("FREQ=YEARLY;BYYEARDAY=366;UNTIL=20200101", "INTERVAL=0", "BYSETPOS=-1", "BYMONTHDAY=31"),
    *("fixed", "rolling", "none", "canada", "japan", "10:30", "25:00", "90 minutes", "2 days"),
    *("America/Toronto", "Asia/Tokyo", "CA-ON", "JP", "29 December/3 January", "09:00-17:30"),
    *("7-9", "1", "0", "-1", "1000000", "999999999999999999999", "1e99", ".nan", ".inf", "0x10"),
    *(
        "true",
        "null",
        "~",
        "NO",
        "''",
        '"\\e[31m"',
        '"\\0"',
        '"\\u202e"',
        "日本",
        "e\u0301",
        "\u2028",
    ),
    *(
        "[]",
        "{}",
        "[[1]]",
        "{a: b}",
        "[x, y]",
        "&a x",
        "*a",
        "!!str 5",
        "!x y",
        "|",
        ">-",
        "<<: *a",
    ),
    *("'", '"', "#", "- ", "? ", ": ", "\t", "\0", "\ufeff", "\x85", "%YAML 1.2", "---", "..."),
    *("https://example.org/a,b", "http://[::1", "- - - a", "\r\n", "\r", "[", "{", "]", "}", ","),
)


def changed(text: str, other: str, random: Random) -> str:
    """A text with one or a few changes; some take a piece of another text over."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        change = random.choice((_line, _line, _token, _token, _token, _key, _piece, _indent))
        text = change(text, other, random)
    return text


def _line(text: str, _: str, random: Random) -> str:
    lines = text.split("\n")
    at, where = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(where, lines[at])
        case 2:
            lines[at] = lines[where]
        case _:
            lines[at], lines[where] = lines[where], lines[at]
    return "\n".join(lines)


def _token(text: str, _: str, random: Random) -> str:
    match = TOKEN.search(text, random.randrange(len(text) + 1))
    if match is None:
        return text + random.choice(VALUES)
    token = match[0]
    new = random.choice(
        ("", token * 2, *(random.choice(VALUES) for _ in range(4)), _odd(token, random))
    )
    return text[: match.start()] + new + text[match.end() :]


def _odd(token: str, random: Random) -> str:
    """A token with one character changed, dropped or doubled."""
    at = random.randrange(len(token))
    new = random.choice(
        ("", token[at] * 2, random.choice("0123456789-/?~%.:;=,ab "), chr(random.randrange(0x300)))
    )
    return token[:at] + new + token[at + 1 :]


def _key(text: str, _: str, random: Random) -> str:
    """A text with a key and a value put in front of a comma, a bracket or a line."""
    spots = [match.start() for match in re.finditer(r"[,}\n]", text)]
    at = random.choice(spots or [len(text)])
    pair = f"{random.choice(KEYS)}: {random.choice(VALUES)}"
    if text[at : at + 1] == "\n":
        line = text[text.rfind("\n", 0, at) + 1 : at]
        return text[:at] + "\n" + " " * (len(line) - len(line.lstrip(" "))) + pair + text[at:]
    return f"{text[:at]}, {pair}{text[at:]}"


def _piece(text: str, other: str, random: Random) -> str:
    """A text with some lines of another one put into it."""
    lines, others = text.split("\n"), other.split("\n")
    start = random.randrange(len(others))
    at = random.randrange(len(lines) + 1)
    lines[at:at] = others[start : start + random.randrange(1, 6)]
    return "\n".join(lines)


def _indent(text: str, _: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    more = random.choice((" ", "  ", "\t", "- "))
    lines[at] = more + lines[at] if random.random() < 0.5 else lines[at][1:]
    return "\n".join(lines)


def seeds() -> list[str]:
    """The agendas of this repository, and each mechanism of the bundled one, to begin with."""
    data = (TESTS.parent / "data" / "agenda.yaml").read_text("utf-8")
    found = [path.read_text("utf-8") for path in sorted(TESTS.glob("examples/**/*.yaml"))]
    found += [path.read_text("utf-8") for path in sorted(TESTS.glob("interop/*.yaml"))]
    return sorted({*found, *_alone(data), *_SMALL})


def _alone(text: str) -> list[str]:
    """Each mechanism of an agenda as an agenda of its own, without what it refers to."""
    rest = text.partition("\nmechanisms:\n")[2]
    mechanisms = re.split(r"\n(?=  [a-z])", rest.partition("\nevents:\n")[0])
    return [_HEAD + _REFERENCE.sub("", mechanism) + "\n" for mechanism in mechanisms]


_REFERENCE = re.compile(
    r"\n +(?:paragraph|source|succeeds|pairs_with): [^\n]*|, source: (?:\[.*?\]|[^,}]*)"
)

_HEAD = """\
title: T
adopted: 1999-09-17
parties:
  canada: {name: Canada, timezone: America/Toronto, holidays: CA-ON, closed: [29 December/3 January]}
  japan: {name: Japan, timezone: Asia/Tokyo, hours: 09:00-17:30}
defaults: {grace: 3 months, notice: 6 months}
mechanisms:
"""

_SMALL = (
    _HEAD + "  m: {title: M, cadence: {rrule: FREQ=MONTHLY;BYDAY=-1FR, since: 1999-09-24}}\n",
    _HEAD
    + "  m: {title: M, cadence: {rrule: 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=SA', since: 1999-01-02}}\n",
    _HEAD
    + "  m: {title: M, cadence: {every: 2 years}, basis: rolling, sessions: [{held: 2001-05}]}\n",
    "title: T\nevents:\n  e: {title: E, expected: 2005, follows: f}\n  f: {title: F, held: 2004-12}\n",
    (
        "title: T\nmechanisms:\n  m:\n    title: M\n    sessions:\n"
        "      - {numbers: 2-4, unknown: 2001/2004}\n      - {number: 1, held: 2000}\n"
        "      - {postponed: .., planned: [2006, 2007], reason: r}\n"
        "      - {cancelled: 2008-10-14, reason: r}\ncommitments:\n  c: {carried_by: m, done: 2003}\n"
    ),
    "&a a: &b [1, *b]\n? {x: y}\n: |\n  z\n...\n",
    "%YAML 1.2\n---\ntitle: 'T''s'\nid: \"t\\x41\"\n# c\n",
)
