"""What the site is filtered by."""

from msgspec import Struct


class Facets(Struct, frozen=True):
    """What an entry is filtered by: the parties whose turn it is, its status, its section."""

    parties: tuple[str, ...]
    status: str
    section: str
