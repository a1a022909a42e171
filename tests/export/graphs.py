"""Graphs of arbitrary text, as extraction from arbitrary articles would give."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import strategies as st

from explorer.graph import build_graph
from explorer.model import (
    Actor,
    ActorType,
    Amount,
    Commitment,
    CommitmentKind,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Party,
    PartyRole,
    Status,
    World,
)

# Every character there is, lone surrogates and controls among them, and more often the ones that hurt.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=()), st.sampled_from("<>&\"'=+-@\t\r\n\0\x1b\x7f\ud800\ufffe\u2028[],;|\\%{}")
)
TEXT = st.text(CHARACTERS, max_size=30)
IDS = st.lists(st.text(CHARACTERS, min_size=1, max_size=12), min_size=2, max_size=6, unique=True)


@st.composite
def events(draw: st.DrawFn, ids: list[str], number: int) -> Event:
    text = draw(TEXT)
    proof = Evidence(0, len(text), text, (0, len(text)), "rule", "doc", draw(TEXT), draw(st.sampled_from(["2025", ""])))
    return Event(
        f"e{number}{draw(TEXT)}",
        draw(st.sampled_from(list(EventType))),
        tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3))),
        tuple(draw(st.lists(st.sampled_from(ids), max_size=2))),
        mode=draw(st.none() | TEXT),
        status=draw(st.sampled_from(list(Status))),
        date=draw(st.none() | st.just(DateSpan("2025-02", "2025-02", text))),
        topics=tuple(draw(st.lists(TEXT, max_size=3))),
        amount=draw(st.none() | st.builds(Amount, st.floats(-1e15, 1e15), TEXT, TEXT)),
        intensity=draw(st.floats(-10, 10) | st.integers(-10, 10).map(float)),
        confidence=draw(st.floats(0, 1)),
        evidence=(proof,),
        reports=draw(st.integers(1, 50)),
    )


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph:
    ids: list[str] = draw(IDS)
    actors = tuple(
        Actor(id, draw(st.sampled_from(list(ActorType))), draw(TEXT), aliases=tuple(draw(st.lists(TEXT, max_size=2))))
        for id in ids
    )
    found = tuple(draw(events(ids, number)) for number in range(draw(st.integers(0, 5))))
    pledge = Commitment(
        "c" + draw(TEXT),
        CommitmentKind.PLEDGE,
        draw(TEXT),
        (Party(ids[0], PartyRole.PLEDGER), Party(ids[1], PartyRole.BENEFICIARY)),
    )
    return build_graph(World(actors=actors, events=found, commitments=(pledge,)))


def edge_list(graph: nx.MultiDiGraph) -> list[tuple[str, str, Any]]:
    return sorted((str(source), str(target), data.get("record")) for source, target, data in graph.edges(data=True))
