"""What an error of the YAML libraries says, in the words of this program, and where."""

import re

from cjpeace.core.diagnostic import Place
from cjpeace.reading.yaml.landmarks import first_alias, second_document
from cjpeace.reading.yaml.lines import Lines, position_in_yaml
from cjpeace.reading.yaml.problem import Fault
from cjpeace.reading.yaml.yaml_slip import Slip, likely_slip


def fault_of(error: str, text: str) -> Fault:
    """The fault that an error of ryaml speaks of, and where it is in the text."""
    lines = Lines(text)
    said = error.removeprefix("TypeError: ")
    for sign, message, help_ in _SAID:
        if sign in said:
            return Fault(_place(error, text, lines), message, help_)
    problem, _, context = said.partition(", while ")
    opened = _PLACE.search(context)
    slip = Slip(
        _WHERE.sub("", problem),
        _place(problem, text, lines),
        _in_text(opened, text, lines) if opened else None,
        lines,
    )
    return likely_slip(slip)


def _place(error: str, text: str, lines: Lines) -> Place:
    """The place that an error of ryaml names, or that can be found for it."""
    at = _OPENED.search(error) or _PLACE.search(error)
    if at:
        return _in_text(at, text, lines)
    character = _CHARACTER.search(error)
    if character:
        return lines.place(int(character[1]))
    position = _POSITION.search(error)
    if position:  # ryaml counts bytes
        before = text.encode("utf-8", "surrogatepass")[: int(position[1])]
        return lines.place(len(before.decode("utf-8", "ignore")))
    found = None
    if _SEVERAL in error:
        found = second_document(text)
    elif _ALIASES in error:
        found = first_alias(text)
    return lines.place(found or 0)


def _in_text(at: re.Match[str], text: str, lines: Lines) -> Place:
    return lines.place(position_in_yaml(text, int(at[1]), int(at[2])))


_PLACE = re.compile(r" at line ([0-9]+) column ([0-9]+)", re.ASCII)
_CHARACTER = re.compile(r" at character ([0-9]+)", re.ASCII)
_POSITION = re.compile(r" at position ([0-9]+)", re.ASCII)
_OPENED = re.compile(
    r"unexpected end of stream.* while scanning a quoted scalar"
    r" at line ([0-9]+) column ([0-9]+)",
    re.ASCII,
)
_WHERE = re.compile(r" at (?:line [0-9]+ column|position|character) [0-9]+", re.ASCII)


_SEVERAL, _ALIASES = "more than one document", "repetition limit"
_SAID = (
    ("recursion limit", "nested too deeply", "an agenda needs no more than a few levels"),
    (_ALIASES, "too many aliases", "write out what the aliases stand for"),
    (
        _SEVERAL,
        "more than one document in the file",
        "put each agenda into a file of its own",
    ),
    (
        "control characters",
        "a control character that no text may hold",
        "remove it: only tabs and line breaks are allowed",
    ),
    (
        "unexpected end of stream",
        "a quote that is never closed",
        "close it, or double it within a text that begins with one",
    ),
    ("unhashable", "a key that is itself a list or a mapping", "write a word as the key"),
    ("invalid type: integer", "a number too large for anything here", "put text in quotes"),
)
