"""Finding actors and commitments by what a person types.

find_actors(world, "japan") -> {"country:JPN"}; find_actors(world, "Jappan") -> "did you mean Japan?"
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from explorer.errors import ExplorerError
from explorer.knowledge.countries import countries
from explorer.model import Actor, ActorType, CommitmentKind, World

Named = tuple[tuple[str, ...], str]  # names to find it by, id


def find_actors(world: World, wanted: str) -> set[str]:
    """Give the ids of the actors called so: by id, else by name, else by alias, whatever the case."""
    tiers: tuple[list[Named], ...] = (
        [((actor.id,), actor.id) for actor in world.actors],
        [((former,), actor_id) for former, actor_id in world.former_ids.items()],
        [((actor.name,), actor.id) for actor in world.actors],
        [(actor.aliases, actor.id) for actor in world.actors],
    )
    return _first_tier(tiers, wanted) or _unknown("actor", wanted, _spellings(world.actors))


def find_country(world: World, wanted: str) -> set[str]:
    """Give the ids of a state and of all that belongs to it: leaders, companies, its other people and bodies."""
    states = [actor for actor in world.actors if actor.type is ActorType.COUNTRY]
    codes = {actor.country for actor in world.actors if actor.country}
    code = wanted.removeprefix("country:").upper()
    if code not in codes:
        found = _first_tier(([((state.name, *state.aliases), state.country or state.id) for state in states],), wanted)
        if not found:
            _unknown("country", wanted, [*codes, *_spellings(states)])
        code = min(found)
    return {actor.id for actor in world.actors if actor.country == code or actor.id == code}


def find_commitments(world: World, wanted: str) -> set[str]:
    """Give the ids of the commitments of this kind, id or name."""
    tiers: tuple[list[Named], ...] = (
        [((str(item.kind),), item.id) for item in world.commitments],
        [((item.id, item.name), item.id) for item in world.commitments],
    )
    if wanted.casefold() in set(CommitmentKind):
        return _first_tier(tiers[:1], wanted)
    names = [item.name for item in world.commitments]
    return _first_tier(tiers, wanted) or _unknown("commitment", wanted, [*map(str, CommitmentKind), *names])


def find_focus(world: World, wanted: str) -> set[str]:
    """Give the ids of the actors or the commitment to stand in the middle."""
    ids = {*(actor.id for actor in world.actors), *(item.id for item in world.commitments)}
    names = [item.name for item in world.commitments]
    return (
        ids & {wanted}
        or _first_tier(([((item.name,), item.id) for item in world.commitments],), wanted)
        or _first_tier(([((actor.name, *actor.aliases, actor.id), actor.id) for actor in world.actors],), wanted)
        or _first_tier(([((former,), actor_id) for former, actor_id in world.former_ids.items()],), wanted)
        or _unknown("focus", wanted, [*_spellings(world.actors), *names])
    )


def _first_tier(tiers: Iterable[list[Named]], wanted: str) -> set[str]:
    key = wanted.casefold()
    for tier in tiers:
        found = {id for names, id in tier if key in (name.casefold() for name in names)}
        if found:
            return found
    return set()


def _spellings(actors: Iterable[Actor]) -> list[str]:
    return [spelling for actor in actors for spelling in (actor.name, *actor.aliases, actor.id)]


def _unknown(field: str, wanted: str, spellings: Iterable[str]) -> set[str]:
    by_key = {spelling.casefold(): spelling for spelling in spellings if spelling}
    close = [by_key[key] for key in get_close_matches(wanted.casefold(), by_key, n=3, cutoff=0.6)]
    advice = f"did you mean {' or '.join(close)}?" if close else "nothing here has a name like it"
    raise ExplorerError(f"{field}: {wanted!r} is unknown; {advice}")


def readable(id: str) -> str:
    """Make the best of an id whose actor a filter left out: "leader:jonas-gahr-store" -> "Jonas Gahr Store"."""
    country = countries().get(id.removeprefix("country:"))
    if country:
        return country.name
    return id.partition(":")[2].replace("-", " ").title() or id
