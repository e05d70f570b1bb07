"""Sources, cited by number and listed at the end."""

from collections.abc import Iterable

from cjpeace.core.agenda import Source
from cjpeace.writing.words.words import date_words


class Citations:
    """Sources, numbered from 1 in the order in which they are first cited."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def mark(self, keys: Iterable[str]) -> str:
        """What is put after something to cite its sources: " [1, 3]"."""
        cited = list(keys)
        self.keys += (key for key in dict.fromkeys(cited) if key not in self.keys)
        numbers = [str(n) for n, key in enumerate(self.keys, 1) if key in cited]
        return f" [{', '.join(numbers)}]" if numbers else ""


def source_words(source: Source) -> str:
    """A source without its address: its key, title, language, and when it was seen."""
    language = source.language and f"in {LANGUAGES.get(source.language, source.language)}"
    seen = source.seen and f"seen {date_words(source.seen)}"
    details = ", ".join(part for part in (language, seen) if part)
    title = f"{source.key}: {source.title}" if source.title else source.key
    return f"{title} ({details})" if details else title


LANGUAGES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pt": "Portuguese",
    "ru": "Russian",
    "zh": "Chinese",
}
"""The names of some languages; others are told by their code."""
