"""Where on the page the canvas shows a node or an edge, and what it looks like there."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import Page

NODE = """(box, id) => {
  const { network, canvas } = box.explorer;
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const frame = canvas.getBoundingClientRect();
  return [frame.left + x, frame.top + y];
}"""
EDGE = """(box, kind) => {
  const { network, canvas, given } = box.explorer;
  const edge = [...given.edges.values()].find((each) => each.kind === kind);
  const { x, y } = network.canvasToDOM(network.body.edges[edge.id].edgeType.getPoint(0.35));
  const frame = canvas.getBoundingClientRect();
  return [frame.left + x, frame.top + y];
}"""


def ask(page: Page, script: str, argument: Any = None) -> Any:
    return page.locator(".graph").evaluate(script, argument)


def click_node(page: Page, id: str) -> None:
    page.mouse.click(*ask(page, NODE, id))


def click_edge(page: Page, kind: str) -> None:
    """Click on an edge of this kind, where it lies on the canvas."""
    page.mouse.click(*ask(page, EDGE, kind))


def node_ids(page: Page) -> set[str]:
    return set(ask(page, "(box) => box.explorer.nodes.getIds()"))


def selected_nodes(page: Page) -> list[str]:
    found: list[str] = ask(page, "(box) => box.explorer.network.getSelectedNodes()")
    return found


def positions(page: Page) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = ask(page, "(box) => box.explorer.network.getPositions()")
    return found


def colours(page: Page) -> list[tuple[int, tuple[int, int, int]]]:
    """Give the colours of the drawing, the most frequent first."""
    picture = Image.open(BytesIO(page.locator(".graph .canvas").screenshot())).convert("RGB")
    counted: Any = picture.getcolors(maxcolors=picture.width * picture.height)
    return sorted(counted, reverse=True)


def edge_ids(page: Page) -> set[str]:
    return set(ask(page, "(box) => box.explorer.edges.getIds()"))


def given_ids(page: Page, what: str) -> set[str]:
    """Give the ids of the "nodes" or "edges" that the page was told to draw."""
    return set(ask(page, "(box, what) => [...box.explorer.given[what].keys()]", what))


def drawn_revision(page: Page) -> str:
    found: str = ask(page, "(box) => box.dataset.drawn")
    return found
