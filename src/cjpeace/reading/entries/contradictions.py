"""What a mechanism says that cannot be meant, though each of its keys can be read."""

from cjpeace.core.agenda import Mechanism, Recorded, Session
from cjpeace.core.dates.window import Window
from cjpeace.reading.entries.entry import Entry
from cjpeace.reading.entries.keys import MechanismKeys
from cjpeace.reading.yaml.shortened import quoted


def refuse_repetition(mechanism: Mechanism, entry: Entry) -> None:
    """Note a host that would have two turns, and a mechanism that would meet itself."""
    if len({*mechanism.hosts}) == len(mechanism.hosts) and not mechanism.pairs_with:
        return
    hosts: set[str] = set()
    for within, host in entry.placed(MechanismKeys.hosts):
        if host in hosts:
            message = f"{quoted(host)} comes twice, so that nobody knows whose turn follows"
            entry.problem(within, message, "name each party once")
        hosts.add(host)
    for within, name in entry.placed(MechanismKeys.pairs_with):
        if name == mechanism.key:
            message = f"{quoted(name)} cannot meet back to back with itself"
            entry.problem(within, message, "name another mechanism")


MOST_OVERLAPPED = 1000
"""A session that covers more slots than this is taken for a mistake."""


MOST_OVERLAPPED_TOGETHER = 200_000
"""So many slots may be covered by the sessions of a mechanism, one counted for each session."""


def refuse_endless_overlap(mechanism: Mechanism, entry: Entry) -> None:
    """Note each session that covers so many slots that it takes long to find out which.

    The same of all sessions together, at the first that is too much.
    """
    if not mechanism.cadence:
        return
    shortest = min(
        (e.every.months * 28 + e.every.days) / max(1, len(e.when)) for e in mechanism.cadence
    )
    together = 0
    for session in mechanism.sessions:
        if session.recorded is Recorded.UNKNOWN:
            continue
        covered = _days(session.meant) / shortest
        together += int(covered)
        if covered > MOST_OVERLAPPED:
            message = f"a session cannot cover more than {MOST_OVERLAPPED} slots of its cadence"
            _refuse_dates(session, entry, message)
        elif together > MOST_OVERLAPPED_TOGETHER:
            message = f"sessions cannot cover more than {MOST_OVERLAPPED_TOGETHER} slots together"
            _refuse_dates(session, entry, message)
            return


def _days(window: Window) -> int:
    return (window.end.toordinal() if window.end else 0) - window.start.toordinal()


def _refuse_dates(session: Session, entry: Entry, message: str) -> None:
    help_ = "write when it was held, or `unknown` for an interval without a record"
    date = "planned" if session.planned else session.recorded.value
    entry.problem((*session.path[len(entry.path) :], date), message, help_)
