"""What a recording came to: what it answers, what became of the slots, and what is now found."""

from datetime import date

from msgspec import Struct

from cjpeace.core.agenda import Agenda, Session
from cjpeace.core.changes.consequence import Consequence, consequences, recorded_occurrence
from cjpeace.core.changes.difference import new_findings
from cjpeace.core.changes.recording import Recording
from cjpeace.core.dates.window import Window
from cjpeace.core.findings.finding import Finding
from cjpeace.core.history.occurrence import Occurrence


class Result(Struct, frozen=True):
    """What a recording came to, on a day.

    `occurrence` is that of the session, None when it was not known on the day. `findings` are those
    of its mechanism or event, and new ones of others; `settled` are those that are no more.
    """

    recording: Recording
    agenda: Agenda
    occurrence: Occurrence | None
    consequences: tuple[Consequence, ...]
    findings: tuple[Finding, ...]
    settled: tuple[Finding, ...]


def concerned(agenda: Agenda, found: Recording) -> Agenda:
    """The agenda with what a recording can have to do with, alone.

    That is its own mechanism or event, and those with a session on the days that it has or had.
    """
    sessions = [one for one in (found.target, found.session) if one is not None]
    windows = [one.own.window for one in sessions]
    keys = {found.owner.key}
    for key, mechanism in agenda.mechanisms.items():
        if any(_meets(session, windows) for session in mechanism.sessions):
            keys.add(key)
    keys.update(key for key, event in agenda.events.items() if _meets(event.session, windows))
    return agenda.only(keys)


def _meets(session: Session, windows: list[Window]) -> bool:
    return any(session.own.window.overlaps(window) for window in windows)


def result(
    found: Recording,
    before: Agenda,
    after: Agenda,
    findings: tuple[list[Finding], list[Finding]],
    as_of: date,
) -> Result:
    """What a recording came to, by the agenda and its findings before and after."""
    key, path = found.owner.key, found.session.path
    became = consequences(before, after, key, path, as_of)
    old, new = findings
    own = [one for one in new if one.owner is not None and one.owner.key == key]
    others = [one for one in new_findings(old, new) if one.owner is None or one.owner.key != key]
    return Result(
        found,
        after,
        recorded_occurrence(became, path),
        tuple(became),
        (*own, *others),
        tuple(new_findings(new, old)),
    )
