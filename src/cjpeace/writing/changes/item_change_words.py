"""What has become of an entry in words, and values of the file as words."""

from datetime import time
from itertools import takewhile

from cjpeace.core.agenda import Acceptance, Mechanism
from cjpeace.core.changes.item_difference import ItemChange, Kind
from cjpeace.core.dates.edtf import MONTHS, EdtfDate
from cjpeace.core.rules.cadence import Era
from cjpeace.writing.layout.cells import shortened, visible
from cjpeace.writing.words.cadence_words import cadence_words, era_words
from cjpeace.writing.words.words import date_words

LONGEST_QUOTE = 70
"""Cells of a text of the file that are quoted."""


def was(after: str, before: str) -> str:
    """What is now, and what was."""
    return f"{after} (was: {before})"


def quoted(text: str) -> str:
    """The beginning of a text of the file, on one line."""
    return f'"{shortened(" ".join(visible(text).split()), LONGEST_QUOTE)}"'


def changed_text(label: str, after: str, before: str) -> str:
    """Two texts from shortly before the first word in which they differ."""
    old, new = before.split(), after.split()
    alike = len(list(takewhile(lambda words: words[0] == words[1], zip(old, new, strict=False))))
    start = max(0, alike - _WORDS_BEFORE)
    then, now = (quoted(" ".join([".."] * (start > 0) + one[start:])) for one in (old, new))
    return was(f"{label} {now}", then)


_WORDS_BEFORE = 3


def item_words(change: ItemChange) -> str:
    """What has become of an entry."""
    found = change.after or change.before
    title = getattr(found, "title", None) or getattr(found, "name", None)
    named = f" {quoted(str(title))}" if title else ""
    if change.before is None:
        return f"new {change.kind.value}{named}{_new(change)}"
    if change.after is None:
        return f"{change.kind.value}{named} gone"
    parts = (_changed(change, detail) for detail in change.details)
    return "; ".join(part for part in dict.fromkeys(parts) if part)


def _new(change: ItemChange) -> str:
    if not isinstance(change.after, Mechanism):
        return ""
    succeeds = f", succeeds {change.after.succeeds}" if change.after.succeeds else ""
    return f", {cadence_words(change.after)}{succeeds}"


def _changed(change: ItemChange, detail: str) -> str:
    before, after = change.before, change.after
    of_rule = detail in ("cadence", "basis")
    if of_rule and isinstance(before, Mechanism) and isinstance(after, Mechanism):
        now, then = cadence_words(after), cadence_words(before)
        return was(now, then) if now != then else "notes or sources of the rule"
    values = getattr(after, detail), getattr(before, detail)
    if all(isinstance(value, str) and value for value in values):
        return changed_text(_LABELS.get(detail, detail), *values) + _renaming(change, detail)
    now, then = map(value_words, values)
    return was(labelled(_LABELS.get(detail, detail), now), then)


def _renaming(change: ItemChange, detail: str) -> str:
    renamed = change.kind is Kind.AGENDA and detail == "id"
    return ", which gives all calendar entries another UID" if renamed else ""


def labelled(label: str, value: str) -> str:
    """What is now, in words that also fit where there is nothing any more."""
    return _WITHOUT.get(label, f"no {label}") if value == NONE else f"{label} {value}"


_WITHOUT = {
    "done": "not done",
    "begins at": "no time",
    "lasts": "no length",
    "planned before for": "no earlier date",
    "pairs with": "pairs with none",
    "carried by": "carried by none",
    "convened by": "convened by the parties",
    "succeeds": "succeeds none",
    "follows": "follows none",
}

NONE = "none"
"""The words for what is not there."""

_LABELS = {
    "at": "begins at",
    "paragraphs": "paragraph",
    "pairs_with": "pairs with",
    "convened_by": "convened by",
    "carried_by": "carried by",
    "timezone": "time zone",
    "accept": "accepted",
}


def value_words(value: object) -> str:  # noqa: PLR0911 - one per sort of value
    """A value of the file in words, NONE where there is none."""
    match value:
        case None | () | "":
            return NONE
        case str():
            return quoted(value)
        case EdtfDate():
            return date_words(value)
        case time():
            return f"{value:%H:%M}"
        case Era():
            return era_words(value)
        case Acceptance():
            return _accepted(value)
        case ((int(month), int(day)), (int(last_month), int(last_day))):
            until = f"{last_day} {MONTHS[last_month - 1].capitalize()}"
            return f"{day} {MONTHS[month - 1].capitalize()} to {until}"
        case tuple() if all(isinstance(one, str) for one in value):
            return ", ".join(visible(str(one)) for one in value)
        case tuple():
            return ", ".join(map(value_words, value))
        case _:
            return visible(str(value))


def _accepted(accept: Acceptance) -> str:
    if not accept.reasons:
        return "nothing"
    until = f" until {date_words(accept.until)}" if accept.until else ""
    return ", ".join(f"{code} {quoted(why)}" for code, why in accept.reasons.items()) + until
