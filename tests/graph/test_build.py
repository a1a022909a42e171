"""The graph has a node for everything that is the end of something and an edge for every pair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.graph import build_graph, edge_ids, links_of, measures, party_id
from explorer.model import Event, EventType, Tie, TieKind, World
from tests.worlds import (
    ALLIANCE,
    CHINA,
    INDO_PACIFIC,
    JAPAN,
    RUSSIA,
    TAKAICHI,
    TRUMP,
    UKRAINE,
    USA,
    hostile_world,
    small_world,
)

PLAIN = (str, bool, int, float, type(None))


def test_nodes_are_the_ends_of_something() -> None:
    graph = build_graph(small_world())
    assert INDO_PACIFIC not in graph
    assert ALLIANCE in graph
    assert graph.nodes[TAKAICHI] == {
        "label": "Sanae Takaichi",
        "kind": "actor",
        "type": "leader",
        "country": "JPN",
        "role": "Prime Minister",
        "aliases": ["Takaichi", "Takaiichi Sanae"],
        "reports": 3,
    }


def test_an_edge_carries_its_sentence_and_what_a_drawing_needs() -> None:
    edge = build_graph(small_world()).edges[TAKAICHI, TRUMP, "event:call"]
    assert edge["sentence"].startswith("Prime Minister Sanae Takaichi of Japan spoke by phone")
    assert (edge["kind"], edge["type"], edge["mode"], edge["status"]) == ("event", "CONSULT", "phone", "actual")
    assert (edge["score"], edge["reports"], edge["mutual"]) == (1.5, 3, True)
    assert (edge["start"], edge["end"]) == ("2025-10-25", "2025-10-25")
    assert (edge["first_seen"], edge["last_seen"]) == ("2025-10-25", "2025-10-29")
    assert edge["sources"] == ["Harbour Post", "Lantern Wire", "Compass Review"]


@pytest.mark.parametrize(
    ("actors", "recipients", "pairs"),
    [
        ((JAPAN,), (), []),
        ((JAPAN, USA), (), [(JAPAN, USA)]),
        ((JAPAN, USA, CHINA), (), [(JAPAN, USA), (JAPAN, CHINA), (USA, CHINA)]),
        ((JAPAN, JAPAN), (), []),
        ((JAPAN, USA), (RUSSIA,), [(JAPAN, RUSSIA), (USA, RUSSIA)]),
        ((JAPAN,), (RUSSIA, UKRAINE), [(JAPAN, RUSSIA), (JAPAN, UKRAINE)]),
        ((JAPAN, USA), (USA,), [(JAPAN, USA)]),
    ],
)
def test_pairs_of_an_event(actors: tuple[str, ...], recipients: tuple[str, ...], pairs: list[tuple[str, str]]) -> None:
    event = Event("e", EventType.SANCTION, actors, recipients)
    assert links_of(event) == pairs
    graph = build_graph(replace(small_world(), events=(event,), ties=(), commitments=()))
    assert list(graph.edges(keys=True)) == [(source, target, "e") for source, target in pairs]


def test_different_types_stay_parallel() -> None:
    graph = build_graph(small_world())
    assert {"event:praise", "event:appeal", "event:call"} <= set(graph[TAKAICHI][TRUMP])
    assert set(graph[CHINA][JAPAN]) == {"event:remarks", "event:seafood"}


def test_a_commitment_stands_between_its_parties() -> None:
    world = small_world()
    graph = build_graph(world)
    alliance = next(item for item in world.commitments if item.id == ALLIANCE)
    assert set(graph.predecessors(ALLIANCE)) == {JAPAN, USA}
    assert graph.has_edge(JAPAN, ALLIANCE, party_id(alliance, alliance.parties[0]))
    assert graph.nodes[ALLIANCE]["type"] == "alliance"


def test_two_terms_of_one_president_are_two_edges() -> None:
    terms = (Tie(TieKind.LEADS, TRUMP, USA, since="2017"), Tie(TieKind.LEADS, TRUMP, USA, since="2025"))
    graph = build_graph(replace(small_world(), ties=terms, events=(), commitments=()))
    assert sorted(data["start"] for *_, data in graph.edges(data=True)) == ["2017-01-01", "2025-01-01"]
    assert all(data["end"] is None for *_, data in graph.edges(data=True))


def test_ends_that_are_not_actors_are_not_drawn() -> None:
    world = small_world()
    world = replace(world, actors=tuple(actor for actor in world.actors if actor.id != TRUMP))
    assert TRUMP not in build_graph(world)


@pytest.mark.parametrize("world", [World(), small_world(), hostile_world()], ids=["empty", "small", "hostile"])
def test_attributes_are_plain_and_edge_ids_unique(world: World) -> None:
    graph = build_graph(world)
    rows = [data for _, data in graph.nodes(data=True)] + [data for *_, data in graph.edges(data=True)]
    for value in (value for data in rows for value in data.values()):
        assert type(value) in PLAIN or (type(value) is list and all(type(item) is str for item in value))
    ids = edge_ids(graph)
    assert len(set(ids.values())) == len(ids) == graph.number_of_edges()


def test_measures_count_an_event_once() -> None:
    measured = measures(build_graph(small_world()))
    assert measured[RUSSIA].degree == 3  # sanctions by two, and its own attack
    assert measured[RUSSIA].reports == 3  # two of the sanctions, one of the attack
    assert measured[RUSSIA].neighbours == 3
