"""Of any two agendas the difference leads from the one to the other, and finds what is found."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from tests.oracle.agendas import Plain, random_agenda, random_question, to_yaml

import cjpeace
from cjpeace.core.agenda import Agenda
from cjpeace.core.answers.timeline import default_span, timeline
from cjpeace.core.changes.difference import bearing, difference, new_findings, touched
from cjpeace.core.findings.check import check
from cjpeace.core.history.occurrence import Occurrence


def changed(plain: Plain, rng: Random) -> Plain:
    """The same agenda without a session, or with mechanisms that are others or have no rule."""
    other: Plain = {**plain, "mechanisms": {**plain["mechanisms"]}}
    for key, mechanism in plain["mechanisms"].items():
        kept = {**mechanism}
        match rng.randrange(4):
            case 0 if kept.get("sessions"):
                left = [one for one in kept["sessions"] if one is not rng.choice(kept["sessions"])]
                kept = {**kept, "sessions": left} if left else kept
            case 1:
                kept = {**kept, "title": "Another title", "place": "Elsewhere"}
            case 2 if len(plain["mechanisms"]) > 1:
                kept = {k: v for k, v in kept.items() if k != "hosts"}
        other["mechanisms"][key] = kept
    return other


def read(plain: Plain) -> Agenda | None:
    try:
        return cjpeace.loads(to_yaml(plain))
    except cjpeace.InvalidAgendaError:
        return None


def shown(occurrence: Occurrence) -> tuple[object, ...]:
    return (
        *(occurrence.id, occurrence.status, str(occurrence.date), occurrence.number),
        *(occurrence.host, occurrence.session and occurrence.session.place),
    )


def all_of(agenda: Agenda, as_of: date) -> Counter[tuple[object, ...]]:
    return Counter(map(shown, timeline(agenda, as_of, default_span(as_of))))


@pytest.mark.parametrize("chunk", range(4))
def test_a_difference_leads_from_the_one_to_the_other(chunk: int) -> None:
    compared = 0
    for seed in range(chunk * 60, chunk * 60 + 60):
        rng = Random(seed)
        plain = random_agenda(rng)
        before, after = read(plain), read(changed(plain, rng))
        as_of, *_ = random_question(rng)
        if before is None or after is None:
            continue
        ends = default_span(as_of).end
        assert ends is not None
        changes = difference(before, after, as_of).occurrences
        lost = (c.before for c in changes if c.before is not None and c.before.window.start < ends)
        won = (c.after for c in changes if c.after is not None and c.after.window.start < ends)
        gone, come = Counter(map(shown, lost)), Counter(map(shown, won))
        assert all_of(before, as_of) - gone + come == all_of(after, as_of), seed
        compared += len(changes)
    assert compared > 30


@pytest.mark.parametrize("chunk", range(4))
def test_what_is_not_touched_has_no_other_findings(chunk: int) -> None:
    found = 0
    for seed in range(chunk * 60, chunk * 60 + 60):
        rng = Random(seed)
        plain = random_agenda(rng)
        before, after = read(plain), read(changed(plain, rng))
        as_of, *_ = random_question(rng)
        if before is None or after is None:
            continue
        keys = touched(before, after)
        was, now = (check(one, as_of) for one in (before, after))
        less_was, less_now = (check(bearing(one, keys, as_of), as_of) for one in (before, after))
        assert new_findings(was, now) == new_findings(less_was, less_now), seed
        assert new_findings(now, was) == new_findings(less_now, less_was), seed
        found += len(new_findings(was, now)) + len(new_findings(now, was))
    assert found > 1
