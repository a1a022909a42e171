"""Node-link JSON: the form networkx, D3 and most scripts read; nothing of the graph is lost.

{"directed": true, "multigraph": true, "nodes": [{"id": "country:JPN", …}], "edges": [{"source": …, "key": …}]}
"""

from __future__ import annotations

import json

import networkx as nx


def nodelink(graph: nx.MultiDiGraph) -> bytes:
    """Write plain ASCII: a lone surrogate in an article would not survive as UTF-8."""
    data = nx.node_link_data(graph, edges="edges")
    return json.dumps(data, indent=1, allow_nan=False).encode("ascii") + b"\n"
