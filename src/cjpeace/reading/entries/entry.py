"""One mapping of a file, read key by key, with every problem noted on the way."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from cjpeace.core.agenda import Path
from cjpeace.core.nearest import nearest
from cjpeace.core.unreadable import UnreadableError
from cjpeace.reading.entries.known import Known
from cjpeace.reading.yaml.key_text import key_text, step
from cjpeace.reading.yaml.problem import Problem
from cjpeace.reading.yaml.shortened import quoted
from cjpeace.reading.yaml.yaml_text import Data

T = TypeVar("T")


class Kind(Generic[T]):
    """A kind of value. `accepted` names it in words; `read` makes it or raises UnreadableError.

    `read` returns None for a value of another type. `names` are all that a value may be, for a
    help that names the nearest, where an error has none.
    """

    __slots__ = ("accepted", "names", "read")

    def __init__(
        self,
        accepted: str,
        read: Callable[[Data], T | None],
        names: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self.accepted = accepted
        self.read = read
        self.names = names


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


MOST_COMPARED = 100
"""After so many problems no more names are compared, which takes time."""


_NONE: Mapping[str, str] = {}


class Entry:
    """A mapping at a path of the file. What is wrong is added to `problems`; reading goes on.

    Each mistake is noted once: what depends on a key that is `unclear` is not looked at.
    """

    def __init__(
        self,
        data: Data,
        path: Path,
        keys: type[Keys],
        problems: list[Problem],
        likely: Mapping[str, str] = _NONE,
    ) -> None:
        """`likely` gives the key that is meant by words which people write instead."""
        self.path, self.problems, self.keys, self._likely = path, problems, keys, likely
        self.is_mapping = isinstance(data, dict)
        self.data: dict[object, Data] = data if isinstance(data, dict) else {}
        self._meant: set[str] = set()
        self._wrong: set[Path] = set()
        if self.is_mapping:
            self._refuse_unknown_keys()
        else:
            below = "write its keys below it, indented further; " if data is None else ""
            message = f"{keys.called} is a mapping, not {described(data)}"
            self.problem((), message, below + _keys_help(keys))

    def problem(
        self,
        within: Path,
        message: str,
        help: str = "",  # noqa: A002 - the word printed
        *,
        at_key: bool = False,
        part: str = "",
    ) -> None:
        """Note what is wrong at a path within this mapping."""
        self.problems.append(Problem((*self.path, *within), message, help, at_key, part))

    def has(self, key: Key[Any]) -> bool:
        """Whether the mapping holds the key, whatever its value."""
        return key.name in self.data

    def unclear(self, *keys: Key[Any]) -> bool:
        """Whether one of these keys was found to be wrong, or may be a key that is misspelt."""
        if not self.is_mapping:
            return True
        if not self._wrong and not self._meant:
            return False
        return any((key.name,) in self._wrong or key.name in self._meant for key in keys)

    def get(self, key: Key[T]) -> T | None:
        """The value of a key; None when it is absent or wrong."""
        if key.name not in self.data:
            return None
        return self._read(key, self.data[key.name], (key.name,))

    def need(self, key: Key[T]) -> T | None:
        """The value of a key that must be there; None when it is absent or wrong."""
        if key.name not in self.data:
            self.missing(key)
        return self.get(key)

    def missing(self, key: Key[T], why: str = "") -> None:
        """Note that a key is missing, unless a key that looks like it is there instead."""
        if not self.unclear(key):
            message = f'{self.keys.called} needs "{key.name}"{why}'
            self.problem((), message, key.says, at_key=True)

    def given(self, keys: Mapping[str, Key[Any]]) -> dict[str, Any]:
        """The values of those of some keys that are there, by name; None for what is wrong."""
        return {str(name): self.get(keys[str(name)]) for name in self.data if name in keys}

    def several(self, key: Key[T]) -> tuple[T, ...]:
        """The values of a key that takes one or a list; those that are wrong are left out."""
        return tuple(value for _, value in self.placed(key))

    def placed(self, key: Key[T]) -> list[tuple[Path, T]]:
        """The values of a key that takes one or a list, each with its path."""
        if key.name not in self.data:
            return []
        found = [(within, self._read(key, item, within)) for within, item in self.each(key)]
        return [(within, value) for within, value in found if value is not None]

    def name(self, key: Key[T], known: Known) -> T | None:
        """The value of a key that refers to something by its name."""
        value = self.get(key)
        if value is not None:
            self._refuse_unknown_name((key.name,), value, known)
        return value

    def names(self, key: Key[T], known: Known) -> tuple[T, ...]:
        """The values of a key that refers to one or several things by their names."""
        if key.name not in self.data:
            return ()
        found = self.placed(key)
        for within, value in found:
            self._refuse_unknown_name(within, value, known)
        return tuple(value for _, value in found)

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
        message = f'"{name}" takes a mapping, not {described(data)}'
        dashes = "; begin each with its key and a colon, not with `- `"
        help_ = self.keys.by_name[name].says + (dashes if isinstance(data, list) else "")
        self.problem((name,), message, help_)
        return {}

    def items(self, name: str) -> list[Data]:
        """The list that a key holds, empty when it is absent or something else."""
        data = self.data.get(name)
        if data is None and name not in self.data:
            return []
        if isinstance(data, list):
            return data
        message = f'"{name}" takes a list, not {described(data)}'
        says = self.keys.by_name[name].says
        self.problem((name,), message, f"{says}; begin each with `- `")
        return []

    def _read(self, key: Key[T], data: Data, within: Path) -> T | None:
        if within in self._wrong:
            return None
        try:
            value = None if data is None else key.kind.read(data)
        except UnreadableError as error:
            self._refuse_unreadable(key, str(data), within, error)
            return None
        if value is None:
            self._refuse_type(key, data, within)
        return value

    def _refuse_unreadable(
        self, key: Key[Any], written: str, within: Path, error: UnreadableError
    ) -> None:
        self._wrong.add(within)
        message = error.message.replace(f'"{written}"', quoted(written))
        help_ = error.help
        if not help_:
            near = nearest(written, key.kind.names()) if self._compares else None
            help_ = f'did you mean "{near}"?' if near else f"accepted: {key.kind.accepted}"
        self.problem(within, message, help_, part=error.part)

    def _refuse_type(self, key: Key[Any], data: Data, within: Path) -> None:
        self._wrong.add(within)
        if data is None:
            self.problem(within, f'"{key.name}" has no value', f"it takes {key.kind.accepted}")
            return
        message = f'"{key.name}" takes {key.kind.accepted}, not {described(data)}'
        plain = key.kind.accepted == "text" and not isinstance(data, dict | list)
        self.problem(within, message, "put it in quotes" if plain else key.says)

    def _refuse_unknown_name(self, within: Path, name: object, known: Known) -> None:
        if not known.holds(name):
            help_ = known.help(str(name), compared=self._compares)
            self.problem(within, f"unknown {known.sort} {quoted(str(name))}", help_)

    @property
    def _compares(self) -> bool:
        return len(self.problems) < MOST_COMPARED

    def _refuse_unknown_keys(self) -> None:
        before: object = None
        for name in self.data:
            if name not in self.keys.by_name:
                self._refuse_unknown_key(name, before)
            before = name

    def _refuse_unknown_key(self, name: object, before: object) -> None:
        help_ = _keys_help(self.keys)
        if self._compares:
            from cjpeace.reading.entries.unknown_key import (
                meant_by,  # only where something is wrong
            )

            meant = meant_by(name, before, self.data, self.keys.by_name, self._likely)
            help_ = meant.help
            if meant.key:
                self._meant.add(meant.key)
        message = f"unknown key {quoted(key_text(name))} in {self.keys.called}"
        self.problem((step(name),), message, help_, at_key=True)


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
            return quoted(data)
        case list():
            return "a list"
        case dict():
            return "a mapping"


def _keys_help(keys: type[Keys]) -> str:
    return f"accepted: {', '.join(keys.by_name)}"
