"""The country that a name found in text stands for.

resolve_place("the Kremlin", "FAC") -> "country:RUS"; "northern Iraq" -> "country:IRQ"
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from explorer.knowledge.countries import country_id, place_words, rigour_places
from explorer.knowledge.known import known_actors, names
from explorer.knowledge.names import Ambiguity, Name, NameKind, OrganizationKind, fold
from explorer.model import ActorType

PLACES = {"GPE", "LOC", "NORP", "FAC"}  # the labels of a name that may be a place or a people
LANGUAGE = "LANGUAGE"  # "speaks French" is not about France
PERSON = "PERSON"
SHORTEST_FOLDED = 4  # shorter names must be written as in our files: "US" but never "us", "Us" or "it"
ARTICLES = ("the ", "The ", "THE ")
POSSESSIVES = ("'s", "’s", "'", "’")
MARKS = ' \t\n"“”‘,;:()'


def resolve_place(text: str, label: str) -> str | None:
    """Find the country that a name found in text stands for, as the id of an actor.

    `label` is the kind of entity the name was taken for. A person's name is a country only if it is nothing else.
    """
    if label == LANGUAGE or not any(char.isupper() for char in text):
        return None
    plain = _plain(text)
    name = _exact().get(text.strip()) or _known(plain)
    if name is not None:
        return None if label == PERSON and name.ambiguity else _country_of(name) or _state_around(name, label)
    if label == PERSON:
        return None
    return _state_of_organ(plain) or (_place_of_rigour(plain) or _within(plain) if label in PLACES else None)


def _known(text: str) -> Name | None:
    return _exact().get(text) or _folded().get(fold(text))


def _country_of(name: Name | None) -> str | None:
    return name.actor if name and name.type is ActorType.COUNTRY else None


def _state_around(name: Name, label: str) -> str | None:
    # Abkhazia acts for itself, but lies in Georgia
    known = known_actors().get(name.actor)
    is_place = known is not None and known.kind is OrganizationKind.AGENCY and label in PLACES
    return country_id(known.country) if known is not None and is_place and known.country else None


def _place_of_rigour(text: str) -> str | None:
    code = _folded_places().get(fold(text)) if len(text) >= SHORTEST_FOLDED else None
    return country_id(code) if code else None


def _state_of_organ(text: str) -> str | None:
    """Read "Syrian government", "Russia's Foreign Ministry" and "Government of Iraq"."""
    return _first(_country_of_words, _around(text, before=place_words().organs_of, after=place_words().organs))


def _within(text: str) -> str | None:
    """Read "northern Iraq" and "Anbar Province"; of "State of Georgia" we cannot tell."""
    return _first(_country_of_place, _around(text, before=place_words().before, after=place_words().after))


def _country_of_words(text: str) -> str | None:
    name = _known(_plain(text))
    return None if name and name.kind in {NameKind.SEAT, NameKind.CITY} else _country_of(name)


def _country_of_place(text: str) -> str | None:
    name = _known(_plain(text))
    if name is None:
        return _place_of_rigour(text)
    return None if name.ambiguity is Ambiguity.SHARED else _country_of(name)


def _around(text: str, *, before: frozenset[str], after: frozenset[str]) -> Iterator[str]:
    """Yield what is left of a name without words that may stand before or after it, the longest words first."""
    words = text.split()
    for cut in range(1, len(words)):
        if " ".join(words[:-cut]).lower() in before:
            yield " ".join(words[-cut:])
        if " ".join(words[cut:]).lower() in after:
            yield " ".join(words[:cut])


def _first(resolve: Callable[[str], str | None], texts: Iterator[str]) -> str | None:
    return next((found for text in texts if (found := resolve(text))), None)


def _plain(text: str) -> str:
    plain = text.strip(MARKS)
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
