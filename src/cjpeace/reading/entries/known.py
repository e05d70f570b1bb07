"""What the parts of a file may refer to by name."""

import re
from collections.abc import Callable, Iterable
from itertools import islice

from msgspec import Struct

from cjpeace.core.nearest import did_you_mean
from cjpeace.reading.yaml.shortened import shortened

MOST_COMPARED = 1000
"""A help looks for the nearest of so many names, the first ones."""


_BARE_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?", re.ASCII | re.IGNORECASE)


def _no_other(_: object) -> bool:
    return False


class Known(Struct, frozen=True):
    """The names that one sort of reference may have, in the order of the file.

    `names` is None where what defines them cannot be read: then none is unknown. `also` tells
    which other ones are right, and `or_else` names those in a help.
    """

    names: dict[object, None] | None
    what: str
    also: Callable[[object], bool] = _no_other
    or_else: str = ""

    def holds(self, name: object) -> bool:
        """Whether a name may be referred to."""
        return self.names is None or name in self.names or self.also(name)

    @property
    def sort(self) -> str:
        """What a name of this sort is called, without an article."""
        return self.what.split(" ", 1)[-1]

    def help(self, name: str, *, compared: bool) -> str:
        """A help for a name that is not known: the nearest one, or the first few."""
        if self.or_else and _BARE_ADDRESS.fullmatch(name):
            return f'an address begins with https://, as in "https://{shortened(name)}"'
        names: Iterable[object] = islice(self.names or (), MOST_COMPARED)
        return did_you_mean(name, map(str, names), self.what, compared=compared) + self.or_else
