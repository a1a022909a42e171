"""What reports said of a thing, stage by stage.

planned on 1 October, held on 28 October, held on 29 October -> planned (1 report), then held (2 reports)
"""

from __future__ import annotations

from collections import defaultdict

from explorer.identity.claims import Claim, ClaimGroup, Item, day_of
from explorer.model import Commitment, CommitmentStatus, Event, Standing, Status

HAPPENED = {str(Status.ACTUAL), str(CommitmentStatus.HELD)}
DID_NOT = {str(Status.NEGATED), str(CommitmentStatus.CANCELLED)}
UNSETTLED = (Status.FUTURE, Status.HISTORICAL, Status.HYPOTHETICAL)


def history_of(group: ClaimGroup[Item]) -> tuple[Standing, ...]:
    """Give each status and amount that reports state, in the order of the first report; undated ones last."""
    stages: dict[tuple[str, str], list[Claim[Item]]] = defaultdict(list)
    for claim in group.claims:
        stages[str(claim.item.status), _amount(claim.item)].append(claim)
    found = [_standing(claims) for claims in stages.values()]
    return tuple(sorted(found, key=lambda stage: (stage.since or "~", stage.until or "~", stage.status, repr(stage))))


def is_disputed(record: Event | Commitment) -> bool:
    """Tell whether some reports say that it happened and others that it did not."""
    said = {stage.status for stage in record.history}
    return bool(said & HAPPENED and said & DID_NOT)


def settled(group: ClaimGroup[Event]) -> Status:
    """Give what is known now: a report that it happened, or did not, counts more than any of what was planned.

    Of the two, what more independent reports say; of equals the later news.
    """
    firm = [stage for status in (Status.ACTUAL, Status.NEGATED) if (stage := _of_status(group, status))]
    if firm:
        return max(firm, key=lambda part: (part.reports, str(part.day or ""))).items[0].status
    said = {item.status for item in group.items}
    return next(status for status in UNSETTLED if status in said)


def _of_status(group: ClaimGroup[Event], status: Status) -> ClaimGroup[Event] | None:
    claims = tuple(claim for claim in group.claims if claim.item.status is status)
    return ClaimGroup(claims) if claims else None


def _amount(item: Event | Commitment) -> str:
    return f"{item.amount.currency} {item.amount.value}" if item.amount else ""


def _standing(claims: list[Claim[Item]]) -> Standing:
    dates = sorted(claim.document.date for claim in claims if claim.document.date and day_of(claim.document))
    amounts = [claim.item.amount for claim in claims if claim.item.amount]
    return Standing(
        status=str(claims[0].item.status),
        since=dates[0] if dates else None,
        until=dates[-1] if dates else None,
        amount=min(amounts, key=repr, default=None),
        reports=len({claim.family for claim in claims}),
    )
