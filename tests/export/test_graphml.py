"""GraphML is read back by networkx with all its edges."""

from __future__ import annotations

from io import BytesIO

import networkx as nx
import pytest
from hypothesis import given, settings

from explorer.export import dumps
from explorer.graph import build_graph, edge_ids
from explorer.model import World
from tests.export.graphs import graphs
from tests.worlds import JAPAN, RUSSIA, TAKAICHI, TRUMP, hostile_world, small_world


def read(content: bytes) -> nx.MultiDiGraph:
    return nx.read_graphml(BytesIO(content), force_multigraph=True)


def test_it_is_read_back() -> None:
    graph = build_graph(small_world())
    found = read(dumps(graph, "graphml"))
    assert set(found) == set(graph)
    assert set(found.edges(keys=True)) == {(source, target, id) for (source, target, _), id in edge_ids(graph).items()}
    edge = found.edges[TAKAICHI, TRUMP, "event:call"]
    assert edge["sources"] == "Harbour Post; Lantern Wire; Compass Review"
    assert (edge["score"], edge["reports"], edge["mutual"]) == (1.5, 3, True)
    assert "amount" not in edge  # it has none
    assert found.nodes[JAPAN]["aliases"] == "Tokyo; Japanese"


def test_one_event_between_several_pairs_has_several_ids() -> None:
    found = read(dumps(build_graph(small_world()), "graphml"))
    records = {key: data["record"] for _, target, key, data in found.edges(keys=True, data=True) if target == RUSSIA}
    assert set(records.values()) == {"event:sanctions"}
    assert len(records) == 2


@pytest.mark.parametrize("world", [World(), hostile_world()], ids=["empty", "hostile"])
def test_hostile_and_empty_worlds(world: World) -> None:
    graph = build_graph(world)
    found = read(dumps(graph, "graphml"))
    assert (len(found), found.size()) == (len(graph), graph.size())


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_text_gives_a_file_that_reads_back(graph: nx.MultiDiGraph) -> None:
    found = read(dumps(graph, "graphml"))
    assert found.number_of_nodes() == graph.number_of_nodes()
    assert found.number_of_edges() == graph.number_of_edges()
