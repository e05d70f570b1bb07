"""Slips of the hand in YAML: what is told of each, word for word, and what is marked."""

import pytest
from tests.reading.agenda_text import told

QUOTES = "put the text in quotes"
SIGN = "text cannot begin with"
MEANS = "which means something in YAML"
COLON = 'text with ": " in it needs quotes'
CLOSED = "a bracket that is never closed"
TAB = "a tab where only spaces may stand; indent with spaces, never with tabs"
INDENT = "this line is not indented like the lines it belongs to"
AFTER = "text goes on after the quote that ends it"
TWICE = "put all of it in quotes, and write a quote within single quotes twice"
NO_COLON = (
    "a key without a colon, or text that is indented less than its key; write a colon and a space "
    "after a key; indent text that goes on further than its key"
)
DASH = (
    "an entry of a list without a dash; begin each entry of the list with `- `, or indent this "
    "line less to end it"
)
BACKSLASH = (
    "a backslash that stands for nothing known; write it twice, or use single quotes, in which it "
    "means nothing"
)
NOTHING = "write one, or remove the mark; quote text that begins with a mark"
PERCENT = 'a line that begins with "%" is an instruction that is not known here; remove the line'
COMMA = "put a comma between two entries, and quotes around text that holds marks of YAML"

SLIPS = {
    # tabs
    "a:\n\tb: c\n": f"2:1 [\t] {TAB}",
    "a:\n  b: c\n\td: e\n": f"3:1 [\t] {TAB}",
    # text that begins with a mark
    "a: @home\n": f'1:4 [@home] {SIGN} "@", {MEANS}; {QUOTES}',
    "a: {b: %x, c: d}\n": f'1:8 [%x] {SIGN} "%", {MEANS}; {QUOTES}',
    "a: `x`\n": f'1:4 [`x`] {SIGN} "`", {MEANS}; {QUOTES}',
    "a: *x\n": f'1:4 [*x] {SIGN} "*", {MEANS}; {QUOTES}',
    "a: *important* text # why\n": f'1:4 [*important* text] {SIGN} "*", {MEANS}; {QUOTES}',
    "a: &\n": f'1:4 [&] {SIGN} "&", {MEANS}; {QUOTES}',
    "a: !!int x\n": f'1:4 [!!int x] {SIGN} "!", {MEANS}; {QUOTES}',
    "a: |x\n": f'1:4 [|x] {SIGN} "|", {MEANS}; {QUOTES}',
    # a colon in text
    "a: 日本: c # d\n": f'1:4 [日本: c] {COLON}; {QUOTES}: `a: "日本: c"`',
    "- a: b: c\n": f'1:6 [b: c] {COLON}; {QUOTES}: `a: "b: c"`',
    "a: {b: c: d, e: f}\n": f'1:8 [c: d] {COLON}; {QUOTES}: `b: "c: d"`',
    'a: b: "c"\n': f'1:4 [b: "c"] {COLON}; {QUOTES}: `a: \'b: "c"\'`',
    'a: it\'s: "c"\n': f'1:4 [it\'s: "c"] {COLON}; {QUOTES}',
    # no space after a colon
    "a:b\nc: d\n": "1:1 [a:b] a key needs a colon and a space after it; write `a: b`",
    # indents
    "a:\n  b: c\n    d: e\n": (
        "3:5 [d] this line is indented further than the one above, which has a value already; "
        "begin it in column 3, like the key above"
    ),
    "a:\n    b: c\n   d: e\n": (
        f"3:4 [d] {INDENT}; begin it in column 5, like the line above, or in column 1 to end its "
        "mapping"
    ),
    'a: "b" # c\n\n d: e\n': f"3:2 [d] {INDENT}; begin it in column 1, like the line above",
    "a: b\nc\nd: e\n": f"2:1 [c] {NO_COLON}",
    # quotes
    "a: 'b' c\n": f"1:6 ['] {AFTER}; {TWICE}",
    "a: {b: 'it's'}\n": f"1:11 ['] {AFTER}; {TWICE}",
    "a: 'b': c\n": f"1:6 ['] {AFTER}; {TWICE}",
    'a: "x\nb: 3\n': (
        '1:4 ["] a quote that is never closed; close it, or double it within a text that begins '
        "with one"
    ),
    'a: "b\\q"\n': f"1:6 [\\q] {BACKSLASH}",
    'a: "b\\u12"\n': f"1:6 [\\u] {BACKSLASH}",
    'a: "\\ud800"\n': f"1:5 [\\u] {BACKSLASH}",
    # brackets
    "a: [b\nc: d\n": f'1:4 [[] {CLOSED}; write "]" where it ends',
    "a: {b: c": f'1:4 [{{] {CLOSED}; write "}}" where it ends',
    "a: {b: c\n": f'1:4 [{{] {CLOSED}; write "}}" where it ends',
    "a: [\n": f'1:4 [[] {CLOSED}; write "]" where it ends',
    "a: {b: c #2, d: e}\n": (
        '1:10 [#2, d: e}] everything from " #" on is a comment, so that the bracket is never '
        'closed; put text that holds " #" in quotes'
    ),
    "a: {b: c}}\n": '1:10 [}] a "}" that closes nothing; remove it, or quote the text',
    "a: [b,, c]\n": f'1:7 [,] no value before ","; {NOTHING}',
    "a: [{]}\n": f'1:6 []] no value before "]"; {NOTHING}',
    'a: ["b" c]\n': f'1:7 ["] {AFTER}; {TWICE}',
    "a: [[b] c]\n": f'1:9 [c] neither a comma nor a closing bracket before "c"; {COMMA}',
    # lists
    "- a\nb: c\n": f"2:1 [b] {DASH}",
    "a: b\n- c\n": (
        "2:1 [-] a list where a key is expected; give the key either a text or a list; begin a "
        "list on the line below its key"
    ),
    "a: - b\n": (
        "1:4 [-] a list cannot begin on the line of its key; begin it on the line below, or write "
        "it as [one, two]"
    ),
    # instructions
    "# c\n%FOO\na: b\n": f"2:1 [%FOO] {PERCENT}",
    "%YAML 2.0\n---\na: b\n": f"1:1 [%YAML 2.0] {PERCENT}",
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_at_the_text_to_change(text: str) -> None:
    assert told(text) == [SLIPS[text]]


def test_what_nobody_can_explain_is_told_in_the_words_of_the_library() -> None:
    assert told(f"a: {{{'b' * 2996}, d: e: f}}\n") == [
        (
            "1:3007 [:] this is not YAML: did not find expected ',' or '}'; close every bracket and "
            "quote, and quote text that holds `: ` or ` #`"
        )
    ]
