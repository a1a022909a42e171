"""Mends first words that the model takes for names, and deeds that it takes for verbs.

"Rebels in Mali demanded …" -> pos NOUN, lemma "rebel"
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

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
            if token.tag_ == "VBG" and _is_deed(token):
                token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
            if not token.is_sent_start or token.pos_ != "PROPN" or token.ent_type_ or not token.text.istitle():
                continue
            base = _singular(token.lower_)
            if base in self.nouns or token.lower_ in self.nouns:
                is_plural = base != token.lower_ and base in self.nouns
                token.pos_, token.tag_ = "NOUN", "NNS" if is_plural else "NN"
                token.lemma_ = base if is_plural else token.lower_
        return doc


def _is_deed(token: Token) -> bool:
    # "Fighting between Armenian and Azerbaijani troops killed 12 people"
    below = {child.dep_ for child in token.children}
    is_between = any(child.lower_ in {"between", "of"} for child in token.children)
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and is_between and not below & {"dobj", "aux", "nsubj"}


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
