"""cjpeace: what governments have promised each other, and what became of it.

The library: `load` an agenda, then ask it what the commands ask, for any day.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjpeace.core.agenda import Agenda
    from cjpeace.core.answers.timeline import timeline
    from cjpeace.core.answers.upcoming import Upcoming, all_upcoming, upcoming
    from cjpeace.core.dates.edtf import parse_edtf
    from cjpeace.core.dates.window import Window
    from cjpeace.core.findings.finding import Finding
    from cjpeace.core.history.occurrence import Occurrence, Status
    from cjpeace.reading.load import InvalidAgendaError, load, loads
    from cjpeace.reading.whole_check import check

__all__ = [
    "Agenda",
    "Finding",
    "InvalidAgendaError",
    "Occurrence",
    "Status",
    "Upcoming",
    "Window",
    "all_upcoming",
    "check",
    "load",
    "loads",
    "parse_edtf",
    "timeline",
    "upcoming",
]

_HOMES = {
    "Agenda": "core.agenda",
    "Finding": "core.findings.finding",
    "InvalidAgendaError": "reading.load",
    "Occurrence": "core.history.occurrence",
    "Status": "core.history.occurrence",
    "Upcoming": "core.answers.upcoming",
    "Window": "core.dates.window",
    "all_upcoming": "core.answers.upcoming",
    "check": "reading.whole_check",
    "load": "reading.load",
    "loads": "reading.load",
    "parse_edtf": "core.dates.edtf",
    "timeline": "core.answers.timeline",
    "upcoming": "core.answers.upcoming",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: the program needs little of it to start."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cjpeace' has no attribute {name!r}")
    return getattr(import_module(f"cjpeace.{_HOMES[name]}"), name)
