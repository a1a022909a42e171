"""What follows from a list of acts, whatever order they came in."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.identity.acts import Act, ActKind, dependents, effects, in_order, undone

BUSH, SON, FATHER = "leader:george-bush@USA", "leader:george-w-bush@USA", "leader:george-h-w-bush@USA"
CLAIM = {"document": "a", "kind": "CONSULT", "trigger": 4, "ends": "leader:donald-trump leader:sanae-takaichi"}


def act(number: int, kind: ActKind, **content: Any) -> Act:
    return Act(f"{number:012x}", f"2025-11-01T00:00:{number:02d}.000000+00:00", kind, "", content)


def undo(number: int, of: int) -> Act:
    return act(number, ActKind.UNDO, act=f"{of:012x}")


def merge(number: int, one: str = BUSH, other: str = SON) -> Act:
    return act(number, ActKind.MERGE, pairs=[[one, other]], ids=[])


def rename(number: int, key: str = BUSH, name: str = "George Bush") -> Act:
    return act(number, ActKind.RENAME, key=key, value=name, ids=[])


def split_names(number: int, *pairs: tuple[str, str]) -> Act:
    return act(number, ActKind.SPLIT, pairs=[list(pair) for pair in pairs], ids=[])


def split_documents(number: int, key: str, moved: str, *documents: str) -> Act:
    content = {"key": key, "moved": moved, "documents": list(documents)}
    return act(number, ActKind.SPLIT, pairs=[[key, moved]], ids=[], **content)


def ids(*numbers: int) -> set[str]:
    return {f"{number:012x}" for number in numbers}


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([merge(1)], set()),
        ([merge(1), undo(2, of=1)], ids(1)),
        ([merge(1), undo(2, of=1), undo(3, of=2)], ids(2)),
        ([merge(1), undo(2, of=1), undo(3, of=2), undo(4, of=3)], ids(1, 3)),
        ([merge(1), undo(2, of=1), undo(3, of=2), undo(4, of=1)], ids(1, 2)),
        ([merge(1), rename(2), undo(3, of=1)], ids(1)),
        ([undo(2, of=1)], ids(1)),  # the merge itself may be imported later
    ],
)
def test_undone(acts: list[Act], expected: set[str]) -> None:
    assert undone(acts) == expected
    assert undone(acts[::-1]) == expected


@pytest.mark.parametrize(
    ("acts", "rulings"),
    [
        ([merge(1)], {(BUSH, SON): (True, 1)}),
        ([merge(1, SON, BUSH)], {(BUSH, SON): (True, 1)}),
        ([merge(1), split_names(2, (SON, BUSH))], {(BUSH, SON): (False, 2)}),
        ([merge(1), split_names(2, (SON, BUSH)), undo(3, of=2)], {(BUSH, SON): (True, 1)}),
        ([merge(1), act(2, ActKind.APART, pairs=[[FATHER, SON]])], {(BUSH, SON): (True, 1), (FATHER, SON): (False, 2)}),
        ([merge(1), undo(2, of=1)], {}),
        ([rename(1)], {}),
    ],
)
def test_rulings(acts: list[Act], rulings: dict[tuple[str, str], tuple[bool, int]]) -> None:
    assert effects(acts).rulings == rulings


def test_settings_carry_the_rank_of_their_act() -> None:
    retyped = act(2, ActKind.RETYPE, key=BUSH, value="person", ids=[])
    noted = act(3, ActKind.NOTE, key=BUSH, value="which of the two?", ids=[])
    settings = effects([noted, rename(1), retyped]).settings
    assert settings == {
        (BUSH, "name", 1, "George Bush"),
        (BUSH, "type", 2, "person"),
        (BUSH, "note", 3, "which of the two?"),
    }


def test_verdicts_and_notes_on_claims() -> None:
    acts = [
        act(1, ActKind.REJECT, owner="events", claims=[CLAIM], ids=[]),
        act(2, ActKind.NOTE, owner="events", claims=[CLAIM], value="a joke", ids=[]),
        act(3, ActKind.CONFIRM, owner="events", claims=[CLAIM], ids=[]),
    ]
    at = ("a", "events", "CONSULT", 4, CLAIM["ends"])
    both = {(*at, 1, "rejected", ""), (*at, 2, "noted", "a joke"), (*at, 3, "confirmed", "")}
    assert effects(acts).verdicts == both
    assert effects(acts).settings == set()
    assert effects([*acts, undo(4, of=3)]).verdicts == {one for one in both if one[6] != "confirmed"}


def test_a_mention_split_off_twice_is_found_under_the_key_that_extraction_gives_it() -> None:
    first, second = f"{BUSH}#1", f"{BUSH}#1#2"
    acts = [split_documents(1, BUSH, first, "a", "b"), split_documents(2, first, second, "b")]
    assert effects(acts).moves == {("a", BUSH): (first, 1), ("b", BUSH): (second, 2)}
    assert effects([*acts, undo(3, of=2)]).moves == {("a", BUSH): (first, 1), ("b", BUSH): (first, 1)}


@pytest.mark.parametrize(
    ("later", "builds_on_it"),
    [
        (rename(5, f"{BUSH}#1"), True),
        (merge(5, f"{BUSH}#1", FATHER), True),
        (split_documents(5, f"{BUSH}#1", f"{BUSH}#1#2", "a"), True),
        (rename(5, BUSH), False),
        (merge(5, BUSH, SON), False),
        (act(5, ActKind.REJECT, owner="events", claims=[CLAIM], ids=[]), False),
    ],
)
def test_what_builds_on_a_split_by_documents(later: Act, builds_on_it: bool) -> None:
    split = split_documents(1, BUSH, f"{BUSH}#1", "a")
    assert dependents(split, [later, split]) == [later] * builds_on_it
    assert dependents(split, [later, split, undo(6, of=5)]) == []
    assert len(dependents(split, [later, split, undo(6, of=5), undo(7, of=6)])) == builds_on_it
    assert dependents(later, [later, split]) == []


def test_what_builds_on_a_split_by_names() -> None:
    split = split_names(2, (SON, BUSH))
    assert dependents(split, [split, rename(3, SON)]) == [rename(3, SON)]
    assert dependents(split, [split, rename(3, BUSH)]) == [], "the one that stayed was there before"
    assert dependents(split, [rename(1, SON), split]) == [], "renamed before it was split off"


def test_nothing_builds_on_what_makes_nobody() -> None:
    assert dependents(merge(1), [merge(1), rename(2, BUSH), rename(3, SON)]) == []
    assert dependents(rename(1), [rename(1), rename(2)]) == []


ACTS = st.integers(1, 12).flatmap(
    lambda number: st.one_of(
        st.builds(merge, st.just(number), st.sampled_from([BUSH, SON]), st.sampled_from([FATHER, SON])),
        st.builds(rename, st.just(number), st.sampled_from([BUSH, SON, FATHER]), st.sampled_from(["A", "B"])),
        st.builds(undo, st.just(number), st.integers(1, 12).filter(lambda of: of < number))
        if number > 1
        else st.nothing(),
    )
)


@given(st.lists(ACTS, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_the_order_in_which_acts_come_does_not_matter(acts: list[Act], chance: random.Random) -> None:
    shuffled = list(acts)
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(acts)
    assert effects(shuffled) == effects(acts)
    assert undone(shuffled) == undone(acts)


@given(st.lists(ACTS, unique_by=lambda one: one.id))
def test_undoing_all_that_is_in_force_leaves_nothing(acts: list[Act]) -> None:
    gone = undone(acts)
    kept = [one for one in acts if one.kind is not ActKind.UNDO and one.id not in gone]
    more = [undo(20 + number, of=int(one.id, 16)) for number, one in enumerate(kept)]
    found = effects([*acts, *more])
    assert (found.rulings, found.settings, found.moves, found.verdicts) == ({}, set(), {}, set())
