"""Nodes and edges as two CSV tables, for spreadsheets and for Gephi's import of tables.

edges: Id, Source, Target, Type, Label, Kind, Weight, then one column for each attribute
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

import networkx as nx

from explorer.export.columns import columns, flat
from explorer.graph.drawing import edge_ids

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
UNPRINTABLE = {code: "\ufffd" for code in (*range(9), 11, 12, *range(14, 32), 127)}


def node_table(graph: nx.MultiDiGraph) -> bytes:
    """Write one row a node."""
    names = [name for name in columns(data for _, data in graph.nodes(data=True)) if name != "label"]
    rows = ([node, data.get("label"), *(data.get(name) for name in names)] for node, data in graph.nodes(data=True))
    return _csv(["Id", "Label", *names], rows)


def edge_table(graph: nx.MultiDiGraph) -> bytes:
    """Write one row an edge; Type is what Gephi calls the direction, Kind the type of the relation."""
    names = [name for name in columns(data for *_, data in graph.edges(data=True)) if name not in ("label", "type")]
    titles = [f"record_{name}" if name == "kind" else name for name in names]
    ids = edge_ids(graph)
    rows = (
        [ids[source, target, key], source, target, *_gephi_columns(data), *(data.get(name) for name in names)]
        for source, target, key, data in graph.edges(keys=True, data=True)
    )
    return _csv(["Id", "Source", "Target", "Type", "Label", "Kind", "Weight", *titles], rows)


def _gephi_columns(data: Mapping[str, Any]) -> list[Any]:
    direction = "Undirected" if data.get("mutual") else "Directed"
    return [direction, data.get("label"), data.get("type"), data.get("reports", 1)]


def _csv(header: list[str], rows: Iterable[list[Any]]) -> bytes:
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    # The mark at the beginning tells Excel that this is UTF-8.
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", errors="replace")


def _cell(value: Any) -> str | int | float | bool:
    """Keep numbers; a text that a spreadsheet would take for a formula gets an apostrophe."""
    plain = flat(value)
    if not isinstance(plain, str):
        return plain
    text = plain.translate(UNPRINTABLE)
    return "'" + text if text.startswith(FORMULA_STARTS) else text
