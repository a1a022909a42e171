"""Where to draw every node: the same graph gives the same picture.

layout(graph)["country:JPN"] -> (-312.4, 87.0), in units of which the radius of a node is 9 to 30
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from explorer.graph.measures import measures
from explorer.graph.packing import pack
from explorer.graph.style import NodeStyle, node_style

Points = NDArray[np.float64]
Pairs = NDArray[np.int64]  # of places in the list of nodes
Position = tuple[float, float]

LETTER, LINE = 0.58, 1.25  # width and height of a label, by the size of its font
LONGEST_LABEL = 28  # drawings cut longer ones
GAP = 14.0
DISTANCE = 100.0  # natural length of an edge
FEW, LONGEST_EDGE = 12, 170.0
GRAVITY = 0.35  # or leaves fly far out
FILLED = (0.2, 0.45)  # share of the picture that is nodes and labels, in a small and in a large graph
WIDE = 1.25  # labels are wider than high, and so are screens
STEPS = 150
LARGE = 400  # from this many nodes on, fewer steps: each costs the square of the nodes


def layout(graph: nx.MultiDiGraph, *, seed: int = 7) -> dict[str, Position]:
    """Place every node so that linked ones lie near each other and neither nodes nor labels cover one another.

    Parts of the graph that are not connected are laid out alone and packed beside each other.
    """
    if not graph:
        return {}
    boxes = _boxes(graph)
    parts = sorted(map(sorted, nx.weakly_connected_components(graph)), key=lambda part: (-len(part), part[0]))
    places = []
    for nodes in parts:
        sizes = np.array([boxes[node] for node in nodes])
        ends, strength = _springs(graph, nodes)
        points = _separated(_scaled(_forces(len(nodes), ends, strength, seed), sizes, ends), sizes)
        places.append((nodes, points, sizes))
    shifted = pack([(points, sizes) for _, points, sizes in places])
    return {
        node: (round(float(x), 1) + 0.0, round(float(y), 1) + 0.0)  # never -0.0
        for (nodes, _, _), points in zip(places, shifted, strict=True)
        for node, (x, y) in zip(nodes, points, strict=True)
    }


def shown_label(label: str) -> str:
    """Cut a label to what a drawing has room for."""
    flat = " ".join(label.split())
    return flat if len(flat) <= LONGEST_LABEL else flat[: LONGEST_LABEL - 1].rstrip() + "…"


def _boxes(graph: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """Give the half width and half height that a node takes with its label under it."""
    measured = measures(graph)
    return {node: _box(data, node_style(data, measured[node])) for node, data in graph.nodes(data=True)}


def _box(attributes: dict[str, Any], style: NodeStyle) -> tuple[float, float]:
    width = len(shown_label(str(attributes.get("label", "")))) * LETTER * style.font
    return max(style.size, width / 2) + GAP / 2, style.size + LINE * style.font / 2 + GAP / 2


def _forces(count: int, ends: Pairs, strength: Points, seed: int) -> Points:
    """Push all nodes apart and pull linked ones together, with ever smaller steps (Fruchterman and Reingold)."""
    if count == 1:
        return np.zeros((1, 2))
    points = _start(count, ends, seed)
    mass = _masses(ends, count)
    steps = STEPS if count <= LARGE else max(40, STEPS * LARGE // count)
    heat = DISTANCE * np.sqrt(count) / 4
    for step in range(steps):
        push = _push(points, mass)
        push -= points * (GRAVITY * mass)[:, None]
        along = points[ends[:, 1]] - points[ends[:, 0]]
        pull = along * (np.hypot(along[:, 0], along[:, 1]) * strength / DISTANCE)[:, None]
        for axis in (0, 1):
            push[:, axis] += np.bincount(ends[:, 0], pull[:, axis], count)
            push[:, axis] -= np.bincount(ends[:, 1], pull[:, axis], count)
        length = np.hypot(push[:, 0], push[:, 1])[:, None] + 1e-9
        points += push / length * np.minimum(length, heat * (1 - step / steps) ** 1.5 + 0.5)
    return _gathered(_turned(points))


def _springs(graph: nx.MultiDiGraph, nodes: list[str]) -> tuple[Pairs, Points]:
    """Give each linked pair once; many edges pull less, as they need room to be told apart."""
    place = {node: index for index, node in enumerate(nodes)}
    pairs: dict[tuple[int, int], int] = {}
    for source, target in graph.edges(nodes):
        if source != target:
            first, second = sorted((place[source], place[target]))
            pairs[first, second] = pairs.get((first, second), 0) + 1
    ordered = sorted(pairs)  # sums of floats depend on their order
    ends = np.array(ordered, dtype=np.int64).reshape(-1, 2)
    return ends, np.array([pairs[pair] for pair in ordered], dtype=np.float64) ** -0.35


def _start(count: int, ends: Pairs, seed: int) -> Points:
    """Begin from the slowest waves of the graph: far-apart nodes then need not cross each other."""
    noise = np.random.default_rng(seed).normal(size=(count, 2)) * 0.05
    if count < 4:
        angles = np.arange(count) * 2 * np.pi / count
        return (np.column_stack([np.cos(angles), np.sin(angles)]) + noise) * DISTANCE
    points = np.random.default_rng(seed).normal(size=(count, 2))
    degree = np.bincount(ends.ravel(), minlength=count).astype(np.float64)
    for _ in range(60):
        spread = np.column_stack([_neighbour_sum(points[:, axis], ends) for axis in (0, 1)])
        points = 0.5 * points + 0.5 * spread / degree[:, None]
        points -= np.average(points, axis=0, weights=degree)
        shared = float(points[:, 1] @ points[:, 0]) / max(float(points[:, 0] @ points[:, 0]), 1e-12)
        points[:, 1] -= points[:, 0] * shared
        points /= np.maximum(points.std(axis=0), 1e-9)
    placed: Points = (points + noise) * DISTANCE * np.sqrt(count) / 3
    return placed


def _neighbour_sum(values: Points, ends: Pairs) -> Points:
    count = len(values)
    total: Points = np.zeros(count)
    total += np.bincount(ends[:, 0], values[ends[:, 1]], count)
    total += np.bincount(ends[:, 1], values[ends[:, 0]], count)
    return total


def _masses(ends: Pairs, count: int) -> Points:
    """Well linked nodes push more, so that they come to stand apart with their leaves around them."""
    degree = np.bincount(ends.ravel(), minlength=count).astype(np.float64)
    mass: Points = np.sqrt(degree / degree.mean())
    return mass


def _push(points: Points, mass: Points) -> Points:
    """Push every node from every other with the inverse of their distance (in float32: half the time)."""
    small = points.astype(np.float32)
    across = small[:, 0][:, None] - small[:, 0]
    down = small[:, 1][:, None] - small[:, 1]
    inverse = across * across
    inverse += down * down
    inverse += np.float32(1.0)
    np.divide(np.float32(DISTANCE**2), inverse, out=inverse)
    inverse *= mass.astype(np.float32)
    across *= inverse
    down *= inverse
    push = np.column_stack([across.sum(axis=1), down.sum(axis=1)]).astype(np.float64)
    return push * mass[:, None]


def _scaled(points: Points, sizes: Points, ends: Pairs) -> Points:
    """Shrink or stretch the picture until nodes and labels fill the wanted part of it."""
    if len(ends) == 0:
        return points
    along = points[ends[:, 1]] - points[ends[:, 0]]
    edge = float(np.median(np.hypot(along[:, 0], along[:, 1]))) or 1.0
    sparse, dense = FILLED
    filled = sparse + (dense - sparse) * min(1.0, len(points) / 120)
    needed = 4 * float(sizes.prod(axis=1).sum()) / filled
    spread = points.std(axis=0) * 4
    scale = np.sqrt(needed / max(float(spread.prod()), 1.0))
    if len(points) < FEW:  # a chain lies on a line, which no stretching fills
        scale = min(scale, LONGEST_EDGE / edge)
    scaled: Points = points * scale * np.array([WIDE, 1 / WIDE])
    return scaled


def _gathered(points: Points) -> Points:
    """Draw the farthest nodes in: a chain of leaves must not make all others small."""
    radius = np.hypot(points[:, 0], points[:, 1])
    typical = float(np.median(radius)) or 1.0
    shrunk = np.where(radius > typical, typical * (radius / typical) ** 0.75, radius)
    gathered: Points = points * (shrunk / np.maximum(radius, 1e-9))[:, None]
    return gathered


def _turned(points: Points) -> Points:
    """Turn the picture so that its longer side lies."""
    points = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    turned: Points = points @ axes.T
    return turned


def _separated(points: Points, sizes: Points) -> Points:
    """Move boxes that cover each other apart, along the shorter way out, until none do."""
    points = points.copy()
    widths = sizes[:, 0][:, None] + sizes[:, 0]
    heights = sizes[:, 1][:, None] + sizes[:, 1]
    for _ in range(200 if len(points) <= LARGE else 60):
        across = points[:, 0][:, None] - points[:, 0]
        down = points[:, 1][:, None] - points[:, 1]
        over_x = widths - np.abs(across)
        over_y = heights - np.abs(down)
        rows, columns = np.nonzero(np.triu((over_x > 0.5) & (over_y > 0.5), 1))
        if not len(rows):
            break
        sideways = over_x[rows, columns] < over_y[rows, columns]
        # A little more than the half each, or the last crumbs take for ever.
        move_x = np.where(sideways, over_x[rows, columns] * 0.52, 0.0) * _sign(across[rows, columns])
        move_y = np.where(sideways, 0.0, over_y[rows, columns] * 0.52) * _sign(down[rows, columns])
        for axis, move in ((0, move_x), (1, move_y)):
            step = np.bincount(rows, move, len(points)) - np.bincount(columns, move, len(points))
            points[:, axis] += np.clip(step, -DISTANCE, DISTANCE)
    return points


def _sign(values: Points) -> Points:
    return np.where(values < 0, -1.0, 1.0)
