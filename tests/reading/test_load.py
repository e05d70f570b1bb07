"""Agendas for programs."""

from pathlib import Path

import pytest

import cjpeace
from cjpeace import InvalidAgendaError, load, loads

VALID = "title: Test\n"


def test_a_file_is_loaded_by_its_path_or_its_name(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(VALID, "utf-8")
    assert load(path) == load(str(path)) == loads(VALID)


def test_without_a_name_the_bundled_agenda_is_loaded() -> None:
    assert load().id == load("bundled").id == "canada-japan-1999"


def test_an_invalid_agenda_raises_all_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(VALID + "x: 5\nadopted: soon\n", "utf-8")
    with pytest.raises(InvalidAgendaError) as caught:
        load(path)
    assert str(caught.value) == (
        f'{path}:2:1: unknown key "x" in an agenda\n{path}:3:10: "soon" is not a date'
    )
    assert [d.place.line for d in caught.value.diagnostics] == [2, 3]
    assert isinstance(caught.value, ValueError)


def test_a_text_is_called_agenda_unless_it_has_a_name() -> None:
    with pytest.raises(InvalidAgendaError, match=r"^agenda:1:1: the file is empty$"):
        loads("")
    with pytest.raises(InvalidAgendaError, match=r"^mine\.yaml:1:1: the file is empty$"):
        loads("", "mine.yaml")


def test_a_folder_is_no_agenda(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        load(tmp_path)


def test_what_the_library_offers_is_there() -> None:
    assert all(getattr(cjpeace, name) is not None for name in cjpeace.__all__)
    with pytest.raises(AttributeError, match=r"^module 'cjpeace' has no attribute 'nothing'$"):
        cjpeace.nothing  # noqa: B018 - the asking is what fails
