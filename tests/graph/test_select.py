"""One function applies the filters; each row says what a question leaves of the small world."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from explorer.errors import ExplorerError
from explorer.graph import Filters, build_graph, ends_of, select
from explorer.model import Actor, ActorType, World
from tests.worlds import ALLIANCE, INDO_PACIFIC, MINERALS, NATO, PLEDGE, SUMMIT, TAKAICHI, TRUMP, USA, small_world


def records(world: World) -> set[str]:
    found = {item.id.removeprefix("event:") for item in world.events}
    return found | {item.id.removeprefix("commitment:") for item in world.commitments}


BETWEEN_STATES = {"japan-us-alliance", "550-billion-pledge", "critical-minerals-framework"}
ROWS: list[tuple[dict[str, Any], set[str]]] = [
    ({"actor": ("Takaichi",)}, {"call", "praise", "appeal", "takaichi-trump-summit"}),
    ({"actor": ("TAKAIICHI SANAE",)}, {"call", "praise", "appeal", "takaichi-trump-summit"}),
    ({"actor": (NATO,)}, {"air-defence", "thanks"}),
    ({"actor": ("nato", "china")}, {"air-defence", "thanks", "remarks", "seafood"}),
    ({"actor": ("Beijing",), "event_type": ("threaten",)}, {"seafood"}),
    ({"country": ("USA",), "event_type": ("consult",)}, {"call", "visit", "dinner"}),  # through its president
    ({"country": ("country:UKR",), "topic": ("diplomatic",)}, {"thanks"}),
    ({"country": ("ukraine",), "status": ("negated",)}, {"no-weapons"}),
    ({"country": ("JPN",), "actor": ("China",)}, {"remarks", "seafood"}),
    ({"actor_type": ("company",)}, {"takeover"}),
    ({"actor_type": ("leader", "person")}, {"call", "praise", "appeal", "dinner", "takaichi-trump-summit"}),
    ({"event_type": ("AID",)}, {"air-defence", "no-weapons", "more-missiles"}),
    ({"commitment": ("pledge",)}, {"550-billion-pledge"}),
    ({"commitment": (ALLIANCE, "Takaichi–Trump Summit")}, {"japan-us-alliance", "takaichi-trump-summit"}),
    ({"commitment": ("pledge",), "event_type": ("sanction",)}, {"550-billion-pledge", "sanctions"}),
    ({"topic": ("Human Rights",)}, {"appeal"}),
    ({"topic": ("natural_resource", "territory")}, {"critical-minerals-framework", "remarks"}),
    ({"status": ("future",)}, {"visit", "takaichi-trump-summit"}),
    ({"status": ("planned",)}, {"takaichi-trump-summit"}),
    ({"status": ("historical", "hypothetical")}, {"bid", "dinner", "more-missiles"}),
    ({"since": "2022", "until": "2022-02"}, {"missiles", "japan-us-alliance"}),
    ({"until": "2022-02-23"}, {"japan-us-alliance"}),
    ({"since": "2024-12-31", "until": "2025-01-31"}, {"dinner", "promise", "japan-us-alliance"}),  # to the day
    ({"since": "2025-10-30"}, {"exercise", "promise"}),  # "this month" and "2025" may still be
    ({"min_reports": 2}, {"call", "sanctions", "japan-us-alliance"}),
    ({"min_confidence": 0.95}, {"call", "missiles", "sanctions", "japan-us-alliance"}),
    ({"focus": ("Akie Abe",), "hops": 1}, {"dinner"}),
    ({"focus": (SUMMIT,), "hops": 1}, {"call", "praise", "appeal", "takaichi-trump-summit"}),
    ({"focus": ("Nippon Steel",), "hops": 1}, {"bid", "takeover", "promise", "exercise", *BETWEEN_STATES}),
    ({"focus": ("Nippon Steel",), "hops": 0}, set()),
]


@pytest.mark.parametrize(("asked", "left"), ROWS, ids=[str(asked) for asked, _ in ROWS])
def test_what_is_left(asked: dict[str, Any], left: set[str]) -> None:
    assert records(select(small_world(), Filters(**asked))) == left


def test_no_filter_changes_nothing() -> None:
    world = small_world()
    assert select(world, Filters(hops=4)) is world
    assert INDO_PACIFIC in {actor.id for actor in world.actors}  # though it is the end of nothing


@pytest.mark.parametrize("asked", [asked for asked, _ in ROWS], ids=str)
def test_only_actors_and_documents_behind_what_is_left_stay(asked: dict[str, Any]) -> None:
    world = select(small_world(), Filters(**asked))
    left = (*world.events, *world.ties, *world.commitments)
    ends = {end for record in left for end in ends_of(record)}
    actors = {actor.id for actor in world.actors}
    named = {end.casefold() for end in asked.get("focus", ())}
    assert all(actor.id in ends or actor.name.casefold() in named for actor in world.actors)
    assert {document.id for document in world.documents} == {
        evidence.document for record in left for evidence in record.evidence
    }
    graph = build_graph(world)
    assert all(node in actors or data["kind"] == "commitment" for node, data in graph.nodes(data=True))


def test_ties_stay_between_the_actors_that_remain() -> None:
    world = select(small_world(), Filters(event_type=("CONSULT",)))
    assert {(tie.source, tie.target) for tie in world.ties} == {(TAKAICHI, "country:JPN")}  # Japan is visited


def test_the_ties_of_an_actor_asked_for_bring_their_other_end() -> None:
    world = select(small_world(), Filters(actor=(TRUMP,)))
    assert USA in {actor.id for actor in world.actors}
    assert NATO not in {actor.id for actor in world.actors}


def test_focus_stays_though_nothing_is_left_around_it() -> None:
    world = select(small_world(), Filters(focus=("NATO",), event_type=("CONCEDE",)))
    assert [actor.id for actor in world.actors] == [NATO]


def test_two_hops_reach_further_than_one() -> None:
    near, far = (select(small_world(), Filters(focus=(NATO,), hops=hops)) for hops in (1, 2))
    assert records(near) < records(far)
    assert {PLEDGE, MINERALS} <= {item.id for item in far.commitments}


def test_ends_of_another_type_are_not_drawn() -> None:
    world = select(small_world(), Filters(actor_type=("country", "organization")))
    assert "thanks" not in records(world)  # its only link begins at a leader
    assert {data["type"] for _, data in build_graph(world).nodes(data=True)} == {
        "country",
        "organization",
        "alliance",
        "pledge",
        "agreement",
    }


def test_names_beat_aliases_and_all_of_one_alias_count() -> None:
    world = small_world()
    other = Actor("leader:melania-trump", ActorType.LEADER, "Melania Trump", "USA", aliases=("Trump", "NATO"))
    world = replace(world, actors=(*world.actors, other))
    assert records(select(world, Filters(actor=("NATO",)))) == {"air-defence", "thanks"}
    assert records(select(world, Filters(actor=("Trump",)))) == records(select(small_world(), Filters(actor=(TRUMP,))))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"actor": ("Takaichy",)}, ("Takaichy", "Takaichi")),
        ({"actor": ("Atlantis",)}, ("Atlantis", "nothing here")),
        ({"country": ("Jappan",)}, ("Jappan", "Japan")),
        ({"commitment": ("plege",)}, ("plege", "pledge")),
        ({"focus": ("Tump",)}, ("Tump", "Trump")),
        ({"topic": ("cooking",)}, ("cooking", "military", "economic")),
    ],
)
def test_an_unknown_name_raises_with_close_ones(asked: dict[str, Any], words: tuple[str, ...]) -> None:
    with pytest.raises(ExplorerError) as caught:
        select(small_world(), Filters(**asked))
    for word in words:
        assert word in str(caught.value)


def test_a_kind_without_commitments_leaves_nothing() -> None:
    world = select(replace(small_world(), commitments=()), Filters(commitment=("alliance",)))
    assert not world.commitments and not world.events
