"""A picture of the graph as SVG: opens in any browser and every drawing program.

svg(graph) -> b'<?xml version="1.0" …><svg …>'
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET

import networkx as nx

from explorer.export.xmltext import clean, write_xml
from explorer.graph.drawing import Drawing, DrawnEdge, DrawnNode, draw
from explorer.graph.style import LegendEntry, Line, Shape, legend

NAMESPACE = "http://www.w3.org/2000/svg"
MARGIN, LEGEND_WIDTH, ROW = 60.0, 190.0, 20.0
DASHES: dict[Line, str] = {"dashed": "9 6", "dotted": "2 5"}
FONT = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"
INK, PAPER = "#20242B", "#FFFFFF"


def svg(graph: nx.MultiDiGraph) -> bytes:
    """Draw nodes, edges, labels and a legend; the sentence behind an edge is its tooltip."""
    drawing = draw(graph)
    left, top, width, height = _frame(drawing)
    root = ET.Element(
        "svg",
        xmlns=NAMESPACE,
        viewBox=f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
    )
    root.set("font-family", FONT)
    ET.SubElement(root, "title").text = "Relationship graph"
    ET.SubElement(
        root, "rect", x=f"{left:.0f}", y=f"{top:.0f}", width=f"{width:.0f}", height=f"{height:.0f}", fill=PAPER
    )
    _draw_edges(root, drawing)
    _draw_nodes(root, drawing)
    _draw_legend(root, left + MARGIN / 2, top + MARGIN / 2)
    return write_xml(root)


def _frame(drawing: Drawing) -> tuple[float, float, float, float]:
    xs = [node.x for node in drawing.nodes] or [0.0]
    ys = [node.y for node in drawing.nodes] or [0.0]
    left, top = min(xs) - 2 * MARGIN - LEGEND_WIDTH, min(ys) - MARGIN
    height = max(max(ys) + MARGIN - top, (len(legend()) + 2) * ROW + MARGIN)
    return left, top, max(xs) + 2 * MARGIN - left, height


def _draw_edges(root: ET.Element, drawing: Drawing) -> None:
    group = ET.SubElement(root, "g", fill="none")
    nodes = {node.id: node for node in drawing.nodes}
    for edge in drawing.edges:
        _draw_edge(group, edge, nodes[edge.source], nodes[edge.target])


def _draw_edge(group: ET.Element, edge: DrawnEdge, source: DrawnNode, target: DrawnNode) -> None:
    bend_x = (source.x + target.x) / 2 + (target.y - source.y) * edge.bend
    bend_y = (source.y + target.y) / 2 - (target.x - source.x) * edge.bend
    end_x, end_y = _border(target, bend_x, bend_y, edge.style.width + 2)
    line = ET.SubElement(
        group,
        "path",
        {
            "d": f"M{source.x:.1f} {source.y:.1f}Q{bend_x:.1f} {bend_y:.1f} {end_x:.1f} {end_y:.1f}",
            "stroke": edge.style.color,
            "stroke-width": f"{edge.style.width}",
            "stroke-opacity": "0.8",
        },
    )
    if edge.style.line in DASHES:
        line.set("stroke-dasharray", DASHES[edge.style.line])
    ET.SubElement(line, "title").text = clean(_tooltip(edge, source, target))
    if edge.arrow:
        head = _arrow_head(bend_x, bend_y, end_x, end_y, 5 + 1.5 * edge.style.width)
        ET.SubElement(group, "path", d=head, fill=edge.style.color)


def _tooltip(edge: DrawnEdge, source: DrawnNode, target: DrawnNode) -> str:
    sentence = edge.attributes.get("sentence")
    between = " → " if edge.arrow else " – "
    title = f"{source.label}{between}{target.label}: {edge.label}"
    return f"{title}\n{sentence}" if sentence else title


def _border(node: DrawnNode, from_x: float, from_y: float, gap: float) -> tuple[float, float]:
    away_x, away_y = from_x - node.x, from_y - node.y
    distance = math.hypot(away_x, away_y) or 1.0
    reach = min(node.style.size + gap, distance)
    return node.x + away_x / distance * reach, node.y + away_y / distance * reach


def _arrow_head(from_x: float, from_y: float, x: float, y: float, size: float) -> str:
    angle = math.atan2(y - from_y, x - from_x)
    sides = [(x - size * math.cos(angle + turn), y - size * math.sin(angle + turn)) for turn in (-0.45, 0.45)]
    return f"M{x:.1f} {y:.1f}" + "".join(f"L{px:.1f} {py:.1f}" for px, py in sides) + "Z"


def _draw_nodes(root: ET.Element, drawing: Drawing) -> None:
    marks = ET.SubElement(root, "g", {"stroke": PAPER, "stroke-width": "1.5"})
    labels = ET.SubElement(
        root,
        "g",
        {
            "text-anchor": "middle",
            "fill": INK,
            "stroke": PAPER,
            "stroke-width": "3",
            "stroke-linejoin": "round",
            "paint-order": "stroke",
        },
    )
    for node in drawing.nodes:
        mark = _mark(marks, node.style.shape, node.x, node.y, node.style.size, node.style.color)
        ET.SubElement(mark, "title").text = clean(f"{node.attributes.get('label')}\n{node.attributes.get('type')}")
        below = node.y + node.style.size + node.style.font
        text = ET.SubElement(labels, "text", x=f"{node.x:.1f}", y=f"{below:.1f}")
        text.set("font-size", str(node.style.font))
        text.text = clean(node.label)


def _mark(parent: ET.Element, shape: Shape, x: float, y: float, size: float, color: str) -> ET.Element:
    if shape == "disc":
        return ET.SubElement(parent, "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{size:.1f}", fill=color)
    corners = _corners(shape, size)
    points = " ".join(f"{x + across:.1f},{y + down:.1f}" for across, down in corners)
    return ET.SubElement(parent, "polygon", points=points, fill=color)


def _corners(shape: Shape, size: float) -> list[tuple[float, float]]:
    if shape == "star":
        radii = [size * 1.15, size * 0.5] * 5
        return [(r * math.sin(i * math.pi / 5), -r * math.cos(i * math.pi / 5)) for i, r in enumerate(radii)]
    sides, turn, reach = {"square": (4, math.pi / 4, 1.2), "diamond": (4, 0.0, 1.2), "triangle": (3, 0.0, 1.25)}[shape]
    angles = [turn + index * 2 * math.pi / sides for index in range(sides)]
    return [(size * reach * math.sin(angle), -size * reach * math.cos(angle)) for angle in angles]


def _draw_legend(root: ET.Element, x: float, y: float) -> None:
    group = ET.SubElement(root, "g", {"font-size": "12", "fill": INK})
    for index, entry in enumerate(legend()):
        _legend_row(group, entry, x, y + index * ROW)


def _legend_row(group: ET.Element, entry: LegendEntry, x: float, y: float) -> None:
    if entry.shape:
        _mark(group, entry.shape, x + 14, y, 6.5, entry.color)
    else:
        line = ET.SubElement(group, "path", {"d": f"M{x:.1f} {y:.1f}h28", "stroke": entry.color, "stroke-width": "3"})
        if entry.line in DASHES:
            line.set("stroke-dasharray", DASHES[entry.line])
    ET.SubElement(group, "text", x=f"{x + 38:.1f}", y=f"{y + 4:.1f}").text = entry.label
