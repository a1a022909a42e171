"""Claims out of the store, with the ids of the world and the sentences they rest on.

load_claims(connection, "events", event_claims.c.block == "…") -> [LoadedClaim(place, Claim(event, document, family))]
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, select, tuple_

from explorer.identity.claims import Claim
from explorer.identity.in_world import commitment_in_world, event_in_world, tie_in_world
from explorer.model import Commitment, Document, Event, Evidence, Tie
from explorer.records import commitment_from, event_from, evidence_from, tie_from
from explorer.store.changes import Place
from explorer.store.claims import claim_ends_of, evidence_record
from explorer.store.documents import FIELDS
from explorer.store.schema import CLAIMS, claim_ends, documents, evidence, sightings, verdicts

READ: dict[str, Any] = {"ties": tie_from, "events": event_from, "commitments": commitment_from}
IN_WORLD: dict[str, Any] = {"ties": tie_in_world, "events": event_in_world, "commitments": commitment_in_world}
REJECTED, CONFIRMED, NOTED = "rejected", "confirmed", "noted"


@dataclass(frozen=True, slots=True)
class LoadedClaim:
    """`row` has the columns of the claim's table, `claim.item` is a Tie, an Event or a Commitment.

    `ends` are those of its document, by which a verdict finds a claim again.
    """

    place: Place
    row: Any
    claim: Claim[Any]
    ends: str
    is_rejected: bool = False


def load_claims(connection: Connection, owner: str, *where: ColumnElement[bool]) -> list[LoadedClaim]:
    """Load the claims of one kind that fulfil a condition on their table, with verdicts applied."""
    table = CLAIMS[owner]
    about = [documents.c[name].label(f"document_{name}") for name in FIELDS if name != "text"]
    chosen = select(table, documents.c.family, *about).join(documents, documents.c.id == table.c.document)
    rows = connection.execute(chosen.where(*where)).all()
    if not rows:
        return []
    ids, proofs = _ids(connection, owner, where), _evidence(connection, owner, where)
    spoken = _verdicts(connection, owner, sorted({row.document for row in rows}))
    loaded = [_claim(owner, row, ids, proofs) for row in rows]
    return [_judged(one, owner, spoken) for one in loaded]


def at(table: Table, places: Sequence[Place]) -> ColumnElement[bool]:
    """Give the condition that a claim stands at one of these places.

    The documents alone are named too, as SQLite finds no index for pairs of values.
    """
    documents_named = sorted({place.document for place in places})
    return and_(table.c.document.in_(documents_named), tuple_(table.c.document, table.c.position).in_(places))


def _claim(owner: str, row: Any, ids: dict[Place, dict[str, str]], proofs: dict[Place, list[Any]]) -> LoadedClaim:
    place = Place(row.document, row.position)
    about = {name: getattr(row, f"document_{name}") for name in FIELDS if name != "text"}
    document = Document(text="", **about)
    sentences = tuple(_proof(one, document) for one in proofs.get(place, ()))
    item = READ[owner](json.loads(row.record), sentences)
    own = IN_WORLD[owner](item, document, ids.get(place, {}))
    return LoadedClaim(place, row, Claim(own, document, row.family, place), claim_ends_of(item))


def _proof(row: Any, document: Document) -> Evidence:
    return evidence_from(evidence_record(row), document)


def _ids(connection: Connection, owner: str, where: tuple[ColumnElement[bool], ...]) -> dict[Place, dict[str, str]]:
    table = CLAIMS[owner]
    here = and_(claim_ends.c.document == table.c.document, claim_ends.c.position == table.c.position)
    chosen = (
        select(claim_ends.c.document, claim_ends.c.position, claim_ends.c.id, sightings.c.actor)
        .select_from(table)
        .join(claim_ends, and_(here, claim_ends.c.owner == owner))
        .join(sightings, sightings.c.key == claim_ends.c.key)
        .where(*where)
    )
    found: dict[Place, dict[str, str]] = defaultdict(dict)
    for document, position, id, actor in connection.execute(chosen):
        found[Place(document, position)][id] = actor
    return found


def _evidence(connection: Connection, owner: str, where: tuple[ColumnElement[bool], ...]) -> dict[Place, list[Any]]:
    table = CLAIMS[owner]
    here = and_(evidence.c.document == table.c.document, evidence.c.owner_position == table.c.position)
    chosen = (
        select(evidence)
        .select_from(table)
        .join(evidence, and_(here, evidence.c.owner == owner))
        .where(*where)
        .order_by(evidence.c.document, evidence.c.owner_position, evidence.c.position)
    )
    found: dict[Place, list[Any]] = defaultdict(list)
    for row in connection.execute(chosen):
        found[Place(row.document, row.owner_position)].append(row)
    return found


def _verdicts(connection: Connection, owner: str, ids: list[str]) -> dict[tuple[str, str, int], list[Any]]:
    chosen = select(verdicts).where(verdicts.c.owner == owner, verdicts.c.document.in_(ids)).order_by(verdicts.c.act)
    found: dict[tuple[str, str, int], list[Any]] = defaultdict(list)
    for row in connection.execute(chosen):
        found[row.document, row.kind, row.trigger].append(row)
    return found


def _judged(one: LoadedClaim, owner: str, spoken: dict[tuple[str, str, int], list[Any]]) -> LoadedClaim:
    """Apply what a person said of a claim, known by its trigger and its ends; the latest word counts."""
    said = spoken.get((one.row.document, one.row.kind, one.row.trigger))
    if not said:
        return one
    exact = [row for row in said if row.ends == one.ends]
    if not exact:
        return one
    latest = [row.verdict for row in exact if row.verdict != NOTED]
    notes = tuple(dict.fromkeys(row.note for row in exact if row.verdict == NOTED))
    is_confirmed = bool(latest) and latest[-1] == CONFIRMED
    item: Tie | Event | Commitment = replace(one.claim.item, notes=notes, confirmed=is_confirmed)
    if is_confirmed and isinstance(item, Commitment):
        item = replace(item, confidence=1.0)
    if is_confirmed and isinstance(item, Event):
        item = replace(item, confidence=1.0, doubts=())
    is_rejected = bool(latest) and latest[-1] == REJECTED
    return replace(one, claim=replace(one.claim, item=item), is_rejected=is_rejected)
