"""Renew the pictures of the site in docs/pictures, from the sample: `make pictures`. Needs Chromium."""

import shutil
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright
from typer.testing import CliRunner

from setwatch.cli import app
from setwatch.desk import Desk
from setwatch.web import create_app

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/pictures"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
FILM = "/productions/harrow-line-afterlight"
SHOTS = (
    ("record", f"{FILM}?known=2021-10-06", (1100, 1150), "light"),
    ("footage", "", (1100, 1150), "light"),
    ("places-dark", f"{FILM}/places", (1100, 800), "dark"),
    ("phone", FILM, (390, 844), "light"),
)
"""Name, page, window and scheme of each; no page is the one of the first footage that came back as new."""


def main() -> None:
    """Serve the sample and take each picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.sqlite3"
        for command in (("watch", "--from", "sample/watch.toml"), ("add", "sample/captures")):
            found = CliRunner().invoke(app, [*command, "--store", str(store)])
            if found.exit_code:
                raise RuntimeError(found.output)
        server = uvicorn.Server(uvicorn.Config(create_app(lambda: Desk.open(store)), port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        take(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
        server.should_exit = True
        thread.join()


def take(address: str) -> None:
    """Take each picture of the site at an address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, where, (width, height), scheme in SHOTS:
            page = browser.new_page(
                base_url=address, viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB"
            )
            page.goto(where or f"{FILM}/footage")
            if not where:
                page.locator(".piece:has(.flag) h3 a").first.click()
                page.wait_for_load_state()
            page.screenshot(path=PICTURES / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
