"""Putting the parts of a graph beside each other: the largest first, the others in rows under it.

pack([(big, boxes), (pair, boxes), (single, boxes)]) -> the same shapes, moved; together centred on (0, 0)
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
MARGIN = 30.0
SCREEN = 1.6  # width to height


def pack(parts: Sequence[tuple[Points, Points]]) -> list[Points]:
    """Move each part (its points and the half sizes of their boxes) so that no two overlap."""
    corners = [(points - sizes).min(axis=0) for points, sizes in parts]
    extents = [
        (points + sizes).max(axis=0) - corner + MARGIN for (points, sizes), corner in zip(parts, corners, strict=True)
    ]
    places = _rows(extents, _page_width(extents))
    moved = [points - corner + place for (points, _), corner, place in zip(parts, corners, places, strict=True)]
    every = np.vstack([*places, *(place + extent for place, extent in zip(places, extents, strict=True))])
    middle = (every.min(axis=0) + every.max(axis=0) - MARGIN) / 2
    return [points - middle for points in moved]


def _page_width(extents: Sequence[Points]) -> float:
    area = sum(float(width * height) for width, height in extents)
    widest = max(float(width) for width, _ in extents)
    return max(widest, float(np.sqrt(area * SCREEN)))


def _rows(extents: Sequence[Points], page: float) -> list[Points]:
    """Fill rows from left to right, the way words fill a page; a row is as high as its first part.

    Lower parts are stacked in columns within the row, or single nodes would leave it nearly empty.
    """
    order = sorted(range(len(extents)), key=lambda index: (-float(extents[index][1]), index))
    places = [np.zeros(2) for _ in extents]
    left = right = top = below = high = 0.0
    for index in order:
        width, height = map(float, extents[index])
        if below + height > top + high:  # the column is full
            left, below = right, top
        if left and left + width > page + 1e-6:  # and so is the row
            left, right, top, high = 0.0, 0.0, top + high, 0.0
            below = top
        places[index] = np.array([left, below])
        right, below, high = max(right, left + width), below + height, max(high, height)
    return places
