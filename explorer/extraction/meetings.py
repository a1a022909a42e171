"""Who came to a meeting that is told of beside the clause, and who met where agreements were signed.

"Macron told reporters after talks with Scholz that …" -> Macron took part in the talks
"""

from __future__ import annotations

from spacy.tokens import Token

from explorer.extraction.clauses import is_passive, surface_subjects
from explorer.knowledge.language import grammar

BESIDE_MEETINGS = {"after", "during", "following", "in", "on", "at"}
PARTS_OF_MEETINGS = {"end", "start", "beginning", "conclusion", "close", "course", "sideline", "round", "day", "margin"}


def attending(noun: Token) -> list[Token]:
    """Give who came to a meeting told of beside the clause: "Macron said after talks", "Lavrov, on a visit to R"."""
    above = attended_by(noun)
    is_others = any(child.dep_ == "poss" or child.lower_ in {"by", "of"} for child in noun.children)
    if above is None or is_others:  # "during a visit by Putin to Beijing"
        return []
    if above.pos_ in {"VERB", "AUX"}:
        is_told = not is_passive(above) or above.lemma_.lower() in grammar().statement_verbs
        return surface_subjects(above) if is_told else []
    is_person = above.pos_ == "PROPN" or above.lemma_.lower() in grammar().representatives["officials"]
    return [above] if is_person and above.dep_ in {"nsubj", "nsubjpass", "appos"} else []


def attended_by(noun: Token) -> Token | None:
    """Give the verb (or the person) beside which a meeting is told of: "said after talks", "at the end of a visit"."""
    node = noun
    while node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.lemma_.lower() in PARTS_OF_MEETINGS:
        node = node.head.head
    if node.dep_ != "pobj" or node.head.lower_ not in BESIDE_MEETINGS:
        return None
    return node.head.head
