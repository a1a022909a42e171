"""Stores for the app's tests, filled with the worlds of tests/worlds.py as if their articles had been read.

fill_store(path, small_world()) -> four documents, each with what it says
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from explorer.model import Actor, Commitment, Document, Event, Evidence, Extraction, Tie, World
from explorer.store import open_store

R = TypeVar("R", Tie, Commitment)


def fill_store(path: Path, world: World) -> Path:
    """Store every document of the world with the records it is evidence for."""
    with open_store(path) as store:
        for document in world.documents:
            store.add(document, extraction_of(world, document))
    return path


def extraction_of(world: World, document: Document) -> Extraction:
    """Give what one document says, as extraction would: one sentence an event, actors where they are named."""
    events = tuple(
        replace(event, id=f"{event.id}/{number}", evidence=(evidence,), reports=1)
        for event in world.events
        for number, evidence in enumerate(_of(document, event.evidence))
    )
    ties = tuple(replace(tie, evidence=(found[0],), reports=1) for tie, found in _told(world.ties, document))
    commitments = tuple(
        replace(item, evidence=tuple(found), reports=1) for item, found in _told(world.commitments, document)
    )
    ends = {end for record in (*events, *ties, *commitments) for end in _ends(record)}
    actors = tuple(_seen(actor, document) for actor in world.actors if actor.id in ends)
    return Extraction(document, actors=actors, ties=ties, events=events, commitments=commitments)


def _told(records: Iterable[R], document: Document) -> list[tuple[R, list[Evidence]]]:
    return [(record, found) for record in records if (found := _of(document, record.evidence))]


def _of(document: Document, evidence: Iterable[Evidence]) -> list[Evidence]:
    return [item for item in evidence if item.document == document.id]


def _ends(record: Event | Tie | Commitment) -> tuple[str | None, ...]:
    if isinstance(record, Tie):
        return (record.source, record.target)
    if isinstance(record, Commitment):
        return tuple(party.actor for party in record.parties)
    return (*record.actors, *record.recipients, record.place, record.speaker)


def _seen(actor: Actor, document: Document) -> Actor:
    spellings = [name for name in (actor.name, *actor.aliases) if name]
    places = [(at, at + len(name)) for name in spellings if (at := document.text.find(name)) >= 0]
    return replace(actor, mentions=tuple(places) or ((0, 1),), reports=1)
