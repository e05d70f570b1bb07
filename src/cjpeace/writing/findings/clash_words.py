"""Clashes in words."""

from cjpeace.core.findings.clash import Clash
from cjpeace.core.findings.planned import Planned
from cjpeace.writing.findings.finding_parts import FindingWords, meeting, some_listed
from cjpeace.writing.words.words import date_words


def clash_words(clash: Clash) -> FindingWords:
    """A planned meeting that is in the way of others, which may be in other agendas."""
    one, other = clash.planned, clash.other
    elsewhere = other.agenda != one.agenda
    message = f"{_called(one)} overlaps {_called(other, prefix=elsewhere)}"
    if clash.more:
        message += f" and {clash.more} more"
    note = f"{some_listed(clash.shared)} would have to be at both"
    pair = one.recurring and other.recurring and not elsewhere
    paired = "add `pairs_with` where they share their days on purpose, " if pair else ""
    help_ = f"move one of them, {paired}or accept it with a reason (`accept`)"
    return FindingWords(message, note, help_)


def _called(planned: Planned, *, prefix: bool = False) -> str:
    """A meeting with its days, hours and place, as far as they are known."""
    name = f"{planned.agenda}/{planned.key}" if prefix else planned.key
    hours = [f"{planned.at:%H:%M} {planned.zone}"] if planned.at else []
    place = [planned.where] if planned.where else []
    when = ", ".join([date_words(planned.date), *hours, *place])
    return f"{meeting(name, planned.number, recurring=planned.recurring)} ({when})"
