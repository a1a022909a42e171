"""Actors as their articles leave them, for tests of the matcher.

sets_of(sanae_takaichi, takaichi) -> [("leader:sanae-takaichi@JPN", "leader:takaichi@JPN")]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from explorer.identity.blocking import blocks
from explorer.identity.clustering import Clustering, Ruling, cluster
from explorer.identity.keys import key_of
from explorer.identity.matching import Decision, decide
from explorer.identity.profiles import Profile, profile_of
from explorer.identity.sightings import Sighting, seen_in
from explorer.knowledge.names import KnownActor
from explorer.model import Actor, ActorType
from tests.identity.says import KNOWN, document


def actor(type: ActorType, name: str, country: str | None = None, role: str | None = None) -> Actor:
    return Actor(f"{type}:{name.lower().replace(' ', '-').replace('.', '')}", type, name, country, role=role)


def profiles_of(
    actors: Sequence[Actor],
    *,
    known: Mapping[str, KnownActor] = KNOWN,
    date: str | None = "2025-10-25",
    beside: Sequence[str] = (),
) -> dict[str, Profile]:
    """Give the profiles when each actor comes from an article of its own."""
    sightings: dict[str, Sighting] = {}
    for number, one in enumerate(actors):
        seen = seen_in(document(f"d{number}", date), one, list(beside))
        sightings.setdefault(key_of(one, known), Sighting()).include(seen)
    return {key: profile_of(key, sighting, known) for key, sighting in sightings.items()}


def profile(one: Actor, *, date: str | None = "2025-10-25", beside: Sequence[str] = ()) -> Profile:
    (only,) = profiles_of([one], date=date, beside=beside).values()
    return only


def judged(profiles: Iterable[Profile]) -> list[Decision]:
    """Give the decisions on all pairs that share a block."""
    filed = [(each, blocks(each)) for each in profiles]
    pairs = [(one, other) for (one, first), (other, second) in combinations(filed, 2) if first & second]
    return [decision for pair in pairs if (decision := decide(*pair))]


def clustering_of(
    actors: Sequence[Actor], *, known: Mapping[str, KnownActor] = KNOWN, rulings: Sequence[Ruling] = ()
) -> Clustering:
    profiles = profiles_of(actors, known=known)
    return cluster(profiles, judged(profiles.values()), rulings)


def merged(*actors: Actor, known: Mapping[str, KnownActor] = KNOWN) -> int:
    """Count the actors that remain."""
    return len(clustering_of(actors, known=known).sets)
