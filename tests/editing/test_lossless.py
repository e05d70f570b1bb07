"""Whatever the file looks like, an edit changes what was asked and nothing else."""

import os
import re
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.editing.styled_yaml import Styled
from tests.oracle.agendas import Plain, random_agenda, random_question

from cjpeace.cli.recorder import Choice, Plan, RefusedError, Wanted, plan
from cjpeace.core.agenda import Path, Recorded, Session
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.editing.entry_place import place
from cjpeace.editing.node import Mapping
from cjpeace.reading.agenda_file import read_text
from cjpeace.reading.yaml.yaml_text import parse_yaml

EXAMPLES = int(os.environ.get("CJPEACE_EDITS", "250"))
STATUSES = ("held", "confirmed", "tentative", "postponed", "cancelled")


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**60))
def test_an_edit_changes_what_was_asked_and_nothing_else(seed: int) -> None:
    rng = Random(seed)
    agenda = random_agenda(rng)
    for mechanism in agenda["mechanisms"].values():
        if "sessions" not in mechanism and rng.random() < 0.5:
            mechanism["sessions"] = []
    text = Styled(rng).text(agenda)
    read = read_text("agenda.yaml", text)
    assert read.diagnostics == []
    mark = rng.choice((b"", b"", b"\xef\xbb\xbf"))
    wanted = _wanted(rng, agenda, random_question(rng)[0])
    try:
        planned = plan(read, mark + text.encode(), wanted)
    except RefusedError as error:
        refused = error.message
    else:
        _assert_lossless(text, planned)
        return
    assert "something else" not in refused


def _assert_lossless(text: str, planned: Plan) -> None:
    new = (planned.after or planned.before).text
    path, target = planned.recording.session.path, planned.recording.target
    if target is None:
        _assert_added(text, new, path, planned)
    else:
        _assert_changed(text, new, path, planned)


def test_an_edit_that_would_change_something_else_is_refused() -> None:
    text = (
        'id: t\ntitle: "what is no mapping:\nmechanisms:\n  talks: {title: No, sessions: []}\n"\n'
        "adopted: 2000-01-01\nparties: {japan: {name: Japan, timezone: Asia/Tokyo}}\n"
        "mechanisms:\n  talks: {title: Talks}\n"
    )
    read = read_text("agenda.yaml", text)
    assert read.diagnostics == []
    said = Session(Recorded.HELD, parse_edtf("2001"), ())
    with pytest.raises(RefusedError) as error:
        plan(read, text.encode(), Wanted("talks", said, date(2002, 1, 1)))
    assert error.value.message == "the change cannot be made without changing something else"


def _wanted(rng: Random, agenda: Plain, as_of: date) -> Wanted:
    owners = [*agenda["mechanisms"].items(), *agenda.get("events", {}).items()]
    key, owner = rng.choice(owners)
    dates = [str(v) for s in owner.get("sessions", [owner]) for k, v in s.items() if k in STATUSES]
    status = rng.choice(STATUSES)
    day = date(1990, 1, 1) + timedelta(rng.randint(0, 14000))
    written = rng.choice((str(day), f"{day}/{day + timedelta(2)}", f"autumn {day.year}", *dates))
    written = str(day) if written == ".." else written
    said = Session(
        Recorded(status),
        None if status == "postponed" and rng.random() < 0.4 else parse_edtf(written),
        (),
        number=rng.choice((None, None, None, 3, 40)),
        host=rng.choice((None, None, "japan", "none")),
        place=rng.choice((None, None, "Tokyo", "Tokyo, at: the [#1] hall", "外務省", "no", "12")),
        reason="a 'storm' \"here\"" if status in ("postponed", "cancelled") else None,
        note=rng.choice((None, None, None, "two\nlines # \\ \u2028")),
        source=rng.choice(((), (), ("https://a.example/b?c=d#e",), ("http://a.ca", "http://b.jp"))),
    )
    choice = rng.choice((Choice.UPDATE, Choice.UPDATE, Choice.NEW, None))
    return Wanted(key, said, as_of, choice)


def _assert_added(old: str, new: str, path: Path, planned: Plan) -> None:
    assert any(_is_inserted_into(text, new) for text in (old, *_without_brackets(old)))
    before: Any = parse_yaml(old).data
    after: Any = parse_yaml(new).data
    mechanism = after["mechanisms"][path[1]]
    added = mechanism["sessions"].pop(path[3])
    if "sessions" not in before["mechanisms"][path[1]]:
        assert mechanism.pop("sessions") == []
    assert after == before
    session = planned.recording.session
    _assert_says(added, session)


def _is_inserted_into(text: str, new: str) -> bool:
    """Whether the new text is the other with something put in at one place."""
    shared = next((n for n, (a, b) in enumerate(zip(text, new, strict=False)) if a != b), len(text))
    return new.endswith(text[shared:])


def _without_brackets(text: str) -> list[str]:
    """The text without the brackets of one of its empty lists of sessions."""
    empty = re.finditer(r"""sessions["']?:( *\[ *\])""", text)
    return [text[: found.start(1)] + text[found.end(1) :] for found in empty]


def _assert_changed(old: str, new: str, path: Path, planned: Plan) -> None:
    before, after = place(old, path)[-1], place(new, path)[-1]
    assert isinstance(before, Mapping)
    assert isinstance(after, Mapping)
    assert new[: before.start] == old[: before.start]
    end, was_end = (
        (after.end, before.end) if after.flow else (_line_end(new, after), _line_end(old, before))
    )
    assert new[end:] == old[was_end:]
    session = planned.recording.session
    data: Any = parse_yaml(new).data
    was: Any = parse_yaml(old).data
    for step in path:
        data, was = data[step], was[step]
    asked = {*STATUSES, "expected", "unknown", "planned", "number", "host", "place", "reason"}
    asked |= {"note", "source"}
    assert {k: v for k, v in data.items() if k not in asked} == {
        k: v for k, v in was.items() if k not in asked
    }
    untouched = [key for key in was if key in data and str(was[key]) == str(data[key])]
    for key in untouched:
        assert _piece(old, before, key) == _piece(new, after, key)
    assert [pair.name for pair in after.pairs if pair.name in untouched] == untouched
    assert _comments(old) == _comments(new)
    _assert_says(data, session)


def _line_end(text: str, mapping: Mapping) -> int:
    end = text.find("\n", mapping.end)
    return len(text) if end < 0 else end


def _piece(text: str, mapping: Mapping, key: str) -> str:
    pair = mapping.pair(key)
    assert pair is not None
    return text[pair.key.start : pair.value.end]


def _comments(text: str) -> int:
    return sum(text.count(sign) for sign in ("# a note", "# held", "# \t tabs", "# far left"))


def _assert_says(data: dict[str, Any], session: Session) -> None:
    """The data of a session say what it is, and nothing else."""
    date_ = data[session.recorded.value]
    assert (None if date_ == ".." else parse_edtf(str(date_))) == session.date
    planned = data.get("planned", [])
    planned = planned if isinstance(planned, list) else [planned]
    assert [parse_edtf(str(one)) for one in planned] == list(session.planned)
    for key in ("number", "host", "place", "reason", "note"):
        assert data.get(key) == getattr(session, key)
    source = data.get("source", [])
    assert tuple(source if isinstance(source, list) else [source]) == session.source
    assert sum(key in data for key in (*STATUSES, "expected", "unknown")) == 1
