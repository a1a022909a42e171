"""Whatever is clicked, its sentences are there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.errors import ExplorerError
from explorer.graph import build_graph, draw, explain
from explorer.model import Standing, World
from tests.worlds import ALLIANCE, JAPAN, NATO, RUSSIA, TAKAICHI, TRUMP, hostile_world, small_world


def test_an_actor_with_all_that_stands_behind_it() -> None:
    found = explain(small_world(), TAKAICHI)
    assert (found.kind, found.type, found.title) == ("actor", "leader", "Sanae Takaichi")
    assert dict(found.facts)["Role"] == "Prime Minister"
    assert dict(found.facts)["Country"] == "Japan"
    assert {item.id for item in found.of_kind("event")} == {"event:call", "event:praise", "event:appeal"}
    assert [item.title for item in found.of_kind("tie")] == ["Sanae Takaichi leads (as Prime Minister) Japan"]
    assert [item.type for item in found.of_kind("commitment")] == ["summit"]


def test_an_event_with_every_sentence() -> None:
    found = explain(small_world(), "event:call")
    (item,) = found.items
    assert found.title == "Sanae Takaichi, Donald Trump"
    assert [proof.source for proof in item.proofs] == ["Harbour Post", "Lantern Wire", "Compass Review"]
    for proof, word in zip(item.proofs, ("spoke", "talks", "phone call"), strict=True):
        assert proof.sentence[slice(*proof.trigger)] == word
    assert item.proofs[0].title == "Takaichi and Trump speak by phone"
    assert item.proofs[2].url is None
    assert dict(found.facts)["Score"] == "+1.5"


def test_an_event_with_one_actor_is_found_at_the_actor() -> None:
    assert "event:troops" in {item.id for item in explain(small_world(), RUSSIA).items}


def test_the_edge_of_a_party_is_its_commitment() -> None:
    world = small_world()
    (edge,) = [key for _, _, key in build_graph(world).edges(JAPAN, keys=True) if ALLIANCE in key]
    found = explain(world, edge)
    assert found.items[0].id == ALLIANCE
    assert [(end.name, end.part) for end in found.items[0].ends] == [("Japan", "party"), ("United States", "party")]


def test_latest_comes_first_and_ties_last() -> None:
    kinds = [item.kind for item in explain(small_world(), JAPAN).items]
    assert kinds == sorted(kinds, key=lambda kind: kind == "tie")
    dated = [item.id for item in explain(small_world(), TRUMP).of_kind("event")]
    assert dated.index("event:call") < dated.index("event:dinner")


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_every_part_of_a_drawing_explains_itself(world: World) -> None:
    drawing = draw(build_graph(world))
    for id in [node.id for node in drawing.nodes] + [edge.id for edge in drawing.edges]:
        found = explain(world, id)
        assert found.items
        assert all(item.proofs for item in found.items)
    for edge in drawing.edges:
        assert edge.attributes["sentence"] in {
            proof.sentence for item in explain(world, edge.record).items for proof in item.proofs
        }


def test_what_is_not_there_raises() -> None:
    with pytest.raises(ExplorerError, match="event:none"):
        explain(small_world(), "event:none")


def test_ends_left_out_are_shown_by_id() -> None:
    world = small_world()
    world = replace(world, actors=tuple(actor for actor in world.actors if actor.id != NATO))
    assert explain(world, "event:thanks").title == "Volodymyr Zelenskyy → organization:nato"


def test_a_place_that_the_filters_left_out_is_called_by_its_name() -> None:
    world = small_world()
    event = replace(world.events[0], place="country:KOR")
    (item,) = explain(replace(world, events=(event,)), event.id).items
    assert item.place == "South Korea"


def test_how_it_went_is_told_if_it_changed() -> None:
    world = small_world()
    plan, outcome = Standing("future", "2025-10-20", "2025-10-20"), Standing("actual", "2025-10-26", "2025-10-28")
    event = replace(world.events[0], history=(plan, outcome), confirmed=True, notes=("see the readout",))
    facts = dict(explain(replace(world, events=(event,)), event.id).facts)
    assert facts["How it went"] == "future (20 October 2025) → actual (26 October 2025)"
    assert (facts["Confirmed"], facts["Notes"]) == ("by a person", "see the readout")
    assert "Disputed" not in facts
    denied = replace(event, history=(outcome, replace(plan, status="negated")))
    assert "Disputed" in dict(explain(replace(world, events=(denied,)), event.id).facts)
    once = replace(event, history=(outcome,))
    assert "How it went" not in dict(explain(replace(world, events=(once,)), event.id).facts)
