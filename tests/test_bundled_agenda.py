"""The bundled agenda, asked as the library is asked: what held on a day, and what became of it."""

from datetime import date

import pytest

from cjpeace import Agenda, Occurrence, Status, Window, check, load, timeline, upcoming
from cjpeace.core.findings.finding import Severity

NOW = date(2026, 11, 24)
SIGNED = date(1999, 9, 17)


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    return load()


def coming(agenda: Agenda, day: date) -> dict[str, Occurrence]:
    """What needs doing or comes next of each mechanism and event, in the order of the answer."""
    found = [one.occurrence for one in upcoming(agenda, day)]
    return {occurrence.owner.key: occurrence for occurrence in found}


def slots(agenda: Agenda, key: str, until: date = NOW) -> dict[str, Occurrence]:
    """The past of a mechanism, as of now, by the id of each occurrence."""
    span = Window(date.min, until)
    found = timeline(agenda, NOW, span, frozenset({key}))
    return {occurrence.id.removeprefix(f"{key}/"): occurrence for occurrence in found}


def held(occurrence: Occurrence) -> str:
    assert occurrence.status is Status.HELD
    assert occurrence.session is not None
    return str(occurrence.session.date)


# In November 2026


def test_the_symposium_is_due_in_2026_as_the_19th_in_canada(agenda: Agenda) -> None:
    found = coming(agenda, NOW)["symposium"]
    assert (found.id, found.status) == ("symposium/2026", Status.DUE)
    assert (str(found.date), found.number, found.host) == ("2026", 19, "canada")


def test_the_political_military_talks_lead_what_is_overdue(agenda: Agenda) -> None:
    first = upcoming(agenda, NOW)[0]
    occurrence = first.occurrence
    assert (occurrence.owner.key, occurrence.status) == ("pol-mil-talks", Status.OVERDUE)
    assert (str(occurrence.date), occurrence.number) == ("2023-09-17/2025-09-16", 13)
    assert first.last_held is not None
    assert str(first.last_held.date) == "2022-12-15"


def test_three_mechanisms_and_nothing_else_are_found_overdue(agenda: Agenda) -> None:
    errors = [f for f in check(agenda, NOW) if f.severity is Severity.ERROR]
    assert [(finding.code.value, finding.owner and finding.owner.key) for finding in errors] == [
        ("overdue", "pol-mil-talks"),
        ("overdue", "lecture-series"),
        ("overdue", "defence-talks"),
    ]
    overdue = [key for key, one in coming(agenda, NOW).items() if one.status is Status.OVERDUE]
    assert overdue == ["pol-mil-talks", "lecture-series", "defence-talks"]


def test_the_talks_are_owed_since_the_slot_after_the_last_one_held(agenda: Agenda) -> None:
    lapses = {f.owner.key: f.lapse for f in check(agenda, NOW) if f.owner and f.lapse}
    owed = {key: str(lapse.since) for key, lapse in lapses.items()}
    assert owed["pol-mil-talks"] == "2025-09-17"
    assert owed["defence-talks"] == "2024-01-01"
    assert owed["lecture-series"] == "2003-12-01"


def test_what_others_convene_is_never_overdue(agenda: Agenda) -> None:
    everything = timeline(agenda, NOW, Window(date.min, date(2036, 1, 1)))
    others = [one for one in everything if one.owner.convened_by is not None]
    lapsed = {Status.OVERDUE, Status.MISSED, Status.UNREPORTED}
    assert len(others) > 100
    assert [one.id for one in others if one.status in lapsed] == []


# On the day of the signing


def test_on_its_first_day_the_lecture_is_announced_for_november_in_canada(agenda: Agenda) -> None:
    found = coming(agenda, SIGNED)["lecture-series"]
    assert (str(found.date), found.status, found.host) == ("1999-11", Status.CONFIRMED, "canada")


def test_on_its_first_day_the_second_symposium_is_announced_for_autumn_2000_in_japan(
    agenda: Agenda,
) -> None:
    found = coming(agenda, SIGNED)["symposium"]
    assert (found.date.written, found.number, found.host) == ("autumn 2000", 2, "japan")
    assert found.window == Window(date(2000, 9, 1), date(2000, 12, 1))


def test_on_its_first_day_the_summit_and_the_review_conference_lie_in_2000(
    agenda: Agenda,
) -> None:
    found = coming(agenda, SIGNED)
    summit, conference = found["millennium-summit"], found["npt-review"]
    assert (str(summit.date), summit.status) == ("2000", Status.CONFIRMED)
    assert conference.id == "npt-review/2000-21"
    assert conference.window == Window(date(2000, 3, 1), date(2000, 6, 1))


def test_on_its_first_day_the_talks_have_two_years(agenda: Agenda) -> None:
    found = coming(agenda, SIGNED)["pol-mil-talks"]
    assert (found.window.last_day, found.number, found.host) == (date(2001, 9, 16), None, None)


