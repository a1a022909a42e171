"""For whom a leader speaks.

leader:mark-rutte -> country:NLD in 2023, organization:nato in 2025; leader:ursula-von-der-leyen -> the European Union
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.offices import offices_of
from explorer.model import Actor, ActorType


@lru_cache(maxsize=100_000)
def state_of(actor: Actor, day: date | None) -> str:
    """Give the country or organisation whose office a leader holds that day, else the leader's country.

    Someone who leads a country and has an organisation in turn speaks for the country. Whoever is no leader speaks for
    nobody else.
    """
    if actor.type is not ActorType.LEADER:
        return actor.id
    held = [office.holder_of for office in offices_of(actor.id) if day is None or office.includes(day)]
    countries = [holder for holder in held if holder.startswith("country:")]
    if held and not countries:
        return _whole(held[-1])
    return countries[-1] if countries else f"country:{actor.country}" if actor.country else actor.id


def _whole(organization: str) -> str:
    """Give the union that a body belongs to: the Commission acts for the European Union."""
    known = known_actors().get(organization)
    return (known and known.part_of) or organization
