"""The name that somebody may have meant."""

import pytest

from cjpeace.core.nearest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("jpan", "japan"),
        ("JAPAN", "japan"),
        ("cnaada", "canada"),
        ("un", "UN"),
        ("norway", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_found_in_any_case(word: str, found: str | None) -> None:
    assert nearest(word, ["canada", "japan", "UN"]) == found


@pytest.mark.parametrize(
    ("word", "name", "found"),
    [
        ("hled", "held", "held"),
        ("ulr", "url", "url"),
        ("jpn", "japan", "japan"),
        ("Tokyo", "Asia/Tokyo", "Asia/Tokyo"),
        ("partys", "parties", "parties"),
        ("grace", "place", None),
        ("date", "updated", None),
    ],
)
def test_a_name_is_near_when_it_may_be_misspelt_or_shortened(
    word: str, name: str, found: str | None
) -> None:
    assert nearest(word, [name]) == found


def test_a_help_names_the_nearest() -> None:
    assert did_you_mean("jpan", ["canada", "japan"], "a party") == '"japan" is a party here'


def test_a_help_compares_no_names_where_that_takes_too_long() -> None:
    shown = did_you_mean("jpan", ["canada", "japan"], "a party", compared=False)
    assert shown == "known here: canada, japan"


def test_a_help_names_all_where_none_is_near() -> None:
    assert did_you_mean("x", ["canada", "japan"], "a party") == "known here: canada, japan"


def test_a_help_names_twelve_at_the_most() -> None:
    names = [f"party-{n}" for n in range(1, 14)]
    shown = did_you_mean("x", iter(names), "a party")
    assert shown == f"known here: {', '.join(names[:12])}, ..."
    assert did_you_mean("x", names[:12], "a party") == f"known here: {', '.join(names[:12])}"


def test_a_help_says_that_there_is_none() -> None:
    assert did_you_mean("x", [], "a party") == "there is no party here"
