"""Node-link JSON loses nothing."""

from __future__ import annotations

import json

import networkx as nx
from hypothesis import given, settings

from explorer.export import dumps
from explorer.graph import build_graph
from tests.export.graphs import graphs
from tests.worlds import hostile_world, small_world


def read(content: bytes) -> nx.MultiDiGraph:
    return nx.node_link_graph(json.loads(content), edges="edges")


def test_an_equal_graph_comes_back() -> None:
    for world in (small_world(), hostile_world()):
        graph = build_graph(world)
        assert nx.utils.graphs_equal(read(dumps(graph, "json")), graph)


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_text_comes_back(graph: nx.MultiDiGraph) -> None:
    assert nx.utils.graphs_equal(read(dumps(graph, "json")), graph)
