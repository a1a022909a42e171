"""Which names found in different articles are one actor.

Takaiichi Sanae (JPN), Sanae Takaichi (JPN), Takaichi (JPN) -> one leader
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from explorer.identity.clusters import Clusters, Key
from explorer.identity.names import (
    PersonName,
    body_key,
    is_part_of,
    is_same_person,
    person_key,
    person_name,
    skeleton,
)
from explorer.identity.sightings import PLACES, Sighting
from explorer.knowledge.names import KnownActor
from explorer.model import ActorType

PEOPLE = {ActorType.LEADER, ActorType.PERSON}
BODIES = {ActorType.COMPANY, ActorType.ORGANIZATION}
Agree = Callable[[Key, Key], bool]


def join_actors(sightings: Mapping[Key, Sighting], known: Mapping[str, KnownActor]) -> Clusters:
    """Join what is one actor. Only names that share a key are compared, so the cost grows with their number."""
    anchors = [key for key, sighting in sightings.items() if key[0] in known or sighting.type in PLACES]
    clusters = Clusters(sightings, anchors)
    countries = {key: _country(key, sighting, known) for key, sighting in sightings.items()}
    _join_bodies(clusters, _of_type(sightings, BODIES), countries)
    _join_people(clusters, _of_type(sightings, PEOPLE), countries)
    return clusters


def _country(key: Key, sighting: Sighting, known: Mapping[str, KnownActor]) -> str:
    listed = known[key[0]].country if key[0] in known else None
    return listed or sighting.country


def _of_type(sightings: Mapping[Key, Sighting], types: set[ActorType]) -> dict[Key, str]:
    return {key: sighting.name for key, sighting in sightings.items() if sighting.type in types}


def _join_bodies(clusters: Clusters, names: Mapping[Key, str], countries: Mapping[Key, str]) -> None:
    keys = {key: body_key(name) for key, name in names.items()}
    _join_equals(clusters, _blocks(keys), lambda one, other: keys[one] == keys[other], countries)


def _join_people(clusters: Clusters, texts: Mapping[Key, str], countries: Mapping[Key, str]) -> None:
    names = {key: person_name(text) for key, text in texts.items()}
    blocks = _blocks({key: person_key(name) for key, name in names.items()})
    _join_equals(clusters, blocks, lambda one, other: is_same_person(names[one], names[other]), countries)
    _join_parts(clusters, names, countries)


def _blocks(keys: Mapping[Key, str]) -> list[list[Key]]:
    """Group the keys that may agree: of one name key, or of one id."""
    blocks = defaultdict(list)
    for key in sorted(keys):
        blocks["name", keys[key]].append(key)
        blocks["id", key[0]].append(key)
    return [block for block in blocks.values() if len(block) > 1]


def _join_equals(clusters: Clusters, blocks: list[list[Key]], agree: Agree, countries: Mapping[Key, str]) -> None:
    """Join equal names of one country; then those of no country, if only one of a country has the name."""

    def are_equal(one: Key, other: Key) -> bool:
        return one[0] == other[0] or agree(one, other)

    for block in blocks:
        for one, other in combinations(block, 2):
            if countries[one] == countries[other] and are_equal(one, other):
                clusters.join(one, other)
    candidates: dict[Key, set[Key]] = defaultdict(set)
    for block in blocks:
        homes = [key for key in block if countries[key]]
        for stray in (key for key in block if not countries[key]):
            found = {clusters.root(home) for home in homes if are_equal(stray, home)}
            candidates[clusters.root(stray)] |= found
    _join_single(clusters, candidates)


def _join_parts(clusters: Clusters, names: Mapping[Key, PersonName], countries: Mapping[Key, str]) -> None:
    """Join "Takaichi" to the only Takaichi of its country; fuller names first, as they make the others clearer."""
    index = _word_index(names)
    for fullness in sorted({name.fullness for name in names.values()}, reverse=True):
        candidates = {}
        for short in (key for key in names if names[key].fullness == fullness):
            fuller = (key for key in _rarest(index, names[short]) if _may_stand_for(short, key, names, countries))
            roots = {clusters.root(key) for key in fuller if clusters.may_join(short, key)}
            candidates[short] = roots - {clusters.root(short)}
        _join_single(clusters, candidates)


def _join_single(clusters: Clusters, candidates: Mapping[Key, set[Key]]) -> None:
    for key in sorted(candidates):
        if len(candidates[key]) == 1:
            clusters.join(key, *candidates[key])


def _may_stand_for(short: Key, full: Key, names: Mapping[Key, PersonName], countries: Mapping[Key, str]) -> bool:
    one, other = countries[short], countries[full]
    is_unknown_fine = len(names[short].words) > 1 and not (one and other)
    return (one == other != "" or is_unknown_fine) and is_part_of(names[short], names[full])


def _word_index(names: Mapping[Key, PersonName]) -> dict[str, list[Key]]:
    index = defaultdict(list)
    for key, name in names.items():
        for word in {skeleton(word) for word in name.words}:
            index[word].append(key)
    return index


def _rarest(index: Mapping[str, list[Key]], name: PersonName) -> Iterable[Key]:
    """Give the keys that share the rarest word of a name."""
    return min((index.get(skeleton(word), []) for word in name.words), key=len, default=[])
