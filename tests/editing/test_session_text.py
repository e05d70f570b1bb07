import pytest

from cjpeace.core.unreadable import UnreadableError
from cjpeace.editing.change import Change
from cjpeace.editing.session_text import with_changes, with_session
from cjpeace.reading.agenda_file import read_text

HEAD = """\
id: small
title: Small
adopted: 2000-01-01
parties:
  canada: {name: Canada, timezone: America/Toronto}
  japan: {name: Japan, timezone: Asia/Tokyo}
mechanisms:
"""
FIVE = (Change("number", 5), Change("held", "2005"), Change("host", "japan"))


def added(mechanism: str, place: int, *entries: Change) -> str:
    """The mechanism with a session added, as it stands in a valid file."""
    text = with_session(HEAD + mechanism, ("mechanisms", "talks", "sessions", place), entries)
    assert read_text("agenda.yaml", text).diagnostics == []
    return text.removeprefix(HEAD)


def changed(mechanism: str, place: int, *changes: Change) -> str:
    """The mechanism with a session changed, as it stands in a valid file."""
    text = with_changes(HEAD + mechanism, ("mechanisms", "talks", "sessions", place), changes)
    assert read_text("agenda.yaml", text).diagnostics == []
    return text.removeprefix(HEAD)


def test_a_session_in_braces_joins_others_in_braces() -> None:
    before = """\
  talks:
    title: Talks
    sessions:
      - {number: 4, held: 2004}  # the fourth
      # what comes next is told below
      - {number: 6, held: 2006}
"""
    assert added(before, 1, *FIVE) == before.replace(
        "the fourth\n", "the fourth\n      - {number: 5, held: 2005, host: japan}\n"
    )


def test_a_session_on_its_own_lines_joins_others_of_that_kind() -> None:
    before = """\
  talks:
    title: Talks
    sessions:
    -   held: 2004
        host: canada   # in turn
        number: 4
"""
    assert added(before, 1, *FIVE) == before + (
        "    -   held: 2005\n        host: japan\n        number: 5\n"
    )


def test_the_first_place_of_a_list_is_above_the_first_session() -> None:
    before = """\
  talks:
    title: Talks
    sessions:
      # the newest first
      - held: 2004
"""
    assert added(before, 0, *FIVE) == before.replace(
        "- held: 2004", "- number: 5\n        held: 2005\n        host: japan\n      - held: 2004"
    )


def test_most_sessions_decide_whether_a_new_one_is_in_braces() -> None:
    before = """\
  talks:
    title: Talks
    sessions:
      - {held: 2001}
      - {held: 2002}
      - held: 2004
        doubt: a long one
"""
    assert added(before, 3, *FIVE) == before + "      - {number: 5, held: 2005, host: japan}\n"


def test_a_mechanism_on_one_line_is_added_to_within_its_brackets() -> None:
    before = "  talks: {title: Talks, sessions: [{held: 2004}, {held: 2006}]} # short\n"
    five = "{number: 5, held: 2005, host: japan}"
    assert added(before, 1, *FIVE) == before.replace("2004}, ", f"2004}}, {five}, ")
    assert added(before, 0, *FIVE) == before.replace("[", f"[{five}, ")
    assert added(before, 2, *FIVE) == before.replace("2006}", f"2006}}, {five}")


def test_a_mechanism_without_sessions_gets_the_key() -> None:
    item = "{number: 5, held: 2005, host: japan}"
    before = "  talks:\n    title: Talks\n    # the end\nevents:\n  e: {title: E, held: 2001}\n"
    assert added(before, 0, *FIVE) == before.replace(
        "Talks\n", f"Talks\n    sessions:\n      - {item}\n"
    )
    before = "  talks: {title: Talks, lasts: 2 days}\n"
    assert added(before, 0, *FIVE) == before.replace("days", f"days, sessions: [{item}]")


def test_the_first_session_is_laid_out_like_those_of_other_mechanisms() -> None:
    before = """\
  others:
    title: Others
    sessions:
    - held: 2001
      number: 1
  talks:
    title: Talks
"""
    assert added(before, 0, *FIVE) == before + (
        "    sessions:\n    - number: 5\n      held: 2005\n      host: japan\n"
    )


def test_an_empty_list_becomes_one_of_lines() -> None:
    before = "  talks:\n    title: Talks\n    sessions: []   # none yet\n    lasts: 2 days\n"
    assert added(before, 0, *FIVE) == (
        "  talks:\n    title: Talks\n    sessions:   # none yet\n"
        "      - {number: 5, held: 2005, host: japan}\n    lasts: 2 days\n"
    )


def test_an_empty_list_with_a_comment_within_is_filled_where_it_is() -> None:
    before = "  talks:\n    title: Talks\n    sessions: [ # none yet\n      ]\n"
    assert added(before, 0, *FIVE) == before.replace(
        "[ #", "[{number: 5, held: 2005, host: japan} #"
    )


def test_a_text_that_ends_the_mechanism_stays_as_it_is() -> None:
    before = "  talks:\n    title: Talks\n    note: |\n      One.\n\n      Two.\n\n# the end\n"
    item = "    sessions:\n      - {number: 5, held: 2005, host: japan}\n"
    assert added(before, 0, *FIVE) == before.replace("Two.\n", f"Two.\n{item}")
    before = "  talks:\n    title: Talks\n    note: |+\n      One.\n\n# the end\n"
    assert added(before, 0, *FIVE) == before.replace("One.\n\n", f"One.\n\n{item}")


