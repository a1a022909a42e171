"""Reports that name leaders, and reports that name their states.

"Takaichi called Trump" -> sides ({JPN}, {USA}), people {JPN: {Takaichi}, USA: {Trump}}
"Japan called the U.S." -> the same sides, no people
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from explorer.identity.claims import Cast, ClaimGroup
from explorer.knowledge.merging import is_mutual
from explorer.model import Event

Participants = tuple[tuple[str, ...], tuple[str, ...]]
People = Mapping[str, frozenset[str]]
TOGETHER, DOERS, RECIPIENTS = "", ">", "<"


def states_of(event: Event, day: date | None, cast: Cast) -> tuple[frozenset[str], frozenset[str]]:
    """Give the states, bodies or others for which doers and recipients act."""
    doers, recipients = ([cast.state(actor, day) for actor in side] for side in (event.actors, event.recipients))
    return frozenset(doers), frozenset(recipients)


def people_of(event: Event, day: date | None, cast: Cast) -> People:
    """Give those who act for each state, apart by side where it matters: "Takaichi criticised Motegi"."""
    found: dict[str, set[str]] = defaultdict(set)
    doers, recipients = (TOGETHER, TOGETHER) if is_mutual(event.type) else (DOERS, RECIPIENTS)
    for side, actors in ((doers, event.actors), (recipients, event.recipients)):
        for actor in actors:
            state = cast.state(actor, day)
            if state != actor:
                found[side + state].add(actor)
    return {place: frozenset(people) for place, people in found.items()}


def may_be_the_same(one: People, other: People) -> bool:
    """Tell whether nobody stands in the place of somebody else: Trump with Rubio for Trump, not Motegi for Takaichi."""
    return all(people <= other[place] or people >= other[place] for place, people in one.items() if place in other)


def most_named(group: ClaimGroup[Event], cast: Cast) -> Participants:
    """Take the participants most reports name; of equals the people rather than their states."""
    votes = Counter(group.said(lambda item: (item.actors, item.recipients)))
    day = group.day

    def people(sides: Participants) -> int:
        return sum(cast.state(actor, day) != actor for side in sides for actor in side)

    return min(votes, key=lambda sides: (-votes[sides], -people(sides), sides))
