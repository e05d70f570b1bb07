from datetime import date
from random import Random

import pytest
from tests.core.given import HEAD, day, mechanism
from tests.oracle.agendas import random_agenda, random_question, to_yaml
from tests.program import ROOT

from cjpeace import load, loads
from cjpeace.core.agenda import Session
from cjpeace.core.answers.dossier import Chapter, Dossier, chapters, names, subject
from cjpeace.core.answers.run import Run, is_bare
from cjpeace.core.answers.timeline import default_span, mechanism_timeline
from cjpeace.core.history.history import History
from cjpeace.core.history.occurrence import Occurrence

TODAY = "2026-11-24"

YEARLY = "cadence: {every: year, since: 2000}\n"


def told(keys: str, as_of: str = TODAY) -> list[str]:
    return [_line(one) for one in chapters(History(mechanism(keys), day(as_of)))]


def _line(chapter: Chapter) -> str:
    match chapter:
        case Occurrence():
            return f"{chapter.date} {chapter.status.value}"
        case Run():
            numbers = ",".join(f"{first}-{last}" for first, last in chapter.numbers) or "-"
            of = f" {chapter.missing} in {chapter.within}" if chapter.numbers else ""
            return f"{chapter.status.value} x{len(chapter.slots)} {numbers}{of}"
        case Session():
            return f"gap {chapter.own}"


def bundled(name: str) -> Dossier:
    found = subject(load(str(ROOT / "data/agenda.yaml")), name, date(2026, 11, 24))
    assert found is not None
    return found.dossiers[0]


def runs(dossier: Dossier) -> list[str]:
    return [_line(one) for one in dossier.chapters if isinstance(one, Run)]


def test_runs_of_the_symposium_have_the_numbers_between_those_on_record() -> None:
    assert runs(bundled("symposium")) == [
        "unknown x11 12-17 6 in 11",
        "unknown x4 7-9 3 in 4",
        "unknown x1 5-5 1 in 1",
        "missed x1 -",
    ]


def test_numbers_that_fell_in_several_runs_are_told_for_all_of_them_together() -> None:
    assert runs(bundled("pol-mil-talks")) == [
        "unknown x4 1-11 10 in 10",
        "unknown x6 1-11 10 in 10",
    ]


def test_a_history_is_told_newest_first_and_ends_with_the_first_one_open() -> None:
    sessions = "sessions: [{held: 2024-02}, {held: 2025-03}]"
    assert told(f"cadence: {{every: year, since: 2023}}\n{sessions}", "2025-06-01") == [
        "2026 projected", "2025-03 held", "2024-02 held", "missed x1 -",
    ]  # fmt: skip


def test_a_slot_that_is_overdue_stands_by_itself() -> None:
    assert told(YEARLY + "sessions: [{held: 2023-02}, {held: 2000-01}]", "2026-06-01") == [
        "2026 due", "2025 overdue", "missed x1 -", "2023-02 held", "missed x22 -", "2000-01 held",
    ]  # fmt: skip


def test_planned_sessions_further_ahead_are_told_without_the_slots_between() -> None:
    keys = YEARLY + "sessions: [{held: 2025-02}, {confirmed: 2030-03}]"
    assert told(keys)[:3] == ["2030-03 confirmed", "2026 due", "2025-02 held"]


def test_a_session_centuries_ahead_is_told_without_walking_there() -> None:
    """The days up to it are three million, which would take a minute."""
    daily = "cadence: {every: day, since: 2026-11-23}\n"
    keys = daily + "sessions: [{held: 2026-11-23}, {tentative: 9025-05-03}]"
    assert told(keys) == ["9025-05-03 tentative", "2026-11-24 due", "2026-11-23 held"]


def test_numbers_before_the_first_on_record_are_hidden_from_1() -> None:
    keys = YEARLY + "sessions: [{number: 4, held: 2005-02}]"
    assert told(keys, "2005-06-01") == ["2006 projected", "2005-02 held", "unknown x5 1-3 3 in 5"]


def test_stated_numbers_tell_a_run_after_which_no_number_is_on_record() -> None:
    keys = (
        YEARLY
        + "sessions: [{number: 1, held: 2000-02}, {numbers: 2-4, unknown: 2001/2003}, {held: 2004-02}]"
    )
    assert told(keys, "2004-06-01")[1:3] == ["2004-02 held", "unknown x3 2-4 3 in 3"]


def test_a_stated_row_may_leave_a_number_out() -> None:
    keys = YEARLY + (
        "sessions: [{number: 1, held: 2000-02}, {number: 2, unknown: 2001/2003},"
        " {numbers: 4-5, unknown: 2002/2004}, {held: 2005-02}]"
    )
    assert told(keys, "2005-06-01")[2] == "unknown x4 2-2,4-5 3 in 4"


