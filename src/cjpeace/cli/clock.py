"""The only clock."""

from datetime import date


def today() -> date:
    """Today, by the machine's own clock and time zone."""
    return date.today()  # noqa: DTZ011, TID251 - the user's own day is what is meant
