"""What tells two commitments between the same parties apart: their amounts and what they are about.

$550 billion, €2 billion, 550.0 billion dollars -> two variants
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from explorer.identity.claims import Claim
from explorer.identity.grouping import Dated
from explorer.identity.periods import span_period
from explorer.model import Amount, Commitment

NEAR_AMOUNT = 1.05  # "$550 billion" and "some $545 billion" are one
EVERYWHERE = {"diplomatic", "executive"}  # topics of any agreement between governments
Money = tuple[str, float]


def amount_names(amounts: Iterable[Amount]) -> dict[Money, str]:
    """Name each amount, by currency and value, after the smallest of its currency that lies within 5 %."""
    names: dict[Money, str] = {}
    smallest: Money | None = None
    for currency, value in sorted({_money(amount) for amount in amounts}):
        if smallest is None or currency != smallest[0] or value > smallest[1] * NEAR_AMOUNT:
            smallest = (currency, value)
        names[currency, value] = f"{smallest[0]} {smallest[1]}"
    return names


def with_amounts(claims: Sequence[Dated[Commitment]]) -> list[Dated[Commitment]]:
    """Let claims differ by amount; one without an amount has no variant."""
    amounts = [claim.claim.item.amount for claim in claims]
    names = amount_names(amount for amount in amounts if amount)
    pairs = zip(claims, amounts, strict=True)
    return [replace(claim, variant=names[_money(amount)] if amount else None) for claim, amount in pairs]


def with_changed_amounts(claims: Sequence[Dated[Commitment]]) -> list[Dated[Commitment]]:
    """Take for one what later articles give another amount for, of the same day stated and the same topics.

    "Japan pledged $5 billion on Monday" (Tuesday) · "On Monday Japan pledged $6 billion" (Friday) -> one variant
    """
    stages: dict[tuple[object, ...], list[Dated[Commitment]]] = defaultdict(list)
    for claim in claims:
        if claim.variant and (key := _stated(claim.claim)):
            stages[key].append(claim)
    joined: dict[str, str] = {}
    for same in stages.values():
        if _is_change(same):
            _join({claim.variant for claim in same if claim.variant}, joined)
    return [replace(claim, variant=joined.get(claim.variant or "", claim.variant)) for claim in claims]


def with_subjects(claims: Sequence[Dated[Commitment]]) -> list[Dated[Commitment]]:
    """Let claims differ by subject, a set of topics that some claim has together: a trade deal is no ceasefire."""
    subjects = [_subject(claim.claim.item) for claim in claims]
    names: dict[str, str] = {}
    for topics in subjects:
        _join(set(topics), names)
    pairs = zip(claims, subjects, strict=True)
    return [replace(claim, variant=names[subject[0]] if subject else None) for claim, subject in pairs]


def _money(amount: Amount) -> Money:
    return amount.currency or "", amount.value


def _subject(item: Commitment) -> tuple[str, ...]:
    return tuple(topic for topic in item.topics if topic not in EVERYWHERE)


def _stated(claim: Claim[Commitment]) -> tuple[object, ...] | None:
    """Give what must be the same for two amounts to be one; without a day or a subject nothing says that they are."""
    period, subject = span_period(claim.item.date), _subject(claim.item)
    is_telling = period and period.days == 1 and subject and claim.item.amount
    return (period, frozenset(subject), claim.item.amount.currency) if is_telling and claim.item.amount else None


def _is_change(claims: Sequence[Dated[Commitment]]) -> bool:
    """Tell whether every article knows one amount only, and each amount comes in articles of later days than the last.

    An article that tells of two, or two articles of one day, speak of two pledges.
    """
    days: dict[str, set[str]] = defaultdict(set)
    amounts: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        days[claim.variant or ""].add(claim.claim.document.date or "")
        amounts[claim.claim.document.id].add(claim.variant or "")
    in_turn = sorted(days.values(), key=lambda one: (min(one), max(one)))
    return all(len(one) == 1 for one in amounts.values()) and all(max(a) < min(b) for a, b in pairwise(in_turn))


def _join(values: set[str], names: dict[str, str]) -> None:
    """Give one name, the first in the alphabet, to values and to all that were joined to any of them before."""
    joined = {names.get(value, value) for value in values} | values
    for value in [value for value, name in names.items() if name in joined]:
        names[value] = min(joined)
    names.update(dict.fromkeys(joined, min(joined, default="")))
