"""From a noun phrase to the actors it stands for.

"senior Hungarian and Romanian officials" -> country:HUN, country:ROU; "Israel's policy" as an object -> country:ISR
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from spacy.tokens import Token

from explorer.extraction.cast import Cast, Mention
from explorer.knowledge.frames import StepKind, frames
from explorer.knowledge.language import grammar, name_words
from explorer.knowledge.names import NameKind
from explorer.knowledge.ontology import is_conflict

OWNERS = {"poss", "amod", "compound", "nmod", "npadvmod", "nummod", "det", "dep"}
OWNING = ("of", "from", "by", "for", "in", "at")
OBJECT_OWNING = ("of", "by", "from", "for", "to", "with", "against", "in")
BACKED = {
    "backed",
    "supported",
    "funded",
    "sponsored",
    "trained",
    "armed",
    "aligned",
    "friendly",
}  # "Rwandan-backed rebels" are not Rwanda's
RELATIVES = {"which", "who", "that", "whom", "whose"}
DEPTH = 4


class Role(StrEnum):
    ACTOR = "actor"
    RECIPIENT = "recipient"


def participants(token: Token, cast: Cast, role: Role, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Resolve a phrase and what is coordinated with it to actors, in the order of the text, each once.

    Owners among `but` are passed over: in "its war with Iraq" Iraq is meant, where "its" is the one who acts.
    """
    found = (
        actor
        for part in coordinated(token)
        for actor in (*_listed_before(part, cast), *_resolve(part, cast, role, 0, but))
    )
    return tuple(dict.fromkeys(found))


