"""Finds the country of bodies and people that no list knows, from their names and from what is said with them.

"the Nigerian Union of Teachers" -> NGA; "the Islamabad-based Centre for Frontier Studies" -> PAK
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc, Span, Token

from explorer.extraction.cast import Cast, Member
from explorer.knowledge.countries import country_names
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.language import grammar
from explorer.knowledge.names import NameKind
from explorer.model import ActorType

BODIES = {ActorType.ORGANIZATION, ActorType.COMPANY}
BASED = ("based", "headquartered")
PLACE_PREPOSITIONS = {"in", "from", "of"}
OWNERS = {"poss", "amod", "compound", "nmod"}
NATIONALITY = {"amod", "compound", "nmod"}
HOLDING = {"arrest", "detain", "jail", "imprison", "charge", "release", "free", "sentence"}
SPEECH_PLACES = {"in", "at"}


def find_homes(doc: Doc, cast: Cast) -> None:
    """Set the country of members that have none, where name or text say it."""
    spans = _mentions_by_actor(doc, cast)
    for member in list(cast.members.values()):
        if member.country is not None or member.id in known_actors():
            continue
        mentions = spans.get(member.id, [])
        if member.type in BODIES:
            member.country = _of_body(member, mentions, cast)
        elif member.type is ActorType.PERSON:
            member.country = next((country for span in mentions for country in _by_nationality(span, cast)), None)
        elif member.type is ActorType.LEADER and (member.holder_of is None or member.holder_of.startswith("country:")):
            member.country = _of_leader(mentions, cast)


def _mentions_by_actor(doc: Doc, cast: Cast) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for mention in cast.mentions:
        for actor in mention.actors:
            spans.setdefault(actor, []).append(doc[mention.start : mention.end])
    return spans


def _of_body(member: Member, mentions: list[Span], cast: Cast) -> str | None:
    named = {country for span in mentions for country in _inside(span)}
    if len(named) == 1:
        return named.pop()
    said = (country for span in mentions for country in _said_of(span, cast))
    return next(said, None)


def _inside(span: Span) -> Iterator[str]:
    """Give the countries in a name: "Nigerian" of "Nigerian Union of Teachers"; two of them make it nobody's."""
    names = _country_words()
    tokens = list(span)
    for size in (3, 2, 1):
        for first in range(len(tokens) - size + 1):
            text = span.doc[tokens[first].i : tokens[first].i + size].text
            if text in names:
                yield names[text].removeprefix("country:")


@cache
def _country_words() -> Mapping[str, str]:
    kinds = {NameKind.NAME, NameKind.ADJECTIVE, NameKind.CAPITAL, NameKind.CITY}
    words: dict[str, str] = {}
    for name in country_names():
        if name.kind in kinds:
            words.setdefault(name.text, name.actor)
    return words


def _said_of(span: Span, cast: Cast) -> Iterator[str]:
    """Give countries said of a body: "Islamabad-based X", "X, a Bolivian party", "a rebel group in Mali, X"."""
    root = span.root
    for child in root.lefts:
        if child.i not in range(span.start, span.end):
            yield from _before(child, cast)
    described = [child for child in root.children if child.dep_ in {"appos", "amod", "acl", "relcl"}]
    if root.dep_ == "appos":
        described.append(root.head)
        if root.head.dep_ == "pobj":  # "a rebel group in Mali, X": the parser may hang the name on the place
            yield from _at(root.head, cast)
    for noun in described:
        if noun.i in cast.at and noun.pos_ == "PROPN":
            continue
        for child in noun.children:
            yield from _before(child, cast)
            if child.dep_ == "prep" and child.lower_ in PLACE_PREPOSITIONS:
                yield from (country for inner in child.children for country in _at(inner, cast))


def _before(child: Token, cast: Cast) -> Iterator[str]:
    if child.lower_ in BASED or child.lower_.endswith("-based"):
        yield from (country for inner in child.children for country in _at(inner, cast))
    elif child.dep_ in OWNERS:
        yield from _at(child, cast)
        if child.i not in cast.at:  # "South African trade union COSATU"
            yield from (country for inner in child.lefts if inner.dep_ in OWNERS for country in _at(inner, cast))


def _by_nationality(span: Span, cast: Cast) -> Iterator[str]:
    """Give countries whose adjective describes a person: "Iraqi cleric X", "X, a Russian activist,"."""
    root = span.root
    nouns = [child for child in root.lefts if child.dep_ in NATIONALITY and child.i not in range(span.start, span.end)]
    nouns += [child for child in root.children if child.dep_ == "appos" and child.i not in cast.at]
    nouns += [root.head] if root.dep_ == "appos" and root.head.i not in cast.at else []
    for noun in nouns:
        for word in (noun, *noun.lefts):
            mention = cast.at.get(word.i)
            if mention is not None and mention.kind == NameKind.ADJECTIVE and word.dep_ in NATIONALITY:
                yield from _at(word, cast)


def _at(token: Token, cast: Cast) -> Iterator[str]:
    mention = cast.at.get(token.i)
    if mention is not None and mention.actors[0].startswith("country:"):
        yield mention.actors[0].removeprefix("country:")


def _of_leader(mentions: list[Span], cast: Cast) -> str | None:
    """Infer whose minister speaks where only one country fits: the one whose organs or deeds the text tells of.

    "President X said Namibia would send troops"; "Interior Minister X …, the Czech government said"
    """
    for found in (_told_by(mentions, cast), _with_organs(mentions, cast)):
        if len(found) == 1:
            return found.pop()
    return None


def _told_by(mentions: list[Span], cast: Cast) -> set[str]:
    found: set[str] = set()
    for span in mentions:
        verb = span.root.head
        if span.root.dep_ != "nsubj" or verb.lemma_.lower() not in grammar().statement_verbs:
            continue
        for child in verb.children:
            if child.dep_ == "ccomp":
                found |= {c for inner in child.children if inner.dep_ == "nsubj" for c in _at(inner, cast)}
            if child.dep_ == "prep" and child.lower_ in SPEECH_PLACES:  # "told reporters in Prague"
                found |= {c for inner in child.children for c in _at(inner, cast)}
    return found


def _with_organs(mentions: list[Span], cast: Cast) -> set[str]:
    """Give the countries whose government tells what a leader did, or whose police hold him."""
    words = grammar().representatives["officials"] | grammar().representatives["forces"]
    found: set[str] = set()
    for span in mentions:
        for verb in span.root.ancestors:
            tells = verb.lemma_.lower() in grammar().statement_verbs
            holds = verb == span.root.head and verb.lemma_.lower() in HOLDING and span.root.dep_ == "dobj"
            if not (tells or holds):
                continue
            subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.lemma_.lower() in words]
            owners = [word for subject in subjects if subject.i not in cast.at for word in subject.lefts]
            found |= {code for word in owners if word.dep_ in OWNERS for code in _at(word, cast)}
    return found
