"""The rules of a cadence: where each is anchored, when it lapses, and whether it names days."""

from tests.core.given import day, rule


def test_the_anchor_is_the_first_day_of_since() -> None:
    assert rule("year", "autumn 2005").anchor == day("2005-09-01")
    assert rule("year", "2005").anchor == day("2005-01-01")


def test_a_rule_lapses_on_the_day_after_until() -> None:
    assert rule("year", "2005", until="2010").lapse == day("2011-01-01")
    assert rule("year", "2005", until="2010/..").lapse is None
    assert rule("year", "2005").lapse is None


def test_a_rule_is_on_days_when_it_names_days() -> None:
    assert rule("year", "2005", "31 May").on_days
    assert rule("week", "2005", "Tuesday").on_days
    assert not rule("year", "2005", "May").on_days
    assert not rule("year", "2005").on_days
