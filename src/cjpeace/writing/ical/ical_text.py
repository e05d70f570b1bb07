r"""Texts as iCalendar can hold them (RFC 5545, 3.1 and 3.3.11).

Escaping and folding are the icalendar package's. It folds an escaped backslash in two now and then,
which the RFC allows: lines are unfolded before anything else is read.
"""

import re

from icalendar import vText

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Text(vText):
    r"""A text whose `\N` stays what it is: icalendar 7.3 makes a line break of it.

    >>> Text("C:\\New, or\nold").to_ical()
    b'C:\\\\New\\, or\\nold'
    """

    def to_ical(self) -> bytes:
        """The text as it stands in a file."""
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


def is_clean(text: str) -> bool:
    """Whether a text has no character that a calendar cannot hold."""
    return text.isprintable() or not _UNPRINTABLE.search(text)


def text_value(text: str) -> Text:
    r"""A text as a value: line breaks of all kinds alike, control characters removed.

    >>> str(text_value("Ottawa\r\nC:\\maps \x07"))
    'Ottawa\nC:\\maps '
    """
    if not text.isprintable():
        text = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))
    return Text(text)


def one_line(text: str) -> str:
    """A text without line breaks, as a title or a place is shown."""
    return " ".join(text.split())
