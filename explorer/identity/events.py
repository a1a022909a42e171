"""One event from all reports of it.

"Takaichi spoke with Trump on Saturday" (25 October) + "their call on October 25" (29 October) -> one CONSULT, 2 reports
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from explorer.identity.claims import Cast, Claim, ClaimGroup, day_of
from explorer.identity.evidence import merged
from explorer.identity.histories import history, settled
from explorer.identity.naming import day_label, described
from explorer.identity.periods import Period, most_precise, period_of, span_period
from explorer.identity.refining import by_people, by_variant
from explorer.identity.variants import amount_variants
from explorer.identity.votes import choose
from explorer.knowledge.ontology import is_mutual
from explorer.model import Document, Event, Status

NEWS_DAYS = 3  # an article without a date in its text tells of the last few days
AHEAD_DAYS = 60  # what is announced without a date comes within about two months
PRECISE_DAYS = 7  # "last week" still tells one event from the next
# Without a date, "once backed" and "might back" are of no time, and no report of one deed.
ASIDE = {Status.HISTORICAL, Status.HYPOTHETICAL}
VISIT = "visit"
Sides = tuple[tuple[str, ...], tuple[str, ...]]


def block_of(event: Event, day: date | None, cast: Cast) -> str:
    """Give what reports of one event have in common: the type and the states behind those who take part.

    Status does not part them: a meeting is planned, then held. Nor does direction, in what both sides do together.
    """
    actors, recipients = ({cast.state(actor, day) for actor in side} for side in (event.actors, event.recipients))
    if is_mutual(event.type):
        actors, recipients = actors | recipients, set()
    aside = str(event.status) if event.status in ASIDE and not span_period(event.date) else ""
    return "|".join((event.type, " ".join(sorted(actors)), " ".join(sorted(recipients)), aside))


def window_of(event: Event, document: Document) -> Period | None:
    """Give the days in which the event may have been; None if nothing tells."""
    stated = span_period(event.date)
    if stated or event.status in ASIDE:
        return stated
    reported = period_of(document.date)
    if reported and event.status is Status.FUTURE:
        return reported.widened(0, AHEAD_DAYS)
    return reported and reported.widened(NEWS_DAYS, 0)


def is_precise(window: Period | None) -> bool:
    """Tell whether a window is short enough to tell one event from the next."""
    return window is not None and window.days <= PRECISE_DAYS


def split(claims: Sequence[Claim[Event]], cast: Cast) -> list[ClaimGroup[Event]]:
    """Make events of the claims of one block that share a day: people, mode and amount tell them apart if known."""
    ordered = sorted(claims, key=lambda claim: (claim.document.id, claim.place))
    return [
        ClaimGroup(tuple(part), None)
        for people in by_people(ordered, cast)
        for mode in by_variant(people, [_mode(claim, cast) for claim in people])
        for part in by_variant(mode, amount_variants([claim.item.amount for claim in mode]))
    ]


def merge_event(group: ClaimGroup[Event], cast: Cast) -> Event:
    """Make one event of its reports; those that tell of it as it turned out say who, how and when.

    Its id has no number yet: others may want the same one.
    """
    status = settled(group.claims)
    items = [item for item in group.items if item.status is status]
    best = min(items, key=lambda item: (-item.confidence, repr(item)))
    doers, recipients = _participants(items, group.day, cast)
    mode = choose(item.mode for item in items) or choose(item.mode for item in group.items)
    intensity = choose(item.intensity for item in group.items if item.mode == mode)
    event = replace(
        best,
        actors=doers,
        recipients=recipients,
        mode=mode,
        status=status,
        date=most_precise(item.date for item in items) or most_precise(item.date for item in group.items),
        place=choose(item.place for item in items),
        topics=tuple(sorted({topic for item in group.items for topic in item.topics})),
        amount=choose(item.amount for item in items) or choose(item.amount for item in group.items),
        # What one article states and another only quotes is stated.
        speaker=choose(item.speaker for item in items) if all(item.speaker for item in items) else None,
        intensity=best.intensity if intensity is None else intensity,
        evidence=merged(group.evidence),
        reports=group.reports,
        history=history(group.claims),
    )
    return replace(event, id=_id(event, group, cast))


def _mode(claim: Claim[Event], cast: Cast) -> str | None:
    """Give what tells two consultations apart; a visit and its return are two."""
    event = claim.item
    if event.mode == VISIT and event.recipients:
        hosts = {cast.state(host, day_of(claim.document)) for host in event.recipients}
        return " ".join((VISIT, *sorted(hosts)))
    return event.mode


def _participants(items: Sequence[Event], day: date | None, cast: Cast) -> Sides:
    """Take the participants most reports name; of equals the people rather than their states."""
    votes = Counter((item.actors, item.recipients) for item in items)

    def people(sides: Sides) -> int:
        return sum(cast.state(actor, day) != actor for side in sides for actor in side)

    return min(votes, key=lambda sides: (-votes[sides], -people(sides), sides))


def _id(event: Event, group: ClaimGroup[Event], cast: Cast) -> str:
    participants = described(sorted(event.actors) + sorted(event.recipients), cast)
    return ":".join(filter(None, (event.type.lower(), participants, day_label(_days(event, group)))))


def _days(event: Event, group: ClaimGroup[Event]) -> Period | None:
    """Give the days an event is named after: its own, else those in which all its reports may mean it."""
    stated = span_period(event.date)
    if stated:
        return stated
    windows = [window for claim in group.claims if (window := window_of(claim.item, claim.document))]
    precise = [window for window in windows if is_precise(window)] or windows
    if not precise:
        return None
    return Period(max(window.first for window in precise), min(window.last for window in precise))
