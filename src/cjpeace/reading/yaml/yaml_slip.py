"""The slip behind an error of YAML syntax: what somebody who writes by hand is likely to miss.

Each function looks at the lines around the place of one sort of error. It gives the fault that is
likely, at the place where the text is to be changed, or None where something else must be wrong.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.lines import Lines
from cjpeace.reading.yaml.problem import Fault
from cjpeace.reading.yaml.shortened import shortened


class Slip(Struct, frozen=True):
    """An error of YAML in the words of the library, `at` the place where it was noticed.

    `opened` is where the bracket, list or mapping begins in which it was, where that is known.
    """

    said: str
    at: Place
    opened: Place | None
    lines: Lines

    @property
    def line(self) -> str:
        """The line where it was noticed."""
        return self.lines.line(self.at.line)

    @property
    def before(self) -> str:
        """What stands before the place in its line."""
        return self.line[: self.at.column - 1]

    @property
    def rest(self) -> str:
        """What stands in the line from the place on."""
        return self.line[self.at.column - 1 :]

    def fault(self, message: str, help: str, column: int = 0, width: int = 1) -> Fault:  # noqa: A002 - the word printed
        """A fault at the place, or at another column of its line."""
        return Fault(Place(self.at.line, column or self.at.column, max(1, width)), message, help)


def likely_slip(slip: Slip) -> Fault:
    """The fault that is likely, or what the library says in its own words."""
    if len(slip.line) > LONGEST:
        return _unexplained(slip)
    for sign, looks in _LOOKS:
        if sign in slip.said:
            found = (look(slip) for look in looks)
            return next((fault for fault in found if fault), None) or _unexplained(slip)
    return _unexplained(slip)


LONGEST = 2000
"""Lines longer than this, in characters, are not looked into."""


def _unexplained(slip: Slip) -> Fault:
    help_ = "close every bracket and quote, and quote text that holds `: ` or ` #`"
    return slip.fault(f"this is not YAML: {slip.said}", help_)


def _tab(slip: Slip) -> Fault | None:
    indent = slip.line[: len(slip.line) - len(slip.line.lstrip())]
    if not slip.rest.startswith("\t") and "\t" not in indent:
        return None
    column = slip.line.index("\t") + 1
    message = "a tab where only spaces may stand"
    return slip.fault(message, "indent with spaces, never with tabs", column)


def _sign(slip: Slip) -> Fault | None:
    """Text that begins with a character to which YAML gives a meaning."""
    for where in (slip.opened, slip.at):
        rest = slip.lines.line(where.line)[where.column - 1 :] if where else ""
        if where and rest.startswith(_SIGNS):
            message = f'text cannot begin with "{rest[0]}", which means something in YAML'
            place = Place(where.line, where.column, len(re.split(r"[,}\]]|\s#", rest)[0].rstrip()))
            return Fault(place, message, "put the text in quotes")
    return None


_SIGNS = tuple("@`%&*!|>")


def _key_within_text(slip: Slip) -> Fault | None:
    """Text with a colon and a space in it, which makes it look like another key."""
    in_brackets = "mapping values" not in slip.said
    found = (_IN_BRACKETS if in_brackets else _IN_BLOCK).search(slip.before)
    if not found or not slip.rest.startswith(":"):
        return None
    text = slip.line[found.start(2) :].split(" #")[0].rstrip()
    if in_brackets:
        text = re.split(r"[,}\]]", text)[0].rstrip()
    quote = "'" if '"' in text or "\\" in text else '"'
    help_ = "put the text in quotes"
    if quote not in text:
        help_ += f": `{found[1].strip()}: {quote}{shortened(text)}{quote}`"
    return slip.fault('text with ": " in it needs quotes', help_, found.start(2) + 1, len(text))


_IN_BLOCK = re.compile(r"^\s*(?:- +)*([^\s:\"'#][^:]*): +([^\s\"'].*)$")
_IN_BRACKETS = re.compile(r"([^\s:\"',{\[][^:,{\[]*): +([^\s\"',{\[][^,{\[]*)$")


def _no_space_after_colon(slip: Slip) -> Fault | None:
    """A key of the line above whose value follows the colon without a space."""
    above = _line_above(slip)
    found = above and _GLUED.match(slip.lines.line(above))
    if not above or not found or len(found[1]) != _indent(slip.line):
        return None
    place = Place(above, found.start(2) + 1, len(found[2]))
    message = "a key needs a colon and a space after it"
    return Fault(place, message, f"write `{found[3]}: {shortened(found[4])}`")


_GLUED = re.compile(r"(\s*(?:- )*)(([\w-]+):([^\s/].*?))\s*$", re.ASCII)


def _indented_too_far(slip: Slip) -> Fault | None:
    above = _line_above(slip)
    if not above or _indent(slip.line) <= _indent(slip.lines.line(above)):
        return None
    column = _indent(slip.line) + 1
    message = "this line is indented further than the one above, which has a value already"
    help_ = f"begin it in column {_indent(slip.lines.line(above)) + 1}, like the key above"
    return slip.fault(message, help_, column, len(slip.line[: slip.at.column - 1].strip()))


def _no_colon(slip: Slip) -> Fault | None:
    where = slip.opened or slip.at
    line = slip.lines.line(where.line)
    message = "a key without a colon, or text that is indented less than its key"
    help_ = "write a colon and a space after a key; indent text that goes on further than its key"
    return Fault(Place(where.line, where.column, max(1, len(line.strip()))), message, help_)


def _after_quote(slip: Slip) -> Fault | None:
    """Text that goes on after the quote that ends it."""
    before = slip.before.rstrip()
    if before[-1:] not in ("'", '"') or before.count(before[-1]) < 2 or not slip.rest.strip():  # noqa: PLR2004 - it was opened
        return None
    help_ = "put all of it in quotes, and write a quote within single quotes twice"
    return slip.fault("text goes on after the quote that ends it", help_, len(before), 1)


def _never_closed(slip: Slip) -> Fault | None:
    """A bracket of a line above that nothing closes."""
    if slip.opened is None or (slip.at.line == slip.opened.line and slip.rest):
        return None
    line, column = slip.lines.line(slip.opened.line), slip.opened.column
    comment = line.find(" #", column)
    if comment >= 0:
        message = 'everything from " #" on is a comment, so that the bracket is never closed'
        width = len(line[comment + 1 :].rstrip())
        place = Place(slip.opened.line, comment + 2, width)
        return Fault(place, message, 'put text that holds " #" in quotes')
    closing = _CLOSING.get(line[column - 1 : column], "")
    return Fault(slip.opened, _NEVER_CLOSED, f'write "{closing}" where it ends')


_NEVER_CLOSED = "a bracket that is never closed"
_CLOSING = {"{": "}", "[": "]"}


def _no_comma(slip: Slip) -> Fault | None:
    if not slip.rest:
        return None
    help_ = "put a comma between two entries, and quotes around text that holds marks of YAML"
    return slip.fault(f"neither a comma nor a closing bracket before {_quoted(slip.rest)}", help_)


def _too_many_brackets(slip: Slip) -> Fault | None:
    if slip.rest[:1] not in ("]", "}"):
        return None
    return slip.fault(f'a "{slip.rest[0]}" that closes nothing', "remove it, or quote the text")


def _list_after_value(slip: Slip) -> Fault | None:
    if not slip.rest.startswith(("- ", "-\n")) and slip.rest != "-":
        return None
    help_ = "give the key either a text or a list; begin a list on the line below its key"
    return slip.fault("a list where a key is expected", help_)


def _indented_oddly(slip: Slip) -> Fault | None:
    if slip.before.strip():
        return None
    around = slip.opened.column if slip.opened else 1
    above = _line_above(slip)
    column = _indent(slip.lines.line(above)) + 1 if above else around
    or_else = "" if column == around else f", or in column {around} to end its mapping"
    message = "this line is not indented like the lines it belongs to"
    help_ = f"begin it in column {column}, like the line above{or_else}"
    return slip.fault(message, help_, width=len(slip.rest.split(":")[0].rstrip()))


def _list_without_dash(slip: Slip) -> Fault | None:
    help_ = "begin each entry of the list with `- `, or indent this line less to end it"
    width = len(slip.rest.split(":")[0].rstrip())
    return slip.fault("an entry of a list without a dash", help_, width=width)


def _list_on_line_of_key(slip: Slip) -> Fault | None:
    message = "a list cannot begin on the line of its key"
    return slip.fault(message, "begin it on the line below, or write it as [one, two]")


def _nothing_between(slip: Slip) -> Fault | None:
    if not slip.rest:
        return None
    help_ = "write one, or remove the mark; quote text that begins with a mark"
    return slip.fault(f"no value before {_quoted(slip.rest)}", help_)


def _nothing_after(slip: Slip) -> Fault | None:
    """A bracket at the end of the text."""
    above = _line_above(slip)
    line = slip.lines.line(above).rstrip() if above else ""
    if slip.rest or not above or line[-1:] not in _CLOSING:
        return None
    place = Place(above, len(line))
    return Fault(place, _NEVER_CLOSED, f'write "{_CLOSING[line[-1]]}" where it ends')


def _backslash(slip: Slip) -> Fault | None:
    help_ = "write it twice, or use single quotes, in which it means nothing"
    column = slip.before.rfind("\\") + 1 or slip.at.column
    return slip.fault("a backslash that stands for nothing known", help_, column, 2)


def _directive(slip: Slip) -> Fault | None:
    message = 'a line that begins with "%" is an instruction that is not known here'
    number = slip.at.line
    while number > 1 and not slip.lines.line(number).startswith("%"):
        number -= 1
    return Fault(Place(number, 1, len(slip.lines.line(number))), message, "remove the line")


def _quoted(rest: str) -> str:
    return f'"{rest[0]}"'


def _indent(line: str) -> int:
    """The column, counted from 0, where the first key of a line begins."""
    found = re.match(r"\s*(?:- +)*", line)
    return found.end() if found else 0


_FARTHEST = 100
"""No more lines above a place are looked at."""


def _line_above(slip: Slip) -> int | None:
    """The number of the last line above that says something, unless it is very long."""
    numbers = range(slip.at.line - 1, max(0, slip.at.line - _FARTHEST), -1)
    said = (
        n for n in numbers if slip.lines.line(n).strip() and slip.lines.line(n).lstrip()[0] != "#"
    )
    found = next(said, None)
    return found if found and len(slip.lines.line(found)) <= LONGEST else None


_LOOKS: tuple[tuple[str, tuple[Callable[[Slip], Fault | None], ...]], ...] = (
    ("cannot start any token", (_tab, _sign)),
    ("tab character", (_tab,)),
    (
        "mapping values are not allowed",
        (_after_quote, _key_within_text, _no_space_after_colon, _indented_too_far),
    ),
    ("could not find expected ':'", (_no_colon,)),
    ("expected ',' or", (_after_quote, _key_within_text, _never_closed, _no_comma)),
    ("expected key", (_sign, _too_many_brackets, _after_quote, _list_after_value, _indented_oddly)),
    ("expected '-' indicator", (_after_quote, _list_without_dash)),
    ("block sequence entries", (_list_on_line_of_key,)),
    ("expected node content", (_nothing_between, _nothing_after)),
    ("unknown escape", (_backslash,)),
    ("hexadecimal number", (_backslash,)),
    ("Unicode character escape", (_backslash,)),
    ("unknown directive", (_directive,)),
    ("incompatible YAML", (_directive,)),
    ("unknown anchor", (_sign,)),
    ("tag", (_sign,)),
    ("alphabetic or numeric", (_sign,)),
    ("invalid value", (_sign,)),
    ("comment or line break", (_sign,)),
    ("the expected '>'", (_sign,)),
)
"""What to look for, in order, by a piece of what the library says."""
