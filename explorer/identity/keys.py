"""The smallest unit that is ever joined with others: what one name of one country was read as.

Actor("person:john-smith", country="GBR") -> "person:john-smith@GBR"; Actor("country:JPN") -> "country:JPN"
"""

from __future__ import annotations

from collections.abc import Mapping

from explorer.knowledge.names import KnownActor
from explorer.model import Actor, ActorType

PLACES = {ActorType.COUNTRY, ActorType.REGION}  # their ids are theirs alone
AT = "@"


def key_of(actor: Actor, known: Mapping[str, KnownActor]) -> str:
    """Give the key of an actor of one document: the id alone where that is sure, else the country too.

    Two articles may each call another man person:john-smith, one in London and one in Washington.
    """
    if actor.id in known or actor.type in PLACES:
        return actor.id
    return f"{actor.id}{AT}{actor.country or ''}"


def id_of(key: str) -> str:
    """Give the id that extraction gave, without country and without what a correction added."""
    return key.partition(AT)[0]
