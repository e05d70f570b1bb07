"""Whether a finding is accepted on a day: it is named, and the waiver has not run out."""

from datetime import date

from cjpeace.core.agenda import Acceptance


def accepts(accept: Acceptance, code: str, as_of: date) -> bool:
    """Whether findings of this code are accepted on a day."""
    return code in accept.reasons and not has_run_out(accept, as_of)


def has_run_out(accept: Acceptance, as_of: date) -> bool:
    """Whether the last day of a waiver has passed."""
    return accept.until is not None and accept.until.window.ended_by(as_of)
