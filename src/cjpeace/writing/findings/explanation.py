"""What each finding means: in a phrase and in full, by an example, what to do, how to accept it.

The examples are agendas without their head; a test checks each, and finds what it is to show.
"""

from msgspec import Struct

from cjpeace.core.findings.finding import Code

EXAMPLE_HEAD = """\
title: An example
parties:
  canada: {name: Canada, timezone: America/Toronto, holidays: CA-ON}
  japan: {name: Japan, timezone: Asia/Tokyo, holidays: JP}
"""


class Explanation(Struct, frozen=True):
    """What a finding means.

    `meaning` goes on from its name. `as_of` is the day on which the example shows it.
    """

    meaning: str
    in_full: str
    example: str
    as_of: str
    to_do: str
    can_be_accepted: bool = True


EXPLANATIONS = {
    Code.OVERDUE: Explanation(
        meaning="a window and its grace have passed, nothing is on record for it, "
        "and no later one is answered",
        in_full="A mechanism is owed once in each window that its cadence lays, an event once in "
        "the window in which it is expected. When the window and the grace after it have passed "
        "and no session is on record, it is overdue, and stays so until that window or a later one "
        "is answered. A mechanism is overdue once, however many windows went by. It says what is "
        "on record, not what happened: the session may only be missing from the file.",
        example="""\
mechanisms:
  talks:
    title: Talks
    cadence: {every: 2 years, since: 2022}
    grace: 3 months
""",
        as_of="2026-07-06",
        to_do="Look for what was held and record it; or find a date for the next one; or say that "
        "the promise has ended, with `until`; or mark the gap in the record, with `unknown`.",
    ),
    Code.UNREPORTED: Explanation(
        meaning="a session was confirmed or tentative, its window has ended, "
        "and no outcome is on record",
        in_full="Its day has come and gone, and the file still has it as a plan. Nobody who reads "
        "the file can tell whether it took place.",
        example="""\
mechanisms:
  talks:
    title: Talks
    sessions:
      - {number: 3, confirmed: 2026-05-06, host: japan}
""",
        as_of="2026-07-06",
        to_do="Replace the key by what became of it: `held`, `postponed` (the old date goes to "
        "`planned`) or `cancelled`. `cjpeace record` does it.",
    ),
    Code.UNSCHEDULED: Explanation(
        meaning="its window ends within the `notice`, or has ended within the grace, "
        "and no session is planned",
        in_full="What is to be held in a window needs a date in good time: `notice`, of a "
        "mechanism, of an event or under `defaults`, says how long before the end of the window. "
        "Without `notice` there is no such finding. The first window of a mechanism that lacks a "
        "date is named; a session that was postponed to no new date lacks one too.",
        example="""\
mechanisms:
  talks:
    title: Talks
    cadence: {every: year, since: 2026}
    notice: 6 months
""",
        as_of="2026-07-06",
        to_do="Find a date with `cjpeace propose`, and set it with `cjpeace record`: `tentative` "
        "while it is only proposed, `confirmed` once both sides have agreed.",
    ),
    Code.HOLIDAY: Explanation(
        meaning="a planned day is a public or government holiday or a closed day of a party, "
        "or a weekend where it has never met on one",
        in_full="Every day of a planned session is held against the holidays of each party "
        "(`holidays`, a country or region) and its closed days (`closed`), and named with the "
        "party. A Saturday or Sunday counts in a session of at most five days, and only where no "
        "session of the mechanism is on record as held on one. A session whose date is a month or "
        "a season has no days yet.",
        example="""\
mechanisms:
  talks:
    title: Talks
    sessions:
      - {number: 3, confirmed: 2026-10-12, host: japan}
""",
        as_of="2026-07-06",
        to_do="Choose other days: `cjpeace propose` leaves out the days off of all sides.",
    ),
    Code.CONFLICT: Explanation(
        meaning="planned sessions that share a party overlap, in this agenda or with another one "
        "given",
        in_full="All parties of an agenda attend its sessions, and nobody can be at two places. "
        "Parties of different agendas are the same when their keys are. Sessions with `at` and a "
        "length may share a day in one place, or where none is known, when their hours do not "
        "overlap; mechanisms with `pairs_with` may share their days. What others convene is looked "
        "at too. The later of two is where it is found.",
        example="""\
mechanisms:
  talks:
    title: Talks
    sessions:
      - {number: 3, confirmed: 2026-10-14/2026-10-15, place: Tokyo}
  staff-talks:
    title: Staff Talks
    sessions:
      - {tentative: 2026-10-15, place: Ottawa}
""",
        as_of="2026-07-06",
        to_do="Move one of them; or say that they go together, with `pairs_with`; or give both "
        "their hours.",
    ),
    Code.HOST_ORDER: Explanation(
        meaning="the host of a planned session is out of turn, by `hosts`",
        in_full="`hosts` lists the parties that take turns. The turn follows from the last session "
        "that states its host; one by video or in a third country (`none`) moves no turn. Where "
        "the record has a gap nobody knows whose turn it is, and nothing is found.",
        example="""\
mechanisms:
  talks:
    title: Talks
    hosts: [canada, japan]
    sessions:
      - {number: 2, held: 2025-05-08, host: japan}
      - {number: 3, confirmed: 2026-10-14, host: japan}
""",
        as_of="2026-07-06",
        to_do="Correct the host, or the hosts of the sessions before it. When the parties have "
        "agreed on another order, accept it, saying so.",
    ),
    Code.STALE: Explanation(
        meaning="`reviewed`, of the agenda or of a mechanism, is over a year ago",
        in_full="`reviewed` is the day on which somebody last looked for news of what the file "
        "records. After a year a lapse on record may only mean that nobody looked. That of the "
        "agenda as a whole cannot be accepted, a mechanism's own can.",
        example="""\
reviewed: 2025-05-31
""",
        as_of="2026-07-06",
        to_do="Look for what has been held or announced since, record it, and set `reviewed`.",
    ),
    Code.ACCEPTED_UNTIL: Explanation(
        meaning="the `until` of an `accept` has passed: what it accepted counts again",
        in_full="A waiver is for a time, so that what was accepted is looked at again. It names "
        "the findings that it would still hide.",
        example="""\
mechanisms:
  talks:
    title: Talks
    cadence: {every: 2 years, since: 2022}
    accept: {overdue: no talks during the elections, until: 2026-03-31}
""",
        as_of="2026-07-06",
        to_do="See to what it hid; or set a later `until`; or remove `accept` where nothing that "
        "it names is found any more.",
        can_be_accepted=False,
    ),
}


def acceptance(code: Code) -> str:
    """How a finding is accepted, in one line of YAML; empty where it cannot be."""
    accepted = EXPLANATIONS[code].can_be_accepted
    return f"accept: {{{code.value}: the reason, until: 2027-06-30}}" if accepted else ""
