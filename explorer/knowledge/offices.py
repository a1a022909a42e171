"""Who held which office when.

office_holders("JPN", "Prime Minister", date(2025, 11, 1)) -> [Office(person="Sanae Takaichi", ...)]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Literal

from explorer.errors import DataFileError
from explorer.knowledge.countries import countries, country_id, split_aliases
from explorer.knowledge.names import KnownActor, Name, NameKind, slug, unique, without_accents
from explorer.knowledge.organizations import organization_id, organizations
from explorer.knowledge.partial_dates import PartialDate, first_day, last_day
from explorer.knowledge.strict import Entry, load_csv
from explorer.model import ActorType

OFFICES = "offices.csv"


class RoleClass(StrEnum):
    """What an office is, whatever its title: the Chancellor of Germany is a head of government."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    DEFENCE_MINISTER = "defence_minister"
    HEAD_OF_ORGANIZATION = "head_of_organization"
    OTHER = "other"


class OfficeRow(Entry):
    """`role_class` may hold two classes separated by a bar: most presidents lead state and government."""

    person: str
    aliases: str = ""
    holder_of: str
    role: str
    role_class: str
    start: PartialDate
    end: PartialDate | None = None
    acting: Literal["acting"] | None = None
    origin: str


@dataclass(frozen=True, slots=True)
class Office:
    """One time in office; `holder_of` is the id of the country or organization, dates are as precise as known."""

    person: str
    actor: str
    holder_of: str
    role: str
    classes: tuple[RoleClass, ...]
    start: str
    end: str | None
    acting: bool
    origin: str

    def includes(self, on: date) -> bool:
        """Tell whether the holder may have been in office on a day, at the precision of the dates."""
        return first_day(self.start) <= on and (self.end is None or on <= last_day(self.end))

    def matches(self, role: str | None) -> bool:
        """Tell whether this is the office called `role`, a title ("Prime Minister") or a class."""
        return role is None or role.casefold() == self.role.casefold() or role in self.classes


@cache
def offices() -> tuple[Office, ...]:
    """Give every time in office, in the order of the file."""
    return tuple(_office(row) for row in _rows())


def office_holders(holder_of: str, role: str | None, on: date) -> list[Office]:
    """Find who held an office on a day, the latest to begin first.

    Where dates are known to the month or year only, both the one who went and the one who came may be given.
    """
    held = [office for office in _by_holder().get(holder_of, ()) if office.matches(role) and office.includes(on)]
    return sorted(held, key=lambda office: first_day(office.start), reverse=True)


@lru_cache(maxsize=64)
def in_office(on: date) -> tuple[Office, ...]:
    """Give everybody in office on a day."""
    return tuple(office for office in offices() if office.includes(on))


def offices_of(person: str) -> list[Office]:
    """List the offices of a person, by the id of the actor or by name, the earliest first."""
    actor = person if person.startswith("leader:") else person_id(person)
    return sorted(_by_person().get(actor, ()), key=lambda office: first_day(office.start))


def person_id(name: str) -> str:
    """Turn the name of someone who holds or held office into the id of an actor."""
    return f"leader:{slug(name)}"


@cache
def office_actors() -> tuple[KnownActor, ...]:
    """Give each office holder as an actor, of the country in which they held office."""
    aliases: dict[str, tuple[str, ...]] = {}
    for row in _rows():
        aliases[row.person] = (*aliases.get(row.person, ()), *split_aliases(row.aliases))
    return tuple(
        KnownActor(person_id(person), ActorType.LEADER, person, _country(person), unique(texts))
        for person, texts in aliases.items()
    )


def office_names() -> Iterator[Name]:
    """Yield the names of all office holders, also as news writes them, without accents."""
    for actor in office_actors():
        written = (actor.name, *actor.aliases)
        texts = unique((*written, *(without_accents(text) for text in written)))
        yield from (Name(text, actor.id, actor.type, NameKind.PERSON) for text in texts)


@cache
def _rows() -> tuple[OfficeRow, ...]:
    return load_csv(OFFICES, OfficeRow)


@cache
def _by_holder() -> Mapping[str, list[Office]]:
    return _grouped("holder_of")


@cache
def _by_person() -> Mapping[str, list[Office]]:
    return _grouped("actor")


def _grouped(field: str) -> Mapping[str, list[Office]]:
    groups: dict[str, list[Office]] = {}
    for office in offices():
        groups.setdefault(getattr(office, field), []).append(office)
    return groups


def _country(person: str) -> str | None:
    states = [office.holder_of for office in offices_of(person) if office.holder_of.startswith("country:")]
    return states[-1].removeprefix("country:") if states else None


def _office(row: OfficeRow) -> Office:
    if row.end and last_day(row.end) < first_day(row.start):
        raise DataFileError(f"{OFFICES}: {row.person}, {row.role}: ends {row.end} before it starts {row.start}")
    return Office(
        person=row.person,
        actor=person_id(row.person),
        holder_of=_holder_id(row),
        role=row.role,
        classes=_classes(row),
        start=row.start,
        end=row.end,
        acting=row.acting is not None,
        origin=row.origin,
    )


def _holder_id(row: OfficeRow) -> str:
    if row.holder_of in countries():
        return country_id(row.holder_of)
    identifier = organization_id(row.holder_of)
    if identifier not in organizations():
        raise DataFileError(f"{OFFICES}: {row.person}: holder_of {row.holder_of!r} is no country or organization")
    return identifier


def _classes(row: OfficeRow) -> tuple[RoleClass, ...]:
    try:
        return tuple(RoleClass(name) for name in split_aliases(row.role_class))
    except ValueError as error:
        raise DataFileError(f"{OFFICES}: {row.person}, {row.role}: {error}") from error
