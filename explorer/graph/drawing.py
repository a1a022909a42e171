"""A graph ready to be drawn: places, colours, sizes and the bends that keep parallel edges apart.

draw(graph).edges[0] -> DrawnEdge(id="event:call", source=…, target=…, style=…, bend=0.15, arrow=False)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from explorer.graph.layout import Position, layout, shown_label
from explorer.graph.measures import measures
from explorer.graph.style import EdgeStyle, NodeStyle, edge_style, node_style

BEND = 0.16  # how far each further parallel edge bows out, as a share of its length


@dataclass(frozen=True, slots=True)
class DrawnNode:
    id: str
    label: str
    x: float
    y: float
    style: NodeStyle
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """`id` is unique in the drawing; `record` is what `explain` takes; `bend` is positive to the left of its way."""

    id: str
    record: str
    source: str
    target: str
    label: str
    style: EdgeStyle
    bend: float
    arrow: bool
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawing:
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


def draw(graph: nx.MultiDiGraph, *, seed: int = 7, positions: Mapping[str, Position] | None = None) -> Drawing:
    """Give everything a picture of the graph needs; `positions` keeps a layout made before."""
    places = positions or layout(graph, seed=seed)
    measured = measures(graph)
    nodes = tuple(
        DrawnNode(
            id=node,
            label=shown_label(str(data.get("label") or node)),
            x=places[node][0],
            y=places[node][1],
            style=node_style(data, measured[node]),
            attributes=data,
        )
        for node, data in graph.nodes(data=True)
    )
    return Drawing(nodes, tuple(_edges(graph)))


def edge_ids(graph: nx.MultiDiGraph) -> dict[tuple[str, str, str], str]:
    """Give each edge an id of its own: its key, and a number if one event joins several pairs."""
    ids: dict[tuple[str, str, str], str] = {}
    taken: set[str] = set()
    for source, target, key in graph.edges(keys=True):
        candidate, number = str(key), 1
        while candidate in taken:
            number += 1
            candidate = f"{key}/{number}"
        taken.add(candidate)
        ids[source, target, key] = candidate
    return ids


def _edges(graph: nx.MultiDiGraph) -> list[DrawnEdge]:
    bends = _bends(graph)
    ids = edge_ids(graph)
    return [
        DrawnEdge(
            id=ids[source, target, key],
            record=str(data.get("record", key)),
            source=source,
            target=target,
            label=str(data.get("label") or ""),
            style=edge_style(data),
            bend=bends[source, target, key],
            arrow=not data.get("mutual", False),
            attributes=data,
        )
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]


def _bends(graph: nx.MultiDiGraph) -> dict[tuple[str, str, str], float]:
    """Spread the edges between the same two nodes like a fan, whichever way they point."""
    between: dict[frozenset[str], list[tuple[str, str, str]]] = defaultdict(list)
    for source, target, key in graph.edges(keys=True):
        between[frozenset((source, target))].append((source, target, key))
    bends = {}
    for edges in between.values():
        step = min(BEND, 0.9 / len(edges))
        for index, edge in enumerate(edges):
            offset = (index - (len(edges) - 1) / 2) * step
            bends[edge] = round(offset if edge[0] <= edge[1] else -offset, 4)
    return bends
