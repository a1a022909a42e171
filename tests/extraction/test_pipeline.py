"""Loading the model once, and saying so when it is not there."""

from __future__ import annotations

import pytest
from spacy.language import Language

from explorer.errors import ModelMissing
from explorer.extraction import load_pipeline
from explorer.extraction.names import NAME


def test_the_pipeline_is_loaded_once_with_our_steps(nlp: Language) -> None:
    assert load_pipeline() is nlp
    assert nlp.pipe_names[-1] == NAME
    assert nlp.pipe_names.index("explorer_paragraphs") < nlp.pipe_names.index("parser")


def test_a_model_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelMissing, match="xx_nowhere_sm is not installed; install it: pip install xx_nowhere_sm"):
        load_pipeline("xx_nowhere_sm")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-Japan talks", ["U.S.", "-", "Japan", "talks"]),
        ("Japan–Peru talks", ["Japan", "–", "Peru", "talks"]),
        ("the Al-Shabaab militia", ["the", "Al", "-", "Shabaab", "militia"]),
    ],
)
def test_where_words_are_cut(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words
