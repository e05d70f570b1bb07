from datetime import date

import pytest
from tests.program import ROOT

from cjpeace import load
from cjpeace.core.answers.overview import overview
from cjpeace.writing.answers.list_text import grouped_lines, plain_table, table
from cjpeace.writing.layout.cells import width
from cjpeace.writing.layout.styled import plain

TODAY = date(2026, 11, 24)
AGENDA = load(str(ROOT / "data/agenda.yaml"))
COMMITTEE = load(str(ROOT / "tests/examples/committee/agenda.yaml"))
LISTINGS = [(agenda, overview(agenda, TODAY)) for agenda in (AGENDA, COMMITTEE)]


@pytest.mark.parametrize("cells", range(40, 200, 7))
def test_no_line_is_wider_than_the_terminal(cells: int) -> None:
    lines = map(plain, grouped_lines(LISTINGS, TODAY, cells, prefix=False))
    assert [line for line in lines if width(line) > cells] == []


@pytest.mark.parametrize("cells", [40, 60, 80, 160])
def test_every_id_is_told_whole_at_any_width(cells: int) -> None:
    text = "\n".join(map(plain, grouped_lines([LISTINGS[0]], TODAY, cells, prefix=False)))
    named = [*AGENDA.mechanisms, *AGENDA.events, *AGENDA.commitments]
    assert [key for key in named if f" {key}:" not in text] == []


def test_plain_rows_have_spaces_in_the_last_column_only() -> None:
    header, *rows = (plain(line).split() for line in plain_table(LISTINGS, prefix=True))
    titles = [one.title.split() for _, parts in LISTINGS for part in parts for one in part.items]
    assert [row[len(header) - 1 :] for row in rows] == titles


def test_the_standing_of_each_is_told_as_next_does() -> None:
    following = {row[3]: row[7] for row in table(LISTINGS, TODAY, prefix=False)[1:]}
    assert following["symposium"] == "in 2026 (19th, Canada): 5 weeks left, no date"
    assert following["pol-mil-talks"] == "by 16 Sep 2025 (13th): 14 months overdue"
    assert following["defence-ministers"] == "nothing is owed"
    assert following["third-country-workshop"] == "no deadline: open since Sep 1999"


def test_nothing_on_record_is_said() -> None:
    assert [plain(line) for line in grouped_lines([], TODAY, 80, prefix=False)] == [
        "nothing is on record"
    ]
