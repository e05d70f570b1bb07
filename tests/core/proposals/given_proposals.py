"""What the tests of proposals are given: an agenda of two sides, a question, and its answer."""

from datetime import date
from textwrap import indent
from zoneinfo import ZoneInfo

from tests.core.given import day, window

from cjpeace import loads
from cjpeace.core.agenda import Agenda
from cjpeace.core.dates.edtf import edtf_of, parse_edtf
from cjpeace.core.proposals.busy import Busy
from cjpeace.core.proposals.circumstances import Question
from cjpeace.core.proposals.propose import Proposal, Proposals, propose
from cjpeace.core.proposals.reason import Reason, ReasonCode
from cjpeace.core.proposals.target import Target, target
from cjpeace.reading.holidays.holiday_data import holiday_name

HEAD = """\
id: given
title: An agenda given to the tests
adopted: 2000-01-01
parties:
  canada: {name: Canada, capital: Ottawa, timezone: America/Toronto, holidays: CA-ON}
  japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo, holidays: JP, closed: [29 December/3 January]}
defaults: {notice: 1 month}
mechanisms:
"""


def agenda(id_: str = "given", **mechanisms: str) -> Agenda:
    """An agenda with these mechanisms; of each the keys besides its title."""
    parts = [
        f"  {key.replace('_', '-')}:\n    title: {key.replace('_', ' ').capitalize()}\n"
        f"{indent(keys.strip(), '    ')}\n"
        for key, keys in mechanisms.items()
    ]
    return loads(HEAD.replace("id: given", f"id: {id_}") + "".join(parts))


def sought(one: Agenda, name: str, as_of: str, within: str | None = None) -> Target:
    found = target(one, name, day(as_of), window(within) if within else None)
    assert found is not None
    return found


def ask(
    one: Agenda,
    name: str,
    as_of: str,
    within: str | None = None,
    *,
    days: int | None = None,
    count: int = 3,
    others: tuple[Agenda, ...] = (),
    busy: tuple[Busy, ...] = (),
    avoid: tuple[str, ...] = (),
    video: bool = False,
) -> Proposals:
    """The proposals for a mechanism on a day, with real holidays and clocks."""
    found = sought(one, name, as_of, within)
    question = Question(
        found,
        day(as_of),
        days or found.days,
        count,
        (one, *others),
        busy,
        tuple(map(parse_edtf, avoid)),
        video,
    )
    return propose(question, holiday_name, ZoneInfo)


def dates(found: Proposals) -> list[str]:
    """The days of the proposals, the best first."""
    return [str(edtf_of(one.window)) for one in found.best]


def only(found: Proposals) -> Proposal:
    """The one proposal that there is."""
    (best,) = found.best
    return best


def codes(proposal: Proposal) -> list[str]:
    """The reasons of a proposal with their points: `weekend -10`."""
    return [f"{reason.code.value} {reason.points:+d}" for reason in proposal.reasons]


def reason(proposal: Proposal, code: ReasonCode) -> Reason:
    """The reason of that code."""
    (found,) = [one for one in proposal.reasons if one.code is code]
    return found


def barred(found: Proposals) -> dict[str, list[date]]:
    """The days that are barred, by the kind of bar and the party, calendar or window."""
    return {
        f"{tally.kind.value} {tally.party.key if tally.party else tally.bars[0].source}".strip(): (
            sorted({bar.day for bar in tally.bars})
        )
        for tally in found.tallies
    }
