"""B³: how well one clustering of mentions agrees with another (Bagga & Baldwin 1998).

bcubed({"Xi": "x", "Xi Jinping": "x"}, {"Xi": "1", "Xi Jinping": "2"}) -> precision 1.0, recall 0.5

For each mention of the gold, precision is the share of its system cluster that belongs with it, recall the share of its
gold cluster that the system put with it; both are averaged over the mentions.

Mentions that the system lacks count as clusters of their own, as Cai & Strube (2010) put twinless gold mentions into
the response: they cost recall unless they are single, and no precision. Mentions that only the system has are left out,
since a gold need not list every mention of a text; so the figures say nothing of what was found in excess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Mention = TypeVar("Mention", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares in 0..1; both are 1 where there is no mention, as then nothing is wrong."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(gold: Mapping[Mention, str], system: Mapping[Mention, str]) -> Score:
    """Compare what cluster each mention has in the gold with the one that it has in the system."""
    if not gold:
        return Score(1.0, 1.0)
    pairs = [(cluster, _cluster(mention, system)) for mention, cluster in gold.items()]
    both, golden, found = Counter(pairs), Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    precision = sum(both[pair] / found[pair[1]] for pair in pairs)
    recall = sum(both[pair] / golden[pair[0]] for pair in pairs)
    return Score(precision / len(pairs), recall / len(pairs))


def _cluster(mention: Mention, system: Mapping[Mention, str]) -> tuple[bool, object]:
    """Give a mention that is missing a cluster that no other has, whatever the clusters are called."""
    return (True, system[mention]) if mention in system else (False, mention)
