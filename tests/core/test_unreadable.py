"""The error of the parsers: what was found, and what to write instead."""

from cjpeace.core.unreadable import UnreadableError


def test_an_error_shows_its_message_and_keeps_its_help() -> None:
    error = UnreadableError('"x" is not a date', "write a date")
    assert (str(error), error.message, error.help) == ('"x" is not a date',) * 2 + ("write a date",)
    assert UnreadableError("no help").help == ""
