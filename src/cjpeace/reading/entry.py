"""One mapping of a file, read key by key, with every problem noted on the way."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Generic, TypeVar

from cjpeace.core.agenda import Path
from cjpeace.core.nearest import did_you_mean, nearest
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.problem import Problem
from cjpeace.reading.yaml_text import Data

T = TypeVar("T")


class Kind(Generic[T]):
    """A kind of value. `accepted` names it in words; `read` makes it or raises UnreadableError.

    `read` returns None for a value of another type.
    """

    __slots__ = ("accepted", "read")

    def __init__(self, accepted: str, read: Callable[[Data], T | None]) -> None:
        self.accepted = accepted
        self.read = read


class Key(Generic[T]):
    """A key of the file: its name, the kind of its value, and what it says, in a phrase."""

    __slots__ = ("kind", "name", "says")

    def __init__(self, kind: Kind[T], says: str, name: str = "") -> None:
        self.kind, self.says, self.name = kind, says, name

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = self.name or name


class Keys:
    """The keys that one sort of mapping may hold: the attributes of a subclass."""

    called: str
    """What the mapping is called in messages, with its article."""

    by_name: Mapping[str, Key[Any]] = {}
    """The keys by their names, in the order in which they are documented."""

    def __init_subclass__(cls) -> None:
        keys = (value for value in vars(cls).values() if isinstance(value, Key))
        cls.by_name = {key.name: key for key in keys}


class Entry:
    """A mapping at a path of the file. What is wrong is added to `problems`; reading goes on."""

    def __init__(self, data: Data, path: Path, keys: type[Keys], problems: list[Problem]) -> None:
        self.path, self.problems, self.keys = path, problems, keys
        self.data: dict[object, Data] = {}
        self._unknown: list[object] = []
        if isinstance(data, dict):
            self.data = data
            self._refuse_unknown_keys()
        else:
            self.problem((), f"{keys.called} is a mapping, not {described(data)}", _keys_help(keys))

    def problem(self, within: Path, message: str, help: str = "", *, at_key: bool = False) -> None:  # noqa: A002 - the word printed
        """Note what is wrong at a path within this mapping."""
        self.problems.append(Problem((*self.path, *within), message, help, at_key))

    def has(self, key: Key[Any]) -> bool:
        """Whether the mapping holds the key, whatever its value."""
        return key.name in self.data

    def get(self, key: Key[T]) -> T | None:
        """The value of a key; None when it is absent or wrong."""
        if key.name not in self.data:
            return None
        return self._read(key, self.data[key.name], (key.name,))

    def need(self, key: Key[T]) -> T | None:
        """The value of a key that must be there; None when it is absent or wrong."""
        if key.name not in self.data and isinstance(self.data, dict):
            self.missing(key)
        return self.get(key)

    def has_lookalike(self, names: list[str]) -> bool:
        """Whether an unknown key may be a misspelling of one of these."""
        return any(nearest(str(name), names) for name in self._unknown)

    def missing(self, key: Key[T], why: str = "") -> None:
        """Note that a key is missing, unless a key that looks like it is there instead."""
        if self.has_lookalike([key.name]):
            return
        self.problem((), f'{self.keys.called} needs "{key.name}"{why}', key.says, at_key=True)

    def several(self, key: Key[T]) -> tuple[T, ...]:
        """The values of a key that takes one or a list; those that are wrong are left out."""
        if key.name not in self.data:
            return ()
        found = [self._read(key, item, within) for within, item in self.each(key)]
        return tuple(value for value in found if value is not None)

    def refer(self, key: Key[T], known: Collection[object], what: str) -> None:
        """Note each value of a key that is not among the known names."""
        for within, item in self.each(key):
            if item not in known and isinstance(item, str | int):
                help_ = did_you_mean(str(item), map(str, known), what)
                self.problem(within, f'unknown {what.split(" ", 1)[-1]} "{item}"', help_)

    def each(self, key: Key[Any]) -> list[tuple[Path, Data]]:
        """The value of a key, or each of a list of them, with its path; none when absent."""
        if key.name not in self.data:
            return []
        data = self.data[key.name]
        if isinstance(data, list):
            return [((key.name, number), item) for number, item in enumerate(data)]
        return [((key.name,), data)]

    def children(self, name: str) -> dict[object, Data]:
        """The mapping that a key holds, empty when it is absent or something else."""
        data = self.data.get(name)
        if data is None and name not in self.data:
            return {}
        if isinstance(data, dict):
            return data
        self.problem((name,), f'"{name}" takes a mapping, not {described(data)}')
        return {}

    def items(self, name: str) -> list[Data]:
        """The list that a key holds, empty when it is absent or something else."""
        data = self.data.get(name)
        if data is None and name not in self.data:
            return []
        if isinstance(data, list):
            return data
        self.problem((name,), f'"{name}" takes a list, not {described(data)}')
        return []

    def _read(self, key: Key[T], data: Data, within: Path) -> T | None:
        if data is None:
            self.problem(within, f'"{key.name}" has no value', f"it takes {key.kind.accepted}")
            return None
        try:
            value = key.kind.read(data)
        except UnreadableError as error:
            self.problem(within, error.message, error.help)
            return None
        if value is None:
            message = f'"{key.name}" takes {key.kind.accepted}, not {described(data)}'
            self.problem(within, message, key.says)
        return value

    def _refuse_unknown_keys(self) -> None:
        self._unknown = [name for name in self.data if name not in self.keys.by_name]
        for name in self._unknown:
            near = nearest(str(name), self.keys.by_name)
            help_ = f'did you mean "{near}"?' if near else _keys_help(self.keys)
            message = f'unknown key "{name}" in {self.keys.called}'
            self.problem((_step(name),), message, help_, at_key=True)


def described(data: Data) -> str:
    """What a value is, in the words of a message."""
    match data:
        case None:
            return "nothing"
        case bool():
            return "true" if data else "false"
        case int() | float():
            return f"the number {data}"
        case str():
            return f'"{data}"'
        case list():
            return "a list"
        case dict():
            return "a mapping"


def _step(name: object) -> str | int:
    return name if isinstance(name, str | int) else str(name)


def _keys_help(keys: type[Keys]) -> str:
    return f"accepted: {', '.join(keys.by_name)}"