def coordinated(token: Token) -> Iterator[Token]:
    """Yield a token and its conjuncts to the right: "France, Spain and Italy"."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"}:
            yield from coordinated(child)


def _listed_before(token: Token, cast: Cast) -> tuple[str, ...]:
    """Give people listed before a name, whom the parser often hangs on it as if they were its adjectives.

    "British Prime Minister Keir Starmer and Ukrainian President Volodymyr Zelensky signed"
    """
    mention = cast.at.get(token.i)
    if mention is None or mention.kind != NameKind.PERSON:
        return ()
    found: list[str] = []
    index, joined = mention.start - 1, False
    while index >= token.left_edge.i:
        before = cast.at.get(index)
        if before is not None and before.kind == NameKind.PERSON:
            if not joined:
                break
            found = [*before.actors, *found]
            index, joined = before.start, False
        elif cast.doc[index].lower_ in {"and", "&"} or (cast.doc[index].text == "," and found):
            joined = True
        elif before is None and not cast.is_title(index) and cast.doc[index].tag_ not in {"POS", "DT"}:
            break
        index -= 1
    return tuple(found)


def owners(token: Token, cast: Cast, *, is_meeting: bool = False) -> tuple[str, ...]:
    """Give the actors that stand before a noun as owner or adjective: "Japan-U.S. alliance", "Ankara's troops".

    A city before a meeting is its place: "the Geneva talks" are not Switzerland's.
    """
    before = [
        child
        for child in token.lefts
        if child.dep_ in OWNERS and not (is_meeting and _is_place(child, cast)) and child.lower_ not in BACKED
    ]
    found = {child.i: tuple(_owner(child, cast, 0)) for child in before}
    if any(found[child.i] for child in before if child.dep_ == "compound"):
        # in "bin Laden's al-Qaeda network" the network is al-Qaeda
        before = [child for child in before if child.dep_ != "poss" or not _is_somebody(child, cast)]
    return tuple(dict.fromkeys(actor for child in before for actor in found[child.i]))


def _is_somebody(token: Token, cast: Cast) -> bool:
    mention = cast.at.get(token.i)
    return mention is not None and mention.kind == NameKind.PERSON


def _is_place(token: Token, cast: Cast) -> bool:
    mention = cast.at.get(token.i)
    return mention is not None and mention.kind in {NameKind.CITY, NameKind.CAPITAL} and token.dep_ != "poss"


def _owner(token: Token, cast: Cast, depth: int) -> Iterator[str]:
    mention = cast.at.get(token.i)
    if mention is not None:
        # "Japan-U.S. alliance" hangs Japan below U.S.
        for child in token.lefts:
            if (
                child.dep_ in OWNERS
                and not mention.start <= child.i < mention.end
                and depth < DEPTH
                and child.dep_ != "poss"
            ):
                yield from _owner(child, cast, depth + 1)
        yield from mention.actors
        for part in list(coordinated(token))[1:]:
            yield from _owner(part, cast, depth + 1)
        return
    if depth < DEPTH and token.dep_ != "det":
        for child in token.children:
            if child.dep_ in OWNERS | {"conj"}:
                yield from _owner(child, cast, depth + 1)


def _resolve(token: Token, cast: Cast, role: Role, depth: int, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    mention = cast.at.get(token.i)
    if mention is not None:
        if role is Role.ACTOR and mention.kind == NameKind.CITY and depth == 0:
            return ()  # "Near Palmyra, one strike …": a city is where, and not who
        return _people_of_place(token, mention, cast) or mention.actors
    if depth > DEPTH:
        return ()
    if token.lower_ in RELATIVES and token.tag_ in {"WDT", "WP", "WP$", "IN"}:
        return _antecedent(token, cast, role, depth)
    apposed = [child for child in token.children if child.dep_ == "appos" and child.i in cast.at]
    if apposed:
        return participants(apposed[0], cast, role, but)
    if _is_some_company(token):
        return ()
    return _represented(token, cast, role, depth, but)


def _people_of_place(token: Token, mention: Mention, cast: Cast) -> tuple[str, ...]:
    """A people within another state acts for itself: "the Albanians of southern Serbia"."""
    if mention.kind != NameKind.PEOPLE:
        return ()
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "in", "from"}:
            for inner in child.children:
                place = cast.at.get(inner.i)
                if place is not None and place.actors[0].startswith("country:"):
                    return place.actors
    return ()


def _is_some_company(token: Token) -> bool:
    # "the American firm" is a company named before, not the United States
    is_noun = token.lemma_.lower() in name_words().company_nouns and token.tag_ == "NN"
    return is_noun and any(child.lower_ == "the" for child in token.lefts)


def _represented(token: Token, cast: Cast, role: Role, depth: int, but: tuple[str, ...]) -> tuple[str, ...]:
    """Give whom somebody without a name stands for: "Polish troops", "the government of Japan"."""
    words, lemma = grammar(), token.lemma_.lower()
    is_person = lemma.endswith(tuple(words.person_endings))
    represents = is_person or lemma in words.all_representatives or token.pos_ in {"PRON", "NUM", "DET"}
    if role is Role.ACTOR and not represents and lemma not in words.quantities:
        return ()
    if lemma in words.quantities or token.pos_ in {"NUM", "DET", "PRON"}:
        # "Hamas leaders in Damascus" are not Syrians
        found = _from_phrase(token, cast, role, ("of",), depth) or owners(token, cast)
        found = found or _from_phrase(token, cast, role, ("from", "in"), depth)
        if found:
            return found
    owned = owners(token, cast)
    if set(owned) - set(but):
        return owned
    allowed: tuple[str, ...] = OWNING if represents else OBJECT_OWNING
    if role is Role.ACTOR and lemma in words.representatives["goods"]:  # "international partners in Paris"
        allowed = ("of", "from", "by")
    if role is Role.RECIPIENT:  # "condemned the invasion of Iraq": who did it, not who suffered it
        allowed = tuple(preposition for preposition in allowed if preposition not in _before_victims(lemma))
    return _from_phrase(token, cast, role, allowed, depth) or owned or _made_by(token, cast, role, depth)


def _made_by(token: Token, cast: Cast, role: Role, depth: int) -> tuple[str, ...]:
    # "the plan put forward by Germany", "a group of countries led by Poland"
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            found = _from_phrase(child, cast, role, ("by",), depth)
            if found:
                return found
    return ()


@cache
def _before_victims(noun: str) -> frozenset[str]:
    """Give the prepositions before a noun's victim ("attack on"); none if it has partners or friends ("talks with")."""
    found = frames().nouns.get(noun, ())
    if any(frame.mutual or not is_conflict(frame.type) for frame in found):
        return frozenset()
    steps = (frame.steps[0] for frame in found if frame.steps and frame.steps[0].kind is StepKind.PREPOSITION)
    return frozenset(word.head for step in steps for word in step.words) - {"by", "from"}


def _from_phrase(token: Token, cast: Cast, role: Role, prepositions: tuple[str, ...], depth: int) -> tuple[str, ...]:
    for preposition in prepositions:
        for child in token.children:
            if child.dep_ in {"prep", "agent", "dative"} and child.lower_ == preposition:
                for inner in child.children:
                    if inner.dep_ == "pobj" and inner.lemma_.lower() not in grammar().idle_phrases:
                        found = tuple(
                            actor for part in coordinated(inner) for actor in _resolve(part, cast, role, depth + 1)
                        )
                        if found:
                            return tuple(dict.fromkeys(found))
    return ()


def _antecedent(token: Token, cast: Cast, role: Role, depth: int) -> tuple[str, ...]:
    clause = token.head
    while clause.dep_ in {"prep", "pobj", "poss", "dobj"} and clause.head != clause:
        clause = clause.head
    while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head != clause:
        clause = clause.head
    return _resolve(clause.head, cast, role, depth + 1) if clause.dep_ == "relcl" else ()
