"""What names an occurrence for good, what it is called, and where it stands in a list."""

import pytest
from tests.core.given import day, events, mechanism, talks, window

from cjpeace.core.answers.timeline import timeline
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.history.occurrence import Occurrence, Status


def occurrences(keys: str, span: str = "2001/2004", as_of: str = "2030-01-01") -> list[Occurrence]:
    return timeline(talks(keys), day(as_of), window(span))


@pytest.mark.parametrize(
    ("cadence", "named"),
    [
        ("{every: year, since: 2001}", "talks/2001"),
        ("{every: 6 months, since: 2001}", "talks/2001-40"),
        ("{every: quarter, since: 2001}", "talks/2001-33"),
        ("{every: year, when: autumn, since: 2001}", "talks/2001-23"),
        ("{every: year, when: winter, since: 2001}", "talks/2001-24"),
        ("{every: year, when: May, since: 2001}", "talks/2001-05"),
        ("{every: year, when: 31 May, since: 2001}", "talks/2001-05-31"),
        ("{every: 2 years, since: 2001}", "talks/2001-01-01"),
        ("{every: year, since: 2001-02}", "talks/2001-02-01"),
        ("{every: 2 years, since: 2001-09-17}", "talks/2001-09-17"),
        ("{every: year, when: July to August, since: 2001}", "talks/2001-07-01"),
    ],
)
def test_a_slot_is_named_by_its_window_or_its_first_day(cadence: str, named: str) -> None:
    assert occurrences(f"cadence: {cadence}\n")[0].id == named


def test_a_slot_keeps_its_name_whatever_becomes_of_it() -> None:
    cadence = "cadence: {every: year, when: autumn, since: 2001}\n"
    for session in (
        "confirmed: 2001-10-05",
        "held: 2001-10-05/2001-10-06",
        "cancelled: 2001-10, reason: storm",
        "planned: 2001-10, postponed: 2004-02, reason: storm",
        "planned: 2001-10, held: 2003-02-01",
    ):
        found = occurrences(f"{cadence}sessions: [{{{session}}}]\n")
        assert "talks/2001-23" in {occurrence.id for occurrence in found}


def test_a_slot_that_was_cut_keeps_the_name_and_window_that_were_laid() -> None:
    keys = "cadence: {every: year, since: 2001, until: 2002-06}\nsessions: [{held: 2002-03}]\n"
    cut = occurrences(keys)[1]
    assert (cut.id, cut.slot, cut.window) == ("talks/2002", window("2002"), window("2002-03"))


@pytest.mark.parametrize(
    ("session", "named"),
    [
        ("held: 2001-06", "talks/2001-06"),
        ("held: 2001-06-10/2001-06-12", "talks/2001-06-10"),
        ("held: 2001-06-10?", "talks/2001-06-10"),
        ("held: 2001/2002", "talks/2001-01-01"),
        ("held: 2001-06-10/..", "talks/2001-06-10"),
        ('planned: 2001-06, postponed: "..", reason: storm', "talks/2001-06"),
    ],
)
def test_an_extra_session_is_named_by_its_own_date(session: str, named: str) -> None:
    extra = occurrences(f"sessions: [{{{session}}}]\n")[0]
    assert (extra.id, extra.extra, extra.slot) == (named, True, None)


def test_an_event_is_named_by_its_key() -> None:
    summit = timeline(events("summit: {title: Summit, held: 2000-09-06}\n"), *_late)[0]
    assert (summit.id, summit.title, summit.place, summit.extra, summit.slot) == (
        "summit",
        "Summit",
        None,
        False,
        None,
    )


_late = (day("2030-01-01"), window("2000/2030"))


def test_a_title_and_place_of_a_session_come_before_those_of_its_mechanism() -> None:
    keys = "cadence: {every: year, since: 2001, until: 2003}\nplace: Geneva\n"
    sessions = "sessions: [{held: 2001-05, title: Special Talks, place: Oslo}, {held: 2002-05}]\n"
    found = occurrences(keys + sessions)
    assert [(o.title, o.place) for o in found] == [
        ("Special Talks", "Oslo"),
        ("Talks", "Geneva"),
        ("Talks", "Geneva"),
    ]


def test_occurrences_stand_by_end_then_start_then_name_and_open_ones_last() -> None:
    owner = mechanism("hosts: [canada]\n")
    in_order = ["2001", "2002-12-31", "2002/..", "2003/.."]
    in_order.insert(1, "2001/2002")
    made = {
        text: Occurrence(owner, Status.DUE, window(text), parse_edtf(text)) for text in in_order
    }
    assert sorted(sorted(made, reverse=True), key=lambda text: made[text].order) == in_order
