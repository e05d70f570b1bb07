"""The site in a real browser: seen, walked through by keyboard, filtered, listened to."""

import re
from collections.abc import Callable

import pytest
from tests.browser.conftest import shown
from tests.browser.visit import Visit
from tests.writing.site.hostile import HOSTILE, hostile

Open = Callable[..., Visit]

PAGES = ("", "mechanisms/symposium.html", "events/third-country-workshop.html")
WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_renders_without_a_message_or_a_request_elsewhere(
    page: str, width: int, scheme: str, bundled: str, visit: Open
) -> None:
    seen = visit(bundled + page, width=width, scheme=scheme)
    assert seen.seen("h1")
    assert seen.wide() <= 0
    assert seen.messages == []
    assert all(url.startswith(bundled) for url in seen.requests)
    ground = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, re.findall(r"\d+", ground)[:3])) > 600
    assert light is (scheme == "light")


def test_nothing_runs_out_of_a_window_of_320_pixels(bundled: str, visit: Open) -> None:
    for page in PAGES:
        assert visit(bundled + page, width=320).wide() <= 0


def test_the_front_page_weighs_less_than_200_kilobytes(bundled: str, visit: Open) -> None:
    seen = visit(bundled)
    assert {"style.css", "site.js", "filters.css"} <= {u.rsplit("/", 1)[1] for u in seen.requests}
    assert 50_000 < seen.bytes < 200_000


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("page", [*PAGES, "mechanisms/ctbt-article-xiv.html"])
def test_axe_finds_nothing(page: str, width: int, scheme: str, bundled: str, visit: Open) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="no axe-core here: `pip install -e .[test]`"
    )
    seen = visit(bundled + page, width=width, scheme=scheme)
    found = axe.Axe().run(seen.page, options={"runOnly": WCAG}).response
    assert len(found["passes"]) > 20
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


def test_the_timeline_is_one_stop_and_arrows_lead_through_its_marks(
    bundled: str, visit: Open
) -> None:
    seen = visit(bundled)
    assert seen.page.locator(".mark[tabindex='0']").count() == 1
    seen.page.locator(".timeline").focus()
    seen.press("Tab", "Tab")  # past the name of the first row
    assert seen.focused() == "1st, Sep 1998: held, Canada"
    seen.press("ArrowRight")
    assert seen.focused() == "2nd, in 2000: held, Japan"
    tip = seen.page.locator(".mark:focus .tip")
    assert tip.evaluate("tip => getComputedStyle(tip).opacity") == "1"
    seen.press("ArrowLeft", "ArrowLeft")
    assert seen.focused() == "1st, Sep 1998: held, Canada"
    seen.press("End", "Home", "ArrowDown")
    assert "no record" in seen.focused()
    seen.press("ArrowUp", "Home", "ArrowRight")
    seen.press("Tab")
    assert seen.focused() == "Political-Military Talks"
    seen.press("Shift+Tab")
    assert seen.focused() == "2nd, in 2000: held, Japan"
    seen.press("Enter")
    seen.page.wait_for_url("**/mechanisms/symposium.html#on-2000-23")
    target = seen.page.locator(":target")
    assert "held; Japan; Tokyo" in target.inner_text()


def test_the_picture_begins_with_today_where_it_is_wider_than_the_page(
    bundled: str, visit: Open
) -> None:
    seen = visit(bundled, width=360)
    box = seen.page.locator(".lane:nth-child(2) use[href='#m-now']").bounding_box()
    assert 0 < box["x"] < 360
    assert seen.page.evaluate("scrollX") == 0


def test_a_mark_that_is_pointed_at_says_what_it_is(bundled: str, visit: Open) -> None:
    seen = visit(bundled, script=False)
    mark = seen.page.locator("a.mark.overdue").first
    mark.locator(".aim").hover(force=True)
    assert "by 16 Sep 2025: 14 months overdue" in mark.text_content()
    assert mark.locator(".tip").evaluate("tip => getComputedStyle(tip).opacity") == "1"


