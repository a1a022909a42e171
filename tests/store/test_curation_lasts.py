"""Corrections last: through articles read again, gone and back, clocks that differ, and corrections of corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from explorer.errors import CurationError
from explorer.graph import Filters
from explorer.model import Actor, ActorType, World
from explorer.store import Store, open_store
from explorer.workflow import load_world
from tests.identity.says import KNOWN, TAKAICHI, TRUMP, says
from tests.store.test_curation import SMITH, SMYTHE, articles, call, filled, plain

SPELLINGS = ["Mohammed Salman", "Mohammad Salman", "Muhammad Salman", "Mohamed Salman"]


@pytest.fixture
def store() -> Iterator[Store]:
    with filled() as opened:
        yield opened


def smiths(store: Store) -> dict[str, int]:
    return {actor.id: actor.reports for actor in store.actors() if actor.id.startswith(SMITH.id)}


def named(store: Store) -> dict[str, str]:
    return {actor.id: actor.name for actor in store.actors()}


def spelled() -> Store:
    """One man in four spellings, each in an article of its own."""
    store = open_store(":memory:", known=KNOWN)
    for name in SPELLINGS:
        man = Actor(f"person:{name.lower().replace(' ', '-')}", ActorType.PERSON, name, "SAU")
        one = says(name, actors=[man])
        store.add(one.document, one)
    return store


ACTS: dict[str, Callable[[Store], object]] = {
    "merge": lambda store: store.merge("Jack Smythe", "John Smith"),
    "split": lambda store: store.split("John Smith", in_documents=["b", "c"]),
    "rename": lambda store: store.rename("John Smith", "Sir John"),
    "retype": lambda store: store.retype("John Smith", ActorType.LEADER),
    "country": lambda store: store.set_country("John Smith", "irl"),
    "note": lambda store: store.note("John Smith", "ask"),
    "reject": lambda store: store.reject(call(store.world())[0].id),
    "confirm": lambda store: store.confirm(call(store.world())[0].id),
    "record note": lambda store: store.note(call(store.world())[0].id, "see"),
    "tie": lambda store: store.reject(store.world().ties[0].id),
    "commitment": lambda store: store.reject(store.world().commitments[0].id),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_no_act_is_lost_when_articles_are_read_again_or_go_and_come_back(
    store: Store, act: Callable[[Store], object]
) -> None:
    act(store)
    world = store.world()
    assert world != plain(), "the act does something"
    for extraction in articles():
        store.add(extraction.document, extraction, again=True)
        assert store.world() == world
    for extraction in articles():
        assert store.delete(extraction.document.id)
    assert store.world().actors == ()
    for extraction in reversed(articles()):
        store.add(extraction.document, extraction)
    assert store.world() == world


def test_an_act_can_be_undone_while_its_articles_are_gone(store: Store) -> None:
    split = store.split("John Smith", in_documents=["c"])
    store.delete("c")
    store.undo(split.id)
    store.add(articles()[2].document, articles()[2])
    assert store.world() == plain()


def test_who_was_split_off_can_be_split_again_and_stays_so(store: Store) -> None:
    first = store.split("John Smith", in_documents=["b", "c"])
    (other,) = [id for id, reports in smiths(store).items() if reports == 2]
    second = store.split(other, in_documents=["c"])
    assert sorted(smiths(store).values()) == [1, 1, 1]
    world = store.world()
    store.add(articles()[2].document, articles()[2], again=True)
    assert store.world() == world
    with pytest.raises(CurationError, match=second.id):
        store.undo(first.id)
    store.undo(second.id)
    assert sorted(smiths(store).values()) == [1, 2]
    store.undo(first.id)
    assert store.world() == plain()


def test_both_splits_undone_elsewhere_are_undone_here_at_once(store: Store) -> None:
    with filled() as other:
        first = other.split("John Smith", in_documents=["b", "c"])
        (split_off,) = [id for id, reports in smiths(other).items() if reports == 2]
        second = other.split(split_off, in_documents=["c"])
        store.apply([act for act, _ in other.acts()])
        assert store.world() == other.world()
        other.undo(second.id)
        other.undo(first.id)
        store.apply([act for act, _ in other.acts()])
    assert store.world() == plain()


def test_what_was_split_by_names_becomes_whole_when_merged_again() -> None:
    with spelled() as store:
        (whole,) = store.actors()
        store.split(whole.id, names=SPELLINGS[:2])
        one, other = (actor.id for actor in store.actors())
        merged = store.merge(one, other)
        assert [actor.reports for actor in store.actors()] == [4]
        store.undo(merged.id)
        assert [actor.id for actor in store.actors()] == [one, other]


def test_a_merge_loses_none_of_the_names_of_either() -> None:
    with spelled() as store:
        for id in ("one", "two"):
            store.add(says(id).document, says(id, actors=[replace(TAKAICHI, country="SAU")]))
        store.merge("Sanae Takaichi", SPELLINGS[0])
        (only,) = store.actors()
        assert {only.name, *only.aliases} == {*SPELLINGS, "Sanae Takaichi"}
        store.split(only.id, names=["Sanae Takaichi"])
        assert sorted(actor.reports for actor in store.actors()) == [2, 4]


def test_a_split_by_names_waits_for_the_name_that_was_given_since(store: Store) -> None:
    store.merge("Jack Smythe", "John Smith")
    split = store.split("John Smith", names=["Jack Smythe"])
    rename = store.rename(SMYTHE.id, "J. Smythe of Leeds")
    with pytest.raises(CurationError, match=f"undo first what builds on it: {rename.id}"):
        store.undo(split.id)
    store.undo(rename.id)
    store.undo(split.id)
    assert len(smiths(store)) + (SMYTHE.id in named(store)) == 1


def test_an_undoing_can_be_undone(store: Store) -> None:
    rename = store.rename("John Smith", "Sir John")
    world = store.world()
    undo = store.undo(rename.id, reason="a slip")
    assert store.world() == plain()
    with pytest.raises(CurationError, match="undone already"):
        store.undo(rename.id)
    store.undo(undo.id)
    assert store.world() == world
    assert [in_force for _, in_force in store.acts()] == [True, False, True]
    store.undo(rename.id)
    assert store.world() == plain()


@pytest.mark.parametrize("wanted", ["", "no", "%", "ffffffffffff"])
def test_what_is_no_correction_is_not_undone(store: Store, wanted: str) -> None:
    store.rename("John Smith", "Sir John")
    with pytest.raises(CurationError, match="no such correction"):
        store.undo(wanted)
    assert len(store.acts()) == 1


def test_acts_of_a_clock_that_is_ahead_do_not_win_for_ever(store: Store) -> None:
    with filled() as other:
        ahead = replace(other.rename("John Smith", "Early"), made="2099-01-01T00:00:00.000000+00:00")
    store.apply([ahead])
    later = store.rename("Early", "Late")
    assert named(store)[SMITH.id] == "Late"
    undo = store.undo(later.id)
    assert named(store)[SMITH.id] == "Early"
    store.undo(undo.id)
    assert named(store)[SMITH.id] == "Late"


REFUSED: list[tuple[Callable[[Store], object], str]] = [
    (lambda store: store.rename("John Smith", " \n "), "needs words"),
    (lambda store: store.set_country("John Smith", "Atlantis"), "'Atlantis' is unknown"),
    (lambda store: store.retype("John Smith", "planet"), "'planet' is unknown"),  # type: ignore[arg-type]
    (lambda store: store.rename("John Smith", "\ud800"), "half a character"),
    (lambda store: store.rename("\ud800", "John"), "half a character"),
    (lambda store: store.merge("John Smith", "Jack Smythe", reason="\udcff"), "half a character"),
    (lambda store: store.reject("\ud800"), "half a character"),
    (lambda store: store.note("\ud800", "x"), "half a character"),
    (lambda store: store.split("John Smith", in_documents=["\ud800"]), "half a character"),
]


@pytest.mark.parametrize(("act", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_kept_is_refused_in_one_line(store: Store, act: Callable[[Store], object], message: str) -> None:
    with pytest.raises(CurationError, match=message) as caught:
        act(store)
    assert str(caught.value).isprintable()
    assert store.acts() == [] and store.world() == plain()


def test_an_old_id_leads_to_the_actor_it_was_merged_into(store: Store) -> None:
    act = store.merge("Jack Smythe", "Donald Trump")
    world = store.world()
    assert world.former_ids[SMYTHE.id] == TRUMP.id == store.current_id(SMYTHE.id)
    asked: World = load_world(store, Filters(actor=(SMYTHE.id,)))
    assert asked.events and asked.events == load_world(store, Filters(actor=(TRUMP.id,))).events
    store.undo(act.id)
    assert SMYTHE.id not in store.world().former_ids
    assert store.current_id(SMYTHE.id) == SMYTHE.id
    assert store.current_id("person:nobody") is None


def test_of_two_namesakes_the_one_left_has_the_name_to_itself() -> None:
    john = [replace(SMITH, country=country) for country in ("GBR", "USA")]
    with open_store(":memory:", known=KNOWN) as store, open_store(":memory:", known=KNOWN) as other:
        for id, actor in zip("ab", john, strict=True):
            store.add(says(id).document, says(id, actors=[actor]))
        other.apply([store.retype("person:john-smith", ActorType.LEADER)])
        for id, actor in zip("ab", john, strict=True):
            other.add(says(id).document, says(id, actors=[actor]))
        assert store.actors() == other.actors()
