"""Records as a networkx graph: actors and commitments are nodes, events, ties and parties are edges.

Event("e1", CONSULT, (takaichi, trump)) -> an edge of key "e1" between the two
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import networkx as nx

from explorer.graph.links import ends_of, links_of
from explorer.model import Actor, Amount, Commitment, Event, Evidence, Party, Tie, World
from explorer.when import Days, happened, in_words, reported, span_of

Record = Event | Commitment | Tie
Attributes = dict[str, Any]  # None, bool, int, float, str or a list of str: what every file format can hold


def build_graph(world: World) -> nx.MultiDiGraph:
    """Make the graph of a world; what is the end of nothing is left out.

    `key` is the id of the event, tie or party; an event with several pairs gives one edge for each, with the same key
    and the same `record`. `mutual` edges have no direction: they are drawn without an arrow.
    """
    graph = nx.MultiDiGraph()
    actors = {actor.id: actor for actor in world.actors}
    records: tuple[Record, ...] = (*world.events, *world.ties, *world.commitments)
    ends = {end for record in records for end in ends_of(record)}
    graph.add_nodes_from((actor.id, actor_attributes(actor)) for actor in world.actors if actor.id in ends)
    for commitment in world.commitments:
        if actors.keys() & set(ends_of(commitment)):
            graph.add_node(commitment.id, **commitment_attributes(commitment))
    for record in records:
        for source, target, key, attributes in _edges(record, actors):
            if source in graph and target in graph:
                graph.add_edge(source, target, key=_free_key(graph, source, target, key), **attributes)
    return graph


def party_id(commitment: Commitment, party: Party) -> str:
    """Name the edge that joins a party to its commitment."""
    return f"party:{commitment.id}:{party.actor}:{party.role}"


def actor_attributes(actor: Actor) -> Attributes:
    return {
        "label": actor.name,
        "kind": "actor",
        "type": str(actor.type),
        "country": actor.country,
        "role": actor.role,
        "aliases": list(actor.aliases),
        "reports": actor.reports,
    }


def commitment_attributes(commitment: Commitment) -> Attributes:
    return {
        "label": commitment.name,
        "kind": "commitment",
        "type": str(commitment.kind),
        "status": str(commitment.status),
        "instrument": commitment.instrument,
        "confidence": commitment.confidence,
        "topics": list(commitment.topics),
        **_amount(commitment.amount),
        **_shared(commitment),
    }


def event_attributes(event: Event, actors: dict[str, Actor]) -> Attributes:
    return {
        "label": f"{event.type} {event.mode}" if event.mode else str(event.type),
        "kind": "event",
        "type": str(event.type),
        "mode": event.mode,
        "status": str(event.status),
        "score": event.intensity,
        "confidence": event.confidence,
        "topics": list(event.topics),
        "place": _name(event.place, actors),
        "speaker": _name(event.speaker, actors),
        "mutual": not event.recipients,
        **_amount(event.amount),
        **_shared(event),
    }


def tie_attributes(tie: Tie) -> Attributes:
    return {
        "label": tie.role or str(tie.kind).replace("_", " "),
        "kind": "tie",
        "type": str(tie.kind),
        "role": tie.role,
        "mutual": False,
        **_shared(tie),
    }


def party_attributes(commitment: Commitment, party: Party) -> Attributes:
    return {
        "label": str(party.role),
        "kind": "party",
        "type": str(party.role),
        "status": str(commitment.status),
        "confidence": commitment.confidence,
        "topics": list(commitment.topics),
        "mutual": False,
        **_amount(commitment.amount),
        **_shared(commitment),
    }


def _edges(record: Record, actors: dict[str, Actor]) -> Iterable[tuple[str, str, str, Attributes]]:
    if isinstance(record, Commitment):
        for party in dict.fromkeys(record.parties):
            yield party.actor, record.id, party_id(record, party), party_attributes(record, party)
        return
    attributes = tie_attributes(record) if isinstance(record, Tie) else event_attributes(record, actors)
    for source, target in links_of(record):
        yield source, target, record.id, attributes


def _free_key(graph: nx.MultiDiGraph, source: str, target: str, key: str) -> str:
    # Two terms of one president are two ties of one id.
    candidate, number = key, 1
    while graph.has_edge(source, target, candidate):
        number += 1
        candidate = f"{key}#{number}"
    return candidate


def _shared(record: Record) -> Attributes:
    """Give what every record has: its reports, its dates and where it is said."""
    own = None if isinstance(record, Tie) else happened(record)
    seen = reported(record.evidence) or own
    first = record.evidence[0] if record.evidence else None
    return {
        "record": record.id,
        "reports": record.reports,
        "when": record.since if isinstance(record, Tie) else in_words(own),
        **_iso("start", "end", span_of(record)),
        **_iso("first_seen", "last_seen", seen),
        "sentence": first.text if first else None,
        "sources": _sources(record.evidence),
    }


def _iso(first: str, last: str, days: Days | None) -> Attributes:
    """Write days; the ends of time stand for an open end."""
    if days is None:
        return {first: None, last: None}
    start, end = days
    return {
        first: None if start == start.min else start.isoformat(),
        last: None if end == end.max else end.isoformat(),
    }


def _sources(evidence: tuple[Evidence, ...]) -> list[str]:
    counted = Counter(item.source or item.document for item in evidence if item.source or item.document)
    return [str(source) for source in counted]


def _amount(amount: Amount | None) -> Attributes:
    return {
        "amount": amount.text if amount else None,
        "amount_value": amount.value if amount else None,
        "currency": amount.currency if amount else None,
    }


def _name(id: str | None, actors: dict[str, Actor]) -> str | None:
    return actors[id].name if id in actors else id
