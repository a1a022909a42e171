"""Articles go into the store once, in order, whatever happens to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from explorer.errors import ModelMissing
from explorer.model import Actor, ActorType, Document, Extraction
from explorer.reading import Outcome, read_paths
from explorer.store import open_store
from explorer.workflow import Step, StepKind, analyse, ingest, load_world

ADDED, ALREADY, FAILED = StepKind


def extract_many(documents: Iterable[Document]) -> Iterator[Extraction]:
    """Find one actor in each document, and take some documents in advance, as spaCy's pipe does."""
    waiting = iter(documents)
    while batch := list(islice(waiting, 3)):
        for document in batch:
            if "poison" in document.text:
                raise ValueError("bad article")
        for document in batch:
            yield Extraction(document, (Actor(f"person:{document.text}", ActorType.PERSON, document.text),))


def good(text: str) -> Outcome:
    return Outcome(f"{text}.txt", Document(f"id-{text}", text, text), None)


UNREAD = Outcome("broken.txt", None, "is empty")
FOREIGN = Outcome("fr.txt", Document("id-fr", "fr", "Le texte", language="fr"), "written in French (fr), not English")


def steps(db: Path, *outcomes: Outcome) -> list[tuple[str, StepKind, str | None]]:
    with open_store(db) as store:
        return [(step.where, step.kind, step.problem) for step in ingest(store, outcomes, extract_many)]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "explorer.db"


def test_every_outcome_becomes_a_step_in_its_order(db: Path) -> None:
    found = steps(db, UNREAD, good("a"), good("b"), FOREIGN, good("c"), UNREAD, good("d"), good("e"), UNREAD)
    assert found == [
        ("broken.txt", FAILED, "is empty"),
        ("a.txt", ADDED, None),
        ("b.txt", ADDED, None),
        ("fr.txt", ADDED, FOREIGN.problem),
        ("c.txt", ADDED, None),
        ("broken.txt", FAILED, "is empty"),
        ("d.txt", ADDED, None),
        ("e.txt", ADDED, None),
        ("broken.txt", FAILED, "is empty"),
    ]
    with open_store(db) as store:
        kept = {
            extraction.document.title: [actor.name for actor in extraction.actors] for extraction in store.extractions()
        }
    assert kept == {"a": ["a"], "b": ["b"], "fr": [], "c": ["c"], "d": ["d"], "e": ["e"]}


def test_the_second_time_adds_nothing_and_analyses_nothing(db: Path) -> None:
    steps(db, good("a"), FOREIGN)
    asked: list[Document] = []

    def counting(documents: Iterable[Document]) -> Iterator[Extraction]:
        asked.extend(documents)
        yield from ()

    with open_store(db) as store:
        found = list(ingest(store, [good("a"), FOREIGN], counting))
        assert [(step.kind, step.problem) for step in found] == [(ALREADY, None), (ALREADY, FOREIGN.problem)]
        assert store.counts()["documents"] == 2
    assert asked == []


def test_one_article_twice_in_one_run_is_added_once(db: Path) -> None:
    assert [kind for _, kind, _ in steps(db, good("a"), good("a"), good("b"))] == [ADDED, ALREADY, ADDED]


def test_an_article_that_breaks_extraction_does_not_stop_the_others(db: Path) -> None:
    outcomes = [*map(good, "abcd"), good("poison"), UNREAD, *map(good, "efgh"), good("poison 2"), good("i")]
    found = steps(db, *outcomes)
    assert [where for where, _, _ in found] == [outcome.where for outcome in outcomes]
    failed = [step for step in found if step[1] is FAILED]
    assert failed == [
        ("poison.txt", FAILED, "cannot be analysed (ValueError: bad article)"),
        ("broken.txt", FAILED, "is empty"),
        ("poison 2.txt", FAILED, "cannot be analysed (ValueError: bad article)"),
    ]
    with open_store(db) as store:
        assert [document.title for document in store.documents()] == list("abcdefghi")


def test_a_document_of_which_nothing_comes_back_says_nothing() -> None:
    def forgetful(documents: Iterable[Document]) -> Iterator[Extraction]:
        return (extraction for extraction in extract_many(documents) if extraction.document.text in "bd")

    found = list(analyse([good("a"), good("b"), UNREAD, good("c"), good("d"), good("e")], forgetful))
    assert [item.where for item in found] == ["a.txt", "b.txt", "broken.txt", "c.txt", "d.txt", "e.txt"]
    said = [len(item.extraction.actors) if item.extraction else None for item in found]
    assert said == [0, 1, None, 0, 1, 0]


def test_a_missing_model_stops_everything(db: Path) -> None:
    def missing(documents: Iterable[Document]) -> Iterator[Extraction]:
        next(iter(documents))
        raise ModelMissing("no model")
        yield

    with open_store(db) as store, pytest.raises(ModelMissing):
        list(ingest(store, [good("a")], missing))


def test_a_reader_that_breaks_down_is_not_blamed_on_an_article(db: Path) -> None:
    def breaking() -> Iterator[Outcome]:
        yield good("a")
        raise OSError("the disk is gone")

    with open_store(db) as store, pytest.raises(OSError, match="disk"):
        list(ingest(store, breaking(), extract_many))


def test_what_was_stored_before_a_stop_stays(db: Path) -> None:
    outcomes = [good(letter) for letter in "abcdefgh"]
    with open_store(db) as store:
        assert len(list(islice(ingest(store, outcomes, extract_many), 4))) == 4
    assert [kind for _, kind, _ in steps(db, *outcomes)] == [ALREADY] * 4 + [ADDED] * 4


def test_an_article_that_cannot_be_stored_is_a_step(db: Path) -> None:
    half = Outcome("half.txt", Document("id-half", "half", "a \ud83d b"), None)
    (failed, added) = steps(db, half, good("a"))
    assert failed[1] is FAILED and "half a character" in str(failed[2])
    assert added[1] is ADDED


def test_analysis_without_a_store_holds_few_articles_at_a_time() -> None:
    read: list[str] = []

    def reading() -> Iterator[Outcome]:
        for number in range(100):
            read.append(str(number))
            yield good(str(number))

    first = next(analyse(reading(), extract_many))
    assert first.extraction and first.extraction.actors[0].name == "0"
    assert len(read) == 3


def test_files_become_a_world(tmp_path: Path, db: Path) -> None:
    (tmp_path / "a.txt").write_text("The prime minister met the president of the country on Monday morning.")
    (tmp_path / "b.txt").write_text("")
    with open_store(db) as store:
        found: list[Step] = list(ingest(store, read_paths([tmp_path]), extract_many))
        world = load_world(store)
    assert [step.kind for step in found] == [ADDED, FAILED]
    assert len(world.documents) == len(world.actors) == 1