def test_a_session_without_a_number_takes_one_of_those_hidden_around_it() -> None:
    keys = YEARLY + (
        "sessions: [{number: 1, held: 2000-02}, {held: 2002-02}, {number: 5, held: 2004-02}]"
    )
    assert told(keys, "2004-06-01")[1:] == [
        "2004-02 held", "unknown x1 2-4 2 in 2", "2002-02 held", "unknown x1 2-4 2 in 2",
        "2000-02 held",
    ]  # fmt: skip


def test_numbers_that_leave_no_room_hide_nothing() -> None:
    keys = YEARLY + "sessions: [{number: 1, held: 2000-02}, {number: 2, held: 2004-02}]"
    assert told(keys, "2004-06-01")[2] == "missed x3 -"


def test_looking_back_a_run_takes_no_number_from_a_session_still_to_come() -> None:
    keys = YEARLY + "sessions: [{number: 1, held: 2000-02}, {number: 5, held: 2005-02}]"
    assert told(keys, "2003-06-01") == ["2003 due", "unknown x2 -", "2000-02 held"]
    assert told(keys, "2005-06-01")[2] == "unknown x4 2-4 3 in 4"


def test_looking_back_a_gap_that_has_not_begun_is_left_out() -> None:
    keys = YEARLY + "sessions: [{held: 2000-02}, {unknown: 2003/2004}, {held: 2005-02}]"
    assert told(keys, "2001-06-01") == ["2001 due", "2000-02 held"]


def test_a_gap_is_told_with_the_run_that_it_explains_and_only_once() -> None:
    keys = (
        YEARLY
        + "sessions: [{held: 2000-02}, {held: 2002-02}, {held: 2004-02}, {unknown: 2001/2003}]"
    )
    found = [
        one for one in chapters(History(mechanism(keys), day("2004-06-01"))) if isinstance(one, Run)
    ]
    assert [len(run.gaps) for run in found] == [1, 0]


def test_without_a_cadence_a_gap_stands_by_itself() -> None:
    keys = "sessions: [{held: 2000-02}, {unknown: 2001/2003}, {held: 2004-02}]"
    assert told(keys) == ["2004-02 held", "gap 2001/2003", "2000-02 held"]


RELATED = """\
agreement:
  - section: One
    paragraphs: {1: one, 2: two}
mechanisms:
  new: {title: New, paragraph: 1, succeeds: old, pairs_with: [old]}
  old: {title: Old, paragraph: [1, 2]}
events:
  start: {title: Start, held: 2001}
  sequel: {title: Sequel, paragraph: 2, held: 2002, follows: start}
commitments:
  word: {title: Word, paragraph: 2, carried_by: [old, new]}
"""


def dossier(name: str) -> Dossier:
    found = subject(loads(HEAD + RELATED), name, date(2026, 11, 24))
    assert found is not None
    return found.dossiers[0]


def keys(entries: tuple[object, ...]) -> list[str]:
    return [str(getattr(entry, "key", "")) for entry in entries]


def test_a_dossier_names_what_its_entry_refers_to_and_what_refers_to_it() -> None:
    assert keys(dossier("new").succeeds) == keys(dossier("new").pairs_with) == ["old"]
    assert keys(dossier("old").succeeded_by) == ["new"]
    assert keys(dossier("old").carries) == ["word"]
    assert keys(dossier("word").carried_by) == ["old", "new"]
    assert keys(dossier("sequel").follows) == ["start"]
    assert keys(dossier("start").followed_by) == ["sequel"]


def test_the_number_of_a_paragraph_shows_it_with_all_that_it_founds() -> None:
    found = subject(loads(HEAD + RELATED), "2", date(2026, 11, 24))
    assert found is not None
    assert found.paragraph is not None
    assert (found.paragraph.number, found.paragraph.section, found.paragraph.text) == (
        2,
        "One",
        "two",
    )
    assert keys(tuple(one.item.entry for one in found.dossiers)) == ["old", "sequel", "word"]


def test_a_dossier_has_the_paragraphs_of_its_entry() -> None:
    assert [one.text for one in dossier("old").paragraphs] == ["one", "two"]
    assert dossier("start").paragraphs == ()


def test_what_is_named_nowhere_is_no_subject() -> None:
    agenda = loads(HEAD + RELATED)
    assert subject(agenda, "3", date(2026, 11, 24)) is None
    assert names(agenda) == ["new", "old", "start", "sequel", "word", "1", "2"]


@pytest.mark.parametrize("seed", range(60))
def test_every_slot_that_lapsed_lies_in_one_run_and_every_session_is_told(seed: int) -> None:
    rng = Random(seed)
    agenda, (as_of, _, _) = loads(to_yaml(random_agenda(rng))), random_question(rng)
    for one in agenda.mechanisms.values():
        found = chapters(History(one, as_of))
        everything = list(mechanism_timeline(one, as_of, default_span(as_of)))
        in_runs = [slot for run in found if isinstance(run, Run) for slot in run.slots]
        assert sorted(slot.order for slot in in_runs) == sorted(
            o.slot.order for o in everything if is_bare(o) and o.slot
        )
        told = [o.id for o in found if isinstance(o, Occurrence)]
        assert {o.id for o in everything if o.session} <= set(told)
