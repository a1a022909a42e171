"""What the browser is told to draw."""

from __future__ import annotations

from collections import defaultdict

import pytest

from explorer.app.network_data import network_data
from explorer.app.world_cache import filling
from explorer.graph import build_graph, layout
from tests.worlds import JAPAN, USA, hostile_world, small_world


@pytest.fixture(scope="module")
def data() -> dict[str, list[dict[str, object]]]:
    graph = build_graph(small_world())
    made = network_data(graph, layout(graph))
    return {"nodes": made.nodes, "edges": made.edges}


def edge_of(data: dict[str, list[dict[str, object]]], record: str) -> dict[str, object]:
    return next(edge for edge in data["edges"] if edge["record"] == record)


def test_parallel_edges_have_curves_of_their_own(data: dict[str, list[dict[str, object]]]) -> None:
    curves = defaultdict(list)
    for edge in data["edges"]:
        ends = frozenset((edge["from"], edge["to"]))
        flip = 1 if str(edge["from"]) <= str(edge["to"]) else -1
        smooth = edge["smooth"]
        assert isinstance(smooth, dict)
        side = {"curvedCW": flip, "curvedCCW": -flip}.get(str(smooth.get("type")), 0)
        curves[ends].append(side * float(smooth.get("roundness", 0)))
    assert len(curves[frozenset((JAPAN, USA))]) > 1
    assert all(len(set(each)) == len(each) for each in curves.values())


def test_arrows_and_dashes(data: dict[str, list[dict[str, object]]]) -> None:
    assert edge_of(data, "event:missiles")["arrows"] == "to"
    assert edge_of(data, "event:call")["arrows"] == ""
    assert edge_of(data, "event:missiles")["dashes"] is False
    assert edge_of(data, "event:visit")["dashes"] == [9, 7]
    assert edge_of(data, "event:more-missiles")["dashes"] == [9, 7]


def test_only_the_most_important_nodes_are_drawn() -> None:
    graph = build_graph(small_world())
    made = network_data(graph, layout(graph), limit=5)
    assert len(made.nodes) == 5 and made.left_out == len(graph) - 5
    assert {JAPAN, USA} <= {node["id"] for node in made.nodes}
    ids = {node["id"] for node in made.nodes}
    assert all(edge["from"] in ids and edge["to"] in ids for edge in made.edges)


def test_the_revision_tells_contents_apart() -> None:
    graph = build_graph(small_world())
    places = layout(graph)
    assert network_data(graph, places).revision == network_data(graph, places).revision
    assert network_data(graph, places).revision != network_data(graph, places, limit=5).revision


def test_hostile_names_can_be_sent() -> None:
    graph = build_graph(hostile_world())
    made = network_data(graph, layout(graph))
    str(made.nodes + made.edges).encode()
    assert all(node["label"].strip() for node in made.nodes)


def test_a_wide_layout_fills_the_window() -> None:
    assert filling({"a": (0.0, 0.0), "b": (100.0, 60.0)}) == {"a": (0.0, 0.0), "b": (100.0, 98.4)}
    assert filling({"a": (0.0, 0.0), "b": (10.0, 60.0)}) == {"a": (0.0, 0.0), "b": (10.0, 60.0)}
    assert filling({}) == {}
