"""The world does not depend on the order in which documents come."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model import (
    Actor,
    ActorType,
    Amount,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    DateSpan,
    Document,
    Event,
    EventType,
    Evidence,
    Extraction,
    Party,
    PartyRole,
    Status,
    Tie,
    TieKind,
    World,
)
from explorer.store import resolve
from tests.identity.says import ALL, KNOWN
from tests.worlds import DOCUMENTS, small_world

NAMES = [
    "Sanae Takaichi",
    "Takaiichi Sanae",
    "Takaichi",
    "Wang Yi",
    "Wang Wei",
    "Wang",
    "George Bush",
    "George W. Bush",
]
DATES = [None, "2025", "2025-10", "2025-10-24", "2025-10-25", "2025-10-28", "2025-11-20", "2026-03-01"]
PEOPLE = st.builds(
    lambda type, name, country: Actor(f"{type}:{name.lower().replace(' ', '-')}", type, name, country),
    st.sampled_from([ActorType.LEADER, ActorType.PERSON]),
    st.sampled_from(NAMES),
    st.sampled_from([None, "JPN", "CHN"]),
)
COMPANIES = st.builds(
    lambda type, name: Actor(f"{type}:{name.lower().replace(' ', '-')}", type, name),
    st.sampled_from([ActorType.COMPANY, ActorType.ORGANIZATION]),
    st.sampled_from(["Nippon Steel", "Nippon Steel Corporation"]),
)
SPANS = st.none() | st.sampled_from(DATES[1:]).map(lambda date: DateSpan(date, date, date))
SENTENCES = st.integers(0, 3).map(lambda place: Evidence(place, place + 9, "A B said.", (place, place + 1), "rule"))


@st.composite
def extractions(draw: st.DrawFn, name: str) -> Extraction:
    own = draw(st.lists(PEOPLE | COMPANIES, max_size=4, unique_by=lambda actor: actor.id))
    actors = (*own, *(actor for actor in ALL if actor.id not in {one.id for one in own}))
    ids = st.sampled_from([actor.id for actor in actors])
    event = st.builds(
        Event,
        st.just("e"),
        st.sampled_from([EventType.CONSULT, EventType.AID]),
        st.lists(ids, min_size=1, max_size=2).map(tuple),
        st.lists(ids, max_size=1).map(tuple),
        mode=st.sampled_from([None, "phone", "visit"]),
        status=st.sampled_from(Status),
        date=SPANS,
        speaker=st.none() | ids,
        topics=st.sampled_from([(), ("economic",), ("military", "economic")]),
        confidence=st.sampled_from([0.5, 0.9]),
        evidence=SENTENCES.map(lambda one: (one,)),
    )
    commitment = st.builds(
        Commitment,
        st.just("c"),
        st.sampled_from(CommitmentKind),
        st.sampled_from(["deal", "pact"]),
        st.lists(st.builds(Party, ids, st.sampled_from(PartyRole)), min_size=1, max_size=3).map(tuple),
        status=st.sampled_from(CommitmentStatus),
        date=SPANS,
        amount=st.none() | st.sampled_from([5.0, 5.2, 5.4]).map(lambda value: Amount(value, "USD", str(value))),
        topics=st.sampled_from([(), ("economic",), ("military", "economic"), ("cyber",)]),
        evidence=SENTENCES.map(lambda one: (one,)),
    )
    tie = st.builds(
        Tie,
        st.sampled_from(TieKind),
        ids,
        ids,
        since=st.sampled_from(DATES),
        evidence=SENTENCES.map(lambda one: (one,)),
    )
    return Extraction(
        Document(name, name, "", date=draw(st.sampled_from(DATES))),
        actors,
        tuple(draw(st.lists(tie, max_size=2))),
        tuple(draw(st.lists(event, max_size=4))),
        tuple(draw(st.lists(commitment, max_size=4))),
    )


@given(st.tuples(*(extractions(name) for name in "abcde")), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_order_does_not_matter_and_nothing_is_lost(documents: tuple[Extraction, ...], chance: random.Random) -> None:
    shuffled = [*documents, documents[0]]
    chance.shuffle(shuffled)
    world = resolve(documents, known=KNOWN)
    assert resolve(shuffled, known=KNOWN) == world
    _is_whole(world, documents)


def _is_whole(world: World, documents: tuple[Extraction, ...]) -> None:
    known = [actor.id for actor in world.actors]
    assert len(set(known)) == len(known)
    for records in (world.events, world.commitments):
        assert len({record.id for record in records}) == len(records)
    ends = {end for event in world.events for end in (*event.actors, *event.recipients)}
    ends |= {event.speaker for event in world.events if event.speaker}
    ends |= {end for tie in world.ties for end in (tie.source, tie.target)}
    ends |= {party.actor for commitment in world.commitments for party in commitment.parties}
    assert ends <= set(known)
    before = {(item.type, document.document.id) for document in documents for item in document.events}
    assert before == {(event.type, one.document) for event in world.events for one in event.evidence}
    for record in (*world.ties, *world.events, *world.commitments):
        assert record.reports == len({one.document for one in record.evidence})


def test_one_document_is_its_own_world() -> None:
    world = small_world()
    mine = [event for event in world.events if event.evidence[0].document == DOCUMENTS[3].id]
    resolved = resolve([Extraction(DOCUMENTS[3], world.actors, (), tuple(mine), ())])
    assert {actor.id for actor in resolved.actors} == {actor.id for actor in world.actors}
    assert len(resolved.events) == len(mine)


def test_nothing_gives_an_empty_world() -> None:
    assert resolve([]) == World()
