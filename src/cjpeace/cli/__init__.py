"""The shell: options, exit codes, the only clock and the only print."""

import gc
import os
import sys


def main() -> None:
    """Run the program. Whatever goes wrong, no traceback reaches the user."""
    _open_what_is_closed()
    gc.disable()  # a command ends before there is much to collect; a tenth of its time
    try:
        from cjpeace.cli.app import app  # after the line above, for that is where the time goes

        app(prog_name="cjpeace")
    except Exception as error:
        if "CJPEACE_DEBUG" in os.environ:
            raise
        _complain(f"cjpeace: {_fault(error)}")
        raise SystemExit(2) from None
    finally:
        gc.freeze()  # or the interpreter would look through all of it before it ends


def _fault(error: Exception) -> str:
    """What went wrong: help that could not be written, which names no file, or the unforeseen."""
    if isinstance(error, OSError) and error.strerror and error.filename is None:
        return f"cannot write the answer: {error.strerror.lower()}"
    return f"internal error, please report it: {type(error).__name__}: {error}"


def _complain(said: str) -> None:
    """Write to stderr in ASCII; where that cannot be written either, the exit code tells."""
    try:
        print(said.encode("ascii", "backslashreplace").decode("ascii"), file=sys.stderr, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _open_what_is_closed() -> None:
    """Let what is written to a closed stdout or stderr go nowhere, and not into the next file."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - until the end
