"""A store keeps what it is given, once, and gives it back unchanged."""

from __future__ import annotations

import dataclasses
import multiprocessing
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import StoreError, UnreadableDocument
from explorer.model import (
    Actor,
    ActorType,
    Document,
    Extraction,
)
from explorer.store import Store, open_store
from tests.store.samples import EXTRACTIONS
from tests.worlds import DOCUMENTS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "explorer.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def fill(store: Store) -> None:
    for extraction in EXTRACTIONS:
        assert store.add(extraction.document, extraction)


def test_what_goes_in_comes_out(store: Store) -> None:
    fill(store)
    assert list(store.extractions(text=True)) == EXTRACTIONS
    assert store.documents(text=True) == list(DOCUMENTS)
    assert store.document(DOCUMENTS[0].id) == DOCUMENTS[0]
    assert store.document("nobody") is None


def test_text_is_left_out_unless_asked_for(store: Store) -> None:
    fill(store)
    bare = [dataclasses.replace(document, text="") for document in DOCUMENTS]
    assert store.documents() == bare
    assert [extraction.document for extraction in store.extractions()] == bare


def test_what_was_stored_is_there_the_next_time(path: Path) -> None:
    with open_store(path) as store:
        fill(store)
        revision = store.revision()
    with open_store(path, create=False) as store:
        assert list(store.extractions(text=True)) == EXTRACTIONS
        assert store.revision() == revision


def test_adding_twice_adds_nothing(store: Store) -> None:
    fill(store)
    before, revision = store.counts(), store.revision()
    changed = dataclasses.replace(EXTRACTIONS[0], actors=())
    assert not store.add(DOCUMENTS[0], changed)
    assert store.counts() == before
    assert store.revision() == revision
    assert list(store.extractions(text=True)) == EXTRACTIONS


def test_counts_and_has(store: Store) -> None:
    assert store.counts() == dict.fromkeys(("documents", "actors", "ties", "events", "commitments", "evidence"), 0)
    fill(store)
    assert store.has(DOCUMENTS[1].id)
    assert not store.has("nobody")
    sentences = [one for each in EXTRACTIONS for one in (*each.ties, *each.events, *each.commitments)]
    assert store.counts()["documents"] == 4
    assert store.counts()["evidence"] == sum(len(one.evidence) for one in sentences)


def test_deleting_a_document_takes_all_it_says(store: Store) -> None:
    store.add(EXTRACTIONS[0].document, EXTRACTIONS[0])
    revision = store.revision()
    assert store.delete(DOCUMENTS[0].id)
    assert set(store.counts().values()) == {0}
    assert store.revision() != revision
    assert not store.delete(DOCUMENTS[0].id)


def test_a_store_made_anew_has_another_revision(path: Path) -> None:
    with open_store(path) as store:
        first = store.revision()
    for file in path.parent.iterdir():
        file.unlink()
    with open_store(path) as store:
        assert store.revision() != first


def test_a_document_that_cannot_be_stored_leaves_nothing_behind(store: Store) -> None:
    extraction = Extraction(dataclasses.replace(DOCUMENTS[0], text="half \ud83d a character"))
    with pytest.raises(UnreadableDocument, match="half a character"):
        store.add(extraction.document, extraction)
    broken = dataclasses.replace(EXTRACTIONS[0], actors=(Actor("x", ActorType.PERSON, "\udfff"),))
    with pytest.raises(UnreadableDocument, match="half a character"):
        store.add(broken.document, broken)
    assert set(store.counts().values()) == {0}
    assert store.add(EXTRACTIONS[0].document, EXTRACTIONS[0]), "the store goes on working"


STORABLE = st.text(st.characters(exclude_categories=("Cs",)))


@given(text=STORABLE, title=STORABLE, name=STORABLE)
def test_any_text_comes_back_as_it_was(text: str, title: str, name: str) -> None:
    extraction = Extraction(Document("d", title, text), (Actor("person:x", ActorType.PERSON, name),))
    with open_store(":memory:") as store:
        store.add(extraction.document, extraction)
        assert list(store.extractions(text=True)) == [extraction]


def test_reading_goes_on_while_documents_are_added_and_removed(path: Path) -> None:
    with open_store(path) as reader, open_store(path) as writer:
        fill(writer)
        going = reader.extractions(text=True)
        assert next(going) == EXTRACTIONS[0]
        writer.delete(DOCUMENTS[1].id)
        reader.add(Document("new", "", ""), Extraction(Document("new", "", "")))
        assert list(going) == EXTRACTIONS[2:], "what was removed is passed over, what was added came later"


def add_many(path: Path, worker: int, count: int) -> None:
    with open_store(path) as store:
        for number in range(count):
            document = Document(f"{worker}-{number}", "", "some text")
            store.add(document, Extraction(document, (Actor("person:x", ActorType.PERSON, "X"),)))


def test_programs_that_open_and_write_a_new_store_at_once_lose_nothing(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=add_many, args=(path, worker, 10)) for worker in range(3)]
    for process in workers:
        process.start()
    for process in workers:
        process.join(60)
    assert [process.exitcode for process in workers] == [0, 0, 0]
    with open_store(path) as store:
        assert store.counts()["documents"] == store.counts()["actors"] == 30


def test_a_program_killed_while_writing_leaves_whole_documents(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=add_many, args=(path, 1, 100_000))
    process.start()
    while process.is_alive() and not _document_count(path):
        process.join(0.05)
    process.kill()
    process.join(60)
    with open_store(path) as store:
        assert 0 < store.counts()["documents"] == store.counts()["actors"] < 100_000


def _document_count(path: Path) -> int:
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0
    finally:
        connection.close()


def test_the_file_is_safe_against_power_loss_and_keeps_its_references(store: Store) -> None:
    def pragma(name: str) -> object:
        return store.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2, "FULL"
    assert pragma("foreign_keys") == 1
    assert pragma("application_id") == int.from_bytes(b"GRGS", "big")


def test_using_a_closed_store_is_one_clear_error(path: Path) -> None:
    with open_store(path) as store:
        pass
    with pytest.raises(StoreError, match="closed"):
        store.documents()
