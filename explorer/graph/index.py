"""Everything behind a node or an edge, ready to be shown: pages print it and think nothing.

explain(world, "event:call").items[0].proofs[0].sentence == "Prime Minister Sanae Takaichi of Japan spoke by phone …"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from explorer.errors import ExplorerError
from explorer.graph.build import party_id
from explorer.graph.links import ends_of
from explorer.graph.naming import readable
from explorer.identity.histories import is_disputed
from explorer.knowledge.confidence import reasons
from explorer.model import Actor, Commitment, Document, Event, Evidence, Tie, World
from explorer.when import days_of, happened, in_words, span_of

Record = Event | Commitment | Tie
Kind = Literal["actor", "event", "tie", "commitment"]
NUMBERED = re.compile(r"[#/]\d+$")  # of an edge that shares its record's id with others


@dataclass(frozen=True, slots=True)
class Proof:
    """One sentence; `trigger` is where in it stands the word that says so, `rule` what recognised it."""

    sentence: str
    trigger: tuple[int, int]
    rule: str
    source: str | None
    date: str | None
    title: str | None
    url: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class End:
    """An actor that takes part, and as what: actor, recipient, party, host, leader…"""

    id: str
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Item:
    """One event, tie or commitment with all its evidence; values that it lacks are None or empty."""

    id: str
    kind: Kind
    type: str
    title: str
    ends: tuple[End, ...]
    proofs: tuple[Proof, ...]
    reports: int
    mode: str | None = None
    status: str | None = None
    when: str | None = None
    score: float | None = None
    confidence: float | None = None
    amount: str | None = None
    place: str | None = None
    speaker: str | None = None
    topics: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    history: tuple[tuple[str, str], ...] = ()  # status and further words of each stage, if there is more than one
    is_disputed: bool = False
    is_confirmed: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Who or what was chosen, facts about it in the order to show them, and what stands behind it, latest first."""

    id: str
    kind: Kind
    type: str
    title: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]

    def of_kind(self, kind: Kind) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind == kind)


def explain(world: World, id: str) -> Explanation:
    """Explain an actor, a commitment, an event, a tie or a party's edge; an unknown id raises ExplorerError."""
    names = {actor.id: actor.name for actor in world.actors}
    documents = {document.id: document for document in world.documents}
    for actor in world.actors:
        if actor.id == id:
            return _of_actor(world, actor, names, documents)
    records = _records_of(world, id) or _records_of(world, NUMBERED.sub("", id))
    if not records:
        raise ExplorerError(f"{id!r} is neither an actor nor a relation here")
    items = tuple(_item(record, names, documents) for record in records)
    first = items[0]
    return Explanation(id, first.kind, first.type, first.title, _facts_of(first), items)


def _of_actor(world: World, actor: Actor, names: dict[str, str], documents: dict[str, Document]) -> Explanation:
    records = [record for record in _records(world) if actor.id in ends_of(record)]
    records.sort(key=_latest_first)
    items = tuple(_item(record, names, documents) for record in records)
    return Explanation(actor.id, "actor", str(actor.type), actor.name, _facts_of_actor(actor, world), items)


def _records_of(world: World, id: str) -> list[Record]:
    """Find the records of an id; a party's edge stands for its commitment."""
    found: list[Record] = [record for record in _records(world) if record.id == id]
    parties = (item for item in world.commitments if any(party_id(item, party) == id for party in item.parties))
    return found or list(parties)


def _records(world: World) -> Iterable[Record]:
    yield from world.events
    yield from world.commitments
    yield from world.ties


def _latest_first(record: Record) -> tuple[bool, int, int, str]:
    span = None if isinstance(record, Tie) else span_of(record)
    return isinstance(record, Tie), -(span[1].toordinal() if span else 0), -record.reports, record.id


def _facts_of_actor(actor: Actor, world: World) -> tuple[tuple[str, str], ...]:
    states = {state.country: state.name for state in world.actors if state.id == f"country:{state.country}"}
    belongs = states.get(actor.country, actor.country) if actor.id != f"country:{actor.country}" else None
    reports = f"{actor.reports} article" + ("" if actor.reports == 1 else "s")
    return _known(
        ("Type", str(actor.type)),
        ("Role", actor.role),
        ("Country", belongs),
        ("Also called", ", ".join(actor.aliases)),
        ("Mentioned in", reports),
        ("Notes", "; ".join(actor.notes)),
    )


