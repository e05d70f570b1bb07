"""What the pages say, and what they are made of, without a browser."""

import re
from datetime import date

import pytest
from tests.writing.site.given_site import HEAD, Page, made, several, talks
from tests.writing.site.hostile import HIDDEN, HOSTILE, hostile

from cjpeace import load, loads

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)


def _pages(files: dict[str, bytes]) -> dict[str, Page]:
    return {path: Page(content) for path, content in files.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def bundled() -> dict[str, bytes]:
    return made(load())


def test_the_front_page_says_what_is_overdue_and_what_is_next(bundled: dict[str, bytes]) -> None:
    words = Page(bundled["index.html"]).words
    assert "Overdue by 16 Sep 2025 Political-Military Talks, 13th" in words
    assert "no session on record since 15 Dec 2022; due every 2 years." in words
    assert "a session before 17 Sep 2027, the 13th, settles it. 14 months overdue, last" in words
    assert "in 2026 Symposium on Peace and Security Cooperation, 19th hosted by Canada" in words
    assert "5 weeks left, no date" in words
    assert "Convened by others autumn 2026 UN General Assembly First Committee, 81st" in words


def test_a_page_of_its_own_tells_all_of_a_mechanism(bundled: dict[str, bytes]) -> None:
    words = Page(bundled["mechanisms/symposium.html"]).words
    assert "Bilateral symposiums on peace and security cooperation will be held every" in words
    assert "before every 2 years in autumn since 1998" in words
    assert "doubt: the place: it is that of the public symposium of 20 April 2012" in words
    assert "12th to 17th: no record, within 11 slots (2014 to 2024)" in words
    assert "status due: nothing is on record, and 24 Nov 2026 lies in its window" in words
    carrier = Page(bundled["mechanisms/ctbt-article-xiv.html"])
    assert "carries Advance nuclear disarmament and non-proliferation" in carrier.words
    links = [link["href"] for link in carrier.all("a")]
    assert "../index.html#commitments/nuclear-disarmament" in links


def test_a_timed_session_has_the_times_of_both_capitals_and_the_date_on_each_side() -> None:
    agenda = talks(
        '{confirmed: 2026-12-12, at: "20:00", lasts: 2 hours, host: canada}',
        '{confirmed: 2027-12-12, at: "09:00", host: japan}',
    )
    page = Page(made(agenda)["mechanisms/talks.html"])
    assert "Ottawa 12 Dec 2026, 20:00 to 22:00 EST" in page.words
    assert "Tokyo 13 Dec 2026, 10:00 to 12:00 JST" in page.words
    assert "Ottawa 11 Dec 2027, 19:00 EST Tokyo 12 Dec 2027, 09:00 JST" in page.words
    moments = [time["datetime"] for time in page.all("time")]
    assert moments[2:] == ["2026-12-12T20:00-05:00", "2026-12-13T10:00+09:00"]


def test_every_link_within_the_site_leads_to_something_that_is_there() -> None:
    for files in (made(load()), several([load(), talks()]), made(hostile())):
        ids = {
            path: {attributes["id"] for _, attributes in page.elements if "id" in attributes}
            for path, page in _pages(files).items()
        }
        for path, page in _pages(files).items():
            folder = path.rpartition("/")[0]
            for name, attributes in page.elements:
                target = attributes.get("href") or attributes.get("src") or ""
                if re.match(r"[a-z]+:", target):
                    assert name == "a"
                    continue
                place, _, anchor = target.partition("#")
                whole = _resolved(folder, place) if place else path
                assert not target or whole in files, (path, target)
                assert not anchor or anchor in ids[whole], (path, target)


def _resolved(folder: str, place: str) -> str:
    parts = folder.split("/") if folder else []
    for part in place.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_no_page_has_an_id_twice(bundled: dict[str, bytes]) -> None:
    for path, page in (_pages(bundled) | _pages(made(hostile()))).items():
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids)), path


def test_two_sessions_of_one_name_have_places_of_their_own() -> None:
    page = Page(made(talks("{held: 2024-05}", "{held: 2024-05}"))["mechanisms/talks.html"])
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    assert {"on-2024", "on-2024-05"} <= ids
    links = [mark["href"] for mark in page.of_class("mark")]
    assert links[:2] == ["#on-2024", "#on-2024-05"]