def test_without_a_script_every_mark_is_a_link_that_the_keyboard_reaches(
    bundled: str, visit: Open
) -> None:
    seen = visit(bundled, script=False)
    seen.page.locator(".timeline").focus()
    seen.press("Tab", "Tab", "Tab")
    assert seen.focused() == "2nd, in 2000: held, Japan"
    assert seen.page.locator(".mark[tabindex]").count() == 0
    links = seen.page.locator("a.mark").evaluate_all("marks => marks.map(m => m.href.baseVal)")
    assert all(link.startswith(("mechanisms/", "events/")) for link in links)


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_filters_leave_what_was_asked_for(script: bool, bundled: str, visit: Open) -> None:  # noqa: FBT001 - a parameter
    seen = visit(bundled, script=script)
    entries, cards = len(seen.seen(".entry")), len(seen.seen(".card"))
    assert (entries > 30, cards > 8) == (True, True)
    seen.page.select_option("select[name=status]", "overdue")
    assert [text.split(", ")[0] for text in seen.seen(".card h3")] == [
        "Political-Military Talks",
        "Lecture Series on Peace and Security",
        "Talks between Defence Authorities",
    ]
    assert len(seen.seen("a.name")) == 3
    assert seen.seen(".group h2") == ["Overdue"]
    seen.page.select_option("select[name=party]", "canada")
    assert len(seen.seen(".card")) == 2
    seen.page.select_option("select[name=section]", "section-1")
    assert len(seen.seen(".card")) == 2
    seen.page.select_option("select[name=section]", "section-6")
    assert seen.seen(".card") == seen.seen(".entry") == []
    seen.page.get_by_role("button", name="Show all").click()
    assert (len(seen.seen(".entry")), len(seen.seen(".card"))) == (entries, cards)


def test_filters_are_set_by_keyboard_and_what_is_left_is_said(bundled: str, visit: Open) -> None:
    seen = visit(bundled)
    seen.page.locator("select[name=party]").focus()
    seen.press("j")  # as in every list: the first that begins so
    assert "Talks between Defence Authorities, 14th" in seen.seen(".card h3")
    assert "UNDOF mandate renewal" not in seen.seen(".card h3")
    left, entries = len(seen.seen(".entry")), seen.page.locator(".entry").count()
    assert 0 < left < entries
    assert seen.page.get_by_role("status").inner_text() == f"{left} of {entries} entries"
    seen.page.get_by_role("button", name="Show all").focus()
    seen.press("Enter")
    seen.page.wait_for_function("document.querySelector('[data-shown]').textContent === ''")
    assert len(seen.seen(".entry")) == entries


def test_a_filtered_timeline_still_has_a_mark_to_reach(bundled: str, visit: Open) -> None:
    seen = visit(bundled)
    seen.page.select_option("select[name=party]", "others")
    reached = seen.page.locator(".mark[tabindex='0']")
    assert reached.count() == 1
    assert reached.is_visible()


@pytest.mark.parametrize("page", ["", "mechanisms/m.html", "mechanisms/n.html", "events/e.html"])
def test_text_that_tries_to_be_markup_is_shown_as_text(page: str, visit: Open) -> None:
    with shown(hostile()) as url:
        seen = visit(url + page)
        assert " ".join(HOSTILE.split()) in seen.page.locator("h1").inner_text()
        assert seen.page.title().startswith(HOSTILE[:60])
        assert seen.page.evaluate("typeof pwned") == "undefined"
        assert seen.page.locator("img, style, main script, [onload], [onerror]").count() == 0
        assert seen.page.locator("[href^='javascript:' i], [href^='data:' i]").count() == 0
        assert "49" not in seen.page.locator("h1").inner_text()
        assert seen.messages == []
        assert all(asked.startswith(url) for asked in seen.requests)
        for link in seen.page.locator("a").all()[:40]:
            link.dispatch_event("mouseover")
        assert seen.page.evaluate("typeof pwned") == "undefined"


def test_the_policy_stops_a_script_that_is_written_into_the_page(bundled: str, visit: Open) -> None:
    seen = visit(bundled)
    seen.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'pwned = 1';"
        "document.body.append(s); const i = new Image(); i.src = 'http://127.0.0.2/x.png'; }"
    )
    seen.page.wait_for_timeout(100)
    assert seen.page.evaluate("typeof pwned") == "undefined"
    assert len([text for text in seen.messages if "Content Security Policy" in text]) == 2


def test_on_paper_there_are_no_filters_and_sources_have_addresses(
    bundled: str, visit: Open
) -> None:
    seen = visit(f"{bundled}mechanisms/symposium.html")
    seen.page.emulate_media(media="print")
    assert seen.seen(".feeds, .skip") == []
    after = "link => getComputedStyle(link, '::after').content"
    assert "https://" in seen.page.locator(".outward[href^=https]").first.evaluate(after)
    front = visit(bundled)
    front.page.emulate_media(media="print")
    assert front.seen(".filters") == []
    assert len(front.page.pdf()) > 10_000


def test_a_page_that_knows_its_address_subscribes_without_a_script(
    bundled: str, visit: Open
) -> None:
    seen = visit(f"{bundled}mechanisms/undof.html", script=False)
    link = seen.page.get_by_role("link", name="Subscribe to UNDOF mandate renewal")
    webcal = bundled.replace("http:", "webcal:")
    assert link.get_attribute("href") == f"{webcal}mechanisms/undof.ics"
