"""The cadence of a mechanism: one rule, or a list of rules by era."""

from functools import lru_cache
from itertools import pairwise

from cjpeace.core.agenda import Path
from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.dates.pattern import Months, Pattern
from cjpeace.core.rules.cadence import Basis, Era
from cjpeace.core.rules.rule_text import parse_when
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entries.entry import Entry, described
from cjpeace.reading.entries.keys import AgendaKeys, EraKeys, MechanismKeys
from cjpeace.reading.entries.names import Names


def read_cadence(mechanism: Entry, top: Entry, names: Names) -> tuple[Era, ...]:
    """The eras of a mechanism; empty when it has no cadence, or none that can be read."""
    if not mechanism.has(MechanismKeys.cadence):
        return ()
    data = mechanism.data["cadence"]
    path: Path = (*mechanism.path, "cadence")
    if isinstance(data, dict):
        entry = Entry(data, path, EraKeys, mechanism.problems)
        era = _era(entry, _since(entry, top), names)
        return (era,) if era else ()
    if not isinstance(data, list) or not data:
        found = "an empty list" if data == [] else described(data)
        message = f"a cadence is a rule or a list of rules, not {found}"
        mechanism.problem(("cadence",), message, "write a rule as in {every: 2 years, since: 2001}")
        return ()
    entries = [
        Entry(item, (*path, number), EraKeys, mechanism.problems)
        for number, item in enumerate(data)
    ]
    first = [_since(entry, top) for entry in entries[:1]]
    sinces = first + [_later_since(entry) for entry in entries[1:]]
    eras = [_era(entry, since, names) for entry, since in zip(entries, sinces, strict=True)]
    _refuse_disorder(eras, entries)
    return tuple(era for era in eras if era)


def read_basis(mechanism: Entry, cadence: tuple[Era, ...]) -> Basis:
    """The basis of a mechanism; a rolling one takes one rule, of `every` alone, with `until`."""
    basis = mechanism.get(MechanismKeys.basis) or Basis.FIXED
    if basis is Basis.FIXED:
        return basis
    written = mechanism.data.get("cadence")
    absent = not mechanism.has(MechanismKeys.cadence) and not mechanism.unclear(
        MechanismKeys.cadence
    )
    if absent or (isinstance(written, list) and len(written) > 1):
        message = "a rolling basis takes exactly one rule"
        mechanism.problem(("basis",), message, "give one rule, or leave `basis` out")
        return Basis.FIXED
    if not cadence:
        return Basis.FIXED
    if cadence[0].when or cadence[0].rule:
        message = "a rolling basis takes `every` alone"
        mechanism.problem(("basis",), message, "leave out `when` and `rrule`, or `basis`")
        return Basis.FIXED
    return basis


def _since(entry: Entry, top: Entry) -> EdtfDate | None:
    """When the first rule begins; None where that cannot be known."""
    since = entry.get(EraKeys.since)
    if since is not None or entry.unclear(EraKeys.since):
        return since
    adopted = top.get(AgendaKeys.adopted)
    if adopted is None and not top.unclear(AgendaKeys.adopted):
        entry.missing(EraKeys.since, ", as the agenda has no `adopted`")
    return adopted


def _later_since(entry: Entry) -> EdtfDate | None:
    if not entry.has(EraKeys.since):
        entry.missing(EraKeys.since, ": each era after the first says when it takes over")
    return entry.get(EraKeys.since)


def _era(entry: Entry, since: EdtfDate | None, names: Names) -> Era | None:
    if entry.has(EraKeys.rrule):
        from cjpeace.reading.entries.recurrence_reader import (  # few agendas need it
            interval_of,
            read_rule,
        )

        rule = read_rule(entry, since)
        every = interval_of(rule) if rule else None
    else:
        rule, every = None, entry.need(EraKeys.every)
    until = entry.get(EraKeys.until)
    note = entry.get(EraKeys.note)
    source = entry.names(EraKeys.source, names.sources)
    when = _when(entry, every) if every and not rule else ()
    if since is None:
        return None
    if until is not None and until.window.ended_by(since.window.start):
        message = f"the rule ends ({until}) before it begins ({since})"
        entry.problem(("until",), message, "write an `until` after `since`")
    if every is None:
        return None
    return Era(every, since, when, until, note, source, rule)


def _when(entry: Entry, every: Duration) -> tuple[Pattern, ...]:
    if not entry.has(EraKeys.when):
        return ()
    patterns: list[Pattern] = []
    for within, text in entry.placed(EraKeys.when):
        try:
            patterns.append(_pattern(text, every))
        except UnreadableError as error:
            entry.problem(within, error.message, error.help)
    if entry.data.get("when") == []:
        entry.problem(
            ("when",), "`when` names nothing", "name a part of the period, or leave it out"
        )
    if len({isinstance(pattern, Months) for pattern in patterns}) > 1:
        entry.problem(("when",), "`when` mixes days and longer windows", "keep to one of the two")
        return ()
    return tuple(patterns)


_pattern = lru_cache(maxsize=1024)(parse_when)
"""Many mechanisms say the same."""


def _refuse_disorder(eras: list[Era | None], entries: list[Entry]) -> None:
    for (earlier, later), entry in zip(pairwise(eras), entries[1:], strict=True):
        if earlier and later and later.anchor <= earlier.anchor:
            message = (
                f"this era begins ({later.since}) no later than the one before it ({earlier.since})"
            )
            entry.problem(("since",), message, "list the eras in order of `since`")