def _facts_of(item: Item) -> tuple[tuple[str, str], ...]:
    return _known(
        ("Type", f"{item.type} ({item.mode})" if item.mode else item.type),
        ("Status", item.status),
        ("When", item.when),
        ("Amount", item.amount),
        ("Place", item.place),
        ("According to", item.speaker),
        ("Topics", ", ".join(topic.replace("_", " ") for topic in item.topics)),
        ("Score", f"{item.score:+g}" if item.score is not None else None),
        ("Confidence", f"{item.confidence:.0%}" if item.confidence is not None else None),
        ("Less sure as", "; ".join(item.doubts)),
        ("How it went", " → ".join(" ".join(filter(None, stage)) for stage in item.history)),
        ("Disputed", "some articles say that it took place, others that it did not" if item.is_disputed else None),
        ("Confirmed", "by a person" if item.is_confirmed else None),
        ("Notes", "; ".join(item.notes)),
        ("Reports", str(item.reports)),
    )


def _known(*facts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)


def _item(record: Record, names: dict[str, str], documents: dict[str, Document]) -> Item:
    proofs = tuple(_proof(evidence, documents) for evidence in record.evidence)
    remarks: dict[str, Any] = {"is_confirmed": record.confirmed, "notes": record.notes}
    ends = tuple(End(id, names.get(id, id), part) for id, part in _parts(record))
    if isinstance(record, Tie):
        title = f"{ends[0].name} {_tie_words(record)} {ends[1].name}"
        return Item(
            record.id, "tie", str(record.kind), title, ends, proofs, record.reports, when=_tenure(record), **remarks
        )
    remarks |= {"history": _stages(record), "is_disputed": is_disputed(record)}
    when = in_words(happened(record))
    amount = record.amount.text if record.amount else None
    if isinstance(record, Commitment):
        return Item(
            record.id,
            "commitment",
            str(record.kind),
            record.name,
            ends,
            proofs,
            record.reports,
            mode=record.instrument,
            status=str(record.status),
            when=when,
            confidence=record.confidence,
            amount=amount,
            topics=record.topics,
            **remarks,
        )
    return Item(
        record.id,
        "event",
        str(record.type),
        _event_title(record, names),
        ends,
        proofs,
        record.reports,
        mode=record.mode,
        status=str(record.status),
        when=when,
        score=record.intensity,
        confidence=record.confidence,
        amount=amount,
        place=names.get(record.place, readable(record.place)) if record.place else None,
        speaker=names.get(record.speaker, readable(record.speaker)) if record.speaker else None,
        topics=record.topics,
        doubts=reasons(record.doubts),
        **remarks,
    )


def _stages(record: Event | Commitment) -> tuple[tuple[str, str], ...]:
    """Say how what articles told of it changed: ("planned", "(22 October 2025)"), ("held", "(29 October 2025)")."""
    stages = []
    for stage in record.history:
        amount = stage.amount.text if stage.amount and isinstance(record, Commitment) else ""
        told = in_words(days_of(stage.since))
        stages.append((stage.status, " ".join(filter(None, (amount, f"({told})" if told else "")))))
    different = tuple(dict.fromkeys(stages))
    return different if len(different) > 1 else ()


def _parts(record: Record) -> list[tuple[str, str]]:
    match record:
        case Tie():
            return [(record.source, "source"), (record.target, "target")]
        case Commitment():
            return [(party.actor, str(party.role)) for party in record.parties]
        case _:
            return [(id, "actor") for id in record.actors] + [(id, "recipient") for id in record.recipients]


def _event_title(event: Event, names: dict[str, str]) -> str:
    actors = ", ".join(names.get(id, id) for id in event.actors)
    recipients = ", ".join(names.get(id, id) for id in event.recipients)
    return f"{actors} → {recipients}" if recipients else actors


def _tie_words(tie: Tie) -> str:
    words = str(tie.kind).replace("_", " ")
    return f"{words} (as {tie.role})" if tie.role else words


def _tenure(tie: Tie) -> str | None:
    if tie.since and tie.until:
        return f"{tie.since} to {tie.until}"
    return f"since {tie.since}" if tie.since else (f"until {tie.until}" if tie.until else None)


def _proof(evidence: Evidence, documents: dict[str, Document]) -> Proof:
    document = documents.get(evidence.document or "")
    start, end = (min(max(0, place - evidence.start), len(evidence.text)) for place in evidence.trigger)
    return Proof(
        sentence=evidence.text,
        trigger=(start, end),
        rule=evidence.rule,
        source=evidence.source or (document.source if document else None),
        date=evidence.date or (document.date if document else None),
        title=document.title if document else None,
        url=document.url if document else None,
        document=evidence.document,
    )