def test_every_page_has_a_strict_policy_and_nothing_inline(bundled: dict[str, bytes]) -> None:
    for path, page in (_pages(bundled) | _pages(made(hostile()))).items():
        said = [m["content"] for m in page.all("meta") if "http-equiv" in m]
        assert said == [POLICY], path
        assert not page.all("style")
        assert [script["src"].rpartition("/")[2] for script in page.all("script")] == ["site.js"]
        for _, attributes in page.elements:
            assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_text_of_an_agenda_is_never_markup() -> None:
    files = made(hostile())
    known = {tag for page in _pages(made(load())).values() for tag, _ in page.elements}
    for path, page in _pages(files).items():
        assert {tag for tag, _ in page.elements} <= known, path
    page = Page(files["mechanisms/m.html"])
    assert " ".join(HOSTILE.split()) in page.words
    assert page.words.count("{{ 7*7 }}{% raw %}${7*7}]]>") > 10


def test_only_addresses_of_the_web_are_links() -> None:
    page = Page(made(hostile())["mechanisms/m.html"])
    outward = [link for link in page.all("a") if "outward" in link.get("class", "")]
    assert [link["href"] for link in outward] == ["https://example.org/?a=1&b"]
    assert "javascript:pwned=1" in page.words


def test_links_out_are_marked_and_tell_nobody_where_from(bundled: dict[str, bytes]) -> None:
    page = Page(bundled["mechanisms/symposium.html"])
    outward = page.of_class("outward")
    assert len(outward) > 5
    assert all(link["rel"] == "external noopener noreferrer" for link in outward)
    assert page.words.count("(another site)") == len(outward)
    assert len(page.of_class("out")) == len(outward)


def test_what_is_in_the_language_of_its_source_says_so(bundled: dict[str, bytes]) -> None:
    page = Page(bundled["mechanisms/symposium.html"])
    assert page.all("html") == [{"lang": "en"}]
    assert {"lang": "ja"} in page.all("span")
    assert [a["hreflang"] for a in page.of_class("outward") if "hreflang" in a][:2] == ["ja", "ja"]
    assert (
        b'<span lang="ja">\xe5\xa4\x96\xe4\xba\xa4\xe9\x9d\x92\xe6\x9b\xb8</span>'
        in (bundled["mechanisms/symposium.html"])
    )


def test_characters_that_would_hide_what_is_written_are_written_out() -> None:
    page = Page(made(hostile())["mechanisms/m.html"])
    assert HIDDEN not in page.words
    assert r"mark\u202eed \u200bup" in page.words


def test_marks_of_all_statuses_differ_in_shape(bundled: dict[str, bytes]) -> None:
    text = bundled["index.html"].decode()
    shapes = dict(re.findall(r'<g id="m-([a-z]+)"[^>]*>(.*?)</g>', text))
    used = set(re.findall(r'class="mark ([a-z]+)"', text))
    assert {"held", "overdue", "missed", "due", "projected", "unknown"} <= used <= shapes.keys()
    assert len(set(shapes.values())) == len(shapes)


def test_each_mark_says_what_it_is_and_leads_there(bundled: dict[str, bytes]) -> None:
    page = Page(bundled["index.html"])
    assert len(page.of_class("mark")) == len(page.of_class("tip")) > 100
    assert "18th, 14-15 Oct 2025: held, Japan" in page.words
    assert "10th, planned for 27 Apr-22 May 2020: held, 1-26 Aug 2022" in page.words
    links = [mark["href"] for mark in page.of_class("mark")]
    assert "mechanisms/symposium.html#on-2025" in links


def test_a_window_without_an_end_is_marked_on_the_day_itself() -> None:
    agenda = loads(f"{HEAD}events:\n  workshop: {{title: Workshop, expected: 2001/..}}\n")
    early = Page(made(agenda, date(2005, 1, 1))["index.html"])
    late = Page(made(agenda, date(2026, 1, 1))["index.html"])
    assert early.of_class("aim") != late.of_class("aim")
    today = [line["x1"] for line in late.of_class("today")]
    assert abs(float(late.of_class("aim")[0]["cx"][:-1]) - float(today[0][:-1])) < 0.1


