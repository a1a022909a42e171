"""Hand-made parses: one word a line, "text lemma POS TAG dep head".

tree("Japan Japan PROPN NNP nsubj 1\nsigned sign VERB VBD ROOT 1") -> a Doc of two words
"""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from explorer.extraction.cast import Cast

VOCAB = spacy.blank("en").vocab  # knows the lower-case form of a word, which an empty one does not


def tree(rows: str) -> Doc:
    """Build a parsed Doc; `head` is the number of the governing word, counted from nought."""
    words, lemmas, pos, tags, deps, heads = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    return Doc(
        VOCAB,
        words=list(words),
        lemmas=list(lemmas),
        pos=list(pos),
        tags=list(tags),
        deps=list(deps),
        heads=[int(head) for head in heads],
    )


def cast_of(doc: Doc, **actors: str) -> Cast:
    """Let words of a hand-made Doc name actors: cast_of(doc, Japan="country:JPN")."""
    cast = Cast(doc, None)
    for token in doc:
        if token.text in actors:
            cast.add(token.i, token.i + 1, (actors[token.text],), "name")
    return cast


def texts(tokens: object) -> list[str]:
    return [token.text for token in tokens]  # type: ignore[attr-defined]
