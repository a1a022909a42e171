"""How what reports say of one thing changed: planned, then held; $5 billion, then $6 billion.

history([planned on 20 October, held on 29 October, held on 30 October]) -> planned (1 report), held (2 reports)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from explorer.identity.claims import Claim
from explorer.identity.votes import choose
from explorer.model import Amount, Commitment, CommitmentStatus, Event, Standing, Status

HAPPENED: set[str] = {str(Status.ACTUAL), str(CommitmentStatus.HELD)}
DID_NOT: set[str] = {str(Status.NEGATED), str(CommitmentStatus.CANCELLED)}
LAST = "~"  # after every date


def history(claims: Sequence[Claim[Any]]) -> tuple[Standing, ...]:
    """Give each status with each amount once, in the order of their first reports; undated ones come last."""
    stages: dict[tuple[str, str, float | None], list[Claim[Any]]] = defaultdict(list)
    for claim in claims:
        amount: Amount | None = claim.item.amount
        currency, value = (amount.currency or "", amount.value) if amount else ("", None)
        stages[str(claim.item.status), currency, value].append(claim)
    found = [_standing(status, reports) for (status, _, _), reports in stages.items()]
    return tuple(sorted(found, key=lambda one: (one.since or LAST, one.until or LAST, one.status, repr(one.amount))))


def is_disputed(record: Event | Commitment) -> bool:
    """Tell whether some articles say that it took place and others that it did not."""
    said = {stage.status for stage in record.history}
    return bool(said & HAPPENED and said & DID_NOT)


def settled(claims: Sequence[Claim[Event]]) -> Status:
    """Give the status of an event: whether it took place as most say, the latest of equals; else if it is planned."""
    for among in ((Status.ACTUAL, Status.NEGATED), (Status.FUTURE,), (Status.HISTORICAL,)):
        said = {status: _weight(status, claims) for status in among}
        best = max(said, key=lambda status: said[status])
        if said[best][0]:
            return best
    return Status.HYPOTHETICAL


def _weight(status: Status, claims: Sequence[Claim[Event]]) -> tuple[int, str, bool]:
    """Count independent reports; of equals the later counts, and then that it took place."""
    own = [claim for claim in claims if claim.item.status is status]
    dates = [claim.document.date or "" for claim in own]
    return len({claim.family for claim in own}), max(dates, default=""), status is Status.ACTUAL


def _standing(status: str, claims: Sequence[Claim[Any]]) -> Standing:
    dates = sorted(claim.document.date for claim in claims if claim.document.date)
    amount = choose(claim.item.amount for claim in claims)
    reports = len({claim.family for claim in claims})
    return Standing(status, dates[0] if dates else None, dates[-1] if dates else None, amount, reports)
