"""One alliance, agreement, pledge or summit from all reports of it.

"Trump will meet Takaichi" (25 October) + "their summit in Tokyo" (29 October) -> one summit, planned, then held
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from explorer.identity.alike import sort_out
from explorer.identity.claims import Cast, Claim, ClaimGroup, content_key, in_order
from explorer.identity.evidence import merged
from explorer.identity.grouping import Bunch, Dated, group_dated
from explorer.identity.histories import history_of
from explorer.identity.naming import amount_label, described, month_label
from explorer.identity.parties import bound_states, merged_parties, party_key
from explorer.identity.periods import Period, most_precise, period_of, span_period
from explorer.identity.proper_names import proper_name
from explorer.identity.variants import with_amounts, with_changed_amounts, with_subjects
from explorer.identity.votes import choose, most_reported
from explorer.model import Commitment, CommitmentKind, CommitmentStatus, Document

__all__ = ["block_of_commitment", "join_named", "merge_commitment", "proper_name", "split_commitments"]

PRECISE_DAYS = 31
SUMMIT_AHEAD = 60  # a summit that is announced comes within about two months
SUMMIT_NEWS = 7
NEAR_DAYS = 60
AGREEMENT_DAYS = NEAR_DAYS // 2  # two such windows meet when the documents are at most 60 days apart
PLEDGE_DAYS = 180  # an amount tells pledges apart, so reports may lie further apart; next year's pledge is another
RECALLED_DAYS = 180  # for half a year "the tariff deal" is the one that was concluded, not a new one
LASTING = {CommitmentKind.ALLIANCE, CommitmentKind.AGREEMENT}  # what has a name keeps it for years
NO_SUBJECT = {"and", "others"}  # "Russia–Ukraine–Turkey and others accord"
FINAL = (CommitmentStatus.ACTIVE, CommitmentStatus.CANCELLED, CommitmentStatus.ENDED)


def block_of_commitment(commitment: Commitment, day: date | None, cast: Cast) -> str:
    """Name what reports of one commitment share: kind and parties as states; `day` is that of the article."""
    kind, parties, receivers = party_key(commitment, cast, day)
    return f"{kind}|{'+'.join(sorted(parties))}>{'+'.join(sorted(receivers))}"


def split_commitments(claims: Sequence[Claim[Commitment]]) -> list[ClaimGroup[Commitment]]:
    """Tell apart the commitments of one block, by time, amounts and what they are about."""
    ordered = in_order(claims)
    return [ClaimGroup(tuple(in_order(bunch.group.claims))) for bunch in _bunches(ordered)] if ordered else []


def join_named(groups: Sequence[ClaimGroup[Commitment]], cast: Cast) -> list[ClaimGroup[Commitment]]:
    """Join groups of one kind and proper name that have parties in common and times that agree, whatever their block.

    "The Emirates and Bahrain signed the Abraham Accords" and "Israel signed the Abraham Accords with the Emirates" are
    one. Groups without a name are left as they are.
    """
    ordered = sorted(groups, key=content_key)
    named = [(group, _names(group), _parties(group, cast)) for group in ordered]
    sets = sort_out(
        [one for one in named if one[1]],
        lambda one, other: (
            one[0].items[0].kind is other[0].items[0].kind
            and bool(one[1] & other[1])
            and bool(one[2] & other[2])
            and _agree_in_time(one[0], other[0])
        ),
    )
    joined = [ClaimGroup(tuple(in_order([claim for one in each for claim in one[0].claims]))) for each in sets]
    return [*(group for group, names, _ in named if not names), *joined]


def merge_commitment(group: ClaimGroup[Commitment], cast: Cast) -> Commitment:
    """Make one commitment of all reports of it; its id is readable, and perhaps that of another between the same."""
    items = group.items
    best = min(items, key=lambda item: (-item.confidence, repr(item)))
    commitment = replace(
        best,
        name=most_reported(Counter(group.said(lambda item: item.name))),
        parties=merged_parties(items, cast, group.day),
        status=_status(list(group.said(lambda item: item.status))),
        date=most_precise(item.date for item in items),
        amount=choose(group.said(lambda item: item.amount)),
        topics=tuple(sorted({topic for item in items for topic in item.topics})),
        instrument=choose(group.said(lambda item: item.instrument)),
        evidence=merged(group.evidence),
        reports=group.reports,
        history=history_of(group),
    )
    return replace(commitment, id=_id(commitment, cast, group.day))


def _bunches(claims: Sequence[Claim[Commitment]]) -> list[Bunch[Commitment]]:
    """Group reports of one kind and the same parties."""
    dated = [Dated(claim, _window(claim.item, claim.document)) for claim in claims]
    match claims[0].item.kind:
        case CommitmentKind.PLEDGE:
            pledges = with_changed_amounts(with_amounts(dated))
            return group_dated(pledges, precise=PRECISE_DAYS, fits=_may_be_one_pledge)
        case CommitmentKind.AGREEMENT:
            bunches = group_dated(with_subjects(_recalled(dated)), precise=PRECISE_DAYS)
            return [part for bunch in bunches for part in _split_by_amount(bunch)]
        case _:
            return group_dated(dated, precise=PRECISE_DAYS)


def _recalled(claims: list[Dated[Commitment]]) -> list[Dated[Commitment]]:
    """Give an agreement without a date the one that others date to the half year before, if they call it the same."""
    known = [(span_period(one.claim.item.date), _called(one.claim.item)) for one in claims]
    dated = [(period, words) for period, words in known if period and period.days <= PRECISE_DAYS and words]
    return [replace(one, window=_recalled_window(one, dated) or one.window) for one in claims]


def _recalled_window(one: Dated[Commitment], dated: Sequence[tuple[Period, frozenset[str]]]) -> Period | None:
    reported = period_of(one.claim.document.date)
    if reported is None or span_period(one.claim.item.date):
        return None
    words = _called(one.claim.item)
    before = reported.widened(RECALLED_DAYS, 0)
    found = [period for period, other in dated if words & other and period.meets(before)]
    shared = Period(max(each.first for each in found), min(each.last for each in found)) if found else None
    return shared if shared and shared.days > 0 else None


def _called(commitment: Commitment) -> frozenset[str]:
    """Give the words that say which agreement it is: "Japan–United States tariff agreement" -> {tariff}."""
    backwards = takewhile(str.islower, reversed(commitment.name.split()))
    phrase = " ".join(reversed(list(backwards))).partition(" of ")[0]
    return frozenset(phrase.split()[:-1]) - NO_SUBJECT


def _split_by_amount(bunch: Bunch[Commitment]) -> list[Bunch[Commitment]]:
    """Keep two deals of one month apart if one is of $6 billion and the other of $10 billion."""
    claims = with_amounts(bunch.members)
    known = {claim.variant for claim in claims if claim.variant}
    return group_dated(claims, precise=PRECISE_DAYS) if len(known) > 1 else [bunch]


def _may_be_one_pledge(home: Bunch[Commitment], stray: Bunch[Commitment]) -> bool:
    """Tell whether a pledge without an amount may be the one of known amount: near in time, of no other subject."""
    about = [{topic for item in bunch.group.items for topic in item.topics} for bunch in (home, stray)]
    if all(about) and not about[0] & about[1]:
        return False
    times = [(_when(one.claim), _when(other.claim)) for one in home.members for other in stray.members]
    return any(not one or not other or one.widened(NEAR_DAYS, NEAR_DAYS).meets(other) for one, other in times)


def _when(claim: Claim[Commitment]) -> Period | None:
    return span_period(claim.item.date) or period_of(claim.document.date)


def _names(group: ClaimGroup[Commitment]) -> frozenset[str]:
    return frozenset(name for item in group.items if (name := proper_name(item)))


def _parties(group: ClaimGroup[Commitment], cast: Cast) -> frozenset[str]:
    return frozenset(state for item in group.items for state in bound_states(item, cast, group.day))


def _agree_in_time(one: ClaimGroup[Commitment], other: ClaimGroup[Commitment]) -> bool:
    """Tell whether some day suits both; what lasts is told of for years, so only a date in the text says when."""
    times, others = ([_time(claim) for claim in group.claims] for group in (one, other))
    known, known_too = ([time for time in each if time] for each in (times, others))
    return not known or not known_too or any(mine.meets(yours) for mine in known for yours in known_too)


def _time(claim: Claim[Commitment]) -> Period | None:
    if claim.item.kind in LASTING:
        return span_period(claim.item.date)
    return _window(claim.item, claim.document)


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


def _id(commitment: Commitment, cast: Cast, day: date | None) -> str:
    states = sorted({cast.state(party.actor, day) for party in commitment.parties})
    parts = [str(commitment.kind), described(states, cast)]
    if commitment.kind is CommitmentKind.PLEDGE and commitment.amount:
        parts.append(amount_label(commitment.amount))
    elif commitment.kind is not CommitmentKind.ALLIANCE:
        parts.append(month_label(span_period(commitment.date)))
    return ":".join(filter(None, parts))


def _status(statuses: Sequence[CommitmentStatus]) -> CommitmentStatus:
    """What was held was held; else what became of it counts more than the plan."""
    if CommitmentStatus.HELD in statuses:
        return CommitmentStatus.HELD
    votes = Counter(status for status in statuses if status in FINAL)
    return most_reported(votes, preferred=[CommitmentStatus.ACTIVE]) if votes else CommitmentStatus.PLANNED
