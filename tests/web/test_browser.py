"""The main ways through the site in a browser, at the widths of a phone and a desk, in light and dark.

Screenshots lie in `.screenshots/` afterwards. Skipped where there is no Chromium.
"""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from setwatch.desk import Desk
from setwatch.web import create_app

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHOTS = Path(__file__).resolve().parents[2] / ".screenshots"
PHONE, DESK = (390, 844), (1280, 900)
FILM = "/productions/harrow-line-afterlight"


@pytest.fixture(scope="module")
def address(sample_store: Path) -> Iterator[str]:
    """The site over the sample, served."""
    config = uvicorn.Config(create_app(lambda: Desk.open(sample_store)), port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    SHOTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Tab:
    """A page of a browser with what went wrong in it: errors, and requests to elsewhere."""

    page: Page
    troubles: list[str]


def opened(
    browser: Browser, address: str, *, width: tuple[int, int] = DESK, script: bool = True, dark: bool = False
) -> Tab:
    """A new page of a browser."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width[0], "height": width[1]},
        color_scheme="dark" if dark else "light",
        java_script_enabled=script,
    )
    context.set_default_timeout(30_000)
    tab = Tab(context.new_page(), [])

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            tab.troubles.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(address):
            tab.troubles.append(request.url)

    tab.page.on("pageerror", lambda error: tab.troubles.append(str(error)))
    tab.page.on("console", said)
    tab.page.on("request", asked)
    return tab


def clean(tab: Tab, name: str, *, axe: bool = True) -> None:
    """Keep a screenshot; nothing stands out over the edge, nothing failed, and axe finds nothing."""
    page = tab.page
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        f"{name} is wider than its window"
    )
    if axe:
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found] == [], name
    assert tab.troubles == []


@pytest.mark.parametrize(("width", "dark"), [(PHONE, False), (PHONE, True), (DESK, False), (DESK, True)])
def test_every_kind_of_page_is_whole_and_accessible(
    browser: Browser, address: str, width: tuple[int, int], dark: bool
) -> None:
    tab = opened(browser, address, width=width, dark=dark)
    page = tab.page
    look = f"{'phone' if width is PHONE else 'desk'}-{'dark' if dark else 'light'}"
    page.goto("/")
    clean(tab, f"home-{look}")
    page.get_by_role("heading", name="Harrow Line: Afterlight").get_by_role("link").click()
    clean(tab, f"record-{look}")
    for name in ("Changes", "Footage", "Stories", "Places", "Conflicts"):
        page.get_by_role("navigation", name="Pages of this production").get_by_role("link", name=name).click()
        clean(tab, f"{name.lower()}-{look}")
    page.goto(FILM)
    page.locator(".title .over a").click()
    clean(tab, f"franchise-{look}")
    page.goto(f"{FILM}/footage")
    page.locator(".piece h3 a").first.click()
    clean(tab, f"piece-{look}")
    page.locator("blockquote footer a").first.click()
    assert page.locator("mark#at").is_visible()
    clean(tab, f"document-{look}")
    page.locator(".over a:not(.act)").click()
    clean(tab, f"outlet-{look}")
    page.get_by_role("searchbox").fill("Innsbruck")
    page.get_by_role("searchbox").press("Enter")
    assert page.locator(".hit mark").first.inner_text() == "Innsbruck"
    clean(tab, f"search-{look}")
    page.context.close()


def test_without_javascript_a_date_is_asked_for_by_the_form(browser: Browser, address: str) -> None:
    tab = opened(browser, address, width=PHONE, script=False)
    page = tab.page
    page.goto(FILM)
    assert page.locator("dl.heads dd").first.inner_text() == "21 April 2023"
    page.get_by_label("Known on").fill("2021-10-06")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("?known=2021-10-06")
    assert page.locator("dl.heads dd").first.inner_text() == "18 November 2022"
    page.locator("a[rel=prev]").click()
    assert "known=2021-10-04" in page.url
    page.get_by_role("link", name="now", exact=True).click()
    assert page.locator("dl.heads dd").first.inner_text() == "21 April 2023"
    page.context.close()


def test_with_javascript_a_slider_steps_through_the_days_on_which_it_changed(browser: Browser, address: str) -> None:
    tab = opened(browser, address)
    page = tab.page
    page.goto(FILM)
    slider = page.get_by_role("slider", name="Days on which the record changed")
    slider.focus()
    slider.press("Home")
    page.wait_for_url("**?known=2021-02-18")
    expect(page.locator("dl.heads dd").first).to_have_text("22 July 2022")
    slider.press("End")
    expect(page.locator("dl.heads dd").first).to_have_text("21 April 2023")
    clean(tab, "slider", axe=False)
    page.context.close()


def test_a_keyboard_alone_leads_from_the_top_to_the_page(browser: Browser, address: str) -> None:
    tab = opened(browser, address)
    page = tab.page
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.context.close()
