"""Articles are found by words and phrases, and no text asked for is taken for a command of the database."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from explorer.model import Document, Extraction
from explorer.store import Store, open_store
from tests.identity.says import KNOWN

TEXTS = {
    "share": ("Nippon Steel", "The golden share gives Washington a veto, near the end of 2025."),
    "egg": ("Golden egg", "A share of the golden egg, said São Tomé's minister."),
    "zel": ("Zelenskyy in Tōkyō", "Володимир Зеленський met the U.S. delegation; C++ and file_name too."),
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store(":memory:", known=KNOWN) as opened:
        for id, (title, text) in TEXTS.items():
            opened.add(Document(id, title, text), Extraction(Document(id, title, text), (), (), (), ()))
        yield opened


def found(store: Store, words: str) -> set[str]:
    return {document.id for document in store.search(words)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("golden", {"share", "egg"}),
        ("GOLDEN share", {"share", "egg"}),
        ('"golden share"', {"share"}),
        ('"share golden"', set()),
        ('veto "golden share"', {"share"}),
        ('egg "golden share"', set()),
        ("Nippon veto", {"share"}),  # one in the title, one in the text
        ("gold", set()),  # words are whole
        ("Sao Tome", {"egg"}),
        ("são tomé", {"egg"}),
        (unicodedata.normalize("NFD", "São Tomé"), {"egg"}),
        ("Tokyo", {"zel"}),
        ("зеленський", {"zel"}),
        ("U.S.", {"zel"}),
        ("file_name", {"zel"}),
        ("golden _ & *", {"share", "egg"}),  # what is no word asks for nothing
        ("c++", {"zel"}),
    ],
)
def test_words_and_phrases(store: Store, words: str, expected: set[str]) -> None:
    assert found(store, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('" OR *', set()),
        ("golden OR veto", set()),  # no article has the word "or"
        ("NEAR(", {"share"}),
        ("NEAR(golden share, 1)", set()),
        ("veto NOT golden", set()),
        ("title:golden", set()),
        ("-veto", {"share"}),
        ("^golden", {"share", "egg"}),
        ("gol*", set()),
        ("{golden}", {"share", "egg"}),
        ("'; DROP TABLE documents; --", set()),
        ('"', set()),
        ('""', set()),
        ('"""golden"""', {"share", "egg"}),
        ("", set()),
        ("_", set()),
        ("golden\x00", {"share", "egg"}),
        ("golden \ud800", {"share", "egg"}),
        ("x" * 100_000, set()),
    ],
)
def test_no_text_is_a_command(store: Store, words: str, expected: set[str]) -> None:
    assert found(store, words) == expected
    assert found(store, "golden") == {"share", "egg"}


def test_found_articles_come_without_text_and_those_that_are_gone_are_not_found() -> None:
    with open_store(":memory:", known=KNOWN) as store:
        document = Document("one", "Golden", "A golden share.")
        store.add(document, Extraction(document, (), (), (), ()))
        assert [one.text for one in store.search("golden")] == [""]
        store.delete("one")
        assert store.search("golden") == []
