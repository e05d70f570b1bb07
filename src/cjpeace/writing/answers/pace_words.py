"""A pace in words: what was promised, what was kept, which way it goes, when the next falls."""

from datetime import date

from cjpeace.core.answers.pace import (
    DAYS_IN_MONTH,
    LEAST_SESSIONS,
    Compared,
    Direction,
    Forecast,
    Pace,
    Reason,
    Reckoned,
    Trend,
)
from cjpeace.core.dates.window import Window
from cjpeace.writing.words.cadence_words import cadence_words
from cjpeace.writing.words.words import date_words, day_words, distance, ordinal, window_words

METHOD = (
    "Kept: the time from the first to the last session on record that has a number, divided by the "
    "intervals between their numbers; promised: the intervals that the rules lay over the same "
    "time. A session counts by its first day, or by the middle of the month, season or year where "
    "no day is on record. The next is the last session held plus one kept interval: an average, "
    "not a forecast."
)
"""How a pace is worked out, said with every answer."""


def interval_words(days: float, *, in_months: bool = False) -> str:
    """An interval in the unit that fits: months under 2 years, then years with a decimal.

    >>> [interval_words(days) for days in (5.2, 30, 182.6, 581.7, 730, 1900)]
    ['5 days', '4 weeks', '6 months', '19 months', '2 years', '5.2 years']
    """
    months = days / DAYS_IN_MONTH
    if days < 14:  # noqa: PLR2004 - the limits of `distance`
        return _counted(days, "day")
    if months < 3:  # noqa: PLR2004
        return _counted(days / 7, "week")
    if in_months or _is_told_in_months(days):
        return _counted(months, "month")
    return f"{f'{months / 12:.1f}'.removesuffix('.0')} years"


def _is_told_in_months(days: float) -> bool:
    return round(days / DAYS_IN_MONTH) < 24  # noqa: PLR2004 - two years


def promised_words(pace: Pace) -> str:
    """The promise, and how many intervals it comes to over the time that is compared."""
    words = cadence_words(pace.mechanism)
    if not pace.mechanism.cadence:
        return f"{words}: no interval was promised"
    if pace.kept is None:
        return words
    if pace.comparable is None:
        return f"{words}; too few numbered sessions fell under it to compare"
    first, last = pace.comparable.first, pace.comparable.last
    count = _counted(pace.promised, "interval")
    return f"{words}: about {count} from the {_ordinal(first)} to the {_ordinal(last)}"


def kept_words(pace: Pace) -> str:
    """What was kept, and how that compares; or why there is no figure."""
    if pace.kept is None:
        return f"no figure: {reason_words(pace)}"
    kept, ratio = pace.kept, pace.ratio
    words = (
        f"{_counted(kept.intervals, 'interval')} of about {interval_words(kept.days)}"
        f"{_give_or_take(kept.error_days)}, from the {_named(kept.first)} "
        f"to the {_named(kept.last)}"
    )
    return words if ratio is None else f"{words}: {ratio_words(ratio)}"


def ratio_words(ratio: float) -> str:
    """How the kept interval compares with the promised one.

    >>> ratio_words(1.408), ratio_words(0.996), ratio_words(0.8)
    ('1.41 times the promised interval', 'as promised', '0.80 times the promised interval')
    """
    return "as promised" if abs(ratio - 1) < _SAME else f"{ratio:.2f} times the promised interval"


_SAME = 0.02
"""A kept interval that differs by less than a fiftieth from the promised one is as promised."""


def reason_words(pace: Pace) -> str:
    """Why there is no figure; empty when there is one."""
    match pace.reason:
        case None:
            return ""
        case Reason.ORDER:
            return "the numbers on record do not rise with their dates"
        case Reason.FEW:
            numbers = [f"the {_ordinal(one)}" for one in pace.counted]
            have = "sessions held have" if len(numbers) > 1 else "session held has"
            said = f" ({' and '.join(numbers)})" if numbers else ""
            found = f"{len(numbers) or 'no'} {have} a number on record{said}"
            return f"{found}; {LEAST_SESSIONS} are needed"


def trend_words(trend: Trend | None) -> str:
    """How the later part of the record compares with the earlier one."""
    if trend is None:
        return "too few numbered sessions for a trend"
    parts = (trend.earlier.days, trend.later.days)
    in_months = any(map(_is_told_in_months, parts))
    before, since = (interval_words(days, in_months=in_months) for days in parts)
    middle = _named(trend.earlier.last)
    compared = f"about {before} each up to the {middle}, about {since} each since"
    return f"{_DIRECTIONS[trend.direction]}: {compared}"


_DIRECTIONS = {
    Direction.SLOWER: "slower",
    Direction.STEADY: "steady",
    Direction.FASTER: "faster",
}


def next_words(forecast: Forecast, as_of: date) -> str:
    """When the next falls at the kept pace, and how that compares with its window."""
    words = f"about {_month(forecast.day)}{_give_or_take(forecast.error_days)}"
    if forecast.day <= as_of:
        words += ", which has passed with no session on record since"
    occurrence = forecast.occurrence
    if forecast.window is None or occurrence is None:
        return f"{words}; no window is laid"
    words += f", {compared_words(forecast, forecast.window)}"
    if occurrence.session is None:
        return words
    return f"{words}; {occurrence.status.value}, {date_words(occurrence.date)}"


def compared_words(forecast: Forecast, window: Window) -> str:
    """Where the forecast lies: "4 months after its window (2026)"."""
    named = f"its window ({window_words(window)})"
    match forecast.compared:
        case Compared.BEFORE:
            return f"{distance(forecast.day, window.start)} before {named}"
        case Compared.AFTER if window.end is not None:
            last = window.last_day or window.end
            return f"{distance(last, forecast.day)} after {named}"
        case _:
            return f"within {named}"


def _named(one: Reckoned) -> str:
    return f"{_ordinal(one)} ({date_words(one.session.own)})"


def _ordinal(one: Reckoned) -> str:
    return ordinal(one.session.number or 0)


def _month(day: date) -> str:
    return day_words(day).partition(" ")[2]


def _give_or_take(error_days: float) -> str:
    """The possible error, where it comes to a day."""
    return f", give or take {interval_words(error_days)}" if round(error_days) else ""


def _counted(count: float, unit: str) -> str:
    whole = round(count)
    return f"{whole} {unit}{'' if whole == 1 else 's'}"
