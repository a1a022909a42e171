"""One record for each actor, from the sightings that are found to be one.

Takaiichi Sanae in one document, Sanae Takaichi in two -> leader:sanae-takaichi with 3 reports
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from explorer.identity.clusters import Key
from explorer.identity.joining import BODIES, PEOPLE, join_actors
from explorer.identity.naming import Names
from explorer.identity.sightings import Sighting, collect, key_of
from explorer.identity.states import state_of
from explorer.identity.votes import most_reported
from explorer.knowledge.names import KnownActor
from explorer.model import Actor, ActorType, Extraction


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of the world by id, and who each actor of a document is."""

    by_id: Mapping[str, Actor]
    ids: Mapping[Key, str]
    known: Mapping[str, KnownActor]

    def of(self, extraction: Extraction) -> dict[str, str]:
        """Give the id in the world for each id in the document."""
        return {actor.id: self.ids[key_of(actor, self.known)] for actor in extraction.actors}

    def state(self, actor_id: str, day: date | None) -> str:
        """Give the country or organisation that a leader speaks for on a day, and any other actor itself."""
        actor = self.by_id.get(actor_id)
        return state_of(actor, day) if actor else actor_id

    def standing(self, actor_id: str, day: date | None) -> str:
        """Give the state of a leader if some article names it, else the leader."""
        state = self.state(actor_id, day)
        return state if state in self.by_id else actor_id


def resolve_actors(extractions: Iterable[Extraction], known: Mapping[str, KnownActor]) -> Actors:
    """Find out who is who in many documents."""
    sightings = collect(extractions, known)
    merged = [(keys, _merge(keys, sightings, known)) for keys in join_actors(sightings, known).sets()]
    # The order decides who gets "-2": known actors never do, and a report more changes nothing.
    merged.sort(key=lambda pair: (pair[1].id not in known, pair[1].country or "~", pair[1].name, pair[0]))
    names = Names()
    by_id, ids = {}, {}
    for keys, actor in merged:
        unique = names.unique(actor.id)
        by_id[unique] = replace(actor, id=unique)
        ids.update(dict.fromkeys(keys, unique))
    return Actors(by_id, ids, known)


def _merge(keys: list[Key], sightings: Mapping[Key, Sighting], known: Mapping[str, KnownActor]) -> Actor:
    whole = Sighting()
    for key in keys:
        whole.include(sightings[key])
    listed = next((known[key[0]] for key in keys if key[0] in known), None)
    name = most_reported(whole.names, preferred=(listed.name, *listed.aliases) if listed else ())
    kind = listed.type if listed else _type(whole)
    return Actor(
        id=listed.id if listed else _id(keys, sightings, name, kind),
        type=kind,
        name=name,
        country=(listed.country if listed else None) or whole.country or None,
        role=most_reported(whole.roles) if whole.roles else None,
        aliases=tuple(sorted((whole.aliases | set(whole.names)) - {name})),
        reports=len(whole.documents),
    )


def _type(whole: Sighting) -> ActorType:
    """A leader may be named without the office; a company is often taken for just some organisation."""
    if whole.type in PEOPLE:
        return ActorType.LEADER if ActorType.LEADER in whole.types else ActorType.PERSON
    if whole.type in BODIES:
        return most_reported(whole.types, preferred=[ActorType.COMPANY])
    return whole.type


def _id(keys: list[Key], sightings: Mapping[Key, Sighting], name: str, kind: ActorType) -> str:
    first = min(key[0] for key in keys if name in sightings[key].names)
    return f"{kind}:{first.partition(':')[2]}"
