"""Whose are unnamed groups: "police" who arrest students in Lagos are Nigeria's, and so are the students.

home_of("students" in "Police arrested 12 students in Lagos") -> Home(country:NGA, Doubt.PLACE)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from explorer.extraction.cast import Cast
from explorer.knowledge.language import anaphora, grammar
from explorer.model import Doubt

PLACING = {
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "across",
    "around",
    "throughout",
    "from",
    "into",
    "of",
    "on",
    "over",
    "within",
}
CLAUSES = {"ccomp", "relcl", "advcl", "parataxis"}


@dataclass(frozen=True, slots=True)
class Home:
    """The country a group is counted to, and what is doubtful about it."""

    country: str
    doubt: Doubt


def counted(token: Token) -> Token:
    """Give what a quantity counts: in "tens of thousands of people" the people."""
    node = token
    for _ in range(3):
        below = [inner for child in node.children if child.lower_ == "of" for inner in child.children]
        if node.lemma_.lower() not in grammar().quantities or not below:
            break
        node = below[-1]
    return node


def is_group(token: Token, cast: Cast) -> bool:
    """Tell whether a word without a name may stand for a state's own officials, forces or people."""
    token = counted(token)
    return _is_unnamed(token, cast) and (
        _is_minority(token) or token.lemma_.lower() in grammar().all_representatives - anaphora().countries
    )


def is_own_group(token: Token, cast: Cast) -> bool:
    """Tell whether it may stand for people, forces or institutions that can be at odds with their own government."""
    words, token = grammar(), counted(token)
    own = words.representatives["people"] | words.representatives["forces"] | words.counterweights
    token = counted(token)
    return _is_unnamed(token, cast) and (
        _is_minority(token) or token.lemma_.lower() in own - words.anybody - words.blows
    )


def _is_unnamed(token: Token, cast: Cast) -> bool:
    """ "Coalition forces" have a name, if one that we do not know."""
    if token.i in cast.at or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return False
    named = (child for child in token.lefts if child.dep_ in {"compound", "poss", "nmod", "amod"})
    return not any(child.pos_ == "PROPN" or child.lemma_.lower() in grammar().anybody for child in named)


def _is_minority(token: Token) -> bool:
    return any(child.lower_ in grammar().minority_marks for child in token.lefts)


def home_of(token: Token, clause: Token, others: Collection[str], cast: Cast) -> Home | None:
    """Give the country of a group: that of a place said with it, of the other side, or the only one in the sentence."""
    for holder in (token, clause):
        place = next(_places_below(holder, cast), None)
        if place is not None:
            return Home(place, Doubt.PLACE)
    if not is_own_group(token, cast):
        return None
    for other in others:
        country = cast.country_of(other)
        if country is not None and not other.startswith("country:"):
            return Home(country, Doubt.OTHER_SIDE)
    only = _only_country(cast.sentence_at(token.i), cast)
    # "Protesters condemned Iran": whoever they are, they are set against Iran
    return Home(only, Doubt.ONLY_COUNTRY) if only is not None and only not in others else None


def place_of(clause: Token, cast: Cast) -> str | None:
    """Give the country in which a clause says that something happened."""
    return next(_places_below(clause, cast), None)


def _places_below(holder: Token, cast: Cast) -> Iterator[str]:
    """Yield countries named as places below a word, those of the same clause only."""
    for child in holder.children:
        if child.dep_ in CLAUSES and holder.pos_ in {"VERB", "AUX"}:
            continue
        if child.dep_ == "prep" and child.lower_ in PLACING:
            yield from (
                actor for inner in child.subtree if not _is_of_nowhere(inner) for actor in _countries_at(inner, cast)
            )
        else:
            yield from _places_below(child, cast)


def _is_of_nowhere(token: Token) -> bool:
    # "near the Venezuelan border", "outside the Turkish embassy": neither says in which country
    return token.head.lemma_.lower() in grammar().nowhere and token.dep_ in {"amod", "compound", "poss", "nmod"}


def _countries_at(token: Token, cast: Cast) -> tuple[str, ...]:
    mention = cast.at.get(token.i)
    return tuple(actor for actor in mention.actors if actor.startswith("country:")) if mention is not None else ()


def _only_country(sentence: Span, cast: Cast) -> str | None:
    found = {
        country
        for token in sentence
        if token.i in cast.at
        for actor in cast.at[token.i].actors
        if (country := cast.country_of(actor))
    }
    return found.pop() if len(found) == 1 else None