def test_a_file_may_end_without_a_line_break() -> None:
    before = "  talks:\n    title: Talks\n    sessions:\n      - held: 2004"
    assert added(before, 1, Change("held", "2005")) == f"{before}\n      - held: 2005"


def test_line_breaks_are_those_of_the_lines_beside() -> None:
    before = "  talks:\r\n    title: Talks\r\n    sessions:\r\n      - held: 2004\r\n"
    assert added(before, 1, *FIVE) == before + (
        "      - number: 5\r\n        held: 2005\r\n        host: japan\r\n"
    )


def test_without_a_line_break_at_the_end_those_before_it_count() -> None:
    before = "  talks:\r\n    title: Talks\r\n    sessions:\r\n      - held: 2004"
    head = HEAD.replace("\n", "\r\n")
    path = ("mechanisms", "talks", "sessions", 1)
    text = with_session(head + before, path, [Change("held", "2005")])
    assert text == f"{head}{before}\r\n      - held: 2005"


def test_quotes_and_spaces_are_those_of_the_neighbours() -> None:
    before = """\
  talks:
    title: Talks
    sessions:
      - { "held":  '2004',"host":  'canada' }
"""
    assert added(before, 1, *FIVE) == before + (
        '      - { "number":  5,"held":  \'2005\',"host":  \'japan\' }\n'
    )


def test_a_file_of_json_stays_one() -> None:
    before = '  {"talks": {"title": "Talks", "sessions": [{"held": "2004"}]}}\n'
    assert added(before, 1, *FIVE) == before.replace(
        '"2004"}', '"2004"}, {"number": 5, "held": "2005", "host": "japan"}'
    )


def test_a_new_date_takes_the_place_of_the_old_one_which_was_planned() -> None:
    moved = (
        Change("confirmed", "2006-05", replaces="tentative"),
        Change("planned", "2006-04", joins=True),
    )
    before = "  talks:\n    title: Talks\n    sessions:\n      - {tentative: 2006-04, note: x}\n"
    assert changed(before, 0, *moved) == before.replace(
        "tentative: 2006-04", "planned: 2006-04, confirmed: 2006-05"
    )
    before = """\
  talks:
    title: Talks
    sessions:
      - tentative: 2006-04  # to be agreed
        note: x
"""
    assert changed(before, 0, *moved) == before.replace(
        "tentative: 2006-04", "planned: 2006-04\n        confirmed: 2006-05"
    )


@pytest.mark.parametrize(
    ("was", "then"),
    [
        ("planned: 2001", "planned: [2001, 2002]"),
        ("planned: '2001'", "planned: ['2001', '2002']"),
        ("planned: [2000,2001]", "planned: [2000,2001,2002]"),
        ("planned: [2001] # c", "planned: [2001, 2002] # c"),
        ("planned:\n        - 2001 # c", "planned:\n        - 2001 # c\n        - 2002"),
        ("planned:\n          2001", "planned:\n          [2001, 2002]"),
    ],
)
def test_a_further_planned_date_comes_behind_the_others(was: str, then: str) -> None:
    before = f"  talks:\n    title: Talks\n    sessions:\n      - {was}\n        held: 2003\n"
    assert changed(before, 0, Change("planned", "2002", joins=True)) == before.replace(was, then)


def test_a_text_of_several_lines_is_replaced_whole() -> None:
    before = """\
  talks:
    title: Talks
    sessions:
      - held: 2001
        note: >-
          It was
          long.

      # the next
      - held: 2002
"""
    assert changed(before, 0, Change("note", "Short: yes")) == before.replace(
        ">-\n          It was\n          long.", '"Short: yes"'
    )


@pytest.mark.parametrize(
    ("mechanism", "name"),
    [
        (
            "  others: {title: O, sessions: &s [{held: 2001}]}\n  talks: {title: T, sessions: *s}\n",
            "*s",
        ),
        (
            "  talks: {title: T, sessions: &s [{held: 2001}]}\n  others: {title: O, sessions: *s}\n",
            "&s",
        ),
        ("  talks: &t\n    title: T\n    sessions: []\n  others: *t\n", "&t"),
    ],
)
def test_what_an_alias_shares_is_not_changed(mechanism: str, name: str) -> None:
    with pytest.raises(UnreadableError) as error:
        with_session(HEAD + mechanism, ("mechanisms", "talks", "sessions", 0), FIVE)
    assert error.value.message == f"what is to be changed is shared by an alias ({name})"


def test_an_anchor_that_nothing_refers_to_does_no_harm() -> None:
    before = "  talks: &talks\n    title: Talks\n    sessions: &all\n      - &one {held: 2004}\n"
    assert added(before, 1, Change("held", "2005")) == before + "      - {held: 2005}\n"


def test_a_value_that_an_alias_shares_is_not_changed() -> None:
    mechanism = "  talks:\n    title: T\n    sessions:\n      - {planned: &d 2001, held: *d}\n"
    for change in (Change("held", "2002"), Change("planned", "2002", joins=True)):
        with pytest.raises(UnreadableError) as error:
            with_changes(HEAD + mechanism, ("mechanisms", "talks", "sessions", 0), [change])
        assert "shared by an alias" in error.value.message


def test_an_unusual_layout_is_found_all_the_same() -> None:
    for mechanism in (
        "  ? talks\n  : title: Talks\n    sessions:\n      - held: 2004\n",
        "  'talks'   :\n\n      title: Talks\n      sessions:\n      -\n        held: 2004\n",
        "  talks: !!map\n    title: Talks\n    sessions:\n      - held: 2004\n",
    ):
        assert "held: 2005" in added(mechanism, 1, Change("held", "2005"))
