"""The agenda that is meant where none is named: $CJPEACE_AGENDA, else a file of the usual name."""

import os

DEFAULTS = ("agenda.yaml", "data/agenda.yaml")


def found_here() -> list[str]:
    """The name of the agenda here, in a list; an empty one when there is none."""
    named = os.environ.get("CJPEACE_AGENDA")
    if named:
        return [named]
    return [name for name in DEFAULTS if os.path.isfile(name)][:1]
