"""How much there is to a node.

measures(graph)["country:JPN"] -> Measures(degree=12, neighbours=7, reports=4)
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Measures:
    """`degree` counts edges, `neighbours` other nodes, `reports` the documents behind the node's edges."""

    degree: int
    neighbours: int
    reports: int

    @property
    def weight(self) -> int:
        """What the size of a node stands for: a relation reported by twenty papers weighs more than one."""
        return max(self.reports, self.degree)


def measures(graph: nx.MultiDiGraph) -> dict[str, Measures]:
    """Measure every node; an event with many pairs counts once for a node's reports."""
    return {node: _measure(graph, node) for node in graph}


def _measure(graph: nx.MultiDiGraph, node: str) -> Measures:
    edges = [*graph.out_edges(node, data=True), *graph.in_edges(node, data=True)]
    others = {end for source, target, _ in edges for end in (source, target)} - {node}
    reports = {data.get("record", index): data.get("reports", 1) for index, (_, _, data) in enumerate(edges)}
    return Measures(degree=len(edges), neighbours=len(others), reports=sum(reports.values()))
