"""Files and folders of agendas, and what is told of those that cannot be read, word for word."""

import os
from pathlib import Path

import pytest

from cjpeace.core.diagnostic import Diagnostic, Place
from cjpeace.reading import agenda_file
from cjpeace.reading.agenda_file import (
    BUNDLED,
    ReadFile,
    bundled_file,
    bundled_path,
    read_bytes,
    read_files,
    read_text,
)

VALID = "id: {}\ntitle: T\n"
START = 'begin with `title: "..."`, `parties:` and `mechanisms:`'


def write(folder: Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def read(*names: str) -> list[tuple[str, str | None]]:
    """The files that names stand for, each with the id of its agenda."""
    return [(f.name, f.agenda.id if f.agenda else None) for f in read_files(names)]


def only(name: str) -> Diagnostic:
    (file,) = read_files([name])
    (diagnostic,) = file.diagnostics
    assert (file.agenda, diagnostic.file) == (None, name)
    return diagnostic


def test_a_folder_is_read_in_the_order_of_its_file_names(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.yaml", "10.yaml", "9.yaml"):
        write(tmp_path, name, VALID.format(f"of-{name[0]}"))
    write(tmp_path, "note.txt", "not an agenda")
    expected = ["10.yaml", "9.yaml", "a.yml", "b.yaml", "c.yaml"]
    assert [name for name, _ in read(str(tmp_path))] == [str(tmp_path / name) for name in expected]


def test_files_are_read_in_the_order_they_are_named(tmp_path: Path) -> None:
    names = [write(tmp_path, f"{name}.yaml", VALID.format(name)) for name in "ba"]
    assert read(*names) == [(names[0], "b"), (names[1], "a")]


def test_a_file_that_is_named_may_have_any_ending(tmp_path: Path) -> None:
    name = write(tmp_path, "agenda.txt", VALID.format("a"))
    assert read(name) == [(name, "a")]


def test_a_folder_without_yaml_is_told(tmp_path: Path) -> None:
    message = "no .yaml or .yml file in this folder"
    assert only(str(tmp_path)) == Diagnostic(
        str(tmp_path), Place(0, 0), message, "name a file instead"
    )


def test_a_folder_that_looks_like_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    (file,) = read_files([str(tmp_path)])
    assert [d.message for d in file.diagnostics] == ["cannot be read: is a directory"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    name = str(tmp_path / "missing.yaml")
    message = "cannot be read: no such file or directory"
    assert only(name) == Diagnostic(name, Place(0, 0), message)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    name = write(tmp_path, "a.yaml", VALID)
    Path(name).chmod(0)
    assert only(name).message == "cannot be read: permission denied"


def test_an_unreadable_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(0)
    if os.access(folder, os.R_OK):
        pytest.skip("whoever runs this may read everything")
    assert only(str(folder)).message == "cannot be read: permission denied"


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert only("a\0b").message == "cannot be read: no file can have this name"
    assert only("x" * 300).message == "cannot be read: file name too long"
    assert only("").message == "cannot be read: no such file or directory"


def test_a_name_may_hold_a_line_break(tmp_path: Path) -> None:
    name = write(tmp_path, "a\nb.yaml", VALID.format("a"))
    assert read(name) == [(name, "a")]
    assert read(str(tmp_path)) == [(name, "a")]


def test_a_file_too_large_is_told_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agenda_file, "LARGEST", 3_000_000)
    name = str(tmp_path / "large.yaml")
    with Path(name).open("wb") as file:
        file.truncate(5_000_000)
    message = "the file is too large: 5 MB, where 3 MB are the most"
    help_ = "split it into several agendas"
    assert only(name) == Diagnostic(name, Place(0, 0), message, help_)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file that never ends")
def test_a_file_longer_than_it_says_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda_file, "LARGEST", 3_000_000)
    message = "the file is too large: longer than it says, where 3 MB are the most"
    assert only("/dev/zero").message == message


def test_the_largest_file_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = write(tmp_path, "a.yaml", VALID.format("a"))
    monkeypatch.setattr(agenda_file, "LARGEST", Path(name).stat().st_size)
    assert read(name) == [(name, "a")]
    monkeypatch.setattr(agenda_file, "LARGEST", Path(name).stat().st_size - 1)
    assert read(name) == [(name, None)]


def test_a_second_agenda_with_the_same_id_is_told_at_its_id(tmp_path: Path) -> None:
    first = write(tmp_path, "a.yaml", VALID.format("same"))
    second = write(tmp_path, "b.yaml", "title: T\nid: same\n")
    third = write(tmp_path, "c.yaml", "title: Same\n")
    files = list(read_files([first, second, third]))
    assert [file.agenda is None for file in files] == [False, True, True]
    message = f'the id "same" is already that of {first}'
    assert files[1].diagnostics == [
        Diagnostic(second, Place(2, 5, 4), message, "give it another `id`", "id: same")
    ]
    assert files[2].diagnostics == [
        Diagnostic(third, Place(1, 8, 4), message, "give it another `id`", "title: Same")
    ]


def test_an_invalid_agenda_takes_no_id(tmp_path: Path) -> None:
    wrong = write(tmp_path, "a.yaml", VALID.format("same") + "x: 5\n")
    valid = write(tmp_path, "b.yaml", VALID.format("same"))
    assert read(wrong, valid) == [(wrong, None), (valid, "same")]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    file = read_bytes("a.yaml", b"\xef\xbb\xbftitle: T\nx: 5\n")
    assert [(d.place, d.source_line) for d in file.diagnostics] == [(Place(2, 1, 1), "x: 5")]
    assert read_bytes("a.yaml", b"\xef\xbb\xbftitle: T\n").agenda is not None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf_16_is_told_by_its_mark(encoding: str) -> None:
    content = ("\ufeff" if encoding != "utf-16" else "") + "title: T\n"
    file = read_bytes("a.yaml", content.encode(encoding))
    assert file.diagnostics == [
        Diagnostic("a.yaml", Place(0, 0), "the file is in UTF-16", "save it as UTF-8")
    ]


@pytest.mark.parametrize(
    ("content", "line", "column", "shown"),
    [
        ("title: Québec\n".encode("latin-1"), 1, 10, r"title: Qu\xe9bec"),
        (
            *("a: 日本\ntitle: 日本 ".encode() + "Québec\n".encode("latin-1"), 2, 13),
            r"title: 日本 Qu\xe9bec",
        ),
        (b"title: T\r\nnote: \x80\n", 2, 7, r"note: \x80"),
        (b"title: T\rnote: \x80\rx: y", 2, 7, r"note: \x80"),
        (b"\xff", 1, 1, r"\xff"),
        (b"title: T\nnote: \xe6\x97", 2, 7, r"note: \xe6\x97"),
    ],
)
def test_a_byte_that_is_not_utf_8_is_told_with_its_place(
    content: bytes, line: int, column: int, shown: str
) -> None:
    file = read_bytes("a.yaml", content)
    assert file.agenda is None
    assert file.diagnostics == [
        Diagnostic(
            *("a.yaml", Place(line, column, 4), "this byte is not UTF-8"),
            *("save the file as UTF-8", shown),
        )
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "~\n"])
def test_an_empty_file_is_told(text: str) -> None:
    (diagnostic,) = read_text("a.yaml", text).diagnostics
    assert (diagnostic.place, diagnostic.message) == (Place(1, 1), "the file is empty")
    assert diagnostic.help == START


