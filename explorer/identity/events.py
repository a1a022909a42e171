"""One event from all reports of it.

"Trump will call Takaichi" (24 October) + "Takaichi spoke with Trump" (26 October) -> one CONSULT, future, then actual
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.identity.alike import sort_out
from explorer.identity.claims import Cast, Claim, ClaimGroup, day_of, in_order
from explorer.identity.evidence import merged
from explorer.identity.histories import history_of, settled
from explorer.identity.naming import day_label, described
from explorer.identity.people_and_states import People, may_be_the_same, most_named, people_of, states_of
from explorer.identity.periods import Period, most_precise, period_of, span_period
from explorer.identity.variants import amount_names
from explorer.identity.votes import choose
from explorer.knowledge.merging import is_directed, is_mutual
from explorer.model import Document, Event, Status

NEWS_DAYS = 3  # an article without a date in its text tells of the last few days
AHEAD_DAYS = 60  # what is announced without a date comes within about two months
PRECISE_DAYS = 7  # "last week" still tells one event from the next
# Told without a date, "once backed" and "could back" are nothing that happened now.
ASIDE = {Status.HISTORICAL: "|past", Status.HYPOTHETICAL: "|maybe"}


def block_of(event: Event, day: date | None, cast: Cast) -> str:
    """Name what reports of one event share: type and participants as states; `day` is that of the article."""
    doers, recipients = states_of(event, day, cast)
    sides = [doers | recipients] if is_mutual(event.type) else [doers, recipients]
    kind = "" if span_period(event.date) else ASIDE.get(event.status, "")
    return f"{event.type}|{'>'.join('+'.join(sorted(side)) for side in sides)}{kind}"


def window_of(event: Event, document: Document) -> Period | None:
    """Give the days on which it may have been: what the text states, else what news of that day is about."""
    stated, reported = span_period(event.date), period_of(document.date)
    if stated or event.status is Status.HISTORICAL or reported is None:
        return stated
    is_ahead = event.status is Status.FUTURE
    return reported.widened(0, AHEAD_DAYS) if is_ahead else reported.widened(NEWS_DAYS, 0)


def is_precise(window: Period | None) -> bool:
    """Tell whether a window is short enough to tell one event from the next."""
    return window is not None and window.days <= PRECISE_DAYS


@dataclass(frozen=True)
class _Features:
    """What a report tells of an event beyond its block; what it leaves open is None or missing."""

    mode: str | None
    direction: tuple[frozenset[str], frozenset[str]] | None
    amount: str | None
    people: People

    def agrees(self, other: _Features) -> bool:
        pairs = [(self.mode, other.mode), (self.direction, other.direction), (self.amount, other.amount)]
        return all(None in pair or pair[0] == pair[1] for pair in pairs) and may_be_the_same(self.people, other.people)


def split(claims: Sequence[Claim[Event]], cast: Cast) -> list[ClaimGroup[Event]]:
    """Tell apart the events of one block and time, by mode, direction, amount and the people named.

    Whether it is planned, done or denied makes no difference. A report that fits two events that are not one is of
    neither.
    """
    ordered = in_order(claims)
    alike: dict[str, tuple[_Features, list[Claim[Event]]]] = {}
    for claim, features in zip(ordered, _features(ordered, cast), strict=True):
        alike.setdefault(_written(features), (features, []))[1].append(claim)
    kinds = [alike[key] for key in sorted(alike)]
    sets = sort_out(kinds, lambda one, other: one[0].agrees(other[0]))
    return [ClaimGroup(tuple(in_order([claim for _, some in each for claim in some]))) for each in sets]


def merge_event(group: ClaimGroup[Event], cast: Cast) -> Event:
    """Make one event of all reports of it; its id is readable, and perhaps that of another event of the day."""
    items = group.items
    status = settled(group)
    doers, recipients = most_named(group, cast)
    # How sure it is follows from those that tell of it as it turned out: a plan leaves the outcome open.
    best = min((item for item in items if item.status is status), key=lambda item: (-item.confidence, repr(item)))
    mode = choose(group.said(lambda item: item.mode))
    intensity = choose(group.said(lambda item: item.intensity if item.mode == mode else None))
    event = replace(
        best,
        actors=doers,
        recipients=recipients,
        mode=mode,
        status=status,
        date=most_precise(item.date for item in items),
        place=choose(group.said(lambda item: item.place)),
        topics=tuple(sorted({topic for item in items for topic in item.topics})),
        amount=choose(group.said(lambda item: item.amount)),
        # What one article states and another only quotes is stated.
        speaker=choose(group.said(lambda item: item.speaker)) if all(item.speaker for item in items) else None,
        intensity=best.intensity if intensity is None else intensity,
        evidence=merged(group.evidence),
        reports=group.reports,
        history=history_of(group),
    )
    return replace(event, id=_id(event, group, cast))


def _features(claims: Sequence[Claim[Event]], cast: Cast) -> list[_Features]:
    names = amount_names([claim.item.amount for claim in claims if claim.item.amount])
    return [
        _Features(
            mode=claim.item.mode,
            direction=_direction(claim, cast),
            amount=names[claim.item.amount.currency or "", claim.item.amount.value] if claim.item.amount else None,
            people=people_of(claim.item, day_of(claim.document), cast),
        )
        for claim in claims
    ]


def _direction(claim: Claim[Event], cast: Cast) -> tuple[frozenset[str], frozenset[str]] | None:
    """Give who visits whom; in a type that is not mutual the block has said who does what to whom."""
    event = claim.item
    is_stated = event.recipients and is_mutual(event.type) and is_directed(event.type, event.mode)
    return states_of(event, day_of(claim.document), cast) if is_stated else None


def _written(features: _Features) -> str:
    """Write features in one way only: sets have no order of their own."""
    direction = features.direction and [sorted(side) for side in features.direction]
    people = sorted((place, sorted(named)) for place, named in features.people.items())
    return repr((features.mode or "", direction, features.amount, people))


def _id(event: Event, group: ClaimGroup[Event], cast: Cast) -> str:
    period = span_period(event.date) or _shared(group)
    participants = described(sorted(event.actors) + sorted(event.recipients), cast)
    return ":".join(filter(None, (event.type.lower(), participants, day_label(period))))


def _shared(group: ClaimGroup[Event]) -> Period | None:
    """Give the days that the precise windows have in common, else those of the shortest window."""
    windows = [window for claim in group.claims if (window := window_of(claim.item, claim.document))]
    precise = [window for window in windows if is_precise(window)]
    if precise:
        first, last = max(one.first for one in precise), min(one.last for one in precise)
        return Period(first, last) if first <= last else max(precise, key=lambda one: (one.last, one.first))
    return min(windows, key=lambda one: (one.days, one), default=None)
