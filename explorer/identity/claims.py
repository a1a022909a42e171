"""One report of an event or commitment, and all reports that tell of the same one.

Claim(consult, document a, family a) + Claim(consult, document b, family a) -> one ClaimGroup with one report
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from explorer.identity.evidence import evidence_key
from explorer.identity.periods import period_of
from explorer.model import Actor, Commitment, Document, Event, Evidence

Item = TypeVar("Item", Event, Commitment)
Value = TypeVar("Value")


class Cast(Protocol):
    """What may be asked about the actors of the world."""

    def find(self, actor_id: str) -> Actor | None:
        """Give the actor of an id, if some article names it."""

    def state(self, actor_id: str, day: date | None) -> str:
        """Give the state or body that a leader speaks for on a day, else the id itself."""

    def standing(self, actor_id: str, day: date | None) -> str:
        """Give that state if some article names it, else the id itself."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[Item]):
    """`item` has the ids of the world and knows where its evidence stands.

    Articles that are nearly the same share a `family`, and are one report. `place` is where the caller keeps the claim.
    """

    item: Item
    document: Document
    family: str
    place: tuple[str, int] = ("", 0)


@dataclass(frozen=True, slots=True)
class ClaimGroup(Generic[Item]):
    """The claims of one event or commitment."""

    claims: tuple[Claim[Item], ...]

    @property
    def items(self) -> list[Item]:
        return [claim.item for claim in self.claims]

    @property
    def evidence(self) -> list[Evidence]:
        return [evidence for item in self.items for evidence in item.evidence]

    @property
    def day(self) -> date | None:
        """Give the latest day of a document."""
        days = (day_of(claim.document) for claim in self.claims)
        return max((day for day in days if day), default=None)

    @property
    def reports(self) -> int:
        """Count independent reports: however often one repeats itself or is reprinted, it is one."""
        return len({claim.family for claim in self.claims})

    def said(self, value_of: Callable[[Item], Value]) -> Iterator[Value]:
        """Give each value once a report, so that a reprint has no second vote."""
        seen: set[tuple[str, Value]] = set()
        for claim in self.claims:
            vote = claim.family, value_of(claim.item)
            if vote not in seen:
                seen.add(vote)
                yield vote[1]


def day_of(document: Document) -> date | None:
    """Give the last day that an article may be of."""
    period = period_of(document.date)
    return date.fromordinal(period.last) if period else None


def in_order(claims: Sequence[Claim[Item]]) -> list[Claim[Item]]:
    """Sort claims by what they say, so that the order they came in does not show."""
    return sorted(claims, key=lambda claim: (claim.document.id, repr(claim.item), claim.family))


def content_key(group: ClaimGroup[Item]) -> tuple[object, ...]:
    """Give what orders groups of one name: their evidence, so that the order of the documents does not show."""
    return (sorted(map(evidence_key, group.evidence)), sorted(repr(item) for item in group.items))
