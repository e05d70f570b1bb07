"""How the days of a timeline fall on its width, in percent, so that it fits any page."""

from datetime import date

from msgspec import Struct

from cjpeace.core.dates.window import ONE_DAY, Window


class Year(Struct, frozen=True):
    """A year named on the axis, and where it begins."""

    words: str
    x: str


class Span(Struct, frozen=True):
    """A stretch of the width."""

    x: str
    width: str


class Scale(Struct, frozen=True):
    """The days from `start` up to `end` over the whole width."""

    start: date
    end: date

    @classmethod
    def over(cls, span: Window) -> "Scale":
        """Whole years that cover a span; one without an end goes to the last year there is."""
        last = (span.end or date.max) - ONE_DAY
        end = date(last.year + 1, 1, 1) if last.year < date.max.year else date.max
        return cls(date(span.start.year, 1, 1), end)

    def at(self, day: date) -> float:
        """Where a day begins, from 0 to 100; what lies outside is at the edge."""
        whole = (self.end - self.start).days
        return 100 * min(max((day - self.start).days, 0), whole) / whole

    def span(self, window: Window) -> Span:
        """Where a window lies, as far as it is within."""
        x, end = self.at(window.start), self.at(window.end or date.max)
        return Span(percent(x), percent(end - x))

    def middle(self, window: Window) -> float:
        """The middle of a window as far as it is within; where it begins if it never ends."""
        if window.end is None:
            return self.at(window.start)
        return (self.at(window.start) + self.at(window.end)) / 2

    def shows(self, window: Window) -> bool:
        """Whether any day of a window is within."""
        return window.overlaps(Window(self.start, self.end))

    @property
    def years(self) -> tuple[Year, ...]:
        """The years that the axis names: round ones, ten or so."""
        first, last = self.start.year, self.end.year
        step = next(step for step in _STEPS if (last - first) / step <= _MOST_NAMED)
        rounded = range(-(-first // step) * step, last, step)
        return tuple(Year(f"{y:04}", percent(self.at(date(y, 1, 1)))) for y in rounded if y)


_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MOST_NAMED = 10


def percent(x: float) -> str:
    """A place as SVG has it.

    >>> percent(33.3333), percent(50.0)
    ('33.33%', '50%')
    """
    return f"{x:.2f}".rstrip("0").rstrip(".") + "%"
