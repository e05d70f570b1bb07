"""The window: the span of days in which something is to happen, or happened."""

from datetime import date, timedelta

from msgspec import Struct

ONE_DAY = timedelta(days=1)


class Window(Struct, frozen=True):
    """The days from `start` up to, not including, `end`; `end` is None when it never ends."""

    start: date
    end: date | None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            message = f"a window ends after it starts: {self.start} to {self.end}"
            raise ValueError(message)

    @property
    def order(self) -> tuple[date, date]:
        """Where it stands among others: by start, then end, an open end last."""
        return (self.start, self.end or date.max)

    @property
    def last_day(self) -> date | None:
        """The last day of it, None when it never ends."""
        return None if self.end is None else self.end - ONE_DAY

    def ended_by(self, day: date) -> bool:
        """Whether `day` lies after its last day."""
        return self.end is not None and self.end <= day

    def overlaps(self, other: "Window") -> bool:
        """Whether the two have a day in common."""
        return not self.ended_by(other.start) and not other.ended_by(self.start)

    def overlap_days(self, other: "Window") -> int:
        """How many days the two have in common; windows without an end count up to year 9999."""
        end = min(self.end or date.max, other.end or date.max)
        return max(0, (end - max(self.start, other.start)).days)

    def gap_days(self, other: "Window") -> int:
        """Days from the last day of the one to the first day of the other: 1 when they touch.

        >>> Window(date(2025, 1, 1), date(2026, 1, 1)).gap_days(
        ...     Window(date(2026, 1, 1), date(2026, 1, 2)))
        1
        """
        if self.overlaps(other):
            return 0
        first, second = sorted((self, other), key=lambda window: window.order)
        end = first.end
        assert end is not None  # noqa: S101 - a window without an end overlaps all later ones
        return (second.start - end).days + 1
