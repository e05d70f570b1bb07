"""The picture of the timeline: scale, marks, and what a cell shows."""

from datetime import date

import cjpeace
from cjpeace.core.answers.timeline import timeline
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Status
from cjpeace.writing.answers.picture import LEGEND, MARKS, Row, picture
from cjpeace.writing.layout.cells import width
from cjpeace.writing.layout.styled import plain

AGENDA = """
title: T
adopted: 2000
mechanisms:
  m: {title: M, cadence: %s, sessions: [%s]}
"""


def _lines(
    cadence: str, sessions: str, years: tuple[int, int], as_of: date, cells: int = 80
) -> list[str]:
    agenda = cjpeace.loads(AGENDA % (cadence, sessions))
    span = Window(date(years[0], 1, 1), date(years[1] + 1, 1, 1))
    found = timeline(agenda, as_of, span)
    mechanism = agenda.mechanisms["m"]
    row = Row("m", found, mechanism.cadence)
    return [plain(line) for line in picture([row], span, as_of, cells)]


def test_every_status_has_a_mark_of_its_own_and_a_name() -> None:
    assert set(MARKS) == set(LEGEND) == set(Status)
    assert len(set(MARKS.values())) == len(Status)


def test_no_mark_is_of_ambiguous_width() -> None:
    assert all(mark.isascii() and width(mark) == 1 for mark in MARKS.values())


def test_a_year_takes_as_many_cells_as_fit() -> None:
    lines = _lines("{every: year}", "", (2000, 2009), date(2000, 6, 1), 63)
    assert lines[0] == "   2000  2001  2002  2003  2004  2005  2006  2007  2008  2009"
    assert lines[1].startswith("m    |  o     -     -")


def test_many_years_share_a_cell() -> None:
    lines = _lines("{every: year}", "", (2000, 2399), date(2000, 6, 1), 60)
    assert all(width(line) <= 60 for line in lines)
    assert lines[0].split()[:2] == ["2000", "2050"]


def test_of_several_slots_in_a_cell_the_worst_open_one_is_shown() -> None:
    lines = _lines("{every: month}", "", (2000, 2001), date(2000, 7, 15), 20)
    assert lines[1] == "m  xx!o--------"


def test_of_several_done_slots_in_a_cell_the_newest_is_shown() -> None:
    sessions = "{held: 2000-02}, {cancelled: 2000-08, reason: r}"
    lines = _lines("{every: 6 months}", sessions, (1980, 2020), date(2003, 1, 1), 50)
    assert lines[1].index("/") == lines[0].index("2000")
    assert "#" not in lines[1]


def test_a_moved_session_leaves_a_mark_where_it_was_planned() -> None:
    sessions = "{planned: 2001-03, held: 2003-05}"
    lines = _lines("{every: 5 years}", sessions, (2000, 2010), date(2004, 1, 1), 80)
    assert lines[1].index(">") < lines[1].index("#")
    assert "> moved" in lines[-1]


def test_a_plan_within_the_recorded_date_is_not_a_move() -> None:
    sessions = "{planned: autumn 2000, held: 2000}"
    lines = _lines("{every: 2 years}", sessions, (2000, 2003), date(2004, 1, 1), 60)
    assert ">" not in lines[1]


def test_todays_line_gives_way_to_a_mark() -> None:
    lines = _lines("{every: year}", "", (1990, 2020), date(2005, 6, 1), 60)
    assert "|" not in lines[1]
    assert "| 1 Jun 2005" in lines[-1]


def test_each_rule_is_shown_where_it_begins() -> None:
    cadence = "[{every: 2 years, when: autumn, since: 2000}, {every: year, since: 2010}]"
    lines = _lines(cadence, "", (2000, 2020), date(2005, 6, 1), 100)
    assert lines[2].index("^ every 2 years in autumn") == lines[0].index("2000")
    assert lines[2].index("^ yearly") == lines[0].index("2010")
    assert "^ a rule begins" in lines[-1]


def test_one_rule_needs_no_line() -> None:
    assert "^" not in " ".join(_lines("{every: year}", "", (2000, 2020), date(2005, 6, 1)))
