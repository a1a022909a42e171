"""The worlds for tests hold what they say."""

from __future__ import annotations

import pytest

from explorer.model import ActorType, CommitmentKind, EventType, Status, World
from tests.worlds import hostile_world, small_world


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_every_piece_of_evidence_stands_in_its_document(world: World) -> None:
    texts = {document.id: document.text for document in world.documents}
    records = (*world.ties, *world.events, *world.commitments)
    for record in records:
        for evidence in record.evidence:
            assert evidence.document is not None
            assert texts[evidence.document][evidence.start : evidence.end] == evidence.text
            assert evidence.start <= evidence.trigger[0] < evidence.trigger[1] <= evidence.end


def test_small_world_has_every_closed_choice() -> None:
    world = small_world()
    assert {actor.type for actor in world.actors} == set(ActorType)
    assert {event.status for event in world.events} == set(Status)
    assert {commitment.kind for commitment in world.commitments} == set(CommitmentKind)
    assert len({event.type for event in world.events}) >= 10
    assert EventType.CONSULT in {event.type for event in world.events if not event.recipients}


def test_every_end_is_an_actor() -> None:
    for world in (small_world(), hostile_world()):
        known = {actor.id for actor in world.actors}
        ends = {end for event in world.events for end in (*event.actors, *event.recipients)}
        ends |= {end for tie in world.ties for end in (tie.source, tie.target)}
        ends |= {party.actor for commitment in world.commitments for party in commitment.parties}
        assert ends <= known
