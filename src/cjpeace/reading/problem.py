"""What is wrong with an agenda, and where in its structure."""

from msgspec import Struct

from cjpeace.core.agenda import Path


class Problem(Struct, frozen=True):
    """One thing wrong with what an agenda says, at a path in its structure.

    `at_key` tells whether the key at the end of the path is meant, or its value.
    """

    path: Path
    message: str
    help: str = ""
    at_key: bool = False
