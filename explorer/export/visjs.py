"""A drawing in the words of vis-network, which draws it in a browser.

visjs(draw(graph)) -> {"nodes": [{"id": …, "x": …}], "edges": [{"id": …, "from": …, "to": …, "dashes": …}]}
"""

from __future__ import annotations

from typing import Any

from explorer.graph.drawing import Drawing, DrawnEdge, DrawnNode
from explorer.graph.style import Line, Shape

SHAPES: dict[Shape, str] = {"disc": "dot"}
DASHES: dict[Line, list[int]] = {"dashed": [9, 6], "dotted": [2, 5]}
ROUNDNESS = 1.4  # of vis-network for a bend of 1


def visjs(drawing: Drawing) -> dict[str, list[dict[str, Any]]]:
    """Give nodes and edges with places, so that no physics has to run; `title` is plain text."""
    names = {node.id: str(node.attributes.get("label") or node.id) for node in drawing.nodes}
    return {
        "nodes": [_node(node) for node in drawing.nodes],
        "edges": [_edge(edge, names) for edge in drawing.edges],
    }


def _node(node: DrawnNode) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": node.label,
        "title": f"{node.attributes.get('label')} ({node.attributes.get('type')})",
        "x": node.x,
        "y": node.y,
        "shape": SHAPES.get(node.style.shape, node.style.shape),
        "size": node.style.size,
        "color": node.style.color,
        "font": {"size": node.style.font},
    }


def _edge(edge: DrawnEdge, names: dict[str, str]) -> dict[str, Any]:
    between = "→" if edge.arrow else "–"
    return {
        "id": edge.id,
        "record": edge.record,
        "from": edge.source,
        "to": edge.target,
        "title": f"{names[edge.source]} {between} {names[edge.target]}: {edge.label}",
        "color": edge.style.color,
        "width": edge.style.width,
        "dashes": DASHES.get(edge.style.line, False),
        "arrows": "to" if edge.arrow else "",
        "smooth": _smooth(edge.bend),
    }


def _smooth(bend: float) -> dict[str, Any] | bool:
    if not bend:
        return False
    return {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend) * ROUNDNESS}
