"""Starts a sentence at each new line, so that a heading does not run into the text below it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

NAME = "explorer_paragraphs"


@Language.component(NAME, assigns=["token.is_sent_start"])
def start_paragraphs(doc: Doc) -> Doc:
    """Mark the first word after a line break as the start of a sentence; must stand before the parser."""
    after_break = False
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
            continue
        if after_break:
            token.is_sent_start = True
        after_break = False
    return doc
