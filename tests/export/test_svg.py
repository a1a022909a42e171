"""The picture is XML, shows every label and runs nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import networkx as nx
from hypothesis import given, settings

from explorer.export import dumps
from explorer.graph import build_graph, legend
from explorer.model import World
from tests.export.graphs import graphs
from tests.worlds import hostile_world, small_world

SVG = "{http://www.w3.org/2000/svg}"


def test_labels_sentences_and_legend_are_there() -> None:
    root = ET.fromstring(dumps(build_graph(small_world()), "svg"))
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {"Sanae Takaichi", "Japan–U.S. alliance", "NATO"} <= texts
    assert {entry.label for entry in legend()} <= texts
    titles = [element.text or "" for element in root.iter(f"{SVG}title")]
    assert any("Beijing warned Japan that it would restrict imports of seafood." in title for title in titles)
    dashes = [element.get("stroke-dasharray") for element in root.iter(f"{SVG}path")]
    assert dashes.count(None) < len(dashes) and len(set(dashes)) == 3


def test_everything_lies_within_the_frame() -> None:
    root = ET.fromstring(dumps(build_graph(small_world()), "svg"))
    left, top, width, height = map(float, (root.get("viewBox") or "").split())
    for circle in root.iter(f"{SVG}circle"):
        x, y, radius = (float(circle.get(name, "nan")) for name in ("cx", "cy", "r"))
        assert left + radius <= x <= left + width - radius
        assert top + radius <= y <= top + height - radius


def test_an_empty_graph_has_a_legend() -> None:
    root = ET.fromstring(dumps(build_graph(World()), "svg"))
    assert len(list(root.iter(f"{SVG}text"))) == len(legend())


def test_hostile_text_stays_text() -> None:
    root = ET.fromstring(dumps(build_graph(hostile_world()), "svg"))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg",
        "g",
        "title",
        "rect",
        "path",
        "circle",
        "polygon",
        "text",
    }
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_any_text_gives_xml(graph: nx.MultiDiGraph) -> None:
    ET.fromstring(dumps(graph, "svg"))
