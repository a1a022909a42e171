"""Records of one document with the ids of the world in place of its own.

Event(actors=("leader:takaichi-sanae",)) with {"leader:takaichi-sanae": "leader:sanae-takaichi"} -> the merged leader
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from explorer.identity.evidence import placed
from explorer.model import Commitment, Document, Event, Party, Tie

Ids = Mapping[str, str]


def event_in_world(event: Event, document: Document, ids: Ids) -> Event:
    """Give an event whose ends, place and speaker are actors of the world; each end once."""
    return replace(
        event,
        actors=tuple(dict.fromkeys(ids.get(actor, actor) for actor in event.actors)),
        recipients=tuple(dict.fromkeys(ids.get(actor, actor) for actor in event.recipients)),
        place=ids.get(event.place, event.place) if event.place else None,
        speaker=ids.get(event.speaker, event.speaker) if event.speaker else None,
        evidence=placed(event.evidence, document),
    )


def commitment_in_world(commitment: Commitment, document: Document, ids: Ids) -> Commitment:
    """Give a commitment between actors of the world; each party once."""
    parties = dict.fromkeys(Party(ids.get(party.actor, party.actor), party.role) for party in commitment.parties)
    return replace(commitment, parties=tuple(parties), evidence=placed(commitment.evidence, document))


def tie_in_world(tie: Tie, document: Document, ids: Ids) -> Tie:
    """Give a tie between actors of the world."""
    return replace(
        tie,
        source=ids.get(tie.source, tie.source),
        target=ids.get(tie.target, tie.target),
        evidence=placed(tie.evidence, document),
    )


def ids_in(item: Tie | Event | Commitment) -> tuple[str, ...]:
    """Give every actor that a record of one document names, once each: its ends first."""
    match item:
        case Tie():
            ids: tuple[str | None, ...] = (item.source, item.target)
        case Commitment():
            ids = tuple(party.actor for party in item.parties)
        case _:
            ids = (*item.actors, *item.recipients, item.place, item.speaker)
    return tuple(dict.fromkeys(actor for actor in ids if actor))


def ends_in(item: Tie | Event | Commitment) -> tuple[str, ...]:
    """Give the ends alone: who takes part, without the place and who says so."""
    return ids_in(replace(item, place=None, speaker=None)) if isinstance(item, Event) else ids_in(item)
