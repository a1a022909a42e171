"""Ids that tell a person what they stand for and do not depend on the order of the documents.

summit, Japan and the United States, October 2025 -> "summit:japan-united-states:2025-10"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from explorer.identity.claims import Cast
from explorer.identity.periods import Period
from explorer.knowledge.names import slug
from explorer.model import ActorType, Amount

MOST_NAMED = 4
DAYS_OF_NEWS = 7
DAYS_OF_MONTH = 31
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class Names:
    """Gives every id once: the second of one name becomes "…-2"."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: Counter[str] = Counter()

    def unique(self, wanted: str) -> str:
        """Give the id itself the first time, then the first free number; ask in an order that is always the same."""
        name = wanted
        while name in self._given:
            self._next[wanted] += 1
            name = f"{wanted}-{self._next[wanted] + 1}"
        self._given.add(name)
        return name


def described(actor_ids: Sequence[str], cast: Cast) -> str:
    """Name participants in an id: the first few by name, the others by their number."""
    named = [_slug(actor_id, cast) for actor_id in actor_ids[:MOST_NAMED]]
    others = len(actor_ids) - MOST_NAMED
    return "-".join([*named, f"and-{others}-more"] if others > 0 else named)


def day_label(period: Period | None) -> str:
    """Write a period at the precision it has: a day, a month or a year; nothing for what is longer."""
    if period is None:
        return ""
    first, last = date.fromordinal(period.first), date.fromordinal(period.last)
    if period.days <= DAYS_OF_NEWS:
        return last.isoformat()
    return month_label(period) if first.year == last.year and period.days <= DAYS_OF_MONTH else str(first.year)


def month_label(period: Period | None) -> str:
    """Write the month in which a period begins, or the year if it is longer than a month."""
    if period is None:
        return ""
    first = date.fromordinal(period.first)
    return f"{first:%Y-%m}" if period.days <= DAYS_OF_MONTH else f"{first:%Y}"


def amount_label(amount: Amount) -> str:
    """Write an amount short: 550e9 USD -> "550-billion-usd"."""
    scale, word = next(((size, word) for size, word in SCALES if amount.value >= size), (1, ""))
    number = f"{amount.value / scale:.4g}".replace(".", "-").replace("+", "")
    return "-".join(filter(None, (number, word, (amount.currency or "").lower())))


def _slug(actor_id: str, cast: Cast) -> str:
    """Name a country by its name ("japan", as its id says only JPN), anyone else by the id, which is unique."""
    actor = cast.find(actor_id)
    if actor and actor.type is ActorType.COUNTRY:
        return slug(actor.name) or actor_id.partition(":")[2].lower()
    return actor_id.partition(":")[2].lower() or slug(actor_id)
