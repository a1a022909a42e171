"""The world out of the tables: what documents say together, all of it or what a condition leaves.

read_world(connection, Narrow(event_types=("AID",))) -> World
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, null, or_, select

from explorer.identity.evidence import merged
from explorer.identity.remarks import with_remarks
from explorer.identity.ties import merge_ties
from explorer.model import Actor, ActorType, Commitment, Document, Event, Evidence, Tie, World
from explorer.records import tie_from
from explorer.store.documents import read_documents, select_documents
from explorer.store.loading import READ, load_claims
from explorer.store.schema import (
    CLAIMS,
    actors,
    commitment_ends,
    commitments,
    documents,
    event_ends,
    events,
    evidence,
    former_ids,
    mentions,
    sightings,
    ties,
    verdicts,
)
from explorer.store.schema import tie_claims as claims_of_ties

RECORDS: dict[str, Any] = {"ties": ties, "events": events, "commitments": commitments}
MERGED = {"ties": "tie", "events": "event", "commitments": "commitment"}


@dataclass(frozen=True, slots=True)
class Narrow:
    """Conditions that leave out events and commitments for sure not asked for; what is left may still be too much.

    Days are ISO 8601; `actors` are ids, and a record has to touch at least one of each set.
    """

    event_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    commitment_statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    min_reports: int = 0
    min_confidence: float = 0.0
    actors: tuple[frozenset[str], ...] = ()
    every_commitment: bool = False


EVERYTHING = Narrow()


def read_world(connection: Connection, narrow: Narrow = EVERYTHING) -> World:
    """Read everything but the texts, within one transaction of the caller."""
    return World(
        documents=_in_order(read_documents(connection.execute(select_documents(text=False)))),
        actors=read_actors(connection),
        ties=_ties(connection),
        events=tuple(sorted(_records(connection, "events", _event_tests(narrow)), key=_by_id)),
        commitments=tuple(sorted(_records(connection, "commitments", _commitment_tests(narrow)), key=_by_id)),
        former_ids=read_former_ids(connection),
    )


def read_actors(connection: Connection, *where: ColumnElement[bool]) -> tuple[Actor, ...]:
    """Read actors with the number of independent articles that name each."""
    reports = (
        select(sightings.c.actor, func.count(documents.c.family.distinct()).label("reports"))
        .join(mentions, mentions.c.key == sightings.c.key)
        .join(documents, documents.c.id == mentions.c.document)
        .group_by(sightings.c.actor)
        .subquery()
    )
    chosen = select(actors, reports.c.reports).join(reports, reports.c.actor == actors.c.id)
    rows = connection.execute(chosen.where(*where).order_by(actors.c.id))
    return tuple(
        Actor(
            id=row.id,
            type=ActorType(row.type),
            name=row.name,
            country=row.country,
            role=row.role,
            aliases=tuple(json.loads(row.aliases)),
            reports=row.reports,
            notes=tuple(json.loads(row.notes)),
        )
        for row in rows
    )


def _by_id(record: Event | Commitment) -> str:
    return record.id


def _in_order(found: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(sorted(found, key=lambda document: (document.date or "~", document.id)))


def read_former_ids(connection: Connection) -> dict[str, str]:
    """Give the ids that actors had before, each with the id that it leads to now."""
    chosen = select(former_ids.c.id, sightings.c.actor).join(sightings, sightings.c.key == former_ids.c.key)
    known = set(connection.execute(select(actors.c.id)).scalars())
    return {id: actor for id, actor in connection.execute(chosen) if id not in known}


def _ties(connection: Connection) -> tuple[Tie, ...]:
    """Count what the claims of each tie say; those that say the same are counted together."""
    family = func.count(documents.c.family.distinct())
    own = claims_of_ties.c.tie
    said = documents.c.id == claims_of_ties.c.document
    chosen = select(own, claims_of_ties.c.record, family).join(documents, said).where(own.is_not(None))
    votes: dict[int, list[tuple[Tie, int]]] = defaultdict(list)
    for number, record, count in connection.execute(chosen.group_by(own, claims_of_ties.c.record)):
        votes[number].append((tie_from(json.loads(record), ()), count))
    totals = select(own, family).join(documents, said).where(own.is_not(None)).group_by(own)
    reports = {number: count for number, count in connection.execute(totals)}
    proofs, remarked = _evidence(connection, "ties", []), _remarked_ties(connection)
    found = []
    for row in connection.execute(select(ties).order_by(ties.c.kind, ties.c.source, ties.c.target, ties.c.role)):
        merged_tie = merge_ties(votes[row.number], reports[row.number])
        tie = replace(merged_tie, source=row.source, target=row.target, evidence=merged(proofs[row.number]))
        found.append(with_remarks(tie, remarked.get(row.number, [tie])))
    return tuple(found)


def _remarked_ties(connection: Connection) -> dict[int, list[Tie]]:
    """Give the reports of ties that a person said something of."""
    spoken = select(verdicts.c.document).where(verdicts.c.owner == "ties")
    found: dict[int, list[Tie]] = defaultdict(list)
    for one in load_claims(
        connection, "ties", claims_of_ties.c.tie.is_not(None), claims_of_ties.c.document.in_(spoken)
    ):
        found[one.row.tie].append(one.claim.item)
    return found


def _records(connection: Connection, owner: str, tests: list[ColumnElement[bool]]) -> Iterable[Any]:
    table = RECORDS[owner]
    columns = (table.c.number, table.c.record, table.c.id)
    rows = connection.execute(select(*columns).where(*tests).order_by(table.c.number)).all()
    proofs = _evidence(connection, owner, tests)
    read = READ[owner]
    for row in rows:
        record = {**json.loads(row.record), "id": row.id}
        sentences = merged(proofs.get(row.number, ()))
        # What says how it turned out comes first: nobody should read a plan as proof that it took place.
        yield read(record, tuple(sorted(sentences, key=lambda one: one.status != record["status"])))


def _evidence(connection: Connection, owner: str, tests: list[ColumnElement[bool]]) -> dict[int, list[Evidence]]:
    claims, table = CLAIMS[owner], RECORDS[owner]
    own = claims.c[MERGED[owner]]
    here = and_(
        evidence.c.owner == owner,
        evidence.c.document == claims.c.document,
        evidence.c.owner_position == claims.c.position,
    )
    columns = [
        evidence.c[name] for name in ("start", "end", "text", "trigger_start", "trigger_end", "rule", "document")
    ]
    status = null() if owner == "ties" else claims.c.status
    chosen: Select[Any] = (
        select(own, *columns, documents.c.source, documents.c.date, status)
        .select_from(claims)
        .join(evidence, here)
        .join(documents, documents.c.id == claims.c.document)
        .where(own.is_not(None))
    )
    if tests:
        chosen = chosen.where(own.in_(select(table.c.number).where(*tests)))
    found: dict[int, list[Evidence]] = defaultdict(list)
    for number, start, end, text, begin, stop, *rest in connection.execute(chosen):
        found[number].append(Evidence(start, end, text, (begin, stop), *rest))
    return found


def _event_tests(narrow: Narrow) -> list[ColumnElement[bool]]:
    tests = _common_tests(events, narrow)
    if narrow.event_types:
        tests.append(events.c.type.in_(narrow.event_types))
    if narrow.statuses:
        tests.append(events.c.status.in_(narrow.statuses))
    for ids in narrow.actors:
        tests.append(events.c.number.in_(select(event_ends.c.event).where(event_ends.c.actor.in_(sorted(ids)))))
    return tests


def _commitment_tests(narrow: Narrow) -> list[ColumnElement[bool]]:
    if narrow.every_commitment:
        return []
    tests = _common_tests(commitments, narrow)
    if narrow.commitment_statuses:
        tests.append(commitments.c.status.in_(narrow.commitment_statuses))
    for ids in narrow.actors:
        touching = select(commitment_ends.c.commitment).where(commitment_ends.c.actor.in_(sorted(ids)))
        tests.append(commitments.c.number.in_(touching))
    return tests


def _common_tests(table: Any, narrow: Narrow) -> list[ColumnElement[bool]]:
    tests = []
    if narrow.min_reports > 1:
        tests.append(table.c.reports >= narrow.min_reports)
    if narrow.min_confidence > 0:
        tests.append(table.c.confidence >= narrow.min_confidence)
    if narrow.since:
        tests.append(or_(table.c.end.is_(None), table.c.end >= narrow.since))
    if narrow.until:
        tests.append(or_(table.c.start.is_(None), table.c.start <= narrow.until))
    return tests
