"""What somebody may have meant by a key that there is not, and what to say of it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from cjpeace.core.nearest import nearest
from cjpeace.reading.yaml.key_text import key_text
from cjpeace.reading.yaml.shortened import shortened


class Meant(Struct, frozen=True):
    """The key that is likely meant, None where none is, and the help that says so."""

    key: str | None
    help: str


def meant_by(
    key: object,
    before: object,
    data: Mapping[object, object],
    known: Iterable[str],
    likely: Mapping[str, str],
) -> Meant:
    """What an unknown key of a mapping may mean, which comes after the key `before`.

    `known` are the keys that the mapping may hold. `likely` gives the key that is meant by words
    which people write instead, while the mapping holds none of those keys.
    """
    written = key_text(key)
    known = tuple(known)
    begin, colon, value = written.partition(":")
    if colon and begin in known:
        return Meant(begin, f'write a space after the colon: "{begin}: {value}"')
    word = likely.get(written.lower())
    if word and not any(other in data for other in likely.values()):
        choice = ", ".join(dict.fromkeys(likely.values()))
        return Meant(word, f'did you mean "{word}"? the choice is {choice}')
    near = nearest(written, known)
    if near:
        return Meant(near, f'did you mean "{near}"?')
    return Meant(None, f"{_cut_off(key, before, data, known)}accepted: {', '.join(known)}")


def _cut_off(
    key: object, before: object, data: Mapping[object, object], known: tuple[str, ...]
) -> str:
    """Advice for what a comma seems to have cut off from the text before it: it has no value."""
    value = data[before] if before in known else None
    if data[key] is not None or not isinstance(value, str):
        return ""
    comma = "," if value.startswith(("https://", "http://")) else ", "
    whole = shortened(f"{value}{comma}{key_text(key)}")
    return f'text with a comma needs quotes here: `{before}: "{whole}"`; '
