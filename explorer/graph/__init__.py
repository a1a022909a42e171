"""Records as a graph: filters, the networkx graph, its layout and looks, and what stands behind each of its parts.

graph = build_graph(select(world, Filters(country=("JPN",))))
"""

from explorer.graph.build import build_graph, party_id
from explorer.graph.drawing import Drawing, DrawnEdge, DrawnNode, draw, edge_ids
from explorer.graph.filters import CHOICES, Filters
from explorer.graph.index import End, Explanation, Item, Proof, explain
from explorer.graph.layout import layout, shown_label
from explorer.graph.links import ends_of, links_of
from explorer.graph.measures import Measures, measures
from explorer.graph.narrowing import narrow
from explorer.graph.paths import Chain, Common, Step, Stop, between, find_one, shortest
from explorer.graph.select import select
from explorer.graph.style import EdgeStyle, LegendEntry, NodeStyle, edge_style, legend, node_style

__all__ = [
    "CHOICES",
    "Chain",
    "Common",
    "Drawing",
    "DrawnEdge",
    "DrawnNode",
    "EdgeStyle",
    "End",
    "Explanation",
    "Filters",
    "Item",
    "LegendEntry",
    "Measures",
    "NodeStyle",
    "Proof",
    "Step",
    "Stop",
    "between",
    "build_graph",
    "draw",
    "edge_ids",
    "edge_style",
    "ends_of",
    "explain",
    "find_one",
    "layout",
    "legend",
    "links_of",
    "measures",
    "narrow",
    "node_style",
    "party_id",
    "select",
    "shortest",
    "shown_label",
]