@pytest.mark.parametrize(
    ("text", "found"),
    [("- a\n", "a list"), ("[]", "a list"), ("title\n", "a single value"), ("5", "a single value")],
)
def test_what_is_no_mapping_is_told(text: str, found: str) -> None:
    (diagnostic,) = read_text("a.yaml", text).diagnostics
    message = f"an agenda is a mapping of keys, not {found}"
    assert (diagnostic.place, diagnostic.message) == (Place(1, 1), message)
    assert diagnostic.help == START


def test_what_is_told_shows_the_line_it_points_at() -> None:
    file = read_text("a.yaml", "title: 日本\r\nid: x\r\nadopted: soon # 日本\r\n")
    (diagnostic,) = file.diagnostics
    assert (diagnostic.place, diagnostic.source_line) == (
        Place(3, 10, 4),
        "adopted: soon # 日本",
    )


def test_all_that_is_told_is_in_the_order_of_the_text() -> None:
    text = "id: x\nid: y\nadopted: soon\nparties: 5\nadopted: now\nz: 1\n"
    places = [d.place for d in read_text("a.yaml", text).diagnostics]
    assert [(place.line, place.column) for place in places] == [
        *((2, 1), (3, 10), (4, 10), (5, 1), (6, 1))
    ]


def test_an_agenda_is_handed_out_only_when_nothing_is_wrong_with_it() -> None:
    assert read_text("a.yaml", "title: T\n").agenda is not None
    assert read_text("a.yaml", "title: T\ntitle: T\n").agenda is None


def test_a_file_knows_where_its_parts_stand() -> None:
    file = ReadFile("a.yaml", "title: T\nmechanisms:\n  talks: {title: M}\n")
    path = ("mechanisms", "talks")
    assert file.place(path) == Place(3, 10)
    assert file.place(path, at_key=True) == Place(3, 3, 5)
    assert file.diagnostic(Place(3, 3, 5), "hello", "do").source_line == "  talks: {title: M}"


def test_the_bundled_agenda_is_read_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read(BUNDLED) == [("bundled", "canada-japan-1999")]
    assert bundled_file().diagnostics == []
    assert bundled_path().name == "agenda.yaml"


def test_a_file_that_is_called_bundled_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "bundled", VALID.format("mine"))
    assert read(BUNDLED) == [("bundled", "mine")]
