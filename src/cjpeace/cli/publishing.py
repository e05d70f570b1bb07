"""What commands that publish a calendar ask of their surroundings, and say of what was made."""

import os
from datetime import UTC, datetime

from cjpeace.cli.output import complain
from cjpeace.writing.ical.ical import Feed
from cjpeace.writing.layout.styled import line


def source_date_epoch() -> datetime | None:
    """The moment that stands for an unknown one in reproducible builds."""
    written = os.environ.get("SOURCE_DATE_EPOCH")
    if not written:
        return None
    try:
        return datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError):
        message = f'cjpeace: SOURCE_DATE_EPOCH is "{written}", not a number of seconds since 1970'
        complain([line(message)])
        raise SystemExit(2) from None


MOST_NAMED = 3
"""More entries than this are counted, not named."""


def complain_of_characters(made: Feed) -> None:
    """Say which entries of a calendar lost characters that no client could show."""
    if not made.unclean:
        return
    named = ", ".join(made.unclean[:MOST_NAMED])
    more = len(made.unclean) - MOST_NAMED
    others = f" and {more} more" if more > 0 else ""
    complain([line(f"cjpeace: control characters were left out of {named}{others}")])