def test_a_rule_with_very_many_slots_is_drawn_in_part() -> None:
    agenda = talks("{held: 2024-05-05}", keys="cadence: {every: 10 days, since: 1980-01-01}")
    page = Page(made(agenda)["mechanisms/talks.html"])
    assert 20 < len(page.of_class("mark")) < 300


def test_an_agenda_without_anything_has_a_page() -> None:
    page = Page(made(loads("title: Nothing yet"))["index.html"])
    assert "Nothing yet" in page.words
    assert "Nothing is overdue." in page.words


def test_an_accepted_lapse_is_listed_with_its_reason() -> None:
    keys = "cadence: {every: year, since: 2020}\n    accept: {overdue: both sides know}"
    assert "accepted: both sides know." in Page(made(talks(keys=keys))["index.html"]).words


def test_a_large_agenda_has_further_pages_and_none_is_heavy() -> None:
    mechanisms = "".join(
        f"  m-{n}: {{title: Talks {n}, paragraph: 1, cadence: {{every: year, since: 2015}}}}\n"
        for n in range(120)
    )
    files = made(loads(f"{HEAD}mechanisms:\n{mechanisms}"))
    assert {"index.html", "entries-2.html", "entries-3.html"} <= files.keys()
    assert "entries-4.html" not in files
    assert max(len(content) for path, content in files.items() if path.endswith("html")) < 500_000
    shown = [
        attributes["id"]
        for path in ("index.html", "entries-2.html", "entries-3.html")
        for attributes in Page(files[path]).of_class("entry")
    ]
    assert shown == [f"mechanisms/m-{n}" for n in range(120)]
    assert "And 80 more: see the pages of all entries." in Page(files["index.html"]).words


def test_an_event_that_was_not_known_of_yet_is_not_on_the_front_page() -> None:
    agenda = loads(f"{HEAD}events:\n  summit: {{title: Summit, held: 2020-01-01}}\n")
    files = made(agenda, date(2010, 1, 1))
    assert "Summit" not in Page(files["index.html"]).words
    assert "nothing of it was known on 1 Jan 2010" in Page(files["events/summit.html"]).words


def test_the_filters_hide_by_what_there_is(bundled: dict[str, bytes]) -> None:
    rules = bundled["filters.css"].decode()
    assert (
        'body:has(select[name="party"] option[value="japan"]:checked) '
        '[data-party]:not([data-party~="japan"]),' in rules
    )
    choices = [o["value"] for o in Page(bundled["index.html"]).all("option") if o["value"]]
    assert {"canada", "japan", "others", "overdue", "held", "section-1", "beyond"} <= set(choices)
    assert all(f'option[value="{choice}"]:checked' in rules for choice in choices)


def test_several_agendas_have_a_folder_each_and_a_page_over_them() -> None:
    files = several([load(), talks()])
    front = Page(files["index.html"])
    assert "Canada-Japan Action Agenda" in front.words
    assert {"canada-japan-1999/index.html", "given/index.html"} <= files.keys()
    assert "../index.html" in [link["href"] for link in Page(files["given/index.html"]).all("a")]
    up = [link["href"] for link in Page(files["given/mechanisms/talks.html"]).all("a")]
    assert "../../index.html" in up


def test_addresses_are_whole_where_the_site_knows_its_own() -> None:
    files = several([load(), talks()], url="https://example.org/a/")
    page = Page(files["given/mechanisms/talks.html"])
    links = {link["rel"]: link["href"] for link in page.all("link")}
    assert links["canonical"] == "https://example.org/a/given/mechanisms/talks.html"
    assert links["alternate"] == "https://example.org/a/given/mechanisms/talks.ics"
    assert "webcal://example.org/a/given/mechanisms/talks.ics" in [a["href"] for a in page.all("a")]
    front = Page(files["given/index.html"])
    canonical = next(link["href"] for link in front.all("link") if link["rel"] == "canonical")
    assert canonical == "https://example.org/a/given/"
