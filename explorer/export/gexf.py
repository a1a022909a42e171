"""GEXF 1.3 for Gephi and Gephi Lite: types, colours, sizes, positions and a timeline.

An edge of the call -> <edge id="event:call" kind="CONSULT" start="2025-10-25" end="2025-10-25" …>

networkx's own writer knows neither kinds nor dates and writes control characters that no reader accepts.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any

import networkx as nx

from explorer.export.columns import ColumnType, columns
from explorer.export.xmltext import clean, clean_ids, write_xml
from explorer.graph.drawing import DrawnEdge, DrawnNode, draw
from explorer.graph.style import Shape, rgb

NAMESPACE, VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
OWN_PLACE = {"label"}  # an XML attribute, not a column
# "kind" of an edge is what Gephi tells parallel edges apart by; dates come again as columns for Gephi Lite.
TITLES = {"kind": "record_kind", "start": "date_start", "end": "date_end"}
SHAPES: dict[Shape, str] = {"star": "disc"}  # GEXF has no star


def gexf(graph: nx.MultiDiGraph) -> bytes:
    """Write the graph; every edge is directed for readers that refuse a mixture, `mutual` tells which are not."""
    drawing = draw(graph)
    root = ET.Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": VIZ, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "Geopolitical Relationship Graph Explorer"
    ET.SubElement(meta, "description").text = "Who did what to whom, with the sentence behind every edge"
    element = ET.SubElement(
        root,
        "graph",
        defaultedgetype="directed",
        idtype="string",
        mode="dynamic",
        timeformat="date",
        timerepresentation="interval",
    )
    node_columns = _declare(element, "node", [node.attributes for node in drawing.nodes])
    edge_columns = _declare(element, "edge", [edge.attributes for edge in drawing.edges])
    ids = clean_ids(node.id for node in drawing.nodes)
    edge_ids = clean_ids(edge.id for edge in drawing.edges)
    nodes = ET.SubElement(element, "nodes", count=str(len(drawing.nodes)))
    for node in drawing.nodes:
        _write_node(nodes, node, ids[node.id], node_columns)
    edges = ET.SubElement(element, "edges", count=str(len(drawing.edges)))
    for edge in drawing.edges:
        place = {"id": edge_ids[edge.id], "source": ids[edge.source], "target": ids[edge.target]}
        _write_edge(edges, edge, place, edge_columns)
    return write_xml(root)


def _declare(parent: ET.Element, of: str, rows: list[Mapping[str, Any]]) -> dict[str, ColumnType]:
    """Declare the columns of nodes or edges and return their types."""
    types = {name: type for name, type in columns(rows).items() if name not in OWN_PLACE}
    declared = ET.SubElement(parent, "attributes", {"class": of, "mode": "static"})
    for name, type in types.items():
        title = TITLES.get(name, name)
        ET.SubElement(declared, "attribute", id=clean(title), title=clean(title), type=type)
    return types


def _write_node(parent: ET.Element, node: DrawnNode, id: str, types: dict[str, ColumnType]) -> None:
    label = clean(str(node.attributes.get("label") or node.id))
    element = ET.SubElement(parent, "node", {"id": id, "label": label, **_interval(node.attributes)})
    _write_values(element, node.attributes, types)
    _write_color(element, node.style.color)
    # Gephi's y axis points up, ours down.
    ET.SubElement(element, "viz:position", x=str(node.x), y=str(-node.y), z="0.0")
    ET.SubElement(element, "viz:size", value=str(node.style.size))
    ET.SubElement(element, "viz:shape", value=SHAPES.get(node.style.shape, node.style.shape))


def _write_edge(parent: ET.Element, edge: DrawnEdge, place: dict[str, str], types: dict[str, ColumnType]) -> None:
    attributes = {
        **place,
        "type": "directed",
        "kind": clean(str(edge.attributes.get("type") or "")),
        "label": clean(edge.label),
        "weight": str(float(edge.attributes.get("reports") or 1)),
        **_interval(edge.attributes),
    }
    element = ET.SubElement(parent, "edge", attributes)
    _write_values(element, edge.attributes, types)
    _write_color(element, edge.style.color)
    ET.SubElement(element, "viz:thickness", value=str(edge.style.width))
    ET.SubElement(element, "viz:shape", value=edge.style.line)


def _interval(attributes: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(attributes[name]) for name in ("start", "end") if attributes.get(name)}


def _write_values(element: ET.Element, attributes: Mapping[str, Any], types: dict[str, ColumnType]) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, type in types.items():
        value = attributes.get(name)
        if value is not None:
            ET.SubElement(values, "attvalue", {"for": clean(TITLES.get(name, name)), "value": _value(value, type)})


def _value(value: Any, type: ColumnType) -> str:
    if type == "boolean":
        return "true" if value else "false"
    if type == "liststring":
        return "[" + ", ".join(_quoted(clean(str(item))) for item in value) + "]"
    return clean(str(value))


def _quoted(item: str) -> str:
    """Quote what would end an item of a list too early; plain words stay plain."""
    if item and item == item.strip() and not set(item) & set("\"'\\,;|[]\r\n\t"):
        return item
    return '"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write_color(element: ET.Element, color: str) -> None:
    red, green, blue = rgb(color)
    ET.SubElement(element, "viz:color", r=str(red), g=str(green), b=str(blue), a="1.0")
