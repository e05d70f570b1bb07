"""When on its day an occurrence begins, and by whose clocks."""

from datetime import time

from cjpeace.core.agenda import NOBODY, Agenda, Mechanism
from cjpeace.core.history.occurrence import Occurrence


def start_time(occurrence: Occurrence) -> time | None:
    """The local time at which it begins, as its session or its mechanism says."""
    owner, session = occurrence.owner, occurrence.session
    return (session and session.at) or (owner.at if isinstance(owner, Mechanism) else None)


def zone_name(occurrence: Occurrence, agenda: Agenda) -> str | None:
    """The time zone of its local time: stated, else the host's; None when unknown."""
    owner, session = occurrence.owner, occurrence.session
    stated = (session and session.timezone) or (
        owner.timezone if isinstance(owner, Mechanism) else None
    )
    if stated or occurrence.host is None or occurrence.host == NOBODY:
        return stated
    return agenda.parties[occurrence.host].timezone
