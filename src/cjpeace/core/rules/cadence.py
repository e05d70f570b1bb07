"""The cadence of a mechanism: its rules by era."""

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from cjpeace.core.dates.duration import Duration
from cjpeace.core.dates.edtf import EdtfDate
from cjpeace.core.dates.pattern import Months, Pattern

if TYPE_CHECKING:
    from cjpeace.core.rules.rrule import RecurrenceRule


class Basis(Enum):
    """What a slot is counted from: the anchor, or the session before it."""

    FIXED = "fixed"
    ROLLING = "rolling"


class Era(Struct, frozen=True):
    """One rule of a cadence, from `since` until it lapses or the next era takes over.

    Where `rule` is given it says on which days; `every` is then the interval of its periods.
    """

    every: Duration
    since: EdtfDate
    when: tuple[Pattern, ...] = ()
    until: EdtfDate | None = None
    note: str | None = None
    source: tuple[str, ...] = ()
    rule: "RecurrenceRule | None" = None

    @property
    def anchor(self) -> date:
        """The day from which the slots are counted."""
        return self.since.window.start

    @property
    def lapse(self) -> date | None:
        """The first day after `until`, None when the rule has no end of its own."""
        return None if self.until is None else self.until.window.end

    @property
    def on_days(self) -> bool:
        """Whether its slots are days, to which the length of a session is added."""
        if self.rule is not None:
            return True
        return bool(self.when) and not isinstance(self.when[0], Months)
