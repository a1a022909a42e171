"""Organizations that act in the news: bodies of states, alliances, parties, armed groups, media, NGOs.

"Da'esh" -> organization:islamic-state, an armed group
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from explorer.errors import DataFileError
from explorer.knowledge.countries import countries, country_id
from explorer.knowledge.names import KnownActor, Name, OrganizationKind, actor_names
from explorer.knowledge.partial_dates import PartialDate, first_day, last_day
from explorer.knowledge.strict import Entry, load_yaml, refuse_repeats
from explorer.model import ActorType

ORGANIZATIONS = "organizations.yaml"
GROUPS = "groups.yaml"  # of the same form


class OrganizationEntry(Entry):
    """`members` lists everyone who ever belonged, as alpha-3 codes; `joined` and `left` date those who came later
    than the founding or went. `part_of` is another entry's id.
    """

    id: str
    name: str
    kind: OrganizationKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    part_of: str | None = None
    founded: PartialDate | None = None
    members: tuple[str, ...] = ()
    joined: dict[str, PartialDate] = {}
    left: dict[str, PartialDate] = {}


def organization_id(slug: str) -> str:
    """Turn the id of an entry into the id of an actor."""
    return f"organization:{slug}"


@cache
def organizations() -> Mapping[str, OrganizationEntry]:
    """Give every organization by the id of its actor."""
    listed = (load_yaml(name, tuple[OrganizationEntry, ...]) for name in (ORGANIZATIONS, GROUPS))
    entries = tuple(entry for entries in listed for entry in entries)
    refuse_repeats(ORGANIZATIONS, (entry.id for entry in entries), "id")
    slugs = {entry.id for entry in entries}
    for entry in entries:
        _check(entry, slugs)
    return {organization_id(entry.id): entry for entry in entries}


def members(organization: str, on: date) -> tuple[str, ...]:
    """Give the ids of the countries that belong to an organization on a day; empty where we hold no list."""
    entry = organizations().get(organization)
    if entry is None or (entry.founded and on < first_day(entry.founded)):
        return ()
    return tuple(country_id(code) for code in entry.members if _belongs(entry, code, on))


def organization_actors() -> Iterator[KnownActor]:
    """Yield each organization as an actor."""
    for identifier, entry in organizations().items():
        yield KnownActor(
            id=identifier,
            type=ActorType.ORGANIZATION,
            name=entry.name,
            country=entry.country,
            aliases=entry.aliases,
            kind=entry.kind,
            part_of=organization_id(entry.part_of) if entry.part_of else None,
        )


def organization_names() -> Iterator[Name]:
    """Yield the names of all organizations."""
    for actor in organization_actors():
        yield from actor_names(actor)


def _belongs(entry: OrganizationEntry, code: str, on: date) -> bool:
    joined, left = entry.joined.get(code), entry.left.get(code)
    return (joined is None or first_day(joined) <= on) and (left is None or on < last_day(left))


def _check(entry: OrganizationEntry, slugs: set[str]) -> None:
    if entry.part_of and entry.part_of not in slugs:
        raise DataFileError(f"{ORGANIZATIONS}: {entry.id}: part_of {entry.part_of!r} is no id in this file")
    for code in (*entry.members, *((entry.country,) if entry.country else ())):
        if code not in countries():
            raise DataFileError(f"{ORGANIZATIONS}: {entry.id}: {code!r} is not a country")
    for code in (*entry.joined, *entry.left):
        if code not in entry.members:
            raise DataFileError(f"{ORGANIZATIONS}: {entry.id}: {code} joined or left but is not in members")
