"""What all documents together say of one id, before it is known who that is.

("leader:sanae-takaichi", "JPN") -> Sighting(names={"Sanae Takaichi": 12, "Takaichi Sanae": 1}, ...)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from explorer.identity.clusters import Key
from explorer.identity.votes import most_reported
from explorer.knowledge.names import KnownActor
from explorer.model import Actor, ActorType, Extraction

PLACES = {ActorType.COUNTRY, ActorType.REGION}  # their ids are theirs alone


@dataclass(slots=True)
class Sighting:
    """Votes count documents."""

    names: Counter[str] = field(default_factory=Counter)
    types: Counter[ActorType] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return most_reported(self.names)

    @property
    def type(self) -> ActorType:
        return most_reported(self.types)

    @property
    def country(self) -> str:
        return most_reported(self.countries) if self.countries else ""

    def add(self, actor: Actor, document: str) -> None:
        """Count what one document says."""
        self.names[actor.name] += 1
        self.types[actor.type] += 1
        self.aliases.update(actor.aliases)
        self.documents.add(document)
        if actor.country:
            self.countries[actor.country] += 1
        if actor.role:
            self.roles[actor.role] += 1

    def include(self, other: Sighting) -> None:
        """Count what another sighting of the same actor says."""
        self.names += other.names
        self.types += other.types
        self.countries += other.countries
        self.roles += other.roles
        self.aliases |= other.aliases
        self.documents |= other.documents


def key_of(actor: Actor, known: Mapping[str, KnownActor]) -> Key:
    """Give the key of an actor: the id alone where that is sure, else the country too.

    Two articles may each call another man person:john-smith, one in London and one in Washington.
    """
    if actor.id in known or actor.type in PLACES:
        return actor.id, ""
    return actor.id, actor.country or ""


def collect(extractions: Iterable[Extraction], known: Mapping[str, KnownActor]) -> dict[Key, Sighting]:
    """Gather what the documents say of each key."""
    found: dict[Key, Sighting] = {}
    for extraction in extractions:
        for actor in extraction.actors:
            found.setdefault(key_of(actor, known), Sighting()).add(actor, extraction.document.id)
    return found
