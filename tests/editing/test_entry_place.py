import pytest

from cjpeace.core.unreadable import UnreadableError
from cjpeace.editing import entry_place
from cjpeace.editing.entry_place import place
from cjpeace.editing.node import Mapping, Sequence

USUAL = """\
title: T
mechanisms:  # all of them
  first: {title: First, sessions: [{held: 2001}]}
  # talks:
  talks:
    title: "mechanisms: 日加 😀"
    sessions:
      - {held: 2001}  # talks:
  last: {title: Last}
events: {talks: {title: Event, held: 2002}}
"""


def shown(text: str, *path: str | int) -> str:
    """What a path leads to, as it stands in the text."""
    node = place(text, path)[-1]
    return text[node.start : node.end]


def test_a_path_leads_to_its_piece_of_the_text() -> None:
    assert shown(USUAL, "mechanisms", "talks", "sessions", 0) == "{held: 2001}"
    assert shown(USUAL, "mechanisms", "talks", "title") == '"mechanisms: 日加 😀"'
    assert shown(USUAL, "mechanisms", "last") == "{title: Last}"
    assert shown(USUAL, "events", "talks", "held") == "2002"


def test_a_list_on_lines_of_its_own_ends_with_what_is_in_it() -> None:
    trail = place(USUAL, ("mechanisms", "talks", "sessions"))
    mechanism, sessions = trail
    assert isinstance(mechanism, Mapping)
    assert isinstance(sessions, Sequence)
    assert USUAL[mechanism.end :] == USUAL[sessions.end :]
    assert USUAL[sessions.end :].startswith("  # talks:\n  last:")


def test_only_the_lines_of_the_entry_are_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_place, "LARGEST_WHOLE", 10)
    assert shown(USUAL, "mechanisms", "talks", "sessions", 0) == "{held: 2001}"
    with pytest.raises(UnreadableError) as error:
        place(USUAL, ("events", "talks"))
    assert error.value.message == (
        "events/talks is written in a way that a file of this size is not searched for"
    )


def test_a_text_within_a_text_is_no_entry() -> None:
    text = "note: |\n  mechanisms:\n    talks: {title: No}\nmechanisms:\n  talks: {title: Yes}\n"
    assert shown(text, "mechanisms", "talks") == "{title: Yes}"
    text = "mechanisms:\n  other:\n    note: |\n      talks:\n  talks: {title: Yes}\n"
    assert shown(text, "mechanisms", "talks") == "{title: Yes}"


@pytest.mark.parametrize("break_", ["\r\n", "\r", "\n"])
def test_any_line_break_will_do(break_: str) -> None:
    text = USUAL.replace("\n", break_)
    assert shown(text, "mechanisms", "talks", "sessions", 0) == "{held: 2001}"
