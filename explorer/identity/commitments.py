"""One alliance, agreement, pledge or summit from all reports of it.

"Trump will meet Takaichi" (25 October) + "their summit in Tokyo" (29 October) -> one summit, held, 2 reports
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from explorer.identity.actors import Actors
from explorer.identity.claims import Claim, ClaimGroup, content_key, group_claims
from explorer.identity.evidence import merged, placed
from explorer.identity.naming import Names, amount_label, described, month_label
from explorer.identity.parties import PartyKey, merged_parties, party_key
from explorer.identity.periods import Period, most_precise, period_of, span_period
from explorer.identity.variants import with_amounts, with_subjects
from explorer.identity.votes import choose, most_reported
from explorer.model import Commitment, CommitmentKind, CommitmentStatus, Document, Extraction, Party

PRECISE_DAYS = 31
SUMMIT_AHEAD = 60  # a summit that is announced comes within about two months
SUMMIT_NEWS = 7
NEAR_DAYS = 60
AGREEMENT_DAYS = NEAR_DAYS // 2  # two such windows meet when the documents are at most 60 days apart
PLEDGE_DAYS = 180  # an amount tells pledges apart, so reports may lie further apart; next year's pledge is another
FINAL = (CommitmentStatus.ACTIVE, CommitmentStatus.CANCELLED, CommitmentStatus.ENDED)


def resolve_commitments(extractions: Iterable[Extraction], actors: Actors) -> tuple[Commitment, ...]:
    """Merge reports of the same kind between the same states, with amounts and dates that agree."""
    found: dict[PartyKey, list[tuple[Commitment, Document]]] = defaultdict(list)
    for extraction in extractions:
        ids = actors.of(extraction)
        period = period_of(extraction.document.date)
        day = date.fromordinal(period.last) if period else None
        for commitment in extraction.commitments:
            here = _in_world(commitment, extraction, ids)
            found[party_key(here, actors, day)].append((here, extraction.document))
    groups = [group for reports in found.values() for group in _groups(reports)]
    return _named(groups, actors)


def _in_world(commitment: Commitment, extraction: Extraction, ids: Mapping[str, str]) -> Commitment:
    parties = dict.fromkeys(Party(ids.get(party.actor, party.actor), party.role) for party in commitment.parties)
    return replace(commitment, parties=tuple(parties), evidence=placed(commitment.evidence, extraction.document))


def _groups(reports: list[tuple[Commitment, Document]]) -> list[ClaimGroup[Commitment]]:
    """Group reports of one kind and the same parties."""
    claims = [Claim(commitment, document, _window(commitment, document)) for commitment, document in reports]
    match claims[0].item.kind:
        case CommitmentKind.PLEDGE:
            return group_claims(with_amounts(claims), precise=PRECISE_DAYS, fits=_may_be_one_pledge)
        case CommitmentKind.AGREEMENT:
            groups = group_claims(with_subjects(claims), precise=PRECISE_DAYS)
            return [part for group in groups for part in _split_by_amount(group)]
        case _:
            return group_claims(claims, precise=PRECISE_DAYS)


def _split_by_amount(group: ClaimGroup[Commitment]) -> list[ClaimGroup[Commitment]]:
    """Keep two deals of one month apart if one is of $6 billion and the other of $10 billion."""
    claims = with_amounts(group.claims)
    known = {claim.variant for claim in claims if claim.variant}
    return group_claims(claims, precise=PRECISE_DAYS) if len(known) > 1 else [group]


def _may_be_one_pledge(home: ClaimGroup[Commitment], stray: ClaimGroup[Commitment]) -> bool:
    """Tell whether a pledge without an amount may be the one of known amount: near in time, of no other subject."""
    about = [{topic for item in group.items for topic in item.topics} for group in (home, stray)]
    if all(about) and not about[0] & about[1]:
        return False
    times = [(_when(one), _when(other)) for one in home.claims for other in stray.claims]
    return any(not one or not other or one.widened(NEAR_DAYS, NEAR_DAYS).meets(other) for one, other in times)


def _when(claim: Claim[Commitment]) -> Period | None:
    return span_period(claim.item.date) or period_of(claim.document.date)


def _window(commitment: Commitment, document: Document) -> Period | None:
    """Give the days in which another report is taken for the same."""
    stated, reported = span_period(commitment.date), period_of(document.date)
    match commitment.kind:
        case CommitmentKind.ALLIANCE:
            return None
        case CommitmentKind.SUMMIT:
            return stated or (reported and _summit_window(commitment.status, reported))
        case CommitmentKind.AGREEMENT:
            return stated or (reported and reported.widened(AGREEMENT_DAYS, AGREEMENT_DAYS))
        case CommitmentKind.PLEDGE:
            days = PLEDGE_DAYS if commitment.amount else AGREEMENT_DAYS
            when = stated or reported
            return when and when.widened(days, days)


def _summit_window(status: CommitmentStatus, reported: Period) -> Period:
    is_ahead = status in (CommitmentStatus.PLANNED, CommitmentStatus.CANCELLED)
    return reported.widened(0, SUMMIT_AHEAD) if is_ahead else reported.widened(SUMMIT_NEWS, 0)


def _named(groups: list[ClaimGroup[Commitment]], actors: Actors) -> tuple[Commitment, ...]:
    wanted = []
    for group in groups:
        commitment = _merge(group, actors)
        wanted.append((_id(commitment, actors, group.day), content_key(group), commitment))
    names = Names()
    ordered = sorted(wanted, key=lambda item: item[:2])
    return tuple(replace(commitment, id=names.unique(name)) for name, _, commitment in ordered)


def _id(commitment: Commitment, actors: Actors, day: date | None) -> str:
    states = sorted({actors.state(party.actor, day) for party in commitment.parties})
    parts = [str(commitment.kind), described(states, actors.by_id)]
    if commitment.kind is CommitmentKind.PLEDGE and commitment.amount:
        parts.append(amount_label(commitment.amount))
    elif commitment.kind is not CommitmentKind.ALLIANCE:
        parts.append(month_label(span_period(commitment.date)))
    return ":".join(filter(None, parts))


def _merge(group: ClaimGroup[Commitment], actors: Actors) -> Commitment:
    items = group.items
    best = min(items, key=lambda item: (-item.confidence, repr(item)))
    return replace(
        best,
        name=most_reported(Counter(item.name for item in items)),
        parties=merged_parties(items, actors, group.day),
        status=_status([item.status for item in items]),
        date=most_precise(item.date for item in items),
        amount=choose(item.amount for item in items),
        topics=tuple(sorted({topic for item in items for topic in item.topics})),
        instrument=choose(item.instrument for item in items),
        evidence=merged(group.evidence),
        reports=group.reports,
    )


def _status(statuses: Sequence[CommitmentStatus]) -> CommitmentStatus:
    """What was held was held; else what became of it counts more than the plan."""
    if CommitmentStatus.HELD in statuses:
        return CommitmentStatus.HELD
    votes = Counter(status for status in statuses if status in FINAL)
    return most_reported(votes, preferred=[CommitmentStatus.ACTIVE]) if votes else CommitmentStatus.PLANNED
