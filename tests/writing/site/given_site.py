"""What the tests of the site are given: the files that an agenda makes."""

from datetime import date
from html.parser import HTMLParser

from cjpeace import loads
from cjpeace.cli.site_build import Terms, site
from cjpeace.core.agenda import Agenda
from cjpeace.reading.zone_data import newest_zone_data
from cjpeace.writing.site.address import Base

DAY = date(2026, 11, 24)

HEAD = """\
id: given
title: An agenda
adopted: 2000-01-01
parties:
  canada: {name: Canada, capital: Ottawa, timezone: America/Toronto}
  japan: {name: Japan, capital: Tokyo, timezone: Asia/Tokyo}
agreement: [{section: One, paragraphs: {1: They meet.}}]
sources: {record: {title: The record, url: "https://example.org/"}}
"""


def made(agenda: Agenda, day: date = DAY, url: str | None = None) -> dict[str, bytes]:
    """The site of one agenda."""
    return several([agenda], day, url)


def several(agendas: list[Agenda], day: date = DAY, url: str | None = None) -> dict[str, bytes]:
    """The site of one or more agendas."""
    terms = Terms(day, Base(url), newest_zone_data(), "0.1")
    return site(agendas, terms, several=len(agendas) > 1).files


def talks(*sessions: str, keys: str = "cadence: {every: year, since: 2024}") -> Agenda:
    """An agenda whose only mechanism, `talks`, has these sessions."""
    listed = "".join(f"\n      - {session}" for session in sessions)
    head = f"{HEAD}mechanisms:\n  talks:\n    title: Talks\n    paragraph: 1\n    {keys}"
    return loads(head + (f"\n    sessions:{listed}" if sessions else ""))


class Page(HTMLParser):
    """A page as a program reads it: its elements with their attributes, and its words."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._words: list[str] = []
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in ("dt", "dd", "div", "li", "p", "td", "h1", "h2", "h3"):
            self._words.append(" ")

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    @property
    def words(self) -> str:
        """All words of the page, with single spaces."""
        return " ".join("".join(self._words).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    def of_class(self, name: str) -> list[dict[str, str]]:
        """The attributes of every element of a class."""
        return [a for _, a in self.elements if name in a.get("class", "").split()]
