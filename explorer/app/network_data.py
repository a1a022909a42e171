"""Turns a networkx graph into what the browser draws; pyvis builds the nodes and edges, positions come with them.

network_data(graph, positions) -> NetworkData(nodes=[{"id": "country:JPN", "x": 12.0, …}], edges=[…], left_out=0)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
from pyvis.network import Network

from explorer.app.plain_text import named
from explorer.app.wording import counted, node_words, relation_words, status_words
from explorer.graph.drawing import DrawnEdge, DrawnNode, draw
from explorer.graph.layout import Position
from explorer.graph.measures import Measures, measures

MOST_NODES = 1500
SHAPES = {"disc": "dot"}  # the others have the same name in vis-network
DASHES: dict[str, bool | list[int]] = {"solid": False, "dashed": [9, 7], "dotted": [2, 5]}

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class NetworkData:
    """`revision` names the content: the browser draws anew only if it differs."""

    nodes: list[Item]
    edges: list[Item]
    left_out: int
    revision: str


def network_data(graph: nx.MultiDiGraph, positions: Mapping[str, Position], *, limit: int = MOST_NODES) -> NetworkData:
    """Give the most important nodes, up to `limit`, and all edges between them."""
    measured = measures(graph)
    kept = most_important(measured, limit)
    drawing = draw(graph.subgraph(kept), positions=positions)
    labels = {node.id: named(str(node.attributes.get("label") or "")) for node in drawing.nodes}
    network = Network(directed=True)
    for node in drawing.nodes:
        network.add_node(node.id, **_node(node, labels[node.id], measured[node.id]))
    for edge in drawing.edges:
        network.add_edge(edge.source, edge.target, **_edge(edge))
    nodes, edges, *_ = network.get_network_data()
    return NetworkData(nodes, edges, len(graph) - len(kept), _revision(nodes, edges))


def most_important(measured: Mapping[str, Measures], limit: int) -> list[str]:
    """Give the nodes that weigh most, always the same ones."""
    return sorted(measured, key=lambda node: (-measured[node].weight, node))[:limit]


def _node(node: DrawnNode, label: str, measured: Measures) -> Item:
    return {
        "label": label,
        "x": node.x,
        "y": node.y,
        "size": node.style.size,
        "color": node.style.color,
        "shape": SHAPES.get(node.style.shape, node.style.shape),
        "rank": measured.weight,
        "card": _node_card(label, node.attributes, measured),
    }


def _node_card(label: str, data: Mapping[str, Any], measured: Measures) -> list[str]:
    status = status_words(str(data["status"])).lower() if data.get("status") else None
    kind = node_words(str(data.get("type"))).label
    details = [kind, data.get("role"), data.get("amount"), data.get("country"), status]
    degree = counted(measured.degree, "relation", "relations")
    reports = counted(int(data.get("reports") or 1), "report", "reports")
    return [label, " · ".join(named(str(item)) for item in details if item), f"{degree} · {reports}"]


def _edge(edge: DrawnEdge) -> Item:
    has_arrow = edge.arrow and edge.attributes.get("kind") != "party"  # a party has no direction of its own
    return {
        "id": f"edge:{edge.id}",
        "record": edge.record,
        "label": relation_words(str(edge.attributes.get("type"))).short,
        "color": edge.style.color,
        "width": edge.style.width,
        "dashes": DASHES[edge.style.line],
        "arrows": "to" if has_arrow else "",
        "smooth": _curve(edge.bend),
        "kind": relation_words(str(edge.attributes.get("type"))).label,
        "about": _about(edge),
    }


def _about(edge: DrawnEdge) -> str:
    data = edge.attributes
    role = data.get("role") if data.get("kind") == "tie" else None
    status = status_words(str(data["status"])) if data.get("status") else None
    reports = counted(int(data.get("reports") or 1), "report", "reports")
    details = (role, status, data.get("when"), data.get("amount"), reports)
    return " · ".join(named(str(item)) for item in details if item)


def _curve(bend: float) -> Item:
    if not bend:
        return {"enabled": False}
    return {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}


def _revision(nodes: list[Item], edges: list[Item]) -> str:
    content = json.dumps([nodes, edges], sort_keys=True).encode()
    return hashlib.sha256(content).hexdigest()[:16]
