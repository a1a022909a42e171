"""A new line starts a sentence, so that a heading does not run into the text below it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from explorer.extraction.paragraphs import start_paragraphs


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Talks open\nPeru met Chile.", ["Talks", "Peru"]),
        ("Talks open\n\n  Peru met Chile", ["Talks", "Peru"]),
        ("Talks open, Peru met Chile", ["Talks"]),
        ("\nTalks open", ["Talks"]),
        ("Talks open\n", ["Talks"]),
    ],
)
def test_sentences_start_at_new_lines(nlp: Language, text: str, starts: list[str]) -> None:
    doc = start_paragraphs(nlp.make_doc(text))
    found = [token.text for token in doc if token.is_sent_start is True and not token.is_space]
    assert found[-len(starts) :] == starts[-len(found) :]
    assert set(found) <= set(starts)


def test_a_heading_is_its_own_sentence(nlp: Language) -> None:
    doc = nlp("What's Next\nPeru will host Chile.")
    assert [sentence.text.strip() for sentence in doc.sents] == ["What's Next", "Peru will host Chile."]
