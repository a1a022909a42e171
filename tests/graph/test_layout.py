"""A picture is the same each time, wide enough to read, and quickly there."""

from __future__ import annotations

import time
from collections.abc import Iterator

import networkx as nx
import numpy as np
import pytest

from explorer.graph import build_graph, draw, layout, measures, node_style, shown_label
from tests.worlds import hostile_world, small_world

NAMES = ("United States", "Sanae Takaichi", "NATO", "Nippon Steel Corp.", "Framework on critical minerals of 2025")
TYPES = ("country", "leader", "organization", "company", "agreement")


def news_graph(nodes: int, edges: int) -> nx.MultiDiGraph:
    """A few nodes with very many edges, many with one or none: as in the news."""
    random = np.random.default_rng(3)
    shares = 1 / np.arange(1, nodes + 1) ** 0.8
    graph = nx.MultiDiGraph()
    for node in range(nodes):
        graph.add_node(f"n{node}", label=f"{NAMES[node % 5]} {node}", type=TYPES[node % 5])
    ends = random.choice(nodes, (edges, 2), p=shares / shares.sum())
    graph.add_edges_from((f"n{source}", f"n{target}", f"e{key}") for key, (source, target) in enumerate(ends))
    return graph


def boxes(graph: nx.MultiDiGraph) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each node with its label."""
    measured, places = measures(graph), layout(graph)
    for node, data in graph.nodes(data=True):
        (x, y), style = places[node], node_style(data, measured[node])
        half = max(style.size, len(shown_label(data["label"])) * style.font * 0.275)
        yield x - half, y - style.size, x + half, y + style.size + style.font * 1.25


def covered(graph: nx.MultiDiGraph) -> int:
    edges = np.array(list(boxes(graph)))
    across = np.minimum(edges[:, None, 2], edges[:, 2]) - np.maximum(edges[:, None, 0], edges[:, 0])
    down = np.minimum(edges[:, None, 3], edges[:, 3]) - np.maximum(edges[:, None, 1], edges[:, 1])
    return int(np.triu((across > 0.5) & (down > 0.5), 1).sum())


@pytest.mark.parametrize(("nodes", "edges"), [(2, 1), (3, 4), (12, 5), (40, 90), (150, 320)])
def test_neither_nodes_nor_labels_cover_each_other(nodes: int, edges: int) -> None:
    assert covered(news_graph(nodes, edges)) == 0


def test_the_small_world_is_readable() -> None:
    assert covered(build_graph(small_world())) == 0
    assert covered(build_graph(hostile_world())) == 0


def test_the_same_graph_gives_the_same_picture() -> None:
    graph = news_graph(60, 120)
    again = nx.MultiDiGraph()
    again.add_nodes_from(reversed(list(graph.nodes(data=True))))
    again.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert layout(graph) == layout(graph)
    assert layout(again) == layout(graph)
    assert layout(graph, seed=1) != layout(graph, seed=2)


def test_a_thousand_nodes_take_seconds() -> None:
    graph = news_graph(1000, 4000)
    begun = time.process_time()
    places = layout(graph)
    assert time.process_time() - begun < 8  # about 2 alone on an ordinary core
    assert len(set(places.values())) == 1000


def test_unconnected_parts_are_packed_together() -> None:
    graph = nx.MultiDiGraph()
    for part in range(12):
        graph.add_node(f"a{part}", label="Some company", type="company")
        graph.add_node(f"b{part}", label="Some country", type="country")
        graph.add_edge(f"a{part}", f"b{part}")
    xs, ys = zip(*layout(graph).values(), strict=True)
    assert max(xs) - min(xs) < 1200 and max(ys) - min(ys) < 900
    assert covered(graph) == 0


def test_linked_nodes_lie_nearer_than_others() -> None:
    graph = nx.MultiDiGraph()
    for ring in ("a", "b"):
        graph.add_edges_from((f"{ring}{i}", f"{ring}{(i + 1) % 8}") for i in range(8))
    graph.add_edge("a0", "b0")
    places = {node: np.array(place) for node, place in layout(graph).items()}
    centres = [np.mean([places[f"{ring}{i}"] for i in range(8)], axis=0) for ring in ("a", "b")]
    own = np.mean([np.linalg.norm(places[f"a{i}"] - centres[0]) for i in range(8)])
    assert np.linalg.norm(centres[0] - centres[1]) > own


def test_an_empty_graph_and_a_loop() -> None:
    assert layout(nx.MultiDiGraph()) == {}
    loop = nx.MultiDiGraph([("a", "a")])
    assert layout(loop) == {"a": (0.0, 0.0)}
    assert len(draw(loop).edges) == 1


def test_labels_are_cut_and_flattened() -> None:
    assert shown_label("a\n b\t c") == "a b c"
    assert shown_label("x" * 80) == "x" * 27 + "…"


def test_parallel_edges_bend_apart() -> None:
    drawing = draw(build_graph(small_world()))
    between: dict[frozenset[str], list[float]] = {}
    for edge in drawing.edges:
        way = 1 if edge.source <= edge.target else -1
        between.setdefault(frozenset((edge.source, edge.target)), []).append(way * edge.bend)
    assert any(len(bends) > 2 for bends in between.values())
    assert all(len(set(bends)) == len(bends) for bends in between.values())
