"""The one error of the parsers of dates, durations and rules."""


class UnreadableError(ValueError):
    """A text that does not say what was expected of it.

    `message` says what was found and what is wrong with it, `help` what to write instead;
    both in lower case and without a full stop. `part` is the part of the text at fault, as it is
    written there, "" when that is all of it.
    """

    def __init__(self, message: str, help: str = "", part: str = "") -> None:  # noqa: A002 - the word printed
        super().__init__(message)
        self.message = message
        self.help = help
        self.part = part
