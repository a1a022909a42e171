"""Lemmas the small model gets wrong, mended; regular English forms."""

from __future__ import annotations

import pytest
from spacy.language import Language

from explorer.extraction.lemmas import plural, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("wage", ("wages", "waged", "waging")),
        ("levy", ("levies", "levied", "levying")),
        ("tie", ("ties", "tied", "tying")),
        ("raid", ("raids", "raided", "raiding")),
        ("veto", ("vetoes", "vetoed", "vetoing")),
    ],
)
def test_regular_forms(lemma: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(lemma) == forms


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("base", "bases"),
        ("tax", "taxes"),
        ("truce", "truces"),
        ("levy", "levies"),
    ],
)
def test_plurals(lemma: str, expected: str) -> None:
    assert plural(lemma) == expected


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Peru seized two ships.", "seized", "seize"),
        ("Peru signed a truce.", "truce", "truce"),
        ("Peru staged drills near Chile.", "staged", "stage"),
        ("Peru waged war on Chile.", "waged", "wage"),
        ("Peru hopes to visit Chile.", "hopes", "hope"),
    ],
)
def test_lemmas_in_a_sentence(nlp: Language, text: str, word: str, lemma: str) -> None:
    (token,) = (token for token in nlp(text) if token.text == word)
    assert token.lemma_ == lemma
