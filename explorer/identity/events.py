"""One event from all reports of it.

"Takaichi spoke with Trump on Saturday" (25 October) + "their call on October 25" (29 October) -> one CONSULT, 2 reports
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from explorer.identity.actors import Actors
from explorer.identity.claims import Claim, ClaimGroup, content_key, group_claims
from explorer.identity.evidence import merged, placed
from explorer.identity.naming import Names, day_label, described
from explorer.identity.periods import Period, most_precise, period_of, span_period
from explorer.identity.votes import choose
from explorer.model import Document, Event, Extraction, Status

NEWS_DAYS = 3  # an article without a date in its text tells of the last few days
PRECISE_DAYS = 7  # "last week" still tells one event from the next
UNTIMED = {Status.HISTORICAL}  # "once backed" says nothing of when
Sides = tuple[frozenset[str], frozenset[str]]


def resolve_events(extractions: Iterable[Extraction], actors: Actors) -> tuple[Event, ...]:
    """Merge reports of the same type, participants, status and time."""
    found: dict[object, list[Claim[Event]]] = defaultdict(list)
    for extraction in extractions:
        ids = actors.of(extraction)
        for event in extraction.events:
            claim = _claim(_in_world(event, extraction, ids), extraction.document)
            found[event.type, event.status, _sides(claim.item)].append(claim)
    groups = [group for claims in found.values() for group in group_claims(claims, precise=PRECISE_DAYS)]
    return _named(_join_levels(groups, actors), actors)


def _claim(event: Event, document: Document) -> Claim[Event]:
    return Claim(event, document, _window(event, document), event.mode)


def _window(event: Event, document: Document) -> Period | None:
    stated = span_period(event.date)
    if stated or event.status in UNTIMED:
        return stated
    reported = period_of(document.date)
    return reported and reported.widened(NEWS_DAYS, 0)


def _in_world(event: Event, extraction: Extraction, ids: Mapping[str, str]) -> Event:
    def known(actor: str | None) -> str | None:
        return ids.get(actor, actor) if actor else None

    return replace(
        event,
        actors=tuple(dict.fromkeys(ids.get(actor, actor) for actor in event.actors)),
        recipients=tuple(dict.fromkeys(ids.get(actor, actor) for actor in event.recipients)),
        place=known(event.place),
        speaker=known(event.speaker),
        evidence=placed(event.evidence, extraction.document),
    )


def _sides(event: Event) -> Sides:
    return frozenset(event.actors), frozenset(event.recipients)


def _join_levels(groups: list[ClaimGroup[Event]], actors: Actors) -> list[ClaimGroup[Event]]:
    """Join "Takaichi called Trump" and "Japan called the United States" where mode and days are exactly the same."""
    found: dict[object, list[ClaimGroup[Event]]] = defaultdict(list)
    for group in groups:
        event = group.items[0]
        day = group.day
        sides = tuple(frozenset(actors.state(actor, day) for actor in side) for side in _sides(event))
        # Without any date there is nothing to agree on, so such a group stays by itself.
        sure = (group.variant, group.period) if group.period else _sides(event)
        found[event.type, event.status, sides, sure, group.variant].append(group)
    return [_joined(same) for same in found.values()]


def _joined(groups: list[ClaimGroup[Event]]) -> ClaimGroup[Event]:
    first, *others = groups
    for other in others:
        first = first.joined(other)
    return first


def _named(groups: list[ClaimGroup[Event]], actors: Actors) -> tuple[Event, ...]:
    events = [(_merge(group, actors), group) for group in groups]
    wanted = [(_id(event, group, actors), content_key(group), event) for event, group in events]
    names = Names()
    ordered = sorted(wanted, key=lambda item: item[:2])
    return tuple(replace(event, id=names.unique(name)) for name, _, event in ordered)


def _id(event: Event, group: ClaimGroup[Event], actors: Actors) -> str:
    period = span_period(event.date) or group.period
    participants = described(sorted(event.actors) + sorted(event.recipients), actors.by_id)
    return ":".join(filter(None, (event.type.lower(), participants, day_label(period))))


def _merge(group: ClaimGroup[Event], actors: Actors) -> Event:
    items = group.items
    doers, recipients = _participants(group, actors)
    best = min(items, key=lambda item: (-item.confidence, repr(item)))
    mode = choose(item.mode for item in items)
    intensity = choose(item.intensity for item in items if item.mode == mode)
    return replace(
        best,
        actors=doers,
        recipients=recipients,
        mode=mode,
        date=most_precise(item.date for item in items),
        place=choose(item.place for item in items),
        topics=tuple(sorted({topic for item in items for topic in item.topics})),
        amount=choose(item.amount for item in items),
        # What one article states and another only quotes is stated.
        speaker=choose(item.speaker for item in items) if all(item.speaker for item in items) else None,
        intensity=best.intensity if intensity is None else intensity,
        evidence=merged(group.evidence),
        reports=group.reports,
    )


def _participants(group: ClaimGroup[Event], actors: Actors) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take the participants most reports name; of equals the people rather than their states."""
    votes = Counter((item.actors, item.recipients) for item in group.items)
    day = group.day

    def people(sides: tuple[tuple[str, ...], tuple[str, ...]]) -> int:
        return sum(actors.state(actor, day) != actor for side in sides for actor in side)

    return min(votes, key=lambda sides: (-votes[sides], -people(sides), sides))
