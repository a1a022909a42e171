"""Mends the first word of a sentence where the model takes it for a name: "Rebels in Mali" are rebels, not "Rebels".

"Rebels in Mali demanded …" -> pos NOUN, lemma "rebel"
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

NAME = "explorer_first_words"
INDEX = "lemma_index"


@Language.factory(
    NAME, requires=["token.pos", "token.sent_start", "doc.ents"], assigns=["token.pos", "token.tag", "token.lemma"]
)
class FirstWords:
    """Makes common nouns of first words that the lemmatizer knows as such and the entity recogniser does not name."""

    def __init__(self, nlp: Language, name: str) -> None:
        lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
        self.nouns: frozenset[str] = frozenset(
            lookups.get_table(INDEX).get("noun", ()) if lookups is not None and lookups.has_table(INDEX) else ()
        )

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if not token.is_sent_start or token.pos_ != "PROPN" or token.ent_type_ or not token.text.istitle():
                continue
            base = _singular(token.lower_)
            if base in self.nouns or token.lower_ in self.nouns:
                is_plural = base != token.lower_ and base in self.nouns
                token.pos_, token.tag_ = "NOUN", "NNS" if is_plural else "NN"
                token.lemma_ = base if is_plural else token.lower_
        return doc


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
