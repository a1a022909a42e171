"""One alliance, agreement, pledge or summit from all reports of it.

"Trump will meet Takaichi" (25 October) + "their summit in Tokyo" (29 October) -> one summit, held, 2 reports
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from explorer.identity.claims import Cast, Claim, ClaimGroup, content_key, group_claims
from explorer.identity.evidence import merged
from explorer.identity.histories import history
from explorer.identity.naming import amount_label, described, month_label
from explorer.identity.parties import merged_parties, party_key
from explorer.identity.periods import Period, most_precise, period_of, span_period
from explorer.identity.variants import with_amounts, with_subjects
from explorer.identity.votes import choose, most_reported
from explorer.model import Amount, Commitment, CommitmentKind, CommitmentStatus, Document

PRECISE_DAYS = 31
SUMMIT_AHEAD = 60  # a summit that is announced comes within about two months
SUMMIT_NEWS = 7
NEAR_DAYS = 60
AGREEMENT_DAYS = NEAR_DAYS // 2  # two such windows meet when the documents are at most 60 days apart
PLEDGE_DAYS = 180  # an amount tells pledges apart, so reports may lie further apart; next year's pledge is another
STATED_DAYS = 7  # a date that tells one pledge from the next
LASTING = {"treaty", "accord", "memorandum"}  # instruments that articles come back to years later
PARTY_JOINT = "–"  # between the parties in the name that extraction makes
FINAL = (CommitmentStatus.ACTIVE, CommitmentStatus.CANCELLED, CommitmentStatus.ENDED)


def block_of_commitment(commitment: Commitment, day: date | None, cast: Cast) -> str:
    """Give what reports of one commitment have in common: the kind and the states behind its parties."""
    kind, givers, takers = party_key(commitment, cast, day)
    return "|".join((kind, " ".join(sorted(givers)), " ".join(sorted(takers))))


def proper_name(commitment: Commitment, cast: Cast) -> str | None:
    """Give the name of its own that a commitment has beside its parties: "abraham accord", "new start".

    Such a thing is one though one article names two of its parties and another four.
    """
    rest = commitment.name
    names = [actor.name for party in commitment.parties if (actor := cast.find(party.actor))]
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, " ")
    words = re.findall(r"[^\W\d_][\w'-]*", rest)
    own = [word for word in words if word[0].isupper()]
    if not own or PARTY_JOINT in rest.strip(f" {PARTY_JOINT}"):
        return None  # a party that the article calls by another name is no name of the thing
    return " ".join(word.lower().removesuffix("s") for word in words)


def split_commitments(claims: Sequence[Claim[Commitment]]) -> list[ClaimGroup[Commitment]]:
    """Make commitments of the claims of one block: time, amount and subject tell them apart."""
    ordered = sorted(claims, key=lambda claim: (claim.document.id, claim.place))
    dated = [replace(claim, window=_window(claim.item, claim.document)) for claim in ordered]
    match dated[0].item.kind:
        case CommitmentKind.PLEDGE:
            return _revised(group_claims(with_amounts(dated), precise=PRECISE_DAYS, fits=_may_be_one_pledge))
        case CommitmentKind.AGREEMENT:
            groups = group_claims(with_subjects(dated), precise=PRECISE_DAYS)
            return _lasting([part for group in groups for part in _split_by_amount(group)])
        case _:
            return group_claims(dated, precise=PRECISE_DAYS)


def join_named(groups: Sequence[ClaimGroup[Commitment]], cast: Cast) -> list[ClaimGroup[Commitment]]:
    """Join groups of one kind and one proper name that have a state in common, whatever else their blocks say."""
    found: list[ClaimGroup[Commitment]] = []
    named: dict[tuple[str, str], list[ClaimGroup[Commitment]]] = defaultdict(list)
    for group in groups:
        name = _name_of(group, cast)
        (named[group.items[0].kind, name] if name else found).append(group)
    for key in sorted(named):
        found += _connected(named[key], cast)
    return found


def merge_commitment(group: ClaimGroup[Commitment], cast: Cast) -> Commitment:
    """Make one commitment of its reports. Its id has no number yet: others may want the same one."""
    items = group.items
    best = min(items, key=lambda item: (-item.confidence, repr(item)))
    commitment = replace(
        best,
        name=most_reported(Counter(item.name for item in items)),
        parties=merged_parties(items, cast, group.day),
        status=_status([item.status for item in items]),
        date=most_precise(item.date for item in items),
        amount=_latest_amount(group),
        topics=tuple(sorted({topic for item in items for topic in item.topics})),
        instrument=choose(item.instrument for item in items),
        evidence=merged(group.evidence),
        reports=group.reports,
        history=history(group.claims),
    )
    return replace(commitment, id=_id(commitment, cast, group.day))


def _name_of(group: ClaimGroup[Commitment], cast: Cast) -> str | None:
    names = Counter(name for item in group.items if (name := proper_name(item, cast)))
    return most_reported(names) if names else None


def _connected(groups: list[ClaimGroup[Commitment]], cast: Cast) -> list[ClaimGroup[Commitment]]:
    """Join groups, each to all that have a party in common with it."""
    joined: list[tuple[set[str], ClaimGroup[Commitment]]] = []
    for group in groups:
        states = {cast.state(party.actor, group.day) for item in group.items for party in item.parties}
        for known, other in [pair for pair in joined if pair[0] & states]:
            joined.remove((known, other))
            states, group = states | known, other.joined(group)
        joined.append((states, group))
    return [group for _, group in joined]


def _revised(groups: list[ClaimGroup[Commitment]]) -> list[ClaimGroup[Commitment]]:
    """Join pledges of one stated day and subject whose amounts differ from article to article: one was corrected.

    Two amounts in one article are two pledges.
    """
    found: list[ClaimGroup[Commitment]] = []
    for group in groups:
        place = next((place for place, other in enumerate(found) if _is_revision(other, group)), None)
        if place is None:
            found.append(group)
        else:
            found[place] = found[place].joined(group)
    return found


def _is_revision(one: ClaimGroup[Commitment], other: ClaimGroup[Commitment]) -> bool:
    days = [{period for item in group.items if (period := span_period(item.date))} for group in (one, other)]
    shared = {period for period in days[0] & days[1] if period.days <= STATED_DAYS}
    topics = [{topic for item in group.items for topic in item.topics} for group in (one, other)]
    documents = [{claim.document.id for claim in group.claims} for group in (one, other)]
    currencies = {item.amount.currency for group in (one, other) for item in group.items if item.amount}
    return bool(shared) and bool(topics[0] & topics[1]) and not documents[0] & documents[1] and len(currencies) == 1


def _lasting(groups: list[ClaimGroup[Commitment]]) -> list[ClaimGroup[Commitment]]:
    """Add later mentions of a treaty, which say no date, to the only treaty of these parties there is before them."""
    dated = [group for group in groups if _is_dated(group)]
    kept, late = list(dated), [group for group in groups if not _is_dated(group)]
    for group in sorted(late, key=content_key):
        places = [place for place, other in enumerate(kept) if place < len(dated) and _is_later_mention(other, group)]
        if len(places) == 1:
            kept[places[0]] = kept[places[0]].joined(group)
        else:
            kept.append(group)
    return kept


def _is_dated(group: ClaimGroup[Commitment]) -> bool:
    return any(span_period(item.date) for item in group.items)


def _is_later_mention(known: ClaimGroup[Commitment], later: ClaimGroup[Commitment]) -> bool:
    instruments = [{item.instrument for item in group.items} - {None} for group in (known, later)]
    if not instruments[1] or not instruments[1] <= LASTING or not instruments[0] & instruments[1]:
        return False
    amounts = [{item.amount.value for item in group.items if item.amount} for group in (known, later)]
    if amounts[0] and amounts[1] and not amounts[0] & amounts[1]:
        return False
    first, last = known.day, later.day
    return first is None or last is None or first <= last


def _latest_amount(group: ClaimGroup[Commitment]) -> Amount | None:
    """Take the amount most reports give, of equals that of the latest article."""
    stages = [stage for stage in history(group.claims) if stage.amount]
    best = max(stages, key=lambda stage: (stage.reports, stage.until or ""), default=None)
    return best.amount if best else None


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


def _id(commitment: Commitment, actors: Cast, day: date | None) -> str:
    states = sorted({actors.state(party.actor, day) for party in commitment.parties})
    parts = [str(commitment.kind), described(states, actors)]
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
