"""What tells two commitments between the same parties apart: their amounts and what they are about.

$550 billion, €2 billion, 550.0 billion dollars -> two variants
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from explorer.identity.claims import Claim
from explorer.model import Amount, Commitment

NEAR_AMOUNT = 1.05  # "$550 billion" and "some $545 billion" are one

EVERYWHERE = {"diplomatic", "executive"}  # topics of any agreement between governments


def with_amounts(claims: Sequence[Claim[Commitment]]) -> list[Claim[Commitment]]:
    """Let claims differ by amount; one without an amount has no variant."""
    names = amount_variants([claim.item.amount for claim in claims])
    return [replace(claim, variant=name) for claim, name in zip(claims, names, strict=True)]


def amount_variants(amounts: Sequence[Amount | None]) -> list[str | None]:
    """Name each amount after the smallest that lies within 5 %; none stays none."""
    names = _amount_names([amount for amount in amounts if amount])
    return [_amount_name(amount, names) for amount in amounts]


def with_subjects(claims: Sequence[Claim[Commitment]]) -> list[Claim[Commitment]]:
    """Let claims differ by subject, a set of topics that some claim has together: a trade deal is no ceasefire."""
    subjects = [tuple(topic for topic in claim.item.topics if topic not in EVERYWHERE) for claim in claims]
    names = _subject_names(subjects)
    pairs = zip(claims, subjects, strict=True)
    return [replace(claim, variant=names[subject[0]] if subject else None) for claim, subject in pairs]


def _amount_name(amount: Amount | None, names: dict[tuple[str, float], str]) -> str | None:
    return names[amount.currency or "", amount.value] if amount else None


def _amount_names(amounts: Sequence[Amount]) -> dict[tuple[str, float], str]:
    """Name each amount after the smallest of its currency that lies within 5 %."""
    names: dict[tuple[str, float], str] = {}
    smallest: tuple[str, float] | None = None
    for currency, value in sorted({(amount.currency or "", amount.value) for amount in amounts}):
        if smallest is None or currency != smallest[0] or value > smallest[1] * NEAR_AMOUNT:
            smallest = (currency, value)
        names[currency, value] = f"{smallest[0]} {smallest[1]}"
    return names


def _subject_names(subjects: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """Name each topic after the first, in the alphabet, of all that are joined to it."""
    names: dict[str, str] = {}
    for topics in subjects:
        joined = {names.get(topic, topic) for topic in topics} | set(topics)
        for topic in [topic for topic, name in names.items() if name in joined]:
            names[topic] = min(joined)
        names.update(dict.fromkeys(joined, min(joined, default="")))
    return names
