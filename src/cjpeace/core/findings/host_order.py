"""Planned sessions whose stated host is out of turn."""

from collections.abc import Iterator

from cjpeace.core.findings.finding import Code, Finding, OutOfTurn
from cjpeace.core.history.history import Step


def host_order(step: Step) -> Iterator[Finding]:
    """The finding for a planned session that another of the `hosts` should host, if one should.

    A host that is not one of them takes nobody's turn, and where the turn is unknown none is out
    of it.
    """
    session, turn = step.occurrence.session, step.turn
    expected = turn.next_host
    if session is None or expected is None or session.host in (None, expected):
        return
    if session.host in turn.hosts:
        owner = step.occurrence.owner
        before = turn.host_from
        stated = before if before is not None and before.host == turn.host else None
        detail = OutOfTurn(expected, turn.host, stated)
        yield Finding(Code.HOST_ORDER, (*session.path, "host"), owner, step.occurrence, detail)
