"""How nodes and edges look, in the app and in every file: the only place that knows a colour.

edge_style({"score": -9.5, "status": "actual", "reports": 4}) -> a wide solid red line
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from explorer.graph.measures import Measures

Shape = Literal["disc", "square", "triangle", "diamond", "star"]
Line = Literal["solid", "dashed", "dotted"]

# The discs differ for people with any colour blindness, and show on a white as on a dark page (tested).
# Commitments share a violet and differ by shape.
NODES: dict[str, tuple[str, Shape]] = {
    "country": ("#2B6CB0", "disc"),
    "leader": ("#E88B00", "disc"),
    "person": ("#D6BF57", "disc"),
    "company": ("#1FA888", "disc"),
    "organization": ("#B0407F", "disc"),
    "region": ("#8A5A3B", "disc"),
    "alliance": ("#9678DA", "diamond"),
    "agreement": ("#9678DA", "square"),
    "pledge": ("#9678DA", "triangle"),
    "summit": ("#9678DA", "star"),
}
UNKNOWN_NODE: tuple[str, Shape] = ("#808790", "disc")

SCALE = ((-10.0, "#C62F1B"), (-5.0, "#E0742F"), (0.0, "#8E9299"), (5.0, "#5C9BD1"), (10.0, "#1F66B0"))
NEUTRAL = "#8E9299"  # ties and parties: neither cooperation nor conflict

DASHED = {"future", "hypothetical", "planned"}
DOTTED = {"negated", "historical", "cancelled", "ended"}

SMALLEST, LARGEST = 9.0, 30.0
THINNEST, WIDEST = 1.5, 8.0
WIDEST_TIE = 3.0  # who leads a country stands in every article about it


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """`size` is the radius and `font` the height of the label, both in the units of the layout."""

    color: str
    shape: Shape
    size: float
    font: float = 12.0


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    color: str
    line: Line
    width: float


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One row of a legend: a node's mark (`shape`) or an edge's (`line`)."""

    label: str
    color: str
    shape: Shape | None = None
    line: Line | None = None


def node_style(attributes: Mapping[str, Any], measured: Measures | None = None) -> NodeStyle:
    """Colour and shape say the type, size says how much is reported."""
    color, shape = NODES.get(str(attributes.get("type")), UNKNOWN_NODE)
    weight = measured.weight if measured else int(attributes.get("reports") or 1)
    size = node_size(weight)
    return NodeStyle(color, shape, size, label_size(size))


def node_size(weight: float) -> float:
    return round(min(LARGEST, SMALLEST + 2.2 * math.sqrt(max(0.0, weight - 1))), 2)


def label_size(size: float) -> float:
    """Write the names of large nodes larger: they are what can be read of a whole picture."""
    return round(12 + 0.45 * (size - SMALLEST), 1)


def edge_style(attributes: Mapping[str, Any]) -> EdgeStyle:
    """Colour says cooperation or conflict, the line says whether it has happened, width says reports."""
    score = attributes.get("score")
    color = NEUTRAL if score is None else score_color(float(score))
    width = edge_width(int(attributes.get("reports") or 1))
    if attributes.get("kind") == "tie":
        width = min(width, WIDEST_TIE)
    return EdgeStyle(color, line_of(attributes.get("status")), width)


def edge_width(reports: int) -> float:
    return round(min(WIDEST, THINNEST + 1.3 * math.log2(max(1, reports))), 2)


def line_of(status: str | None) -> Line:
    if status in DASHED:
        return "dashed"
    return "dotted" if status in DOTTED else "solid"


def score_color(score: float) -> str:
    """Mix the colour of a score between the steps of the scale."""
    score = min(10.0, max(-10.0, score))
    for (low, start), (high, end) in pairwise(SCALE):
        if score <= high:
            return _mixed(start, end, (score - low) / (high - low))
    return SCALE[-1][1]


def rgb(color: str) -> tuple[int, int, int]:
    """Read "#1F66B0" as (31, 102, 176)."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def legend() -> tuple[LegendEntry, ...]:
    """List what the marks mean, nodes first."""
    nodes = [LegendEntry(name, color, shape=shape) for name, (color, shape) in NODES.items()]
    scale = [
        LegendEntry("conflict", score_color(-10), line="solid"),
        LegendEntry("verbal conflict", score_color(-4), line="solid"),
        LegendEntry("verbal cooperation", score_color(4), line="solid"),
        LegendEntry("cooperation", score_color(10), line="solid"),
        LegendEntry("tie or party", NEUTRAL, line="solid"),
    ]
    lines = [
        LegendEntry("planned, possible", NEUTRAL, line="dashed"),
        LegendEntry("denied, past", NEUTRAL, line="dotted"),
    ]
    return (*nodes, *scale, *lines)


def _mixed(start: str, end: str, share: float) -> str:
    pairs = zip(rgb(start), rgb(end), strict=True)
    return "#" + "".join(f"{round(first + (second - first) * share):02X}" for first, second in pairs)
