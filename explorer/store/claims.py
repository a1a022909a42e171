"""What one document says, as rows: who it names, the ties, events and commitments in it, and their sentences.

insert_claims(connection, extraction, known, changes) leaves it to others to find out what that means for the world.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from explorer.identity.in_world import ends_in, ids_in
from explorer.identity.keys import PLACES, key_of
from explorer.identity.sightings import Sighting, seen_in
from explorer.knowledge.names import KnownActor
from explorer.model import Actor, Commitment, Document, Event, Extraction, Tie
from explorer.records import Record, actor_from, extraction_from, extraction_record
from explorer.store.changes import Changes, Place, Spot
from explorer.store.documents import read_documents, select_documents
from explorer.store.schema import (
    CLAIMS,
    claim_ends,
    commitment_claims,
    documents,
    event_claims,
    evidence,
    mentions,
    moves,
    tie_claims,
)
from explorer.store.votes import count_votes

Known = Mapping[str, KnownActor]
KIND = {"ties": "kind", "events": "type", "commitments": "kind"}


def insert_claims(connection: Connection, extraction: Extraction, known: Known, changes: Changes) -> None:
    """Keep what a document says; UnicodeEncodeError if half a character is in it."""
    document = extraction.document
    record = extraction_record(extraction)
    moved = _moves(connection, document.id)
    keys = {actor.id: moved.get(key := key_of(actor, known), key) for actor in extraction.actors}
    rows = [
        {
            "document": document.id,
            "position": position,
            "key": keys[item["id"]],
            "id": item["id"],
            "record": _json(item),
        }
        for position, item in enumerate(record["actors"])
    ]
    _insert(connection, mentions, rows)
    seen = _seen(document, extraction.actors, keys, known)
    count_votes(connection, seen, +1)
    changes.keys |= seen.keys()
    for owner in CLAIMS:
        _insert_owned(connection, owner, document, record[owner], getattr(extraction, owner), keys, changes)


def remove_claims(connection: Connection, document_id: str, known: Known, changes: Changes) -> None:
    """Forget what a document says, and note what lost a report by it."""
    (document,) = read_documents(connection.execute(select_documents(text=False).where(documents.c.id == document_id)))
    named = mentions_of(connection, document_id)
    keys = {actor.id: key for key, actor in named}
    seen = _seen(document, [actor for _, actor in named], keys, known)
    count_votes(connection, seen, -1)
    changes.keys |= seen.keys()
    note_removed(connection, document_id, changes)
    for table in (mentions, *CLAIMS.values(), claim_ends, evidence):
        connection.execute(delete(table).where(table.c.document == document_id))
    for places in changes.claims.values():
        places -= {place for place in places if place.document == document_id}


def move_mention(
    connection: Connection, document_id: str, key: str, moved: str, known: Known, changes: Changes
) -> None:
    """Take a mention in one document for that of somebody else."""
    chosen = select_documents(text=False).where(documents.c.id == document_id)
    document = next(iter(read_documents(connection.execute(chosen))), None)
    if document is None:  # the correction waits for it
        return
    named = mentions_of(connection, document_id)
    seen = _seen(document, [actor for _, actor in named], {actor.id: at for at, actor in named}, known)
    if key not in seen:
        return
    count_votes(connection, {key: seen[key]}, -1)
    count_votes(connection, {moved: seen[key]}, +1)
    for table in (mentions, claim_ends):
        here = (table.c.document == document_id, table.c.key == key)
        connection.execute(table.update().where(*here).values(key=moved))
    changes.keys |= {key, moved}
    rows = connection.execute(
        select(claim_ends.c.owner, claim_ends.c.position).where(
            claim_ends.c.document == document_id, claim_ends.c.key == moved
        )
    )
    for owner, position in rows:
        changes.claims[owner].add(Place(document_id, position))


def mentions_of(connection: Connection, document_id: str) -> list[tuple[str, Actor]]:
    """Give whom a document names, each with its key."""
    here = mentions.c.document == document_id
    rows = connection.execute(select(mentions.c.key, mentions.c.record).where(here).order_by(mentions.c.position))
    return [(key, actor_from(json.loads(record))) for key, record in rows]


def read_extraction(connection: Connection, document: Document) -> Extraction:
    """Give back what a document says, as it was read."""
    record: Record = {"actors": _records(connection, mentions, document.id)}
    for owner, table in CLAIMS.items():
        record[owner] = _records(connection, table, document.id)
        for item in record[owner]:
            item["evidence"] = [] if owner == "commitments" else None
    _attach_evidence(connection, record, document.id)
    return extraction_from(record, document)


def evidence_record(row: Any) -> Record:
    """Turn a row of the table `evidence` back into JSON."""
    trigger = [row.trigger_start, row.trigger_end]
    return {"start": row.start, "end": row.end, "text": row.text, "trigger": trigger, "rule": row.rule}


def note_removed(connection: Connection, document_id: str, changes: Changes) -> None:
    """Note the ties, cells and blocks that a document's claims belong to."""
    here = tie_claims.c.document == document_id
    changes.ties.update(tie for tie in connection.execute(select(tie_claims.c.tie).where(here)).scalars() if tie)
    for row in connection.execute(select(event_claims).where(event_claims.c.document == document_id)):
        note_event_removed(row, changes)
    for row in connection.execute(select(commitment_claims).where(commitment_claims.c.document == document_id)):
        note_commitment_removed(row, changes)