def test_the_workshop_in_a_third_country_has_no_deadline(agenda: Agenda) -> None:
    for day in (SIGNED, NOW, date(2090, 1, 1)):
        found = coming(agenda, day)["third-country-workshop"]
        assert (str(found.date), found.status) == ("1999-09-17/..", Status.DUE)


@pytest.mark.parametrize("day", [SIGNED, date(1999, 11, 8), date(1999, 12, 1), date(2000, 6, 1)])
def test_in_its_first_months_nothing_is_overdue(agenda: Agenda, day: date) -> None:
    assert [f for f in check(agenda, day) if f.severity is Severity.ERROR] == []


# What the record shows


def test_the_symposium_of_2005_to_2012_is_unknown_where_the_record_is_silent(
    agenda: Agenda,
) -> None:
    found = slots(agenda, "symposium", date(2013, 1, 1))
    after_the_fourth = {id_: one for id_, one in found.items() if id_ >= "2005"}
    assert {id_: one.status.value for id_, one in after_the_fourth.items()} == {
        "2005": "held",
        "2006": "unknown",
        "2007": "held",
        "2008": "unknown",
        "2009": "unknown",
        "2010": "unknown",
        "2011": "unknown",
        "2012": "held",
    }
    numbers = [one.number for one in after_the_fourth.values() if one.status is Status.HELD]
    assert numbers == [4, 6, 10]


def test_no_symposium_is_missed_or_overdue_where_numbers_or_an_interval_speak(
    agenda: Agenda,
) -> None:
    lapsed = (Status.MISSED, Status.OVERDUE)
    found = slots(agenda, "symposium")
    # the 3rd was held in 2002 and the 4th in 2005, so that none was held in 2004
    assert [id_ for id_, one in found.items() if one.status in lapsed] == ["2004-23"]


def test_of_the_symposium_each_session_on_record_answers_a_slot(agenda: Agenda) -> None:
    found = slots(agenda, "symposium")
    assert {id_: held(one) for id_, one in found.items() if one.status is Status.HELD} == {
        "1998-23": "1998-09",
        "2000-23": "2000",
        "2002-23": "2002-11",
        "2005": "2005-06-10/2005-06-12",
        "2007": "2007-06",
        "2012": "2012-04",
        "2013": "2013-05",
        "2025": "2025-10-14/2025-10-15",
    }
    assert [one.id for one in found.values() if one.extra] == []


def test_the_review_conference_of_2022_answers_2020_and_that_of_2026_answers_2025(
    agenda: Agenda,
) -> None:
    found = slots(agenda, "npt-review")
    assert held(found["2020-21"]) == "2022-08-01/2022-08-26"
    assert held(found["2025-21"]) == "2026-04-27/2026-05-22"
    assert [(one.number, one.extra) for one in found.values()][-2:] == [(10, False), (11, False)]


def test_looking_back_the_review_conference_moves_with_what_was_planned(agenda: Agenda) -> None:
    days = (date(2019, 1, 1), date(2021, 1, 1), date(2022, 9, 1))
    found = [coming(agenda, day)["npt-review"] for day in days]
    assert [(one.id, str(one.date)) for one in found[:2]] == [
        ("npt-review/2020-21", "2020-04-27/2020-05-22"),
        ("npt-review/2020-21", "2022-01-04/2022-01-28"),
    ]
    assert found[2].id == "npt-review/2025-21"


def test_the_lecture_of_1999_answers_its_first_slot(agenda: Agenda) -> None:
    found = slots(agenda, "lecture-series")
    assert held(found["1999-11"]) == "1999-11-08"
    assert held(found["2001-11"]) == "2001"


# What the file says of itself


def test_every_session_and_event_names_a_source(agenda: Agenda) -> None:
    sessions = [one for m in agenda.mechanisms.values() for one in m.sessions]
    sessions += [event.session for event in agenda.events.values()]
    assert len(sessions) > 100
    assert [session.path for session in sessions if not session.source] == []


def test_each_of_the_24_paragraphs_is_referred_to(agenda: Agenda) -> None:
    written = [number for section in agenda.agreement for number in section.paragraphs]
    assert written == list(range(1, 25))
    referred = {number for part in agenda.mechanisms.values() for number in part.paragraphs}
    referred |= {number for part in agenda.events.values() for number in part.paragraphs}
    referred |= {number for part in agenda.commitments.values() for number in part.paragraphs}
    assert referred == set(written)


def test_the_parties_are_the_two_governments(agenda: Agenda) -> None:
    assert [(p.name, p.capital, p.timezone) for p in agenda.parties.values()] == [
        ("Canada", "Ottawa", "America/Toronto"),
        ("Japan", "Tokyo", "Asia/Tokyo"),
    ]
