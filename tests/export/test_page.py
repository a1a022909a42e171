"""The standalone page holds everything, asks nobody for anything and runs nothing of an article's."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from playwright.sync_api import Page, sync_playwright

from explorer.export import dumps, export
from explorer.graph import build_graph
from tests.export.graphs import graphs
from tests.worlds import CLOSING, hostile_world, small_world

Steps = Callable[[Page], None]
Browse = Callable[[Path, Steps], None]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [value for name, value in attrs if name in ("src", "href") or name.startswith("on")]


def elements(content: bytes) -> list[str]:
    parser = Elements()
    parser.feed(content.decode("utf-8"))
    parser.close()
    return parser.tags


def data_of(content: bytes) -> dict[str, Any]:
    found = re.search(rb'<script type="application/json" id="data">(.*?)</script>', content, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_everything_is_in_the_file() -> None:
    content = dumps(build_graph(small_world()), "html")
    assert elements(content).count("script") == 3
    assert not {"link", "iframe", "object", "embed", "base"} & set(elements(content))
    data = data_of(content)
    assert len(data["nodes"]) == 16 and len(data["edges"]) == 31
    assert data["details"]["event:seafood"]["sentence"].startswith("Beijing warned")
    assert all("x" in node and "y" in node for node in data["nodes"])


@settings(max_examples=25, deadline=None)
@given(graphs())
def test_any_text_leaves_the_page_as_it_is(graph: nx.MultiDiGraph) -> None:
    content = dumps(graph, "html")
    assert elements(content) == elements(dumps(nx.MultiDiGraph(), "html"))
    labels = {
        node["id"]: data_of(content)["details"][node["id"]].get("label", "") for node in data_of(content)["nodes"]
    }
    assert labels == {node: data["label"] for node, data in graph.nodes(data=True)}


@pytest.fixture(scope="module")
def browse() -> Iterator[Browse]:
    """Open a file in a browser and do something there.

    In a thread of its own: Playwright allows one running instance a thread, and other tests have theirs.
    """
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not named:
        pytest.skip("no Chromium or Chrome is installed")

    def run(path: Path, steps: Steps) -> None:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            trouble: list[str] = []
            page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
            page.on("pageerror", lambda error: trouble.append(str(error)))
            page.on("console", lambda message: trouble.append(message.text))
            page.on("request", lambda request: request.url == path.as_uri() or trouble.append(request.url))
            page.goto(path.as_uri())
            page.wait_for_selector("body[data-ready]")
            steps(page)
            browser.close()
            assert trouble == []

    with ThreadPoolExecutor(1) as thread:
        yield lambda path, steps: thread.submit(run, path, steps).result()


def click_node(page: Page, id: str) -> None:
    place = page.evaluate("id => { const n = graphView.network; return n.canvasToDOM(n.getPosition(id)); }", id)
    page.mouse.click(place["x"], place["y"])


@pytest.mark.browser
def test_clicks_show_who_it_is_and_the_sentence(browse: Browse, tmp_path: Path) -> None:
    def steps(page: Page) -> None:
        click_node(page, "country:CHN")
        assert page.inner_text("#details h2") == "China"
        page.get_by_role("button", name="China → Japan: THREATEN restrict").click()
        assert page.inner_text("blockquote") == "Beijing warned Japan that it would restrict imports of seafood."
        page.locator("#find").fill("NATO")
        page.locator("#find").press("Enter")
        assert page.inner_text("#details h2") == "NATO"

    (path,) = export(build_graph(small_world()), tmp_path / "small.html")
    browse(path, steps)


@pytest.mark.browser
def test_hostile_text_is_only_shown(browse: Browse, tmp_path: Path) -> None:
    def steps(page: Page) -> None:
        for number in range(12):
            click_node(page, f"person:hostile-{number}")
            page.evaluate("id => graphView.select({ nodes: [id], edges: [] })", f"person:hostile-{number}")
        page.evaluate("id => graphView.select({ nodes: [], edges: [id] })", 'event:"0"<&>')
        assert CLOSING in page.inner_text("#details")
        assert page.evaluate("window.hacked") is None

    (path,) = export(build_graph(hostile_world()), tmp_path / "hostile.html")
    browse(path, steps)
