"""One report of an event or commitment, on its way to be grouped with others.

Claim(consult in document a, "phone", 22 to 25 October) + Claim(consult in b, no mode, 25 October) -> one group
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from explorer.identity.evidence import evidence_key
from explorer.identity.periods import Period, group_by_time, period_of
from explorer.model import Actor, Commitment, Document, Event, Evidence

Item = TypeVar("Item", Event, Commitment)


class Cast(Protocol):
    """What sorting claims may ask about the actors of the world."""

    def find(self, actor_id: str) -> Actor | None:
        """Give an actor, or none."""

    def state(self, actor_id: str, day: date | None) -> str:
        """Give the country or organisation that a leader speaks for on a day, and any other actor itself."""

    def standing(self, actor_id: str, day: date | None) -> str:
        """Give the state of a leader if some article names it, else the leader."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[Item]):
    """`item` has the ids of the world; near-duplicate articles share a `family` and are one report.

    `place` is where the caller keeps the claim, `window` when it may have been, `variant` what may not differ if known.
    """

    item: Item
    document: Document
    family: str
    place: tuple[str, int] = ("", 0)
    window: Period | None = None
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimGroup(Generic[Item]):
    claims: tuple[Claim[Item], ...]
    period: Period | None
    variant: str | None = None

    @property
    def items(self) -> list[Item]:
        return [claim.item for claim in self.claims]

    @property
    def evidence(self) -> list[Evidence]:
        return [evidence for item in self.items for evidence in item.evidence]

    @property
    def day(self) -> date | None:
        """Give the latest day of a document."""
        periods = (period_of(claim.document.date) for claim in self.claims)
        return max((date.fromordinal(period.last) for period in periods if period), default=None)

    @property
    def reports(self) -> int:
        """Count the independent documents: however often one repeats itself, it is one report."""
        return len({claim.family for claim in self.claims})

    def joined(self, other: ClaimGroup[Item]) -> ClaimGroup[Item]:
        """Add the claims of another group."""
        return ClaimGroup(self.claims + other.claims, self.period, self.variant)


def are_of_one_time(one: ClaimGroup[Item], other: ClaimGroup[Item]) -> bool:
    """Tell whether two groups share a day; a group without a date may be of any."""
    return one.period is None or other.period is None or one.period.meets(other.period)


def group_claims(
    claims: Sequence[Claim[Item]],
    *,
    precise: int,
    fits: Callable[[ClaimGroup[Item], ClaimGroup[Item]], bool] = are_of_one_time,
) -> list[ClaimGroup[Item]]:
    """Group claims of one time and variant; a group of unknown variant goes to the only other group that it fits."""
    variants: dict[str | None, list[Claim[Item]]] = defaultdict(list)
    for claim in claims:
        variants[claim.variant].append(claim)
    strays = _by_time(variants.pop(None, []), None, precise)
    homes = [group for variant in sorted(variants, key=str) for group in _by_time(variants[variant], variant, precise)]
    return _with_strays(homes, strays, fits)


def content_key(group: ClaimGroup[Item]) -> tuple[object, ...]:
    """Give what orders groups of one name: their evidence, so that the order of the documents does not show."""
    return (sorted(map(evidence_key, group.evidence)), sorted(repr(item) for item in group.items))


def _by_time(claims: Sequence[Claim[Item]], variant: str | None, precise: int) -> list[ClaimGroup[Item]]:
    groups = group_by_time([claim.window for claim in claims], precise=precise)
    return [ClaimGroup(tuple(claims[place] for place in group.members), group.period, variant) for group in groups]


def _with_strays(
    homes: list[ClaimGroup[Item]],
    strays: Iterable[ClaimGroup[Item]],
    fits: Callable[[ClaimGroup[Item], ClaimGroup[Item]], bool],
) -> list[ClaimGroup[Item]]:
    found, left = list(homes), []
    for stray in strays:
        met = [place for place, home in enumerate(homes) if fits(home, stray)]
        if len(met) == 1:
            found[met[0]] = found[met[0]].joined(stray)
        else:
            left.append(stray)
    return found + left


def day_of(document: Document) -> date | None:
    """Give the latest day a document may be of."""
    period = period_of(document.date)
    return date.fromordinal(period.last) if period else None
