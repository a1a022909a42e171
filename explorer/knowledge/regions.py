"""Regions: parts of the world larger than a country, and seas.

"the Indo-Pacific region" -> region:indo-pacific
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from explorer.knowledge.names import KnownActor, Name, NameKind, actor_names
from explorer.knowledge.strict import Entry, load_yaml, refuse_repeats
from explorer.model import ActorType

REGIONS = "regions.yaml"


class RegionEntry(Entry):
    """A region; `adjectives` and `people` are left out where the place itself is meant ("European Union")."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@cache
def regions() -> Mapping[str, RegionEntry]:
    """Give every region by the id of its actor."""
    entries = load_yaml(REGIONS, tuple[RegionEntry, ...])
    refuse_repeats(REGIONS, (entry.id for entry in entries), "id")
    return {f"region:{entry.id}": entry for entry in entries}


def region_actors() -> Iterator[KnownActor]:
    """Yield each region as an actor."""
    for identifier, entry in regions().items():
        yield KnownActor(identifier, ActorType.REGION, entry.name, aliases=entry.aliases)


def region_names() -> Iterator[Name]:
    """Yield the names of all regions, their adjectives and peoples."""
    for actor in region_actors():
        yield from actor_names(actor)
        entry = regions()[actor.id]
        yield from (Name(text, actor.id, actor.type, NameKind.ADJECTIVE) for text in entry.adjectives)
        yield from (Name(text, actor.id, actor.type, NameKind.PEOPLE) for text in entry.people)
