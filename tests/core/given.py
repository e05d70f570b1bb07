"""What the tests of the core are given, in few words: dates, rules, small agendas, and settings."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from textwrap import indent

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from cjpeace import loads
from cjpeace.core.agenda import Agenda, Mechanism
from cjpeace.core.answers.timeline import timeline
from cjpeace.core.dates.duration import Duration, Unit, parse_duration
from cjpeace.core.dates.edtf import edtf_of, parse_edtf
from cjpeace.core.dates.window import Window
from cjpeace.core.history.occurrence import Occurrence
from cjpeace.core.rules.cadence import Era
from cjpeace.core.rules.rule_text import parse_every, parse_when
from cjpeace.core.rules.slots import Slot

thorough = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How the properties are tried: often, and without a stopwatch, which shared machines upset."""

day = date.fromisoformat

HEAD = """\
id: given
title: An agenda given to the tests
adopted: 2000-01-01
parties:
  canada: {name: Canada, timezone: America/Toronto}
  japan: {name: Japan, timezone: Asia/Tokyo}
"""


def window(written: str) -> Window:
    """The days that a date of an agenda covers."""
    return parse_edtf(written).window


def edtf(one: Window) -> str:
    """The plainest date that covers a window."""
    return str(edtf_of(one))


def length(text: str) -> Duration:
    return parse_duration(text, tuple(Unit))


def rule(every: str, since: str, *when: str, until: str | None = None) -> Era:
    """A rule as an agenda writes it: every so often, since a date, when in each period."""
    interval = parse_every(every)
    patterns = tuple(parse_when(text, interval) for text in when)
    return Era(interval, parse_edtf(since), patterns, parse_edtf(until) if until else None)


def written(windows: Iterable[Window | Slot], most: int = 50) -> list[str]:
    """The first of some windows or slots, as the plainest dates that cover them."""
    chosen = (w.window if isinstance(w, Slot) else w for w in islice(windows, most))
    return [edtf(w) for w in chosen]


def talks(keys: str) -> Agenda:
    """An agenda whose only mechanism, `talks`, has these keys besides its title."""
    return loads(f"{HEAD}mechanisms:\n  talks:\n    title: Talks\n{indent(keys, '    ')}")


def mechanism(keys: str) -> Mechanism:
    """The mechanism `talks` with these keys besides its title."""
    return talks(keys).mechanisms["talks"]


def events(text: str) -> Agenda:
    """An agenda with nothing but these events."""
    return loads(f"{HEAD}events:\n{indent(text, '  ')}")


def story(agenda: Agenda, as_of: str, span: str) -> list[str]:
    """The occurrences that meet a span, each as `2001 held 3 japan`, with `-` for what is not."""
    return [told(o) for o in timeline(agenda, day(as_of), window(span))]


def told(occurrence: Occurrence) -> str:
    words = [
        occurrence.id.removeprefix("talks/"),
        occurrence.status.value,
        str(occurrence.number or "-"),
        occurrence.host or "-",
    ]
    return " ".join([*words, "extra"] if occurrence.extra else words)


YEARLY = (
    *("spring", "summer", "autumn", "winter", "February", "December", "Q1", "Q4", "H1", "H2"),
    *("November to February", "Q4 to Q1", "H2 to H1", "July to August"),
)
YEAR_DAYS = (
    *("31 May", "29 February", "1 January", "31 December", "second Tuesday of September"),
    *("last Friday of March", "last day of February"),
)
MONTH_DAYS = ("1", "15", "29", "31", "last day", "second Tuesday", "last Friday", "first Sunday")
WEEKDAYS = ("Monday", "Tuesday", "Thursday", "Sunday")


KINDS = (
    (("year", "2 years", "7 years", "5 months", "quarter", "90 days", "3 weeks"), ()),
    (("year", "2 years", "3 years"), YEARLY),
    (("year", "2 years", "3 years"), YEAR_DAYS),
    (("month", "quarter", "5 months"), MONTH_DAYS),
    (("week", "3 weeks", "10 weeks"), WEEKDAYS),
)


@st.composite
def eras(draw: st.DrawFn) -> Era:
    """Any rule: whole periods, or windows or days of years, months or weeks; some with an end."""
    every, names = draw(st.sampled_from(KINDS))
    when = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3)) if names else []
    since = draw(st.dates(date(1996, 1, 1), date(2004, 12, 31)))
    until = draw(st.none() | st.dates(since, date(2012, 12, 31)))
    return rule(
        draw(st.sampled_from(every)), str(since), *when, until=None if until is None else str(until)
    )


def cadences() -> st.SearchStrategy[tuple[Era, ...]]:
    """Any one rule, or two or three in turn."""
    several = st.lists(eras(), min_size=1, max_size=3, unique_by=lambda era: era.anchor)
    return several.map(lambda found: tuple(sorted(found, key=lambda era: era.anchor)))
