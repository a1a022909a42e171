"""What is compared of an actor: its names and what speaks for who it is, short enough to be stored beside it.

Sighting(names={"Sanae Takaichi": 12}, ...) -> Profile("leader:sanae-takaichi", LEADER, "Sanae Takaichi", "JPN", ...)
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from explorer.identity.keys import id_of
from explorer.identity.sightings import Sighting
from explorer.identity.votes import most_reported
from explorer.knowledge.names import KnownActor
from explorer.model import ActorType

MOST_NAMES = 20
MOST_ROLES = 8
MOST_BESIDE = 8
PEOPLE = {ActorType.LEADER, ActorType.PERSON}
BODIES = {ActorType.COMPANY, ActorType.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Profile:
    """What all documents together say of one key.

    `name` is the most reported, `names` are all names and aliases, `country` is alpha-3 or "". `years` are the first
    and last of the documents, `beside` the keys most often named with it. `is_listed` says that its id stands in the
    knowledge files: two listed actors are never one.
    """

    key: str
    type: ActorType
    name: str
    names: tuple[str, ...] = ()
    country: str = ""
    roles: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    beside: tuple[str, ...] = ()
    is_listed: bool = False


def profile_of(key: str, sighting: Sighting, known: Mapping[str, KnownActor]) -> Profile:
    """Sum up what was seen; a listed actor has the type, country and names of the lists besides."""
    listed = known.get(id_of(key))
    kind = listed.type if listed else sighting.type
    name = most_reported(sighting.names, preferred=(listed.name, *listed.aliases) if listed else ())
    return Profile(
        key=key,
        type=kind,
        name=name,
        names=_names(name, kind, sighting, listed),
        country=(listed.country if listed else None) or sighting.country,
        roles=tuple(sorted(_most(sighting.roles, MOST_ROLES))),
        years=_years(sighting),
        beside=tuple(sorted(_most(sighting.beside, MOST_BESIDE))),
        is_listed=listed is not None,
    )


def as_text(profile: Profile) -> str:
    """Write a profile so that equal ones give equal texts."""
    return json.dumps(asdict(profile), ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Profile:
    """Read what `as_text` wrote."""
    values = json.loads(text)
    first, last = values["years"] or (0, 0)
    lists = {field: tuple(values[field]) for field in ("names", "roles", "beside")}
    known = {"type": ActorType(values["type"]), "years": (first, last) if values["years"] else None}
    return Profile(**{**values, **lists, **known})


def _names(name: str, kind: ActorType, sighting: Sighting, listed: KnownActor | None) -> tuple[str, ...]:
    """Take names before aliases and what was seen before what the lists add.

    What else a person is called within one article ("the minister", a name beside it) says little of other articles.
    """
    aliases = () if kind in PEOPLE else _most(sighting.aliases, MOST_NAMES)
    seen = (*_most(sighting.names, MOST_NAMES), *aliases)
    wanted = (name, *((listed.name,) if listed else ()), *seen, *(listed.aliases if listed else ()))
    return tuple(sorted(list(dict.fromkeys(wanted))[:MOST_NAMES]))


def _most(votes: Counter[str], number: int) -> list[str]:
    return sorted(votes, key=lambda value: (-votes[value], value))[:number]


def _years(sighting: Sighting) -> tuple[int, int] | None:
    years = [int(year) for year in sighting.years if year.isdigit()]
    return (min(years), max(years)) if years else None
