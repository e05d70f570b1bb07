"""Runs of slots without a record in words, with their arithmetic."""

from collections.abc import Sequence

from cjpeace.core.answers.run import Numbers, Run
from cjpeace.core.dates.edtf import edtf_of
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Status
from cjpeace.writing.words.words import date_words, ordinal, window_words


def run_words(run: Run) -> str:
    """A run of slots in one line, with its arithmetic.

    "7th to 9th: no record, within 4 slots (2008 to 2011)"; when the numbers do not tell which
    sessions fell here, "10 of the 1st to 11th: no record, within 10 slots, 4 of them here (...)".
    """
    count, slots = len(run.slots), slots_words(run.slots)
    if run.status is Status.MISSED:
        return f"no session on record within {_slots(count)} ({slots}): missed"
    if not run.numbers:
        return f"no record within {_slots(count)} ({slots})"
    numbers = numbers_words(run.numbers)
    known = sum(last - first + 1 for first, last in run.numbers)
    if run.missing < known:
        numbers = f"{run.missing} of the {numbers}"
    if run.within == count:
        return f"{numbers}: no record, within {_slots(count)} ({slots})"
    return f"{numbers}: no record, within {_slots(run.within)}, {count} of them here ({slots})"


def numbers_words(numbers: Numbers) -> str:
    """Numbers of sessions.

    >>> numbers_words(((5, 5), (7, 9), (11, 12)))
    '5th, 7th to 9th, 11th and 12th'
    """
    return ", ".join(_row_of_numbers(first, last) for first, last in numbers)


def slots_words(slots: Sequence[Window]) -> str:
    """The first and the last of some slots: "2008 to 2011"."""
    first, last = edtf_of(slots[0]), edtf_of(slots[-1])
    if slots[0] == slots[-1]:
        return date_words(first)
    if first.last is None and last.last is None:
        return f"{date_words(first)} to {date_words(last)}"
    return window_words(Window(slots[0].start, slots[-1].end))


def _row_of_numbers(first: int, last: int) -> str:
    if first == last:
        return ordinal(first)
    return f"{ordinal(first)} {'and' if last == first + 1 else 'to'} {ordinal(last)}"


def _slots(count: int) -> str:
    return f"{count} slot{'' if count == 1 else 's'}"