def note_event_removed(row: Any, changes: Changes) -> None:
    """Note where a claim on an event stood."""
    if row.block is None or row.cell is None:
        return
    changes.cells.add((row.block, row.cell))
    if row.is_precise:
        changes.spots.setdefault(row.block, set()).add(Spot(row.last, row.first, row.document, row.position))


def note_commitment_removed(row: Any, changes: Changes) -> None:
    """Note the block, the proper name and the commitment of a claim."""
    changes.commitments |= {row.commitment} - {None}
    changes.blocks |= {row.block} - {None}
    changes.propers |= {row.proper} - {None}


def _insert_owned(
    connection: Connection,
    owner: str,
    document: Document,
    records: list[Record],
    items: tuple[Tie | Event | Commitment, ...],
    keys: Mapping[str, str],
    changes: Changes,
) -> None:
    claims, ends, sentences = [], [], []
    for position, (record, item) in enumerate(zip(records, items, strict=True)):
        place = {"document": document.id, "position": position}
        bare = _json({key: value for key, value in record.items() if key != "evidence"})
        trigger = item.evidence[0].trigger[0] if item.evidence else None
        status = {} if isinstance(item, Tie) else {"status": str(item.status)}
        claims.append({**place, "kind": record[KIND[owner]], **status, "trigger": trigger, "record": bare})
        ends += [{**place, "owner": owner, "id": id, "key": keys.get(id, id)} for id in ids_in(item)]
        changes.claims[owner].add(Place(document.id, position))
        sentences += [
            {
                "document": document.id,
                "owner": owner,
                "owner_position": position,
                "position": number,
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "trigger_start": one.trigger[0],
                "trigger_end": one.trigger[1],
                "rule": one.rule,
            }
            for number, one in enumerate(item.evidence)
        ]
    _insert(connection, CLAIMS[owner], claims)
    _insert(connection, claim_ends, ends)
    _insert(connection, evidence, sentences)


def claim_ends_of(item: Tie | Event | Commitment) -> str:
    """Write who takes part in a claim, as its document has it, for a verdict to find it again."""
    return " ".join(sorted(ends_in(item)))


def _seen(document: Document, actors: Any, keys: Mapping[str, str], known: Known) -> dict[str, Sighting]:
    """Count what a document says of each key. Beside whom a listed actor stands tells nothing: its id is sure."""
    plain = [key_of(actor, known) for actor in actors]
    found: dict[str, Sighting] = {}
    for actor, own in zip(actors, plain, strict=True):
        is_sure = actor.id in known or actor.type in PLACES
        beside = [] if is_sure else [key for key in plain if key != own]
        sighting = seen_in(document, actor, beside)
        found.setdefault(keys[actor.id], Sighting()).include(sighting)
    return found


def _moves(connection: Connection, document_id: str) -> dict[str, str]:
    rows = connection.execute(select(moves.c.key, moves.c.moved).where(moves.c.document == document_id))
    return {key: moved for key, moved in rows}


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _json(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _records(connection: Connection, table: Any, document_id: str) -> list[Record]:
    chosen = select(table.c.record).where(table.c.document == document_id).order_by(table.c.position)
    return [json.loads(record) for record in connection.execute(chosen).scalars()]


def _attach_evidence(connection: Connection, record: Record, document_id: str) -> None:
    order = (evidence.c.owner, evidence.c.owner_position, evidence.c.position)
    for row in connection.execute(select(evidence).where(evidence.c.document == document_id).order_by(*order)):
        item = record[row.owner][row.owner_position]
        if row.owner == "commitments":
            item["evidence"].append(evidence_record(row))
        else:
            item["evidence"] = evidence_record(row)
