"""GraphML with an id of its own for every edge: readers drop edges whose id repeats.

graphml(graph) -> b'<?xml version="1.0" …><graphml …>', read back by networkx.read_graphml
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import networkx as nx

from explorer.export.columns import ColumnType, columns, flat
from explorer.export.xmltext import clean, clean_ids
from explorer.graph.drawing import edge_ids


def graphml(graph: nx.MultiDiGraph) -> bytes:
    """Write the graph with lists as text and without the values that are nothing."""
    plain = nx.MultiDiGraph()
    nodes = clean_ids(map(str, graph))
    types = columns(data for _, data in graph.nodes(data=True))
    for node, data in graph.nodes(data=True):
        plain.add_node(nodes[node], **_plain(data, types))
    unique = edge_ids(graph)
    keys = clean_ids(unique.values())
    types = columns(data for *_, data in graph.edges(data=True))
    for source, target, key, data in graph.edges(keys=True, data=True):
        plain.add_edge(nodes[source], nodes[target], key=keys[unique[source, target, key]], **_plain(data, types))
    file = BytesIO()
    nx.write_graphml_xml(plain, file, encoding="utf-8", prettyprint=True)
    return file.getvalue()


def _plain(data: dict[str, Any], types: dict[str, ColumnType]) -> dict[str, Any]:
    # One column has one type, or the reader guesses: a score of 5 among scores of -9.5 is 5.0.
    return {clean(name): _one_type(value, types[name]) for name, value in data.items() if value is not None}


def _one_type(value: Any, type: ColumnType) -> str | int | float | bool:
    if type == "double":
        return float(value)
    plain = flat(value)
    return plain if type in ("boolean", "long") else clean(str(plain))
