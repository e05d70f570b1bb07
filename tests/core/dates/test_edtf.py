"""Dates: every form that an agenda may use, and refusals of the rest, word for word."""

import warnings
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.core.given import day, thorough, window

from cjpeace.core.dates.edtf import (
    MONTHS,
    CalendarDate,
    EdtfDate,
    Ending,
    Precision,
    edtf_of,
    named_part,
    parse_edtf,
)
from cjpeace.core.dates.window import Window
from cjpeace.core.unreadable import UnreadableError

ACCEPTED = (
    "accepted: a year (2025), a month (2025-10), a day (2025-10-14), a season (2000-23 or autumn "
    "2000), a quarter (2026-33 or Q1 2026), a half (2026-40 or H1 2026), or two of them with a "
    "slash"
)
EDGE = "dates from 0001 to the end of November 9999 can be used"

WINDOWS = {
    "2025": ("2025-01-01", "2026-01-01"),
    "2025-10": ("2025-10-01", "2025-11-01"),
    "2025-12": ("2025-12-01", "2026-01-01"),
    "2025-10-14": ("2025-10-14", "2025-10-15"),
    "2024-02-29": ("2024-02-29", "2024-03-01"),
    "2000-21": ("2000-03-01", "2000-06-01"),
    "2000-22": ("2000-06-01", "2000-09-01"),
    "2000-23": ("2000-09-01", "2000-12-01"),
    "2000-24": ("2000-12-01", "2001-03-01"),
    "2026-33": ("2026-01-01", "2026-04-01"),
    "2026-34": ("2026-04-01", "2026-07-01"),
    "2026-35": ("2026-07-01", "2026-10-01"),
    "2026-36": ("2026-10-01", "2027-01-01"),
    "2026-40": ("2026-01-01", "2026-07-01"),
    "2026-41": ("2026-07-01", "2027-01-01"),
    "2025-10-14/2025-10-15": ("2025-10-14", "2025-10-16"),
    "2025-10-14/2025-10-14": ("2025-10-14", "2025-10-15"),
    "2008/2011": ("2008-01-01", "2012-01-01"),
    "2000-24/2001-02-10": ("2000-12-01", "2001-02-11"),
    "autumn 2000/2001-03": ("2000-09-01", "2001-04-01"),
    "1999-09-17/..": ("1999-09-17", None),
    "2001/..": ("2001-01-01", None),
    "2011-10-03/": ("2011-10-03", "2011-10-04"),
    "2011/": ("2011-01-01", "2012-01-01"),
    "2025?": ("2025-01-01", "2026-01-01"),
    "2025-10~": ("2025-10-01", "2025-11-01"),
    "2025-10-14%": ("2025-10-14", "2025-10-15"),
    "2000-23?": ("2000-09-01", "2000-12-01"),
    "2025-10~/2025-12?": ("2025-10-01", "2026-01-01"),
    "0001": ("0001-01-01", "0002-01-01"),
    "9999-11": ("9999-11-01", "9999-12-01"),
}

WORDS = {
    "autumn 2000": "2000-23",
    "fall 2000": "2000-23",
    "spring 2000": "2000-21",
    "summer 2000": "2000-22",
    "winter 2000": "2000-24",
    "November 1999": "1999-11",
    "Q3 2026": "2026-35",
    "H2 2026": "2026-41",
    "FALL 2000": "2000-23",
    "nOVEMBER 1999": "1999-11",
    "q1 2026": "2026-33",
    "h1 2026": "2026-40",
    "autumn 2000?": "2000-23?",
    "May 2020/fall 2021~": "2020-05/2021-23~",
    "May 2020/..": "2020-05/..",
    "May 2020/": "2020-05/",
}

