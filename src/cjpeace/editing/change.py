"""What is to change in the text of a session or event."""

from msgspec import Struct

from cjpeace.editing.scalar_text import Value


class Change(Struct, frozen=True):
    """A key that gets a value.

    `replaces` is the key whose place it takes, if another; where it `joins`, what the key had
    stays, and the value comes behind it.
    """

    key: str
    value: Value
    replaces: str | None = None
    joins: bool = False
