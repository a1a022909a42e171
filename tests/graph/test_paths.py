"""Chains and common neighbours: what is well reported, recent and certain is close, what goes through a hub is far."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import ExplorerError
from explorer.graph import Chain, Common, Filters, between, find_one, select, shortest
from explorer.model import (
    Actor,
    ActorType,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Party,
    PartyRole,
    Status,
    Tie,
    TieKind,
    World,
)
from tests.worlds import ALLIANCE, CHINA, JAPAN, MINERALS, NATO, PLEDGE, RUSSIA, TAKAICHI, TRUMP, USA, small_world

TODAY = date(2025, 6, 1)
NOW, LONG_AGO = "2025-06-01", "2020-06-01"
A, B, C, D = "country:AAA", "country:BBB", "country:CCC", "country:DDD"


def way(chain: Chain) -> list[str]:
    return [chain.steps[0].source.id, *(step.target.id for step in chain.steps)]


def names(chain: Chain) -> str:
    return ", ".join([chain.steps[0].source.name, *(step.target.name for step in chain.steps)])


@pytest.mark.parametrize(
    ("one", "other", "expected", "by"),
    [
        ("Takaichi", "Trump", "Sanae Takaichi, Donald Trump", ["event:call"]),  # three reports before one
        ("Beijing", "Washington", "China, Japan, United States", ["event:remarks", ALLIANCE]),
        (
            CHINA,
            "NATO",
            "China, Japan, United States, NATO",
            ["event:remarks", ALLIANCE, f"tie:member_of:{USA}:{NATO}"],
        ),
        (
            "U.S. Steel",
            "Japan",
            "U.S. Steel, Nippon Steel, Japan",
            ["event:takeover", "tie:based_in:company:nippon-steel:" + JAPAN],
        ),
        (
            "japan",
            "Kyiv",
            "Japan, Russia, Ukraine",
            ["event:sanctions", "event:missiles"],
        ),  # not "did not send weapons"
        ("Akie Abe", "Tokyo", "Akie Abe, Donald Trump, Japan", ["event:dinner", "event:visit"]),
    ],
)
def test_the_shortest_chain(one: str, other: str, expected: str, by: list[str]) -> None:
    (chain,) = shortest(small_world(), one, other)
    assert names(chain) == expected
    assert [step.records[0].id for step in chain.steps] == by
    assert [step.items[0].id for step in chain.steps] == by


def test_every_step_shows_its_sentences() -> None:
    (chain,) = shortest(small_world(), "China", "NATO")
    for step in chain.steps:
        assert [item.id for item in step.items] == [record.id for record in step.records]
        for item in step.items:
            assert {step.source.id, step.target.id} <= {end.id for end in item.ends}
            assert item.proofs and all(proof.sentence and proof.source for proof in item.proofs)


def test_a_commitment_is_one_step_beside_events() -> None:
    (chain,) = shortest(small_world(), "Japan", "United States")
    (step,) = chain.steps
    assert {record.id for record in step.records} == {ALLIANCE, PLEDGE, MINERALS, "event:promise", "event:exercise"}
    assert step.items[0].title == "Japan–U.S. alliance"
    assert chain.length == step.length


def event(id: str, one: str = A, other: str = B, day: str | None = NOW, **more: Any) -> Event:
    when = DateSpan(day, day, day) if day else None
    return Event(id, EventType.CONSULT, (one, other), date=when, **more)


def tie(kind: TieKind, one: str = A, other: str = B, **more: Any) -> Tie:
    return Tie(kind, one, other, **more)


def summit(*parties: str, status: CommitmentStatus = CommitmentStatus.HELD, **more: Any) -> Commitment:
    roles = tuple(Party(party, PartyRole.PARTICIPANT) for party in parties)
    return Commitment("summit:x", CommitmentKind.SUMMIT, "Summit", roles, status, DateSpan(NOW, NOW, NOW), **more)


def made(*records: Event | Tie | Commitment) -> World:
    """A world of these records; its actors are those named in them."""
    world = World(
        events=tuple(one for one in records if isinstance(one, Event)),
        ties=tuple(one for one in records if isinstance(one, Tie)),
        commitments=tuple(one for one in records if isinstance(one, Commitment)),
    )
    ends = {end for one in world.events for end in (*one.actors, *one.recipients)}
    ends |= {end for one in world.ties for end in (one.source, one.target)}
    ends |= {party.actor for one in world.commitments for party in one.parties} | {A, B, C}
    return replace(world, actors=tuple(Actor(id, ActorType.COUNTRY, id[-3:].title()) for id in sorted(ends)))


def length(*records: Event | Tie | Commitment, today: date | None = TODAY) -> float:
    return shortest(made(*records), A, B, today=today)[0].length


MANY = tuple(f"country:M{number:02}" for number in range(20))
PAIRS: dict[str, tuple[Event | Tie | Commitment, Event | Tie | Commitment]] = {
    "three reports before one": (event("x", reports=3), event("x")),
    "recent before old": (event("x"), event("x", day=LONG_AGO)),
    "known to be recent before undated": (event("x"), event("x", day=None)),
    "undated before old": (event("x", day=None), event("x", day=LONG_AGO)),
    "well reported of last year before one report of now": (event("x", day="2024-06-01", reports=4), event("x")),
    "certain before unsure": (event("x", confidence=0.9), event("x", confidence=0.5)),
    "confirmed before unsure": (event("x", confidence=0.5, confirmed=True), event("x", confidence=0.9)),
    "happened before planned": (event("x"), event("x", status=Status.FUTURE)),
    "planned before possible": (event("x", status=Status.FUTURE), event("x", status=Status.HYPOTHETICAL)),
    "happened before background": (event("x"), event("x", status=Status.HISTORICAL)),
    "held before planned": (summit(A, B), summit(A, B, status=CommitmentStatus.PLANNED)),
    "active before ended": (
        summit(A, B, status=CommitmentStatus.ACTIVE),
        summit(A, B, status=CommitmentStatus.ENDED),
    ),
    "a fresh event before an office": (event("x", confidence=0.75), tie(TieKind.LEADS, reports=50)),
    "an office before an event long ago": (tie(TieKind.LEADS), event("x", day=LONG_AGO)),
    "an office before a membership": (tie(TieKind.LEADS), tie(TieKind.MEMBER_OF)),
    "an office held before one left": (tie(TieKind.LEADS, since="2010"), tie(TieKind.LEADS, until="2021-05")),
    "two before twenty at a summit": (summit(A, B), summit(A, B, *MANY)),
    "two before many in an event": (
        event("x"),
        Event("x", EventType.CONSULT, (A, B, *MANY), date=DateSpan(NOW, NOW, NOW)),
    ),
}


@pytest.mark.parametrize(("near", "far"), PAIRS.values(), ids=PAIRS)
def test_what_is_nearer(near: Event | Tie | Commitment, far: Event | Tie | Commitment) -> None:
    assert length(near) < length(far)


def test_one_certain_report_of_today_is_the_unit() -> None:
    assert length(event("x")) == pytest.approx(1)
    assert length(event("x", reports=3)) == pytest.approx(1 / 2)
    assert length(event("x", day="2023-06-02"), event("y", day="2023-06-02")) == pytest.approx(1)  # two half-lives


def test_what_is_to_come_is_no_nearer_for_being_far_off() -> None:
    far_off = event("x", day="2035-01-01", status=Status.FUTURE)
    assert length(far_off) == length(event("x", status=Status.FUTURE))


def test_ties_without_an_end_do_not_age() -> None:
    assert length(tie(TieKind.LEADS, since="1990")) == length(tie(TieKind.LEADS))
    assert length(tie(TieKind.LEADS), today=date(2090, 1, 1)) == length(tie(TieKind.LEADS))


def test_each_further_report_adds_less() -> None:
    strengths = [1 / length(event("x", reports=number)) for number in (1, 2, 3, 4)]
    gains = [after - before for before, after in zip(strengths, strengths[1:], strict=False)]
    assert gains == sorted(gains, reverse=True) and gains[-1] > 0


@pytest.mark.parametrize(
    "record",
    [
        event("x", status=Status.NEGATED),
        summit(A, B, status=CommitmentStatus.CANCELLED),
        event("x", confidence=0.0),
        Event("x", EventType.SANCTION, (A, B), (C,), date=DateSpan(NOW, NOW, NOW), status=Status.NEGATED),
        tie(TieKind.LEADS, A, C),
        tie(TieKind.PART_OF, A, A),
    ],
    ids=["denied", "cancelled", "impossible", "denied with a third", "of another", "of itself"],
)
def test_no_link(record: Event | Tie | Commitment) -> None:
    with pytest.raises(ExplorerError, match="no chain of reports joins Aaa and Bbb"):
        length(record)


def test_two_that_did_the_same_to_a_third_are_two_steps_apart() -> None:
    sanctions = Event("x", EventType.SANCTION, (A, B), (C,), date=DateSpan(NOW, NOW, NOW))
    assert way(shortest(made(sanctions), A, B)[0]) == [A, C, B]


def through(middle: str, *, members: Iterable[str] = ()) -> list[Event]:
    return [event(f"{middle}-{end}", middle, end) for end in (A, B, *members)]


def test_a_chain_avoids_hubs() -> None:
    world = made(*through(C, members=MANY), *through(D))
    by_few, by_hub = shortest(world, A, B, today=TODAY, most=2)
    assert [way(by_few), way(by_hub)] == [[A, D, B], [A, C, B]]
    assert [step.length for step in by_few.steps] == [step.length for step in by_hub.steps]
    assert [common.stop.id for common in between(world, A, B)] == [D, C]


def test_two_events_beat_a_body_that_both_are_members_of() -> None:
    body = "organization:body"
    memberships = [tie(TieKind.MEMBER_OF, member, body) for member in (A, B, *MANY)]
    assert way(shortest(made(*memberships), A, B)[0]) == [A, body, B]
    world = made(*memberships, event("x", A, C), event("y", C, D), event("z", D, B))
    assert way(shortest(world, A, B)[0]) == [A, C, D, B]


def test_the_newest_report_is_today_if_none_is_given() -> None:
    def told(day: str) -> tuple[Evidence, ...]:
        return (Evidence(0, 1, "A.", (0, 1), "rule", "doc", "Paper", day),)

    old = event("x", day="2020-06-01", evidence=told("2020-06-02"))
    assert length(old, today=None) == pytest.approx(1, rel=0.01)
    later = event("y", C, D, evidence=told("2025-06-01"))
    assert length(old, later, today=None) == length(old, later, today=TODAY) > 2
    by_year_alone = event("y", C, D, evidence=told("2020"))
    assert length(old, by_year_alone, today=None) == pytest.approx(1, rel=0.01)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Jappan", "China", ("Jappan", "did you mean Japan")),
        ("China", "Atlantis", ("Atlantis", "unknown")),
        ("Japan", "Tokyo", ("'Japan' and 'Tokyo'", "Japan (country:JPN)", "name two")),
        (JAPAN, "Indo-Pacific", ("no chain", "Japan and Indo-Pacific")),
        ("the capital", "Japan", ("'the capital'", CHINA, RUSSIA, "give the id")),
        ("Japan", "the CAPITAL", ("'the CAPITAL'", CHINA, RUSSIA)),
    ],
)
@pytest.mark.parametrize("ask", [shortest, between])
def test_what_cannot_be_answered_is_said(ask: Any, one: str, other: str, words: tuple[str, ...]) -> None:
    world = small_world()
    aliased = [replace(one, aliases=("the capital",)) if one.id in (CHINA, RUSSIA) else one for one in world.actors]
    world = replace(world, actors=tuple(aliased))
    if ask is between and "no chain" in words:
        assert ask(world, one, other) == ()
        return
    with pytest.raises(ExplorerError) as caught:
        ask(world, one, other)
    assert all(word in str(caught.value) for word in words), caught.value


def test_a_former_id_leads_to_the_actor_it_became() -> None:
    world = replace(small_world(), former_ids={"leader:takaichi": TAKAICHI})
    assert find_one(world, "leader:takaichi").id == TAKAICHI
    assert way(shortest(world, "leader:takaichi", TRUMP)[0]) == [TAKAICHI, TRUMP]


def test_actors_that_a_filter_left_out_are_not_passed_through() -> None:
    world = select(small_world(), Filters(actor_type=("country",)))
    for common in between(world, "Japan", "United States"):
        assert common.stop.type in ("country", "alliance", "pledge", "agreement")
    with pytest.raises(ExplorerError, match="unknown"):
        shortest(world, "Japan", "Trump")


def said(common: Common) -> tuple[str, str, str]:
    return common.stop.name, common.to_one.items[0].id, common.to_other.items[0].id


def test_common_neighbours_are_commitments_of_both_and_actors_linked_with_both() -> None:
    found = between(small_world(), "Japan", "United States")
    assert [said(common) for common in found] == [
        ("Japan–U.S. alliance", ALLIANCE, ALLIANCE),
        ("Framework on critical minerals", MINERALS, MINERALS),
        ("$550 billion investment pledge", PLEDGE, PLEDGE),
        ("Russia", "event:sanctions", "event:sanctions"),
        ("Donald Trump", "event:visit", f"tie:leads:{TRUMP}:{USA}"),
        ("Nippon Steel", f"tie:based_in:company:nippon-steel:{JAPAN}", "event:bid"),
    ]
    assert [common.length for common in found] == sorted(common.length for common in found)


def test_a_neighbour_of_one_only_is_not_common() -> None:
    assert [common.stop.name for common in between(small_world(), "China", "United States")] == ["Japan"]
    assert between(small_world(), "China", "U.S. Steel") == ()


def test_a_common_neighbour_is_as_far_as_the_chain_through_it() -> None:
    (chain,) = shortest(small_world(), "China", "Washington")
    (common,) = between(small_world(), "China", "Washington")
    assert common.length == chain.length
    assert (common.to_one.target.id, common.to_other.target.id) == (CHINA, USA)


def test_reports_of_what_links_with_both_at_once_count_once() -> None:
    (russia,) = (one for one in between(small_world(), "Japan", "United States") if one.stop.id == RUSSIA)
    assert russia.reports == 2
    (japan,) = between(made(event("x", A, C, reports=2), event("y", C, B, reports=3)), A, B)
    assert japan.reports == 5


IDS = [f"country:N{number:02}" for number in range(8)]
pairs = st.lists(st.sampled_from(IDS), min_size=2, max_size=3, unique=True)
days = st.sampled_from(["2019-03-01", "2023-05", "2025-06-01", None])
events = st.builds(
    lambda ends, day, **more: Event("", EventType.CONSULT, tuple(ends), date=day and DateSpan(day, day, day), **more),
    pairs,
    days,
    status=st.sampled_from(Status),
    confidence=st.floats(0.05, 1),
    reports=st.integers(1, 30),
)
ties = st.builds(lambda kind, ends: Tie(kind, ends[0], ends[1]), st.sampled_from(TieKind), pairs)
commitments = st.builds(
    lambda ends, status: replace(summit(*ends), status=status), pairs, st.sampled_from(CommitmentStatus)
)
records = st.lists(st.one_of(events, ties, commitments), min_size=1, max_size=25)
ends = st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True)


def drawn(found: list[Event | Tie | Commitment]) -> World:
    numbered = [one if isinstance(one, Tie) else replace(one, id=f"r{number}") for number, one in enumerate(found)]
    actors = tuple(Actor(id, ActorType.COUNTRY, id) for id in IDS)
    return replace(made(*numbered), actors=actors)


def chains(world: World, one: str, other: str, most: int = 1) -> tuple[Chain, ...]:
    try:
        return shortest(world, one, other, today=TODAY, most=most)
    except ExplorerError:
        return ()


@given(records, ends)
def test_the_way_back_is_the_same_way(found: list[Event | Tie | Commitment], asked: list[str]) -> None:
    world, (one, other) = drawn(found), asked
    there, back = chains(world, one, other, most=4), chains(world, other, one, most=4)
    assert [chain.length for chain in there] == [chain.length for chain in back]
    assert [way(chain) for chain in there] == [way(chain)[::-1] for chain in back]


@given(records, ends, st.integers(1, 9))
def test_alternatives_are_different_and_ever_longer(
    found: list[Event | Tie | Commitment], asked: list[str], most: int
) -> None:
    several = chains(drawn(found), *asked, most=most)
    assert len(several) <= most
    assert len({tuple(way(chain)) for chain in several}) == len(several)
    lengths = [chain.length for chain in several]
    assert lengths == pytest.approx(sorted(lengths))
    for chain in several:
        assert len(set(way(chain))) == len(way(chain))
        assert way(chain)[0] == asked[0] and way(chain)[-1] == asked[1]
    assert several[:1] == chains(drawn(found), *asked)


@given(records, ends, events, st.data())
def test_a_link_more_between_linked_actors_or_the_two_asked_for_makes_nothing_longer(
    found: list[Event | Tie | Commitment], asked: list[str], further: Event, data: st.DataObject
) -> None:
    # A new neighbour may make a hub of an actor, and chains through it longer: that is meant.
    before = chains(drawn(found), *asked)
    linked = [(step.source.id, step.target.id) for chain in before for step in chain.steps]
    pair = data.draw(st.sampled_from([(asked[0], asked[1]), *linked]))
    after = chains(drawn([*found, replace(further, actors=pair)]), *asked)
    assert not before or after[0].length <= before[0].length * (1 + 1e-12)


@settings(max_examples=30)
@given(records, ends, st.randoms())
def test_the_order_of_the_records_does_not_matter(
    found: list[Event | Tie | Commitment], asked: list[str], shuffler: random.Random
) -> None:
    world = drawn(found)
    mixed = replace(
        world,
        **{
            name: tuple(shuffler.sample(getattr(world, name), len(getattr(world, name))))
            for name in ("events", "ties", "commitments", "actors")
        },
    )
    assert [way(one) for one in chains(world, *asked, most=3)] == [way(one) for one in chains(mixed, *asked, most=3)]
    assert [one.length for one in chains(world, *asked, most=3)] == [
        one.length for one in chains(mixed, *asked, most=3)
    ]