REFUSALS = {
    "2026-02-30": (
        '"2026-02-30" is not a date: February 2026 has no day 30',
        "write a day that the month has",
    ),
    "2025-02-29": (
        '"2025-02-29" is not a date: February 2025 has no day 29',
        "write a day that the month has",
    ),
    "Febuary 2020": ('"Febuary 2020" is not a date', 'did you mean "February"?'),
    "autom 2020": ('"autom 2020" is not a date', 'did you mean "Autumn"?'),
    "autom of 2020": ('"autom of 2020" is not a date', f'did you mean "Autumn"? {ACCEPTED}'),
    "2025-10/Febuary 2026": ('"2025-10/Febuary 2026" is not a date', 'did you mean "February"?'),
    "2025-10-15/2025-10-10": (
        '"2025-10-15/2025-10-10" ends before it begins',
        "write the earlier date first",
    ),
    "2025-13-01": (
        '"2025-13-01" is not a date: there is no month 13',
        "months go from 01 to 12",
    ),
    "9999-02-30": (
        '"9999-02-30" is not a date: February 9999 has no day 30',
        "write a day that the month has",
    ),
    "9999-12": ('"9999-12" lies at the edge of the calendar', EDGE),
    "9999": ('"9999" lies at the edge of the calendar', EDGE),
    "9999-12-31": ('"9999-12-31" lies at the edge of the calendar', EDGE),
    "0000": ('"0000" lies at the edge of the calendar', EDGE),
    "9998/9999": ('"9999" lies at the edge of the calendar', EDGE),
}

NO_DATES = (
    *("", " ", "2025-13", "2025-00", "2025-20", "2025-25", "2025-32", "2025-37", "2025-42"),
    *("25", "20255", "-2025", "+2025", "20251014", "2025-1-32", "30 February 2025", "13/13/2025"),
    *(" 2025", "2025 ", "2025\n", "autumn  2000", "autumn-2000", "2000 autumn", "autumn 200"),
    *("２０２５", "2025-１0", "٢٠٢٥", "2025-10-1４"),
    *("/2025", "../2025", "/", "..", "2025/2026/2027", "2025//2026", "2025/...", "2025/..?"),
    *("2025??", "?2025", "2025!", "Q5 2026", "h3 2026", "Q0 2026", "Qx 2026", "Ｑ3 2026"),
    *("TBD", "soon", "null", "14 Octember 2025", "14 Ju 2025", "14/10/25"),
)
OTHERWISE_WRITTEN = {
    "2025-1-1": "2025-01-01",
    "2025-1": "2025-01",
    "2025-10-14T10:00": "2025-10-14",
    "14 October 2025": "2025-10-14",
    "14-15 October 2025": "2025-10-14/2025-10-15",
    "October 14, 2025": "2025-10-14",
    "14 Oct. 2025": "2025-10-14",
    "Sept 2025": "2025-09",
    "2025/10/14": "2025-10-14",
    "14.10.2025": "2025-10-14",
    "10/14/2025": "2025-10-14",
    "2/3/2025": "2025-02-03 or 2025-03-02",
}


@pytest.mark.parametrize(("text", "start", "end"), [(t, *w) for t, w in WINDOWS.items()])
def test_a_date_covers_the_days_it_names(text: str, start: str, end: str | None) -> None:
    assert window(text) == Window(day(start), day(end) if end else None)


@pytest.mark.parametrize("text", [text for text in WINDOWS if " " not in text])
def test_a_date_prints_at_its_own_precision(text: str) -> None:
    assert str(parse_edtf(text)) == text


@pytest.mark.parametrize(("text", "same"), WORDS.items())
def test_plain_words_say_the_same_in_any_case(text: str, same: str) -> None:
    found = parse_edtf(text)
    assert (str(found), found.window, found.written) == (same, window(same), text)
    assert found == parse_edtf(same)
    assert hash(found) == hash(parse_edtf(same))


def test_equal_dates_are_not_unequal() -> None:
    assert not parse_edtf("autumn 2000") != parse_edtf("2000-23")  # noqa: SIM202 - `!=` is meant


