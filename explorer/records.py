"""Records as JSON and back: the form of `extract`, of the store and of the lists.

Event(...) -> {"id": "e1", "type": "CONSULT", "actors": ["country:JPN"], ...}
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from explorer.model import (
    Actor,
    ActorType,
    Amount,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    DateSpan,
    Document,
    Doubt,
    Event,
    EventType,
    Evidence,
    Extraction,
    Party,
    PartyRole,
    Standing,
    Status,
    Tie,
    TieKind,
)

Record = dict[str, Any]
PLACED = ("document", "source", "date", "status")  # known once evidence stands beside that of other documents
OF_THE_WORLD = ("reports", "history", "confirmed", "notes")  # unknown while one document is all there is
DOCUMENT_FIELDS = ("id", "title", "date", "source", "url", "language")


def evidence_record(evidence: Evidence, *, placed: bool = False) -> Record:
    """Turn evidence into JSON; `placed` adds the document, its source and its date."""
    record: Record = _plain(evidence)
    return record if placed else {key: value for key, value in record.items() if key not in PLACED}


def document_record(document: Document) -> Record:
    """Turn a document into JSON without its text."""
    return {name: getattr(document, name) for name in DOCUMENT_FIELDS}


def extraction_record(extraction: Extraction) -> Record:
    """Turn what one document says into the object that `extract` prints."""
    return {
        "document": document_record(extraction.document),
        "actors": [_without(_plain(actor), *OF_THE_WORLD) for actor in extraction.actors],
        "ties": [_single_evidence(tie) for tie in extraction.ties],
        "events": [_single_evidence(event) for event in extraction.events],
        "commitments": [_many_evidence(commitment) for commitment in extraction.commitments],
    }


def listed_record(item: Actor | Tie | Event | Commitment) -> Record:
    """Turn a record of the merged world into JSON: all evidence as a list, with document, source and date."""
    record: Record = _plain(item)
    if isinstance(item, Actor):
        return _without(record, "mentions")
    record["evidence"] = [evidence_record(evidence, placed=True) for evidence in item.evidence]
    return record


def extraction_from(record: Mapping[str, Any], document: Document) -> Extraction:
    """Read back what `extraction_record` wrote; the document comes from elsewhere, as its text is not in there."""
    return Extraction(
        document=document,
        actors=tuple(actor_from(item) for item in record["actors"]),
        ties=tuple(tie_from(item, _single(item, document)) for item in record["ties"]),
        events=tuple(event_from(item, _single(item, document)) for item in record["events"]),
        commitments=tuple(
            commitment_from(item, tuple(evidence_from(one, document) for one in item["evidence"]))
            for item in record["commitments"]
        ),
    )


def stored_record(item: Tie | Event | Commitment) -> Record:
    """Turn a record of the merged world into JSON without its evidence, which is kept elsewhere."""
    return _without(_plain(dataclasses.replace(item, evidence=())), "evidence")


def _plain(item: Any) -> Any:
    if dataclasses.is_dataclass(item):
        return {field.name: _plain(getattr(item, field.name)) for field in dataclasses.fields(item)}
    if isinstance(item, tuple):
        return [_plain(value) for value in item]
    return str(item) if isinstance(item, StrEnum) else item


def _without(record: Record, *names: str) -> Record:
    return {key: value for key, value in record.items() if key not in names}


def _single_evidence(item: Tie | Event) -> Record:
    record = _without(_plain(item), *OF_THE_WORLD)
    record["evidence"] = evidence_record(item.evidence[0]) if item.evidence else None
    return record


def _many_evidence(item: Commitment) -> Record:
    record = _without(_plain(item), *OF_THE_WORLD)
    record["evidence"] = [evidence_record(evidence) for evidence in item.evidence]
    return record


def evidence_from(record: Mapping[str, Any], document: Document) -> Evidence:
    """Read back a sentence, and place it in its document."""
    start, end = record["trigger"]
    return Evidence(
        start=record["start"],
        end=record["end"],
        text=record["text"],
        trigger=(start, end),
        rule=record["rule"],
        document=document.id,
        source=document.source,
        date=document.date,
    )


def _single(record: Mapping[str, Any], document: Document) -> tuple[Evidence, ...]:
    return (evidence_from(record["evidence"], document),) if record["evidence"] else ()


def _span(record: Mapping[str, Any] | None) -> DateSpan | None:
    return DateSpan(**record) if record else None


def _amount(record: Mapping[str, Any] | None) -> Amount | None:
    return Amount(**record) if record else None


def actor_from(record: Mapping[str, Any]) -> Actor:
    """Read back an actor of one document."""
    changed = {
        "type": ActorType(record["type"]),
        "aliases": tuple(record["aliases"]),
        "mentions": tuple((start, end) for start, end in record["mentions"]),
    }
    return Actor(**{**record, **changed})


def tie_from(record: Mapping[str, Any], evidence: tuple[Evidence, ...]) -> Tie:
    """Read back a tie, with the evidence that stands elsewhere."""
    changed = {"kind": TieKind(record["kind"]), "evidence": evidence, "notes": tuple(record.get("notes", ()))}
    return Tie(**{**record, **changed})


def event_from(record: Mapping[str, Any], evidence: tuple[Evidence, ...]) -> Event:
    """Read back an event, with the evidence that stands elsewhere."""
    changed = {
        "type": EventType(record["type"]),
        "status": Status(record["status"]),
        "actors": tuple(record["actors"]),
        "recipients": tuple(record["recipients"]),
        "topics": tuple(record["topics"]),
        "doubts": tuple(Doubt(doubt) for doubt in record.get("doubts", ())),
        "date": _span(record["date"]),
        "amount": _amount(record["amount"]),
        "evidence": evidence,
        "history": _history(record),
        "notes": tuple(record.get("notes", ())),
    }
    return Event(**{**record, **changed})


def commitment_from(record: Mapping[str, Any], evidence: tuple[Evidence, ...]) -> Commitment:
    """Read back a commitment, with the evidence that stands elsewhere."""
    changed = {
        "kind": CommitmentKind(record["kind"]),
        "status": CommitmentStatus(record["status"]),
        "parties": tuple(Party(item["actor"], PartyRole(item["role"])) for item in record["parties"]),
        "topics": tuple(record["topics"]),
        "date": _span(record["date"]),
        "amount": _amount(record["amount"]),
        "evidence": evidence,
        "history": _history(record),
        "notes": tuple(record.get("notes", ())),
    }
    return Commitment(**{**record, **changed})


def _history(record: Mapping[str, Any]) -> tuple[Standing, ...]:
    stages = record.get("history", ())
    return tuple(Standing(**{**stage, "amount": _amount(stage["amount"])}) for stage in stages)
