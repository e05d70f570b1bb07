"""How values are written in YAML: plain where they read back as they are, else in quotes."""

import json
import re

Value = str | int | tuple[str, ...]
"""What a key gets: a text, a number, or several names."""

DATED = frozenset(
    {"held", "confirmed", "tentative", "postponed", "cancelled", "expected", "unknown", "planned"}
)
"""The keys whose values are dates, which are written plain even where they are numbers."""


def value_text(key: str, value: Value, style: str | None, *, flow: bool) -> str:
    """A value of a key as it is written; `style` is that of its neighbours, None when unknown.

    >>> value_text("place", "Tokyo", None, flow=True), value_text("place", "a, b", "'", flow=True)
    ('Tokyo', "'a, b'")
    """
    match value:
        case int():
            return str(value)
        case tuple():
            texts = [value_text(key, one, style, flow=True) for one in value]
            return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
        case str():
            return _text(key, value, style, flow=flow)


def _text(key: str, value: str, style: str | None, *, flow: bool) -> str:
    if style is None and key == "at":
        style = '"'  # YAML 1.1 reads 18:30 as a number of minutes
    plain = _is_plain_date(value) if key in DATED else is_plain(value, flow=flow)
    if plain and not style:
        return value
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, value)) + '"'


def _is_plain_date(value: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9 ./-]+", value, re.ASCII) is not None


_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that some version of YAML takes for something else than text."""


def is_plain(value: str, *, flow: bool) -> bool:
    """Whether a text reads back as itself without quotes.

    >>> [is_plain(t, flow=True) for t in ("Tokyo", "No", "2026", "a: b", "C, D", "9 May")]
    [True, False, False, False, False, True]
    """
    if not value or not value.isprintable() or value != value.strip() or value.casefold() in _WORDS:
        return False
    if not (value[0].isalnum() or value[0] == "(") or value.endswith(":"):
        return False
    if re.fullmatch(r"[0-9][0-9A-Za-z_.:+-]*", value, re.ASCII):  # a number, a date, a time
        return False
    return ": " not in value and " #" not in value and not (flow and set(value) & set(",[]{}"))


_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _escaped(character: str) -> str:
    if character in _ESCAPED or character.isprintable():
        return _ESCAPED.get(character, character)
    code = ord(character)
    return f"\\U{code:08x}" if code > 0xFFFF else json.dumps(character)[1:-1]  # noqa: PLR2004
