"""Who is one actor, and what is left for a person to decide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.identity.clustering import Clustering, Ruling, cluster
from explorer.identity.matching import Verdict
from explorer.knowledge.names import KnownActor
from explorer.model import Actor, ActorType
from tests.identity.judged import actor, clustering_of, judged, merged, profiles_of
from tests.identity.says import KNOWN, TAKAICHI, TRUMP

LEADER, PERSON = ActorType.LEADER, ActorType.PERSON
COMPANY, ORGANIZATION = ActorType.COMPANY, ActorType.ORGANIZATION

BUSH = actor(LEADER, "George Bush", "USA")
SON, FATHER = actor(LEADER, "George W. Bush", "USA"), actor(LEADER, "George H. W. Bush", "USA")
SHORT = actor(LEADER, "Takaichi", "JPN")
HIROSHI = actor(PERSON, "Hiroshi Takaichi", "JPN")
BRITISH, AMERICAN, STRAY = (actor(PERSON, "John Smith", country) for country in ("GBR", "USA", None))
MHI = actor(ORGANIZATION, "MHI", "JPN")
HEAVY = actor(COMPANY, "Mitsubishi Heavy", "JPN")
INDUSTRIES = actor(COMPANY, "Mitsubishi Heavy Industries", "JPN")
SAMSUNG, ELECTRONICS, TRADING = (
    actor(COMPANY, name, "KOR") for name in ("Samsung", "Samsung Electronics", "Samsung C&T")
)


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        ([TAKAICHI, actor(LEADER, "Takaiichi Sanae", "JPN"), TAKAICHI], 1),
        ([TAKAICHI, actor(LEADER, "PM Takaichi", "JPN"), actor(LEADER, "Takaiichi Sanae", "JPN")], 1),
        ([TAKAICHI, SHORT], 1),
        ([TAKAICHI, actor(PERSON, "Takaichi")], 2),
        ([TAKAICHI, actor(PERSON, "Takaichi", "BRA")], 2),
        ([TAKAICHI, HIROSHI, SHORT], 3),
        ([actor(LEADER, "Xi", "CHN"), actor(LEADER, "Xi Jinping", "CHN"), actor(PERSON, "Xi Jin-ping", "CHN")], 1),
        ([actor(LEADER, "Mohammed bin Salman", "SAU"), actor(PERSON, "Mohammad bin Salman", "SAU")], 1),
        ([SON, FATHER], 2),
        ([BUSH, SON], 1),
        ([BUSH, SON, FATHER], 3),
        ([BUSH, SON, actor(LEADER, "Bush", "USA")], 1),
        ([actor(LEADER, "Luiz Inácio Lula da Silva", "BRA"), actor(LEADER, "Lula da Silva", "BRA")], 1),
        (
            [
                actor(LEADER, "Luiz Inácio Lula da Silva", "BRA"),
                actor(LEADER, "Lula da Silva", "BRA"),
                actor(PERSON, "Silva", "BRA"),
            ],
            1,
        ),
        ([actor(LEADER, "Wang Yi", "CHN"), actor(LEADER, "Wang Wentao", "CHN")], 2),
        ([actor(LEADER, "Wang Yi", "CHN"), actor(LEADER, "Wang Wentao", "CHN"), actor(LEADER, "Wang", "CHN")], 3),
        ([BRITISH, AMERICAN], 2),
        ([BRITISH, STRAY], 1),
        ([BRITISH, AMERICAN, STRAY], 3),
        ([actor(PERSON, "Jordan"), Actor("country:JOR", ActorType.COUNTRY, "Jordan", "JOR")], 2),
        (
            [
                Actor("country:GEO", ActorType.COUNTRY, "Georgia", "GEO"),
                Actor("region:georgia", ActorType.REGION, "Georgia", "USA"),
            ],
            2,
        ),
        ([actor(PERSON, "Wentao Wang", "CHN"), actor(COMPANY, "Wentao Wang", "CHN")], 2),
        ([actor(PERSON, "Marta Kos", "SVN"), actor(LEADER, "Kos Marta", "SVN")], 1),
        ([actor(COMPANY, "Nippon Steel"), actor(ORGANIZATION, "Nippon Steel Corporation")], 1),
        ([actor(ORGANIZATION, "Rosatom"), actor(COMPANY, "Rosatom")], 1),
        ([MHI, HEAVY, INDUSTRIES], 1),
        ([actor(COMPANY, "TSMC"), actor(COMPANY, "Taiwan Semiconductor Manufacturing Co.", "TWN")], 1),
        ([ELECTRONICS, TRADING], 2),
        ([SAMSUNG, ELECTRONICS], 2),
        ([SAMSUNG, ELECTRONICS, TRADING], 3),
        (
            [actor(ORGANIZATION, "Ministry of Defence", "IND"), actor(ORGANIZATION, "Ministry of Defence", "GBR")],
            2,
        ),
    ],
    ids=lambda value: value[0].name if isinstance(value, list) else str(value),
)
def test_how_many_remain(actors: list[Actor], expected: int) -> None:
    assert merged(*actors) == expected
    assert merged(*actors, *reversed(actors)) == expected


def test_a_misspelt_known_actor_is_the_known_one_but_two_known_stay_two() -> None:
    wrong = actor(LEADER, "Donnald Trump", "USA")
    assert merged(wrong, TRUMP) == 1
    known = {**KNOWN, wrong.id: KnownActor(wrong.id, LEADER, wrong.name, "USA")}
    assert merged(wrong, TRUMP, known=known) == 2


def test_a_known_union_of_states_needs_no_country() -> None:
    union = Actor("organization:european-union", ORGANIZATION, "European Union")
    known = {**KNOWN, union.id: KnownActor(union.id, ORGANIZATION, union.name, aliases=("EU",))}
    misread = actor(ORGANIZATION, "The European Union", "BEL")
    assert merged(union, misread, known=known) == 1
    assert merged(union, Actor(union.id, ORGANIZATION, "EU"), known=known) == 1


@pytest.mark.parametrize(
    ("actors", "questions"),
    [
        ([TAKAICHI, HIROSHI, SHORT], {"leader:sanae-takaichi@JPN", "person:hiroshi-takaichi@JPN"}),
        ([SAMSUNG, ELECTRONICS, TRADING], {"company:samsung-electronics@KOR"}),
        ([TAKAICHI, SHORT], set()),
        ([BRITISH, AMERICAN], set()),
    ],
)
def test_what_is_left_to_ask(actors: list[Actor], questions: set[str]) -> None:
    unsure = clustering_of(actors).unsure
    assert {full for each in unsure for full in (each.one, each.other) if full != each.short} == questions
    assert [each.score for each in unsure] == sorted((each.score for each in unsure), reverse=True)


def test_two_sets_are_asked_about_once() -> None:
    stray = actor(PERSON, "Takaichi")
    clustering = clustering_of([TAKAICHI, actor(LEADER, "Takaiichi Sanae", "JPN"), stray])
    assert len(clustering.sets) == 2
    (question,) = clustering.unsure
    assert question.verdict is Verdict.UNSURE


def test_what_may_not_be_joined_is_not_asked() -> None:
    clustering = clustering_of([BUSH, SON, FATHER], rulings=[Ruling("leader:george-bush@USA", key(SON), True)])
    assert len(clustering.sets) == 2
    assert clustering.unsure == ()


def key(one: Actor) -> str:
    (only,) = profiles_of([one])
    return only


@pytest.mark.parametrize(
    ("actors", "rulings", "expected"),
    [
        ([TAKAICHI, SHORT], [(TAKAICHI, SHORT, False)], 2),
        ([TAKAICHI, SHORT], [(TAKAICHI, SHORT, False), (SHORT, TAKAICHI, True)], 1),
        ([TAKAICHI, SHORT], [(TAKAICHI, SHORT, True), (TAKAICHI, SHORT, False)], 2),
        ([BRITISH, AMERICAN], [(BRITISH, AMERICAN, True)], 1),
        ([SON, FATHER, BUSH], [(BUSH, SON, False)], 2),
        ([TAKAICHI, HIROSHI, SHORT], [(SHORT, TAKAICHI, True)], 2),
        ([TAKAICHI, BRITISH, SHORT], [(SHORT, BRITISH, True)], 2),
        ([TAKAICHI, BRITISH, MHI], [(TAKAICHI, BRITISH, True), (BRITISH, MHI, True)], 1),
        ([TAKAICHI, BRITISH, MHI], [(TAKAICHI, BRITISH, True), (BRITISH, MHI, True), (TAKAICHI, MHI, False)], 2),
        ([TRUMP, TAKAICHI], [(TRUMP, TAKAICHI, True)], 1),
        ([TAKAICHI, SHORT], [(TAKAICHI, HIROSHI, True)], 1),
    ],
)
def test_a_person_decides(actors: list[Actor], rulings: list[tuple[Actor, Actor, bool]], expected: int) -> None:
    ruled = [Ruling(key(one), key(other), is_same) for one, other, is_same in rulings]
    assert len(clustering_of(actors, rulings=ruled).sets) == expected


def test_a_ruling_reaches_the_sets_of_both() -> None:
    """What was said of one spelling holds for the other spellings of the set."""
    spelled = actor(LEADER, "Takaiichi Sanae", "JPN")
    ruling = Ruling(key(spelled), key(SHORT), False)
    assert len(clustering_of([TAKAICHI, spelled, SHORT], rulings=[ruling]).sets) == 2


def test_countries_that_differ_are_not_joined_through_a_third() -> None:
    stray = actor(COMPANY, "Arcadia Mining Group")
    homes = [actor(ORGANIZATION, "Arcadia Mining", country) for country in ("CAN", "GBR")]
    assert merged(*homes, stray) == 3
    assert merged(homes[0], stray) == 1


CAST: Sequence[Actor] = [
    TAKAICHI,
    actor(LEADER, "Takaiichi Sanae", "JPN"),
    actor(PERSON, "Takaichi"),
    SHORT,
    HIROSHI,
    BUSH,
    SON,
    FATHER,
    actor(PERSON, "Bush"),
    actor(PERSON, "George Bush"),
    BRITISH,
    AMERICAN,
    STRAY,
    actor(PERSON, "J. Smith", "GBR"),
    actor(PERSON, "J. Smith"),
    actor(PERSON, "Jon Smyth", "GBR"),
    TRUMP,
    actor(LEADER, "Donnald Trump", "USA"),
    actor(PERSON, "Donald Trump Jr.", "USA"),
    MHI,
    HEAVY,
    INDUSTRIES,
    SAMSUNG,
    ELECTRONICS,
    TRADING,
]
KEYS = sorted(profiles_of(CAST))
INDEXES = st.lists(st.sampled_from(range(len(CAST))), min_size=1, max_size=12, unique=True)
RULINGS = st.lists(st.builds(Ruling, st.sampled_from(KEYS), st.sampled_from(KEYS), st.booleans()), max_size=4)


@settings(deadline=None)
@given(INDEXES, RULINGS, st.randoms(use_true_random=False))
def test_the_order_does_not_show(indexes: list[int], rulings: list[Ruling], chance: Random) -> None:
    actors = [CAST[index] for index in indexes]
    expected = clustering_of(actors, rulings=rulings)
    chance.shuffle(actors)
    profiles = profiles_of(actors)
    decisions = judged(profiles.values())
    chance.shuffle(decisions)
    assert cluster(profiles, decisions, rulings) == expected


@settings(deadline=None)
@given(INDEXES, RULINGS)
def test_sets_keep_their_promises(indexes: list[int], rulings: list[Ruling]) -> None:
    profiles = profiles_of([CAST[index] for index in indexes])
    decisions = judged(profiles.values())
    sets = cluster(profiles, decisions).sets
    assert sorted(chain.from_iterable(sets)) == sorted(profiles)
    together = {(one, other) for each in sets for one in each for other in each}
    assert not [each for each in decisions if each.verdict is Verdict.DIFFERENT and (each.one, each.other) in together]
    assert all(sum(profiles[key].is_listed for key in each) < 2 for each in sets)
    if rulings and rulings[-1].one != rulings[-1].other and {rulings[-1].one, rulings[-1].other} <= set(profiles):
        ruled = cluster(profiles, decisions, rulings).sets
        assert any({rulings[-1].one, rulings[-1].other} <= set(each) for each in ruled) == rulings[-1].is_same


@settings(deadline=None)
@given(INDEXES, RULINGS)
def test_what_has_nothing_in_common_has_no_influence(indexes: list[int], rulings: list[Ruling]) -> None:
    """Smiths, Bushes and companies are clustered alike alone and together."""
    profiles = profiles_of([CAST[index] for index in indexes])
    groups = [{key: one for key, one in profiles.items() if family_of(key) == each} for each in FAMILIES]
    within = [each for each in rulings if family_of(each.one) == family_of(each.other)]
    alone = [cluster(group, judged(group.values()), within) for group in groups]
    assert cluster(profiles, judged(profiles.values()), within) == union(alone)


FAMILIES = ("smi", "smy", "bush", "takai", "trump", "")


def family_of(key: str) -> str:
    return next(("smi" if each == "smy" else each) for each in FAMILIES if each in key)


def union(parts: Sequence[Clustering]) -> Clustering:
    unsure = chain.from_iterable(part.unsure for part in parts)
    return Clustering(
        tuple(sorted(chain.from_iterable(part.sets for part in parts))),
        tuple(sorted(unsure, key=lambda each: (-each.score, each.one, each.other))),
    )
