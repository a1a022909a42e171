"""A real server over a real store, and a real browser; without an installed one these tests are skipped."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from tests.app.stores import fill_store
from tests.app.test_hostile import storable_world
from tests.worlds import small_world

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
]
PATIENCE = 20_000  # milliseconds; a machine that tests in parallel may be slow to answer
START = "import sys; from explorer.app.launch import run; run(sys.argv[1], port=int(sys.argv[2]), headless=True)"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium or Chrome is installed")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def serve(db: Path) -> Iterator[str]:
    """Start the app over a store on a free port, as `explorer app` does, and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", START, str(db), str(port)], stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert process.poll() is None, "the app did not start"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the app did not answer within {seconds} s")


@pytest.fixture(scope="session")
def small_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(fill_store(tmp_path_factory.mktemp("small") / "small.db", small_world()))


@pytest.fixture(scope="session")
def hostile_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(fill_store(tmp_path_factory.mktemp("hostile") / "hostile.db", storable_world()))


@pytest.fixture(scope="session")
def empty_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(tmp_path_factory.mktemp("empty") / "empty.db")


class Visit:
    """A page with what went wrong on it: errors in its console and requests to other hosts."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.errors: list[str] = []
        self.outside: list[str] = []
        self._address = address
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._check)

    def _check(self, request: Request) -> None:
        if not request.url.startswith((self._address, "data:", "blob:")):
            self.outside.append(request.url)


OpenPage = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser) -> Iterator[OpenPage]:
    """Give a function that opens a page of an app; afterwards nothing may have gone wrong on any of them."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def open_it(address: str, query: str = "", *, dark: bool = False, graph: bool = True) -> Visit:
        size = {"width": 1280, "height": 720}
        context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light", accept_downloads=True)
        contexts.append(context)
        opened = Visit(context.new_page(), address)
        visits.append(opened)
        opened.page.goto(f"{address}/{query}")
        if graph:
            opened.page.locator(".graph[data-drawn]").wait_for(timeout=30_000)
        return opened

    yield open_it
    for context in contexts:
        context.close()
    for each in visits:
        assert not each.errors
        assert not each.outside
