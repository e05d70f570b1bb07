"""What is wrong with an agenda: with what it says, or with the text itself."""

from msgspec import Struct

from cjpeace.core.agenda import Path
from cjpeace.core.diagnostic import Place


class Problem(Struct, frozen=True):
    """One thing wrong with what an agenda says, at a path in its structure.

    `at_key` tells whether the key at the end of the path is meant, or its value, of which `part`
    is the part at fault, as it is written there, "" when that is all of it.
    """

    path: Path
    message: str
    help: str = ""
    at_key: bool = False
    part: str = ""


class Fault(Struct, frozen=True):
    """Something wrong with the text itself, at a place in it."""

    place: Place
    message: str
    help: str = ""
