"""Our quick attributes are those of the model's own attribute ruler, for every word of the samples."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from explorer.extraction import attributes
from explorer.extraction.pipeline import load_bare
from explorer.reading import read_paths

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
OURS = (attributes.NAME, "lemmatizer", "ner", "explorer_first_words", "explorer_names")


@pytest.mark.model
def test_they_are_those_of_the_ruler(nlp: Language) -> None:
    texts = [outcome.document.text for outcome in read_paths([SAMPLES]) if outcome.document][:40]
    texts.append("Y'all gonna see there's a lot they gotta do, let's go. It is, there are, c'mon!\n\n He ain't here.")
    quick, ruler = nlp.get_pipe(attributes.NAME), load_bare().get_pipe(attributes.RULER)
    with nlp.select_pipes(disable=OURS):
        for doc in nlp.pipe(texts):
            told, expected = quick(doc.copy()), ruler(doc.copy())
            for one, other in zip(told, expected, strict=True):
                seen = (one.pos_, str(one.morph), one.lemma_, one.tag_, one.dep_)
                assert seen == (other.pos_, str(other.morph), other.lemma_, other.tag_, other.dep_), one.text


@pytest.mark.model
def test_a_ruler_that_looks_further_stays(nlp: Language) -> None:
    bare = load_bare()
    bare.get_pipe(attributes.RULER).add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})  # type: ignore[attr-defined]

    attributes.quicken(bare)

    assert attributes.RULER in bare.pipe_names
    assert attributes.NAME not in bare.pipe_names