def test_dates_of_the_same_days_are_equal_only_when_they_say_the_same() -> None:
    assert parse_edtf("2025") != parse_edtf("2025-01/2025-12")
    assert parse_edtf("2025") != parse_edtf("2025?")
    assert parse_edtf("2025") != "2025"


def test_the_parts_of_a_date_are_kept() -> None:
    first = CalendarDate(Precision.SEASON, 2000, 3, 0, "?")
    last = CalendarDate(Precision.DAY, 2001, 2, 10)
    found = parse_edtf("Fall 2000?/2001-02-10")
    assert (found.first, found.last) == (first, last)
    assert parse_edtf("2025/..").last is Ending.OPEN
    assert parse_edtf("2025/").last is Ending.UNKNOWN
    assert parse_edtf("2025").last is None


@pytest.mark.parametrize(("text", "message", "help_"), [(t, *r) for t, r in REFUSALS.items()])
def test_a_date_is_refused_with_what_is_wrong(text: str, message: str, help_: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_edtf(text)
    assert (caught.value.message, caught.value.help) == (message, help_)


@pytest.mark.parametrize("text", OTHERWISE_WRITTEN)
def test_a_date_in_another_form_is_refused_with_the_form_to_write(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_edtf(text)
    assert caught.value.message == f'"{text}" is not a date'
    assert caught.value.help == f"write {OTHERWISE_WRITTEN[text]}"
    for way in OTHERWISE_WRITTEN[text].split(" or "):
        parse_edtf(way)


@pytest.mark.parametrize(
    ("text", "part"),
    [("2025-10/2025-02-30", "2025-02-30"), ("2025-02-30/..", "2025-02-30"), ("2025/x", "x")],
)
def test_the_side_at_fault_of_an_interval_is_named(text: str, part: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_edtf(text)
    assert caught.value.part == part


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_with_what_is_accepted(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_edtf(text)
    assert (caught.value.message, caught.value.help) == (f'"{text}" is not a date', ACCEPTED)


@pytest.mark.parametrize("name", [*MONTHS, "spring", "summer", "autumn", "fall", "winter", "q4"])
def test_a_part_of_a_year_is_named_in_any_case(name: str) -> None:
    part = named_part(name)
    assert part == named_part(name.upper()) == named_part(name.title()) is not None


def test_a_word_that_names_no_part_of_a_year_is_none() -> None:
    assert [named_part(word) for word in ("", "q5", "h3", "octobre", "year")] == [None] * 5


YEARS = st.integers(1, 9998)
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
PART = st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 37), 40, 41])


def _joined(year: int, part: int | None, qualifier: str) -> str:
    return f"{year:04}" + ("" if part is None else f"-{part:02}") + qualifier


SIDES = st.builds(_joined, YEARS, st.none() | PART, QUALIFIERS) | st.builds(
    lambda written, qualifier: f"{written}{qualifier}",
    st.dates(date.min, date(9999, 12, 30)),
    QUALIFIERS,
)


def _interval(one: str, other: str) -> str:
    return "/".join(sorted((one, other), key=lambda side: window(side).order))


DATES = st.one_of(
    SIDES,
    SIDES.map(lambda side: f"{side}/.."),
    SIDES.map(lambda side: f"{side}/"),
    st.builds(_interval, SIDES, SIDES),
).map(parse_edtf)

SPANS = st.builds(
    lambda start, days: Window(start, start + timedelta(days)),
    st.dates(date.min, date(9990, 1, 1)),
    st.integers(1, 3000),
)
MONTH_SPANS = st.builds(
    lambda first, last: Window(window(f"{first:%Y-%m}").start, window(f"{last:%Y-%m}").end),
    st.dates(date(1000, 1, 1), date(4000, 12, 31)),
    st.dates(date(4001, 1, 1), date(9998, 12, 31)),
)


@thorough
@given(DATES)
def test_a_date_reads_back_as_it_prints(found: EdtfDate) -> None:
    again = parse_edtf(str(found))
    assert (again, again.first, again.last) == (found, found.first, found.last)
    assert again.window == found.window


@thorough
@given(st.text(alphabet="0123456789-/.?~% QqHhautmnwier", max_size=24) | st.text(max_size=24))
def test_any_text_is_a_date_that_covers_days_or_is_refused(text: str) -> None:
    try:
        found = parse_edtf(text)
    except UnreadableError as error:
        refusal = (error.message, error.help)
    else:
        refusal = ("", "")
        assert found.written == text
    assert all(refusal) or refusal == ("", "")


@pytest.mark.parametrize(
    ("start", "end", "plainest"),
    [
        ("2025-01-01", "2026-01-01", "2025"),
        ("2025-01-01", "2025-07-01", "2025-40"),
        ("2025-07-01", "2026-01-01", "2025-41"),
        ("2025-04-01", "2025-07-01", "2025-34"),
        ("2025-12-01", "2026-03-01", "2025-24"),
        ("2025-02-01", "2025-03-01", "2025-02"),
        ("2025-02-28", "2025-03-01", "2025-02-28"),
        ("2024-01-01", "2027-01-01", "2024/2026"),
        ("2024-11-01", "2025-03-01", "2024-11/2025-02"),
        ("2024-02-01", "2024-05-01", "2024-02/2024-04"),
        ("2024-11-01", "2025-03-02", "2024-11-01/2025-03-01"),
        ("2025-01-15", None, "2025-01-15/.."),
        ("2025-01-01", None, "2025-01-01/.."),
    ],
)
def test_a_window_has_a_plainest_date(start: str, end: str | None, plainest: str) -> None:
    assert str(edtf_of(Window(day(start), day(end) if end else None))) == plainest


@thorough
@given(SPANS | MONTH_SPANS)
@example(window("2025-24"))
@example(window("2025/2027"))
def test_the_plainest_date_of_a_window_covers_it_exactly(span: Window) -> None:
    found = edtf_of(span)
    assert found.window == span
    assert parse_edtf(str(found)).window == span


def reference(text: str) -> Window:
    """The window that the `edtf` package reads; its import warns of its own grammar."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import edtf

        found: Any = edtf.parse_edtf(text)
        first, last = found.lower_strict(), found.upper_strict()
    start = date(*first[:3])
    return Window(start, None if last == float("inf") else date(*last[:3]) + timedelta(1))


MISREAD_BY_THE_REFERENCE = {
    "2000-24": "a winter ends with its December",
    "2011-10-03/": "an unknown end is taken to lie ten years on",
    "2011/": "likewise",
    "2000-23?": "a season takes no qualifier",
    "autumn 2000/2001-03": "words are no EDTF",
}


@pytest.mark.parametrize("text", [t for t in WINDOWS if t not in MISREAD_BY_THE_REFERENCE])
def test_the_reference_reads_the_same_days(text: str) -> None:
    assert reference(text) == window(text)


SIDES_OF_THE_REFERENCE = st.builds(
    _joined, YEARS, st.none() | st.sampled_from([*range(1, 13), 21, 22, 23]), st.just("")
) | st.builds(str, st.dates(date.min, date(9998, 12, 31)))
QUARTERS_AND_HALVES = st.builds(
    _joined, YEARS, st.sampled_from([33, 34, 35, 36, 40, 41]), st.just("")
)


@settings(thorough, max_examples=50)
@given(
    st.one_of(
        SIDES_OF_THE_REFERENCE,
        SIDES_OF_THE_REFERENCE.map(lambda side: f"{side}/.."),
        st.builds(_interval, SIDES_OF_THE_REFERENCE, SIDES_OF_THE_REFERENCE),
        QUARTERS_AND_HALVES,
    )
)
def test_the_reference_reads_any_form_that_both_read_the_same(text: str) -> None:
    assert reference(text) == window(text)
