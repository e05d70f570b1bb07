"""A candidate: some days in a row on which a meeting could be."""

from datetime import date

from msgspec import Struct

from cjpeace.core.dates.window import ONE_DAY, Window
from cjpeace.core.proposals.bar import Bar
from cjpeace.core.proposals.day_plan import DayPlan


class Candidate(Struct, frozen=True):
    """Days in a row with what each would mean."""

    plans: tuple[DayPlan, ...]

    @property
    def start(self) -> date:
        """Its first day."""
        return self.plans[0].day

    @property
    def end(self) -> date:
        """The day after its last one."""
        return self.plans[-1].day + ONE_DAY

    @property
    def window(self) -> Window:
        """Its days."""
        return Window(self.start, self.end)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that it takes somewhere: by video they are not the same everywhere."""
        return tuple(sorted({day for plan in self.plans for day in plan.days}))

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What bars it, day by day."""
        return tuple(bar for plan in self.plans for bar in plan.bars)
