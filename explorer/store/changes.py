"""What a transaction has touched so far, and has to be found out anew before it ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """Where a claim stands: its document and its position among those of its kind."""

    document: str
    position: int


class Spot(NamedTuple):
    """Where in the time of a block an event's claim was taken away; the order is that of the claims of a block."""

    last: int
    first: int
    document: str
    position: int


@dataclass(slots=True)
class Changes:
    """`keys` have other votes or settings, `ruled` other rulings, `claims` are to be placed anew, and all else may have
    lost a claim or got one.
    """

    keys: set[str] = field(default_factory=set)
    ruled: set[str] = field(default_factory=set)
    claims: dict[str, set[Place]] = field(
        default_factory=lambda: {"ties": set(), "events": set(), "commitments": set()}
    )
    spots: dict[str, set[Spot]] = field(default_factory=dict)
    cells: set[tuple[str, str]] = field(default_factory=set)  # of a block
    ties: set[int] = field(default_factory=set)
    commitments: set[int] = field(default_factory=set)
    blocks: set[str] = field(default_factory=set)  # of commitments
    propers: set[str] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was touched."""
        sets = (self.keys, self.ruled, self.spots, self.cells, self.ties, self.commitments, self.blocks, self.propers)
        return not any(sets) and not any(self.claims.values())
