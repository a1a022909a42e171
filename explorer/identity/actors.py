"""One record for each actor, from all that documents and people say of the keys that were found to be it.

Takaiichi Sanae in one document, Sanae Takaichi in two -> leader:sanae-takaichi, named "Sanae Takaichi"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.identity.keys import id_of
from explorer.identity.profiles import BODIES, PEOPLE
from explorer.identity.sightings import Sighting
from explorer.identity.votes import most_reported
from explorer.knowledge.names import KnownActor, fold
from explorer.model import Actor, ActorType

MOST_ALIASES = 40


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set for an actor; None leaves it to the documents."""

    name: str | None = None
    type: ActorType | None = None
    country: str | None = None
    notes: tuple[str, ...] = ()


def merge_actor(
    sightings: Mapping[str, Sighting], known: Mapping[str, KnownActor], settings: Settings = Settings()
) -> Actor:
    """Make one actor of all its keys. Its id has no number yet: others may want the same one."""
    whole = Sighting()
    for key in sorted(sightings):
        whole.include(sightings[key])
    listed = next((known[id_of(key)] for key in sorted(sightings) if id_of(key) in known), None)
    name = settings.name or most_reported(whole.names, preferred=(listed.name, *listed.aliases) if listed else ())
    kind = listed.type if listed else _type(whole)
    actor = Actor(
        id=listed.id if listed else _id(sightings, kind),
        type=kind,
        name=name,
        country=(listed.country if listed else None) or whole.country or None,
        role=most_reported(whole.roles) if whole.roles else None,
        aliases=_aliases(whole, name),
        notes=settings.notes,
    )
    return _as_set(actor, settings, is_listed=listed is not None)


def _as_set(actor: Actor, settings: Settings, *, is_listed: bool) -> Actor:
    if settings.country is not None:
        actor = replace(actor, country=settings.country or None)
    if settings.type is None:
        return actor
    retyped = f"{settings.type}:{actor.id.partition(':')[2]}"
    return replace(actor, type=settings.type, id=actor.id if is_listed else retyped)


def _aliases(whole: Sighting, name: str) -> tuple[str, ...]:
    """Give the other names; of very many the most reported."""
    counts = whole.aliases + whole.names
    kept = sorted(set(counts) - {name}, key=lambda one: (-counts[one], one))[:MOST_ALIASES]
    return tuple(sorted(kept))


def _type(whole: Sighting) -> ActorType:
    """A leader may be named without the office; a person or a company is often taken for just some organisation."""
    if whole.type in PEOPLE or any(ActorType(kind) in PEOPLE for kind in whole.types):
        return ActorType.LEADER if str(ActorType.LEADER) in whole.types else ActorType.PERSON
    if whole.type in BODIES:
        return ActorType(most_reported(whole.types, preferred=[str(ActorType.COMPANY)]))
    return whole.type


def _id(sightings: Mapping[str, Sighting], kind: ActorType) -> str:
    """Take the id of the fullest name of a person and of the shortest of anything else.

    Votes would let the id change back and forth with every article.
    """
    sign = -1 if kind in PEOPLE else 1
    names: Sequence[tuple[int, int, str]] = sorted(
        (_words(sighting) * sign, -sum(sighting.names.values()) if sign > 0 else 0, id_of(key))
        for key, sighting in sightings.items()
    )
    return f"{kind}:{names[0][2].partition(':')[2]}"


def _words(sighting: Sighting) -> int:
    return len(fold(sighting.name).split())
