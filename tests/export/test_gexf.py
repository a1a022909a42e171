"""GEXF is read back by networkx, by Gephi Lite's reader, and accepted by the official schema."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings

from explorer.export import dumps
from explorer.graph import build_graph, edge_ids
from explorer.model import World
from tests.export.graphs import graphs
from tests.worlds import JAPAN, TAKAICHI, TRUMP, UKRAINE, hostile_world, small_world

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "gexf-1.3" / "gexf.rng"
SPACE = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
WORLDS = pytest.mark.parametrize("world", [World(), small_world(), hostile_world()], ids=["empty", "small", "hostile"])


def read(content: bytes) -> nx.MultiDiGraph:
    # networkx makes a simple graph of a file without parallel edges.
    return nx.MultiDiGraph(nx.read_gexf(BytesIO(content)))


@WORLDS
def test_the_schema_accepts_it(world: World) -> None:
    if not SCHEMA.is_file():
        pytest.skip("the schema of GEXF 1.3 is not beside the project")
    from lxml import etree

    schema = etree.RelaxNG(etree.parse(SCHEMA))
    schema.assertValid(etree.parse(BytesIO(dumps(build_graph(world), "gexf"))))


def test_networkx_reads_back_what_was_written() -> None:
    graph = build_graph(small_world())
    found = read(dumps(graph, "gexf"))
    assert set(found) == set(graph)
    assert {(source, target, data["id"]) for source, target, data in found.edges(data=True)} == {
        (source, target, id) for (source, target, _), id in edge_ids(graph).items()
    }
    edge = found.edges[TAKAICHI, TRUMP, "event:call"]
    assert edge["sentence"] == graph.edges[TAKAICHI, TRUMP, "event:call"]["sentence"]
    assert (edge["score"], edge["reports"], edge["weight"], edge["mutual"]) == (1.5, 3, 3.0, True)
    assert (edge["start"], edge["end"], edge["first_seen"]) == ("2025-10-25", "2025-10-25", "2025-10-25")
    assert found.nodes[JAPAN]["viz"]["color"] == {"r": 43, "g": 108, "b": 176, "a": 1.0}


def test_edges_have_kinds_dates_and_lines() -> None:
    root = ET.fromstring(dumps(build_graph(small_world()), "gexf"))
    graph = root.find("g:graph", SPACE)
    assert graph is not None and (graph.get("timeformat"), graph.get("mode")) == ("date", "dynamic")
    edges = {edge.get("id"): edge for edge in root.iterfind(".//g:edge", SPACE)}
    assert edges["event:missiles"].get("kind") == "ASSAULT"
    assert edges["event:missiles"].get("start") == "2022-02-24"
    shapes = {id: edge.find("viz:shape", SPACE) for id, edge in edges.items()}
    lines = {id: shape.get("value") for id, shape in shapes.items() if shape is not None}
    assert lines["event:visit"] == "dashed" and lines["event:no-weapons"] == "dotted"
    assert lines["event:missiles"] == "solid"
    assert len(lines) == len(edges) == 31
    (mark,) = [node.find("viz:shape", SPACE) for node in root.iterfind(".//g:node", SPACE) if node.get("id") == UKRAINE]
    assert mark is not None and mark.get("value") == "disc"


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_text_gives_a_file_that_reads_back(graph: nx.MultiDiGraph) -> None:
    found = read(dumps(graph, "gexf"))
    assert found.number_of_nodes() == graph.number_of_nodes()
    assert found.number_of_edges() == graph.number_of_edges()


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_gephi_lites_reader_reads_it(world: World, tmp_path: Path) -> None:
    """Needs node and the packages graphology, graphology-gexf and @xmldom/xmldom where node finds them."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    script = (
        "const Graph = require('graphology'), gexf = require('graphology-gexf');"
        "const graph = gexf.parse(Graph, require('fs').readFileSync(process.argv[1], 'utf8'));"
        "console.log(JSON.stringify(graph.export()));"
    )
    path = tmp_path / "graph.gexf"
    graph = build_graph(world)
    path.write_bytes(dumps(graph, "gexf"))
    done = subprocess.run([node, "-e", script, str(path)], capture_output=True, text=True, timeout=60)
    if "Cannot find module" in done.stderr:
        pytest.skip("graphology and graphology-gexf are not installed where node finds them (NODE_PATH)")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found["nodes"]) == graph.number_of_nodes()
    assert len(found["edges"]) == graph.number_of_edges()
    nodes = {item["key"]: item["attributes"] for item in found["nodes"]}
    for id, data in graph.nodes(data=True):
        assert nodes[id]["aliases" if data["kind"] == "actor" else "topics"] == list(
            data["aliases" if data["kind"] == "actor" else "topics"]
        )
