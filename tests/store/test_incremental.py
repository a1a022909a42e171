"""However a store came to hold its documents, it tells the same of them."""

from __future__ import annotations

import random
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model import Actor, ActorType, Extraction, Status, World
from explorer.store import Store, open_store, resolve
from tests.identity.says import KNOWN, consult, day, says
from tests.store.test_resolve import extractions

CHANCE = st.randoms(use_true_random=False)


def filled(documents: Iterable[Extraction]) -> Store:
    store = open_store(":memory:", known=KNOWN)
    for extraction in documents:
        store.add(extraction.document, extraction)
    return store


def world(store: Store) -> World:
    with store:
        return store.world()


@given(st.tuples(*(extractions(name) for name in "abcde")), st.tuples(*(extractions(name) for name in "xyz")), CHANCE)
@settings(deadline=None, max_examples=25)
def test_what_was_deleted_leaves_no_trace(
    kept: tuple[Extraction, ...], removed: tuple[Extraction, ...], chance: random.Random
) -> None:
    together = [*kept, *removed]
    chance.shuffle(together)
    store = filled(together)
    for extraction in removed:
        assert store.delete(extraction.document.id)
    assert world(store) == resolve(kept, known=KNOWN)


@given(st.tuples(*(extractions(name) for name in "abcd")), st.tuples(*(extractions(name) for name in "abcd")), CHANCE)
@settings(deadline=None, max_examples=25)
def test_reading_again_puts_the_new_in_the_place_of_the_old(
    before: tuple[Extraction, ...], after: tuple[Extraction, ...], chance: random.Random
) -> None:
    # The same documents, dates and all, that say something else now.
    after = tuple(Extraction(old.document, new.actors, new.ties, new.events, new.commitments)
                  for old, new in zip(before, after, strict=True))  # fmt: skip
    store = filled(before)
    order = list(after)
    chance.shuffle(order)
    for extraction in order:
        assert store.add(extraction.document, extraction, again=True)
    assert world(store) == resolve(after, known=KNOWN)


@given(st.tuples(*(extractions(name) for name in "abcde")))
@settings(deadline=None, max_examples=30)
def test_an_empty_store_is_left_when_all_is_deleted(documents: tuple[Extraction, ...]) -> None:
    store = filled(documents)
    for extraction in documents:
        store.delete(extraction.document.id)
    tables = store.connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'documents_text%'"
    )
    names = set(tables.scalars()) - {"revision", "former_ids"}
    left = {name: store.connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}
    store.close()
    assert set(left.values()) == {0}, {name: count for name, count in left.items() if count}


def test_who_were_one_part_when_the_name_that_joined_them_is_gone() -> None:
    both = Actor("person:alpha-beta", ActorType.PERSON, "Gamma Delta", "KEN")
    alpha = Actor("person:alpha-beta", ActorType.PERSON, "Alpha Beta", "KEN")
    gamma = Actor("person:gamma-delta", ActorType.PERSON, "Gamma Delta", "KEN")
    store = filled([says("a", actors=[both]), says("b", actors=[alpha]), says("c", actors=[gamma])])
    assert len(store.actors()) == 1
    store.delete("a")
    assert sorted(actor.name for actor in store.actors()) == ["Alpha Beta", "Gamma Delta"]
    assert world(store) == resolve([says("b", actors=[alpha]), says("c", actors=[gamma])], known=KNOWN)


def test_the_sentence_that_says_how_it_turned_out_comes_first() -> None:
    plan, held = consult(status=Status.FUTURE, date=day("2025-10-28")), consult(date=day("2025-10-28"))
    found = resolve([says("a", "2025-10-22", events=[plan]), says("b", "2025-10-29", events=[held])], known=KNOWN)
    (event,) = found.events
    assert [(one.document, one.status) for one in event.evidence] == [("b", "actual"), ("a", "future")]
