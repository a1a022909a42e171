"""All names of the known world, and the country that a name found in text stands for.

resolve_place("the Kremlin", "FAC") -> "country:RUS"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain

from explorer.errors import DataFileError
from explorer.knowledge.companies import company_actors, company_names
from explorer.knowledge.countries import country_actors, country_id, country_names, rigour_places
from explorer.knowledge.names import (
    Ambiguity,
    KnownActor,
    Name,
    NameKind,
    OrganizationKind,
    fold,
    slug,
)
from explorer.knowledge.offices import Office, RoleClass, office_actors, office_holders, office_names, offices_of
from explorer.knowledge.organizations import members, organization_actors, organization_names
from explorer.knowledge.regions import region_actors, region_names
from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import ActorType

__all__ = [
    "Ambiguity",
    "KnownActor",
    "Name",
    "NameKind",
    "Office",
    "OrganizationKind",
    "RoleClass",
    "known_actors",
    "members",
    "names",
    "office_holders",
    "offices_of",
    "resolve_place",
    "slug",
    "traps",
]

AMBIGUOUS = "ambiguous.yaml"
PLACES = {"GPE", "LOC", "NORP", "FAC"}  # the labels of a name that may be a place or a people
LANGUAGE = "LANGUAGE"  # "speaks French" is not about France
PERSON = "PERSON"
SHORTEST_FOLDED = 4  # shorter names must be written as in our files: "US" but never "us", "Us" or "it"
ARTICLES = ("the ", "The ", "THE ")
POSSESSIVES = ("'s", "’s", "'", "’")


class AmbiguousName(Entry):
    """A name that may mean something else than its first actor."""

    text: str
    why: Ambiguity
    actors: tuple[str, ...] = ()


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


def resolve_place(text: str, label: str) -> str | None:
    """Find the country that a name found in text stands for, as the id of an actor.

    `label` is the kind of entity the name was taken for. A person's name is a country only if it is nothing else.
    """
    if label == LANGUAGE or not any(char.isupper() for char in text):
        return None
    plain = _without_article(text)
    name = _exact().get(plain) or _exact().get(text.strip()) or _folded().get(fold(plain))
    if name is not None:
        return None if label == PERSON and name.ambiguity else _country_of(name)
    return _place_of_rigour(plain) if label in PLACES else None


def _country_of(name: Name) -> str | None:
    return name.actor if name.type is ActorType.COUNTRY else None


def _place_of_rigour(text: str) -> str | None:
    code = _folded_places().get(fold(text)) if len(text) >= SHORTEST_FOLDED else None
    return country_id(code) if code else None


def _without_article(text: str) -> str:
    plain = text.strip(' \t\n"“”‘,;:()')
    for ending in POSSESSIVES:
        if plain.endswith(ending):
            plain = plain.removesuffix(ending)
            break
    for article in ARTICLES:
        plain = plain.removeprefix(article)
    return plain.strip()


@cache
def _exact() -> Mapping[str, Name]:
    return {name.text: name for name in names()}


@cache
def _folded() -> Mapping[str, Name]:
    """Give names by their folded text; where two fold alike, the first kind in our files wins."""
    folded: dict[str, Name] = {}
    for name in names():
        if len(name.text) >= SHORTEST_FOLDED and name.kind is not NameKind.ABBREVIATION:
            folded.setdefault(fold(name.text), name)
    return folded


@cache
def _folded_places() -> Mapping[str, str]:
    return {fold(text): code for text, code in rigour_places().items()}


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
    return replace(first, ambiguity=entry.why, others=entry.actors[1:])
