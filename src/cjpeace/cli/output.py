"""The only print: text on stdout, everything else on stderr."""

import os
import shutil
import sys
from typing import TextIO

from cjpeace.writing.layout.cells import visible_lines
from cjpeace.writing.layout.styled import Line, Style, plain


def on_terminal() -> bool:
    """Whether somebody reads along; otherwise output is for a program or a file."""
    return sys.stdout.isatty()


def terminal_width() -> int:
    """The cells of a line of the terminal; 100 where that is not known."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def say(lines: list[Line]) -> None:
    """Write lines to stdout, in colour on a terminal that wants it."""
    _write_lines(sys.stdout, lines)


def complain(lines: list[Line]) -> None:
    """Write lines to stderr, in colour on a terminal that wants it."""
    _write_lines(sys.stderr, lines)


def write(text: str) -> None:
    """Write text to stdout as UTF-8, whatever the locale; no line break is changed."""
    if sys.stdout.isatty():
        text = visible_lines(text.replace("\r\n", "\n"))  # a terminal obeys what it reads
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        _write(sys.stdout, text)
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        _read_no_further(sys.stdout, error)


def _read_no_further(stream: TextIO, error: OSError) -> None:
    """What is left goes nowhere, which is fine where a reader has had enough, as `head` has."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if stream is sys.stdout and not isinstance(error, BrokenPipeError):
        reason = (error.strerror or str(error)).lower()
        complain([((f"cjpeace: cannot write the answer: {reason}", Style.PLAIN),)])
        raise SystemExit(2) from None


def _write_lines(stream: TextIO, lines: list[Line]) -> None:
    if stream.isatty() and os.environ.get("TERM") != "dumb" and "NO_COLOR" not in os.environ:
        _write_coloured(stream, lines)
    elif stream is sys.stdout:
        write("".join(plain(line) + "\n" for line in lines))
    else:
        _write(stream, "".join(plain(line) + "\n" for line in lines))


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except OSError as error:
        _read_no_further(stream, error)


def _write_coloured(stream: TextIO, lines: list[Line]) -> None:
    from rich.console import Console  # heavy, and needed on a terminal only
    from rich.text import Text

    console = Console(file=stream, soft_wrap=True, highlight=False)
    for line in lines:
        text = Text.assemble(*((words, style.value) for words, style in line), end="\n")
        console.print(text)
