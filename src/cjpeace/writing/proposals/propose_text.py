"""Proposals as text: the days with their reasons, what barred the others, and small calendars."""

from collections.abc import Iterator

from cjpeace.core.proposals.propose import Proposal, Proposals
from cjpeace.writing.layout.cells import padded, width
from cjpeace.writing.layout.styled import Line, Style, fitted, hanging, line
from cjpeace.writing.proposals.bar_words import bars_words, tally_label, tally_words
from cjpeace.writing.proposals.propose_calendar import calendar_lines
from cjpeace.writing.proposals.propose_words import (
    days_words,
    place_words,
    reason_words,
    sitting_words,
    sought_words,
    target_words,
)


def proposal_lines(found: Proposals, command: str, cells: int) -> list[Line]:
    """The answer in lines of at most so many cells; the last is a command that takes the first."""
    question = found.question
    sought = sought_words(question.target, question.days, by_video=question.by_video)
    lines = hanging("", target_words(question.target), cells, Style.HEADING)
    lines += hanging("", sought, cells)
    for number, proposal in enumerate(found.best, 1):
        lines += [(), *_proposal(f"{number}. ", proposal, found, cells)]
    if not found.best:
        lines += [(), *_nothing(found, cells)]
    lines += [(), *_barred(found, cells), (), *calendar_lines(found, cells)]
    return [*lines, (), line(command)] if command else lines


def _proposal(begin: str, proposal: Proposal, found: Proposals, cells: int) -> Iterator[Line]:
    begin = begin.rjust(4)
    score = f"{proposal.score:+d}" if proposal.score else "0"
    yield (
        (begin, Style.FAINT),
        (days_words(proposal.window), Style.GOOD),
        (f"  score {score}", Style.FAINT),
    )
    indent = " " * (len(begin) + 2)
    place = place_words(proposal, found.question.target.agenda)
    if proposal.place:
        yield from hanging(indent, place, cells)
    for sittings in proposal.hours:
        yield from hanging(indent, ", ".join(map(sitting_words, sittings)), cells)
    for reason in proposal.reasons:
        style = Style.PLAIN if reason.points > 0 else Style.NOTICE
        words = reason_words(reason, found.question.as_of)
        yield from hanging(f"{indent}{reason.points:+4d}  ", words, cells, style)


def _nothing(found: Proposals, cells: int) -> Iterator[Line]:
    least = found.least_barred
    if least is None:
        have, need = len(found.plans), found.question.days
        said = f"nothing fits: the window has {have} of the {need} days that are needed"
        yield from hanging("", said, cells, Style.ALARM)
        return
    yield from hanging("", "nothing fits; the fewest bars are in the way on", cells, Style.ALARM)
    yield from _proposal("", least, found, cells)
    yield from hanging("      would have to give: ", bars_words(least.bars), cells, Style.ALARM)


def _barred(found: Proposals, cells: int) -> Iterator[Line]:
    said = f"Barred: {found.barred_days} of {len(found.plans)} days"
    if found.question.days > 1:
        said += f"; {found.open} of {_ways(found)} ways to lay {found.question.days} days are open"
    yield from hanging("", said, cells, Style.HEADING)
    labels = [fitted(tally_label(tally), cells * 2 // 5) for tally in found.tallies]
    wide = max(map(width, labels), default=0)
    for label, tally in zip(labels, found.tallies, strict=True):
        begin = f"  {padded(label, wide)}  {tally.days:>3}  "
        yield from hanging(begin, tally_words(tally), cells)


def _ways(found: Proposals) -> int:
    return max(0, len(found.plans) - found.question.days + 1)
