"""Profiles that may be one meet in a block; others seldom do."""

from __future__ import annotations

from itertools import combinations
from time import perf_counter

import pytest

from explorer.identity.blocking import blocks, sought
from explorer.identity.matching import decide
from explorer.model import Actor, ActorType
from tests.identity.judged import actor, profile, profiles_of
from tests.identity.test_bodies import ALIKE
from tests.identity.test_clustering import CAST
from tests.identity.test_matching import CASES
from tests.identity.test_names import AGAINST, SAME, SHORT

PERSON, COMPANY = ActorType.PERSON, ActorType.COMPANY
PAIRS = [
    *((one, other) for one, other, _ in CASES),
    *((actor(PERSON, one, "USA"), actor(PERSON, other, "USA")) for one, other, _ in (*SAME, *SHORT, *AGAINST)),
    *((actor(COMPANY, row[0], "JPN"), actor(COMPANY, row[1], "JPN")) for row in ALIKE),
    *combinations(CAST, 2),
]


def test_whatever_is_decided_shares_a_block() -> None:
    decided = 0
    for one, other in PAIRS:
        first, second = profile(one), profile(other)
        if decide(first, second):
            decided += 1
            assert blocks(first) & blocks(second), (one.name, other.name)
            assert sought(first) & blocks(second) or sought(second) & blocks(first), (one.name, other.name)
    assert decided > len(SAME) + len(SHORT) + len(ALIKE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor(PERSON, "Igor Petrov", "RUS"), actor(PERSON, "Igor Sokolov", "RUS")),
        (actor(PERSON, "Donald Trump", "USA"), actor(PERSON, "Donald Tusk", "POL")),
        (actor(PERSON, "Wentao Wang", "CHN"), actor(COMPANY, "Wentao Wang", "CHN")),
        (
            actor(ActorType.ORGANIZATION, "Ministry of Defence", "IND"),
            actor(ActorType.ORGANIZATION, "Ministry of Finance", "IND"),
        ),
        (actor(COMPANY, "Samsung C&T", "KOR"), actor(COMPANY, "Samsung Electronics", "KOR")),
    ],
)
def test_what_is_surely_two_is_not_sought(one: Actor, other: Actor) -> None:
    first, second = profile(one), profile(other)
    assert not sought(first) & blocks(second)
    assert not sought(second) & blocks(first)


@pytest.mark.parametrize("type", [ActorType.COUNTRY, ActorType.REGION])
def test_places_have_no_blocks(type: ActorType) -> None:
    assert not blocks(profile(Actor(f"{type}:georgia", type, "Georgia")))


def test_a_full_name_does_not_look_through_its_whole_family() -> None:
    """Comparing each with each would be 2 million comparisons."""
    families = [f"{a}{b}{c}{d}ov" for a in "bdgk" for b in "aeiou" for c in "lmnr" for d in "aeiou"]
    people = [actor(PERSON, f"{given} {family}", "RUS") for given in ("Igor", "Oleg", "Petr") for family in families]
    kims = [
        actor(PERSON, f"Kim {a}{b}-{c}{d}", "KOR") for a in "hjms" for b in "aeiou" for c in "hjms" for d in "aeiou"
    ]
    profiles = profiles_of([*people, *kims, actor(PERSON, "Kim", "KOR")])
    filed: dict[str, list[str]] = {}
    for key, one in profiles.items():
        for block in blocks(one):
            filed.setdefault(block, []).append(key)
    found = {key: {other for block in sought(one) for other in filed.get(block, ())} for key, one in profiles.items()}
    assert len(found.pop("person:kim@KOR")) == len(kims) + 1
    assert max(map(len, found.values())) < len(kims) / 3


def test_a_decision_takes_little_time() -> None:
    """Parsed names are remembered, so that the pairs of a block cost microseconds; the bound is a generous one."""
    profiles = list(profiles_of(CAST).values())
    pairs = list(combinations(profiles, 2))
    for pair in pairs:
        decide(*pair)
    start = perf_counter()
    for pair in pairs:
        decide(*pair)
    assert (perf_counter() - start) / len(pairs) < 500e-6
