"""All known actors and all their names, joined from the files; ambiguous names are told apart here.

"Georgia" -> Name(actor="country:GEO", others=("country:USA",), ambiguity=SHARED)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain

from explorer.errors import DataFileError
from explorer.knowledge.companies import company_actors, company_names
from explorer.knowledge.countries import country_actors, country_names
from explorer.knowledge.names import Ambiguity, KnownActor, Name
from explorer.knowledge.offices import office_actors, office_names
from explorer.knowledge.organizations import organization_actors, organization_names
from explorer.knowledge.regions import region_actors, region_names
from explorer.knowledge.strict import Entry, load_yaml

AMBIGUOUS = "ambiguous.yaml"


class AmbiguousName(Entry):
    """A name that may mean something else than its first actor."""

    text: str
    why: Ambiguity
    actors: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    acting: bool = False


class AmbiguousFile(Entry):
    """`traps` are phrases that contain a name but are not about its actor: "Native American"."""

    names: tuple[AmbiguousName, ...]
    traps: tuple[str, ...]


@cache
def known_actors() -> Mapping[str, KnownActor]:
    """Give every actor of the knowledge files by its id."""
    sources = (country_actors(), region_actors(), organization_actors(), company_actors(), office_actors())
    actors: dict[str, KnownActor] = {}
    for actor in chain.from_iterable(sources):
        if actor.id in actors:
            raise DataFileError(f"{actor.id} comes twice: {actors[actor.id].name!r} and {actor.name!r}")
        actors[actor.id] = actor
    return actors


@cache
def names() -> tuple[Name, ...]:
    """Give every surface form once; an ambiguous one with its usual actor first and the others in `others`."""
    return tuple(_joined(_all_names(), {entry.text: entry for entry in _ambiguous().names}))


@cache
def traps() -> frozenset[str]:
    """Give the phrases that contain a name but must not be read as its actor ("Native American")."""
    return frozenset(_ambiguous().traps)


@cache
def _ambiguous() -> AmbiguousFile:
    return load_yaml(AMBIGUOUS, AmbiguousFile)


def _all_names() -> Iterator[Name]:
    return chain(country_names(), region_names(), organization_names(), company_names(), office_names())


def _joined(found: Iterable[Name], listed: Mapping[str, AmbiguousName]) -> Iterator[Name]:
    by_text: dict[str, list[Name]] = {}
    for name in found:
        same = by_text.setdefault(name.text, [])
        if all(name.actor != other.actor for other in same):
            same.append(name)
    for text, same in by_text.items():
        yield _one(same, listed.get(text))
    for text, entry in listed.items():
        if text not in by_text:
            raise DataFileError(f"{AMBIGUOUS}: {text!r} is the name of nothing we know")
        if entry.actors and {name.actor for name in by_text[text]} != set(entry.actors):
            raise DataFileError(f"{AMBIGUOUS}: {text!r}: its actors are {[name.actor for name in by_text[text]]}")


def _one(same: list[Name], entry: AmbiguousName | None) -> Name:
    if len(same) == 1:
        return replace(same[0], ambiguity=entry.why) if entry else same[0]
    if entry is None or not entry.actors:
        actors = [name.actor for name in same]
        raise DataFileError(f"{same[0].text!r} names {actors}; choose one, or list it in {AMBIGUOUS}")
    first = next((name for name in same if name.actor == entry.actors[0]), same[0])
    return replace(first, ambiguity=entry.why, others=entry.actors[1:], near=entry.near, acting=entry.acting)
