"""Two versions compared, as text: in lines that can be searched, and as Markdown for a comment."""

from collections.abc import Iterator
from itertools import groupby

from cjpeace.writing.changes.compared import Compared, PlacedFinding
from cjpeace.writing.changes.difference_words import told
from cjpeace.writing.changes.entry_difference import EntryChange, Shown
from cjpeace.writing.changes.item_change_words import quoted, was
from cjpeace.writing.findings.finding_words import finding_words
from cjpeace.writing.layout.cells import visible, wrapped
from cjpeace.writing.layout.delimited import escaped
from cjpeace.writing.layout.styled import Line, Style, line

MOST_ENTRIES = 20
"""So many calendar entries are told one by one; all of them are in the JSON."""

Said = tuple[str, str, str]
"""One line: a mark (new, changed, gone) or "", what it is about, and what is said of it."""


def difference_lines(compared: list[Compared], cells: int, *, prefix: bool) -> list[Line]:
    """What is different in words, in lines of at most so many cells."""
    lines: list[Line] = []
    for heading, said in _sections(compared, prefix=prefix):
        if lines:
            lines.append(())
        if heading:
            lines.append(line(heading, Style.HEADING))
        for one in said:
            lines += _lines(one, cells, indent="  " if heading else "")
    return lines


def difference_markdown(compared: list[Compared], title: str, *, prefix: bool) -> str:
    """The same for a comment on a pull request; nothing in it is Markdown of the file's own."""
    text = f"**{_harmless(title)}**\n\n"
    if all(one.is_empty for one in compared):
        return text + "Nothing changes for a reader.\n"
    for heading, said in _sections(compared, prefix=prefix):
        if heading:
            text += f"\n**{_harmless(heading)}**\n\n"
        for mark, name, words in said:
            begin = f"{mark}: " if mark else ""
            about = f"`{visible(name)}`: " if name else ""
            text += f"- {begin}{about}{_harmless(words)}\n"
    return text


def _harmless(text: str) -> str:
    """A text without Markdown that calls nobody, refers to nothing and sets no formula."""
    text = escaped(text)
    for character in "~&$":
        text = text.replace(character, "\\" + character)
    return text.replace("@", "@<!-- -->").replace("#", "#<!-- -->").replace("://", ":<!-- -->//")


def _sections(compared: list[Compared], *, prefix: bool) -> Iterator[tuple[str, list[Said]]]:
    for one in compared:
        lines = told(one.difference, prefix=prefix)
        for _, group in groupby(lines, lambda each: each.owner):
            yield "", [("", each.name, each.words) for each in group]
    new = [("new", *_finding(each)) for one in compared for each in one.new]
    gone = [("gone", *_finding(each)) for one in compared for each in one.gone]
    if new or gone:
        yield _counted("Findings", len(new), 0, len(gone)), [*new, *gone]
    entries = [each for one in compared for each in one.entries]
    if entries:
        yield _entries_heading(entries), list(_entries(entries, prefix=prefix))


def _lines(said: Said, cells: int, indent: str) -> list[Line]:
    mark, name, words = said
    begin = f"{indent}{mark:<8}" if mark else indent
    about = f"{name}: " if name else ""
    first, *rest = wrapped(about + words, max(20, cells - len(begin) - _HANGING))
    head, colon, tail = first.partition(": ") if name else ("", "", first)
    lines: list[Line] = [
        ((begin, _MARKS.get(mark, Style.PLAIN)), (head, Style.HEADING), (colon + tail, Style.PLAIN))
    ]
    return [*lines, *(line(" " * (len(begin) + _HANGING) + part) for part in rest)]


_HANGING = 4
"""Cells by which further lines stand in."""

_MARKS = {"new": Style.NOTICE, "gone": Style.FAINT}


def _finding(placed: PlacedFinding) -> tuple[str, str]:
    words = finding_words(placed.finding, placed.agenda)
    where = f"{placed.file}:{placed.place.line}:{placed.place.column}"
    return placed.finding.code.value, f"{words.message} ({where})"


def _counted(what: str, new: int, changed: int, gone: int) -> str:
    counts = ((new, "new"), (changed, "changed"), (gone, "gone"))
    return f"{what}: {', '.join(f'{count} {word}' for count, word in counts if count)}"


def _entries_heading(entries: list[EntryChange]) -> str:
    marks = [_mark(entry) for entry in entries]
    counts = (marks.count(mark) for mark in ("new", "changed", "gone"))
    return _counted("Calendar entries", *counts)


def _entries(entries: list[EntryChange], *, prefix: bool) -> Iterator[Said]:
    seen = [one for one in entries if one.fields != ("description",)]
    for change in seen[:MOST_ENTRIES]:
        uid = change.shown.uid
        name = uid if prefix else uid.rpartition("@")[0]
        yield _mark(change), name, _entry_words(change)
    if len(seen) > MOST_ENTRIES:
        yield "", "", f"and {len(seen) - MOST_ENTRIES} more, all of them with --format json"
    described = len(entries) - len(seen)
    if described:
        entries_words = "1 entry, in its" if described == 1 else f"{described} entries, in their"
        yield "changed", "", f"{entries_words} description alone"


def _mark(change: EntryChange) -> str:
    if change.before is None:
        return "new"
    return "gone" if change.after is None else "changed"


def _entry_words(change: EntryChange) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return f"{quoted(change.shown.summary)} on {change.shown.when}"
    parts = []
    if "summary" in change.fields:
        parts.append(was(quoted(after.summary), quoted(before.summary)))
    if {"start", "end", "zone"} & set(change.fields):
        zones = {before.zone, after.zone}
        now, then = (_when(one, name_zone=len(zones) > 1) for one in (after, before))
        parts.append(was(f"on {now}", then))
    if "place" in change.fields:
        parts.append(was(f"in {after.place or 'no place'}", before.place or "none"))
    if change.is_step_back:
        parts.append(
            "its SEQUENCE falls, so that some calendars keep the old entry: a new `updated` helps"
        )
    return "; ".join(parts) or "its status and description"


def _when(shown: Shown, *, name_zone: bool) -> str:
    """When an entry is, with the zone of its times where the same hours may be others."""
    return f"{shown.when} {shown.zone}" if name_zone and shown.zone else shown.when
