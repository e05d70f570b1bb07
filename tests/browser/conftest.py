"""A real browser, and sites to look at in it. Without either part of it these tests are skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.browser.visit import Visit
from tests.writing.site.given_site import made

from cjpeace import load
from cjpeace.cli.site_server import SiteServer
from cjpeace.core.agenda import Agenda

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _installed() -> str:
    """Where the browser is: named by a variable, or found by its usual names."""
    named = os.environ.get("CJPEACE_BROWSER")
    found = [named, *map(shutil.which, NAMES)] if named else map(shutil.which, NAMES)
    path = next((path for path in found if path and Path(path).is_file()), None)
    if path is None:
        pytest.skip("no Chromium here: install it (`apt-get install chromium`) to run these")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip(
        "playwright.sync_api", reason="no Playwright here: `pip install playwright` to run these"
    )
    path = _installed()
    with driver.sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]  # root has none
        chromium = playwright.chromium.launch(executable_path=path, args=sandbox)
        yield chromium
        chromium.close()


@contextmanager
def shown(agenda: Agenda) -> Iterator[str]:
    """The site of an agenda on this machine, and its address."""
    with SiteServer(0) as server:
        server.files = made(agenda, date(2026, 11, 24), server.url)
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.url
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def bundled() -> Iterator[str]:
    """The address of the site of the bundled agenda."""
    with shown(load()) as url:
        yield url


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Open a page in a window of its own, which is closed in the end."""
    visits: list[Visit] = []

    def opened(url: str, **wishes: Any) -> Visit:
        visits.append(Visit(browser, url, **wishes))
        return visits[-1]

    yield opened
    for one in visits:
        one.close()
