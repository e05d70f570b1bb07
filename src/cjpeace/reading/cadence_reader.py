"""The cadence of a mechanism: one rule, or a list of rules by era."""

from itertools import pairwise

from cjpeace.core.agenda import Path
from cjpeace.core.cadence import Basis, Era
from cjpeace.core.duration import Duration
from cjpeace.core.edtf import EdtfDate
from cjpeace.core.pattern import Months, Pattern
from cjpeace.core.rule_text import parse_when
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entry import Entry, described
from cjpeace.reading.keys import EraKeys, MechanismKeys
from cjpeace.reading.names import Names, refer_to_sources


def read_cadence(mechanism: Entry, adopted: EdtfDate | None, names: Names) -> tuple[Era, ...]:
    """The eras of a mechanism; empty when it has no cadence, or none that can be read."""
    if not mechanism.has(MechanismKeys.cadence):
        return ()
    data = mechanism.data["cadence"]
    path: Path = (*mechanism.path, "cadence")
    if isinstance(data, dict):
        era = _era(Entry(data, path, EraKeys, mechanism.problems), adopted, names)
        return (era,) if era else ()
    if not isinstance(data, list) or not data:
        found = "an empty list" if data == [] else described(data)
        mechanism.problem(("cadence",), f"a cadence is a rule or a list of rules, not {found}")
        return ()
    entries = [
        Entry(item, (*path, number), EraKeys, mechanism.problems)
        for number, item in enumerate(data)
    ]
    for entry in entries[1:]:
        if not entry.has(EraKeys.since):
            entry.missing(EraKeys.since, ": each era after the first says when it takes over")
    eras = [_era(entry, adopted, names) for entry in entries]
    _refuse_disorder(eras, entries)
    return tuple(era for era in eras if era)


def read_basis(mechanism: Entry, cadence: tuple[Era, ...]) -> Basis:
    """The basis of a mechanism; a rolling one takes one rule, of `every` alone, with `until`."""
    basis = mechanism.get(MechanismKeys.basis) or Basis.FIXED
    if basis is Basis.FIXED:
        return basis
    if len(cadence) != 1:
        if not isinstance(mechanism.data.get("cadence"), dict) or cadence:
            message = "a rolling basis takes exactly one rule"
            mechanism.problem(("basis",), message, "give one rule, or leave `basis` out")
        return Basis.FIXED
    if cadence[0].when or cadence[0].rule:
        message = "a rolling basis takes `every` alone"
        mechanism.problem(("basis",), message, "leave out `when` and `rrule`, or `basis`")
        return Basis.FIXED
    return basis


def _era(entry: Entry, adopted: EdtfDate | None, names: Names) -> Era | None:
    refer_to_sources(entry, EraKeys.source, names)
    since = entry.get(EraKeys.since) or adopted
    if entry.has(EraKeys.rrule):
        from cjpeace.reading.recurrence_reader import interval_of, read_rule  # few agendas need it

        rule = read_rule(entry, since)
        every = interval_of(rule) if rule else None
    else:
        rule, every = None, entry.need(EraKeys.every)
    until = entry.get(EraKeys.until)
    note = entry.get(EraKeys.note)
    source = entry.several(EraKeys.source)
    when = _when(entry, every) if every and not rule else ()
    if since is None:
        if not entry.has(EraKeys.since):
            entry.missing(EraKeys.since, ", as the agenda has no `adopted`")
        return None
    if until is not None and until.window.ended_by(since.window.start):
        message = f"the rule ends ({until}) before it begins ({since})"
        entry.problem(("until",), message, "write an `until` after `since`")
    if every is None:
        return None
    return Era(every, since, when, until, note, source, rule)


def _when(entry: Entry, every: Duration) -> tuple[Pattern, ...]:
    patterns: list[Pattern] = []
    data = entry.data.get("when")
    for number, text in enumerate(entry.several(EraKeys.when)):
        try:
            patterns.append(parse_when(text, every))
        except UnreadableError as error:
            within = ("when", number) if isinstance(data, list) else ("when",)
            entry.problem(within, error.message, error.help)
    if data == []:
        entry.problem(
            ("when",), "`when` names nothing", "name a part of the period, or leave it out"
        )
    if len({isinstance(pattern, Months) for pattern in patterns}) > 1:
        entry.problem(("when",), "`when` mixes days and longer windows", "keep to one of the two")
        return ()
    return tuple(patterns)


def _refuse_disorder(eras: list[Era | None], entries: list[Entry]) -> None:
    for (earlier, later), entry in zip(pairwise(eras), entries[1:], strict=True):
        if earlier and later and later.anchor <= earlier.anchor:
            message = (
                f"this era begins ({later.since}) no later than the one before it ({earlier.since})"
            )
            entry.problem(("since",), message, "list the eras in order of `since`")
