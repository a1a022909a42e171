"""Whether confidence means something: of what was reported with 0.8, are eight in ten right?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.evaluation.scoring import Judged

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs whose confidence lies in low..high: how many, how sure on average, which share was right."""

    low: float
    high: float
    size: int
    confidence: float
    right: float


def reliability(judged: Sequence[Judged], edges: Sequence[float] = EDGES) -> tuple[Bin, ...]:
    """Sort judged pairs into bins of confidence; empty bins are left out. The last bin holds its upper edge."""
    bins = []
    for low, high in zip(edges, edges[1:], strict=False):
        inside = [one for one in judged if low <= one.confidence < high or (high == edges[-1] == one.confidence)]
        if inside:
            mean = sum(one.confidence for one in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, sum(one.is_right for one in inside) / len(inside)))
    return tuple(bins)
