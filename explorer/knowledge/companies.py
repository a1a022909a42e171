"""Companies that make international news.

"TSMC" -> company:tsmc, based in TWN
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from explorer.errors import DataFileError
from explorer.knowledge.countries import countries, split_aliases
from explorer.knowledge.names import KnownActor, Name, actor_names, slug
from explorer.knowledge.strict import Entry, load_csv, refuse_repeats
from explorer.model import ActorType

COMPANIES = "companies.csv"


class CompanyRow(Entry):
    """A company and the state it is based in; `aliases` are separated by a bar."""

    name: str
    aliases: str = ""
    country: str
    sector: str


@cache
def companies() -> Mapping[str, CompanyRow]:
    """Give every company by the id of its actor."""
    rows = load_csv(COMPANIES, CompanyRow)
    refuse_repeats(COMPANIES, (slug(row.name) for row in rows), "company")
    for row in rows:
        if row.country not in countries():
            raise DataFileError(f"{COMPANIES}: {row.name}: {row.country!r} is not a country")
    return {f"company:{slug(row.name)}": row for row in rows}


def company_actors() -> Iterator[KnownActor]:
    """Yield each company as an actor."""
    for identifier, row in companies().items():
        yield KnownActor(identifier, ActorType.COMPANY, row.name, row.country, split_aliases(row.aliases))


def company_names() -> Iterator[Name]:
    """Yield the names of all companies."""
    for actor in company_actors():
        yield from actor_names(actor)
