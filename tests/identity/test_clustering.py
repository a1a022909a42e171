"""From pairs to actors."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.identity.clustering import Clustering, Ruling, cluster
from explorer.identity.matching import Decision, decide
from explorer.identity.profiles import Profile
from tests.identity.profiles import leader, person

SANAE, RESPELLED, SHORT = leader("Sanae Takaichi", "JPN"), leader("Takaiichi Sanae", "JPN"), leader("Takaichi", "JPN")
HIROSHI = person("Hiroshi Takaichi", "JPN")
SON, FATHER = leader("George W. Bush", "USA"), leader("George H. W. Bush", "USA")
BUSH = leader("George Bush", "USA")
TRUMP, TWIN = leader("Donald Trump", "USA", is_listed=True), leader("Donnald Trump", "USA", is_listed=True)
WRONG = leader("Donald Trumpp", "USA")
EVERYBODY = (SANAE, RESPELLED, SHORT, HIROSHI, SON, FATHER, BUSH, TRUMP, TWIN, WRONG)


def decided(profiles: tuple[Profile, ...]) -> list[Decision]:
    return [decision for pair in combinations(profiles, 2) if (decision := decide(*pair))]


def clustered(*profiles: Profile, rulings: tuple[Ruling, ...] = ()) -> Clustering:
    return cluster({one.key: one for one in profiles}, decided(profiles), rulings)


def sizes(found: Clustering) -> list[int]:
    return sorted(len(one) for one in found.sets)


def test_spellings_and_the_short_form_are_one() -> None:
    assert sizes(clustered(SANAE, RESPELLED, SHORT)) == [3]


def test_a_short_form_of_two_is_for_a_person_to_decide() -> None:
    found = clustered(SANAE, HIROSHI, SHORT)
    assert sizes(found) == [1, 1, 1]
    assert {one.short for one in found.unsure} == {SHORT.key}


def test_initials_keep_apart_whoever_lacks_them() -> None:
    assert sizes(clustered(BUSH, SON)) == [2]
    assert sizes(clustered(BUSH, SON, FATHER)) == [1, 1, 1]


def test_no_set_holds_two_listed_actors() -> None:
    assert sizes(clustered(TRUMP, TWIN, WRONG)) == [1, 2]


def test_a_ruling_beats_every_score() -> None:
    apart = Ruling(SANAE.key, RESPELLED.key, False)
    assert sizes(clustered(SANAE, RESPELLED, rulings=(apart,))) == [1, 1]
    assert sizes(clustered(SON, FATHER, rulings=(Ruling(SON.key, FATHER.key, True),))) == [2]
    assert sizes(clustered(TRUMP, TWIN, rulings=(Ruling(TRUMP.key, TWIN.key, True),))) == [2]


def test_the_later_ruling_counts() -> None:
    apart, one = Ruling(SANAE.key, RESPELLED.key, False), Ruling(RESPELLED.key, SANAE.key, True)
    assert sizes(clustered(SANAE, RESPELLED, rulings=(apart, one))) == [2]
    assert sizes(clustered(SANAE, RESPELLED, rulings=(one, apart))) == [1, 1]


def test_what_is_ruled_is_not_asked_again() -> None:
    ruling = Ruling(SHORT.key, HIROSHI.key, False)
    found = clustered(SANAE, HIROSHI, SHORT, rulings=(ruling,))
    assert sizes(found) == [1, 2]
    assert found.unsure == ()


@given(st.lists(st.sampled_from(EVERYBODY), unique_by=lambda one: one.key), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_does_not_matter(profiles: list[Profile], chance: random.Random) -> None:
    decisions = decided(tuple(profiles))
    found = cluster({one.key: one for one in profiles}, decisions)
    chance.shuffle(decisions)
    chance.shuffle(profiles)
    assert cluster({one.key: one for one in profiles}, decisions) == found


def test_what_has_nothing_in_common_does_not_matter() -> None:
    japan, america = (SANAE, RESPELLED, SHORT, HIROSHI), (SON, FATHER, BUSH, TRUMP, WRONG)
    together = clustered(*japan, *america)
    assert {*together.sets} == {*clustered(*japan).sets, *clustered(*america).sets}
