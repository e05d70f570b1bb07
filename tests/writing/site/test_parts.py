"""The small parts of a page: addresses, languages, scales, marks of sources, colours."""

import re
from datetime import date

import pytest

from cjpeace.core.agenda import Source
from cjpeace.core.dates.edtf import parse_edtf
from cjpeace.core.dates.window import Window
from cjpeace.writing.site.address import Base, web_address
from cjpeace.writing.site.cited import said
from cjpeace.writing.site.language import title_pieces
from cjpeace.writing.site.rendering import static_file
from cjpeace.writing.site.scale import Scale
from cjpeace.writing.words.citations import Citations


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//example.org/",
        "https:/example.org",
        "https://",
        "https://exa mple.org/",
        "https://example.org/\njavascript:1",
        'https://example.org/"onclick',
        "http://[::1",
        "ftp://example.org/",
        "",
    ],
)
def test_what_is_no_address_of_the_web_is_no_link(address: str) -> None:
    assert web_address(address) is None


def test_addresses_of_the_web_are_links_as_they_are_written() -> None:
    for address in ("http://example.org", "HTTPS://example.org/a?b=c&d#e", "https://例え.jp/日本"):
        assert web_address(address) == address
    assert web_address(None) is None


def test_a_calendar_is_subscribed_to_by_webcal() -> None:
    base = Base("https://example.org/site/").below("given")
    assert base.webcal("calendar.ics") == "webcal://example.org/site/given/calendar.ics"
    assert base.of("index.html") == "https://example.org/site/given/"
    assert Base().webcal("calendar.ics") is None
    assert Base().below("given").of("calendar.ics") is None


@pytest.mark.parametrize(
    ("title", "language", "pieces"),
    [
        (
            "Bluebook (外交青書) 2008",
            "ja",
            [("Bluebook (", ""), ("外交青書", "ja"), (") 2008", "")],
        ),
        ("日加 平和・安全保障", "ja", [("日加 平和・安全保障", "ja")]),
        ("قرار 1995", "ar", [("قرار", "ar"), (" 1995", "")]),
        ("Déclaration “conjointe”", "fr", [("Déclaration “conjointe”", "")]),
        ("外交青書", None, [("外交青書", "")]),
        ("外交青書", '"><script>', [("外交青書", "")]),
    ],
)
def test_only_the_script_of_a_language_is_in_that_language(
    title: str, language: str | None, pieces: list[tuple[str, str]]
) -> None:
    found = title_pieces(Source("key", title, language=language))
    assert [(piece.text, piece.language or "") for piece in found] == pieces


def test_only_marks_that_cite_something_become_links() -> None:
    cited = Citations()
    cited.mark(["a", "b"])
    found = [(one.words, one.numbers) for one in said("as [1, 2] says [3], not [0] [1]", cited)]
    assert found == [("as", ()), ("", (1, 2)), (" says [3], not [0]", ()), ("", (1,)), ("", ())]


def test_a_scale_lays_days_between_0_and_100() -> None:
    scale = Scale.over(parse_edtf("2000/2009").window)
    assert (scale.start, scale.end) == (date(2000, 1, 1), date(2010, 1, 1))
    assert [year.words for year in scale.years] == [str(year) for year in range(2000, 2010)]
    assert scale.at(date(1990, 1, 1)) == 0
    assert scale.at(date(2050, 1, 1)) == 100
    assert 49.9 < scale.at(date(2005, 1, 1)) < 50.1
    assert scale.span(Window(date(2009, 7, 2), None)).width == "5.01%"
    long = Scale.over(Window(date(1, 1, 1), None))
    assert len(long.years) <= 10
    assert long.at(date.max) == 100


SCHEMES = ("light", "dark")
TEXTS = ("ink", "faint", "link", "good", "alarm", "notice", "calm", "mute")
GROUNDS = ("ground", "raised", "era", "era-other")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_of_text_and_marks_stands_out_from_every_ground(scheme: str) -> None:
    css = static_file("style.css").decode()
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[SCHEMES.index(scheme)]))
    for text in TEXTS:
        for ground in GROUNDS:
            assert _contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert _contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert _contrast(colours["edge"], colours["raised"]) >= 3


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
