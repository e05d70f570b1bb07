import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cjpeace.writing.layout.unified_diff import changed_lines, unified_diff

LINES = st.lists(st.sampled_from(["a", "b", "c", "- d", "+ e", "", "f\r"]), max_size=12)


def test_a_change_is_shown_with_three_lines_on_each_side() -> None:
    before = "".join(f"{n}\n" for n in range(1, 12))
    assert unified_diff("agenda.yaml", before, before.replace("6\n", "6 to 7\n8 to 9\n")) == (
        "--- agenda.yaml\n+++ agenda.yaml\n@@ -3,7 +3,8 @@\n"
        " 3\n 4\n 5\n-6\n+6 to 7\n+8 to 9\n 7\n 8\n 9\n"
    )


def test_equal_texts_have_no_difference() -> None:
    assert unified_diff("agenda.yaml", "a\n", "a\n") == ""


def test_a_missing_last_line_break_is_told_on_both_sides() -> None:
    assert unified_diff("a", "x", "x\ny") == (
        "--- a\n+++ a\n@@ -1,1 +1,2 @@\n"
        "-x\n\\ No newline at end of file\n+x\n+y\n\\ No newline at end of file\n"
    )


def test_changed_lines_are_those_that_went_and_came() -> None:
    assert changed_lines("a\nb\nc\n", "a\nB\nc\nd\r\n") == ["-b", "+B", "+d"]


@settings(max_examples=25, deadline=None)
@given(LINES, LINES, st.booleans())
def test_a_patch_makes_the_one_text_of_the_other(
    old: list[str],
    new: list[str],
    ended: bool,  # noqa: FBT001 - given by name
) -> None:
    before, after = "\n".join(old), "\n".join(new) + ("\n" if ended and new else "")
    patch = unified_diff("text", before, after)
    if not patch or not before or not after:
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "text"
        file.write_bytes(before.encode())
        command = ["git", "apply", "-p0", "-"]
        subprocess.run(command, cwd=folder, input=patch.encode(), check=True, capture_output=True)
        assert file.read_bytes() == after.encode()
