"""Small calendars: each day below its weekday, whatever the month and the width."""

from datetime import date, timedelta

import pytest

from cjpeace.writing.layout.cells import width
from cjpeace.writing.layout.styled import plain
from cjpeace.writing.proposals.month_calendar import Mark, Month, month_lines


def lines(months: list[Month], cells: int = 80, **marks: str) -> list[str]:
    by_day = {
        date.fromisoformat(day.strip("d").replace("_", "-")): Mark(sign)
        for day, sign in marks.items()
    }
    return [plain(line) for line in month_lines(months, by_day, cells)]


def test_a_month_begins_on_its_weekday_and_has_its_marks() -> None:
    assert lines([(2027, 2)], d2027_02_09="*", d2027_02_28="j") == [
        "       February 2027",
        "Mo  Tu  We  Th  Fr  Sa  Su",
        " 1   2   3   4   5   6   7",
        " 8   9* 10  11  12  13  14",
        "15  16  17  18  19  20  21",
        "22  23  24  25  26  27  28j",
    ]


def test_a_month_of_six_weeks_is_shown_whole() -> None:
    found = lines([(2027, 5)])
    assert found[2].split() == ["1", "2"]
    assert found[-1].split() == ["31"]
    assert len(found) == 8


@pytest.mark.parametrize(
    ("cells", "abreast"), [(27, 1), (56, 1), (57, 2), (86, 2), (87, 3), (200, 3)]
)
def test_as_many_stand_side_by_side_as_fit(cells: int, abreast: int) -> None:
    found = lines([(2027, month) for month in range(1, 7)], cells)
    assert len(found[0].split("2027")) - 1 == abreast
    assert max(map(width, found)) <= cells


def test_months_side_by_side_keep_their_columns() -> None:
    found = lines([(2027, 5), (2027, 6)], 60, d2027_06_01="*")
    assert found[2] == "                     1   2         1*  2   3   4   5   6"
    assert found[-1] == "31"


def test_every_day_of_a_year_is_there_once() -> None:
    months = [(2028, month) for month in range(1, 13)]
    days = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]
    numbers = [word for line in lines(months, 200) for word in line.split() if word.isdigit()]
    assert sorted(int(n) for n in numbers if n != "2028") == sorted(day.day for day in days)
