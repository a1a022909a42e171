"""Reports of one block, grouped by time and by what must not differ.

24 October, "550 billion" · November, no amount · 25 October, "550 billion" -> [24 and 25 October], [November]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from explorer.identity.claims import Claim, ClaimGroup, Item
from explorer.identity.periods import Period, group_by_time


@dataclass(frozen=True, slots=True)
class Dated(Generic[Item]):
    """`window` is when the thing that is claimed may have been, `variant` what must not differ if known."""

    claim: Claim[Item]
    window: Period | None
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Bunch(Generic[Item]):
    """Claims that may be of one thing; `period` are the days they share."""

    members: tuple[Dated[Item], ...]
    period: Period | None

    @property
    def group(self) -> ClaimGroup[Item]:
        return ClaimGroup(tuple(member.claim for member in self.members))

    def joined(self, other: Bunch[Item]) -> Bunch[Item]:
        """Add the claims of another bunch."""
        return Bunch(self.members + other.members, self.period)


Fits = Callable[[Bunch[Item], Bunch[Item]], bool]


def are_of_one_time(one: Bunch[Item], other: Bunch[Item]) -> bool:
    """Tell whether two bunches share a day; one without a date may be of any."""
    return one.period is None or other.period is None or one.period.meets(other.period)


def group_dated(claims: Sequence[Dated[Item]], *, precise: int, fits: Fits[Item] | None = None) -> list[Bunch[Item]]:
    """Group claims of one time and variant; those of unknown variant go to the only other bunch that they fit.

    Windows of up to `precise` days tell one thing from the next. By default a bunch fits what it shares a day with.
    """
    variants: dict[str | None, list[Dated[Item]]] = defaultdict(list)
    for claim in claims:
        variants[claim.variant].append(claim)
    strays = _by_time(variants.pop(None, []), precise)
    homes = [bunch for variant in sorted(variants, key=str) for bunch in _by_time(variants[variant], precise)]
    return _with_strays(homes, strays, fits or are_of_one_time)


def _by_time(claims: Sequence[Dated[Item]], precise: int) -> list[Bunch[Item]]:
    groups = group_by_time([claim.window for claim in claims], precise=precise)
    return [Bunch(tuple(claims[place] for place in group.members), group.period) for group in groups]


def _with_strays(homes: list[Bunch[Item]], strays: Iterable[Bunch[Item]], fits: Fits[Item]) -> list[Bunch[Item]]:
    found, left = list(homes), []
    for stray in strays:
        met = [place for place, home in enumerate(homes) if fits(home, stray)]
        if len(met) == 1:
            found[met[0]] = found[met[0]].joined(stray)
        else:
            left.append(stray)
    return found + left
