"""The relations of the graph as a table, for those who cannot see the drawing."""

from __future__ import annotations

import networkx as nx
import streamlit as st

from explorer.app.plain_text import named, shown
from explorer.app.wording import relation_words, status_words

COLUMNS = ("From", "Relation", "To", "Status", "When", "Reports", "Sentence")


def edge_table(graph: nx.MultiDiGraph) -> str | None:
    """Show one row an edge; give the id of the record whose row was chosen."""
    edges = sorted(graph.edges(data=True), key=lambda edge: -int(edge[2].get("reports") or 1))
    rows = [_row(graph, source, target, data) for source, target, data in edges]
    columns = {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    chosen = st.dataframe(columns, hide_index=True, on_select="rerun", selection_mode="single-row", key="edge_table")
    picked = chosen["selection"]["rows"]
    return str(edges[picked[0]][2]["record"]) if picked and picked[0] < len(edges) else None


def _row(graph: nx.MultiDiGraph, source: str, target: str, data: dict[str, object]) -> tuple[str | int, ...]:
    status = data.get("status")
    return (
        named(str(graph.nodes[source].get("label") or "")),
        relation_words(str(data.get("type"))).label,
        named(str(graph.nodes[target].get("label") or "")),
        status_words(str(status)) if status else "",
        shown(str(data.get("when") or "")),
        int(str(data.get("reports") or 1)),
        shown(str(data.get("sentence") or "")),
    )
