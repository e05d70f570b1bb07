"""Where things of the site are, and which addresses of an agenda may become links."""

import re
from urllib.parse import urlsplit

from msgspec import Struct

_WEB = re.compile(r"https?://[^\s\"'<>\\`{}|^\x00-\x20\x7f]+", re.IGNORECASE)


def web_address(text: str | None) -> str | None:
    """An address that a page may link to: of the web, and of nothing else; None if it is none.

    >>> web_address("https://example.org/?a=1"), web_address("javascript:alert(1)")
    ('https://example.org/?a=1', None)
    """
    if text is None or not _WEB.fullmatch(text):
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:  # such as a broken IPv6 address
        return None


class Base(Struct, frozen=True):
    """The address under which the site will be found, with a slash at its end; None if unknown."""

    url: str | None = None

    def below(self, folder: str) -> "Base":
        """The address of a folder of the site."""
        return Base(self.url and f"{self.url}{folder}/")

    def of(self, path: str) -> str | None:
        """The whole address of a file of the site; a folder is called by its own name."""
        return self.url and self.url + path.removesuffix("index.html")

    def webcal(self, path: str) -> str | None:
        """What a calendar program subscribes to."""
        return self.url and re.sub("^https?:", "webcal:", self.url + path)
