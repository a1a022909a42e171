"""What is known of one key, as far as it matters for comparing it with others.

profile_of("leader:sanae-takaichi", sighting, known) -> Profile(name="Sanae Takaichi", country="JPN", …)
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.identity.keys import id_of
from explorer.identity.sightings import Sighting
from explorer.knowledge.names import KnownActor
from explorer.model import ActorType

MOST_NAMES, MOST_ROLES, MOST_BESIDE = 20, 5, 8
PEOPLE = {ActorType.LEADER, ActorType.PERSON}
BODIES = {ActorType.COMPANY, ActorType.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Profile:
    """`names` are all it was called, `beside` the keys most often named with it, `years` the first and last of its
    articles. A listed actor stands in the knowledge files: two of those are never one.
    """

    key: str
    type: ActorType
    name: str
    names: tuple[str, ...]
    country: str
    roles: tuple[str, ...]
    years: tuple[int, int] | None
    beside: tuple[str, ...]
    is_listed: bool


def profile_of(key: str, sighting: Sighting, known: Mapping[str, KnownActor]) -> Profile:
    """Sum up the votes of all documents on a key; of a listed actor, type and country are those of the list."""
    listed = known.get(id_of(key))
    years = sorted(int(year) for year in sighting.years if year.isdecimal())
    kind = listed.type if listed else sighting.type
    # What else a person is called within an article ("the minister", "Smith") tells little of other articles.
    names = sighting.names if kind in PEOPLE else sighting.names + sighting.aliases
    own = (listed.name, *listed.aliases)[:MOST_NAMES] if listed else ()
    return Profile(
        key=key,
        type=kind,
        name=sighting.name,
        names=tuple(sorted({*_most(names, MOST_NAMES), *own})),
        country=(listed.country if listed else None) or sighting.country,
        roles=_most(sighting.roles, MOST_ROLES),
        years=(years[0], years[-1]) if years and not listed else None,
        beside=_most(sighting.beside, MOST_BESIDE),
        is_listed=listed is not None,
    )


def as_text(profile: Profile) -> str:
    """Write a profile as JSON; equal profiles give equal texts."""
    values = {name: getattr(profile, name) for name in Profile.__slots__}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Profile:
    """Read what `as_text` wrote."""
    values = json.loads(text)
    for name in ("names", "roles", "beside"):
        values[name] = tuple(values[name])
    years = values["years"]
    return Profile(**{**values, "type": ActorType(values["type"]), "years": (years[0], years[1]) if years else None})


def _most(votes: Counter[str], most: int) -> tuple[str, ...]:
    kept = sorted(votes, key=lambda value: (-votes[value], value))[:most]
    return tuple(sorted(kept))
